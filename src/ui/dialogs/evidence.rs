//! A piece of evidence: chosen from what the project has, added, or changed.

use egui::{ComboBox, Ui};

use super::evidence_list::List;
use super::frame;
use crate::app::command::Command;
use crate::app::edits::EvidenceDetails;
use crate::app::{App, Request};
use crate::model::{AnnotationId, EvidenceId, Source, Subject, Target};
use crate::ui::parts::caps_heading;
use crate::ui::theme::space;

/// What has been typed.
pub struct Draft {
    annotation: Option<AnnotationId>,
    evidence: Option<EvidenceId>,
    details: EvidenceDetails,
    list: List,
}

impl Draft {
    /// What the project says of a piece of evidence, or an empty form for a new one.
    pub fn new(app: &App, annotation: Option<AnnotationId>, evidence: Option<EvidenceId>) -> Self {
        let known = evidence.and_then(|id| app.session().project().evidence(id));
        let today = app.surroundings.iso_day(app.surroundings.now());
        let fresh = || EvidenceDetails { consulted: today, ..EvidenceDetails::default() };
        let list = if annotation.is_some() && known.is_none() { List::new(app) } else { List::default() };
        Self { annotation, evidence: known.map(|known| known.id), details: known.map_or_else(fresh, EvidenceDetails::from), list }
    }
}

/// Draws the dialog.
pub fn evidence_ui(ui: &Ui, app: &App, draft: &mut Draft, first: bool, send: &mut Vec<Request>) {
    let title = if draft.evidence.is_some() { "Evidence" } else { "Add evidence" };
    frame::dialog(ui, title, 560.0, send, |ui, send| {
        let entered = frame::body(ui, |ui| {
            let listed = !draft.list.is_empty();
            if let Some(annotation) = draft.annotation.filter(|_| listed) {
                draft.list.list_ui(ui, app, annotation, first, send);
                ui.add_space(space::MEDIUM);
                caps_heading(ui, "New evidence");
            }
            form_ui(ui, &mut draft.details, first && !listed)
        });
        let ready = !draft.details.citation.trim().is_empty() || !draft.details.place.trim().is_empty();
        frame::buttons(ui, |ui| {
            let words = if draft.evidence.is_some() { "Change evidence" } else { "Add evidence" };
            let confirmed = frame::primary(ui, words, ready).on_disabled_hover_text("Say how it is cited, or where it is.").clicked();
            if ready && (confirmed || entered || frame::confirmed(ui)) {
                send.push(Request::CloseDialog);
                send.push(match draft.evidence {
                    Some(id) => Request::ChangeEvidence(id, trimmed(&draft.details)),
                    None => Request::AddEvidence(draft.annotation, trimmed(&draft.details)),
                });
            }
            frame::cancel(ui, send);
            if let Some(id) = draft.evidence {
                ui.add_space(space::HUGE);
                let tip = "It goes from every judgement that rests on it. Undo brings it back.";
                if ui.button("Remove evidence").on_hover_text(tip).clicked() {
                    send.extend([Request::CloseDialog, Request::Hide(Target::Evidence(id), true)]);
                }
                let tip = "Choose what of it is taken out of the file for good. It cannot be undone.";
                if ui.button(Command::Redact.entry().title).on_hover_text(tip).clicked() {
                    send.extend([Request::CloseDialog, Request::ChooseToRedact(Subject::Evidence(id))]);
                }
            }
        });
    });
}

fn trimmed(details: &EvidenceDetails) -> EvidenceDetails {
    let trim = |text: &str| text.trim().to_owned();
    EvidenceDetails {
        citation: trim(&details.citation),
        place: trim(&details.place),
        words: trim(&details.words),
        consulted: trim(&details.consulted),
        ..details.clone()
    }
}

/// Draws the form; gives back whether Enter was pressed in one of its lines.
fn form_ui(ui: &mut Ui, details: &mut EvidenceDetails, first: bool) -> bool {
    let label = frame::dim(ui, "What it is");
    ui.label_inputs_by(label.id, |ui| {
        ComboBox::from_id_salt("source").selected_text(details.source.label()).width(180.0).show_ui(ui, |ui| {
            for source in Source::ALL {
                ui.selectable_value(&mut details.source, *source, source.label());
            }
        });
    });
    let citation = frame::field(ui, "Citation", "Author, title, day: as you would cite it", &mut details.citation);
    if first {
        citation.request_focus();
    }
    let place = frame::field(ui, "Address or page", "https://… or p. 12", &mut details.place);
    frame::lines(ui, "Words quoted", "What it says, word for word", &mut details.words, 2);
    let consulted = frame::field(ui, "Consulted on", "2026-11-22", &mut details.consulted);
    ui.add_space(space::TINY);
    frame::choices(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        ui.checkbox(&mut details.primary, "Primary source").on_hover_text("The record itself, or somebody who was there.");
        let tip = "It is called “a confidential source” in the summary and nothing more is told, unless you ask for it there.";
        ui.checkbox(&mut details.confidential, "Confidential").on_hover_text(tip);
    });
    [citation, place, consulted].iter().any(|field| frame::entered(ui, field))
}
