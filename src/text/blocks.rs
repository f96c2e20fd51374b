//! Where the blocks of an article's text start: its paragraphs, the very long ones cut at sentence ends.
//!
//! A block is what is laid out at once, so its length bounds the cost of the smallest step. The list costs eight bytes
//! a block and one pass over the text; nothing is laid out or judged here. A continued block looks like a new line of
//! the same paragraph.

use std::ops::Range;

use super::grapheme::{floor_grapheme, is_grapheme_boundary};
use super::paragraph::paragraphs;
use super::position::{clamp, slice};
use super::sentence::sentences;

/// The longest paragraph that is one block, in bytes.
const LONGEST: usize = 8 * 1024;
/// How long the blocks of a longer one are at most.
const PIECE: usize = 2 * 1024;
/// How many bytes before that a sentence end is looked for.
const WINDOW: usize = 512;

/// The blocks of one text.
#[derive(Debug)]
pub struct Blocks {
    starts: Vec<usize>,
    end: usize,
    /// The blocks of each paragraph that was cut, in order.
    cut: Vec<Range<usize>>,
}

impl Blocks {
    /// Finds the blocks of a text; there is always one.
    pub fn new(text: &str) -> Self {
        let mut starts = Vec::new();
        let mut long = Vec::new();
        for paragraph in paragraphs(text) {
            let first = starts.len();
            let mut start = paragraph.start;
            starts.push(start);
            while paragraph.end - start > LONGEST {
                start = cut(text, start);
                starts.push(start);
            }
            if starts.len() > first + 1 {
                long.push(first..starts.len());
            }
        }
        Self { starts, end: text.len(), cut: long }
    }

    /// How many there are; at least one.
    #[expect(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// How long the text is, in bytes.
    pub fn text_len(&self) -> usize {
        self.end
    }

    /// The block that a byte is in; a line feed is in the block that it ends.
    pub fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// The bytes of a block, without the line feed that ends its paragraph.
    pub fn range(&self, text: &str, block: usize) -> Range<usize> {
        let whole = self.span(block);
        let feed = slice(text, whole.clone()).ends_with('\n');
        whole.start..whole.end - usize::from(feed)
    }

    /// The bytes of a block with the line feed that ends its paragraph. All spans together are the text.
    pub fn span(&self, block: usize) -> Range<usize> {
        let start = self.starts.get(block).copied().unwrap_or(self.end);
        start..self.starts.get(block + 1).copied().unwrap_or(self.end)
    }

    /// The block that the paragraph of a block starts with.
    pub fn head(&self, block: usize) -> usize {
        self.together(block).start
    }

    /// All blocks of the paragraph of a block.
    fn together(&self, block: usize) -> Range<usize> {
        let long = self.cut.partition_point(|blocks| blocks.end <= block);
        self.cut.get(long).filter(|blocks| blocks.contains(&block)).cloned().unwrap_or(block..block + 1)
    }

    /// The paragraph that a byte is in, without the line feed that ends it. Reads nothing of it, however long it is.
    pub fn paragraph(&self, text: &str, byte: usize) -> Range<usize> {
        let blocks = self.together(self.at(byte));
        self.span(blocks.start).start..self.range(text, blocks.end - 1).end
    }

    /// The start of the paragraph after that of a byte; after the last one the end of the text.
    pub fn next_paragraph(&self, byte: usize) -> usize {
        self.span(self.together(self.at(byte)).end).start
    }

    /// The start of the paragraph that a byte is in, or of the one before if that is where it is.
    pub fn previous_paragraph(&self, byte: usize) -> usize {
        let byte = byte.min(self.end);
        let start = |byte: usize| self.span(self.head(self.at(byte))).start;
        let here = start(byte);
        if here < byte || here == 0 { here } else { start(here - 1) }
    }

    /// Whether a block goes on with the paragraph of the block before it.
    pub fn is_continued(&self, text: &str, block: usize) -> bool {
        let start = self.span(block).start;
        start > 0 && !slice(text, 0..start).ends_with('\n')
    }
}

/// Where to cut a paragraph that goes on for long after `start`: at the last start of a sentence
/// in the window, else after the last white space, else between two graphemes, else anywhere.
fn cut(text: &str, start: usize) -> usize {
    let end = clamp(text, start + PIECE);
    let from = clamp(text, end - WINDOW);
    let window = slice(text, from..end);
    // A joiner after a space belongs to the space.
    let fits = |at: &usize| *at > 0 && *at < window.len() && is_grapheme_boundary(text, from + at);
    let sentence = sentences(window).last().map(|last| last.start).filter(fits);
    let space = || window.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8()).find(fits);
    let grapheme = || Some(floor_grapheme(window, window.len().saturating_sub(1))).filter(fits);
    let at = sentence.or_else(space).or_else(grapheme);
    at.map_or(end, |at| from + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::paragraph::paragraph_at;
    use super::super::sample::any_text;
    use super::*;

    proptest! {
        #[test]
        fn paragraphs_are_found_by_the_blocks(text in any_text(), long in 0usize..4, byte in 0usize..60_000) {
            let giant = "The ferry to Ostholm left at nine. ".repeat(long * 500);
            for text in [format!("{text}\n{giant}\n{text}"), format!("{giant}{text}"), format!("{text}{giant}")] {
                let blocks = Blocks::new(&text);
                let byte = clamp(&text, byte);
                prop_assert_eq!(blocks.paragraph(&text, byte), paragraph_at(&text, byte));
                let next = paragraphs(&text).map(|range| range.start).find(|start| *start > byte);
                prop_assert_eq!(blocks.next_paragraph(byte), next.unwrap_or(text.len()));
                let previous = paragraphs(&text).map(|range| range.start).take_while(|start| *start < byte).last();
                prop_assert_eq!(blocks.previous_paragraph(byte), previous.unwrap_or(0));
            }
        }
    }

    #[test]
    fn a_joiner_after_a_space_stays_with_it() {
        for unit in ["The tram 7 left at nine. \u{200c}    ", "Nine. \u{301} \u{200d} ", "\u{200c} "] {
            let text = unit.repeat(100_000 / unit.len());
            let blocks = Blocks::new(&text);
            assert!(blocks.len() > 10, "{unit:?}");
            assert!((0..blocks.len()).all(|block| is_grapheme_boundary(&text, blocks.span(block).start)), "{unit:?}");
        }
    }
}
