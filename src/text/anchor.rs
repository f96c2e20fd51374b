//! Where a passage stands in another version of its article.

use std::ops::Range;

use super::position::{clamp_range, slice, split};

/// How many characters of context are kept on each side of a passage.
pub const CONTEXT_CHARS: usize = 32;

/// Where a passage was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Located {
    /// At its place, unchanged.
    Exact(Range<usize>),
    /// At another place, or with small changes.
    Moved(Range<usize>),
    /// At several places that fit about as well: a person must look.
    Ambiguous,
    /// Nowhere.
    Missing,
}

/// Up to 32 characters before and after a range.
pub fn context(text: &str, range: Range<usize>) -> (String, String) {
    let range = clamp_range(text, range);
    let (before, _) = split(text, range.start);
    let (_, after) = split(text, range.end);
    let start = before.char_indices().rev().take(CONTEXT_CHARS).last().map_or(before.len(), |(at, _)| at);
    (slice(text, start..range.start).to_owned(), after.chars().take(CONTEXT_CHARS).collect())
}

/// Where a passage stands in `text`.
pub fn locate(text: &str, words: &str, before: &str, after: &str, hint: usize) -> Located {
    let _ = (before, after);
    if words.is_empty() {
        return Located::Missing;
    }
    if text.get(hint..hint.saturating_add(words.len())) == Some(words) {
        return Located::Exact(hint..hint + words.len());
    }
    let mut all = text.match_indices(words);
    match (all.next(), all.next()) {
        (None, _) => Located::Missing,
        (Some((at, m)), None) => Located::Moved(at..at + m.len()),
        _ => Located::Ambiguous,
    }
}
