//! The cross-check: findings in sections on the left, the one in hand with its places side by side on the right.
//!
//! The same in the low tab and over the whole middle. What is listed comes from the program ([`App`]); a place is read from its article when it
//! is drawn, and only what is in sight is drawn.

mod card;
mod detail;
mod list;
mod overview;
mod sections;
mod standing;
#[cfg(test)]
mod tests;
mod two;
mod words;

use egui::{Frame, Margin, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2};

use super::rows::Rows;
use crate::app::cross::{Finding, Section};
use crate::app::{App, Field, Request};
use crate::ui::theme::{Tokens, space};

/// The list takes this share of the width, within bounds in points.
const LIST: (f32, f32, f32) = (0.34, 230.0, 430.0);

/// What the tab remembers between frames.
#[derive(Default)]
pub struct CrossState {
    rows: Rows,
    current: Option<Finding>,
}

/// Draws the tab.
pub fn cross_ui(ui: &mut Ui, app: &mut App, state: &mut CrossState, send: &mut Vec<Request>) {
    sections::sections_ui(ui, app, send);
    let whole = ui.available_rect_before_wrap();
    if app.cross.section == Section::Overview {
        let mut inside = ui.new_child(UiBuilder::new().max_rect(whole).layout(*ui.layout()));
        overview::overview_ui(&mut inside, app, send);
        ui.advance_cursor_after_rect(whole);
        return;
    }
    let tokens = Tokens::of(ui.visuals());
    let (share, least, most) = LIST;
    let split = whole.left() + (whole.width() * share).clamp(least, most).min(whole.width() * 0.6);
    let left = Rect::from_min_max(whole.min, pos2(split, whole.bottom()));
    let right = Rect::from_min_max(pos2(split + 1.0, whole.top()), whole.max);
    ui.painter().vline(split + 0.5, whole.y_range(), (1.0, tokens.line));
    ui.painter().rect_filled(right, 0.0, tokens.page);

    let mut list = ui.new_child(UiBuilder::new().max_rect(left).layout(*ui.layout()));
    list.set_clip_rect(left.intersect(ui.clip_rect()));
    if list::list_ui(&mut list, app, state, send) {
        app.focus = Some(Field::Article);
    }

    let mut detail = ui.new_child(UiBuilder::new().max_rect(right).layout(*ui.layout()));
    detail.set_clip_rect(right.intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt(("finding", app.cross.current)).auto_shrink(false).show(&mut detail, |ui| {
        Frame::new().inner_margin(Margin::symmetric(space::HUGE as i8, space::LARGE as i8)).show(ui, |ui| match app.cross.current {
            Some(finding) => detail::detail_ui(ui, app, finding, send),
            None => nothing_ui(ui, app),
        });
    });
    ui.advance_cursor_after_rect(whole);
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
