//! The bar that names the sections of the cross-check with the number of findings in each.

use egui::{Align, Id, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::icons::focus_ring;
use crate::app::cross::Section;
use crate::app::{App, Request};
use crate::ui::theme::{Tokens, size, space, style};

/// The height of the bar in points.
const HEIGHT: f32 = 36.0;

pub(super) fn sections_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let tokens = Tokens::of(ui.visuals());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, tokens.line));
    let inside = Rect::from_min_max(rect.min + vec2(space::TINY, 0.0), rect.max);
    let row = UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)).accessibility_role(Role::TabList);
    ui.scope_builder(row.accessibility_label("Kinds of findings"), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for section in Section::ALL {
            if section_ui(ui, app, section) {
                send.push(Request::ShowSection(section));
            }
        }
    });
}

fn section_ui(ui: &mut Ui, app: &App, section: Section) -> bool {
    let tokens = Tokens::of(ui.visuals());
    let open = app.cross.section == section;
    let words = match app.cross.found.count(section) {
        0 => section.label().to_owned(),
        count => format!("{} {count}", section.label()),
    };
    let face = if open { style::strong() } else { egui::TextStyle::Body };
    let colour = if open { tokens.text } else { tokens.dim };
    let galley = ui.painter().layout_no_wrap(words.clone(), face.resolve(ui.style()), colour);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * 10.0, HEIGHT), Sense::hover());
    let response = ui.interact(rect, Id::unique("section").with(section), Sense::click());
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
