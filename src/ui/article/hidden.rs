//! Characters that cannot be seen, as marks in the text: direction controls, characters without width, control
//! characters; and spaces that are not what they seem.
//!
//! A control stands in a frame by its short name, a harmless character without width as a thin bar, an unusual space as
//! an open box. The layout keeps room for them (`mixed`); here they are drawn, and named to who points at one.

use std::ops::Range;

use egui::{Id, Painter, Pos2, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::geometry::{Lines, moved, tight};
use super::mixed::chip;
use super::visible::{Block, Visible};
use crate::text::position::slice;
use crate::text::script::unusual_space;
use crate::ui::theme::{Tokens, size};

/// How many are marked in one frame; more cannot be told apart anyway.
const MOST: usize = 2000;

/// A character that is marked.
struct Mark {
    rect: Rect,
    /// The character, if it is one.
    c: Option<char>,
    name: &'static str,
    /// The short name; `None` for a space.
    short: Option<&'static str>,
}

/// Draws the marks in view and names the one under the pointer.
pub(super) fn hidden_ui(ui: &Ui, id: Id, visible: &Visible, text_size: f32, pointer: Option<Pos2>, tokens: &Tokens) {
    let of_block = |block: &Block| {
        let (lines, face_height) = (block.laid.lines.as_ref(), block.laid.face_height);
        marks(lines, block.origin, face_height, visible.page.y_range()).collect::<Vec<_>>()
    };
    let marks = visible.blocks.iter().flat_map(of_block).take(MOST);
    for (n, mark) in marks.enumerate() {
        draw(ui.painter(), &mark, text_size, tokens);
        let around = mark.rect.expand(2.0);
        if pointer.is_some_and(|at| around.contains(at)) {
            let mut name = mark.name.chars();
            let capital = name.next().map_or(String::new(), |first| first.to_uppercase().to_string());
            let code = mark.c.map_or(String::new(), |c| format!(" (U+{:04X})", u32::from(c)));
            let words = format!("{capital}{}{code}", name.as_str());
            ui.interact(around, id.with(("hidden", n)), Sense::hover()).on_hover_text(words);
        }
    }
}

/// Draws the marks in lines whose upper left corner is at a point.
pub(super) fn paint(painter: &Painter, lines: &dyn Lines, origin: Pos2, text_size: f32, tokens: &Tokens) {
    let face_height = lines.row_rect(0).height();
    let marks = marks(lines, origin, face_height, painter.clip_rect().y_range());
    marks.take(MOST).for_each(|mark| draw(painter, &mark, text_size, tokens));
}

/// The marks of lines, those in sight.
fn marks(lines: &dyn Lines, origin: Pos2, face_height: f32, sight: Rangef) -> impl Iterator<Item = Mark> + '_ {
    let words = lines.words();
    let unseen = lines.unseen().iter().map(|unseen| (unseen.range.clone(), unseen.name, Some(unseen.short)));
    let other = if words.is_ascii() { "" } else { words };
    let spaces = other.char_indices().filter_map(|(at, c)| Some((at..at + c.len_utf8(), unusual_space(c)?, None)));
    unseen.chain(spaces).filter_map(move |(bytes, name, short)| {
        let (rect, c) = place(lines, origin, face_height, sight, bytes)?;
        Some(Mark { rect, c, name, short })
    })
}

/// Where a mark stands, if it is in sight, and the character that it stands for, if it is one.
fn place(lines: &dyn Lines, origin: Pos2, face_height: f32, sight: Rangef, bytes: Range<usize>) -> Option<(Rect, Option<char>)> {
    let row = moved(lines.row_rect(lines.row_of(bytes.start)), origin);
    if !sight.intersects(row.y_range()) {
        return None;
    }
    let mut chars = slice(lines.words(), bytes.clone()).chars();
    let (c, is_one) = (chars.next()?, chars.next().is_none());
    let rect = lines.boxes(bytes).first().map(|part| tight(moved(part.rect, origin), face_height))?;
    Some((rect, is_one.then_some(c)))
}

fn draw(painter: &Painter, mark: &Mark, text_size: f32, tokens: &Tokens) {
    match mark.short {
        Some(short) => draw_control(painter, mark, short, text_size, tokens),
        None => draw_space(painter, mark, tokens),
    }
}

/// A control's short name in a frame, or a thin bar.
fn draw_control(painter: &Painter, mark: &Mark, short: &str, text_size: f32, tokens: &Tokens) {
    let pen = Stroke::new(size::HAIRLINE, tokens.dim);
    let middle = mark.rect.center();
    let Some(letters) = chip(painter.ctx(), short, text_size).1 else {
        let tall = Rangef::new(middle.y - text_size * 0.42, middle.y + text_size * 0.42);
        let half = (mark.rect.width() * 0.32).min(2.0);
        painter.vline(middle.x, tall, pen);
        for y in [tall.min, tall.max] {
            painter.hline(middle.x - half..=middle.x + half, y, pen);
        }
        return;
    };
    let frame = Rect::from_center_size(middle, vec2(mark.rect.width() - 2.0, text_size * 0.78));
    painter.rect(frame, size::CHIP_RADIUS.min(3), tokens.surface, pen, StrokeKind::Inside);
    let at = middle - letters.size() / 2.0;
    painter.galley_with_override_text_color(at, letters, tokens.dim);
}

/// An open box below a space.
fn draw_space(painter: &Painter, mark: &Mark, tokens: &Tokens) {
    let reach = Rect::from_center_size(mark.rect.center(), vec2(mark.rect.width().max(3.0) - 1.0, mark.rect.height()));
    let bottom = reach.top() + reach.height() * 0.80;
    let tick = reach.height() * 0.09;
    let points = vec![
        pos2(reach.left(), bottom - tick),
        pos2(reach.left(), bottom),
        pos2(reach.right(), bottom),
        pos2(reach.right(), bottom - tick),
    ];
    painter.add(Shape::line(points, Stroke::new(size::HAIRLINE, tokens.strong_line)));
}
