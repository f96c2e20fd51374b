//! The dialogs over the window: each in a file of its own, as a function that draws it from the program and from what has
//! been typed into it.
//!
//! What is being typed is a draft. It is made when the dialog opens and forgotten when it closes; nothing of it reaches
//! the program before the person confirms. The keyboard focus starts in the first field, stays inside, and goes back to
//! where it was.

mod about;
mod article;
mod blind;
mod evidence;
mod evidence_list;
mod export;
pub(in crate::ui) mod frame;
mod how_to;
mod keys;
mod mark_every;
mod merge_apart;
mod palette;
mod paste;
mod path_check;
mod preview;
mod project_title;
mod redact;
mod reveal;
mod reviewer;
mod settings;
mod sign_off;
#[cfg(test)]
pub mod tests;
mod typed_path;
mod unsaved;

use egui::{Id, Ui};

use crate::app::dialog::{Dialog, Leaving};
use crate::app::{App, Request};
use crate::model::{Blind, Revealed};

/// What the dialogs remember between frames.
#[derive(Default)]
pub struct Dialogs {
    made_for: Option<Dialog>,
    draft: Draft,
    before: Option<Id>,
}

/// What has been typed into the open dialog.
#[derive(Default)]
enum Draft {
    #[default]
    None,
    Reviewer(reviewer::Draft),
    Paste(String),
    Article(article::Draft),
    ProjectTitle(String),
    Blind(Blind),
    Reveal(Revealed),
    SignOff(sign_off::Draft),
    Redact(redact::Draft),
    Evidence(Box<evidence::Draft>),
    MarkEvery(mark_every::Draft),
    Export(export::Draft),
    Settings,
    Keys,
    HowTo,
    About,
    Palette,
    Unsaved(Leaving),
    MergeApart(std::path::PathBuf, usize),
    TypedPath(typed_path::Draft),
}

impl Draft {
    /// A fresh draft for the dialog that has opened.
    fn of(app: &App) -> Self {
        match &app.dialog {
            None => Self::None,
            Some(Dialog::Reviewer) => Self::Reviewer(reviewer::Draft::new(app)),
            Some(Dialog::Paste) => Self::Paste(String::new()),
            Some(Dialog::Article(id)) => Self::Article(article::Draft::new(app, *id)),
            Some(Dialog::ProjectTitle) => Self::ProjectTitle(app.session().project().title().to_owned()),
            Some(Dialog::Blind) => Self::Blind(app.session().project().blind()),
            Some(Dialog::Reveal(what)) => Self::Reveal(*what),
            Some(Dialog::SignOff { article, open }) => Self::SignOff(sign_off::Draft::new(app, *article, open.as_deref())),
            Some(Dialog::Redact(removing)) => Self::Redact(redact::Draft::new(removing)),
            Some(Dialog::Evidence { annotation, evidence }) => Self::Evidence(Box::new(evidence::Draft::new(app, *annotation, *evidence))),
            Some(Dialog::MarkEvery { words, places, .. }) => Self::MarkEvery(mark_every::Draft::new(app, words, places.as_deref())),
            Some(Dialog::Export) => Self::Export(export::Draft::default()),
            Some(Dialog::Settings) => Self::Settings,
            Some(Dialog::Keys) => Self::Keys,
            Some(Dialog::HowTo) => Self::HowTo,
            Some(Dialog::About) => Self::About,
            Some(Dialog::Palette) => Self::Palette,
            Some(Dialog::Unsaved(leaving)) => Self::Unsaved(leaving.clone()),
            Some(Dialog::MergeApart { path, shared }) => Self::MergeApart(path.clone(), *shared),
            Some(Dialog::TypedPath(ask)) => Self::TypedPath(typed_path::Draft::new(ask)),
        }
    }
}

/// Draws the dialog that is open, if one is.
pub fn dialogs_ui(ui: &mut Ui, app: &mut App, state: &mut Dialogs, send: &mut Vec<Request>) {
    let first = state.made_for != app.dialog;
    if first {
        state.change(ui, app);
    }
    match &mut state.draft {
        Draft::None => {}
        Draft::Reviewer(draft) => reviewer::reviewer_ui(ui, app, draft, first, send),
        Draft::Paste(text) => paste::paste_ui(ui, text, first, send),
        Draft::Article(draft) => article::article_ui(ui, app, draft, first, send),
        Draft::ProjectTitle(title) => project_title::project_title_ui(ui, title, first, send),
        Draft::Blind(chosen) => blind::blind_ui(ui, app, chosen, first, send),
        Draft::Reveal(what) => reveal::reveal_ui(ui, app, *what, first, send),
        Draft::SignOff(draft) => sign_off::sign_off_ui(ui, app, draft, first, send),
        Draft::Redact(draft) => redact::redact_ui(ui, app, draft, first, send),
        Draft::Evidence(draft) => evidence::evidence_ui(ui, app, draft, first, send),
        Draft::MarkEvery(draft) => mark_every::mark_every_ui(ui, draft, first, send),
        Draft::Export(draft) => export::export_ui(ui, app, draft, first, send),
        Draft::Settings => settings::settings_ui(ui, app, first, send),
        Draft::Keys => keys::keys_ui(ui, first, send),
        Draft::HowTo => how_to::how_to_ui(ui, first, send),
        Draft::About => about::about_ui(ui, app, first, send),
        Draft::Palette => palette::palette_ui(ui, app, first, send),
        Draft::Unsaved(leaving) => unsaved::unsaved_ui(ui, app, leaving, first, send),
        Draft::MergeApart(path, shared) => merge_apart::merge_apart_ui(ui, path, *shared, first, send),
        Draft::TypedPath(draft) => typed_path::typed_path_ui(ui, app, draft, first, send),
    }
}

impl Dialogs {
    /// Another dialog is open than in the frame before, or none.
    fn change(&mut self, ui: &Ui, app: &App) {
        if self.made_for.is_none() {
            self.before = ui.memory(|memory| memory.focused());
        }
        if app.dialog.is_none()
            && let Some(before) = self.before.take()
        {
            ui.memory_mut(|memory| memory.request_focus(before));
        }
        self.made_for.clone_from(&app.dialog);
        self.draft = Draft::of(app);
    }
}
