//! Sentences as data: what can be checked in them, and what cannot.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;

use super::checkable;
use crate::text::sample::any_text;

/// The sentences of a text in which there is something to check.
fn left(text: &str) -> Vec<&str> {
    checkable(text).into_iter().map(|range| &text[range]).collect()
}

#[track_caller]
fn check(sentences: &[&str], expected: bool) {
    for sentence in sentences {
        assert_eq!(!left(sentence).is_empty(), expected, "{sentence}");
    }
}

#[test]
fn what_can_be_checked() {
    let sentences = [
        "The ferry carried 240 cars and two lorries.",
        "It was built in 1967 by a yard in the north.",
        "The yard closed its gates on a Friday.",
        "The harbour belongs to Lindmouth now.",
        "“It was a good ship,” the captain said.",
        "The captain told reporters that the ship was sound.",
        "It was the largest ship on the coast.",
        "The ferry stopped because the engine had failed.",
        "The new ferry is slower than the old one.",
        "Nobody was hurt.",
        "Ellen Marsh resigned.",
        "Die Fähre gehört jetzt Karla Wiesner.",
        "Laut der Polizei wurde niemand in der Mühle verletzt.",
        "El barco llevaba doscientos coches, según la naviera.",
    ];
    check(&sentences, true);
}

#[test]
fn a_sentence_begins_after_its_dateline() {
    let text = "LINDMOUTH – The ferry carried 240 cars. It was built in 1967.\n\nThe harbour belongs to Lindmouth now.";
    let expected = ["The ferry carried 240 cars.", "It was built in 1967.", "The harbour belongs to Lindmouth now."];
    assert_eq!(left(text), expected);
}

#[test]
fn what_nobody_can_check() {
    let sentences = [
        "Who pays for all this?",
        "What happens next?",
        "Thanks to everybody who wrote in.",
        "Far from it.",
        "Not so.",
        "We hope that it will be a lovely summer.",
        "It should never have come to this.",
        "Perhaps it will rain.",
        "Wie geht es weiter?",
        "¿Quién lo paga?",
        "Share this article on Twitter",
        "© 2026 The Lindmouth Post. All rights reserved.",
    ];
    check(&sentences, false);
}

#[test]
fn in_doubt_a_sentence_can_be_checked() {
    let sentences = [
        "Did the mayor know of the report of 2019?",
        "“Is it safe?” asked the captain.",
        "“I think so,” she said.",
        "Sadly, 12 sailors drowned.",
        "Perhaps Ellen Marsh knew of it.",
        "We hope that it will end because the council agreed.",
        "The crew left the ship in silence.",
        "橋が開いた。",
    ];
    check(&sentences, true);
}

#[test]
fn a_quotation_goes_on_from_sentence_to_sentence() {
    let text = "“We left at dawn. Where to? I think it was lovely.” Where to? The crew went home.";
    assert_eq!(left(text), ["“We left at dawn.", "Where to?", "I think it was lovely.”", "The crew went home."]);
    assert_eq!(left("“We left at dawn.\nWe hope that all goes well."), ["“We left at dawn."]);
}

proptest! {
    #[test]
    fn they_are_some_of_the_sentences_in_order(text in any_text()) {
        let all = crate::text::checkable::checkable_sentences(&text);
        let left = checkable(&text);
        prop_assert!(left.iter().all(|range| all.contains(range)) && left.is_sorted_by_key(|range| range.start));
    }
}
