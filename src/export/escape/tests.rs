#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn check(escape: fn(&str) -> String, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(&escape(text), expected, "{text:?}");
    }
}

#[test]
fn html_text_has_no_markup() {
    check(
        html,
        &[
            ("", ""),
            ("plain “words” – é", "plain “words” – é"),
            ("<b>&amp;\"'", "&lt;b&gt;&amp;amp;&quot;&#39;"),
            ("a\u{202e}b", "a<span class=\"hid\" title=\"right-to-left override\">U+202E</span>b"),
            ("\0", "<span class=\"hid\" title=\"control character\">U+0000</span>"),
            ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ],
    );
    check(attribute, &[("\"><img onerror='x'>", "&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;"), ("a\u{2066}b", "a⟨U+2066⟩b")]);
}

#[test]
fn markdown_text_has_no_markup() {
    check(
        |text| markdown(text, "  "),
        &[
            ("It cost 2.4 million (of 3) – “so much”!", "It cost 2.4 million (of 3) – “so much”!"),
            ("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"),
            ("![x](http://e.example)", "!\\[x\\](http\\://e.example)"),
            ("<script>&lt;", "\\<script\\>\\&lt;"),
            (
                "# no heading\n- no item\n+ no\n1. no\n12) no\n> no\n=== no\n--- no",
                "\\# no heading\\\n  \\- no item\\\n  \\+ no\\\n  1\\. no\\\n  12\\) no\\\n  \\> no\\\n  \\=== no\\\n  \\--- no",
            ),
            ("    no code\n\n\nsecond", "no code\\\n  second"),
            ("www.example.org", "www\\.example.org"),
            ("the crew. 06.10", "the crew. 06.10"),
            ("06.10", "06.10"),
            ("1.", "1\\."),
            ("-5 degrees", "-5 degrees"),
            ("-", "\\-"),
            ("2026-03-12", "2026-03-12"),
            ("|a|b|", "\\|a\\|b\\|"),
            ("end \\", "end \\\\"),
            ("x\ry\u{200b}", "x⟨U+000D⟩y⟨U+200B⟩"),
        ],
    );
    check(markdown_line, &[("a\n# b", "a \\# b"), ("title #", "title \\#"), ("1. a", "1\\. a")]);
}

#[test]
fn no_cell_starts_a_formula() {
    check(
        cell,
        &[
            ("text", "text"),
            ("", ""),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@a", "'@a"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠a", "'＠a"),
            ("\tx", "'\tx"),
            ("\rx", "⟨U+000D⟩x"),
            ("  =1", "'  =1"),
            ("\n\u{a0}=1", "'\n\u{a0}=1"),
            ("\u{200b}=1", "⟨U+200B⟩=1"),
            ("a=1", "a=1"),
        ],
    );
}

#[test]
fn only_http_addresses_with_a_plain_host_become_links() {
    for good in
        ["https://a.example", "http://a.example/b?c=d&e=f#g", "HTTPS://A.example:8080/ä", "http://[2001:db8::1]/", " https://a.example "]
    {
        assert_eq!(web_address(good), Some(good.trim()), "{good}");
    }
    for bad in [
        "",
        "page 4",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example",
        "//a.example",
        "https:a.example",
        "https://",
        "https:///x",
        "https://bank.example@evil.example",
        "https://a.example/ b",
        "https://a.example/\"onload=",
        "https://a.example/<b>",
        "https://аpple.example",
        "https://a.example/\u{202e}gpj",
        "https://a\\b.example",
        "java\nscript:x",
        "https://.a",
        "see https://a.example",
    ] {
        assert_eq!(web_address(bad), None, "{bad}");
    }
}

#[test]
fn a_long_passage_is_shown_by_its_ends() {
    assert_eq!(shortened("short"), "short");
    let long = format!("first {} last", "é word ".repeat(1_000));
    let short = shortened(&long);
    assert!(short.len() < LONG && short.starts_with("first é") && short.ends_with("word  last") && short.contains(" […] "), "{short}");
    assert!(clipped(&"長".repeat(2_000)).len() < CLIP);
}

/// Reads CommonMark text that has backslash escapes and hard breaks only, as a reader of it would.
fn read_markdown(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(if c == '\\' { chars.next().unwrap() } else { c });
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn markdown_keeps_every_word(text in "[ -~é“\n]{0,80}") {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        prop_assert_eq!(read_markdown(&markdown(&text, "")), lines.join("\n"));
    }

    #[test]
    fn what_is_markup_anywhere_is_always_escaped(text in "\\PC{0,60}") {
        let escaped = markdown(&text, "");
        let bare = escaped.replace("\\\\", "");
        for (at, c) in bare.char_indices().filter(|(_, c)| "`*_[]<>#&|~".contains(*c)) {
            prop_assert!(bare[..at].ends_with('\\'), "{c} in {escaped}");
        }
    }

    #[test]
    fn no_text_at_all_starts_a_formula(text in "[\\s=+@＝＋－＠\\-\u{200b}\u{feff}a]{0,6}") {
        let first = cell(&text).trim_start().chars().next();
        prop_assert!(!first.is_some_and(|c| "=+-@＝＋－＠".contains(c)));
    }
}
