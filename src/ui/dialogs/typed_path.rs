//! A path to type, where the system has no dialog for choosing files.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

use egui::{ScrollArea, Ui};

use super::frame;
use super::path_check::{Found, look, paths};
use crate::app::dialog::{Ask, Purpose};
use crate::app::{App, Request, with_ending};

/// What has been typed, and what was found of it.
pub struct Draft {
    ask: Ask,
    words: String,
    /// The words that were looked at, and what was found.
    found: Option<(String, Found)>,
    looking: Option<(String, Receiver<Found>)>,
    /// The person has said once that the file is to be replaced.
    warned: Option<PathBuf>,
    /// Enter was pressed before it was known what is there.
    wanted: bool,
}

impl Draft {
    /// Begins with the folder and the name that are proposed.
    pub fn new(ask: &Ask) -> Self {
        let folder = ask.folder.clone().or_else(std::env::home_dir).unwrap_or_default();
        let words = folder.join(&ask.name).display().to_string();
        Self { ask: ask.clone(), words, found: None, looking: None, warned: None, wanted: false }
    }

    /// Has the paths looked at when the words are others than last time.
    fn look(&mut self, app: &mut App) {
        if let Some((words, receiver)) = &self.looking
            && let Ok(found) = receiver.try_recv()
        {
            self.found = Some((words.clone(), found));
            self.looking = None;
        }
        let known = self.found.as_ref().map(|(words, _)| words).or(self.looking.as_ref().map(|(words, _)| words));
        if self.looking.is_some() || known == Some(&self.words) {
            return;
        }
        let (sender, receiver) = channel();
        let (words, purpose) = (self.words.clone(), self.ask.purpose.clone());
        self.looking = Some((words.clone(), receiver));
        app.jobs.start("Looking at the path", move |_| {
            let mut typed = paths(&words, &purpose, std::env::home_dir().as_deref());
            if purpose == Purpose::SaveProject {
                typed = typed.into_iter().map(with_ending).collect();
            }
            // The dialog may be closed by now; then nobody wants to know.
            let _ = sender.send(look(typed, &purpose));
            Box::new(|_| {})
        });
    }

    /// What was found of the words as they are now.
    fn found(&self) -> Option<&Found> {
        self.found.as_ref().filter(|(words, _)| *words == self.words).map(|(_, found)| found)
    }

    /// Goes on with the paths, or warns first that a file would be replaced.
    fn confirm(&mut self, send: &mut Vec<Request>) {
        let found = self.found().cloned();
        self.wanted = found.is_none();
        match found {
            Some(Found::Ready(paths)) => send.push(Request::Chosen(self.ask.clone(), paths)),
            Some(Found::Exists(path)) if self.warned.as_ref() == Some(&path) => send.push(Request::Chosen(self.ask.clone(), vec![path])),
            Some(Found::Exists(path)) => self.warned = Some(path),
            Some(Found::Not(_)) | None => {}
        }
    }
}

/// Draws the dialog.
pub fn typed_path_ui(ui: &Ui, app: &mut App, draft: &mut Draft, first: bool, send: &mut Vec<Request>) {
    draft.look(app);
    let (title, verb) = words(&draft.ask.purpose);
    frame::dialog(ui, title, 560.0, send, |ui, send| {
        frame::dim(ui, "This system shows no dialog for choosing files, so the path is typed. ~ stands for your own folder.");
        let several = matches!(draft.ask.purpose, Purpose::AddArticles | Purpose::MergeCopies);
        let entered = if several { several_ui(ui, draft, first) } else { one_ui(ui, draft, first) };
        let replaces = found_ui(ui, draft);
        frame::buttons(ui, |ui| {
            let verb = if replaces { "Replace the file" } else { verb };
            let possible = !matches!(draft.found(), Some(Found::Not(_)));
            let clicked = frame::primary(ui, verb, possible).clicked();
            frame::cancel(ui, send);
            if clicked || entered || frame::confirmed(ui) || (draft.wanted && draft.found().is_some()) {
                draft.confirm(send);
            }
        });
    });
}

fn one_ui(ui: &mut Ui, draft: &mut Draft, first: bool) -> bool {
    let field = frame::field(ui, "Path of the file", "", &mut draft.words);
    if first {
        field.request_focus();
    }
    let entered = frame::entered(ui, &field);
    if entered {
        // Whatever follows, what was typed stays in hand.
        field.request_focus();
    }
    entered
}

fn several_ui(ui: &mut Ui, draft: &mut Draft, first: bool) -> bool {
    ScrollArea::vertical().id_salt("paths").max_height(200.0).show(ui, |ui| {
        let field = frame::lines(ui, "Paths of the files, one a line", "", &mut draft.words, 5);
        if first {
            field.request_focus();
        }
    });
    false
}

/// Says what is wrong, or that a file would be replaced; gives back whether the next click replaces it.
fn found_ui(ui: &mut Ui, draft: &Draft) -> bool {
    match draft.found() {
        None => frame::dim(ui, "…"),
        Some(Found::Ready(_)) => frame::dim(ui, " "),
        Some(Found::Not(why)) => frame::fault(ui, why),
        Some(Found::Exists(path)) => {
            let warned = draft.warned.as_ref() == Some(path);
            let ask = if warned { " Replace it?" } else { "" };
            frame::fault(ui, &format!("There is a file {} already.{ask}", path.display()));
            return warned;
        }
    };
    false
}

/// The title of the dialog, and the verb of its button.
fn words(purpose: &Purpose) -> (&'static str, &'static str) {
    match purpose {
        Purpose::OpenProject => ("Open project", "Open"),
        Purpose::AddArticles => ("Add articles", "Add"),
        Purpose::MergeCopies => ("Merge copies", "Merge"),
        Purpose::SaveProject => ("Save project", "Save"),
        Purpose::ExportSummary(_) => ("Export the summary", "Export"),
    }
}
