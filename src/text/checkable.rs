//! Which sentences count for coverage.
//!
//! Coverage is the share of an article's checkable sentences that somebody has judged or dismissed. What nobody
//! can check must not stand in the way of 100 %: headings, bare addresses, date lines, names in braces and lines
//! without a letter do not count. Every sentence of a body paragraph or a list item does, also an opinion: to
//! dismiss it is a person's decision.

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::paragraph::{Block, block_kind, is_bare_url, is_date_line, paragraphs};
use super::position::{shift, slice};
use super::sentence::sentences;

/// The sentences of a text that count for coverage, in order, as byte ranges of the text.
pub fn checkable_sentences(text: &str) -> Vec<Range<usize>> {
    paragraphs(text)
        .flat_map(|range| {
            let paragraph = slice(text, range.clone());
            let found = if says_something(paragraph) { sentences(paragraph) } else { Vec::new() };
            found.into_iter().map(move |sentence| shift(sentence, range.start))
        })
        .filter(|sentence| {
            let sentence = slice(text, sentence.clone());
            sentence.contains(char::is_alphabetic) && !is_bare_url(sentence)
        })
        .collect()
}

fn says_something(paragraph: &str) -> bool {
    let line = paragraph.trim();
    let braced = line.starts_with('{') && line.ends_with('}');
    !braced && !is_date_line(line) && block_kind(line) != Block::Heading
}
