//! The annotation in hand: its passage, my judgement, the evidence, what others say.
//!
//! Everything shown is read from the project in each frame, but for the words being typed: these lie in a [`Draft`]
//! each until typing pauses, the field loses the focus, another annotation is taken in hand, or anything else is
//! asked for in the same frame. They are then sent before all else, so that a save or a change of place never outruns them.

mod draft;
mod elsewhere;
mod evidence;
mod fields;
mod guidance;
mod hidden;
mod history;
mod judging;
mod others;
mod passage;
#[cfg(test)]
mod tests;
mod web;

use egui::{Align, Key, Layout, Rect, Response, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::app::{App, Field, Request};
use crate::model::{Annotation, AnnotationId, ProjectId};
use crate::ui::theme::space;
use draft::Draft;
use history::History;

/// Between the panel's edges and what stands in it, in points.
const LEFT: f32 = 16.0;
const RIGHT: f32 = 14.0;
const TOP: f32 = 10.0;

/// What the panel remembers between frames.
#[derive(Default)]
pub struct PanelState {
    /// The annotation that the drafts belong to, with its project.
    of: Option<(ProjectId, AnnotationId)>,
    note: Draft,
    correction: Draft,
    /// Whether the field of the correction is open.
    correcting: bool,
    /// Whether a long passage shows whole.
    more: bool,
    statement: others::Statement,
    history: History,
}

impl PanelState {
    /// Takes the words out of the drafts that the project does not have yet.
    fn flush(&mut self, app: &App, send: &mut Vec<Request>) {
        let Some((project, id)) = self.of else { return };
        // Words for a project that is gone have no place any more.
        if app.session().project().id() != project || app.session().project().annotation(id).is_none() {
            return;
        }
        let words = [(Field::Correction, self.correction.take()), (Field::Note, self.note.take())];
        for (field, words) in words {
            if let Some(words) = words {
                send.insert(0, Request::Type(id, field, words));
            }
        }
    }

    /// Follows the program to the annotation in hand; what was typed for another is sent before.
    fn follow(&mut self, app: &App, send: &mut Vec<Request>) {
        let project = app.session().project();
        let of = app.in_hand.map(|id| (project.id(), id));
        if self.of != of || !send.is_empty() {
            self.flush(app, send);
        }
        if self.of != of {
            *self = Self { of, history: self.history.stay_open(), ..Self::default() };
        }
        let mine = app.in_hand.and_then(|id| project.annotation(id)).zip(app.by()).and_then(|(annotation, by)| annotation.judgement(by));
        self.note.see(mine.map_or("", |mine| mine.note()));
        self.correction.see(mine.map_or("", |mine| mine.correction()));
    }
}

/// Draws the panel.
pub fn panel_ui(ui: &mut Ui, app: &mut App, state: &mut PanelState, send: &mut Vec<Request>) {
    state.follow(app, send);
    let focus = app.focus.take_if(|focus| matches!(focus, Field::Note | Field::Correction));
    if focus == Some(Field::Correction) {
        state.correcting = true;
    }
    let app_now: &App = app;
    let mut back = false;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        // A child that does not report its width: nothing in the panel can make the panel wider.
        let inside = Rect::from_min_max(room.min + vec2(LEFT, TOP), pos2(room.right() - RIGHT, f32::INFINITY));
        let mut inside = ui.new_child(UiBuilder::new().max_rect(inside).layout(Layout::top_down(Align::Min)));
        inside.spacing_mut().item_spacing.y = space::SMALL;
        match app_now.in_hand.and_then(|id| app_now.session().project().annotation(id)) {
            Some(annotation) => back = annotation_ui(&mut inside, app_now, annotation, state, focus, send),
            None => guidance::guidance_ui(&mut inside, app_now, send),
        }
        ui.allocate_space(vec2(room.width(), TOP + inside.min_rect().height() + space::LARGE));
    });
    if back {
        app.focus = Some(Field::Article);
    }
}

/// Draws the annotation; returns whether the focus is to go back to the article.
fn annotation_ui(
    ui: &mut Ui,
    app: &App,
    annotation: &Annotation,
    state: &mut PanelState,
    focus: Option<Field>,
    send: &mut Vec<Request>,
) -> bool {
    passage::header_ui(ui, app, annotation.id, send);
    passage::passage_ui(ui, annotation, &mut state.more, send);
    judging::judging_ui(ui, app, annotation, send);
    let note = fields::note_ui(ui, app, annotation, &mut state.note, focus == Some(Field::Note), send);
    let wants = focus == Some(Field::Correction);
    let correction = fields::correction_ui(ui, app, annotation, &mut state.correction, &mut state.correcting, wants, send);
    evidence::evidence_ui(ui, app, annotation, send);
    hidden::hidden_ui(ui, app, annotation.id, send);
    others::ruling_ui(ui, app, annotation);
    others::others_ui(ui, app, annotation, &mut state.statement, send);
    if let Some((article, range)) = app.session().project().place(annotation.id) {
        elsewhere::linked_ui(ui, app, annotation.id, send);
        elsewhere::elsewhere_ui(ui, app, article, range, send);
    }
    if !annotation.records().is_empty() {
        history::history_ui(ui, app, annotation, &mut state.history, send);
    }
    passage::footer_ui(ui, app, annotation, send);
    note.into_iter().chain(correction).any(|field| escaped(ui, &field))
}

/// Whether Escape has just taken the focus from a field.
fn escaped(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))
}
