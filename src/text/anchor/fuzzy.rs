//! Places where nearly the same words stand.
//!
//! Edit distance by bit-parallel columns: G. Myers, “A fast bit-vector algorithm for approximate string matching
//! based on dynamic programming”, JACM 46 (1999), with H. Hyyrö's blocks for patterns over 64 characters. Every
//! character of the text costs one step for each 64 characters of the pattern. A passage over [`LONGEST`]
//! characters is looked for by its beginning and its end, and what lies between is compared by words.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::diff::{ChangeKind, word_diff};
use crate::text::grapheme::{ceil_grapheme, floor_grapheme};
use crate::text::position::{slice, split};
use crate::text::word::{is_word_boundary, word_at};

/// The longest pattern that is compared character by character.
const LONGEST: usize = 1024;

/// How many beginnings of a longer passage are followed to an end.
const MOST_HEADS: usize = 8;

/// The places in `text` that are like `words` at least to `least` (0 to 1), each with its similarity, in order.
pub(super) fn similar_places(text: &str, words: &str, least: f64) -> Vec<(Range<usize>, f64)> {
    let length = words.chars().count();
    if length <= LONGEST {
        return short_places(text, words, least);
    }
    let half = LONGEST / 2;
    let head: String = words.chars().take(half).collect();
    let tail: String = words.chars().skip(length - half).collect();
    let tails = short_places(text, &tail, least);
    let mut heads = short_places(text, &head, least);
    heads.sort_by(|a, b| b.1.total_cmp(&a.1));
    heads.truncate(MOST_HEADS);
    let places = heads.into_iter().filter_map(|(head, _)| {
        let tail = tail_of(&tails, &head, words.len())?;
        let range = head.start..tail.end;
        let similarity = similarity_by_words(words, slice(text, range.clone()));
        (similarity >= least).then_some((range, similarity))
    });
    best_apart(places.collect())
}

/// The tail after `head` that makes a place most nearly `length` bytes long, and no longer than twice that.
fn tail_of(tails: &[(Range<usize>, f64)], head: &Range<usize>, length: usize) -> Option<Range<usize>> {
    let next = tails.partition_point(|(tail, _)| tail.start < head.end);
    tails
        .iter()
        .skip(next)
        .map(|(tail, _)| tail)
        .take_while(|tail| tail.end - head.start <= length * 2)
        .min_by_key(|tail| (tail.end - head.start).abs_diff(length))
        .cloned()
}

/// Of places that overlap only the most similar one, in order.
fn best_apart(mut places: Vec<(Range<usize>, f64)>) -> Vec<(Range<usize>, f64)> {
    places.sort_by_key(|(range, _)| range.start);
    let mut apart: Vec<(Range<usize>, f64)> = Vec::new();
    for place in places {
        match apart.last_mut() {
            Some(last) if place.0.start < last.0.end => {
                if place.1 > last.1 {
                    *last = place;
                }
            }
            _ => apart.push(place),
        }
    }
    apart
}

fn short_places(text: &str, words: &str, least: f64) -> Vec<(Range<usize>, f64)> {
    let pattern = Pattern::new(words);
    let most_edits = (pattern.length as f64 * (1.0 - least)) as usize;
    if most_edits == 0 {
        return Vec::new();
    }
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut column = Column::new(&pattern, 0);
    for (at, c) in text.char_indices() {
        let edits = column.step(c);
        if edits > most_edits {
            continue;
        }
        let end = at + c.len_utf8();
        match ends.last_mut() {
            // Near ends belong to one place; its best end counts.
            Some(last) if end - last.0 <= words.len() / 2 => {
                if edits < last.1 {
                    *last = (end, edits);
                }
            }
            _ => ends.push((end, edits)),
        }
    }
    let backwards = Pattern::from_chars(words.chars().rev());
    let places = ends.into_iter().map(|(end, edits)| {
        let start = start_of(text, &backwards, end, edits);
        let similarity = 1.0 - edits as f64 / pattern.length as f64;
        (whole_words(text, start..end), similarity)
    });
    best_apart(places.collect())
}

/// Where the place that ends at `end` with `edits` starts: the same search backwards.
fn start_of(text: &str, backwards: &Pattern, end: usize, edits: usize) -> usize {
    let mut column = Column::new(backwards, 1);
    split(text, end).0.char_indices().rev().take(backwards.length + edits).find(|&(_, c)| column.step(c) <= edits).map_or(end, |(at, _)| at)
}

/// The range, grown to whole words and graphemes where an edit at its end has cut one.
fn whole_words(text: &str, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    if !is_word_boundary(text, start) {
        start = word_at(text, start).start.min(start);
    }
    if !is_word_boundary(text, end) {
        end = word_at(text, end).end.max(end);
    }
    floor_grapheme(text, start)..ceil_grapheme(text, end)
}

fn similarity_by_words(old: &str, new: &str) -> f64 {
    let same: usize = word_diff(old, new).iter().filter(|change| change.kind == ChangeKind::Same).map(|change| change.text.len()).sum();
    2.0 * same as f64 / (old.len() + new.len()).max(1) as f64
}

/// Characters to compare with, as bit masks: bit `i` of a character's mask says that it is the pattern's `i`th.
pub(super) struct Pattern {
    length: usize,
    blocks: usize,
    masks: HashMap<char, Vec<u64>>,
    none: Vec<u64>,
}

impl Pattern {
    pub fn new(words: &str) -> Self {
        Self::from_chars(words.chars())
    }

    fn from_chars(chars: impl Iterator<Item = char> + Clone) -> Self {
        let length = chars.clone().count();
        let blocks = length.div_ceil(64);
        let mut masks: HashMap<char, Vec<u64>> = HashMap::new();
        for (i, c) in chars.enumerate() {
            let mask = masks.entry(c).or_insert_with(|| vec![0; blocks]);
            if let Some(block) = mask.get_mut(i / 64) {
                *block |= 1 << (i % 64);
            }
        }
        Self { length, blocks, masks, none: vec![0; blocks] }
    }

    /// The pattern's length, in characters.
    pub fn len(&self) -> usize {
        self.length
    }

    /// The edits (insertions, deletions, replacements of one character) between the pattern and `other`.
    pub fn distance(&self, other: &str) -> usize {
        let mut column = Column::new(self, 1);
        let mut edits = self.length;
        for c in other.chars() {
            edits = column.step(c);
        }
        edits
    }
}

/// One column of the table of edit distances, as differences between its neighbouring rows.
struct Column<'p> {
    pattern: &'p Pattern,
    /// For each block of 64 rows: the rows that are one more than the row above, and those that are one less.
    blocks: Vec<(u64, u64)>,
    /// The edits in the last row.
    edits: usize,
    /// What the first row grows by at each step: 0 when a match may start anywhere, 1 when only at the start.
    growth: i8,
}

impl<'p> Column<'p> {
    fn new(pattern: &'p Pattern, growth: i8) -> Self {
        Self { pattern, blocks: vec![(u64::MAX, 0); pattern.blocks], edits: pattern.length, growth }
    }

    /// Goes one character of the text further and gives the edits in the last row.
    fn step(&mut self, c: char) -> usize {
        let Self { pattern, blocks, edits, growth } = self;
        let masks = pattern.masks.get(&c).unwrap_or(&pattern.none);
        let last_row = 1_u64 << (pattern.length.wrapping_sub(1) % 64);
        let mut carry = *growth;
        let mut rest = blocks.len();
        for ((more, less), mask) in blocks.iter_mut().zip(masks) {
            rest -= 1;
            let row = if rest == 0 { last_row } else { 1 << 63 };
            carry = step_block(more, less, *mask, carry, row);
        }
        *edits = edits.saturating_add_signed(isize::from(carry));
        *edits
    }
}

/// Myers' step for one block; `carry` is the difference that comes in from above, the answer the one that goes out at `row`.
fn step_block(more: &mut u64, less: &mut u64, mask: u64, carry: i8, row: u64) -> i8 {
    let vertical = mask | *less;
    let mask = mask | u64::from(carry < 0);
    let horizontal = ((mask & *more).wrapping_add(*more) ^ *more) | mask;
    let mut up = *less | !(horizontal | *more);
    let mut down = *more & horizontal;
    let out = i8::from(up & row != 0) - i8::from(down & row != 0);
    up = (up << 1) | u64::from(carry > 0);
    down = (down << 1) | u64::from(carry < 0);
    *more = down | !(vertical | up);
    *less = up & vertical;
    out
}
