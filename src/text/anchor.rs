//! Where a passage stands when its article's text is another version than the one it was marked in.
//!
//! The method is Hypothesis's (`src/annotator/anchoring` of its client): first the old position, then the exact
//! words, then words that are nearly the same. Its lesson is here too: without a least similarity and a margin
//! over the second-best place, a passage lands on a look-alike, and nobody notices. So the answer is
//! [`Located::Ambiguous`] wherever two places fit about as well, or short words stand in strange surroundings: a
//! person looks, and no annotation moves silently.
//!
//! The text is read once; the search for nearly the same words (`fuzzy`) costs the length of the text times a
//! sixty-fourth of the passage's. It does not follow a passage that was torn into pieces.

mod fuzzy;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::fuzzy::{Pattern, similar_places};
use super::grapheme::{ceil_grapheme, floor_grapheme};
use super::position::{clamp, clamp_range, slice, split};

/// How many characters of context are kept on each side of a passage, at most.
pub const CONTEXT_CHARS: usize = 32;

/// The least similarity of words that count as the same passage: 1 less the edits per character.
pub const LEAST_SIMILARITY: f64 = 0.85;

/// How much better than the second-best place the best one must be, as a share of a perfect fit.
const MARGIN: f64 = 0.05;

/// Passages shorter than this, in characters, need surroundings that they know.
const LONG_ENOUGH: usize = 24;

/// The least similarity of the surroundings of a short passage.
const KNOWN_SURROUNDINGS: f64 = 0.5;

/// How many times nearer to the old position one of two like places must be to be preferred.
const MUCH_NEARER: usize = 4;

/// Where a passage was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Located {
    /// At its old position, word for word.
    Exact(Range<usize>),
    /// At another position, or with small changes.
    Moved(Range<usize>),
    /// At places that fit about as well, or that fit badly: a person must look.
    Ambiguous,
    /// Nowhere.
    Missing,
}

/// Up to 32 characters before and after a range, without cutting a grapheme.
pub fn context(text: &str, range: Range<usize>) -> (String, String) {
    let Range { start, end } = clamp_range(text, range);
    let first = back(text, start, CONTEXT_CHARS);
    let last = forth(text, end, CONTEXT_CHARS);
    let first = ceil_grapheme(text, first).min(start);
    let last = floor_grapheme(text, last).max(end);
    (slice(text, first..start).to_owned(), slice(text, end..last).to_owned())
}

/// Where the passage `words`, which once stood at `hint` (bytes) between `before` and `after`, stands in `text`.
pub fn locate(text: &str, words: &str, before: &str, after: &str, hint: usize) -> Located {
    if words.is_empty() {
        return Located::Missing;
    }
    let old = hint..hint.saturating_add(words.len());
    let at_hint = text.get(old.clone()) == Some(words);
    if at_hint && split(text, old.start).0.ends_with(before) && split(text, old.end).1.starts_with(after) {
        return Located::Exact(old);
    }

    let surroundings = Surroundings::new(before, after);
    let place = |range: Range<usize>, similarity: f64| Place {
        surroundings: surroundings.similarity(text, &range),
        similarity,
        away: range.start.abs_diff(hint),
        range,
    };
    let mut places: Vec<Place> = text.match_indices(words).map(|(at, words)| place(at..at + words.len(), 1.0)).collect();
    if at_hint && places.iter().all(|place| place.range != old) {
        places.push(place(old.clone(), 1.0));
    }
    let exact = !places.is_empty();
    if !exact {
        let similar = similar_places(text, words, LEAST_SIMILARITY);
        places.extend(similar.into_iter().map(|(range, similarity)| place(range, similarity)));
    }
    let long = words.chars().nth(LONG_ENOUGH - 1).is_some();
    match best(places) {
        Best::None => Located::Missing,
        Best::Several => Located::Ambiguous,
        Best::One(place) if long || place.surroundings >= KNOWN_SURROUNDINGS => {
            if exact && place.range == old {
                Located::Exact(place.range)
            } else {
                Located::Moved(place.range)
            }
        }
        Best::One(_) if exact => Located::Ambiguous,
        Best::One(_) => Located::Missing,
    }
}

/// A place that may be the passage's.
struct Place {
    range: Range<usize>,
    /// Of the words, 0 to 1.
    similarity: f64,
    /// Of what stands around them, 0 to 1.
    surroundings: f64,
    /// From the old position, in bytes.
    away: usize,
}

impl Place {
    fn score(&self) -> f64 {
        0.6 * self.similarity + 0.4 * self.surroundings
    }
}

enum Best {
    None,
    One(Place),
    Several,
}

fn best(mut places: Vec<Place>) -> Best {
    let top = places.iter().map(Place::score).fold(0.0, f64::max);
    places.retain(|place| place.score() > top - MARGIN);
    places.sort_by_key(|place| place.away);
    let mut nearest = places.into_iter();
    match (nearest.next(), nearest.next()) {
        (None, _) => Best::None,
        (Some(place), None) => Best::One(place),
        (Some(place), Some(second)) => {
            let both_exact = place.similarity == 1.0 && second.similarity == 1.0;
            if both_exact && second.away / MUCH_NEARER >= place.away { Best::One(place) } else { Best::Several }
        }
    }
}

/// What stood around a passage, ready to be compared with many places.
struct Surroundings {
    before: Pattern,
    after: Pattern,
}

impl Surroundings {
    fn new(before: &str, after: &str) -> Self {
        Self { before: Pattern::new(before), after: Pattern::new(after) }
    }

    /// How alike what stands around `range` is, 0 to 1; 1 if nothing is known of the surroundings.
    fn similarity(&self, text: &str, range: &Range<usize>) -> f64 {
        let Self { before, after } = self;
        let all = before.len() + after.len();
        if all == 0 {
            return 1.0;
        }
        let preceding = back(text, range.start, before.len())..range.start;
        let following = range.end..forth(text, range.end, after.len());
        let edits = before.distance(slice(text, preceding)) + after.distance(slice(text, following));
        1.0 - (edits.min(all) as f64 / all as f64)
    }
}

/// The offset `count` characters before `byte`, or 0.
fn back(text: &str, byte: usize, count: usize) -> usize {
    let before = split(text, byte).0;
    before.char_indices().rev().take(count).last().map_or(before.len(), |(at, _)| at)
}

/// The offset `count` characters after `byte`, or the end.
fn forth(text: &str, byte: usize, count: usize) -> usize {
    let byte = clamp(text, byte);
    byte + split(text, byte).1.chars().take(count).map(char::len_utf8).sum::<usize>()
}
