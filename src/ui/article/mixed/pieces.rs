//! A block cut into pieces, each of one direction, that egui can set in a galley of their own, and into the units that a
//! caret can stand between.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Setting, is_right_to_left_letter, runs_left};
use crate::text::direction::Directions;
use crate::text::position::slice;
use crate::text::script::Unseen;

/// How a piece is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    /// Words from left to right, or one grapheme; may be cut between any two of its units.
    Along,
    /// Letters of one word from right to left.
    Word,
    /// A hidden character, by its short name: room for its mark.
    Mark(&'static str),
}

/// A part of a block.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Its bytes.
    pub(super) bytes: Range<usize>,
    /// Its level.
    pub(super) level: u8,
    /// How it is set.
    pub(super) set: Set,
    /// In which of the parts that are drawn otherwise it is.
    pub(super) part: Option<usize>,
    /// Where its units start: graphemes, and a hidden character inside one by itself.
    pub(super) units: Vec<usize>,
}

/// Cuts a block.
pub(super) fn pieces(setting: &Setting, directions: &Directions, unseen: &[Unseen]) -> Vec<Piece> {
    let words = setting.words.as_str();
    let mut unseen = unseen.iter().peekable();
    let mut pieces: Vec<Piece> = Vec::new();
    for (start, grapheme) in words.grapheme_indices(true) {
        let mut from = start;
        let end = start + grapheme.len();
        while let Some(mark) = unseen.peek().filter(|mark| mark.range.start < end) {
            let range = mark.range.start.max(from)..mark.range.end.min(end);
            add(&mut pieces, setting, directions, from..range.start, None);
            from = range.end;
            add(&mut pieces, setting, directions, range, Some(mark.short));
            if mark.range.end > end {
                break;
            }
            unseen.next();
        }
        add(&mut pieces, setting, directions, from..end, None);
    }
    pieces
}

fn add(pieces: &mut Vec<Piece>, setting: &Setting, directions: &Directions, unit: Range<usize>, mark: Option<&'static str>) {
    let Some(c) = slice(&setting.words, unit.clone()).chars().next() else { return };
    let level = directions.level(unit.start);
    let number = setting.parts.partition_point(|part| part.end <= unit.start);
    let part = setting.parts.get(number).filter(|part| part.start <= unit.start).map(|_| number);
    let right_to_left = is_right_to_left_letter(c);
    let (set, joins) = match (mark, runs_left(level)) {
        (Some(short), _) => (Set::Mark(short), false),
        (None, true) if right_to_left && c.is_alphabetic() => (Set::Word, true),
        // A sign between words from right to left stands by itself, and so does a digit that fonts take for a letter.
        (None, true) => (Set::Along, false),
        (None, false) => (Set::Along, !right_to_left && !is_digit_of_its_own(c)),
    };
    let last =
        pieces.last_mut().filter(|last| joins && last.set == set && last.level == level && last.part == part && can_grow(last, setting));
    match last {
        Some(last) => {
            last.bytes.end = unit.end;
            last.units.push(unit.start);
        }
        None => pieces.push(Piece { units: vec![unit.start], bytes: unit, level, set, part }),
    }
}

/// Whether a piece is of those that go on: it began with a character that joins others.
fn can_grow(piece: &Piece, setting: &Setting) -> bool {
    let first = slice(&setting.words, piece.bytes.clone()).chars().next();
    piece.set == Set::Word || first.is_some_and(|c| !is_right_to_left_letter(c) && !is_digit_of_its_own(c))
}

/// Digits that stand from left to right among words from right to left.
fn is_digit_of_its_own(c: char) -> bool {
    matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}
