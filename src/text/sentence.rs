//! Sentences of news text, in several languages at once.
//!
//! Unicode's sentence rules (UAX #29) break after every abbreviation that a capital follows, and an article is
//! full of them. Here every full stop is a *candidate*, and four things about it decide: the word it ends
//! ([`abbreviation`]), the quotation marks and brackets that close right after it, the white space, and the first
//! letter that follows. Where nothing decides, a capital after a full stop starts a sentence; after an
//! abbreviation it does so only if it begins one of the words that commonly start sentences (“The”, “He”, …).
//!
//! - Closing marks stay with the sentence they close, opening marks with the one they open.
//! - After `?”` and `!”` a name with a verb of saying belongs to the sentence: “Who paid?” Smith asked.
//! - A heading or a list item is one sentence. A line break inside a paragraph ends one.
//!
//! What it cannot know: whether “the U.S. Officials said” is two sentences. It leans to the longer sentence.

mod abbreviation;
mod opening;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::abbreviation::{Stop, stop_of};
use self::opening::{Opening, says, starts_sentence};
use super::paragraph::{Block, block_kind, paragraph_at};
use super::position::{clamp, shift, slice};

/// The sentences of a paragraph, in order, without white space at their ends. Together they hold every
/// character of the paragraph that is not white space, exactly once.
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    match block_kind(paragraph) {
        Block::Heading | Block::ListItem => pieces_between(paragraph, std::iter::empty()),
        Block::Body => prose_sentences(paragraph),
    }
}

/// The sentence that `byte` is in. White space belongs to the sentence before it; before the first sentence the
/// first one is meant; in a paragraph without any the answer is empty. Costs only the paragraph.
pub fn sentence_at(text: &str, byte: usize) -> Range<usize> {
    let byte = clamp(text, byte);
    let paragraph = paragraph_at(text, byte);
    let start = paragraph.start;
    let all = sentences(slice(text, paragraph));
    let before = all.partition_point(|sentence| sentence.start + start <= byte);
    all.get(before.saturating_sub(1))
        .map_or(byte..byte, |sentence| shift(sentence.clone(), start))
}

/// The sentences of a paragraph that is known to be running text.
pub(super) fn prose_sentences(paragraph: &str) -> Vec<Range<usize>> {
    let scan = Scan { text: paragraph, at: 0, start: 0 };
    pieces_between(paragraph, scan)
}

/// The pieces of a paragraph between line breaks and `boundaries`, trimmed, without empty ones.
fn pieces_between(paragraph: &str, boundaries: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in boundaries.chain([paragraph.len()]) {
        let piece = slice(paragraph, start..end);
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let from = start + (piece.len() - piece.trim_start().len());
            found.push(from..from + trimmed.len());
        }
        start = end;
    }
    found
}

/// Walks over a paragraph and yields the ends of its sentences.
struct Scan<'a> {
    text: &'a str,
    /// How far the walk has come.
    at: usize,
    /// Where the sentence in hand starts.
    start: usize,
}

impl Iterator for Scan<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let rest = self.text.get(self.at..)?;
            let found = rest.find(is_candidate)?;
            let stop = self.at + found;
            let end = self.candidate(stop);
            self.at = end.max(stop + 1);
            while !self.text.is_char_boundary(self.at) {
                self.at += 1;
            }
            if self.ends_sentence(stop, self.at) {
                self.start = self.at;
                return Some(self.at);
            }
        }
    }
}
