//! What the other reviewers say, and the ruling.

use egui::{Align, Label, Layout, RichText, Ui};

use crate::app::{App, Request};
use crate::model::{Annotation, Judgement, Reviewer, ReviewerId, Stamp, Verdict};
use crate::ui::parts;
use crate::ui::theme::{size, space, style};

/// The deciding judgement, if one stands.
pub(super) fn ruling_ui(ui: &mut Ui, app: &App, annotation: &Annotation) {
    let Some(ruling) = annotation.ruling() else { return };
    ui.add_space(space::TINY);
    parts::caps_heading(ui, "Ruling");
    parts::card(ui, |ui| {
        said_ui(ui, app, ruling.by, ruling.verdict(), ruling.changed());
        if !ruling.reason().is_empty() {
            ui.add(Label::new(ruling.reason()).wrap());
        }
        correction_ui(ui, annotation, ruling.correction());
    });
}

/// Everybody else's judgement.
pub(super) fn others_ui(ui: &mut Ui, app: &App, annotation: &Annotation, send: &mut Vec<Request>) {
    let mut others = annotation.judgements().filter(|judgement| Some(judgement.by) != app.by()).peekable();
    if others.peek().is_none() {
        return;
    }
    ui.add_space(space::TINY);
    parts::caps_heading(ui, "Other reviewers");
    for judgement in others {
        ui.push_id(judgement.by, |ui| parts::card(ui, |ui| judgement_ui(ui, app, annotation, judgement, send)));
    }
}

fn judgement_ui(ui: &mut Ui, app: &App, annotation: &Annotation, theirs: &Judgement, send: &mut Vec<Request>) {
    said_ui(ui, app, theirs.by, theirs.verdict(), theirs.changed());
    if !theirs.note().is_empty() {
        ui.add(Label::new(theirs.note()).wrap());
    }
    correction_ui(ui, annotation, theirs.correction());
    ui.horizontal(|ui| {
        match theirs.evidence().len() {
            0 => {}
            1 => drop(ui.weak("1 piece of evidence")),
            more => drop(ui.weak(format!("{more} pieces of evidence"))),
        }
        let mine = app.by().and_then(|by| annotation.judgement(by));
        let same = mine.is_some_and(|mine| mine.verdict() == theirs.verdict() && mine.correction() == theirs.correction());
        if theirs.verdict().is_none() || same {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = app.session().project().reviewer_name(theirs.by);
            let tip = format!("Take over the verdict, the correction and the evidence of {name} as your own. Your note stays.");
            let agree = ui.add_enabled(!app.session().read_only, egui::Button::new("Agree"));
            if agree.on_hover_text(tip).clicked() {
                send.push(Request::Agree(annotation.id, theirs.by));
            }
        });
    });
}

/// Who, what, when.
fn said_ui(ui: &mut Ui, app: &App, by: ReviewerId, verdict: Option<Verdict>, at: Stamp) {
    let project = app.session().project();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let name = project.reviewer_name(by);
        let reviewer = project.reviewer(by).filter(|reviewer| !reviewer.name().is_empty());
        let initials = reviewer.map_or_else(|| "?".into(), Reviewer::initials);
        parts::avatar_ui(ui, &initials, reviewer.map_or(0, Reviewer::colour), 18.0, &name);
        ui.label(RichText::new(name).text_style(style::strong()));
        parts::verdict_word(ui, verdict);
        let now = app.surroundings.now();
        let when = RichText::new(app.surroundings.short(at.millis(), now)).size(size::SECONDARY).weak();
        ui.label(when).on_hover_text(app.surroundings.date_and_time(at.millis()));
    });
}

fn correction_ui(ui: &mut Ui, annotation: &Annotation, correction: &str) {
    if correction.is_empty() {
        return;
    }
    let passage = annotation.passage().map(|passage| passage.words.as_str()).unwrap_or_default();
    parts::diff_ui(ui, passage, correction, size::INTERFACE);
}
