//! What holds for any text.

use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;

/// Texts of what figures are made of.
fn any_figures() -> impl Strategy<Value = String> {
    const PIECES: [&str; 40] = [
        "12",
        "1,234.5",
        "1.234,5",
        "99/99/9999",
        "9999999999999999999999999",
        "two hundred",
        "and",
        "million",
        "and a half",
        "€",
        "$",
        "%",
        "-",
        "–",
        "to",
        "March",
        "12.3.2026",
        "2026-03-12",
        "Friday",
        "people were hurt",
        "metres",
        "gallons of diesel",
        "a day",
        ".",
        ",",
        "\n",
        " ",
        " ",
        " ",
        "a.m.",
        "31 February",
        "6:99",
        "-old",
        "zweiundzwanzig",
        "treinta y",
        "veinte",
        "mil",
        "der und das",
        "°F",
        "0",
    ];
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60).prop_map(|pieces| pieces.join(" "))
}

fn holds(texts: &[String]) {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let sources = sources(&texts, "2026-03-12");
    let found = find(&sources);
    for group in &found {
        for place in group.values.iter().flat_map(|value| &value.members) {
            assert!(sources[&place.article].text.get(place.range()).is_some_and(|words| !words.is_empty()), "{place:?}");
        }
    }
    assert!(found.is_sorted_by_key(|group| !group.conflict), "conflicts come first");
}

proptest! {
    #[test]
    fn places_are_words_of_the_articles(texts in prop::collection::vec(any_figures(), 1..4)) {
        holds(&texts);
    }

    #[test]
    fn any_text_can_be_read(text in any_text()) {
        holds(&[text.clone(), text]);
    }
}

#[test]
fn what_is_hostile_ends_soon() {
    for piece in ["1234567890", "12 ", "12 boats.\n", "99/99/9999 ", "two hundred and ", "a ", "“", "on Friday, ", "from 1 to 2 "] {
        holds(&[piece.repeat(40_000)]);
    }
    holds(&[format!("{} people were hurt.", "9".repeat(1000))]);
}
