//! Which sentences count for coverage.

use std::ops::Range;

use super::paragraph::{Block, block_kind, paragraphs};
use super::position::{shift, slice};
use super::sentence::sentences;

/// The sentences of a text that can hold something to check, in order.
pub fn checkable_sentences(text: &str) -> Vec<Range<usize>> {
    paragraphs(text)
        .flat_map(|range| {
            let paragraph = slice(text, range.clone());
            let found = match block_kind(paragraph) {
                Block::Heading => Vec::new(),
                Block::ListItem | Block::Body => sentences(paragraph),
            };
            found
                .into_iter()
                .map(move |sentence| shift(sentence, range.start))
        })
        .filter(|sentence| slice(text, sentence.clone()).contains(char::is_alphabetic))
        .collect()
}
