//! Commands of the table as menu items.

use egui::{Button, Role, Ui, WidgetInfo, vec2};

use crate::app::command::Command;
use crate::app::{App, Request};
use crate::platform;
use crate::ui::theme::space;

/// How wide a menu is at least, in points.
const WIDTH: f32 = 220.0;

/// Gives a menu its spaces. To be called before its first item.
pub fn menu_spacing(ui: &mut Ui) {
    ui.spacing_mut().button_padding = vec2(10.0, 4.0);
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.set_min_width(WIDTH);
}

/// The key of a command as this system spells it; empty where it has none.
pub fn key_of(command: Command) -> String {
    command.key().map(|key| key.spelled(platform::system())).unwrap_or_default()
}

/// A menu item that runs a command, under its own words unless others are given.
pub fn command_item(ui: &mut Ui, app: &App, command: Command, words: Option<&str>, send: &mut Vec<Request>) {
    let entry = command.entry();
    let title = words.unwrap_or(entry.title);
    let can = app.can(command);
    let response = ui.add_enabled(can, Button::new(title).shortcut_text(key_of(command)));
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, can, title));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.on_hover_text(entry.tip).clicked() {
        send.push(Request::Run(command));
        ui.close();
    }
}

/// A line that parts groups of a menu.
pub fn menu_line(ui: &mut Ui) {
    ui.add_space(space::TINY);
    ui.add(egui::Separator::default().spacing(1.0));
    ui.add_space(space::TINY);
}
