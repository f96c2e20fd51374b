//! The ruling: the one that stands, and the form in which one is written: whose judgement decides, or an own verdict and correction, and why.

use std::collections::HashMap;

use egui::{Id, Key, Modifiers, RichText, Ui};

use super::voice::name_ui;
use crate::app::edits::Ruled;
use crate::app::{App, Request};
use crate::crosscheck::disagreement::{Disagreement, settled};
use crate::model::{Annotation, AnnotationId, ReviewerId, Verdict};
use crate::ui::article::{label_ui, on_widget};
use crate::ui::dialogs::frame;
use crate::ui::parts;
use crate::ui::theme::{Tokens, size, space};

/// A correction shows so many characters beside the choice.
const WORDS: usize = 60;
/// The form is no wider, in points.
const WIDEST: f32 = 640.0;

/// The rulings that are being written, by the disagreement.
pub(super) type Rulings = HashMap<AnnotationId, Draft>;

/// A ruling that is being written.
#[derive(Default)]
pub(super) struct Draft {
    /// Whose judgement decides; `None` for none of them.
    like: Option<ReviewerId>,
    /// An own verdict decides.
    own: bool,
    verdict: Option<Verdict>,
    correction: String,
    reason: String,
    /// It was to be made without a verdict or a reason.
    missing: bool,
}

/// The rulings that stand.
pub(super) fn rulings_ui(ui: &mut Ui, app: &App, one: &Disagreement, send: &mut Vec<Request>) {
    let project = app.session().project();
    let mut shown: Vec<(Option<Verdict>, &str, &str)> = Vec::new();
    let ruled = one.annotations.iter().filter_map(|id| project.annotation(*id)).filter(|annotation| annotation.ruling().is_some());
    for annotation in ruled {
        let Some(ruling) = annotation.ruling() else { continue };
        let said = (ruling.verdict(), ruling.reason(), ruling.correction());
        // One ruling was made on all annotations of the statement; its correction is only on those that it is written for.
        if shown.iter().any(|other| other.0 == said.0 && other.1 == said.1 && (other.2 == said.2 || said.2.is_empty())) {
            continue;
        }
        shown.push(said);
        parts::caps_heading(ui, "Ruling");
        ui.push_id(annotation.id, |ui| parts::card(ui, |ui| ruled_ui(ui, app, annotation, send)));
    }
}

fn ruled_ui(ui: &mut Ui, app: &App, annotation: &Annotation, send: &mut Vec<Request>) {
    let Some(ruling) = annotation.ruling() else { return };
    ui.spacing_mut().item_spacing.y = space::SMALL;
    name_ui(ui, app, ruling.by, Some(ruling.changed()));
    parts::verdict_word(ui, ruling.verdict());
    label_ui(ui, if ruling.reason().is_empty() { "No reason was given." } else { ruling.reason() });
    if !ruling.correction().is_empty() {
        let passage = annotation.passage().map(|passage| passage.words.as_str()).unwrap_or_default();
        parts::diff_ui(ui, passage, ruling.correction(), size::INTERFACE);
    }
    if annotation.standing().disagreement {
        let heard = ruling.heard().unwrap_or_default();
        let news = annotation.verdicts().filter(|said| Some(said.1) != ruling.verdict() && !heard.contains(said));
        let said = |(by, verdict): (ReviewerId, Verdict)| {
            format!("{} says {}", app.session().project().reviewer_name(by), verdict.label().to_lowercase())
        };
        let news: Vec<String> = news.map(said).collect();
        let words = format!("Open again: {}, which this ruling has not heard.", news.join(", "));
        label_ui(ui, RichText::new(words).color(Tokens::of(ui.visuals()).verdict(Some(Verdict::Disputed)).text));
    }
    let withdraw = ui.add_enabled(!app.session().read_only, egui::Button::new("Withdraw the ruling"));
    if withdraw.on_hover_text("The disagreement is open again. Undo brings the ruling back.").clicked() {
        send.push(Request::Withdraw(annotation.id));
    }
}

/// The form, where no ruling settles it.
pub(super) fn ruling_ui(ui: &mut Ui, app: &App, one: &Disagreement, rulings: &mut Rulings, focus: bool, send: &mut Vec<Request>) {
    let project = app.session().project();
    let Some(id) = one.annotations.first().copied() else { return };
    if settled(project, &one.annotations).is_some() {
        rulings.remove(&id);
        return;
    }
    if app.session().read_only {
        return;
    }
    let draft = rulings.entry(id).or_default();
    ui.add_space(space::TINY);
    parts::caps_heading(ui, "Settle by a ruling");
    ui.set_max_width(ui.available_width().min(WIDEST));
    frame::choices(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        choices_ui(ui, app, one, draft);
    });
    if draft.own {
        if let Some(pressed) = parts::verdict_control(ui, draft.verdict) {
            draft.verdict = Some(pressed);
        }
        let hint = "What the passage should read, if it is to be corrected";
        parts::text_field(ui, Id::unique("correction of the ruling"), "Correction of the ruling", hint, &mut draft.correction, 1);
    }
    let hint = "Why it is decided so";
    let reason = parts::text_field(ui, Id::unique("reason of the ruling"), "Reason of the ruling", hint, &mut draft.reason, 2);
    if focus {
        reason.request_focus();
        reason.scroll_to_me(None);
    }
    let confirms = reason.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let pressed = frame::primary(ui, "Settle", true).on_hover_text("Ctrl+Enter in the reason does the same.").clicked();
    let ruled = ruled(app, one, draft);
    if draft.missing {
        let words = match ruled.as_ref() {
            None => Some("Choose first whose judgement decides, or give a verdict of your own."),
            Some(ruled) if ruled.reason.trim().is_empty() => {
                Some("Please say in a few words why: the reason stands beside the ruling in the summary, for those who were overruled too.")
            }
            Some(_) => None,
        };
        if let Some(words) = words {
            frame::fault(ui, words);
        }
    }
    if pressed || confirms {
        match ruled.filter(|ruled| !ruled.reason.trim().is_empty()) {
            Some(ruled) => send.push(Request::Settle(id, ruled)),
            None => {
                draft.missing = true;
                reason.request_focus();
            }
        }
    }
}

/// Whose judgement decides: everybody who gives a verdict, each with it, or an own one.
fn choices_ui(ui: &mut Ui, app: &App, one: &Disagreement, draft: &mut Draft) {
    let project = app.session().project();
    for voice in &one.voices {
        let judgement = voice.judged.and_then(|id| project.annotation(id)?.judgement(voice.by));
        let Some((judgement, verdict)) = judgement.and_then(|judgement| Some((judgement, judgement.verdict()?))) else { continue };
        let correction: String = judgement.correction().chars().take(WORDS).collect();
        let correction = if correction.is_empty() { String::new() } else { format!(", “{correction}”") };
        let words = format!("{}: {}{correction}", project.reviewer_name(voice.by), verdict.label().to_lowercase());
        if ui.radio(!draft.own && draft.like == Some(voice.by), on_widget(ui, &words)).accessible_name(&words).clicked() {
            (draft.like, draft.own) = (Some(voice.by), false);
        }
    }
    if ui.radio(draft.own, "Another verdict or correction").clicked() {
        draft.own = true;
    }
}

/// What the form says; `None` while it says no verdict.
fn ruled(app: &App, one: &Disagreement, draft: &Draft) -> Option<Ruled> {
    let reason = draft.reason.clone();
    if draft.own {
        let of = one.annotations.first().copied()?;
        return Some(Ruled { verdict: draft.verdict?, correction: draft.correction.clone(), reason, of });
    }
    let voice = one.voices.iter().find(|voice| Some(voice.by) == draft.like)?;
    let of = voice.judged?;
    let judgement = app.session().project().annotation(of)?.judgement(voice.by)?;
    Some(Ruled { verdict: judgement.verdict()?, correction: judgement.correction().to_owned(), reason, of })
}
