//! The bar that names the sections of a tab, with the number of things in each.

use egui::{Align, AsIdSalt, Id, Layout, Rect, Role, Sense, Ui, UiBuilder, vec2};

use super::tab;
use crate::ui::theme::{Tokens, space};

/// The height of the bar in points.
const HEIGHT: f32 = 36.0;
/// The room beside the words of a section, in points.
const PADDING: f32 = 10.0;

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
    let words = match part.count {
        0 => part.label.to_owned(),
        count => format!("{} {count}", part.label),
    };
    let galley = tab::words(ui, &words, open);
    let width = galley.size().x + 2.0 * PADDING;
    tab::tab_ui(ui, Id::unique(name).with(part.section), galley, &words, open, vec2(width, HEIGHT)).clicked()
}
