//! Who is reviewing? Everything that is said about an article carries a name.

use egui::{Ui, vec2};

use super::frame::{self, counted};
use crate::app::{App, Request};
use crate::model::{Reviewer, ReviewerId};
use crate::ui::parts::{Inline, avatar_ui, press};
use crate::ui::theme::{Tokens, fonts, size, space};

/// The height of a known reviewer's row, in points.
const ROW: f32 = 36.0;

/// What has been typed, and who is known.
pub struct Draft {
    name: String,
    own_name: String,
    known: Vec<Known>,
}

/// A reviewer of the project.
struct Known {
    id: ReviewerId,
    /// The name, told apart from others of the same name.
    name: String,
    /// The name as it was given.
    given: String,
    initials: String,
    colour: u8,
    judgements: usize,
}

impl Draft {
    /// Counts what everybody has judged, once.
    pub fn new(app: &App) -> Self {
        let project = app.session().project();
        let mut counts = std::collections::HashMap::new();
        for judgement in project.annotations().flat_map(|annotation| annotation.judgements()) {
            *counts.entry(judgement.by).or_insert(0) += 1;
        }
        let known = |reviewer: &Reviewer| Known {
            id: reviewer.id,
            name: project.reviewer_name(reviewer.id),
            given: reviewer.name().to_owned(),
            initials: reviewer.initials(),
            colour: reviewer.colour(),
            judgements: counts.get(&reviewer.id).copied().unwrap_or(0),
        };
        let known: Vec<Known> = project.reviewers().filter(|reviewer| !reviewer.name().is_empty()).map(known).collect();
        let own_name = known.iter().find(|known| Some(known.id) == app.by()).map(|known| known.given.clone()).unwrap_or_default();
        let name = if known.is_empty() { app.settings.name.clone() } else { String::new() };
        Self { name, own_name, known }
    }
}

/// Draws the dialog.
pub fn reviewer_ui(ui: &Ui, app: &App, draft: &mut Draft, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Who is reviewing?", 420.0, send, |ui, send| {
        frame::dim(ui, "Every verdict, note and correction carries the name of its reviewer.");
        frame::body(ui, |ui| {
            known_ui(ui, app, draft, send);
            let name = if draft.known.is_empty() { "Your name" } else { "Somebody else" };
            let field = frame::field(ui, name, "First and last name", &mut draft.name);
            if first {
                field.request_focus();
            }
            let ready = !draft.name.trim().is_empty();
            let entered = frame::entered(ui, &field) && ready;
            rename_ui(ui, app, draft, send);
            frame::buttons(ui, |ui| {
                if frame::primary(ui, "Review under this name", ready).clicked() || entered {
                    send.push(Request::BecomeNew(draft.name.trim().to_owned()));
                }
                frame::cancel(ui, send);
            });
        });
    });
}

fn known_ui(ui: &mut Ui, app: &App, draft: &Draft, send: &mut Vec<Request>) {
    if draft.known.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing.y = space::TINY;
    for known in &draft.known {
        let is_me = app.by() == Some(known.id);
        let judged = counted(known.judgements, "judgement");
        let words = if is_me { format!("{judged}, that is you") } else { judged };
        let name = format!("{}, {words}", known.name);
        let response = press(ui, vec2(ui.available_width(), ROW), size::RADIUS, &name, Some(is_me));
        let tokens = Tokens::of(ui.visuals());
        let disc = egui::Rect::from_center_size(response.rect.left_center() + vec2(20.0, 0.0), vec2(24.0, 24.0));
        ui.scope_builder(egui::UiBuilder::new().max_rect(disc), |ui| {
            avatar_ui(ui, &known.initials, known.colour, 24.0, &known.name);
        });
        let width = (response.rect.width() - 220.0).max(60.0);
        let row = Inline::new().elided(ui, &known.name, fonts::semibold(size::INTERFACE), tokens.text, width);
        let row = row.gap(space::SMALL).words(ui, words, fonts::sans(size::SECONDARY), tokens.dim);
        row.paint(ui.painter(), response.rect.left_center() + vec2(42.0, 0.0));
        if response.clicked() {
            send.push(Request::Become(known.id));
        }
    }
    ui.add_space(space::SMALL);
}

/// Another name for who I am already.
fn rename_ui(ui: &mut Ui, app: &App, draft: &mut Draft, send: &mut Vec<Request>) {
    let Some(me) = app.by().filter(|_| !draft.own_name.is_empty() || draft.known.iter().any(|known| Some(known.id) == app.by())) else {
        return;
    };
    ui.add_space(space::SMALL);
    let field = frame::field(ui, "Your name in this project", "", &mut draft.own_name);
    let before = draft.known.iter().find(|known| known.id == me).map(|known| known.given.as_str());
    let new = draft.own_name.trim();
    let ready = !new.is_empty() && before != Some(new);
    if ui.add_enabled(ready, egui::Button::new("Rename me")).clicked() || (ready && frame::entered(ui, &field)) {
        send.extend([Request::CloseDialog, Request::Rename(me, new.to_owned())]);
    }
}
