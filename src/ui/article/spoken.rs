//! The rows of a block for a screen reader: their words, and where each character stands.
//!
//! Nodes are numbered as egui numbers them for its own texts: by parent, row and piece.

use std::ops::Range;

use egui::accesskit::{Rect as Bounds, Role, TextDirection};
use egui::{Id, Pos2, Ui, UiBuilder};

use super::geometry::{Lines, moved};
use crate::text::position::slice;

/// How many characters are in one piece of a row at most: words are told by their place, which has a byte.
pub(super) const PIECE: usize = 255;

/// How many characters a row may have for the place of each to be told. Longer ones have no width to speak of.
const PLACED: usize = 1000;

/// Describes the rows below the node of their block. `origin` is where the block's rows start on the screen.
pub(super) fn rows(ui: &mut Ui, block: Id, lines: &dyn Lines, origin: Pos2) {
    for row in 0..lines.rows() {
        let bytes = lines.row_bytes(row);
        let starts: Vec<usize> = slice(lines.words(), bytes.clone()).char_indices().map(|(at, _)| bytes.start + at).collect();
        let pieces = starts.len().div_ceil(PIECE).max(1);
        for piece in 0..pieces {
            let at = |n: usize| starts.get(n).copied().unwrap_or(bytes.end);
            let node = block.with(row).with(piece);
            describe(ui, block, node, lines, origin, at(piece * PIECE)..at((piece + 1) * PIECE), starts.len() <= PLACED);
            ui.ctx().accesskit_node_builder(node, |builder| {
                if piece > 0 {
                    builder.set_previous_on_line(block.with(row).with(piece - 1).accesskit_id());
                }
                if piece + 1 < pieces {
                    builder.set_next_on_line(block.with(row).with(piece + 1).accesskit_id());
                }
            });
        }
    }
}

fn describe(ui: &mut Ui, block: Id, node: Id, lines: &dyn Lines, origin: Pos2, bytes: Range<usize>, placed: bool) {
    let words = slice(lines.words(), bytes.clone());
    let parts = lines.boxes(bytes.clone());
    let rect =
        parts.iter().map(|part| part.rect).reduce(|all, part| all.union(part)).unwrap_or_else(|| lines.row_rect(lines.row_of(bytes.start)));
    let backwards = lines.runs_left(bytes.start);
    let mut lengths = Vec::new();
    let mut positions = Vec::new();
    let mut widths = Vec::new();
    let mut word_starts = Vec::new();
    let mut in_word = bytes.start == 0;
    for (n, (at, c)) in words.char_indices().enumerate() {
        let start = bytes.start + at;
        lengths.push(c.len_utf8() as u8);
        if placed {
            let place = lines.boxes(start..start + c.len_utf8()).first().map(|part| part.rect);
            positions.push(place.map_or(0.0, |place| if backwards { rect.right() - place.right() } else { place.left() - rect.left() }));
            widths.push(place.map_or(0.0, |place| place.width()));
        }
        if c.is_alphanumeric() && !in_word {
            word_starts.push(n as u8);
        }
        in_word = c.is_alphanumeric();
    }
    let rect = moved(rect, origin);
    ui.new_child(UiBuilder::new().scope_id(node).accessibility_parent(block).accessibility_role(Role::TextRun).max_rect(rect));
    ui.ctx().accesskit_node_builder(node, |builder| {
        builder.set_text_direction(if backwards { TextDirection::RightToLeft } else { TextDirection::LeftToRight });
        builder.set_bounds(Bounds { x0: rect.left().into(), y0: rect.top().into(), x1: rect.right().into(), y1: rect.bottom().into() });
        builder.set_value(words);
        builder.set_character_lengths(lengths);
        if placed {
            builder.set_character_positions(positions);
            builder.set_character_widths(widths);
        }
        builder.set_word_starts(word_starts);
    });
}
