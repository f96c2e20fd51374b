//! What the window shows while files are held over it.

use egui::{Align2, CornerRadius, Id, LayerId, Order, Role, Sense, Shape, Stroke, Ui, WidgetInfo};

use super::window_rect;
use crate::ui::theme::{Tokens, fonts, size, space};

/// Whether files are held over the window.
pub(super) fn is_hovered(ui: &Ui) -> bool {
    ui.ctx().input(|input| !input.raw.hovered_files.is_empty())
}

/// Says over the whole window that files can be dropped.
pub(super) fn overlay_ui(ui: &mut Ui) {
    if !is_hovered(ui) {
        return;
    }
    let tokens = Tokens::of(ui.visuals());
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let window = window_rect(ui);
    painter.rect_filled(window, CornerRadius::ZERO, tokens.scrim);
    let words = painter.layout_no_wrap("Drop to add".into(), fonts::semibold(size::TITLE), tokens.text);
    let place = Align2::CENTER_CENTER.align_size_within_rect(words.size(), window);
    painter.rect_filled(place.expand2(egui::vec2(space::HUGE * 2.0, space::HUGE)), CornerRadius::same(size::CARD_RADIUS), tokens.surface);
    painter.galley(place.min, words, tokens.text);
    let frame = window.shrink(space::MEDIUM);
    let edge = [frame.left_top(), frame.right_top(), frame.right_bottom(), frame.left_bottom(), frame.left_top()];
    painter.extend(Shape::dashed_line(&edge, Stroke::new(2.0, tokens.accent), 8.0, 6.0));
    let said = ui.interact(place, Id::unique("drop words"), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Status, true, "Drop to add"));
}
