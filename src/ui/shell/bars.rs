//! Bars under the top bar: what needs an answer but stops nobody. A save that failed, a file that is gone, copies
//! beside the project, what was found of a damaged one, work that an earlier session left unsaved.
//!
//! They take room of their own, so that they hide nothing, and go when what they tell of has passed.

#[cfg(test)]
mod tests;

use egui::accesskit::Live;
use egui::containers::Sides;
use egui::{Button, Frame, Margin, Panel, Rect, RichText, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::leftovers;
use super::notices::paint_weight;
use crate::app::command::Command;
use crate::app::notices::Weight;
use crate::app::{App, Request, Trouble, name_of};
use crate::ui::article::label_ui;
use crate::ui::parts;
use crate::ui::theme::{Tokens, size, space};

/// Draws the bars that there are.
pub fn bars_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let failed = app.failed_save();
    // A save that fails says all that is to be said of its place.
    let trouble = app.trouble().filter(|_| failed.is_none()).zip(app.path());
    let copies = app.offered_copies();
    if failed.is_none()
        && trouble.is_none()
        && copies.is_empty()
        && app.leftovers().is_empty()
        && app.recovered().is_none()
        && app.found_by_rescue().is_none()
    {
        return;
    }
    let tokens = Tokens::of(ui.visuals());
    let frame = Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(14, 6));
    Panel::top("bars").frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::SMALL;
        if failed.is_some() {
            failed_ui(ui, app, send);
        }
        if let Some((trouble, path)) = trouble {
            trouble_ui(ui, trouble, &trouble.words(path), send);
        }
        if let Some(found) = app.found_by_rescue() {
            found_ui(ui, &found.words(), send);
        }
        if !copies.is_empty() {
            copies_ui(ui, &copies, send);
        }
        leftovers::leftovers_ui(ui, app, send);
    });
}

/// A bar: how much it matters, its words, and its buttons from the right.
pub(super) fn bar_ui(ui: &mut Ui, weight: Weight, words: &str, buttons: impl FnOnce(&mut Ui)) {
    let words_ui = |ui: &mut Ui| {
        let (place, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
        paint_weight(ui, Rect::from_center_size(place.center(), vec2(13.0, 13.0)), weight);
        let label = label_ui(ui, RichText::new(words));
        let (role, live) = if weight == Weight::Failed { (Role::Alert, Live::Assertive) } else { (Role::Status, Live::Polite) };
        label.widget_info(|| WidgetInfo::labeled(role, true, words));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(live));
    };
    Sides::new().shrink_left().wrap().height(26.0).spacing(space::LARGE).show(ui, words_ui, buttons);
}

pub(super) fn button(ui: &mut Ui, words: &str, tip: &str) -> bool {
    let stroke = Stroke::new(size::HAIRLINE, Tokens::of(ui.visuals()).strong_line);
    ui.add(Button::new(words).stroke(stroke)).on_hover_text(tip).clicked()
}

fn failed_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let Some(failed) = app.failed_save() else { return };
    let kept = if app.is_journaled() { " Your work is in the journal." } else { "" };
    let again = if failed.retries { " It is tried again by itself." } else { "" };
    bar_ui(ui, Weight::Failed, &format!("Not saved. {}{kept}{again}", failed.why), |ui| {
        if parts::close_button(ui, "Do not try again").on_hover_text("Do not try this save any more.").clicked() {
            send.push(Request::GiveUpSaving);
        }
        if button(ui, "Save elsewhere…", "Choose another place for the project.") {
            send.push(Request::SaveElsewhere);
        }
        if button(ui, "Try now", &format!("Save to {} once more.", name_of(&failed.path))) {
            send.push(Request::SaveAgain);
        }
    });
}

fn trouble_ui(ui: &mut Ui, trouble: &Trouble, words: &str, send: &mut Vec<Request>) {
    let weight = if matches!(trouble, Trouble::Damaged(_)) { Weight::Note } else { Weight::Failed };
    bar_ui(ui, weight, words, |ui| {
        if button(ui, "Save elsewhere…", "Choose another place for the project.") {
            send.push(Request::SaveElsewhere);
        }
        if *trouble == Trouble::NoFile && button(ui, "Save it here again", "Write the project to the place where it was.") {
            send.push(Request::Run(Command::Save));
        }
    });
}

fn found_ui(ui: &mut Ui, words: &str, send: &mut Vec<Request>) {
    bar_ui(ui, Weight::Note, words, |ui| {
        if button(ui, "Leave", "Go on without them. The damaged file is kept when you save.") {
            send.push(Request::AnswerRescue(false));
        }
        if button(ui, "Join", "Take what was found into the project; then save.") {
            send.push(Request::AnswerRescue(true));
        }
    });
}

fn copies_ui(ui: &mut Ui, copies: &[std::path::PathBuf], send: &mut Vec<Request>) {
    let words = match copies {
        [only] => format!("A copy of this project lies beside it: {}. Another computer may have saved it at the same time.", name_of(only)),
        all => format!("{} copies of this project lie beside it. Other computers may have saved it at the same time.", all.len()),
    };
    let (join, tip) = match copies.len() {
        1 => ("Join it", "Take over what is in the copy, save, and put the copy in the trash."),
        _ => ("Join them", "Take over what is in the copies, save, and put the copies in the trash."),
    };
    bar_ui(ui, Weight::Note, &words, |ui| {
        if button(ui, "Leave", "Do not offer this again until the project is opened the next time.") {
            send.push(Request::AnswerCopies(false));
        }
        if button(ui, join, tip) {
            send.push(Request::AnswerCopies(true));
        }
    });
}
