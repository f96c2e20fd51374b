//! Drawing the page: fills, selection, underlines, words, outline and handles, caret; in this order.
//!
//! Words are drawn over fills and lines, so that no mark ever covers a letter. Nothing here knows of input.

use std::ops::Range;

use egui::{
    Color32, CornerRadius, CursorIcon, Painter, Rangef, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::highlights::Highlight;
use super::page::Page;
use super::visible::{Part, Visible};
use crate::app::announce::short;
use crate::model::{AnnotationId, Dismissed};
use crate::text::position::slice;
use crate::ui::theme::{Tokens, fonts, signs, size, space};

/// How round the corners of a fill are, in points.
const FILL_RADIUS: u8 = 2;
/// The flag of the caret, in points.
const FLAG: egui::Vec2 = vec2(5.0, 4.0);
/// The distance between the underlines of two lanes, in points.
const LANE_STEP: f32 = 3.0;
/// The characters of a dismissed passage that a screen reader says.
const SPOKEN: usize = 80;
/// How far below a line its second stroke is, where it is to stand out, in points.
const BOLDER: f32 = 1.0;

/// What is drawn besides the text and its highlights.
pub(super) struct Look<'a> {
    /// The colours.
    pub(super) tokens: &'a Tokens,
    /// What is selected.
    pub(super) selection: Range<usize>,
    /// Where the caret is, if it is to be seen.
    pub(super) caret: Option<usize>,
    /// The highlights under the pointer; a click takes the first.
    pub(super) hovered: Vec<AnnotationId>,
    /// The annotation in hand, and what its passage is while an end of it is dragged.
    pub(super) in_hand: Option<(AnnotationId, Range<usize>)>,
}

/// Draws the blocks in view with all that is marked in them. Returns the parts of the selection.
pub(super) fn paint(painter: &Painter, page: &Page<'_>, visible: &Visible, highlights: &[Highlight], look: &Look<'_>) -> Vec<Part> {
    let mut shapes = Vec::new();
    for highlight in highlights {
        fill(&mut shapes, highlight, look);
    }
    let bytes = visible.bytes();
    let from = page.hits.partition_point(|hit| hit.end <= bytes.start);
    for hit in page.hits.iter().skip(from).take_while(|hit| hit.start < bytes.end) {
        shapes.extend(visible.parts(hit).iter().map(|part| filled(part, look.tokens.hit)));
    }
    let selected = if look.selection.is_empty() { Vec::new() } else { visible.parts(&look.selection) };
    shapes.extend(selected.iter().map(|part| filled(part, look.tokens.selection)));
    for highlight in highlights {
        underline(&mut shapes, highlight, look);
    }
    painter.extend(shapes);
    for block in &visible.blocks {
        block.laid.lines.draw(painter, block.origin, look.tokens);
        for (down, words) in &block.laid.header {
            words.draw(painter, pos2(visible.column.left(), (block.top + down).round()), look.tokens.text, look.tokens);
        }
    }
    if let Some((_, range)) = &look.in_hand {
        outline(painter, &visible.parts(range), look.tokens.accent);
    }
    if let Some((byte, caret)) = look.caret.and_then(|byte| Some((byte, visible.caret(byte)?))) {
        let pen = Stroke::new(1.5, look.tokens.text);
        painter.vline(caret.left(), caret.y_range().expand(1.0), pen);
        painter.extend(visible.turns_left(byte).map(|to_left| flag(caret, to_left, look.tokens.text)));
    }
    selected
}

/// A flag at the top of the caret where directions meet: it points the way in which the words after it run.
fn flag(caret: Rect, to_left: bool, colour: Color32) -> Shape {
    let (x, top) = (caret.left(), caret.top() - 1.0);
    let tip = if to_left { x - FLAG.x } else { x + FLAG.x };
    Shape::convex_polygon(vec![pos2(x, top), pos2(tip, top), pos2(x, top + FLAG.y)], colour, Stroke::NONE)
}

fn filled(part: &Part, colour: Color32) -> Shape {
    Shape::rect_filled(part.rect, FILL_RADIUS, colour)
}

fn fill(shapes: &mut Vec<Shape>, highlight: &Highlight, look: &Look<'_>) {
    for part in &highlight.parts {
        let colour = part.lane.map(|lane| look.tokens.fill(highlight.verdict, lane));
        shapes.extend(colour.filter(|colour| *colour != Color32::TRANSPARENT).map(|colour| filled(part, colour)));
    }
    if look.hovered.first() == Some(&highlight.id) {
        shapes.extend(highlight.parts.iter().map(|part| filled(part, look.tokens.pressed)));
    }
}

/// The line under a highlight in its lane; those of the highlights under the pointer are bolder.
fn underline(shapes: &mut Vec<Shape>, highlight: &Highlight, look: &Look<'_>) {
    if highlight.parts.iter().all(|part| part.lane.is_none()) {
        return;
    }
    let colour = look.tokens.verdict(highlight.verdict).line;
    let strokes: &[f32] = if look.hovered.contains(&highlight.id) { &[0.0, BOLDER] } else { &[0.0] };
    for part in &highlight.parts {
        let Some(lane) = part.lane else { continue };
        let top = part.rect.bottom() - 1.0 + lane as f32 * LANE_STEP;
        for down in strokes {
            signs::line(shapes, highlight.verdict, part.rect.x_range(), top + down, colour);
        }
    }
}

/// Parts that touch on a row as one: words of both directions in it are one passage.
fn joined(parts: &[Part]) -> Vec<Part> {
    let mut sorted: Vec<Part> = parts.to_vec();
    sorted.sort_by(|a, b| a.rect.top().total_cmp(&b.rect.top()).then(a.rect.left().total_cmp(&b.rect.left())));
    let mut joined: Vec<Part> = Vec::new();
    for part in sorted {
        match joined.last_mut().filter(|last| last.rect.top() == part.rect.top() && (last.rect.right() - part.rect.left()).abs() < 1.0) {
            Some(last) => {
                last.rect = last.rect.union(part.rect);
                last.from_before &= part.from_before;
                last.goes_on &= part.goes_on;
            }
            None => joined.push(part),
        }
    }
    joined
}

/// A frame around the passage in hand, open where it goes on in another row, with a handle at either end.
fn outline(painter: &Painter, parts: &[Part], colour: Color32) {
    let pen = Stroke::new(size::FOCUS_RING, colour);
    for part in joined(parts) {
        let rect = part.rect.expand2(vec2(2.0, 2.0));
        let (start, end) = (if part.from_before { 0 } else { 4 }, if part.goes_on { 0 } else { 4 });
        let (left, right) = if part.backwards { (end, start) } else { (start, end) };
        let corners = CornerRadius { nw: left, sw: left, ne: right, se: right };
        painter.rect_stroke(rect, corners, pen, StrokeKind::Middle);
    }
    for end in [End::Start, End::End] {
        if let Some(grip) = handle(parts, end) {
            let knob = if end == End::Start { grip.center_top() } else { grip.center_bottom() };
            painter.vline(grip.center().x, grip.y_range(), Stroke::new(2.0, colour));
            painter.circle_filled(knob, 3.0, colour);
        }
    }
}

/// One end of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Where it starts.
    Start,
    /// Where it ends.
    End,
}

/// Where the handle at an end of the passage in hand can be taken, if that end is in view.
pub(super) fn handle(parts: &[Part], end: End) -> Option<Rect> {
    let (part, hidden) = match end {
        End::Start => parts.first().map(|part| (part, part.from_before))?,
        End::End => parts.last().map(|part| (part, part.goes_on))?,
    };
    let at_left = (end == End::Start) != part.backwards;
    let x = if at_left { part.rect.left() - 2.0 } else { part.rect.right() + 2.0 };
    let grip = Rect::from_x_y_ranges(Rangef::new(x - 4.0, x + 4.0), part.rect.y_range().expand(2.0));
    (!hidden).then_some(grip)
}

/// The way back for a dismissed passage, beside its last row. Returns whether it was taken.
pub(super) fn restore(ui: &Ui, id: egui::Id, text: &str, visible: &Visible, dismissed: &Dismissed, tokens: &Tokens) -> bool {
    let parts = visible.parts(&dismissed.range);
    let Some(last) = parts.last().filter(|part| !part.goes_on && visible.page.y_range().contains(part.rect.center().y)) else {
        return false;
    };
    let over = ui.input(|input| input.pointer.latest_pos()).is_some_and(|at| parts.iter().any(|part| part.rect.contains(at)));
    let room = visible.page.right() - visible.column.right() - space::SMALL;
    let left = visible.column.right() + space::SMALL;
    let rect = Rect::from_min_max(pos2(left, last.rect.center().y - 11.0), pos2(left + room.min(74.0), last.rect.center().y + 11.0));
    let response: Response = ui.interact(rect, id.with(("restore", dismissed.range.start, dismissed.range.end)), Sense::click());
    let reason = dismissed.reason.label();
    let passage = short(slice(text, dismissed.range.clone()), SPOKEN);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Restore: {reason}: {passage}")));
    let active = response.hovered() || response.has_focus();
    let words = if room >= 74.0 && (active || over) { "↩ restore" } else { "↩" };
    let colour = if active { tokens.accent } else { tokens.dim };
    ui.painter().text(rect.left_center(), egui::Align2::LEFT_CENTER, words, fonts::sans(size::SECONDARY), colour);
    if response.has_focus() {
        let ring = Stroke::new(size::FOCUS_RING, tokens.accent);
        ui.painter().rect_stroke(rect.expand(1.0), size::CHIP_RADIUS, ring, StrokeKind::Inside);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.on_hover_text(format!("Dismissed ({}). Make it article text again.", reason.to_lowercase())).clicked()
}
