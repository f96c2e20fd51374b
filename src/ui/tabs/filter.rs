//! The menu that says which annotations are listed.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Button, PopupCloseBehavior, Ui};

use super::bar;
use crate::app::filter::Filter;
use crate::app::{App, Request};
use crate::model::{Kind, Verdict};
use crate::ui::article::on_widget;
use crate::ui::parts;
use crate::ui::theme::{signs, space};

/// All verdicts and the lack of one, in the order in which lists show them.
const STANDINGS: [Option<Verdict>; 4] = [Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous), None];

/// Draws the button of the menu, and the menu if it is open. `narrow`: the bar has no room for the field of words, so
/// it stands in the menu.
pub fn menu_ui(ui: &mut Ui, app: &App, narrow: bool, send: &mut Vec<Request>) {
    let words = label(&app.filter, narrow);
    let button = Button::new(format!("{words} ▾")).frame_when_inactive(false);
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let mut filter = app.filter.clone();
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        ui.set_min_width(220.0);
        ui.spacing_mut().item_spacing.y = space::TINY;
        if narrow {
            bar::words_ui(ui, app, send);
        }
        choices_ui(ui, app, &mut filter);
    });
    parts::opens_menu(response).on_hover_text("Which annotations are listed.").accessible_name(words);
    if filter != app.filter {
        send.push(Request::SetFilter(filter));
    }
}

/// What the button says: where the rows are from, and how much else narrows them.
fn label(filter: &Filter, narrow: bool) -> String {
    let place = if filter.this_article { "this article" } else { "all articles" };
    let hidden = STANDINGS.iter().filter(|verdict| !filter.shows_verdict(**verdict)).count();
    let more = usize::from(hidden > 0)
        + usize::from(filter.kind.is_some())
        + usize::from(filter.reviewer.is_some())
        + usize::from(filter.disagreements)
        + usize::from(!filter.words.trim().is_empty());
    match (narrow, more) {
        (true, 0) => "Filter".to_owned(),
        (true, more) => format!("Filter + {more}"),
        (false, 0) => format!("Filter: {place}"),
        (false, more) => format!("Filter: {place} + {more}"),
    }
}

fn choices_ui(ui: &mut Ui, app: &App, filter: &mut Filter) {
    ui.radio_value(&mut filter.this_article, true, "This article");
    ui.radio_value(&mut filter.this_article, false, "All articles");
    ui.separator();
    for verdict in STANDINGS {
        ui.horizontal(|ui| {
            ui.checkbox(filter.switch(verdict), signs::name(verdict));
            signs::sign_ui(ui, verdict, 12.0);
        });
    }
    ui.separator();
    let kinds = ui.menu_button(format!("Kind: {}", filter.kind.map_or("any", Kind::label)), |ui| {
        ui.radio_value(&mut filter.kind, None, "Any");
        for kind in Kind::ALL {
            ui.radio_value(&mut filter.kind, Some(*kind), kind.label());
        }
    });
    parts::opens_menu(kinds.response);
    let project = app.session().project();
    let reviewer = filter.reviewer.map_or_else(|| "anyone".to_owned(), |id| project.reviewer_name(id));
    let reviewers = ui.menu_button(format!("Reviewer: {reviewer}"), |ui| {
        ui.radio_value(&mut filter.reviewer, None, "Anyone");
        for reviewer in project.reviewers() {
            let name = project.reviewer_name(reviewer.id);
            ui.radio_value(&mut filter.reviewer, Some(reviewer.id), on_widget(ui, &name)).accessible_name(name);
        }
    });
    parts::opens_menu(reviewers.response);
    ui.checkbox(&mut filter.disagreements, "Disagreements only");
    ui.separator();
    if ui.add_enabled(*filter != cleared(filter), Button::new("Clear filter")).clicked() {
        *filter = cleared(filter);
    }
}

/// The filter that shows everything in the same articles.
pub fn cleared(filter: &Filter) -> Filter {
    Filter { this_article: filter.this_article, ..Filter::default() }
}
