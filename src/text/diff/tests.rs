#![allow(clippy::indexing_slicing)]

use proptest::prelude::*;

use super::ChangeKind::{Added, Removed, Same};
use super::*;
use crate::text::sample::any_text;

/// `[-removed-]` and `{+added+}`.
fn shown(old: &str, new: &str) -> String {
    word_diff(old, new)
        .into_iter()
        .map(|change| match change.kind {
            Same => change.text,
            Removed => format!("[-{}-]", change.text),
            Added => format!("{{+{}+}}", change.text),
        })
        .collect()
}

#[test]
fn changes_read_well() {
    let cases = [
        ("Hill had paid", "Stone had paid", "[-Hill-]{+Stone+} had paid"),
        ("the red bus left", "a blue bus left", "[-the red-]{+a blue+} bus left"),
        ("the bus left", "the old bus left", "the {+old +}bus left"),
        ("the old bus left", "the bus left", "the [-old -]bus left"),
        ("It cost 3.5 million.", "It cost 5.3 million.", "It cost [-3.5-]{+5.3+} million."),
        ("He left.", "He left, late.", "He left{+, late+}."),
        ("It doesn’t pay", "It doesn't pay", "It [-doesn’t-]{+doesn't+} pay"),
        ("same", "same", "same"),
        ("", "new words", "{+new words+}"),
        ("old words", "", "[-old words-]"),
        ("", "", ""),
    ];
    for (old, new, expected) in cases {
        assert_eq!(shown(old, new), expected);
    }
}

proptest! {
    #[test]
    fn both_versions_can_be_read_from_the_changes(old in any_text(), new in any_text()) {
        let changes = word_diff(&old, &new);
        let without = |kind| changes.iter().filter(|change| change.kind != kind).map(|change| change.text.as_str()).collect::<String>();
        prop_assert_eq!(without(Added), old);
        prop_assert_eq!(without(Removed), new);
        prop_assert!(changes.iter().all(|change| !change.text.is_empty()));
        prop_assert!(changes.windows(2).all(|pair| pair[0].kind != pair[1].kind));
    }
}
