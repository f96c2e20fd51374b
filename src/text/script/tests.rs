use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;

#[test]
fn hidden_characters_are_named() {
    let cases: [(&str, &[(usize, &str)]); 12] = [
        ("pay\u{200b}pal", &[(3, "zero-width space")]),
        ("pay\u{200d}pal", &[(3, "zero-width joiner")]),
        ("\u{feff}a\u{ad}b", &[(0, "zero-width no-break space"), (4, "soft hyphen")]),
        ("a\u{202e}b\u{202c}", &[(1, "right-to-left override"), (5, "end of direction control")]),
        ("a\0b\u{9b}", &[(1, "control character"), (3, "control character")]),
        ("👩\u{200d}👧 🏳\u{fe0f}\u{200d}🌈", &[]),
        ("می\u{200c}خواهم", &[]),
        ("क्\u{200d}ष", &[]),
        ("\u{200d}", &[(0, "zero-width joiner")]),
        ("🏴\u{e0067}\u{e0062}\u{e007f}", &[]),
        ("a\u{e0067}", &[(1, "tag character")]),
        ("A fine – “day”.\nThe\tend\u{a0}👍🏽 é", &[]),
    ];
    for (text, expected) in cases {
        let found: Vec<_> = hidden_marks(text).map(|(range, name)| (range.start, name)).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn directions() {
    let cases = [
        ("The bridge", false),
        ("שלום world", true),
        ("Hello שלום", false),
        ("“123” مرحبا", true),
        ("٣ apples", false),
        ("\u{200f}abc", true),
        ("123", false),
        ("", false),
    ];
    for (paragraph, expected) in cases {
        assert_eq!(is_right_to_left(paragraph), expected, "{paragraph}");
    }
}

proptest! {
    #[test]
    fn marks_are_single_characters_in_order(text in any_text()) {
        let mut end = 0;
        for (range, name) in hidden_marks(&text) {
            prop_assert!(range.start >= end && !name.is_empty());
            prop_assert_eq!(text.get(range.clone()).map(|mark| mark.chars().count()), Some(1));
            end = range.end;
        }
    }
}
