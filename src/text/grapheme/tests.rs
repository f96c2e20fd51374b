#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::reversed_empty_ranges)]

use std::time::Instant;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::text::sample::any_text;

#[test]
fn trimmed_selections() {
    let cases = [
        ("  the bridge \n", 0..14, "the bridge"),
        ("the bridge", 2..5, "e b"),
        ("the bridge", 3..5, "b"),
        ("cafe\u{301} bar", 0..4, "cafe\u{301}"),
        ("a👩‍👩‍👧b", 5..8, "👩‍👩‍👧"),
        ("🇩🇪🇫🇷", 8..12, "🇫🇷"),
        ("\u{a0}\u{3000}x\u{2003}", 0..99, "x"),
        (" \u{301}x", 1..4, " \u{301}x"),
    ];
    for (text, range, expected) in cases {
        assert_eq!(&text[trim(text, range)], expected);
    }
    assert_eq!(trim("ab  cd", 2..4), 2..2);
    assert_eq!(trim("ab", 5..1), 2..2);
}

/// A look at the end of a large text is as fast as one at its start.
#[test]
fn cost_is_local() {
    let text = "The bridge opened 👍🏽 again. ".repeat(200_000);
    let started = Instant::now();
    for byte in (0..text.len()).step_by(text.len() / 1000) {
        assert!(previous_grapheme(&text, ceil_grapheme(&text, byte)) <= next_grapheme(&text, byte));
    }
    assert!(started.elapsed().as_secs() < 5, "3,000 looks read the whole text");
}

/// A hostile text, of one letter with endless marks or of nothing but flags, is no slower to look at.
#[test]
fn endless_graphemes_are_parted() {
    for (start, piece) in
        [("", "\u{301}"), ("e", "\u{301}"), ("x", "🇩"), ("👩", "\u{200d}"), ("", "\u{1100}"), ("ab", "\u{302}🇩"), ("क", "्क")]
    {
        let text = format!("{start}{}", piece.repeat(2_000_000 / piece.len()));
        let started = Instant::now();
        for byte in (0..text.len()).step_by(9_973) {
            let (floor, ceil) = (floor_grapheme(&text, byte), ceil_grapheme(&text, byte));
            assert!(floor <= byte && byte <= ceil && ceil - floor <= 3 * LONGEST, "{floor}..{ceil} in {piece:?}");
            assert!(is_grapheme_boundary(&text, floor) && is_grapheme_boundary(&text, ceil), "{floor}..{ceil} in {piece:?}");
            assert_eq!(floor_grapheme(&text, ceil), ceil);
            if floor < byte {
                assert_eq!(next_grapheme(&text, floor), ceil, "after {floor} in {piece:?}");
                assert_eq!(previous_grapheme(&text, ceil), floor, "before {ceil} in {piece:?}");
            }
        }
        assert!(started.elapsed().as_secs() < 10, "looks at {piece:?} read the whole text");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn boundaries_agree_with_unicode(text in any_text()) {
        let bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for byte in 0..=text.len() + 2 {
            let at_end = byte.min(text.len());
            let floor = bounds.iter().copied().rfind(|&bound| bound <= at_end).unwrap();
            let ceil = bounds.iter().copied().find(|&bound| bound >= at_end).unwrap();
            prop_assert_eq!(is_grapheme_boundary(&text, byte), bounds.contains(&byte));
            prop_assert_eq!(floor_grapheme(&text, byte), floor);
            prop_assert_eq!(ceil_grapheme(&text, byte), ceil);
            let next = bounds.iter().copied().find(|&bound| bound > at_end).unwrap_or(text.len());
            let previous = bounds.iter().copied().rfind(|&bound| bound < at_end).unwrap_or(0);
            prop_assert_eq!(next_grapheme(&text, byte), next);
            prop_assert_eq!(previous_grapheme(&text, byte), previous);
        }
    }

    #[test]
    fn a_trimmed_range_stays_as_it_is(text in any_text(), a in 0..300usize, b in 0..300usize) {
        let once = trim(&text, a..b);
        prop_assert!(is_grapheme_boundary(&text, once.start) && is_grapheme_boundary(&text, once.end));
        prop_assert_eq!(trim(&text, once.clone()), once.clone());
        let held = clamp_range(&text, a..b);
        prop_assert!(text[once].contains(text[held].trim()));
    }
}
