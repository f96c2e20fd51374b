//! Where a line may end: UAX #14, and words of Thai, Lao, Khmer and Burmese, which are written without spaces, by a
//! dictionary (`icu_segmenter`).
//!
//! Only places between two characters are told, never how much fits.

#[cfg(test)]
mod tests;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::grapheme::is_grapheme_boundary;
use super::position::split;

/// A place where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// The byte that the next line starts with.
    pub byte: usize,
    /// Whether it has to end there.
    pub must: bool,
}

/// The places inside a paragraph where a line may end, in order; neither its start nor its end, nor inside a grapheme.
pub fn line_breaks(paragraph: &str) -> Vec<Break> {
    let found = LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(paragraph);
    let inside = found.filter(|byte| *byte > 0 && *byte < paragraph.len() && is_grapheme_boundary(paragraph, *byte));
    inside.map(|byte| Break { byte, must: ends_line(paragraph, byte) }).collect()
}

/// Whether the character before a byte ends a line whatever follows.
fn ends_line(text: &str, byte: usize) -> bool {
    split(text, byte).0.ends_with(['\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
}
