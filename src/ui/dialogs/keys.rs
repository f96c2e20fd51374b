//! Every shortcut, from the command table, and how passages are selected.

use egui::{RichText, Ui};

use super::frame;
use crate::app::Request;
use crate::app::command::{Menu, TABLE};
use crate::platform::{self, System};
use crate::ui::parts::{caps_heading, keycap_ui};
use crate::ui::theme::{Tokens, space};

/// The narrowest column, in points.
const COLUMN: f32 = 268.0;

/// How passages are selected: what to do, and what it does.
const SELECTING: [(&str, &str); 18] = [
    ("Drag", "Select a passage"),
    ("Double-click", "Select a word"),
    ("Triple-click", "Select a sentence"),
    ("Shift+click", "Extend the selection"),
    ("← →", "Move the caret"),
    ("↑ ↓", "By row"),
    (by_system("Ctrl+← →", "⌥← →"), "By word"),
    (by_system("Alt+← →", "⌃← →"), "By sentence"),
    (by_system("Ctrl+↑ ↓", "⌥↑ ↓"), "By paragraph"),
    (by_system("Home End", "⌘← →"), "To the end of the row"),
    (by_system("Ctrl+Home End", "⌘↑ ↓"), "To the end of the text"),
    ("Space PgUp PgDn", "By page"),
    ("Shift+any of these", "Select"),
    (by_system("Ctrl+A", "⌘A"), "Select all"),
    ("Shift+F10", "Menu at the caret"),
    ("Esc", "Back to the article"),
    ("Click", "Take the smallest annotation"),
    ("Click again", "Take the next one there"),
];

/// How a key is spelled on this system.
const fn by_system(elsewhere: &'static str, on_mac: &'static str) -> &'static str {
    if matches!(platform::system(), System::MacOs) { on_mac } else { elsewhere }
}

/// Draws the dialog.
pub fn keys_ui(ui: &Ui, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "All keys", 900.0, send, |ui, send| {
        frame::body(ui, columns_ui);
        frame::close(ui, first, send);
    });
}

/// Deals the groups out to as many columns as fit, each to the shortest.
fn columns_ui(ui: &mut Ui) {
    let count = ((ui.available_width() / COLUMN).floor() as usize).clamp(1, 3);
    let mut columns: Vec<(usize, Vec<Option<Menu>>)> = vec![(0, Vec::new()); count];
    let selecting = (SELECTING.len(), None);
    let menus = Menu::ALL.into_iter().map(|menu| (rows_of(menu).count(), Some(menu)));
    let mut groups: Vec<(usize, Option<Menu>)> = menus.chain([selecting]).filter(|(rows, _)| *rows > 0).collect();
    groups.sort_by_key(|(rows, _)| std::cmp::Reverse(*rows));
    for (rows, group) in groups {
        if let Some(shortest) = columns.iter_mut().min_by_key(|(rows, _)| *rows) {
            shortest.0 += rows + 2;
            shortest.1.push(group);
        }
    }
    ui.spacing_mut().item_spacing.x = space::HUGE;
    ui.columns(count, |uis| {
        for (ui, (_, groups)) in uis.iter_mut().zip(&columns) {
            ui.spacing_mut().item_spacing = egui::vec2(space::SMALL, space::TINY);
            for group in groups {
                group_ui(ui, *group);
                ui.add_space(space::MEDIUM);
            }
        }
    });
}

fn rows_of(menu: Menu) -> impl Iterator<Item = &'static crate::app::command::Entry> {
    TABLE.iter().filter(move |entry| entry.menu == menu && !entry.keys.is_empty())
}

fn group_ui(ui: &mut Ui, group: Option<Menu>) {
    caps_heading(ui, group.map_or("Selecting", Menu::label));
    match group {
        Some(menu) => {
            for entry in rows_of(menu) {
                let keys: Vec<String> = entry.keys.iter().map(|key| key.spelled(platform::system())).collect();
                row_ui(ui, entry.title.trim_end_matches('…'), &keys, entry.tip);
            }
        }
        None => {
            for (keys, words) in SELECTING {
                row_ui(ui, words, &[keys.to_owned()], "");
            }
        }
    }
}

fn row_ui(ui: &mut Ui, words: &str, keys: &[String], tip: &str) {
    egui::Sides::new().shrink_left().truncate().show(
        ui,
        |ui| {
            let label = ui.label(RichText::new(words).color(Tokens::of(ui.visuals()).text));
            if !tip.is_empty() {
                label.on_hover_text(tip);
            }
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            for key in keys.iter().rev() {
                keycap_ui(ui, key);
            }
        },
    );
}
