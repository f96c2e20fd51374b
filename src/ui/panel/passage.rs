//! The head and foot of the panel: which annotation it is, its words, who marked it.

use egui::{Align, CornerRadius, Layout, Rect, RichText, ScrollArea, Sense, Ui};

use crate::app::command::Command;
use crate::app::{App, Request};
use crate::model::{Annotation, AnnotationId};
use crate::ui::article::{label_ui, words_ui};
use crate::ui::parts;
use crate::ui::parts::command::key_of;
use crate::ui::theme::{Tokens, size, space, style};

/// How many characters of a passage show before “more”.
const SHORT: usize = 280;
/// How many characters show at all; a passage can be a whole article.
const LONG: usize = 8_000;
/// How high a long passage may become, in points.
const HIGHEST: f32 = 240.0;

/// “Annotation 37 of 84” of those in the list, with the keys that go to its neighbours.
pub(super) fn header_ui(ui: &mut Ui, app: &App, annotation: AnnotationId, send: &mut Vec<Request>) {
    ui.horizontal(|ui| {
        let row = app.list.position(app.session().project(), annotation);
        let words = row.map_or("Annotation".into(), |row| format!("Annotation {} of {}", row + 1, app.list.rows().len()));
        parts::caps_heading(ui, &words);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            for command in [Command::NextAnnotation, Command::PreviousAnnotation] {
                let entry = command.entry();
                let can = app.can(command);
                let pressed = ui.add_enabled_ui(can, |ui| parts::keycap_button(ui, &key_of(command), entry.title)).inner;
                if pressed.on_hover_text(entry.tip).clicked() {
                    send.push(Request::Run(command));
                }
            }
        });
    });
}

/// The words that were marked, beside a bar in the colour of the verdict at which they stand. A click goes there.
pub(super) fn passage_ui(ui: &mut Ui, annotation: &Annotation, more: &mut bool, send: &mut Vec<Request>) {
    let Some(passage) = annotation.passage() else {
        ui.label("The words of this annotation are not in this copy of the project.");
        return;
    };
    let (shown, rest) = cut(&passage.words, if *more { LONG } else { SHORT });
    let bar = Tokens::of(ui.visuals()).verdict(annotation.standing().verdict).line;
    let words = ui.horizontal_top(|ui| {
        ui.add_space(12.0);
        ui.vertical(|ui| {
            let words = if rest { format!("{shown}…") } else { shown.to_owned() };
            let label = |ui: &mut Ui| words_ui(ui, &words, style::quote(), Sense::click());
            let label = if *more { ScrollArea::vertical().max_height(HIGHEST).id_salt("passage").show(ui, label).inner } else { label(ui) };
            if label.on_hover_text("Go to it in the article").clicked() {
                send.push(Request::GoTo(annotation.id));
            }
            if rest && !*more || *more && passage.words.len() > shown.len().min(SHORT) {
                let word = if *more { "less" } else { "more" };
                if parts::link_button(ui, word).clicked() {
                    *more = !*more;
                }
            }
        });
    });
    let place = words.response.rect;
    let place = Rect::from_min_max(place.left_top(), egui::pos2(place.left() + 3.0, place.bottom()));
    ui.painter().rect_filled(place, CornerRadius::same(1), bar);
}

/// The first characters of some words, and whether there are more.
fn cut(words: &str, most: usize) -> (&str, bool) {
    match words.char_indices().nth(most) {
        Some((end, _)) => (words.get(..end).unwrap_or(words), true),
        None => (words, false),
    }
}

/// Who marked it and when, and the way to remove it.
pub(super) fn footer_ui(ui: &mut Ui, app: &App, annotation: &Annotation, send: &mut Vec<Request>) {
    ui.add_space(space::SMALL);
    if let Some((at, by)) = annotation.made() {
        let who = app.session().project().reviewer_name(by);
        let words = format!("Marked by {who}, {}", app.surroundings.date_and_time(at.millis()));
        label_ui(ui, RichText::new(words).size(size::SECONDARY).weak());
    }
    let mine = app.by().and_then(|by| annotation.judgement(by)).filter(|mine| !mine.is_silent());
    if let Some(mine) = mine {
        let words = format!("Judged by you, {}", app.surroundings.date_and_time(mine.changed().millis()));
        label_ui(ui, RichText::new(words).size(size::SECONDARY).weak());
    }
    let entry = Command::RemoveAnnotation.entry();
    ui.add_enabled_ui(app.can(Command::RemoveAnnotation), |ui| {
        if parts::link_button(ui, entry.title).on_hover_text(entry.tip).clicked() {
            send.push(Request::Run(Command::RemoveAnnotation));
        }
    });
    let entry = Command::Redact.entry();
    ui.add_enabled_ui(app.can(Command::Redact), |ui| {
        if parts::link_button(ui, entry.title).on_hover_text(entry.tip).clicked() {
            send.push(Request::Run(Command::Redact));
        }
    });
}
