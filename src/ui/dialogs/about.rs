//! What the program is: version, licence, and where it keeps things.

use egui::{Label, RichText, TextStyle, Ui};

use super::frame;
use crate::app::settings::Settings;
use crate::app::{App, Request};
use crate::ui::parts::caps_heading;
use crate::ui::theme::space;

/// Draws the dialog.
pub fn about_ui(ui: &Ui, app: &App, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "About Factmark", 520.0, send, |ui, send| {
        frame::body(ui, |ui| {
            ui.label(format!("Factmark {}", env!("CARGO_PKG_VERSION")));
            ui.label("Check facts in articles: mark passages as verified, disputed or erroneous, with evidence and corrections. No server, no account, no network.");
            ui.add_space(space::SMALL);
            caps_heading(ui, "Licence");
            ui.label(format!("Factmark is free software under {}, at your choice.", licence()));
            ui.label("Its faces, Noto Sans, Noto Serif and Noto Sans Symbols, are under the SIL Open Font License 1.1.");
            ui.add_space(space::SMALL);
            caps_heading(ui, "Where things are kept");
            let settings = app.surroundings.settings_folder.as_deref().map(|folder| Settings::file(folder).display().to_string());
            place_ui(ui, "Settings", settings);
            let journals = app.surroundings.state_folder.as_deref().map(|folder| folder.display().to_string());
            place_ui(ui, "Journals of unsaved work", journals);
            place_ui(ui, "This project", app.path().map(|path| path.display().to_string()));
        });
        frame::close(ui, first, send);
    });
}

fn licence() -> String {
    env!("CARGO_PKG_LICENSE").replace(" OR ", " or ")
}

fn place_ui(ui: &mut Ui, name: &str, place: Option<String>) {
    frame::dim(ui, name);
    let place = place.unwrap_or_else(|| "nowhere yet".to_owned());
    ui.add(Label::new(RichText::new(place).text_style(TextStyle::Monospace)).wrap().selectable(true));
}
