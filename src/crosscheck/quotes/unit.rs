//! What is kept of each quotation: where it stands, and hashes by which its like is found.
//!
//! A statement is kept in units: a part that begins a sentence of its own after “, he said.” is a unit, because another article may quote it alone and has then
//! left out nothing. Words themselves are not kept; they are read from the text again when two units are compared.

use std::ops::Range;
use std::sync::Arc;

use crate::text::position::slice;
use crate::text::quotation::fold;

use super::alignment::LONGEST;
use super::extraction::Quotation;
use super::language::Language;
use super::speech::People;
use super::tokens::{Token, hash_of, is_ideograph, tokens};
use super::voices::voices_around;

/// A quotation, or a part of one, to be compared. Offsets are bytes of the text.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The number of its quotation in the article.
    pub statement: u32,
    start: u32,
    end: u32,
    parts: Box<[(u32, u32)]>,
    /// Who said it.
    pub speaker: Option<Arc<str>>,
    /// Whose words it may be.
    pub voices: Arc<[u32]>,
    /// The hash of the folded words: equal for all places with this wording.
    pub wording: u64,
    /// How many words it has.
    pub words: u32,
    /// How many of them carry meaning.
    pub meaning: u32,
    /// Whether only a word or two, or a title, stands in marks.
    pub scare: bool,
}

impl Unit {
    /// Where it stands, with its marks.
    pub fn place(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words quoted.
    pub fn parts(&self) -> Vec<Range<usize>> {
        self.parts.iter().map(|(start, end)| *start as usize..*end as usize).collect()
    }
}

fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The units of a quotation.
pub fn units(text: &str, quotation: &Quotation, statement: u32, language: Language, people: &People) -> Vec<Unit> {
    let mut found: Vec<Unit> = Vec::new();
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (part, begins) in quotation.parts.iter().zip(&quotation.begins) {
        let ended =
            parts.last().is_some_and(|last: &Range<usize>| slice(text, last.clone()).ends_with(['.', '!', '?', '…', '。', '！', '？']));
        if !parts.is_empty() && (*begins || ended) {
            found.extend(unit(text, quotation, statement, std::mem::take(&mut parts), language));
        }
        for piece in short_pieces(text, part.clone()) {
            if !parts.is_empty() && piece.start == part.start && parts.iter().map(|part| part.len()).sum::<usize>() > MOST_BYTES {
                found.extend(unit(text, quotation, statement, std::mem::take(&mut parts), language));
            }
            if piece.start > part.start {
                found.extend(unit(text, quotation, statement, std::mem::take(&mut parts), language));
            }
            parts.push(piece);
        }
    }
    found.extend(unit(text, quotation, statement, parts, language));
    let voices: Arc<[u32]> = voices_around(text, quotation, language, people).into();
    found.iter_mut().for_each(|unit| unit.voices = Arc::clone(&voices));
    found
}

/// A unit is not longer than this, in bytes, so that it hardly ever has more than [`LONGEST`] words.
const MOST_BYTES: usize = LONGEST * 5;

/// A part in pieces that are short enough to compare.
fn short_pieces(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = part.start;
    while part.end - start > MOST_BYTES {
        let mut end = start + MOST_BYTES;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let piece = slice(text, start..end);
        let cut = piece.rfind(['.', '!', '?', '。']).filter(|at| *at > MOST_BYTES / 2).or_else(|| piece.rfind(' ')).filter(|at| *at > 0);
        let cut = cut.and_then(|at| piece.get(at..).and_then(|rest| rest.chars().next()).map(|c| at + c.len_utf8()));
        let end = start + cut.unwrap_or(piece.len()).max(1);
        pieces.push(super::marks::trimmed(text, start..end));
        start = end;
    }
    pieces.push(super::marks::trimmed(text, start..part.end));
    if let Some(first) = pieces.first_mut() {
        first.start = part.start.min(first.end);
    }
    pieces
}

fn unit(text: &str, quotation: &Quotation, statement: u32, parts: Vec<Range<usize>>, language: Language) -> Option<Unit> {
    let (first, last) = (parts.first()?.start, parts.last()?.end);
    let words = tokens(text, &parts, language);
    let is_first = quotation.parts.first().is_some_and(|part| part.start == first);
    let is_last = quotation.parts.last().is_some_and(|part| part.end == last);
    let start = if is_first { quotation.place.start } else { before_mark(text, first) };
    let end = if is_last { quotation.place.end } else { after_mark(text, last) };
    let meaning = words.iter().filter(|token| token.has_meaning()).count();
    if words.is_empty() {
        return None;
    }
    Some(Unit {
        statement,
        start: short(start),
        end: short(end),
        wording: hash_of(words.iter().map(|token| (token.key, token.gap, token.begins, token.inserted)).collect::<Vec<_>>()),
        words: short(words.len()),
        meaning: short(meaning),
        scare: quotation.scare,
        speaker: quotation.speaker.clone(),
        voices: Arc::default(),
        parts: parts.iter().map(|part| (short(part.start), short(part.end))).collect(),
    })
}

fn before_mark(text: &str, at: usize) -> usize {
    let before = slice(text, 0..at);
    before.chars().next_back().filter(|c| crate::text::quotation::is_opening_mark(*c)).map_or(at, |mark| at - mark.len_utf8())
}

fn after_mark(text: &str, at: usize) -> usize {
    let after = text.get(at..).and_then(|rest| rest.chars().next());
    after.filter(|c| crate::text::quotation::is_closing_mark(*c)).map_or(at, |mark| at + mark.len_utf8())
}

/// The hash of the characters as a careful reader compares them: other marks, wider spaces and the stop at the end are no difference.
pub fn exact(text: &str, parts: &[Range<usize>]) -> u64 {
    let joined: Vec<String> = parts.iter().map(|part| fold(slice(text, part.clone()))).collect();
    let words: Vec<&str> = joined.iter().flat_map(|part| part.split_whitespace()).collect();
    let words = words.join(" ");
    hash_of(words.trim_end_matches(['.', ',', ';', ':', '-', ' ']).trim_start_matches(['.', ' ', '-']))
}

/// Longer units are found by words next to each other alone.
const SKIPPED: usize = 14;

/// By what wordings with common words are found: each two words that carry meaning and stand next to each other when the others are left out, in either order,
/// with one between them in short units (skip-bigrams, Lin and Och 2004).
pub fn features(text: &str, words: &[Token]) -> Box<[u32]> {
    let telling: Vec<u64> = words.iter().filter(|token| token.has_meaning()).map(|token| token.key).collect();
    let wide = words.first().and_then(|token| text.get(token.start..token.end)).is_some_and(|word| word.starts_with(is_ideograph));
    let reach = if wide || telling.len() > SKIPPED { 1 } else { 2 };
    let mut found = Vec::with_capacity(telling.len() * reach);
    for (at, key) in telling.iter().enumerate() {
        let next = telling.iter().skip(at + 1).take(reach);
        found.extend(next.map(|next| hash_of(((*key).min(*next), (*key).max(*next))) as u32));
    }
    found.sort_unstable();
    found.dedup();
    found.into()
}
