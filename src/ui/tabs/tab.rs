//! One tab: its words, with a line under the open one. The bar of the lists and the sections within a list are made of it.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Response, Role, Sense, TextStyle, Ui, Vec2, WidgetInfo, vec2};

use super::icons::focus_ring;
use crate::ui::theme::{Tokens, size, style};

/// The words of a tab as they are drawn, so that its width is known.
pub(super) fn words(ui: &Ui, words: &str, open: bool) -> Arc<Galley> {
    let tokens = Tokens::of(ui.visuals());
    let (face, colour) = if open { (style::strong(), tokens.text) } else { (TextStyle::Body, tokens.dim) };
    ui.painter().layout_no_wrap(words.to_owned(), face.resolve(ui.style()), colour)
}

/// Draws a tab of a size in points; `name` is what a screen reader says.
pub(super) fn tab_ui(ui: &mut Ui, id: Id, words: Arc<Galley>, name: &str, open: bool, room: Vec2) -> Response {
    let tokens = Tokens::of(ui.visuals());
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, open, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(open));
    if response.hovered() && !open {
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 5.0)), size::RADIUS, tokens.hover);
    }
    if open {
        let under = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 2.0), rect.right_bottom());
        ui.painter().rect_filled(under, 0.0, tokens.accent);
    }
    ui.painter().galley(rect.center() - words.size() / 2.0, words, tokens.text);
    focus_ring(ui, rect.shrink2(vec2(0.0, 4.0)), &response);
    response
}
