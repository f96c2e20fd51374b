//! What can be pressed and is painted by hand.

use egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::ui::theme::{Tokens, size};

/// A flat area that can be pressed, by the pointer or from the keyboard: tinted under the pointer, filled where it is
/// `selected` (a switch then, else `None`), ringed while it has the focus. The caller paints what stands on it.
pub fn press(ui: &mut Ui, extent: Vec2, radius: u8, name: &str, selected: Option<bool>) -> Response {
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| match selected {
        Some(selected) => WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, name),
        None => WidgetInfo::labeled(Role::Button, ui.is_enabled(), name),
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let tokens = Tokens::of(ui.visuals());
    let radius = CornerRadius::same(radius);
    if selected == Some(true) {
        ui.painter().rect_filled(rect, radius, tokens.selection);
    }
    if response.is_pointer_button_down_on() {
        ui.painter().rect_filled(rect, radius, tokens.pressed);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, tokens.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(size::FOCUS_RING, tokens.accent), StrokeKind::Inside);
    }
    response
}

/// Like [`press`], for something that is on or off and shows so by what is painted on it.
pub fn switch(ui: &mut Ui, extent: Vec2, radius: u8, name: &str, on: bool) -> Response {
    let response = press(ui, extent, radius, name, None);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name));
    response
}
