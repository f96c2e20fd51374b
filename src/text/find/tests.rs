#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;

fn hits(pattern: &str, mode: Mode, match_case: bool, text: &str) -> Vec<String> {
    let query = Query { pattern: pattern.into(), mode, match_case };
    let finder = query.compile().unwrap();
    finder.find_in(text, 0).map(|hit| text[hit].to_owned()).collect()
}

#[test]
fn words_are_found_the_way_a_reader_means_them() {
    use Mode::{Plain, Regex, WholeWord};
    let cases: [(&str, Mode, bool, &str, &[&str]); 24] = [
        ("don't", Plain, false, "Don’t say “don't”", &["Don’t", "don't"]),
        ("don’t", Plain, true, "Don’t say “don't”", &["don't"]),
        ("\"yes\"", Plain, false, "“Yes” «yes» 'yes'", &["“Yes”", "«yes»"]),
        ("a - b", Plain, false, "a – b, a\u{a0}— b, a-b", &["a – b", "a\u{a0}— b"]),
        ("so...", Plain, false, "so… so...", &["so…", "so..."]),
        ("so…", Plain, false, "so… so...", &["so…", "so..."]),
        ("a.b", Plain, false, "axb a.b", &["a.b"]),
        ("(", Plain, false, "f(x)", &["("]),
        ("e", Plain, false, "e e\u{301} é", &["e"]),
        ("👩", Plain, false, "👩 👩‍👧", &["👩"]),
        ("can", WholeWord, false, "can can’t Can toucan can-do", &["can", "Can", "can"]),
        ("3", WholeWord, false, "3 3.5 13", &["3"]),
        ("U.S.", WholeWord, false, "The U.S. and xU.S.", &["U.S."]),
        ("well-known", WholeWord, false, "well-known well‑known unwell-known", &["well-known", "well‑known"]),
        ("橋", WholeWord, false, "大橋です", &["橋"]),
        ("straße", Plain, false, "STRAßE Straße", &["STRAßE", "Straße"]),
        (r"\d+", Regex, false, "a1b22", &["1", "22"]),
        ("x*", Regex, false, "axxb", &["xx"]),
        ("^", Regex, false, "a\nb", &[]),
        ("^b$", Regex, false, "a\nb\nc", &["b"]),
        ("THE", Regex, false, "the The", &["the", "The"]),
        ("THE", Regex, true, "the THE", &["THE"]),
        ("e", Regex, false, "e\u{301}", &[]),
        ("aa", Plain, false, "aaaaa", &["aa", "aa"]),
    ];
    for (pattern, mode, match_case, text, expected) in cases {
        assert_eq!(hits(pattern, mode, match_case, text), expected, "{pattern} in {text}");
    }
}

#[test]
fn searching_starts_where_it_is_told() {
    let finder = Query { pattern: "a".into(), ..Query::default() }.compile().unwrap();
    let starts = |from| finder.find_in("a橋a", from).map(|hit| hit.start).collect::<Vec<_>>();
    assert_eq!((starts(0), starts(1), starts(2), starts(4), starts(9)), (vec![0, 4], vec![4], vec![4], vec![4], vec![]));
}

#[test]
fn mistakes_are_explained() {
    let cases = [
        ("a(b", Some(1), "a “(” has no “)”"),
        ("ä)", Some(2), "a “)” has no “(”"),
        ("[a", Some(0), "a “[” has no “]”"),
        ("*a", Some(0), "nothing stands before"),
        ("a{2", Some(1), "a “{” has no “}”"),
        ("a{,}", Some(2), "a number is missing"),
        ("a\\", Some(1), "a “\\” at the end"),
        (r"\q", Some(0), "this letter has no meaning"),
        (r"(a)\1", Some(3), "references to an earlier group"),
        ("(?=a)", Some(0), "looking ahead"),
        ("[z-a]", Some(1), "the first character comes after"),
        (r"\p{Nope}", Some(0), "no such class"),
        ("a\n(", None, "a “(” has no “)”"),
    ];
    for (pattern, at, words) in cases {
        let query = Query { pattern: pattern.into(), mode: Mode::Regex, match_case: false };
        match query.compile() {
            Err(FindError::Syntax { position, message }) => {
                assert_eq!(position, at, "{pattern}");
                assert!(message.contains(words), "{pattern}: {message}");
            }
            other => panic!("{pattern}: {other:?}"),
        }
    }
    let compile = |pattern: &str| Query { pattern: pattern.into(), mode: Mode::Regex, match_case: false }.compile();
    assert_eq!(compile("").unwrap_err(), FindError::Empty);
    assert_eq!(compile(r"(\w{1000}){1000}").unwrap_err(), FindError::TooLarge);
    assert!(compile("(").unwrap_err().to_string().starts_with("The regular expression does not work: a “(”"));
}

#[test]
fn quotations_are_found_in_any_typography() {
    let text = "He said: “It’s late –\nvery late…” It's over. It’s over.";
    let cases: [(&str, &[&str]); 7] = [
        ("It's over", &["It's over"]),
        ("It’s late", &["It’s late"]),
        (" \"It's  late - very late...\" ", &["“It’s late –\nvery late…”"]),
        ("it's over", &[]),
        ("late", &["late", "late"]),
        ("", &[]),
        (" \n", &[]),
    ];
    for (quote, expected) in cases {
        let found: Vec<&str> = find_quote(text, quote).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{quote}");
    }
    let long = "It's a long quote. ".repeat(5000);
    assert_eq!(find_quote(&long.replace('\'', "’"), &long).len(), 1);
}

proptest! {
    #[test]
    fn hits_are_whole_ordered_and_never_empty(text in any_text(), pattern in any_text(), from in 0..300usize, mode in 0..3) {
        let mode = [Mode::Plain, Mode::WholeWord, Mode::Regex][mode as usize];
        let query = Query { pattern, mode, match_case: from % 2 == 0 };
        if let Ok(finder) = query.compile() {
            let mut end = text.floor_char_boundary(from);
            for hit in finder.find_in(&text, from) {
                prop_assert!(hit.start >= end && hit.start < hit.end);
                prop_assert!(is_grapheme_boundary(&text, hit.start) && is_grapheme_boundary(&text, hit.end));
                end = hit.end;
            }
        }
    }

    #[test]
    fn a_piece_of_the_text_is_found(text in any_text(), a in 0..300usize, b in 0..300usize) {
        let range = crate::text::grapheme::trim(&text, a.min(b)..a.max(b));
        let piece = text[range.clone()].to_owned();
        if !piece.trim().is_empty() && piece.trim() == piece {
            prop_assert!(!find_quote(&text, &piece).is_empty());
            prop_assert!(find_quote(&text, &piece).iter().all(|found| text[found.clone()] == piece));
        }
    }
}
