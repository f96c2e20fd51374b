//! Cards and chips.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::Inline;
use crate::ui::theme::{Tokens, fonts, size, space};

/// A card that takes the width there is: what belongs together, in a quiet frame.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::of(ui.visuals());
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(size::HAIRLINE, tokens.line))
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(Margin::symmetric(10, space::SMALL as i8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::TINY;
            content(ui)
        })
}

/// A chip: a word about something, in a thin frame.
pub fn chip(ui: &mut Ui, words: &str) -> Response {
    let tokens = Tokens::of(ui.visuals());
    let row = Inline::new().words(ui, words, fonts::sans(size::CAPS), tokens.dim);
    let (rect, response) = ui.allocate_exact_size(row.size() + vec2(10.0, 2.0), Sense::hover());
    let border = Stroke::new(size::HAIRLINE, tokens.strong_line);
    ui.painter().rect_stroke(rect, CornerRadius::same(size::CHIP_RADIUS), border, StrokeKind::Inside);
    row.paint(ui.painter(), rect.left_center() + vec2(5.0, 0.0));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), words));
    response
}
