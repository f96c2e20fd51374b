//! Words, by Unicode's rules (UAX #29): a word has at least one letter or digit; apostrophes and points inside
//! it belong to it (`don’t`, `3.5`), hyphens part it (`well-known` is two).
//!
//! Segmentation normally runs from the start of a text. To answer for one offset without reading the text, it
//! starts at the nearest earlier place where no rule can look back: a paragraph's start, or a letter after a
//! space or after a character of a script that is written without spaces.

#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::grapheme::floor_grapheme;
use super::position::{clamp, shift, slice, split};

/// The words of a text, in order.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    pieces(text).flat_map(|piece| {
        let whole = slice(text, piece.clone());
        // Most pieces are one plain word, and the tables of Unicode are many times as slow.
        let plain = plain_word(whole);
        let rest = if plain.is_some() { "" } else { whole };
        let in_rest = segments(rest, 0).filter_map(|(range, is_word)| is_word.then_some(range));
        plain.into_iter().chain(in_rest).map(move |word| shift(word, piece.start))
    })
}

/// The text in pieces that no rule joins: what stands between plain spaces and line feeds, and before what joins backwards also the spaces.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = split(text, at).1;
        let space = rest.len() - rest.trim_start_matches([' ', '\n']).len();
        let (spaces, piece) = split(rest, space);
        let first = piece.chars().next()?;
        let start = if first.is_ascii() || first.is_alphanumeric() && !joins_backwards(first) { spaces.len() } else { 0 };
        let mut end = space + plain_end(piece);
        // A wide space joins with the plain ones after it, and these with a mark that follows.
        while let (before, after) = split(rest, end)
            && !after.is_empty()
            && before.ends_with(char::is_whitespace)
        {
            let spaces = after.len() - after.trim_start_matches([' ', '\n']).len();
            end += spaces + plain_end(split(after, spaces).1);
        }
        let found = at + start..at + end;
        at += end;
        Some(found)
    })
}

/// Where the first plain space or line feed of a text stands, else its end.
fn plain_end(text: &str) -> usize {
    text.find([' ', '\n']).unwrap_or(text.len())
}

/// The only word of a piece of ASCII, if it has exactly one and no rule looks at the marks around it.
fn plain_word(piece: &str) -> Option<Range<usize>> {
    let bytes = piece.as_bytes();
    let start = bytes.iter().position(u8::is_ascii_alphanumeric)?;
    let length = bytes.iter().skip(start).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let is_mark = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'_';
    let end = start + length;
    let around = bytes.iter().take(start).chain(bytes.iter().skip(end));
    around.copied().all(|byte| is_mark(&byte)).then_some(start..end)
}

/// How many words a text has.
pub fn word_count(text: &str) -> usize {
    words(text).count()
}

/// The word that holds `byte`, else the word that ends there, else the empty range at `byte`.
/// Costs only the neighbourhood.
pub fn word_at(text: &str, byte: usize) -> Range<usize> {
    let byte = clamp(text, byte);
    let mut found = byte..byte;
    for (range, is_word) in segments(text, restart(text, byte.saturating_sub(1))) {
        if range.start > byte {
            break;
        }
        if is_word && range.contains(&byte) {
            return range;
        }
        if is_word && range.end == byte {
            found = range;
        }
    }
    found
}

/// Whether no word stands on both sides of `byte`. Costs only the neighbourhood.
pub fn is_word_boundary(text: &str, byte: usize) -> bool {
    let byte = clamp(text, byte);
    segments(text, restart(text, byte)).take_while(|(range, _)| range.start < byte).all(|(range, _)| range.end <= byte)
}

/// About how long a word can be before it is parted, in bytes: at multiples of this, wherever one has begun to read.
const LONGEST: usize = 4096;

/// The segments of UAX #29 from an offset that [`restart`] gave, and whether each is a word. One that is longer than
/// [`LONGEST`] is parted.
pub(super) fn segments(text: &str, from: usize) -> impl Iterator<Item = (Range<usize>, bool)> + '_ {
    let mut start = clamp(text, from);
    std::iter::from_fn(move || {
        let near = slice(text, start..((start + LONGEST / 4) / LONGEST + 1) * LONGEST);
        let mut segment = near.split_word_bounds().next()?;
        if segment.len() == near.len() && start + near.len() < text.len() {
            let whole = slice(text, start..floor_grapheme(text, start + near.len()));
            segment = if whole.is_empty() { near } else { whole };
        }
        let found = start..start + segment.len();
        start = found.end;
        Some((found, segment.contains(char::is_alphanumeric)))
    })
}

/// The last offset at or before `byte` where segmentation may start anew; in what has no such place, some way back.
pub(super) fn restart(text: &str, byte: usize) -> usize {
    let (before, after) = split(text, byte);
    let mut next = after.chars().next();
    let reach = floor_grapheme(text, (before.len() / LONGEST).saturating_sub(1) * LONGEST);
    let near = slice(before, reach..before.len());
    for (at, previous) in near.char_indices().rev() {
        let begins = next.is_some_and(|c| c.is_alphanumeric() && !joins_backwards(c));
        if previous == '\n' || (begins && stands_alone(previous)) {
            return reach + at + previous.len_utf8();
        }
        next = Some(previous);
    }
    reach
}

/// Characters that count as letters but belong to the character before them.
fn joins_backwards(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}')
}

/// Characters that no rule of UAX #29 joins with a letter after them.
fn stands_alone(c: char) -> bool {
    matches!(c, ' ' | '\u{3041}'..='\u{3096}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
