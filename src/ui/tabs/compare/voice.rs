//! One reviewer's column: who and when, the verdict, the words marked where others marked others, note, correction, evidence.

use egui::{Layout, RichText, Ui};

use crate::app::command::Command;
use crate::app::edits::bound_by_correction;
use crate::app::{App, Request};
use crate::crosscheck::disagreement::Voice;
use crate::model::{Annotation, AnnotationId, Evidence, EvidenceId, Judgement, ReviewerId, Severity, Stamp};
use crate::ui::article::{label_ui, tip, words_ui};
use crate::ui::parts;
use crate::ui::parts::command::key_of;
use crate::ui::theme::{Tokens, size, space, style};

/// A passage in a column shows so many characters.
const WORDS: usize = 400;
/// No more evidence of one judgement is listed.
const EVIDENCE: usize = 12;

/// In what the columns differ.
pub(super) struct Differing<'a> {
    /// The reviewers marked different stretches.
    pub(super) extent: bool,
    /// The annotations that are compared.
    pub(super) annotations: &'a [AnnotationId],
    /// The others say one thing, with which one can agree by a key.
    pub(super) one_voice: bool,
}

/// Draws the column of somebody who has marked or judged it.
pub(super) fn voice_ui(ui: &mut Ui, app: &App, voice: &Voice, differing: &Differing<'_>, send: &mut Vec<Request>) {
    let project = app.session().project();
    let annotation = |id: Option<AnnotationId>| id.and_then(|id| project.annotation(id));
    let judged = annotation(voice.judged);
    let judgement = judged.and_then(|judged| judged.judgement(voice.by));
    let marked = annotation(voice.marked).or(judged);
    let when = judgement.map(Judgement::changed).or_else(|| marked?.made().map(|(at, _)| at));
    parts::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::SMALL;
        name_ui(ui, app, voice.by, when);
        ui.horizontal(|ui| {
            parts::verdict_word(ui, judgement.and_then(Judgement::verdict));
            let severity = judgement.map(Judgement::severity).filter(|severity| *severity != Severity::default());
            if let Some(severity) = severity {
                parts::chip(ui, &severity.label().to_lowercase());
            }
        });
        if differing.extent {
            marked_ui(ui, marked);
        }
        if let Some((judged, judgement)) = judged.zip(judgement) {
            said_ui(ui, app, judged, judgement);
        } else {
            ui.weak("Marked it, and gave no verdict.");
        }
        decide_ui(ui, app, voice, judgement, differing, send);
    });
}

/// Draws the column of somebody who has not marked it; `None` for everybody but the one who has.
pub(super) fn absent_ui(ui: &mut Ui, app: &App, by: Option<ReviewerId>) {
    parts::card(ui, |ui| match by {
        Some(by) => {
            name_ui(ui, app, by, None);
            ui.weak(if Some(by) == app.by() { "You have not marked it." } else { "Has not marked it." });
        }
        None => drop(label_ui(ui, RichText::new("Nobody else has marked or judged it.").weak())),
    });
}

/// Who, and when.
pub(super) fn name_ui(ui: &mut Ui, app: &App, by: ReviewerId, at: Option<Stamp>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        parts::who_ui(ui, app.session().project(), by);
        if Some(by) == app.by() {
            ui.label(RichText::new("you").size(size::SECONDARY).weak());
        }
        if let Some(at) = at {
            let now = app.surroundings.now();
            let when = RichText::new(app.surroundings.short(at.millis(), now)).size(size::SECONDARY).weak();
            ui.add(egui::Label::new(when).extend()).on_hover_text(app.surroundings.date_and_time(at.millis()));
        }
    });
}

fn marked_ui(ui: &mut Ui, marked: Option<&Annotation>) {
    let Some(passage) = marked.and_then(|marked| marked.passage()) else { return };
    let words: String = passage.words.chars().take(WORDS).collect();
    let rest = if words.len() < passage.words.len() { "…" } else { "" };
    words_ui(ui, &format!("“{words}{rest}”"), style::quote(), egui::Sense::hover());
}

fn said_ui(ui: &mut Ui, app: &App, judged: &Annotation, judgement: &Judgement) {
    if !judgement.note().is_empty() {
        label_ui(ui, judgement.note());
    }
    if !judgement.correction().is_empty() {
        let passage = judged.passage().map(|passage| passage.words.as_str()).unwrap_or_default();
        parts::diff_ui(ui, passage, judgement.correction(), size::INTERFACE);
    }
    let project = app.session().project();
    let shown = |id: &&EvidenceId| project.evidence(**id).is_some_and(|evidence| !evidence.is_hidden());
    let evidence: Vec<&Evidence> = judgement.evidence().iter().filter(shown).filter_map(|id| project.evidence(*id)).collect();
    for evidence in evidence.iter().take(EVIDENCE) {
        evidence_ui(ui, evidence);
    }
    if evidence.len() > EVIDENCE {
        ui.weak(format!("and {} more pieces of evidence", evidence.len() - EVIDENCE));
    }
}

fn evidence_ui(ui: &mut Ui, evidence: &Evidence) {
    let citation = if evidence.citation().is_empty() { "without a citation" } else { evidence.citation() };
    let words = format!("{} · {citation}", evidence.source().label());
    let shown = label_ui(ui, RichText::new(words).size(size::SECONDARY).color(Tokens::of(ui.visuals()).dim));
    let more = [evidence.place(), evidence.words()].into_iter().filter(|more| !more.is_empty()).collect::<Vec<_>>().join("\n");
    if !more.is_empty() {
        tip(shown, &more);
    }
}

/// What can be done with this judgement: say the same, take its extent.
fn decide_ui(ui: &mut Ui, app: &App, voice: &Voice, judgement: Option<&Judgement>, differing: &Differing<'_>, send: &mut Vec<Request>) {
    let name = app.session().project().reviewer_name(voice.by);
    let agreeable = voice
        .judged
        .zip(judgement)
        .filter(|(on, theirs)| Some(voice.by) != app.by() && theirs.verdict().is_some() && !app.agrees(*on, theirs));
    let extent = voice.marked.filter(|_| differing.extent);
    if agreeable.is_none() && extent.is_none() {
        return;
    }
    ui.with_layout(Layout::left_to_right(egui::Align::Center).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let writable = !app.session().read_only;
        if let Some((on, _)) = agreeable {
            let key = if differing.one_voice { key_of(Command::Agree) } else { String::new() };
            let button = egui::Button::new("Agree");
            let button = if key.is_empty() { button } else { button.shortcut_text(RichText::new(key).size(size::CAPS)) };
            let deed = format!("Take over the verdict, the correction and the evidence of {name} as your own. Your note stays.");
            let button = ui.add_enabled(writable, button).accessible_name(format!("Agree with {name}"));
            if tip(button, &deed).clicked() {
                send.push(Request::Agree(on, voice.by));
            }
        }
        if let Some(of) = extent {
            let bound = bound_by_correction(app.session().project(), differing.annotations, of).is_some();
            let button = ui.add_enabled(writable && !bound, egui::Button::new("Take this extent"));
            let button = button.accessible_name(format!("Take the extent of {name}"));
            let why = "A correction is written for another extent, and would be wrong for this one. Settle by a ruling instead.";
            let button = button.on_disabled_hover_text(why);
            if button.on_hover_text("Move the ends of the other annotations to where these are. Undo takes it back.").clicked() {
                send.push(Request::TakeExtent(of));
            }
        }
    });
}
