//! Paragraphs, and what kind of block each is.
//!
//! Plain text says nothing about its structure, so the kind is judged from the paragraph alone: a heading is
//! short, has no end punctuation and reads like a headline; a list item starts with a bullet or a number.
//! Everything else is body text, also what is no prose at all (a URL, a date line, an image mark): whether such
//! a line is part of the article is the importer's question, not this module's.

use std::ops::Range;

use super::position::{char_before, clamp, slice, split};

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// The article's title or a heading between its parts.
    Heading,
    /// One point of a list.
    ListItem,
    /// Anything else.
    Body,
}

/// The paragraphs of a text, in order, each without its `\n`. The empty text has one empty paragraph.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split('\n').map(move |paragraph| {
        let range = start..start + paragraph.len();
        start = range.end + 1;
        range
    })
}

/// The paragraph that `byte` is in, without its `\n`. Costs only that paragraph.
pub fn paragraph_at(text: &str, byte: usize) -> Range<usize> {
    let (before, after) = split(text, byte);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let end = before.len() + after.find('\n').unwrap_or(after.len());
    start..end
}

/// What kind of block a paragraph is. Costs at most the paragraph.
pub fn block_kind(paragraph: &str) -> Block {
    let paragraph = paragraph.trim();
    if list_marker(paragraph).is_some() {
        Block::ListItem
    } else if paragraph.len() < 150
        && !paragraph.ends_with(['.', '!', '?', ',', ':', ';', '…', '”', '"'])
    {
        Block::Heading
    } else {
        Block::Body
    }
}

/// The bytes of a list marker at the start of a paragraph, with the white space after it.
pub fn list_marker(paragraph: &str) -> Option<Range<usize>> {
    let lead = paragraph.len() - paragraph.trim_start().len();
    let rest = slice(paragraph, lead..paragraph.len());
    let mark = rest.split_whitespace().next()?;
    let bullet = matches!(
        mark,
        "-" | "*" | "•" | "‣" | "◦" | "▪" | "●" | "○" | "■" | "·"
    );
    let number = mark
        .strip_suffix(['.', ')'])
        .is_some_and(|n| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    let after = slice(rest, mark.len()..rest.len());
    let gap = after.len() - after.trim_start().len();
    ((bullet || number) && gap > 0).then(|| lead..lead + mark.len() + gap)
}

/// Where the paragraph of `byte` starts.
pub fn paragraph_start(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    if char_before(text, byte) == Some('\n') {
        byte
    } else {
        paragraph_at(text, byte).start
    }
}
