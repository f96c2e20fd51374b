//! What is a mark, and what only looks like one.

use super::*;

fn check(raw: &str, expected: &str) {
    let text = reading_text(&[raw.to_owned()]);
    assert_eq!(text, expected, "{raw}");
    assert_eq!(reading_text(std::slice::from_ref(&text)), text, "{raw} twice");
}

#[test]
fn tags() {
    check("The mayor <u>told</u> the crew", "The mayor told the crew");
    check("<b>Ferry</b> <i>stays</i> <em>in</em> <STRONG>port</STRONG>", "Ferry stays in port");
    check("see <a href=\"https://a.example/?x=1\" target='_blank'>the report</a>.", "see the report.");
    check("<p>One.</p><p>Two.</p>", "One.\nTwo.");
    check("One.<br>Two.<br/>Three.<br />Four.", "One.\nTwo.\nThree.\nFour.");
    check("<h2 class=\"x\">Heading</h2>Words", "Heading\nWords");
    check("a<!-- note -->b", "ab");
    check("<img src=\"x.jpg\">", "");
    check("<https://a.example/x>", "https://a.example/x");
}

#[test]
fn signs_that_are_no_tags() {
    for text in
        ["a < b", "a < b and c > d", "a <b and c> d", "x<y>z", "<3", "1 < 2 > 0", "<", "<<<>>>", "<!-- open", "<a href=", "<name>", "</>"]
    {
        check(text, text);
    }
}

#[test]
fn entities() {
    check("Smith &amp; Sons", "Smith & Sons");
    check("&quot;No,&quot; he said &ndash; twice", "\"No,\" he said – twice");
    check("it&#8217;s &#x201C;new&#x201D;", "it’s “new”");
    check("it&#146;s", "it’s");
    check("caf&eacute; cafe&#769;", "café café");
    check("a&nbsp;b &nbsp; c", "a\u{a0}b c");
    check("&amp;amp;quot;deep&amp;amp;quot;", "\"deep\"");
    check("&lt;b&gt;bold&lt;/b&gt;", "bold");
    check("a&#10;b", "a b");
    for text in ["AT&T", "a & b", "&nosuch;", "&;", "&#;", "&#0;", "&#xD800;", "&#99999999;", "R&D; more", "&&&&"] {
        check(text, text);
    }
}

#[test]
fn emphasis_marks() {
    check("**bold** and __bold__ and *slanted* and _slanted_", "bold and bold and slanted and slanted");
    check("***both***", "both");
    check("**a *b* c**", "a b c");
    check("**B**erlin", "Berlin");
    check("“**No,**” he said", "“No,” he said");
    check("(*see below*)", "(see below)");
    check("**Photo: A / B**", "Photo: A / B");
    check("He *really*, _really_ left.", "He really, really left.");
}

#[test]
fn stars_and_strokes_that_are_no_emphasis() {
    for text in [
        "2 * 3 * 4",
        "2*3*4",
        "snake_case_name",
        "* * *",
        "***",
        "*",
        "f*** and s***",
        "price* and cost*",
        "a ** b ** c",
        "5 * hotel*",
        "* item",
        "(*) and (*)",
        "https://a.example/_x_/y",
        "____ (name)",
        "the 4* hotel",
    ] {
        check(text, text);
    }
}

#[test]
fn links_and_images() {
    check("see [the report](https://a.example/x) now", "see the report now");
    check("[the *new* report](/x \"title\")", "the new report");
    check("[bridge](https://a.example/Bridge_(harbour)) stands", "bridge stands");
    check("[a [b](/x) c](/y)", "a b c");
    check("before ![alt](x.jpg) after", "before after");
    check("[![alt](x.jpg)](https://a.example)", "");
    check("![]()", "![]()");
    check("![The ferry](a.jpg)", "![The ferry](a.jpg)");
    check("[](https://a.example)", "");
    for text in ["[he] said", "he [the mayor] (left)", "[he](sic)", "[1]", "[x](", "](", "[]", "a ] b [ c", "[sic](see p. 4)"] {
        check(text, text);
    }
}

#[test]
fn block_marks() {
    check("# Heading", "Heading");
    check("### Heading ###", "Heading");
    check("> quoted words", "quoted words");
    check(">> # both", "both");
    check("No\\# 5 \\*heading", "No# 5 *heading");
    check("5\\. item \\[x\\]", "5. item [x]");
    for rule in ["---", "=====", "___", "#", ">", "-----"] {
        check(rule, "");
    }
    for text in ["#hashtag", "C# and F#", "-- dash", "####### seven", "- item", "1. item", "A > B", ">50"] {
        check(text, text);
    }
}

#[test]
fn spaces() {
    check("  a \t b\u{3000}\u{3000}c  ", "a b c");
    check("10\u{a0}km", "10\u{a0}km");
    check("\u{200b}", "");
}

/// Where a pass is quadratic, half a megabyte of one mark takes minutes.
#[test]
fn hostile_repetitions_end() {
    for unit in [
        "<", "*", "[", "&", "![", "](", "[](", "[a](b", "<a ", "<!--", "_*", "\\", "&#", "**a ", "*a _b ", "[x](/(", "<b><", "![](",
        "&amp;",
    ] {
        let started = std::time::Instant::now();
        std::hint::black_box(reading_text(&[unit.repeat((1 << 19) / unit.len())]));
        assert!(started.elapsed().as_secs() < 8, "{unit}: {:?}", started.elapsed());
    }
}
