//! What the other reviewers say of the statement, and the ruling.
//!
//! Annotations of several reviewers that mean one statement are one group: everybody's judgement in it is shown, also where it stands on another's
//! annotation. The group is looked up again only when the project has changed.

use egui::{Align, Layout, RichText, Ui};

use crate::app::command::Command;
use crate::app::{App, Request};
use crate::model::{Annotation, AnnotationId, Judgement, Passage, ProjectId, ReviewerId, Stamp, Verdict};
use crate::ui::article::{label_ui, tip, words_ui};
use crate::ui::parts;
use crate::ui::parts::command::key_of;
use crate::ui::theme::{size, space, style};

/// No more judgements are drawn.
const MOST: usize = 40;
/// The words of another annotation show so many characters.
const WORDS: usize = 160;

/// The annotations that are shown as one with the one in hand.
#[derive(Default)]
pub(super) struct Statement {
    of: Option<(ProjectId, AnnotationId, u64)>,
    group: Vec<AnnotationId>,
}

impl Statement {
    fn refresh(&mut self, app: &App, annotation: AnnotationId) {
        let of = Some((app.session().project().id(), annotation, app.session().revision()));
        if self.of != of {
            self.of = of;
            // The one in hand comes first.
            self.group = std::iter::once(annotation).chain(app.statement(annotation).into_iter().filter(|id| *id != annotation)).collect();
        }
    }
}

/// What somebody says of the statement, and on which annotation.
struct Said<'a> {
    on: &'a Annotation,
    by: ReviewerId,
    /// `None` where they have marked it and said nothing.
    judgement: Option<&'a Judgement>,
}

/// The deciding judgement, if one stands.
pub(super) fn ruling_ui(ui: &mut Ui, app: &App, annotation: &Annotation) {
    let Some(ruling) = annotation.ruling() else { return };
    ui.add_space(space::TINY);
    parts::caps_heading(ui, "Ruling");
    parts::card(ui, |ui| {
        said_ui(ui, app, ruling.by, ruling.verdict(), ruling.changed());
        if !ruling.reason().is_empty() {
            label_ui(ui, ruling.reason());
        }
        correction_ui(ui, annotation, ruling.correction());
    });
}

/// Everybody else's judgement of the statement.
pub(super) fn others_ui(ui: &mut Ui, app: &App, annotation: &Annotation, state: &mut Statement, send: &mut Vec<Request>) {
    state.refresh(app, annotation.id);
    let said = said(app, &state.group);
    if said.is_empty() {
        return;
    }
    ui.add_space(space::TINY);
    ui.horizontal(|ui| {
        parts::caps_heading(ui, "Other reviewers");
        let mine = || app.by().and_then(|by| annotation.judgement(by)?.verdict());
        let mut verdicts = verdicts_of(&said);
        verdicts.extend(mine());
        if verdicts.len() > 1 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = if annotation.ruling().is_some() { "Compare" } else { "Compare and settle" };
                if parts::link_button_with_key(ui, words, &key_of(Command::Settle)).on_hover_text(Command::Settle.entry().tip).clicked() {
                    send.push(Request::OpenCompare(annotation.id));
                }
            });
        }
    });
    // The key agrees where all others say the same; where they differ, a person chooses.
    let corrections = said.iter().filter_map(|said| Some(said.judgement?.correction().trim())).filter(|correction| !correction.is_empty());
    let by_key = verdicts_of(&said).len() == 1 && corrections.collect::<std::collections::BTreeSet<_>>().len() < 2;
    for said in said.iter().take(MOST) {
        ui.push_id((said.on.id, said.by), |ui| parts::card(ui, |ui| one_ui(ui, app, annotation, said, by_key, send)));
    }
    if said.len() > MOST {
        ui.weak(format!("and {} more", said.len() - MOST));
    }
}

/// The verdicts that were given, each once.
fn verdicts_of(said: &[Said<'_>]) -> std::collections::BTreeSet<Verdict> {
    said.iter().filter_map(|said| said.judgement?.verdict()).collect()
}

/// What the others say on the annotations of a group, as far as the reviewer sees it.
fn said<'a>(app: &'a App, group: &[AnnotationId]) -> Vec<Said<'a>> {
    let project = app.session().project();
    let mut said = Vec::new();
    for (place, on) in group.iter().filter_map(|id| project.annotation(*id)).enumerate() {
        if !app.sees_whole(on.id) {
            continue;
        }
        let judgements = on.judgements().filter(|judgement| Some(judgement.by) != app.by());
        said.extend(judgements.map(|judgement| Said { on, by: judgement.by, judgement: Some(judgement) }));
        let maker = on.made().map(|(_, by)| by).filter(|by| place > 0 && Some(*by) != app.by());
        let silent = maker.filter(|by| !on.judgements().any(|judgement| judgement.by == *by));
        said.extend(silent.map(|by| Said { on, by, judgement: None }));
    }
    said
}

fn one_ui(ui: &mut Ui, app: &App, in_hand: &Annotation, said: &Said<'_>, by_key: bool, send: &mut Vec<Request>) {
    let Some(theirs) = said.judgement else {
        let made = said.on.made().map_or(Stamp::NEVER, |(at, _)| at);
        said_ui(ui, app, said.by, None, made);
        marked_ui(ui, in_hand, said.on, send);
        return;
    };
    said_ui(ui, app, said.by, theirs.verdict(), theirs.changed());
    marked_ui(ui, in_hand, said.on, send);
    if !theirs.note().is_empty() {
        label_ui(ui, theirs.note());
    }
    correction_ui(ui, said.on, theirs.correction());
    ui.horizontal(|ui| {
        match theirs.evidence().len() {
            0 => {}
            1 => drop(ui.weak("1 piece of evidence")),
            more => drop(ui.weak(format!("{more} pieces of evidence"))),
        }
        if theirs.verdict().is_none() || app.agrees(said.on.id, theirs) {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = app.session().project().reviewer_name(theirs.by);
            let deed = format!("Take over the verdict, the correction and the evidence of {name} as your own. Your note stays.");
            let button = egui::Button::new("Agree");
            let key = || RichText::new(key_of(Command::Agree)).size(size::CAPS);
            let button = if by_key { button.shortcut_text(key()) } else { button };
            let agree = ui.add_enabled(!app.session().read_only, button).accessible_name(format!("Agree with {name}"));
            if tip(agree, &deed).clicked() {
                send.push(Request::Agree(said.on.id, theirs.by));
            }
        });
    });
}

/// The words that another annotation of the group marks, where they are others; a press goes there.
fn marked_ui(ui: &mut Ui, in_hand: &Annotation, on: &Annotation, send: &mut Vec<Request>) {
    let Some(passage) = on.passage().filter(|passage| in_hand.passage().map(Passage::range) != Some(passage.range())) else { return };
    let words: String = passage.words.chars().take(WORDS).collect();
    let rest = if words.len() < passage.words.len() { "…" } else { "" };
    let words = format!("“{words}{rest}”");
    if words_ui(ui, &words, style::quote(), egui::Sense::click()).on_hover_text("Go to this annotation.").clicked() {
        send.push(Request::GoTo(on.id));
    }
}

/// Who, what, when.
fn said_ui(ui: &mut Ui, app: &App, by: ReviewerId, verdict: Option<Verdict>, at: Stamp) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        parts::who_ui(ui, app.session().project(), by);
        parts::verdict_word(ui, verdict);
        let now = app.surroundings.now();
        let when = RichText::new(app.surroundings.short(at.millis(), now)).size(size::SECONDARY).weak();
        ui.add(egui::Label::new(when).extend()).on_hover_text(app.surroundings.date_and_time(at.millis()));
    });
}

fn correction_ui(ui: &mut Ui, annotation: &Annotation, correction: &str) {
    if correction.is_empty() {
        return;
    }
    let passage = annotation.passage().map(|passage| passage.words.as_str()).unwrap_or_default();
    parts::diff_ui(ui, passage, correction, size::INTERFACE);
}
