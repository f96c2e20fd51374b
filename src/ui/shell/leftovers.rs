//! The offer to recover what an earlier session left unsaved.

use std::time::UNIX_EPOCH;

use egui::Ui;

use super::bars::bar_ui;
use super::counted;
use crate::app::notices::Weight;
use crate::app::{App, Request};
use crate::storage::Leftover;

/// How many are offered at once; the next follow when these are answered.
const AT_ONCE: usize = 3;

pub(super) fn leftovers_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    for leftover in app.leftovers().iter().take(AT_ONCE) {
        ui.push_id(&leftover.path, |ui| leftover_ui(ui, app, leftover, send));
    }
}

fn leftover_ui(ui: &mut Ui, app: &App, leftover: &Leftover, send: &mut Vec<Request>) {
    bar_ui(ui, Weight::Note, &words(app, leftover), |ui| {
        let aside = ui.button("Set aside").on_hover_text("Do not offer them again. The journal is kept for a while.");
        if aside.clicked() {
            send.push(Request::Recover(leftover.path.clone(), false));
        }
        let recover = ui.button("Recover").on_hover_text("Join these changes into their project.");
        if recover.clicked() {
            send.push(Request::Recover(leftover.path.clone(), true));
        }
    });
}

/// “Unsaved work of 22 Nov 2026, 15:42 on harbour (14 changes)”.
fn words(app: &App, leftover: &Leftover) -> String {
    let millis = leftover.modified.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64);
    let project = leftover.project_path.as_deref().and_then(|path| path.file_name());
    let project = project.map(|name| format!(" on {}", name.to_string_lossy())).unwrap_or_default();
    let changes = counted(leftover.lines.len(), "change", "changes");
    format!("Unsaved work of {}{project} ({changes})", app.surroundings.date_and_time(millis))
}
