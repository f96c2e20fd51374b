#![allow(clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;

#[test]
fn what_counts_for_coverage() {
    let text = "Bridge Closed After Flood\n\
        November 26, 2025\n\
        The bridge closed. It was late.\n\
        What the Town Says\n\
        - Oct. 3 The bridge opens\n\
        ![]()\n\
        * * *\n\
        {Example.org}\n\
        https://example.org/bridge\n\
        “Nobody knows,” she said.";
    let found: Vec<&str> = checkable_sentences(text).into_iter().map(|range| &text[range]).collect();
    let expected = ["The bridge closed.", "It was late.", "- Oct. 3 The bridge opens", "“Nobody knows,” she said."];
    assert_eq!(found, expected);
}

proptest! {
    #[test]
    fn checkable_sentences_are_sentences_in_order(text in any_text()) {
        let mut end = 0;
        for range in checkable_sentences(&text) {
            prop_assert!(range.start >= end && text[range.clone()].contains(char::is_alphabetic));
            prop_assert_eq!(crate::text::sentence::sentence_at(&text, range.start), range.clone());
            end = range.end;
        }
    }
}
