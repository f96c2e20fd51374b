//! Where the caret goes: to the next or previous start of a word or sentence; and what a selection grows to. Paragraphs
//! are known by the blocks of the text (`blocks`).
//!
//! Each answer costs the neighbourhood of the caret: a few words or sentences; a sentence without an end is passed in
//! steps. Where nothing more follows
//! the answer is the end of the text; where nothing comes before, 0. The caret therefore always moves, except at
//! the ends.

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::blocks::Blocks;
use super::grapheme::{previous_grapheme, trim};
use super::position::{char_after, clamp};
use super::sentence::{near, sentence_at, sentences_near};
use super::word::{restart, segments, word_at};

/// How far a word is looked for, in bytes; from there the caret can go on.
const FAR: usize = 64 * 1024;

/// The start of the first word after `byte`.
pub fn next_word_start(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    segments(text, restart(text, byte))
        .find(|(range, is_word)| range.start > byte && (*is_word || range.start > byte + FAR))
        .map_or(text.len(), |(range, _)| range.start)
}

/// The first end of a word after `byte`.
pub fn next_word_end(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    segments(text, restart(text, byte))
        .find(|(range, is_word)| range.end > byte && (*is_word || range.end > byte + FAR))
        .map_or(text.len(), |(range, _)| range.end)
}

/// The start of the word that `byte` is in, or of the one before.
pub fn previous_word_start(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    let mut limit = byte;
    while limit > 0 {
        let from = restart(text, limit - 1);
        let last = segments(text, from).take_while(|(range, _)| range.start < limit).filter(|(_, is_word)| *is_word).last();
        if let Some((range, _)) = last {
            return range.start;
        }
        if from + FAR < byte {
            return from;
        }
        limit = from;
    }
    0
}

/// The start of the first sentence after `byte`.
pub fn next_sentence_start(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    let mut part = near(text, byte);
    loop {
        let next = sentences_near(text, byte, &part).into_iter().map(|sentence| sentence.start).find(|&at| at > byte);
        if let Some(at) = next {
            return at;
        }
        if part.end >= text.len() {
            return text.len();
        }
        if char_after(text, part.end) != Some('\n') && part.end > byte {
            return part.end;
        }
        part = near(text, part.end + 1);
    }
}

/// The start of the sentence that `byte` is in, or of the one before.
pub fn previous_sentence_start(text: &str, byte: usize) -> usize {
    let byte = clamp(text, byte);
    let mut part = near(text, byte);
    loop {
        let previous = sentences_near(text, byte, &part).into_iter().rev().map(|sentence| sentence.start).find(|&at| at < byte);
        match (previous, part.start) {
            (Some(at), _) => return at,
            (None, 0) => return 0,
            (None, start) => part = near(text, start - 1),
        }
    }
}

/// What holds a byte of a text.
type Unit<'a> = &'a dyn Fn(&str, usize) -> Range<usize>;

/// The next larger piece of text around a range, without the white space at its ends: from part of a word to the word, on
/// to the sentence, the paragraph and the whole text. A range over several of them grows to all of them whole. Costs the
/// neighbourhood of its ends.
pub fn widened(text: &str, blocks: &Blocks, range: Range<usize>) -> Range<usize> {
    let range = trim(text, range);
    let last = if range.is_empty() { range.start } else { previous_grapheme(text, range.end) };
    let paragraph = |text: &str, byte: usize| blocks.paragraph(text, byte);
    let units: [Unit<'_>; 3] = [&word_at, &sentence_at, &paragraph];
    let around = |unit: Unit<'_>| {
        let (first, last) = (unit(text, range.start), unit(text, last));
        trim(text, first.start.min(range.start)..last.end.max(range.end))
    };
    let larger = units.into_iter().map(around).find(|around| around.len() > range.len());
    larger.unwrap_or_else(|| trim(text, 0..text.len()))
}
