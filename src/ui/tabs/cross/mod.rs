//! The cross-check: findings in sections on the left, the one in hand with its places side by side on the right.
//!
//! The same in the low tab and over the whole middle. What is listed comes from the program ([`App`]); a place is read from its article when it
//! is drawn, and only what is in sight is drawn.

mod card;
mod detail;
mod list;
mod overview;
mod standing;
#[cfg(test)]
mod tests;
mod two;
mod words;

use egui::{RichText, Ui, UiBuilder};

use super::rows::Rows;
use super::sections::{Part, sections_ui};
use super::split::split_ui;
use crate::app::cross::{Finding, Section};
use crate::app::{App, Field, Request};
use crate::ui::theme::Tokens;
pub(super) use detail::context;
pub(super) use words::paragraph_number;

/// What the tab remembers between frames.
#[derive(Default)]
pub struct CrossState {
    rows: Rows,
    current: Option<Finding>,
}

/// Draws the tab.
pub fn cross_ui(ui: &mut Ui, app: &mut App, state: &mut CrossState, send: &mut Vec<Request>) {
    let parts = Section::ALL.map(|section| Part { section, label: section.label(), count: app.cross.found.count(section) });
    send.extend(sections_ui(ui, "Kinds of findings", parts, app.cross.section).map(Request::ShowSection));
    if app.cross.section == Section::Overview {
        let whole = ui.available_rect_before_wrap();
        let mut inside = ui.new_child(UiBuilder::new().max_rect(whole).layout(*ui.layout()));
        overview::overview_ui(&mut inside, app, send);
        ui.advance_cursor_after_rect(whole);
        return;
    }
    let (now, mut asked): (&App, _) = (app, Vec::new());
    let list = |ui: &mut Ui| list::list_ui(ui, now, state, &mut asked);
    let (left, ()) = split_ui(ui, ("finding", now.cross.current), list, |ui| match now.cross.current {
        Some(finding) => detail::detail_ui(ui, now, finding, send),
        None => nothing_ui(ui, now),
    });
    send.append(&mut asked);
    if left {
        app.focus = Some(Field::Article);
    }
}

/// What stands where no finding is in hand.
fn nothing_ui(ui: &mut Ui, app: &App) {
    let dim = Tokens::of(ui.visuals()).dim;
    let words = if app.cross.running {
        "The articles are being compared…"
    } else if app.session().project().articles().len() < 2 {
        "Add a second article: the cross-check lays the reports against each other."
    } else {
        "Pick a finding to see its places side by side."
    };
    ui.label(RichText::new(words).color(dim));
}
