//! What of the page is on the screen: the blocks in view with their places, to ask for rectangles and for bytes.

use std::ops::Range;
use std::rc::Rc;

use egui::{Pos2, Rect, pos2};

use super::geometry::{moved, tight};
use super::layout::Laid;
use crate::text::grapheme::previous_grapheme;

/// A block in view.
pub(super) struct Block {
    /// Its number.
    pub(super) number: usize,
    /// Its layout.
    pub(super) laid: Rc<Laid>,
    /// Where the block starts on the screen, with what stands over it.
    pub(super) top: f32,
    /// Where its rows start on the screen, on whole pixels.
    pub(super) origin: Pos2,
}

/// A part of a passage on the screen: in one row, running one way.
#[derive(Clone)]
pub(super) struct Part {
    /// As high as the face.
    pub(super) rect: Rect,
    /// Whether it runs from right to left: it starts at its right edge.
    pub(super) backwards: bool,
    /// Whether the passage starts before this part.
    pub(super) from_before: bool,
    /// Whether the passage goes on after this part.
    pub(super) goes_on: bool,
    /// Where its underline goes if it is a highlight's, counted from the words; none if there is no room for it.
    pub(super) lane: Option<usize>,
}

/// The blocks in view and a little beyond, in order.
pub(super) struct Visible {
    /// The blocks.
    pub(super) blocks: Vec<Block>,
    /// The page on the screen.
    pub(super) page: Rect,
    /// The column of text on the screen, as high as the page.
    pub(super) column: Rect,
}

impl Visible {
    /// The bytes from the start of the first block to the end of the last.
    pub(super) fn bytes(&self) -> Range<usize> {
        let start = self.blocks.first().map_or(0, |block| block.laid.range.start);
        start..self.blocks.last().map_or(start, |block| block.laid.range.end)
    }

    /// The block that holds a byte.
    pub(super) fn block_of(&self, byte: usize) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.laid.range.start <= byte);
        let block = after.checked_sub(1).and_then(|at| self.blocks.get(at))?;
        (byte <= block.laid.range.end).then_some(block)
    }

    /// The grapheme boundary nearest to a point on the screen; a point between blocks means the nearer one.
    pub(super) fn byte_at(&self, point: Pos2) -> Option<usize> {
        let distance = |block: &&Block| {
            let (top, bottom) = (block.origin.y, block.origin.y + block.laid.lines.height());
            let outside = (top - point.y).max(point.y - bottom).max(0.0);
            (outside * 16.0) as i64
        };
        let block = self.blocks.iter().min_by_key(distance)?;
        Some(block.laid.range.start + block.laid.lines.byte_at(point - block.origin))
    }

    /// Where a passage is, in the order of the text.
    pub(super) fn parts(&self, range: &Range<usize>) -> Vec<Part> {
        let mut parts = Vec::new();
        let first = self.blocks.partition_point(|block| block.laid.range.end < range.start);
        for block in self.blocks.iter().skip(first).take_while(|block| block.laid.range.start < range.end) {
            let local = block.laid.local(range);
            for found in block.laid.lines.boxes(local) {
                let rect = tight(moved(found.rect, block.origin), block.laid.face_height);
                let start = block.laid.range.start + found.bytes.start;
                let end = block.laid.range.start + found.bytes.end;
                let row_end = block.laid.range.start + block.laid.lines.row_bytes(found.row).end;
                let (from_before, goes_on) = (range.start < start, range.end > end);
                parts.push((Part { rect, backwards: found.backwards, from_before, goes_on, lane: None }, row_end));
            }
        }
        // White space at the end of a row has no part of its own.
        if let Some((last, row_end)) = parts.last_mut() {
            last.goes_on = range.end > *row_end;
        }
        parts.into_iter().map(|(part, _)| part).collect()
    }

    /// The rows of the blocks in view, each with its bytes, as high as the face.
    pub(super) fn rows(&self) -> impl Iterator<Item = (Range<usize>, Rect)> + '_ {
        self.blocks.iter().flat_map(|block| {
            let start = block.laid.range.start;
            (0..block.laid.lines.rows()).map(move |row| {
                let bytes = block.laid.lines.row_bytes(row);
                let rect = tight(moved(block.laid.lines.row_rect(row), block.origin), block.laid.face_height);
                (start + bytes.start..start + bytes.end, rect)
            })
        })
    }

    /// Where the caret stands before a byte, as high as the face.
    pub(super) fn caret(&self, byte: usize) -> Option<Rect> {
        let block = self.block_of(byte)?;
        let caret = block.laid.lines.caret(byte - block.laid.range.start);
        Some(tight(moved(caret, block.origin), block.laid.face_height))
    }

    /// Whether the words after a place run from right to left, where those before it run the other way; nothing where
    /// no directions meet.
    pub(super) fn turns_left(&self, byte: usize) -> Option<bool> {
        let block = self.block_of(byte)?;
        let (lines, byte) = (&block.laid.lines, byte.checked_sub(block.laid.range.start)?);
        let before = previous_grapheme(lines.words(), byte);
        let after = lines.runs_left(byte);
        (before < byte && lines.runs_left(before) != after).then_some(after)
    }

    /// The whole row that starts the part of a passage in view, from edge to edge of the page's left margin.
    pub(super) fn margin_of_row(&self, row: Rect, width: f32) -> Rect {
        Rect::from_min_max(pos2(self.column.left() - width, row.top()), pos2(self.column.left() - 4.0, row.bottom()))
    }
}
