#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::text::sample::any_text;

#[test]
fn words_of_a_text() {
    let cases: [(&str, &[&str]); 6] = [
        ("He doesn’t pay 3.5 million.", &["He", "doesn’t", "pay", "3.5", "million"]),
        ("well-known U.S. plan", &["well", "known", "U.S", "plan"]),
        ("– … !", &[]),
        ("e\u{301}te\u{301}\nfini", &["e\u{301}te\u{301}", "fini"]),
        ("橋です", &["橋", "で", "す"]),
        ("", &[]),
    ];
    for (text, expected) in cases {
        let found: Vec<&str> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, expected);
        assert_eq!(word_count(text), expected.len());
    }
}

#[test]
fn the_word_at_an_offset() {
    let text = "He doesn’t pay, now";
    let cases = [(0, "He"), (1, "He"), (2, "He"), (3, "doesn’t"), (8, "doesn’t"), (16, "pay"), (17, ""), (99, "now")];
    for (byte, expected) in cases {
        assert_eq!(&text[word_at(text, byte)], expected, "at {byte}");
    }
    assert_eq!(word_at("a  b", 2), 2..2);
    assert_eq!(word_at("", 7), 0..0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn words_are_those_of_the_standard(text in any_text(), spaced in proptest::collection::vec("[ -~\u{301}\u{200d}’“橋é\u{3000}\u{ff9e}\n]{0,8}", 0..6)) {
        for text in [text, spaced.join(" "), spaced.join("  ")] {
            let standard = text.split_word_bound_indices().filter(|(_, word)| word.contains(char::is_alphanumeric));
            let standard: Vec<_> = standard.map(|(at, word)| at..at + word.len()).collect();
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), standard, "{:?}", text);
        }
    }

    #[test]
    fn local_segmentation_agrees_with_the_whole(text in any_text()) {
        let bounds: Vec<usize> = text.split_word_bound_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for byte in (0..=text.len()).filter(|&byte| text.is_char_boundary(byte)) {
            prop_assert_eq!(is_word_boundary(&text, byte), bounds.contains(&byte), "at {} of {:?}", byte, text);
            let expected = words(&text)
                .find(|range| range.contains(&byte))
                .or_else(|| words(&text).find(|range| range.end == byte))
                .unwrap_or(byte..byte);
            prop_assert_eq!(word_at(&text, byte), expected, "at {} of {:?}", byte, text);
        }
    }
}
