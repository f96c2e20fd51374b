use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;

#[test]
fn hidden_characters_are_named() {
    let cases: [(&str, &[(usize, &str)]); 16] = [
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
        ("❤\u{fe0f} ©\u{fe0f} 1\u{fe0f}\u{20e3} 葛\u{e0100}", &[]),
        ("a\u{fe0f}", &[(1, "variation selector")]),
        ("😀\u{e0101}\u{e0102}", &[(8, "variation selector")]),
        ("1\u{fe0f}", &[(1, "variation selector")]),
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

#[test]
fn a_pile_of_marks_is_drawn_up_to_a_height() {
    let found = |text: &str| unseen(text).into_iter().map(|unseen| (unseen.range, unseen.short)).collect::<Vec<_>>();
    let pile = "\u{301}".repeat(PILE);
    assert_eq!(found(&format!("e{pile}x")), []);
    assert_eq!(found(&format!("e{pile}\u{302}\u{303}x{pile}")), [(33..37, "…")]);
    assert_eq!(found(&format!("e{pile}\u{302}\0{pile}\u{302}")), [(33..35, "…"), (35..36, "NUL"), (68..70, "…")]);
    assert_eq!(found("é ü"), []);
}

#[test]
fn what_is_hidden_and_what_is_an_odd_space_are_told_apart() {
    for c in '\0'..=char::MAX {
        let hidden = hidden_name(c).is_some();
        assert!(!(hidden && unusual_space(c).is_some()), "{c:?} is both");
        assert!(!hidden || hidden_short(c).len() <= 3, "{c:?}");
        assert!(c.is_ascii() || !c.is_whitespace() || hidden || unusual_space(c).is_some(), "{c:?} is neither");
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
