//! Key caps: the little frames around the name of a key.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use crate::ui::theme::{Tokens, fonts, size};

const ROOM: Vec2 = vec2(6.0, 1.5);
const LEAST: f32 = 18.0;

fn words(ui: &Ui, key: &str) -> Arc<Galley> {
    ui.painter().layout_no_wrap(key.to_owned(), fonts::sans(size::CAPS), Tokens::of(ui.visuals()).dim)
}

/// How much room the cap of a key takes, in points.
pub fn keycap_size(ui: &Ui, key: &str) -> Vec2 {
    let extent = words(ui, key).size() + 2.0 * ROOM;
    vec2(extent.x.max(LEAST), extent.y.max(LEAST))
}

/// Paints the cap of a key into a rectangle.
pub fn paint_keycap(ui: &Ui, painter: &Painter, rect: Rect, key: &str) {
    let border = Stroke::new(size::HAIRLINE, Tokens::of(ui.visuals()).line);
    painter.rect_stroke(rect, CornerRadius::same(size::CHIP_RADIUS), border, StrokeKind::Inside);
    let galley = words(ui, key);
    painter.galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
}

/// The cap of a key, as a label.
pub fn keycap_ui(ui: &mut Ui, key: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(keycap_size(ui, key), Sense::hover());
    paint_keycap(ui, ui.painter(), rect, key);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), key));
    response
}

/// The cap of a key that can be pressed; `name` says what it does.
pub fn keycap_button(ui: &mut Ui, key: &str, name: &str) -> Response {
    let extent = keycap_size(ui, key).max(Vec2::splat(20.0));
    let response = super::press(ui, extent, size::CHIP_RADIUS, name, None);
    paint_keycap(ui, ui.painter(), response.rect, key);
    response
}
