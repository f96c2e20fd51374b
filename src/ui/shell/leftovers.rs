//! What an earlier session left unsaved: recovered, to be looked at; or offered, where it is of another project.

use egui::Ui;

use super::bars::{bar_ui, button};
use super::counted;
use crate::app::notices::Weight;
use crate::app::{App, Left, Recovered, Request, name_of};

/// How many are offered at once; the next follow when these are answered.
const AT_ONCE: usize = 3;

pub(super) fn leftovers_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    if let Some(recovered) = app.recovered() {
        recovered_ui(ui, app, recovered, send);
    }
    for left in app.leftovers().iter().take(AT_ONCE) {
        ui.push_id(&left.path, |ui| left_ui(ui, app, left, send));
    }
}

fn recovered_ui(ui: &mut Ui, app: &App, recovered: &Recovered, send: &mut Vec<Request>) {
    bar_ui(ui, Weight::Note, &recovered_words(app, recovered), |ui| {
        let aside = "Go back to what the file holds. The journal with these changes is kept; nothing is deleted.";
        if app.can_set_recovered_aside() && button(ui, "Set aside", aside) {
            send.push(Request::AnswerRecovered(false));
        }
        if button(ui, "Keep", "Go on with them. Save to have them in the file.") {
            send.push(Request::AnswerRecovered(true));
        }
        if button(ui, "Review them", "Show these changes in the history.") {
            send.push(Request::ReviewRecovered);
        }
    });
}

/// “Recovered 14 changes from 15:42.”
fn recovered_words(app: &App, recovered: &Recovered) -> String {
    let here = &app.surroundings;
    let today = here.iso_day(recovered.at) == here.iso_day(here.now());
    let when = if today { here.time_of_day(recovered.at) } else { here.date_and_time(recovered.at) };
    let damaged = match recovered.damaged {
        0 => String::new(),
        1 => " 1 line of the journal was damaged and is passed over.".to_owned(),
        more => format!(" {more} lines of the journal were damaged and are passed over."),
    };
    let (file, them) =
        (if app.path().is_some() { "The file does not hold" } else { "No file holds" }, if recovered.changes == 1 { "it" } else { "them" });
    format!("Recovered {} from {when}. {file} {them} yet.{damaged}", counted(recovered.changes, "change", "changes"))
}

fn left_ui(ui: &mut Ui, app: &App, left: &Left, send: &mut Vec<Request>) {
    bar_ui(ui, Weight::Note, &words(app, left), |ui| {
        if button(ui, "Set aside", "Do not offer them again. The journal is kept for a while.") {
            send.push(Request::Recover(left.path.clone(), false));
        }
        if button(ui, "Recover", "Open their project with these changes.") {
            send.push(Request::Recover(left.path.clone(), true));
        }
    });
}

/// “Unsaved work of 22 Nov 2026, 15:42 on harbour (14 changes)”.
fn words(app: &App, left: &Left) -> String {
    let project = match &left.project_path {
        Some(path) => format!(" on {}", name_of(path)),
        None => " on a project that was never saved".to_owned(),
    };
    let changes = counted(left.changes, "change", "changes");
    format!("Unsaved work of {}{project} ({changes})", app.surroundings.date_and_time(left.at))
}
