//! Compare and settle: what reviewers differ in on the left, the statement in hand with everybody's judgement side by side on the right, and how it is
//! settled. A further section tells how far the reviewers agree, in figures.
//!
//! What is listed comes from the program ([`App`]); the judgements are read from the project when they are drawn, and only what the reviewer sees.

mod agreement;
mod choices;
mod context;
mod detail;
mod heat;
mod list;
mod ruling;
#[cfg(test)]
mod tests;
mod voice;

use egui::{RichText, Ui};

use super::rows::Rows;
use super::sections::{Part, sections_ui};
use super::split::split_ui;
use crate::app::command::Command;
use crate::app::compare::Section;
use crate::app::{App, Field, Request};
use crate::model::AnnotationId;
use crate::ui::article::label_ui;
use crate::ui::parts;
use crate::ui::theme::{Tokens, space};

/// What the tab remembers between frames.
#[derive(Default)]
pub struct CompareState {
    rows: Rows,
    current: Option<AnnotationId>,
    rulings: ruling::Rulings,
}

/// Draws the tab.
pub fn compare_ui(ui: &mut Ui, app: &mut App, state: &mut CompareState, send: &mut Vec<Request>) {
    let count = |section| if section == Section::Agreement { 0 } else { app.compare.count(section) };
    let parts = Section::ALL.map(|section| Part { section, label: section.label(), count: count(section) });
    send.extend(sections_ui(ui, "What reviewers differ in", parts, app.compare.section).map(Request::ShowCompared));
    if app.compare.section == Section::Agreement {
        agreement::agreement_ui(ui, app, send);
        return;
    }
    choices::choices_ui(ui, app, send);
    let focus = app.focus.take_if(|focus| *focus == Field::Reason).is_some();
    let (now, mut asked): (&App, _) = (app, Vec::new());
    let CompareState { rows, current, rulings } = state;
    let list = |ui: &mut Ui| list::list_ui(ui, now, rows, current, &mut asked);
    let (left, ()) = split_ui(ui, ("disagreement", now.compare.current_id()), list, |ui| match now.compare.current() {
        Some((article, one)) => detail::detail_ui(ui, now, *article, one, rulings, focus, send),
        None => nothing_ui(ui, now, send),
    });
    send.append(&mut asked);
    if left {
        app.focus = Some(Field::Article);
    }
}

/// What stands where no disagreement is in hand.
fn nothing_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let dim = Tokens::of(ui.visuals()).dim;
    let several = app.session().project().reviewers().nth(1).is_some();
    let words = if app.compare.running || !app.compare.is_made() {
        "The reviewers are being compared…"
    } else if !several {
        "Only one reviewer has worked on this project. Merge the copy of another: their judgements are laid beside yours here."
    } else if app.compare.found.is_empty() {
        "The reviewers differ in nothing that you see."
    } else {
        "Pick a disagreement to see everybody’s judgement side by side."
    };
    label_ui(ui, RichText::new(words).color(dim));
    if !several {
        ui.add_space(space::SMALL);
        let entry = Command::Merge.entry();
        if ui.add_enabled(app.can(Command::Merge), egui::Button::new(entry.title)).on_hover_text(entry.tip).clicked() {
            send.push(Request::Run(Command::Merge));
        }
    }
}

/// What is to be known of how the list came about: that it is not up to date, that something is hidden from it.
fn told_ui(ui: &mut Ui, words: &str, again: bool, send: &mut Vec<Request>) {
    ui.label(RichText::new(words).color(Tokens::of(ui.visuals()).dim));
    if again && parts::link_button(ui, "Compare again").clicked() {
        send.push(Request::CompareAgain);
    }
}
