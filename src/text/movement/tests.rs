#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;
use crate::text::word::words;

type Movement = fn(&str, usize) -> usize;

#[test]
fn movements() {
    let text = "He left. She can’t.\n– No word\n\nThe end.";
    let cases: [(Movement, usize, &str); 17] = [
        (next_word_start, 0, "left. She"),
        (next_word_start, 4, "She can"),
        (next_word_start, 13, "No word"),
        (next_word_start, 36, "end."),
        (next_word_start, 99, ""),
        (next_word_end, 0, " left."),
        (next_word_end, 13, ".\n–"),
        (previous_word_start, 99, "end."),
        (previous_word_start, 5, "left."),
        (previous_word_start, 3, "He left"),
        (previous_word_start, 0, "He left"),
        (previous_word_start, 26, "can’t"),
        (next_sentence_start, 0, "She can"),
        (next_sentence_start, 10, "– No"),
        (next_sentence_start, 26, "The end"),
        (previous_sentence_start, 11, "She can"),
        (previous_sentence_start, 9, "He left"),
    ];
    for (i, (movement, byte, expected)) in cases.into_iter().enumerate() {
        let found = &text[movement(text, byte)..];
        assert!(found.starts_with(expected) && found.is_empty() == expected.is_empty(), "case {i}: {found:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn word_movements_agree_with_the_words(text in any_text()) {
        for byte in (0..=text.len()).filter(|&byte| text.is_char_boundary(byte)) {
            let next = words(&text).map(|word| word.start).find(|&start| start > byte);
            prop_assert_eq!(next_word_start(&text, byte), next.unwrap_or(text.len()));
            let end = words(&text).map(|word| word.end).find(|&end| end > byte);
            prop_assert_eq!(next_word_end(&text, byte), end.unwrap_or(text.len()));
            let previous = words(&text).map(|word| word.start).take_while(|&start| start < byte).last();
            prop_assert_eq!(previous_word_start(&text, byte), previous.unwrap_or(0), "at {} of {:?}", byte, text);
        }
    }

    #[test]
    fn every_movement_moves(text in any_text(), byte in 0..400usize) {
        let byte = text.floor_char_boundary(byte);
        for forward in [next_word_start, next_word_end, next_sentence_start] {
            let to = forward(&text, byte);
            prop_assert!(text.is_char_boundary(to) && (to > byte || to == text.len()));
        }
        for backward in [previous_word_start, previous_sentence_start] {
            let to = backward(&text, byte);
            prop_assert!(text.is_char_boundary(to) && (to < byte || to == 0));
        }
    }
}

#[test]
fn a_selection_grows_from_word_to_sentence_to_paragraph_to_text() {
    let text = "He left. She can’t.\n– No word here\n\nThe end.";
    for (from, steps) in [
        ("e lef", &["He left", "He left.", "He left. She can’t.", text][..]),
        ("can’t", &["She can’t.", "He left. She can’t.", text]),
        ("left. She", &["He left. She can’t.", text, text]),
        ("can’t.\n– No", &["She can’t.\n– No word here", "He left. She can’t.\n– No word here", text]),
        ("The end.", &[text, text]),
    ] {
        let start = text.find(from).unwrap();
        let mut range = start..start + from.len();
        for (step, expected) in steps.iter().enumerate() {
            range = widened(text, &Blocks::new(text), range);
            assert_eq!(&text[range.clone()], *expected, "step {step} from {from}");
        }
    }
    assert_eq!(&text[widened(text, &Blocks::new(text), 10..10)], "She");
    for (empty, expected) in [("", 0..0), ("  \n ", 0..0)] {
        assert_eq!(widened(empty, &Blocks::new(empty), 0..empty.len()), expected);
    }
}

proptest! {
    #[test]
    fn widening_holds_what_it_was_and_comes_to_an_end(text in any_text(), a in 0usize..400, b in 0usize..400) {
        let words = crate::text::grapheme::trim(&text, a.min(b)..a.max(b));
        let blocks = Blocks::new(&text);
        let mut range = words.clone();
        for _ in 0..12 {
            let wider = widened(&text, &blocks, range.clone());
            prop_assert!(range.is_empty() || (wider.start <= range.start && range.end <= wider.end), "{range:?} in {wider:?}");
            range = wider;
        }
        prop_assert_eq!(range, crate::text::grapheme::trim(&text, 0..text.len()));
    }
}

/// What has no sentence, no word and no paragraph to end at is passed in steps, both ways, and every step is on a grapheme's edge.
#[test]
fn a_giant_paragraph_is_passed_in_steps() {
    let marks = "\u{301}".repeat(50_000);
    let letters = "e\u{301}".repeat(33_000);
    let names = "many an Ostrava tram ".repeat(5_000);
    let sentences = "The tram to Ostrava left at nine. ".repeat(3_000);
    for (text, most) in [(&marks, 200), (&letters, 200), (&names, 5_000 * 4 + 1)] {
        let forward = [next_word_start, next_word_end, next_sentence_start];
        let backward = [previous_word_start, previous_sentence_start];
        let steps = |from: usize, to: usize, step: Movement| {
            let mut at = from;
            let mut count = 0;
            while at != to && count <= most {
                (at, count) = (step(text, at), count + 1);
            }
            (at, count)
        };
        for (from, to, movements) in [(0, text.len(), &forward[..]), (text.len(), 0, &backward[..])] {
            for movement in movements {
                let (at, count) = steps(from, to, *movement);
                assert!(at == to && count <= most, "stands at {at} after {count} steps");
            }
        }
        let middle = crate::text::grapheme::floor_grapheme(text, text.len() / 2);
        let sentence = sentence_at(text, middle);
        assert!(sentence.contains(&middle) && sentence.len() < 40_000, "{sentence:?}");
        assert!(crate::text::grapheme::is_grapheme_boundary(text, sentence.start), "{sentence:?}");
        assert!(crate::text::grapheme::is_grapheme_boundary(text, sentence.end), "{sentence:?}");
    }
    let middle = sentences.len() / 2;
    assert_eq!(&sentences[sentence_at(&sentences, middle)], "The tram to Ostrava left at nine.");
}
