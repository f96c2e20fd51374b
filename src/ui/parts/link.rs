//! Buttons without a frame.

use egui::{Response, Stroke, Ui, Vec2, vec2};

use super::Inline;
use crate::ui::theme::{Tokens, fonts, size};

/// A button that looks like dim words: for what is offered, not urged.
pub fn link_button(ui: &mut Ui, words: &str) -> Response {
    let colour = Tokens::of(ui.visuals()).dim;
    Inline::new().words(ui, words, fonts::sans(size::INTERFACE), colour).button(ui, words, None)
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
