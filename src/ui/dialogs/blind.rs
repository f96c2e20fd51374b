//! What reviewers do not see of each other: a setting of the project, for all who review it.

use egui::Ui;

use super::frame;
use crate::app::{App, Request};
use crate::model::Blind;
use crate::ui::theme::space;

/// The choices, with what each means.
const CHOICES: [(Blind, &str, &str); 3] = [
    (Blind::Off, "Off", "Everybody sees what everybody said."),
    (
        Blind::Judgements,
        "Hide others’ judgements",
        "A passage that others marked shows, but not what they said of it until you have judged it too.",
    ),
    (
        Blind::Annotations,
        "Hide others’ annotations",
        "Nothing of what others marked shows until you ask to see it. You read the article afresh.",
    ),
];

/// Draws the dialog.
pub fn blind_ui(ui: &Ui, app: &App, chosen: &mut Blind, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Blind check", 480.0, send, |ui, send| {
        frame::dim(ui, "A second check is worth more if it is not led by the first. This holds for everybody who reviews the project.");
        frame::body(ui, |ui| {
            frame::choices(ui, |ui| {
                for (blind, name, meaning) in CHOICES {
                    ui.add_space(space::TINY);
                    let button = ui.radio_value(chosen, blind, name);
                    if first && blind == *chosen {
                        button.request_focus();
                    }
                    frame::beneath_choice(ui, meaning);
                }
            });
            ui.add_space(space::SMALL);
            frame::dim(ui, "Looking at something all the same is recorded. The file itself is not locked: it holds what everybody said.");
        });
        let ready = *chosen != app.session().project().blind();
        frame::buttons(ui, |ui| {
            if frame::primary(ui, "Set", ready).clicked() {
                send.extend([Request::CloseDialog, Request::SetBlind(*chosen)]);
            }
            frame::cancel(ui, send);
        });
    });
}
