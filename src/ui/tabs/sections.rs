//! The bar that names the sections of a tab, with the number of things in each.

use egui::{Align, AsIdSalt, Id, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::icons::focus_ring;
use crate::ui::theme::{Tokens, size, space, style};

/// The height of the bar in points.
const HEIGHT: f32 = 36.0;

/// A section.
pub(super) struct Part<S> {
    /// Which it is.
    pub(super) section: S,
    /// Its name.
    pub(super) label: &'static str,
    /// How many things are in it.
    pub(super) count: usize,
}

/// Draws the bar, called `name`; gives back the section that was pressed.
pub(super) fn sections_ui<S: Copy + PartialEq + AsIdSalt>(
    ui: &mut Ui,
    name: &str,
    parts: impl IntoIterator<Item = Part<S>>,
    open: S,
) -> Option<S> {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let tokens = Tokens::of(ui.visuals());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, tokens.line));
    let inside = Rect::from_min_max(rect.min + vec2(space::TINY, 0.0), rect.max);
    let row = UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)).accessibility_role(Role::TabList);
    let mut pressed = None;
    ui.scope_builder(row.accessibility_label(name), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for part in parts {
            let section = part.section;
            if section_ui(ui, name, part, section == open) {
                pressed = Some(section);
            }
        }
    });
    pressed
}

fn section_ui<S: AsIdSalt>(ui: &mut Ui, name: &str, part: Part<S>, open: bool) -> bool {
    let tokens = Tokens::of(ui.visuals());
    let words = match part.count {
        0 => part.label.to_owned(),
        count => format!("{} {count}", part.label),
    };
    let face = if open { style::strong() } else { egui::TextStyle::Body };
    let colour = if open { tokens.text } else { tokens.dim };
    let galley = ui.painter().layout_no_wrap(words.clone(), face.resolve(ui.style()), colour);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * 10.0, HEIGHT), Sense::hover());
    let response = ui.interact(rect, Id::unique(name).with(part.section), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, open, &words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(open));
    if response.hovered() && !open {
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 5.0)), size::RADIUS, tokens.hover);
    }
    if open {
        let under = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 2.0), rect.right_bottom());
        ui.painter().rect_filled(under, 0.0, tokens.accent);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    focus_ring(ui, rect.shrink2(vec2(0.0, 4.0)), &response);
    response.clicked()
}
