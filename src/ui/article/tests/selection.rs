//! The selection over bytes, without a window.

use proptest::prelude::*;

use super::super::selection::{Selection, Unit, copied};
use crate::text::blocks::Blocks;
use crate::text::grapheme::is_grapheme_boundary;

const TEXT: &str = "One two. Three four.\nFive six.";

#[test]
fn it_grows_by_its_unit_both_ways() {
    for (unit, from, to, expected) in [
        (Unit::Grapheme, 4, 7, 4..7),
        (Unit::Grapheme, 7, 4, 4..7),
        (Unit::Word, 5, 5, 4..7),
        (Unit::Word, 5, 10, 4..14),
        (Unit::Word, 10, 1, 0..14),
        (Unit::Sentence, 5, 5, 0..8),
        (Unit::Sentence, 5, 12, 0..20),
        (Unit::Sentence, 24, 12, 9..30),
        (Unit::Paragraph, 12, 12, 0..20),
        (Unit::Paragraph, 12, 25, 0..30),
    ] {
        let mut selection = Selection::begin(TEXT, &Blocks::new(TEXT), from, unit);
        selection.extend(TEXT, &Blocks::new(TEXT), to);
        assert_eq!(selection.range(), expected, "{unit:?} from {from} to {to}");
    }
}

#[test]
fn it_shrinks_again_when_the_pointer_comes_back() {
    let mut selection = Selection::begin(TEXT, &Blocks::new(TEXT), 5, Unit::Word);
    for (to, expected) in [(25, 4..25), (10, 4..14), (1, 0..7), (5, 4..7)] {
        selection.extend(TEXT, &Blocks::new(TEXT), to);
        assert_eq!(selection.range(), expected, "to {to}");
    }
}

#[test]
fn keys_go_on_from_a_selection_by_words() {
    let mut selection = Selection::begin(TEXT, &Blocks::new(TEXT), 5, Unit::Word);
    selection.extend_exactly(TEXT, 9);
    assert_eq!(selection.range(), 4..9);
    let mut selection = Selection::begin(TEXT, &Blocks::new(TEXT), 10, Unit::Word);
    selection.extend(TEXT, &Blocks::new(TEXT), 1);
    selection.extend_exactly(TEXT, 2);
    assert_eq!(selection.range(), 2..14);
}

#[test]
fn copied_paragraphs_are_parted_by_a_blank_line() {
    assert_eq!(copied(TEXT, 15..25), "four.\n\nFive");
}

proptest! {
    #[test]
    fn it_never_cuts_a_grapheme(text in "([a-z .\n]|e\u{301}|👨‍👩‍👧|🇩🇪|字){0,30}", at in prop::collection::vec(0usize..200, 1..6), clicks in 1u32..5) {
        let blocks = Blocks::new(&text);
        let mut selection = Selection::begin(&text, &blocks, at[0], Unit::of_clicks(clicks));
        for byte in &at {
            selection.extend(&text, &blocks, *byte);
            let range = selection.range();
            prop_assert!(range.start <= range.end && is_grapheme_boundary(&text, range.start) && is_grapheme_boundary(&text, range.end));
            prop_assert!(range.start <= selection.head() && selection.head() <= range.end);
        }
        let words = selection.words(&text);
        let before = selection.range();
        selection.tidy(&text);
        prop_assert!(words.is_none() || Some(selection.range()) == words, "{:?} became {:?}", before, selection.range());
        if let Some(words) = words {
            prop_assert_eq!(text[words.clone()].trim(), &text[words]);
        }
    }
}
