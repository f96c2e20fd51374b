//! The bar that names the sections of a tab, with the number of things in each.

use egui::{Align, AsIdSalt, Id, Layout, Rect, Role, Ui, UiBuilder, Vec2, vec2};

use super::tab;
use crate::ui::theme::{Tokens, space};

/// The height of a row of the bar in points: it has a second one where it is narrow.
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
    let whole = ui.available_rect_before_wrap();
    let inside = Rect::from_min_max(whole.min + vec2(space::TINY, 0.0), whole.max);
    let row = UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Min).with_main_wrap(true));
    let mut pressed = None;
    let row = row.accessibility_role(Role::TabList).accessibility_label(name);
    let bottom = ui.scope_builder(row, |ui| {
        ui.set_min_height(HEIGHT);
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        for part in parts {
            let section = part.section;
            if section_ui(ui, name, part, section == open) {
                pressed = Some(section);
            }
        }
        ui.min_rect().bottom()
    });
    let tokens = Tokens::of(ui.visuals());
    ui.painter().hline(whole.x_range(), bottom.inner - 0.5, (1.0, tokens.line));
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
