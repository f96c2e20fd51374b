//! Showing what others said in spite of the blind check: asked once, because it cannot be taken back.

use egui::Ui;

use super::frame;
use crate::app::{App, Request};
use crate::model::Revealed;
use crate::ui::article::label_ui;

/// Draws the dialog.
pub fn reveal_ui(ui: &Ui, app: &App, what: Revealed, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Reveal what others said?", 440.0, send, |ui, send| {
        let project = app.session().project();
        let words = match what {
            Revealed::Annotation(id) => {
                let passage = project.annotation(id).and_then(|annotation| annotation.passage());
                let passage = passage.map(|passage| frame::short(&passage.words, 160)).unwrap_or_default();
                format!("You will see what others marked and said of “{passage}”.")
            }
            Revealed::Article(id) => {
                let title = project.article(id).map(|article| frame::short(article.title(), 160)).unwrap_or_default();
                format!("You will see what others marked and said in “{title}”, also what they say later.")
            }
        };
        label_ui(ui, words);
        frame::dim(ui, "That you looked before judging is recorded in the project. It cannot be undone.");
        frame::buttons(ui, |ui| {
            if frame::primary(ui, "Reveal", true).clicked() {
                send.push(Request::Reveal(what));
            }
            let cancel = ui.button("Cancel");
            if first {
                cancel.request_focus();
            }
            if cancel.clicked() {
                send.push(Request::CloseDialog);
            }
        });
    });
}
