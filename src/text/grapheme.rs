//! Graphemes: what a reader takes for one character (UAX #29, extended). A letter with its accents, a flag, a
//! family of emoji are one each; the caret, a selection and a hit never stand inside one.
//!
//! Every function looks only at the characters around the offset. By the rules alone a grapheme has no greatest length,
//! and in a run of flags the place where the run starts decides. A hostile text could so make every look read all of it:
//! where [`LONGEST`] bytes up to a multiple of that number are one grapheme or nothing but flags, another one starts.

#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::GraphemeCursor;

use super::position::{clamp, clamp_range, slice};

/// How far a grapheme can reach before it is parted, in bytes.
const LONGEST: usize = 1024;

/// The last place at or before `byte` where a grapheme may be parted: a multiple of [`LONGEST`], or the start of the
/// character that it is in.
fn place(text: &str, byte: usize) -> usize {
    let n = (byte + 3) / LONGEST;
    let place = clamp(text, n * LONGEST);
    if place <= byte { place } else { clamp(text, n.saturating_sub(1) * LONGEST) }
}

/// Whether a grapheme is parted at a place.
fn is_parted(text: &str, place: usize) -> bool {
    let Some(from) = place.checked_sub(LONGEST) else { return false };
    let window = slice(text, from..place);
    // What goes on with a character before the window must not look like a boundary in it.
    let begun = window.trim_start_matches(|c| is_combining_mark(c) || c == '\u{200d}');
    let one = GraphemeCursor::new(0, begun.len(), true).next_boundary(begun, 0).ok().flatten().unwrap_or(0) == begun.len();
    one || window.chars().all(|c| matches!(c, '\u{1f1e6}'..='\u{1f1ff}'))
}

/// Where the part of the text starts that decides what is at a byte after it.
fn context(text: &str, byte: usize) -> usize {
    let place = place(text, byte);
    if is_parted(text, place) { place } else { 0 }
}

/// The first grapheme boundary after `byte`; the end of the text if there is none.
pub fn next_grapheme(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    let from = context(text, byte);
    let near = slice(text, from..clamp(text, byte + 4 * LONGEST));
    let next = GraphemeCursor::new(byte - from, near.len(), true).next_boundary(near, 0).ok().flatten().unwrap_or(near.len()) + from;
    let places = (byte / LONGEST + 1..=(next + 3) / LONGEST).map(|n| clamp(text, n * LONGEST));
    places.filter(|at| *at > byte && *at < next).find(|at| is_parted(text, *at)).unwrap_or(next)
}

/// The last grapheme boundary before `byte`; 0 if there is none.
pub fn previous_grapheme(text: &str, byte: usize) -> usize {
    let inside = byte < text.len() && !text.is_char_boundary(byte);
    let byte = clamp(text, byte);
    if inside && is_grapheme_boundary(text, byte) {
        return byte;
    }
    let from = context(text, clamp(text, byte.saturating_sub(1)));
    let near = slice(text, from..text.len());
    from + GraphemeCursor::new(byte - from, near.len(), true).prev_boundary(near, 0).ok().flatten().unwrap_or(0)
}

/// Whether `byte` stands between two graphemes, or at an end of the text.
pub fn is_grapheme_boundary(text: &str, byte: usize) -> bool {
    if byte > text.len() || !text.is_char_boundary(byte) {
        return false;
    }
    let from = context(text, byte);
    let near = slice(text, from..text.len());
    GraphemeCursor::new(byte - from, near.len(), true).is_boundary(near, 0).unwrap_or(true)
}

/// The last grapheme boundary at or before `byte`.
pub fn floor_grapheme(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    if is_grapheme_boundary(text, byte) { byte } else { previous_grapheme(text, byte) }
}

/// The first grapheme boundary at or after `byte`.
pub fn ceil_grapheme(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    if is_grapheme_boundary(text, byte) { byte } else { next_grapheme(text, byte) }
}

/// A selection as it is kept: without white space at its ends, and wholly of whole graphemes. A range of white
/// space alone becomes empty at its start.
pub fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let range = clamp_range(text, range);
    let words = slice(text, range.clone());
    let trimmed = words.trim();
    if trimmed.is_empty() {
        let start = floor_grapheme(text, range.start);
        return start..start;
    }
    let start = range.start + (words.len() - words.trim_start().len());
    floor_grapheme(text, start)..ceil_grapheme(text, start + trimmed.len())
}
