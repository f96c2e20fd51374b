//! What surrounds the page: the bars at the top and bottom, bars that want an answer, the list of articles, the empty window, notices, the bar
//! that offers the verdicts at a selection, and the menu at the pointer.
//!
//! Every part reads the program and sends requests; the words and keys of commands come from the command table. What a
//! frame costs follows what is visible: the rows of a long list of articles are drawn only where they show, and counts
//! come ready from the model.

mod announce;
mod articles;
mod bars;
mod context_menu;
mod drop;
mod empty;
mod ends_bar;
mod filters;
mod leftovers;
mod notices;
mod signing;
mod status_bar;
#[cfg(test)]
pub(super) mod tests;
mod top_bar;
mod verdict_bar;

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

pub use announce::announce_ui;
pub use bars::bars_ui;
pub use context_menu::{context_menu_ui, open_context_menu};
pub use ends_bar::ends_bar_ui;
pub use signing::signatures;
pub use status_bar::status_bar_ui;
pub use verdict_bar::verdict_bar_ui;

use crate::app::{App, Request};
use crate::model::{ArticleId, ProjectId};

/// The least height of the list of articles, in points.
const LEAST_LIST: f32 = 150.0;

/// What the shell remembers between frames.
#[derive(Default)]
pub struct ShellState {
    /// The articles in their order, for the project and revision at which they were sorted.
    order: Vec<ArticleId>,
    order_of: Option<(ProjectId, u64)>,
    /// The name being typed in the empty window.
    name: String,
    /// How high everything below the list of articles is, in points.
    below_list: f32,
}

impl ShellState {
    /// The articles in the order in which they were added, sorted anew only after a change.
    fn order(&mut self, app: &App) -> &[ArticleId] {
        let session = app.session();
        let of = Some((session.project().id(), session.revision()));
        if self.order_of != of {
            self.order = session.project().articles().into_iter().map(|article| article.id).collect();
            self.order_of = of;
        }
        &self.order
    }
}

/// The menus, the title of the project, “Go to anything”, the reviewer.
pub fn top_bar_ui(ui: &mut Ui, app: &App, _state: &mut ShellState, send: &mut Vec<Request>) {
    top_bar::top_bar_ui(ui, app, send);
}

/// The articles, and what is shown of them. Where there is little room all of it scrolls.
pub fn articles_ui(ui: &mut Ui, app: &App, state: &mut ShellState, send: &mut Vec<Request>) {
    let room = ui.available_size();
    ScrollArea::vertical().id_salt("articles and filters").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // What stands below the list is as high as it was in the frame before.
        let high = room.y - state.below_list;
        let top = ui.cursor().min;
        if high < LEAST_LIST {
            articles::articles_ui(ui, app, state, true, send);
        } else {
            let list = Rect::from_min_size(top, vec2(ui.available_width(), high));
            ui.scope_builder(UiBuilder::new().max_rect(list), |ui| {
                ui.shrink_clip_rect(list);
                articles::articles_ui(ui, app, state, false, send);
            });
            ui.advance_cursor_after_rect(list);
        }
        let list_bottom = ui.cursor().top();
        signing::signing_ui(ui, app, send);
        filters::filters_ui(ui, app, send);
        let below_list = ui.cursor().top() - list_bottom;
        if (below_list - state.below_list).abs() > 0.5 {
            state.below_list = below_list;
            ui.ctx().request_repaint();
        }
    });
}

/// The window without articles: what to do.
pub fn empty_ui(ui: &mut Ui, app: &App, state: &mut ShellState, send: &mut Vec<Request>) {
    empty::empty_ui(ui, app, &mut state.name, send);
}

/// What lies over the window without asking: notices, the place to drop files.
pub fn notices_ui(ui: &mut Ui, app: &mut App, _state: &mut ShellState, send: &mut Vec<Request>) {
    notices::notices_ui(ui, app, send);
    if !app.session().project().articles().is_empty() {
        drop::overlay_ui(ui);
    }
}

/// A number with a comma between thousands, as in “1,012 words”.
pub(super) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut spelled = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            spelled.push(',');
        }
        spelled.push(digit);
    }
    spelled
}

/// A count with its word: “1 article”, “2 articles”.
fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { one } else { more })
}

/// The rectangle of the whole window.
fn window_rect(ui: &Ui) -> Rect {
    ui.ctx().content_rect()
}
