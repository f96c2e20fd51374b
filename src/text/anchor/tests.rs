#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::text::grapheme::is_grapheme_boundary;
use crate::text::sample::any_text;

const OLD: &str = "The council met on Monday. The mayor had opened the old bridge in May, he said.\n\
    Nobody was hurt. The mayor had closed the market in June, she said.\n\
    In the end the council voted for the bridge and against the market.";

/// Marks `words` in [`OLD`], looks for them in `new`, and gives what was found with `=` (exact), `>` (moved), `?` or `-`.
fn follow(words: &str, new: &str) -> String {
    let at = OLD.find(words).unwrap();
    let (before, after) = context(OLD, at..at + words.len());
    match locate(new, words, &before, &after, at) {
        Located::Exact(range) => format!("={}", &new[range]),
        Located::Moved(range) => format!(">{}", &new[range]),
        Located::Ambiguous => "?".into(),
        Located::Missing => "-".into(),
    }
}

#[test]
fn passages_are_followed() {
    let with_start = format!("Updated today.\n{OLD}");
    let twice = format!("{OLD}\n{OLD}");
    let cases = [
        ("the old bridge in May", OLD.to_owned(), "=the old bridge in May"),
        ("bridge", OLD.to_owned(), "=bridge"),
        ("bridge", with_start.clone(), ">bridge"),
        ("The mayor had", with_start.clone(), ">The mayor had"),
        ("bridge", twice.clone(), "=bridge"),
        ("bridge", format!("{}{twice}", "x ".repeat(120)), "?"),
        (
            "The mayor had opened the old bridge in May",
            OLD.replace("opened the old", "reopened the old"),
            ">The mayor had reopened the old bridge in May",
        ),
        ("The mayor had opened the old bridge in May", OLD.replace("opened the old bridge", "sold a town hall"), "-"),
        ("council voted for the bridge", OLD.replace("voted for", "voted, for"), ">council voted, for the bridge"),
        ("Monday", OLD.replace("Monday", "Friday"), "-"),
        ("Monday", "Nothing of it is left; another Monday, another town.".into(), "?"),
        ("market", OLD.replace("market", "fair"), "-"),
        ("bridge", String::new(), "-"),
    ];
    for (words, new, expected) in cases {
        assert_eq!(follow(words, &new), expected, "{words} in {new}");
    }
}

#[test]
fn two_places_nearly_alike_are_ambiguous() {
    let sentence = "the town paid 40,000 euros for repairs of the road";
    let one = sentence.replace("40,000", "45,000");
    let two = sentence.replace("40,000", "47,000");
    let text = format!("Last year {one}, it said. This year {two}, it said.");
    assert_eq!(locate(&text, sentence, "", "", 10), Located::Ambiguous);
}

#[test]
fn long_passages_are_followed_too() {
    let old = (0..400).map(|i| format!("Line {i} of the report is here. ")).collect::<String>();
    let new = format!("Preface. {}", old.replace("Line 200 of", "Line 200 in"));
    let words = old.trim();
    match locate(&new, words, "", "", 0) {
        Located::Moved(range) => assert_eq!(&new[range], new["Preface. ".len()..].trim()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn context_is_at_most_32_characters_of_whole_graphemes() {
    let text = format!("{}👩‍👩‍👧{}the words{}", "x".repeat(40), "y".repeat(30), "z".repeat(50));
    let start = text.find("the").unwrap();
    let (before, after) = context(&text, start..start + 9);
    assert_eq!((before, after), ("y".repeat(30), "z".repeat(32)));
    assert_eq!(context("ab", 0..2), (String::new(), String::new()));
    assert_eq!(context("aéb", 1..3), ("a".into(), "b".into()));
}

fn plain_distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let best = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = std::mem::replace(&mut row[j + 1], best);
        }
    }
    row[b.len()]
}

proptest! {
    #[test]
    fn bit_parallel_distance_is_the_distance(a in "[ab ]{0,200}", b in "[ab ]{0,200}") {
        let chars = |s: &str| s.chars().collect::<Vec<_>>();
        prop_assert_eq!(Pattern::new(&a).distance(&b), plain_distance(&chars(&a), &chars(&b)));
    }

    #[test]
    fn an_unchanged_text_has_every_passage_in_place(text in any_text(), a in 0..300usize, b in 0..300usize) {
        let range = crate::text::grapheme::trim(&text, a.min(b)..a.max(b));
        let (before, after) = context(&text, range.clone());
        prop_assert!(before.chars().count() <= CONTEXT_CHARS && after.chars().count() <= CONTEXT_CHARS);
        if !range.is_empty() {
            let words = &text[range.clone()];
            prop_assert_eq!(locate(&text, words, &before, &after, range.start), Located::Exact(range.clone()));
        }
    }

    #[test]
    fn what_is_found_is_whole(text in any_text(), words in any_text(), before in any_text(), hint in any::<usize>()) {
        if let Located::Exact(range) | Located::Moved(range) = locate(&text, &words, &before, "", hint) {
            prop_assert!(text.get(range.clone()).is_some());
            let exact = text[range.clone()] == words;
            prop_assert!(exact || (is_grapheme_boundary(&text, range.start) && is_grapheme_boundary(&text, range.end)));
        }
    }
}
