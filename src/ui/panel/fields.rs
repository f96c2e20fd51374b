//! The fields of my judgement: note and correction.

use std::time::Duration;

use egui::{Align, Id, Layout, Response, Ui, vec2};

use super::draft::Draft;
use crate::app::command::Command;
use crate::app::{App, Field, Request};
use crate::model::{Annotation, AnnotationId};
use crate::ui::article::Words;
use crate::ui::parts::command::key_of;
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space};

/// Passages longer than this, in bytes, are not put into the field of the correction.
const PREFILLED: usize = 4_000;
/// How high a heading with a key is, in points.
const KEY_ROW: f32 = 20.0;

/// Why the verdict: the note. Gives back the field.
pub(super) fn note_ui(
    ui: &mut Ui,
    app: &App,
    annotation: &Annotation,
    draft: &mut Draft,
    wants_focus: bool,
    send: &mut Vec<Request>,
) -> Option<Response> {
    ui.add_space(space::TINY);
    heading_ui(ui, "Note", Command::Note);
    let id = Id::unique(("note", annotation.id));
    let field = ui.add_enabled_ui(!app.session().read_only, |ui| parts::text_field(ui, id, "Note", "Why?", &mut draft.words, 2)).inner;
    if wants_focus {
        focus_ui(ui, &field, id, &draft.words);
    }
    pass_on(ui, annotation.id, Field::Note, draft, &field, send);
    Some(field)
}

/// What the passage should say: as a comparison with the passage, or as the field while it is written. Gives back the
/// field, if it is open.
pub(super) fn correction_ui(
    ui: &mut Ui,
    app: &App,
    annotation: &Annotation,
    draft: &mut Draft,
    is_open: &mut bool,
    wants_focus: bool,
    send: &mut Vec<Request>,
) -> Option<Response> {
    ui.add_space(space::TINY);
    heading_ui(ui, "Correction", Command::Correct);
    let passage = annotation.passage().map(|passage| passage.words.as_str()).unwrap_or_default();
    let can = !app.session().read_only;
    let mut wants_focus = wants_focus && can;
    if !*is_open || !can {
        let pressed = ui.add_enabled_ui(can, |ui| closed_ui(ui, passage, &draft.words)).inner;
        if !pressed.clicked() {
            *is_open = false;
            return None;
        }
        *is_open = true;
        wants_focus = true;
    }
    let id = Id::unique(("correction", annotation.id));
    if wants_focus && draft.words.is_empty() && passage.len() <= PREFILLED {
        // Most corrections change a word or two. Words left as they are count as none.
        passage.clone_into(&mut draft.words);
    }
    let field = parts::text_field(ui, id, "Correction", "What it should say", &mut draft.words, 2);
    if wants_focus {
        focus_ui(ui, &field, id, &draft.words);
    }
    let done = field.lost_focus() && !wants_focus;
    if done && draft.words.trim() == passage.trim() {
        draft.words.clear();
    }
    if draft.words.trim() == passage.trim() && !done {
        // Nothing is corrected yet, so there is nothing to send.
    } else {
        pass_on(ui, annotation.id, Field::Correction, draft, &field, send);
        if !draft.words.is_empty() && field.has_focus() {
            parts::diff_ui(ui, passage, &draft.words, size::SECONDARY);
        }
    }
    *is_open = !done;
    Some(field)
}

/// The heading of a field, with the key that leads to it.
fn heading_ui(ui: &mut Ui, words: &str, command: Command) {
    ui.horizontal(|ui| {
        ui.set_height(KEY_ROW);
        parts::caps_heading(ui, words);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| parts::keycap_ui(ui, &key_of(command)));
    });
}

/// The correction while nobody writes it: what changes, or the offer to write one.
fn closed_ui(ui: &mut Ui, passage: &str, words: &str) -> Response {
    let tokens = Tokens::of(ui.visuals());
    let width = ui.available_width();
    let entry = Command::Correct.entry();
    let inside = width - 20.0;
    let job = (!words.is_empty()).then(|| parts::diff_job(ui, passage, words, size::INTERFACE, inside));
    let set = job.map(|job| Words::new(ui.ctx(), job, inside));
    let height = set.as_ref().map_or(18.0, Words::height) + 14.0;
    let name = if words.is_empty() { entry.title.to_owned() } else { format!("Correction: {words}") };
    let ground = ui.painter().add(egui::Shape::Noop);
    let response = parts::press(ui, vec2(width, height), size::RADIUS, &name, None);
    let radius = egui::CornerRadius::same(size::RADIUS);
    let border = egui::Stroke::new(size::HAIRLINE, tokens.line);
    ui.painter().set(ground, egui::epaint::RectShape::new(response.rect, radius, tokens.page, border, egui::StrokeKind::Inside));
    match set {
        Some(set) => set.draw(ui.painter(), response.rect.min + vec2(10.0, 7.0), tokens.text, tokens),
        None => {
            let row = Inline::new().words(ui, "What it should say", fonts::sans(size::INTERFACE), tokens.dim);
            row.paint(ui.painter(), response.rect.left_center() + vec2(10.0, 0.0));
        }
    }
    response.on_hover_text(entry.tip)
}

/// Gives a field the focus, the caret behind its words, and brings it into view.
fn focus_ui(ui: &Ui, field: &Response, id: Id, words: &str) {
    field.request_focus();
    field.scroll_to_me(None);
    let end = egui::text::CCursorRange::one(egui::text::CCursor::new(words.chars().count()));
    let mut state = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(end));
    egui::TextEdit::store_state(ui.ctx(), id, state);
}

/// Sends the words when typing pauses and when the field loses the focus.
fn pass_on(ui: &Ui, annotation: AnnotationId, field: Field, draft: &mut Draft, response: &Response, send: &mut Vec<Request>) {
    let now = ui.input(|input| input.time);
    if response.changed() {
        draft.typed(now);
    }
    let due = draft.due_in(now);
    if response.lost_focus() || due == Some(0.0) {
        if let Some(words) = draft.take() {
            send.insert(0, Request::Type(annotation, field, words));
        }
    } else if let Some(left) = due {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
}
