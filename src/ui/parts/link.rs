//! Buttons without a frame.

use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::Inline;
use crate::ui::article;
use crate::ui::theme::{Tokens, fonts, size};

/// The least room that words are cut to, in points.
const LEAST: f32 = 48.0;

/// A button that looks like dim words: for what is offered, not urged. It stands flush with the words around it, and is
/// cut with “…” where there is no room.
pub fn link_button(ui: &mut Ui, words: &str) -> Response {
    link(ui, words, "", "")
}

/// The same for a place: where it is, as a title, may be cut; which place there, as ` · ¶ 6`, is not.
pub fn place_button(ui: &mut Ui, name: &str, tail: &str) -> Response {
    link(ui, name, tail, "")
}

/// The same with the cap of the key that does it.
pub fn link_button_with_key(ui: &mut Ui, words: &str, key: &str) -> Response {
    link(ui, words, "", key)
}

fn link(ui: &mut Ui, words: &str, tail: &str, key: &str) -> Response {
    let tokens = Tokens::of(ui.visuals());
    let font = || fonts::sans(size::INTERFACE);
    let cap = if key.is_empty() { Vec2::ZERO } else { super::keycap_size(ui, key) };
    let gap = if key.is_empty() { 0.0 } else { 6.0 };
    let end = Inline::new().words(ui, tail, font(), tokens.dim);
    let room = (room(ui) - end.size().x - gap - cap.x).max(LEAST);
    let mut row = Inline::new().words(ui, words, font(), tokens.dim);
    let is_cut = row.size().x > room;
    if is_cut {
        row = Inline::new().elided(ui, words, font(), tokens.dim, room);
    }
    if !tail.is_empty() {
        row = row.words(ui, tail, font(), tokens.dim);
    }
    let words = &format!("{words}{tail}");
    let extent = vec2(row.size().x + gap + cap.x, row.size().y.max(cap.y).max(24.0));
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    row.paint(ui.painter(), rect.left_center());
    if !key.is_empty() {
        let place = egui::Rect::from_min_size(rect.left_center() + vec2(row.size().x + gap, -cap.y / 2.0), cap);
        super::paint_keycap(ui, ui.painter(), place, key);
    }
    if response.hovered() {
        let under = rect.left_center() + vec2(0.0, row.size().y / 2.0);
        ui.painter().hline(under.x..=under.x + row.size().x, under.y, Stroke::new(size::HAIRLINE, tokens.dim));
    }
    if response.has_focus() {
        let ring = Stroke::new(size::FOCUS_RING, tokens.accent);
        ui.painter().rect_stroke(rect.expand2(vec2(4.0, 0.0)), f32::from(size::CHIP_RADIUS), ring, StrokeKind::Inside);
    }
    if is_cut { article::tip(response, words) } else { response }
}

/// How wide a row may be, in points; where rows wrap, the next one.
fn room(ui: &Ui) -> f32 {
    if ui.is_sizing_pass() {
        f32::INFINITY
    } else if ui.layout().is_horizontal() && ui.layout().main_wrap() {
        ui.max_rect().width()
    } else {
        ui.available_width()
    }
}

/// A button without a frame, in the colour of the text.
pub fn flat_button(ui: &mut Ui, words: &str) -> Response {
    let colour = Tokens::of(ui.visuals()).text;
    Inline::new().words(ui, words, fonts::sans(size::INTERFACE), colour).button(ui, words, None)
}

/// A small cross; `name` says what it closes or leaves out.
pub fn close_button(ui: &mut Ui, name: &str) -> Response {
    let response = super::press(ui, Vec2::splat(20.0), size::CHIP_RADIUS, name, None);
    let tokens = Tokens::of(ui.visuals());
    let pen = Stroke::new(1.2, if response.hovered() { tokens.text } else { tokens.dim });
    let (middle, arm) = (response.rect.center(), 3.5);
    ui.painter().line_segment([middle - Vec2::splat(arm), middle + Vec2::splat(arm)], pen);
    ui.painter().line_segment([middle + vec2(-arm, arm), middle + vec2(arm, -arm)], pen);
    response
}
