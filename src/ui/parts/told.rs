//! What a part of the window is to those who do not see it.

use egui::{Rect, Role, Ui, UiBuilder};

/// A part in a rectangle that is taken already, which a screen reader knows by a role and a name: a row of a painted
/// table, a group of buttons.
pub fn told(ui: &mut Ui, rect: Rect, role: Role, name: &str) -> Ui {
    let inside = ui.new_child(UiBuilder::new().max_rect(rect).accessibility_role(role).accessibility_label(name));
    let [x0, y0, x1, y1] = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(f64::from);
    ui.ctx().accesskit_node_builder(inside.unique_id(), |node| node.set_bounds(egui::accesskit::Rect { x0, y0, x1, y1 }));
    inside
}
