//! A word that opens a menu.

use egui::accesskit::HasPopup;
use egui::{Popup, Pos2, Response, Shape, Stroke, Ui, vec2};

use super::Inline;
use crate::ui::article;
use crate::ui::theme::{Tokens, fonts, size, space};

/// `Kind: claim ▾`: what is chosen now, with a menu behind it. The menu closes with a click in it.
pub fn dropdown(ui: &mut Ui, what: &str, chosen: &str, menu: impl FnOnce(&mut Ui)) -> Response {
    let tokens = Tokens::of(ui.visuals());
    let room = vec2(space::TINY, space::TINY);
    let width = (ui.available_width() - 2.0 * room.x - ARROW - space::TINY).max(40.0);
    let lead = format!("{what}: ");
    let row = Inline::new().words(ui, lead, fonts::sans(size::INTERFACE), tokens.dim);
    let left = (width - row.size().x).max(20.0);
    let row = row.elided(ui, chosen, fonts::semibold(size::INTERFACE), tokens.text, left);
    let extent = row.size() + 2.0 * room + vec2(ARROW + space::TINY, 0.0);
    let response = super::press(ui, extent, size::CHIP_RADIUS, &format!("{what}: {chosen}"), None);
    row.paint(ui.painter(), response.rect.left_center() + vec2(room.x, 0.0));
    paint_arrow(ui, response.rect.right_center() - vec2(room.x + ARROW / 2.0, 0.0));
    Popup::menu(&response).show(|ui| {
        super::command::menu_spacing(ui);
        menu(ui);
    });
    opens_menu(response)
}

/// Tells a screen reader that a button opens a menu.
pub fn opens_menu(button: Response) -> Response {
    button.ctx.accesskit_node_builder(button.id, |node| node.set_has_popup(HasPopup::Menu));
    button
}

/// One of the things in a menu: a name or a title. Readers of the screen hear it as written in `words`.
pub fn choice(ui: &mut Ui, is_chosen: bool, words: &str) -> Response {
    let button = egui::Button::selectable(is_chosen, article::on_widget(ui, words));
    ui.add(button).accessible_name(words)
}

/// How wide the arrow is, in points.
const ARROW: f32 = 7.0;

fn paint_arrow(ui: &Ui, middle: Pos2) {
    let half = ARROW / 2.0;
    let points = vec![middle + vec2(-half, -half * 0.6), middle + vec2(half, -half * 0.6), middle + vec2(0.0, half * 0.7)];
    ui.painter().add(Shape::convex_polygon(points, Tokens::of(ui.visuals()).dim, Stroke::NONE));
}
