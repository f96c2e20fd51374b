//! The small bar that says which keys move the ends of an annotation, while they are moved from the keyboard.

use egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Rect, Stroke, Ui, vec2};

use crate::platform::{self, System};
use crate::ui::parts;
use crate::ui::theme::{Tokens, size, space};

/// Draws the bar at the foot of the page.
pub fn ends_bar_ui(ui: &Ui, page: Rect) {
    let word = if platform::system() == System::MacOs { "⌥← →" } else { "Ctrl+← →" };
    let keys = [("← →", "letter"), (word, "word"), ("Tab", "other end"), ("Enter", "keep"), ("Esc", "as it was")];
    let tokens = Tokens::of(ui.visuals());
    let area = Area::new(Id::unique("ends bar")).order(Order::Middle).fade_in(false).interactable(false);
    let area = area.accessible_name("Moving the ends").pivot(Align2::CENTER_BOTTOM);
    area.fixed_pos(page.center_bottom() - vec2(0.0, space::SMALL)).show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(tokens.surface)
            .stroke(Stroke::new(size::HAIRLINE, tokens.strong_line))
            .corner_radius(CornerRadius::same(size::CARD_RADIUS))
            .shadow(ui.visuals().popup_shadow)
            .inner_margin(Margin::symmetric(10, 6));
        frame.show(ui, |ui| {
            ui.set_max_width(page.width() - 2.0 * space::LARGE);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::TINY, space::TINY);
                for (key, words) in keys {
                    parts::keycap_ui(ui, key);
                    ui.colored_label(tokens.dim, words);
                    ui.add_space(space::SMALL);
                }
            });
        });
    });
}
