//! Tests of the whole import, on files and on arbitrary input.

#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;

const BODY: &str = "The ferry to the outer islands will not sail again before the first week of May.";

fn text_of(bytes: &[u8]) -> (String, &'static str) {
    let imported = import_bytes("a.txt", bytes).unwrap();
    (imported.text, imported.encoding)
}

fn check_decoded(bytes: &[u8], text: &str, encoding: &str) {
    assert_eq!(text_of(bytes), (text.to_owned(), encoding), "{bytes:?}");
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn encodings() {
    check_decoded("Fähre".as_bytes(), "Fähre", "UTF-8");
    check_decoded("\u{feff}Fähre".as_bytes(), "Fähre", "UTF-8");
    check_decoded(&utf16("\u{feff}Fähre", u16::to_le_bytes), "Fähre", "UTF-16LE");
    check_decoded(&utf16("\u{feff}Fähre", u16::to_be_bytes), "Fähre", "UTF-16BE");
    check_decoded(&utf16("The ferry – “late”", u16::to_le_bytes), "The ferry – “late”", "UTF-16LE");
    check_decoded(&utf16("The ferry – “late”", u16::to_be_bytes), "The ferry – “late”", "UTF-16BE");
    check_decoded(b"It\x92s \x93late\x94 \x96 caf\xe9", "It’s “late” – café", "windows-1252");
    let (greek, name) =
        text_of(b"\xc7 \xe3\xdd\xf6\xf5\xf1\xe1 \xec\xe5 \xf4\xef \xeb\xe9\xec\xdc\xed\xe9 \xea\xe1\xe9 \xf4\xef \xf0\xeb\xef\xdf\xef");
    assert_eq!((greek.as_str(), name), ("Η γέφυρα με το λιμάνι και το πλοίο", "windows-1253"));
}

#[test]
fn one_damaged_byte_leaves_utf8() {
    check_decoded(
        b"\xe2\x80\x9cWe wait,\xe2\x80\x9d he said \xe2\x80\x93 \xff and \xc3\xa4 too",
        "“We wait,” he said – \u{fffd} and ä too",
        "UTF-8",
    );
}

#[test]
fn line_ends_and_normal_form() {
    check_decoded(b"a\r\nb\rc\nd\x0be\x0cf", "a\nb\nc\nd\ne\nf", "UTF-8");
    check_decoded("a\u{2028}b\u{2029}c".as_bytes(), "a\nb\nc", "UTF-8");
    check_decoded("cafe\u{301} \u{1}x\u{feff}y it\u{92}s".as_bytes(), "café xy it’s", "UTF-8");
    check_decoded(b"\n\n a  b \t c \n \n\n d \n\n", "a b c\nd", "UTF-8");
}

#[test]
fn hard_wrapped_paragraphs_are_joined() {
    let wrapped = "The ferry to the outer islands will not sail again before the\nfirst week of May, the line said, because the new shaft has not\nyet \
        come from the yard. Nobody on the islands was surprised by it.\n\nThe mayor of the largest of the islands said that the line had\nknown of the \
        damage since autumn, and asked the county to send\na second ship until the first one sails again.\n\n- one\n- two\n";
    let joined = import_pasted(wrapped).unwrap().text;
    let paragraphs: Vec<&str> = joined.split('\n').collect();
    assert_eq!(paragraphs.len(), 4, "{joined}");
    assert!(paragraphs[0].ends_with("surprised by it.") && paragraphs[1].ends_with("sails again."), "{joined}");
}

#[test]
fn wrapped_quotes_of_mail_are_joined() {
    let wrapped = "> The ferry to the outer islands will not sail again before the\n> first week of May, the line said, because the new shaft has not\n> yet \
        come from the yard. Nobody on the islands was surprised.\n>\n> The mayor of the largest island said that the line had always\n> known of the damage.\n";
    assert_eq!(import_pasted(wrapped).unwrap().text.split('\n').count(), 2);
}

#[test]
fn lines_that_end_early_stay() {
    for text in [
        // Verse, an address, a list, headings, one line a paragraph.
        "The ship went out at break of day,\nits bell as clear as glass,\nand gulls came down from Gannet Bay\nto watch the old boat pass.\n\nNo wind had stirred the harbour flags,\nno wave had touched the wall,\nthe crew sat down on canvas bags\nand did not speak at all.",
        "Ferry Line\n12 Quay Street\nOslo\n\nIsland Post\n3 Hill Road\nOslo\n\nThe Mayor\nTown Hall",
        "- one thing that is said\n- another thing that is said\n\n- third thing\n- fourth thing",
        "A first paragraph that is of about the same length as others.\nA second paragraph that is of about the same length as others.\nA third paragraph that is of about the same length as others.\n\nA fourth paragraph that is of about the same length as others.\nA fifth paragraph.",
    ] {
        let lines = text.split('\n').filter(|line| !line.is_empty()).count();
        assert_eq!(import_pasted(text).unwrap().text.split('\n').count(), lines, "{text}");
    }
}

fn check_details(text: &str, title: &str, outlet: Option<&str>, date: Option<&str>) {
    let found = import_pasted(text).unwrap();
    assert_eq!((found.title.as_str(), found.outlet.as_deref(), found.date.as_deref()), (title, outlet, date), "{text}");
}

#[test]
fn details() {
    let opening = "The ferry to the outer islands will not sail again before the second week of May.";
    let short = "The ferry to the outer islands will not sail again before the second week of…";
    check_details(&format!("Ferry stays in port\n{BODY}"), "Ferry stays in port", None, None);
    check_details("Ferry stays in port", "Ferry stays in port", None, None);
    check_details(opening, short, None, None);
    check_details(BODY, BODY, None, None);
    check_details(&format!("OSLO (Norda) — {opening}\nFerry line in trouble\n{BODY}"), short, Some("Norda"), None);
    check_details(&format!("World\nIslands news\nFerry stays in port once more\n{BODY}"), "Ferry stays in port once more", None, None);
    check_details(
        &format!("Share this @post.example\n![]()\nMarch 4, 2026\nFerry stays in port\n{BODY}\n© 2026 Norda. All rights reserved."),
        "Ferry stays in port",
        Some("post.example"),
        Some("2026-03-04"),
    );
    check_details(&format!("Ferry stays in port\n{BODY}\n{{Post.example}}"), "Ferry stays in port", Some("Post.example"), None);
    check_details(
        &format!("Ferry stays in port\n{BODY}\n© 2026 The Island Post. All rights reserved."),
        "Ferry stays in port",
        Some("The Island Post"),
        None,
    );
    check_details(&format!("Ferry stays in port\nOSLO (Norda) — {BODY}\n© 2026 Reuters"), "Ferry stays in port", Some("Norda"), None);
    check_details(&format!("Ferry stays in port\nBy Mara Lind, Island Post\n{BODY}"), "Ferry stays in port", Some("Island Post"), None);
    check_details(&format!("Ferry stays in port\nBy Mara Lind, Staff Writer\n{BODY}"), "Ferry stays in port", None, None);
    check_details(&format!("Ferry stays in port\nBy Mara Lind | 4 March 2026\n{BODY}"), "Ferry stays in port", None, Some("2026-03-04"));
    check_details(
        &format!("Ferry stays in port\nThe Island Post, 4 March 2026\n{BODY}"),
        "Ferry stays in port",
        Some("The Island Post"),
        Some("2026-03-04"),
    );
    check_details(
        &format!("Ferry stays in port\nUpdated 5 March 2026\nPublished 4 March 2026\n{BODY}"),
        "Ferry stays in port",
        None,
        Some("2026-03-04"),
    );
    check_details(&format!("Ferry stays in port\n03/04/2026\n{BODY}"), "Ferry stays in port", None, None);
    check_details(&format!("Ferry stays in port\n{BODY} It began on 4 March 2026."), "Ferry stays in port", None, None);
    check_details(&format!("{opening}\nhttps://www.post.example/2026/03/04/ferry"), short, Some("post.example"), Some("2026-03-04"));
    check_details("# Ferry *stays* in port\n\n**It** waits.", "Ferry stays in port", None, None);
}

#[test]
fn addresses() {
    let check = |text: &str, url: Option<&str>| assert_eq!(import_pasted(text).unwrap().url.as_deref(), url, "{text}");
    check(&format!("{BODY}\nhttps://a.example/x"), Some("https://a.example/x"));
    check(&format!("{BODY}\nhttps://a.example/x\nhttps://b.example/y"), None);
    check(&format!("{BODY}\nhttps://a.example/x\nOriginal url:\nhttps://b.example/y"), Some("https://b.example/y"));
    check(&format!("{BODY}\nhttps://a.example/x\nSource: https://b.example/y"), Some("https://b.example/y"));
    check(&format!("{BODY} See https://a.example/x."), None);
}

#[test]
fn the_source_is_kept() {
    let imported = import_bytes("a.txt", b"abc").unwrap();
    assert_eq!(imported.source_sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(imported.source_name, "a.txt");
    assert_eq!(import_pasted("abc").unwrap().source_name, "Pasted text");
}

#[test]
fn supported_names() {
    for name in ["a.txt", "A.TXT", "x/b.md", "c.Markdown", "d.text", "a.b.txt"] {
        assert!(is_supported(Path::new(name)), "{name}");
    }
    for name in ["a", "a.pdf", "txt", ".txt", "a.txt.gz", "p.factmark.ron", ""] {
        assert!(!is_supported(Path::new(name)), "{name}");
    }
}

#[test]
fn what_is_no_article() {
    let check = |name: &str, bytes: &[u8], expected: fn(&ImportError) -> bool| {
        let error = import_bytes(name, bytes).unwrap_err();
        assert!(expected(&error), "{name}: {error:?}");
        let message = error.to_string();
        assert!(message.contains(name) && message.ends_with('.'), "{message}");
    };
    check("a.txt", b"", |error| matches!(error, ImportError::Empty { .. }));
    check("a.txt", b" \r\n\t ", |error| matches!(error, ImportError::Empty { .. }));
    check("a.txt", b"\xef\xbb\xbf", |error| matches!(error, ImportError::Empty { .. }));
    check("a.txt", b"ab\0\0\0cd\0\0e", |error| matches!(error, ImportError::Binary { .. }));
    check("a.txt", b"\x89PNG\x01\x02\x03\x04\x05\x06\x07\x08", |error| matches!(error, ImportError::Binary { .. }));
    check("a.txt", b"... --- ...", |error| matches!(error, ImportError::NotText { .. }));
    check("a.pdf", b"x", |error| matches!(error, ImportError::UnsupportedFormat { format, .. } if format == "PDF"));
    check("a.txt", b"%PDF-1.7", |error| matches!(error, ImportError::UnsupportedFormat { .. }));
    check("a.docx", b"PK\x03\x04", |error| matches!(error, ImportError::UnsupportedFormat { .. }));
    check("a.txt", b"<!doctype HTML><p>x", |error| matches!(error, ImportError::UnsupportedFormat { .. }));
    check("p.Factmark.RON", b"(", |error| matches!(error, ImportError::ProjectFile { .. }));
    check("p.txt", b"// Factmark project. One record a line", |error| matches!(error, ImportError::ProjectFile { .. }));
    let large = vec![b'a'; usize::try_from(TEXT_LIMIT).unwrap() + 1];
    check("a.txt", &large, |error| matches!(error, ImportError::TooLarge { .. }));
}

#[test]
fn files() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ferry.TXT");
    std::fs::write(&file, BODY).unwrap();
    assert_eq!(import_file(&file, &|| false).unwrap().source_name, "ferry.TXT");
    assert!(matches!(import_file(&file, &|| true), Err(ImportError::Cancelled)));
    assert!(matches!(import_file(folder.path(), &|| false), Err(ImportError::IsFolder { .. })));
    assert!(matches!(import_file(&folder.path().join("none.txt"), &|| false), Err(ImportError::Missing { .. })));
    let sparse = folder.path().join("large.txt");
    std::fs::File::create(&sparse).unwrap().set_len(300 << 20).unwrap();
    let error = import_file(&sparse, &|| false).unwrap_err();
    assert!(error.to_string().contains("300 MB"), "{error}");
}

/// Pieces that meet the rules of every step.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\n",
        "\r\n",
        " ",
        "\t",
        "# ",
        "> ",
        "---",
        "- ",
        "*",
        "**",
        "_",
        "[",
        "](",
        ")",
        "!",
        "![]()",
        "<b>",
        "</b>",
        "<br>",
        "<p>",
        "<",
        ">",
        "&amp;",
        "&lt;",
        "&",
        ";",
        "#",
        "39",
        "\\",
        "word",
        "Ferry",
        "The ferry to the outer islands will not sail again before the",
        "e\u{301}",
        "\u{338}",
        "\u{37e}",
        "\u{2028}",
        "\u{a0}",
        "\u{200b}",
        "é",
        "https://a.example/x",
        "Copyright 2026 A.",
        "“",
        ".",
        "\u{85}",
        "&#8217;",
        "&nbsp;",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn holds(imported: &Imported) -> Result<(), TestCaseError> {
    let text = &imported.text;
    for line in text.split('\n') {
        prop_assert!(!line.is_empty() && line.trim() == line, "{text:?}");
    }
    let clean = !text.contains(['\r', '\u{feff}', '\0']) && encoding::nfc(text) == *text;
    prop_assert!(clean, "{text:?}");
    prop_assert!(!imported.title.trim().is_empty() && !imported.title.contains('\n'));
    let mut end = 0;
    for (range, _) in &imported.proposals {
        prop_assert!(range.start >= end && text.get(range.clone()).is_some_and(|words| !words.is_empty()), "{text:?} {range:?}");
        end = range.end;
    }
    let again = import_pasted(text).ok().map(|again| again.text);
    prop_assert_eq!(Some(text), again.as_ref());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(imported) = import_bytes("a.txt", &bytes) {
            holds(&imported)?;
        }
    }

    #[test]
    fn arbitrary_text_imports_once(text in "\\PC{0,200}") {
        if let Ok(imported) = import_pasted(&text) {
            holds(&imported)?;
        }
    }

    #[test]
    fn marks_in_any_order_import_once(text in hostile()) {
        if let Ok(imported) = import_pasted(&text) {
            holds(&imported)?;
        }
    }
}
