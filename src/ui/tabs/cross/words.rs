//! Findings in words: how far they reach, what sets their places apart, and the pieces that list and cards are written with.

use std::ops::Range;

use crate::app::App;
use crate::app::cross::{Card, Finding};
use crate::crosscheck::finding::{QuoteClass, QuoteGroup, Quoted};
use crate::model::{Article, ArticleId};
use crate::text::diff::{Change, ChangeKind, word_diff};
use crate::text::position::slice;
use crate::text::quotation::fold_char;

/// Longer stretches, in bytes, are not compared word by word.
const LONGEST: usize = 6_000;

/// “3 articles · 4 places”.
pub(super) fn extent(cards: &[Card]) -> String {
    let places: Vec<&(ArticleId, Range<usize>)> = cards.iter().flat_map(|card| &card.places).collect();
    let mut articles: Vec<ArticleId> = places.iter().map(|(article, _)| *article).collect();
    articles.sort_unstable();
    articles.dedup();
    let count = |count: usize, what: &str| if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") };
    if places.len() == articles.len() {
        count(articles.len(), "article")
    } else {
        format!("{} · {}", count(articles.len(), "article"), count(places.len(), "place"))
    }
}

/// The words of a place.
pub(super) fn words_at<'a>(app: &'a App, (article, range): &(ArticleId, Range<usize>)) -> &'a str {
    app.session().project().article(*article).map_or("", |article| slice(article.text(), range.clone()))
}

/// Which paragraph a byte is in, counted from 1.
pub(in crate::ui::tabs) fn paragraph_number(article: &Article, byte: usize) -> usize {
    memchr::memchr_iter(b'\n', slice(article.text(), 0..byte).as_bytes()).count() + 1
}

/// The row of a finding: pieces that stand alike, and pieces that differ.
pub(super) fn row(app: &App, finding: Finding, cards: &[Card]) -> Vec<Change> {
    let findings = &app.cross.found.findings;
    let same = |text: String| vec![Change { kind: ChangeKind::Same, text }];
    let variants = |labels: Vec<&str>| {
        let mut pieces = Vec::new();
        for label in labels {
            if !pieces.is_empty() {
                pieces.push(Change { kind: ChangeKind::Same, text: " / ".to_owned() });
            }
            pieces.push(Change { kind: ChangeKind::Same, text: label.to_owned() });
        }
        pieces
    };
    let first = || cards.first().and_then(|card| card.places.first()).map_or("", |place| words_at(app, place));
    match finding {
        Finding::Quote(at) => match findings.quotes.get(at as usize) {
            Some(group) if group.class != QuoteClass::Paraphrased => from_first_change(group.diff.clone()),
            Some(group) => same(quoted(app, group, cards).unwrap_or_default()),
            None => Vec::new(),
        },
        Finding::Fault(_) | Finding::Repeat(_) => same(first().to_owned()),
        Finding::Name(_) => variants(cards.iter().map(|card| card.label.as_str()).collect()),
        Finding::Figure(at) => {
            let what = findings.figures.get(at as usize).map_or("", |group| group.what.as_str());
            let mut pieces = same(format!("{what}: "));
            pieces.extend(variants(cards.iter().map(|card| card.label.as_str()).collect()));
            pieces
        }
    }
}

/// The words of the first place that quotes a statement and does not only tell it, without their marks.
fn quoted(app: &App, group: &QuoteGroup, cards: &[Card]) -> Option<String> {
    let quotes = |(member, _): &(&Quoted, &Card)| member.class != QuoteClass::Paraphrased;
    let (member, card) = group.members.iter().zip(cards).find(quotes)?;
    let text = app.article_of(card.places.first()?.0)?.text();
    let parts: Vec<&str> = member.parts.iter().map(|(start, end)| slice(text, *start..*end)).collect();
    Some(parts.join(" … "))
}

/// The row of a finding in one wording, for where it is told and not drawn: that of the first of two that differ.
pub(super) fn plain(app: &App, finding: Finding, cards: &[Card]) -> String {
    let pieces = row(app, finding, cards).into_iter().filter(|piece| piece.kind != ChangeKind::Added);
    pieces.map(|piece| piece.text).collect()
}

/// Leaves out what stands long before the first change, so that the change is in sight.
fn from_first_change(mut pieces: Vec<Change>) -> Vec<Change> {
    const BEFORE: usize = 28;
    let many = pieces.len() > 1;
    if let Some(first) = pieces.first_mut().filter(|first| many && first.kind == ChangeKind::Same && first.text.chars().count() > BEFORE) {
        let cut = first.text.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
        let tail = first.text.get(cut..).unwrap_or_default();
        let tail = tail.find(' ').and_then(|space| tail.get(space + 1..)).unwrap_or(tail);
        first.text = format!("… {tail}");
    }
    pieces
}

/// The words of one stretch that another stretch does not have, as bytes of the first article's text. `parts` are the stretches of either text
/// that count, as where “, he said,” breaks a quotation.
pub(super) fn changed(text: &str, parts: &[Range<usize>], other: &str, other_parts: &[Range<usize>]) -> Vec<Range<usize>> {
    let length = |parts: &[Range<usize>]| parts.iter().map(ExactSizeIterator::len).sum::<usize>();
    if length(parts) + length(other_parts) > LONGEST {
        return Vec::new();
    }
    let (own, places) = folded(text, parts);
    let (others, _) = folded(other, other_parts);
    let mut at = 0;
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for change in word_diff(&own, &others) {
        let count = change.text.chars().count();
        if change.kind == ChangeKind::Added {
            continue;
        }
        if change.kind == ChangeKind::Removed {
            let characters = change.text.chars().zip(places.get(at..at + count).unwrap_or_default());
            ranges.extend(runs(characters.map(|(c, place)| (c.is_alphanumeric(), place))));
        }
        at += count;
    }
    ranges
}

/// The stretches from a letter to the last letter after it, cut where a part ends: marks alone are no words.
fn runs<'a>(characters: impl Iterator<Item = (bool, &'a Range<usize>)>) -> Vec<Range<usize>> {
    let mut runs: Vec<Option<Range<usize>>> = Vec::new();
    let mut reached = None;
    for (is_letter, place) in characters {
        if reached != Some(place.start) {
            runs.push(None);
        }
        reached = Some(place.end);
        match runs.last_mut().filter(|_| is_letter) {
            Some(Some(run)) => run.end = place.end,
            Some(run) => *run = Some(place.clone()),
            None => {}
        }
    }
    runs.into_iter().flatten().collect()
}

/// The parts with typographic variants made alike and in lower case, and where each character stands in the text.
fn folded(text: &str, parts: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let (mut words, mut places) = (String::new(), Vec::new());
    for part in parts {
        if !words.is_empty() {
            words.push(' ');
            places.push(part.start..part.start);
        }
        for (at, c) in slice(text, part.clone()).char_indices() {
            let place = part.start + at..part.start + at + c.len_utf8();
            let folded = fold_char(c);
            let lower = folded.to_lowercase().next().filter(|_| folded.to_lowercase().count() == 1).unwrap_or(folded);
            words.push(lower);
            places.push(place);
        }
    }
    (words, places)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::single_range_in_vec_init)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_found_in_their_own_article() {
        for (own, other, words) in [
            ("the pier is safe", "the pier was safe", vec!["is"]),
            ("“The Pier is safe”", "\"the pier is safe\"", vec![]),
            ("a lot of space, he said", "a lot of room, he said", vec!["space"]),
            ("never again", "again", vec!["never"]),
            ("", "again", vec![]),
        ] {
            let found = changed(own, &[0..own.len()], other, &[0..other.len()]);
            assert_eq!(found.into_iter().map(|range| &own[range]).collect::<Vec<_>>(), words, "{own} / {other}");
        }
        let text = "“The pier,” he said, “is safe.”";
        let other = "“The pier was safe.”";
        let at = |part: &str| text.find(part).map(|at| at..at + part.len()).unwrap();
        let found = changed(text, &[at("The pier,"), at("is safe.")], other, &[3..other.len() - 3]);
        assert!(found.into_iter().any(|range| &text[range.clone()] == "is"));
    }

    #[test]
    fn a_long_beginning_gives_way_to_the_change() {
        let same = |text: &str| Change { kind: ChangeKind::Same, text: text.to_owned() };
        let pieces =
            vec![same("We have looked at every single bolt of the bridge and "), Change { kind: ChangeKind::Removed, text: "none".into() }];
        let cut = from_first_change(pieces.clone());
        assert_eq!(
            cut[0].text,
            "… every single bolt of the bridge and ".split_once("single ").map(|(_, rest)| format!("… {rest}")).unwrap()
        );
        assert_eq!(from_first_change(pieces[1..].to_vec()), pieces[1..].to_vec());
    }
}
