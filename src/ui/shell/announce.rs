//! What is said to those who do not see the window. Two live regions take turns, one there and one gone, so that the same
//! words said twice are heard twice, and no empty words between.

use egui::accesskit::{Live, Role};
use egui::{Id, Rect, Ui, UiBuilder};

use crate::app::App;

/// Hands what is to be said to the screen reader, if there is one. Nothing of it is seen.
pub fn announce_ui(ui: &mut Ui, app: &App) {
    let announcement = &app.announcement;
    if announcement.count == 0 {
        return;
    }
    let id = Id::unique("announcement").with(announcement.count % 2);
    let place = Rect::from_min_size(ui.max_rect().min, egui::Vec2::ZERO);
    let node = ui.new_child(UiBuilder::new().scope_id(id).max_rect(place).accessibility_role(Role::Status)).unique_id();
    ui.ctx().accesskit_node_builder(node, |node| {
        node.set_live(Live::Polite);
        node.set_label(announcement.words.as_str());
    });
}
