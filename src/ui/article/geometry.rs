//! The geometry of one laid-out block: from bytes to rectangles and back.
//!
//! [`Lines`] is what the view needs to know of a block's layout and the only way in which it asks. [`GalleyLines`]
//! answers from one galley of egui's, for words that egui sets right by itself; for others `mixed` answers in its place.
//! Bytes are counted from the block's start, points from its upper left corner.

use std::ops::Range;
use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Rangef, Rect, Vec2, pos2};

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::grapheme::{ceil_grapheme, floor_grapheme, is_grapheme_boundary, next_grapheme, previous_grapheme};
use crate::text::position::{clamp_range, slice};
use crate::text::script::Unseen;
use crate::ui::theme::Tokens;

/// How many letters a ligature may join.
const LIGATURE: usize = 5;

/// A part of a passage that lies on one row and runs one way. A row with words of both directions can have several.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowBox {
    /// The row, counted from 0.
    pub(super) row: usize,
    /// As high as the row.
    pub(super) rect: Rect,
    /// Its bytes.
    pub(super) bytes: Range<usize>,
    /// Whether it runs from right to left.
    pub(super) backwards: bool,
}

/// A block that has been laid out.
pub(super) trait Lines {
    /// How high it is.
    fn height(&self) -> f32;
    /// How many rows it has; at least one.
    fn rows(&self) -> usize;
    /// The bytes of a row, with the white space at its end.
    fn row_bytes(&self, row: usize) -> Range<usize>;
    /// Where a row is. As wide as its words.
    fn row_rect(&self, row: usize) -> Rect;
    /// The row of a byte; where two rows meet, the second.
    fn row_of(&self, byte: usize) -> usize;
    /// Where the words of a range are, in the order of the text, without the white space at which a row was broken.
    fn boxes(&self, range: Range<usize>) -> Vec<RowBox>;
    /// Where the caret stands before a byte. No width.
    fn caret(&self, byte: usize) -> Rect;
    /// The grapheme boundary nearest to a point. A point beside or beyond the rows means the nearest.
    fn byte_at(&self, point: Vec2) -> usize;
    /// Whether the words at a byte run from right to left.
    fn runs_left(&self, byte: usize) -> bool;
    /// What of the words is shown as marks, in order; the layout has room for them.
    fn unseen(&self) -> &[Unseen];
    /// The words.
    fn words(&self) -> &str;
    /// Draws the rows that the painter can show, with the upper left corner at a point on the screen.
    fn draw(&self, painter: &Painter, origin: Pos2, tokens: &Tokens);
}

/// The rows of a galley that has one glyph for each character of its text.
pub(super) struct GalleyLines {
    galley: Arc<Galley>,
    /// The first byte of each row, and the end.
    starts: Vec<usize>,
}

impl GalleyLines {
    /// Takes note of where the rows start. Reads the text once. `None` if the glyphs do not go with the characters one by
    /// one, or a row starts inside a grapheme or a ligature: such words have to be set otherwise.
    pub(super) fn new(galley: Arc<Galley>) -> Option<Self> {
        let text = galley.text();
        let mut chars = text.char_indices();
        let mut starts = vec![0];
        for row in &galley.rows {
            let glyphs = row.glyphs.len() + usize::from(row.ends_with_newline);
            if let Some(last) = glyphs.checked_sub(1) {
                chars.nth(last);
            }
            starts.push(text.len() - chars.as_str().len());
        }
        if galley.rows.is_empty() {
            starts.push(text.len());
        }
        let glyphs: usize = galley.rows.iter().map(|row| row.glyphs.len()).sum();
        // The other letters of a ligature have no width of their own.
        let torn = galley.rows.iter().skip(1).any(|row| row.glyphs.first().is_some_and(|glyph| glyph.advance_width <= 0.0));
        let fits = !torn && glyphs == text.chars().count() && starts.iter().all(|start| is_grapheme_boundary(text, *start));
        fits.then_some(Self { galley, starts })
    }

    /// How many characters of a row stand before a byte.
    fn column(&self, row: usize, byte: usize) -> usize {
        let bytes = self.row_bytes(row);
        slice(self.galley.text(), bytes.start..byte.min(bytes.end)).chars().count()
    }

    /// The byte before which the character of a column stands.
    fn byte_of_column(&self, row: usize, column: usize) -> usize {
        let bytes = self.row_bytes(row);
        let words = slice(self.galley.text(), bytes.clone());
        words.char_indices().nth(column).map_or(bytes.end, |(at, _)| bytes.start + at)
    }

    /// Where a row ends for the eye: before the white space at which it was broken. The last row ends where it ends.
    fn visible_end(&self, row: usize) -> usize {
        let bytes = self.row_bytes(row);
        if row + 1 >= self.rows() {
            return bytes.end;
        }
        let words = slice(self.galley.text(), bytes.clone());
        match words.trim_end().len() {
            0 => bytes.end,
            len => bytes.start + len,
        }
    }

    /// Where the caret stands before a byte of a row. A ligature is one glyph for several letters, followed by glyphs
    /// without width; the caret stops at equal parts of it.
    fn x_of(&self, row: usize, byte: usize) -> f32 {
        let Some(placed) = self.galley.rows.get(row) else { return 0.0 };
        let column = self.column(row, byte);
        let plain = placed.pos.x + placed.x_offset(column.into());
        let is_joined = |column: usize| placed.glyphs.get(column).is_some_and(|glyph| glyph.advance_width == 0.0);
        if !is_joined(column) {
            return plain;
        }
        let before = (0..column).rev().take(LIGATURE).find(|column| !is_joined(*column));
        let Some((from, wide)) = before.and_then(|from| Some((from, placed.glyphs.get(from)?))) else { return plain };
        let to = (column..).take(LIGATURE).find(|column| !is_joined(*column)).unwrap_or(column);
        let bytes = self.byte_of_column(row, from)..self.byte_of_column(row, to);
        let letters = |end: usize| graphemes(slice(self.galley.text(), bytes.start..end));
        let part = letters(byte) as f32 / letters(bytes.end).max(1) as f32;
        placed.pos.x + wide.pos.x + wide.advance_width * part.min(1.0)
    }
}

/// How many graphemes words have; those of a ligature, so few.
fn graphemes(words: &str) -> usize {
    words.graphemes(true).take(LIGATURE).count()
}

impl Lines for GalleyLines {
    fn height(&self) -> f32 {
        self.galley.rows.last().map_or(self.galley.size().y, |row| row.max_y())
    }

    fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    fn row_bytes(&self, row: usize) -> Range<usize> {
        let end = self.galley.text().len();
        let at = |n: usize| self.starts.get(n).copied().unwrap_or(end);
        at(row)..at(row + 1)
    }

    fn row_rect(&self, row: usize) -> Rect {
        self.galley.rows.get(row).map_or(Rect::ZERO, |placed| placed.rect())
    }

    fn row_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1).min(self.rows() - 1)
    }

    fn boxes(&self, range: Range<usize>) -> Vec<RowBox> {
        let range = clamp_range(self.galley.text(), range);
        if range.is_empty() {
            return Vec::new();
        }
        let rows = self.row_of(range.start)..=self.row_of(range.end.saturating_sub(1));
        let in_row = |row: usize| {
            let bytes = self.row_bytes(row);
            let part = range.start.max(bytes.start)..range.end.min(self.visible_end(row));
            let (from, to) = (self.x_of(row, part.start), self.x_of(row, part.end));
            let rect = Rect::from_x_y_ranges(Rangef::new(from, to.max(from)), self.row_rect(row).y_range());
            (!part.is_empty()).then_some(RowBox { row, rect, bytes: part, backwards: false })
        };
        rows.filter_map(in_row).collect()
    }

    fn caret(&self, byte: usize) -> Rect {
        let row = self.row_of(byte);
        let (x, y) = (self.x_of(row, byte), self.row_rect(row).y_range());
        Rect::from_x_y_ranges(Rangef::point(x), y)
    }

    fn byte_at(&self, point: Vec2) -> usize {
        let below = self.galley.rows.partition_point(|row| row.max_y() <= point.y);
        let row = below.min(self.rows() - 1);
        let Some(placed) = self.galley.rows.get(row) else { return 0 };
        let column = placed.char_at(point.x - placed.pos.x);
        let text = self.galley.text();
        let end = self.visible_end(row);
        let start = self.row_bytes(row).start;
        let near = ceil_grapheme(text, self.byte_of_column(row, column.into()).min(end)).min(end);
        let before = std::iter::successors(Some(near), |byte| Some(previous_grapheme(text, *byte)).filter(|at| *at >= start && at < byte));
        let after = std::iter::successors(Some(near), |byte| Some(next_grapheme(text, *byte)).filter(|at| *at <= end && at > byte));
        let around = before.take(LIGATURE).chain(after.skip(1).take(LIGATURE));
        let inside = around.filter(|byte| is_grapheme_boundary(text, *byte));
        let distance = |byte: &usize| ((self.x_of(row, *byte) - point.x).abs() * 256.0) as i64;
        inside.min_by_key(distance).unwrap_or_else(|| floor_grapheme(text, start))
    }

    fn runs_left(&self, _byte: usize) -> bool {
        false
    }

    fn unseen(&self) -> &[Unseen] {
        &[]
    }

    fn words(&self) -> &str {
        self.galley.text()
    }

    fn draw(&self, painter: &Painter, origin: Pos2, tokens: &Tokens) {
        painter.galley(origin, self.galley.clone(), tokens.text);
    }
}

/// A rectangle of a block, moved to where the block is.
pub(super) fn moved(rect: Rect, origin: Pos2) -> Rect {
    rect.translate(origin.to_vec2())
}

/// The part of a row that the words take, without the room between the lines: as high as the face, in the middle.
pub(super) fn tight(row: Rect, face_height: f32) -> Rect {
    let spare = ((row.height() - face_height) / 2.0).max(0.0);
    Rect::from_min_max(pos2(row.left(), row.top() + spare), pos2(row.right(), row.bottom() - spare))
}
