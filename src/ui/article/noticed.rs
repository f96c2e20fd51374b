//! The quiet signs in the right margin: beside each row in which a finding of the cross-check starts.
//!
//! A sign is two short strokes, one above the other: here and elsewhere. It says that something was noticed, never what is right.

use std::collections::BTreeMap;
use std::ops::Range;

use egui::{CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::page::Page;
use super::visible::Visible;
use crate::app::announce::short;
use crate::text::position::slice;
use crate::ui::theme::{Tokens, size, space};

/// How much room the signs need beside the text, in points.
pub(super) const ROOM: f32 = 28.0;
/// The side of a sign with the room around it, in points.
const SIDE: f32 = 20.0;
/// The characters of the passage that a screen reader says.
const SPOKEN: usize = 80;
/// Half the length of a stroke, in points.
const STROKE: f32 = 4.5;

/// Draws the signs of the rows in view; gives back the place of the finding whose sign was pressed.
pub(super) fn noticed_ui(ui: &Ui, id: Id, page: &Page<'_>, visible: &Visible, tokens: &Tokens) -> Option<Range<usize>> {
    let mut rows: BTreeMap<i64, (Rect, Range<usize>, Vec<&'static str>)> = BTreeMap::new();
    for (range, words) in (page.noticed)(visible.bytes()) {
        let parts = visible.parts(&range);
        let Some(first) = parts.first().filter(|part| !part.from_before) else { continue };
        let row = rows.entry(first.rect.top().round() as i64).or_insert_with(|| (first.rect, range, Vec::new()));
        if !row.2.contains(&words) {
            row.2.push(words);
        }
    }
    let mut pressed = None;
    for (row, range, words) in rows.into_values().filter(|(row, ..)| visible.page.y_range().contains(row.center().y)) {
        let middle = pos2(visible.column.right() + space::LARGE, row.center().y);
        let rect = Rect::from_center_size(middle, vec2(SIDE, SIDE));
        let response = ui.interact(rect, id.with(("noticed", range.start, range.end)), Sense::click());
        let words = words.join(", ");
        let passage = short(slice(page.article.text(), range.clone()), SPOKEN);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Cross-check: {words}: {passage}")));
        if response.hovered() {
            ui.painter().rect_filled(rect, size::CHIP_RADIUS, tokens.hover);
        }
        let pen = Stroke::new(1.5, if response.hovered() { tokens.accent } else { tokens.dim });
        for down in [-2.0, 2.0] {
            ui.painter().hline(middle.x - STROKE..=middle.x + STROKE, middle.y + down, pen);
        }
        if response.has_focus() {
            let ring = Stroke::new(size::FOCUS_RING, tokens.accent);
            ui.painter().rect_stroke(rect, size::CHIP_RADIUS, ring, StrokeKind::Inside);
        }
        let response =
            response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(format!("{words}: see what the articles say of it."));
        if response.clicked() {
            pressed = Some(range);
        }
    }
    pressed
}
