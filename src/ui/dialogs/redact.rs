//! Removing records for good: which, why, and a typed word, because it cannot be undone.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::frame;
use crate::app::{App, Removing, Request};
use crate::ui::article::on_widget;
use crate::ui::theme::space;

/// The word that confirms.
const WORD: &str = "remove";
/// No text shows more characters.
const LONGEST: usize = 4_000;

/// What is chosen, and what has been typed.
pub struct Draft {
    removing: Arc<Removing>,
    chosen: Vec<bool>,
    why: String,
    typed: String,
}

impl Draft {
    /// All or nothing chosen, as it was asked for.
    pub fn new(removing: &Arc<Removing>) -> Self {
        Self {
            removing: Arc::clone(removing),
            chosen: vec![removing.all; removing.records.len()],
            why: String::new(),
            typed: String::new(),
        }
    }

    /// The numbers of the records that are chosen.
    fn numbers(&self) -> Vec<u32> {
        let chosen = self.removing.records.iter().zip(&self.chosen).filter(|(_, chosen)| **chosen);
        chosen.flat_map(|(record, _)| record.numbers.iter().copied()).collect()
    }
}

/// Draws the dialog.
pub fn redact_ui(ui: &Ui, app: &App, draft: &mut Draft, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Remove for good", 620.0, send, |ui, send| {
        frame::dim(
            ui,
            "What you choose is taken out of the project file, its backup and the journals on this computer. Nobody can bring it back. \
             That something was removed, when, by whom and why stays on record.",
        );
        list_ui(ui, draft);
        frame::dim(
            ui,
            "Copies in other hands keep it until they join this one, and a backup of your system may hold it for ever. \
             The exported summaries that you have made stay as they are.",
        );
        ui.add_space(space::TINY);
        let why = frame::field(ui, "Reason", "It stays on record: do not repeat what is removed", &mut draft.why);
        if first {
            why.request_focus();
        }
        frame::field(ui, &format!("Type “{WORD}” to confirm"), "", &mut draft.typed);
        let numbers = draft.numbers();
        let typed = draft.typed.trim().to_lowercase() == WORD;
        let ready = typed && !numbers.is_empty() && !draft.why.trim().is_empty() && !app.session().read_only;
        frame::buttons(ui, |ui| {
            let words = if numbers.len() == 1 { "Remove 1 record".to_owned() } else { format!("Remove {} records", numbers.len()) };
            if frame::primary(ui, &words, ready).clicked() {
                send.push(Request::Redact(numbers, draft.removing.epoch, draft.why.trim().to_owned()));
            }
            frame::cancel(ui, send);
        });
    });
}

fn list_ui(ui: &mut Ui, draft: &mut Draft) {
    if draft.removing.records.is_empty() {
        frame::fault(ui, "There is nothing here that can be removed.");
        return;
    }
    let most = (frame::body_height(ui) - 210.0).clamp(70.0, 320.0);
    ScrollArea::vertical().id_salt("records").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        frame::choices(ui, |ui| {
            for (record, chosen) in draft.removing.records.iter().zip(&mut draft.chosen) {
                ui.checkbox(chosen, on_widget(ui, &record.said)).accessible_name(&record.said);
                // What the sentence does not tell in full.
                let more = record.words.iter().filter(|words| !record.said.contains(words.as_str()));
                let more: Vec<String> = more.map(|words| format!("“{}”", frame::short(words, LONGEST))).collect();
                if !more.is_empty() {
                    frame::beneath_choice(ui, &format!("With it goes {}", more.join(", ")));
                }
            }
        });
        if draft.removing.more > 0 {
            frame::dim(ui, &format!("{} more are not shown. Filter the history to choose among them.", draft.removing.more));
        }
    });
}
