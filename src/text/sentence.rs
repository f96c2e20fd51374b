//! Sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::paragraph::paragraph_at;
use super::position::{clamp, shift, slice};

/// The sentences of a paragraph, in order, without white space at their ends.
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    paragraph
        .split_sentence_bound_indices()
        .filter(|(_, s)| !s.trim().is_empty())
        .map(|(at, s)| {
            let start = at + s.len() - s.trim_start().len();
            start..start + s.trim().len()
        })
        .collect()
}

/// The sentence that `byte` is in.
pub fn sentence_at(text: &str, byte: usize) -> Range<usize> {
    let byte = clamp(text, byte);
    let paragraph = paragraph_at(text, byte);
    let start = paragraph.start;
    let all = sentences(slice(text, paragraph));
    all.iter()
        .rev()
        .find(|s| s.start + start <= byte)
        .or(all.first())
        .map_or(byte..byte, |s| shift(s.clone(), start))
}
