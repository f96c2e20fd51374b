//! Graphemes: what a reader takes for one character (UAX #29, extended). A letter with its accents, a flag, a
//! family of emoji are one each; the caret, a selection and a hit never stand inside one.
//!
//! Every function looks only at the characters around the offset. The one exception lies in the rule itself: in
//! a run of flags, which two letters make a flag depends on where the run starts.

#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::position::{clamp, clamp_range, slice};

/// The first grapheme boundary after `byte`; the end of the text if there is none.
pub fn next_grapheme(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    GraphemeCursor::new(byte, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The last grapheme boundary before `byte`; 0 if there is none.
pub fn previous_grapheme(text: &str, byte: usize) -> usize {
    let inside = byte < text.len() && !text.is_char_boundary(byte);
    let byte = clamp(text, byte);
    if inside && is_grapheme_boundary(text, byte) {
        return byte;
    }
    GraphemeCursor::new(byte, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// Whether `byte` stands between two graphemes, or at an end of the text.
pub fn is_grapheme_boundary(text: &str, byte: usize) -> bool {
    if byte > text.len() || !text.is_char_boundary(byte) {
        return false;
    }
    GraphemeCursor::new(byte, text.len(), true).is_boundary(text, 0).unwrap_or(true)
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
