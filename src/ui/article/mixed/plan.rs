//! The rows of a block, filled from its pieces: what stands where. Numbers only; nothing here is drawn.

use std::ops::Range;

use egui::Rangef;

use super::glyphs::{even, widths};
use super::measure::Measure;
use super::pieces::{Piece, Set, pieces};
use super::{Setting, points, runs_left};
use crate::text::direction::{Directions, mirrored, visual_order};
use crate::text::grapheme::is_grapheme_boundary;
use crate::text::line_break::line_breaks;
use crate::text::position::slice;
use crate::text::script::{Unseen, is_gap, unseen};

/// Room that is too little to matter, in points.
const SLACK: f32 = 0.02;

/// A part of a row that runs one way and is drawn at once.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Its bytes.
    pub(super) bytes: Range<usize>,
    /// Its level.
    pub(super) level: u8,
    /// Its left edge.
    pub(super) left: f32,
    /// Its width.
    pub(super) width: f32,
    /// What is drawn; nothing for white space and for hidden characters.
    pub(super) text: Option<String>,
    /// In which of the parts that are drawn otherwise it is.
    pub(super) part: Option<usize>,
    /// Where its units start: the byte, and how far from the side at which the run is begun to be read.
    cells: Vec<(usize, f32)>,
}

impl Run {
    /// Whether it runs from right to left.
    pub(super) fn backwards(&self) -> bool {
        runs_left(self.level)
    }

    /// Where a distance from the side at which it is begun to be read lies in the row.
    fn x(&self, along: f32) -> f32 {
        if self.backwards() { self.left + self.width - along } else { self.left + along }
    }

    /// Where the caret stands before a byte.
    pub(super) fn x_of(&self, byte: usize) -> f32 {
        if byte >= self.bytes.end {
            return self.x(self.width);
        }
        let after = self.cells.partition_point(|(start, _)| *start <= byte);
        self.x(after.checked_sub(1).and_then(|at| self.cells.get(at)).map_or(0.0, |(_, along)| *along))
    }

    /// From where to where bytes of it reach; a unit counts wholly or not at all.
    pub(super) fn reach(&self, bytes: &Range<usize>) -> Rangef {
        let end = self.cells.partition_point(|(start, _)| *start < bytes.end);
        let to = self.cells.get(end).map_or(self.x(self.width), |(_, along)| self.x(*along));
        let from = self.x_of(bytes.start);
        Rangef::new(from.min(to), from.max(to))
    }

    /// The unit at a place in the row: its bytes, and whether the place is nearer to its end.
    pub(super) fn cell_at(&self, x: f32) -> (usize, usize, bool) {
        let along = if self.backwards() { self.left + self.width - x } else { x - self.left };
        let after = self.cells.partition_point(|(_, start)| *start <= along).max(1);
        let (start, from) = self.cells.get(after - 1).copied().unwrap_or((self.bytes.start, 0.0));
        let (end, to) = self.cells.get(after).copied().unwrap_or((self.bytes.end, self.width));
        (start, end, along > (from + to) / 2.0)
    }
}

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its bytes, with the white space at its end.
    pub(super) bytes: Range<usize>,
    /// Where its words end, before the white space at which it was broken.
    pub(super) words_end: usize,
    /// From where to where its words reach.
    pub(super) reach: Rangef,
    /// Its runs, in the order of the text.
    pub(super) runs: Vec<Run>,
}

impl Row {
    /// The run that has a byte.
    pub(super) fn run_at(&self, byte: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.bytes.start <= byte);
        self.runs.get(after.checked_sub(1)?).filter(|run| run.bytes.contains(&byte))
    }
}

/// The rows of a block.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// In order; at least one.
    pub(super) rows: Vec<Row>,
    /// What is shown as a mark.
    pub(super) unseen: Vec<Unseen>,
}

/// A unit that has been measured.
struct Unit {
    byte: usize,
    piece: usize,
    width: f32,
}

impl Plan {
    /// Measures a block and fills its rows.
    pub(super) fn new(setting: &Setting, measure: &mut dyn Measure) -> Self {
        let directions = Directions::of(&setting.words, setting.right_to_left);
        let unseen = unseen(&setting.words);
        let (pieces, units) = measured(setting, pieces(setting, &directions, &unseen), measure);
        let mut maker = Maker { setting, base: directions.base(), pieces: &pieces, units: &units, measure };
        let ends = maker.row_ends();
        let mut rows = Vec::with_capacity(ends.len());
        let mut from = 0;
        for (number, end) in ends.iter().enumerate() {
            rows.push(maker.row(from..*end, number + 1 == ends.len()));
            from = *end;
        }
        Self { rows, unseen }
    }
}

/// Measures pieces. A word whose glyphs come in another order than its letters, as where two faces share it, is taken
/// apart: each letter is then set by itself.
fn measured(setting: &Setting, pieces: Vec<Piece>, measure: &mut dyn Measure) -> (Vec<Piece>, Vec<Unit>) {
    let mut kept = Vec::with_capacity(pieces.len());
    let mut units = Vec::new();
    for piece in pieces {
        let found = unit_widths(setting, &piece, measure);
        let Some(widths) = found else {
            for (at, start) in piece.units.iter().enumerate() {
                let end = piece.units.get(at + 1).copied().unwrap_or(piece.bytes.end);
                let single = Piece { bytes: *start..end, set: Set::Along, units: vec![*start], ..piece.clone() };
                let width = unit_widths(setting, &single, measure);
                units.push(Unit { byte: *start, piece: kept.len(), width: width.unwrap_or_default().iter().sum() });
                kept.push(single);
            }
            continue;
        };
        let of_piece = kept.len();
        units.extend(piece.units.iter().zip(widths).map(|(byte, width)| Unit { byte: *byte, piece: of_piece, width }));
        kept.push(piece);
    }
    (kept, units)
}

/// The widths of units that are set together. `None` if the glyphs of a word do not come in the order of its letters.
fn unit_widths(setting: &Setting, piece: &Piece, measure: &mut dyn Measure) -> Option<Vec<f32>> {
    let Piece { bytes, level, set, part, units: starts } = piece;
    if let Set::Mark(short) = set {
        return Some(even(measure.mark(short), starts.len()));
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.end]);
    let texts: Vec<&str> = starts.iter().zip(ends).map(|(start, end)| slice(&setting.words, *start..end)).collect();
    let glyphs = measure.glyphs(&text(setting, bytes, *set, *level), *part);
    let whole = glyphs.iter().map(|(_, advance)| advance.max(0.0)).sum();
    match set {
        _ if texts.len() <= 1 => Some(even(whole, texts.len())),
        Set::Word => widths(glyphs.into_iter().rev(), &texts),
        _ => Some(widths(glyphs.into_iter(), &texts).unwrap_or_else(|| even(whole, texts.len()))),
    }
}

/// What is drawn of a part of a piece: its words, brackets turned where it runs from right to left. Fonts turn those
/// in words by themselves.
pub(super) fn text(setting: &Setting, bytes: &Range<usize>, set: Set, level: u8) -> String {
    let words = slice(&setting.words, bytes.clone());
    if runs_left(level) && set == Set::Along { words.chars().map(mirrored).collect() } else { words.to_owned() }
}

/// Fills rows.
struct Maker<'a> {
    setting: &'a Setting,
    base: u8,
    pieces: &'a [Piece],
    units: &'a [Unit],
    measure: &'a mut dyn Measure,
}

impl Maker<'_> {
    fn byte(&self, unit: usize) -> usize {
        self.units.get(unit).map_or(self.setting.words.len(), |unit| unit.byte)
    }

    fn is_space(&self, unit: usize) -> bool {
        let words = slice(&self.setting.words, self.byte(unit)..self.byte(unit + 1));
        words.chars().all(is_gap)
    }

    /// The units before which rows end; the last is the number of units. White space at the end of a row needs no room.
    fn row_ends(&self) -> Vec<usize> {
        let width = points(self.setting.width) + SLACK;
        let mut breaks = line_breaks(&self.setting.words).into_iter().peekable();
        let mut ends = Vec::new();
        let (mut start, mut x) = (0, 0.0);
        let mut possible: Option<(usize, f32)> = None;
        for (at, unit) in self.units.iter().enumerate() {
            while breaks.next_if(|place| place.byte < unit.byte).is_some() {}
            if let Some(place) = breaks.next_if(|place| place.byte == unit.byte) {
                possible = Some((at, x));
                if place.must && at > start {
                    ends.push(at);
                    (start, x, possible) = (at, 0.0, None);
                }
            }
            if x + unit.width > width && at > start && !self.is_space(at) {
                // At the last place where the line may end, else between two letters of a word that is too long.
                if let Some((end, before)) = possible.take().filter(|(end, _)| *end > start) {
                    ends.push(end);
                    (start, x) = (end, x - before);
                }
                if x + unit.width > width && at > start && is_grapheme_boundary(&self.setting.words, unit.byte) {
                    ends.push(at);
                    (start, x) = (at, 0.0);
                }
            }
            x += unit.width;
        }
        ends.push(self.units.len());
        ends
    }

    fn row(&mut self, units: Range<usize>, last: bool) -> Row {
        let bytes = self.byte(units.start)..self.byte(units.end);
        let words = slice(&self.setting.words, bytes.clone());
        let before_gap = words.trim_end_matches(is_gap).len();
        let trimmed = if last { words.len() } else { before_gap };
        let words_end = if trimmed == 0 { bytes.end } else { bytes.start + trimmed };
        let tail = bytes.start + before_gap;
        let mut runs = Vec::new();
        let mut from = units.start;
        while from < units.end {
            let piece = self.units.get(from).map_or(0, |unit| unit.piece);
            let of_piece =
                |at: &usize| self.units.get(*at).is_some_and(|unit| unit.piece == piece && (unit.byte < tail) == (self.byte(from) < tail));
            let to = (from..units.end).take_while(of_piece).last().map_or(from + 1, |last| last + 1);
            runs.extend(self.run(piece, from..to, self.byte(from) >= tail));
            from = to;
        }
        let reach = place(&mut runs, words_end, if self.base == 1 { Some(points(self.setting.width)) } else { None });
        Row { bytes, words_end, reach, runs }
    }

    /// Units of one piece as a run of a row; measured anew if the row has only a part of the piece.
    fn run(&mut self, piece: usize, units: Range<usize>, tail: bool) -> Option<Run> {
        let piece = self.pieces.get(piece)?;
        let bytes = self.byte(units.start)..self.byte(units.end);
        let starts: Vec<usize> = units.clone().map(|unit| self.byte(unit)).collect();
        let mut widths: Vec<f32> = self.units.get(units)?.iter().map(|unit| unit.width).collect();
        let cut = bytes != piece.bytes && !tail;
        if cut {
            let part = Piece { bytes: bytes.clone(), units: starts.clone(), ..*piece };
            widths = unit_widths(self.setting, &part, self.measure).unwrap_or(widths);
        }
        let mut along = 0.0;
        let cell = |(start, width): (usize, f32)| {
            along += width;
            (start, along - width)
        };
        let cells = starts.into_iter().zip(widths).map(cell).collect();
        let blank = matches!(piece.set, Set::Mark(_)) || slice(&self.setting.words, bytes.clone()).chars().all(is_gap);
        let text = (!blank).then(|| text(self.setting, &bytes, piece.set, piece.level));
        let level = if tail { self.base } else { piece.level };
        Some(Run { bytes, level, left: 0.0, width: along, text, part: piece.part, cells })
    }
}

/// Puts the runs of a row in the order in which they stand, from the left, or so that the words end at `right`. White
/// space at the end hangs over the edge. Returns from where to where the words reach.
fn place(runs: &mut [Run], words_end: usize, right: Option<f32>) -> Rangef {
    let levels: Vec<u8> = runs.iter().map(|run| run.level).collect();
    let is_word = |run: &Run| run.bytes.start < words_end;
    let words: f32 = runs.iter().filter(|run| is_word(run)).map(|run| run.width).sum();
    let hanging: f32 = runs.iter().filter(|run| !is_word(run)).map(|run| run.width).sum();
    let left = right.map_or(0.0, |right| right - words);
    let mut x = if right.is_some() { left - hanging } else { left };
    for at in visual_order(&levels) {
        if let Some(run) = runs.get_mut(at) {
            run.left = x;
            x += run.width;
        }
    }
    Rangef::new(left, left + words)
}
