//! Sentences of news text, in several languages at once.
//!
//! Unicode's sentence rules (UAX #29) break after every abbreviation that a capital follows, and an article is
//! full of those. Here every full stop is a candidate, and four things about it decide: the word it ends
//! (`abbreviation`), the quotation marks and brackets that close right after it, the white space, and what
//! follows (`opening`). Where nothing speaks against it, a capital after a full stop starts a sentence; after an
//! abbreviation it does so only in one of the words that commonly start sentences (“The”, “He”, …).
//!
//! - Closing marks stay with the sentence they close, opening marks with the one they open.
//! - After `?”` and `!”` a name with a verb of saying belongs to the sentence: “Who pays?” Smith asked.
//! - A heading or a list item is one sentence. A line break inside a paragraph ends one.
//!
//! What it cannot know: whether “in the U.S. Officials said” is two sentences. It leans to the longer one.

mod abbreviation;
mod mark;
mod opening;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::abbreviation::{Stop, stop_before};
use self::mark::{Closing, Mark, MarkKind, is_candidate};
use self::opening::Opening;
use super::grapheme::floor_grapheme;
use super::paragraph::{Block, block_kind};
use super::position::{char_after, clamp, shift, slice};

/// The sentences of a paragraph, in order, without white space at their ends. Together they hold every
/// character of the paragraph that is not white space, exactly once.
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    match block_kind(paragraph) {
        Block::Heading | Block::ListItem => pieces(paragraph, std::iter::empty()),
        Block::Body => prose_sentences(paragraph),
    }
}

/// The sentence that `byte` is in. White space belongs to the sentence before it; before the first sentence the
/// first one is meant; in a paragraph without any the answer is empty. Costs only the paragraph, and no more than
/// [`REACH`] to either side of the byte: a sentence that goes on for longer is cut there.
pub fn sentence_at(text: &str, byte: usize) -> Range<usize> {
    let byte = clamp(text, byte);
    let all = sentences_near(text, byte, &near(text, byte));
    let begun = all.partition_point(|sentence| sentence.start <= byte);
    all.get(begun.saturating_sub(1)).map_or(byte..byte, Range::clone)
}

/// How far around a byte a paragraph is read for its sentences, in bytes.
const REACH: usize = 16 * 1024;

/// The paragraph that `byte` is in, without its `\n`; of a giant one the part around the byte, of whole graphemes.
pub(super) fn near(text: &str, byte: usize) -> Range<usize> {
    let byte = clamp(text, byte);
    let before = floor_grapheme(text, byte.saturating_sub(REACH));
    let after = floor_grapheme(text, byte.saturating_add(REACH)).max(byte);
    let start = slice(text, before..byte).rfind('\n').map_or(before, |newline| before + newline + 1);
    let end = slice(text, byte..after).find('\n').map_or(after, |newline| byte + newline);
    start..end
}

/// The sentences of what [`near`] gave, in bytes of the text. What is left of one at the start of a part of a giant paragraph is
/// not told if another one starts at or before `byte`.
pub(super) fn sentences_near(text: &str, byte: usize, near: &Range<usize>) -> Vec<Range<usize>> {
    let words = slice(text, near.clone());
    let begins = near.start == 0 || slice(text, 0..near.start).ends_with('\n');
    let found = if begins { sentences(words) } else { prose_sentences(words) };
    let mut found: Vec<Range<usize>> = found.into_iter().map(|sentence| shift(sentence, near.start)).collect();
    if !begins && found.get(1).is_some_and(|second| second.start <= byte) {
        found.remove(0);
    }
    found
}

/// The sentences of a paragraph that is taken for running text, whatever it looks like.
pub(super) fn prose_sentences(paragraph: &str) -> Vec<Range<usize>> {
    let boundaries = Boundaries { text: paragraph, at: 0, spoken: false };
    pieces(paragraph, boundaries)
}

/// The pieces of a paragraph between `boundaries`, trimmed, without empty ones.
fn pieces(paragraph: &str, boundaries: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in boundaries.chain([paragraph.len()]) {
        let piece = slice(paragraph, start..end);
        let from = start + (piece.len() - piece.trim_start().len());
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            found.push(from..from + trimmed.len());
        }
        start = end;
    }
    found
}

/// Walks over a paragraph once and yields the ends of its sentences, but for the last.
struct Boundaries<'a> {
    text: &'a str,
    /// How far the walk has come.
    at: usize,
    /// Whether the sentence in hand has a letter or a digit yet: dots and marks alone make no sentence.
    spoken: bool,
}

impl Iterator for Boundaries<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let rest = self.text.get(self.at..)?;
            let found = rest.find(is_candidate)?;
            let stop = self.at + found;
            self.spoken = self.spoken || slice(rest, 0..found).contains(char::is_alphanumeric);
            let mark = Mark::at(self.text, stop);
            let closing = Closing::at(self.text, mark.end);
            self.at = closing.end;
            if self.spoken && ends_sentence(self.text, &mark, &closing) {
                self.spoken = false;
                return Some(self.at);
            }
        }
    }
}

/// Whether a sentence ends at this mark with these closing marks after it.
fn ends_sentence(text: &str, mark: &Mark, closing: &Closing) -> bool {
    if mark.kind == MarkKind::LineBreak {
        return true;
    }
    if mark.opens_bracket(text) {
        return false;
    }
    let Some(opening) = Opening::at(text, closing.end) else {
        return false;
    };
    let spaced = char_after(text, closing.end).is_some_and(char::is_whitespace);
    let told = || closing.quote && opening.is_name_with_verb_of_saying();
    match mark.kind {
        MarkKind::LineBreak => true,
        MarkKind::Wide => !(closing.quote && opening.continues_wide_quotation()),
        _ if !spaced => lacks_space(text, mark, closing, &opening),
        _ if opening.is_lowercase() => false,
        MarkKind::Exclamation => !told(),
        MarkKind::Ellipsis => !(opening.is_digit() || opening.is_first_person() || told()),
        MarkKind::FullStop => match stop_before(text, mark.start) {
            Stop::Word => true,
            Stop::Never => false,
            Stop::Numbered => !opening.is_digit(),
            Stop::Date => !opening.is_digit() && !opening.is_month(),
            Stop::Clock => !opening.is_day_or_zone() && !opening.is_month(),
            Stop::Ordinal => !opening.follows_ordinal(),
            Stop::Abbreviation => (closing.quote && !told()) || opening.starts_sentence(),
            Stop::Initial => (closing.quote && !told()) || opening.starts_sentence_after_initial(),
        },
    }
}

/// Whether a sentence ends although no white space follows, as text taken from web pages often has it:
/// “… was late.The mayor”, “… was late.”The mayor”. Addresses and names with points inside do not.
fn lacks_space(text: &str, mark: &Mark, closing: &Closing, opening: &Opening) -> bool {
    if !opening.is_glued_capital() || mark.kind == MarkKind::Ellipsis {
        return false;
    }
    closing.quote || (closing.is_empty() && mark.follows_small_word(text))
}
