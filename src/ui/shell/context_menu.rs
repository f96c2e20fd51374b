//! The menu at the pointer: what can be done with the passage there.

use egui::containers::menu::menu_style;
use egui::{Align, Id, Layout, Popup, PopupKind, Pos2, Ui};

use crate::app::command::{Command, Menu, TABLE};
use crate::app::{App, Request};
use crate::ui::parts::command::{command_item, menu_line, menu_spacing};

fn id() -> Id {
    Id::unique("menu at the pointer")
}

/// Opens the menu at the pointer, over a byte of the open article.
pub fn open_context_menu(ui: &mut Ui, at: Pos2, byte: usize) {
    ui.data_mut(|data| data.insert_temp(id(), (at, byte)));
    Popup::open_id(ui.ctx(), id());
}

/// The menu at the pointer, if it is open: the commands of the review that can run.
pub fn context_menu_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let Some((at, byte)) = ui.data(|data| data.get_temp::<(Pos2, usize)>(id())) else { return };
    let popup = Popup::new(id(), ui.ctx().clone(), at, ui.layer_id()).kind(PopupKind::Menu).open_memory(None);
    popup.layout(Layout::top_down_justified(Align::Min)).style(menu_style).gap(0.0).show(|ui| {
        menu_spacing(ui);
        let mut parted = true;
        for entry in TABLE.iter().filter(|entry| entry.menu == Menu::Review) {
            if entry.first && !parted {
                menu_line(ui);
                parted = true;
            }
            if app.can(entry.command) {
                command_item(ui, app, entry.command, None, send);
                parted = false;
            }
        }
        restore_item(ui, app, byte, send);
        menu_line(ui);
        for command in [Command::Copy, Command::CopyQuotation].into_iter().filter(|command| app.can(*command)) {
            command_item(ui, app, command, None, send);
        }
    });
}

/// Brings back what is dismissed at the pointer.
fn restore_item(ui: &mut Ui, app: &App, byte: usize, send: &mut Vec<Request>) {
    let article = app.article.and_then(|id| app.session().project().article(id));
    let there = article.and_then(|article| Some((article.id, article.dismissals_in(byte..byte.saturating_add(1)).next()?)));
    let Some((article, dismissed)) = there.filter(|_| !app.session().read_only) else { return };
    menu_line(ui);
    let words = format!("Bring back into the review ({})", dismissed.reason.label().to_lowercase());
    if ui.button(words).clicked() {
        send.push(Request::Restore(article, dismissed.range));
        ui.close();
    }
}
