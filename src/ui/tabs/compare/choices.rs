//! The row over the list: between whom, in which article, open or settled; and what is to be known of the list itself.

use egui::{Frame, Margin, Ui};

use super::told_ui;
use crate::app::compare::{Choices, Standing};
use crate::app::{App, Request};
use crate::model::ReviewerId;
use crate::ui::parts;
use crate::ui::theme::{Tokens, space};

/// A title in the menu of articles is cut to so many characters.
const TITLE: usize = 60;

pub(super) fn choices_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let mut choices = app.compare.choices.clone();
    let shown = Frame::new().inner_margin(Margin::symmetric(space::SMALL as i8, 3)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::MEDIUM, 0.0);
            between_ui(ui, app, &mut choices);
            article_ui(ui, app, &mut choices);
            parts::dropdown(ui, "Show", choices.standing.label(), |ui| {
                for standing in Standing::ALL {
                    if ui.selectable_label(choices.standing == standing, standing.label()).clicked() {
                        choices.standing = standing;
                    }
                }
            });
            if choices.only.is_some() {
                let all = ui.add(egui::Button::selectable(true, "What came in  ×")).on_hover_text("Show all disagreements again.");
                if all.accessible_name("Show more than what came in").clicked() {
                    choices.only = None;
                }
            }
            list_told_ui(ui, app, send);
        });
    });
    let line = Tokens::of(ui.visuals()).line;
    ui.painter().hline(shown.response.rect.x_range(), shown.response.rect.bottom() - 0.5, (1.0, line));
    if choices != app.compare.choices {
        send.push(Request::ChooseCompared(choices));
    }
}

/// All reviewers, or one against another.
fn between_ui(ui: &mut Ui, app: &App, choices: &mut Choices) {
    let project = app.session().project();
    let all: Vec<ReviewerId> = project.reviewers().map(|reviewer| reviewer.id).collect();
    let name = |id: ReviewerId| project.reviewer_name(id);
    let first = choices.between.map_or_else(|| "all reviewers".to_owned(), |[a, _]| name(a));
    parts::dropdown(ui, "Between", &first, |ui| {
        if ui.selectable_label(choices.between.is_none(), "All reviewers").clicked() {
            choices.between = None;
        }
        for id in &all {
            let other = choices.between.map(|[_, b]| b).filter(|b| b != id).or_else(|| all.iter().copied().find(|other| other != id));
            let Some(other) = other else { continue };
            if parts::choice(ui, choices.between.is_some_and(|[a, _]| a == *id), &name(*id)).clicked() {
                choices.between = Some([*id, other]);
            }
        }
    });
    let Some([a, b]) = choices.between else { return };
    parts::dropdown(ui, "and", &name(b), |ui| {
        for id in all.iter().filter(|id| **id != a) {
            if parts::choice(ui, *id == b, &name(*id)).clicked() {
                choices.between = Some([a, *id]);
            }
        }
    });
}

fn article_ui(ui: &mut Ui, app: &App, choices: &mut Choices) {
    let title = |id| app.article_of(id).map(|article| article.title().chars().take(TITLE).collect::<String>()).unwrap_or_default();
    let short = |id| title(id).chars().take(24).collect::<String>();
    parts::dropdown(ui, "Article", &choices.article.map_or_else(|| "all".to_owned(), short), |ui| {
        if ui.selectable_label(choices.article.is_none(), "All articles").clicked() {
            choices.article = None;
        }
        // A menu of hundreds of titles scrolls.
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for article in app.session().project().articles() {
                if parts::choice(ui, choices.article == Some(article.id), &title(article.id)).clicked() {
                    choices.article = Some(article.id);
                }
            }
        });
    });
}

fn list_told_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let compare = &app.compare;
    if compare.stopped && !compare.running {
        told_ui(ui, "Stopped: this is how it stood before.", true, send);
    }
    if compare.found.unseen > 0 {
        let noun = if compare.found.unseen == 1 { "annotation is" } else { "annotations are" };
        told_ui(ui, &format!("Blind check: {} {noun} hidden from you and not compared.", compare.found.unseen), false, send);
    }
}
