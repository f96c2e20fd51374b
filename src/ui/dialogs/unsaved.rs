//! There is unsaved work, and the person wants to go on to something else.

use egui::{RichText, Ui};

use super::frame;
use crate::app::dialog::Leaving;
use crate::app::{App, Request, name_of};
use crate::ui::article::label_ui;

/// Draws the dialog.
pub fn unsaved_ui(ui: &Ui, app: &App, leaving: &Leaving, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Save your work?", 440.0, send, |ui, send| {
        let title = frame::short(&app.session().title(), 80);
        label_ui(ui, format!("“{title}” has changes that its file does not hold, and you are about to {}.", goal(leaving)));
        let aside = app.surroundings.state_folder.is_some();
        frame::dim(
            ui,
            if aside {
                "If you do not save, the work is set aside in the journal folder; it is not thrown away."
            } else {
                "If you do not save, the work is lost: no journal is kept."
            },
        );
        frame::buttons(ui, |ui| {
            let save = frame::primary(ui, "Save", true);
            if first {
                save.request_focus();
            }
            if save.clicked() {
                send.push(Request::SaveAndLeave(leaving.clone()));
            }
            if ui.button(RichText::new("Don’t save")).clicked() {
                send.push(Request::LeaveUnsaved(leaving.clone()));
            }
            frame::cancel(ui, send);
        });
    });
}

fn goal(leaving: &Leaving) -> String {
    match leaving {
        Leaving::Quit => "close the window".to_owned(),
        Leaving::New => "start a new project".to_owned(),
        Leaving::Sample => "open the sample".to_owned(),
        Leaving::Open(path) => format!("open {}", name_of(path)),
        Leaving::Recover(_) => "recover the unsaved work of another project".to_owned(),
    }
}
