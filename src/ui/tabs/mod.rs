//! The tabs below the page: annotations, cross-check, comparison of reviewers, find, summary, history.
//!
//! A bar names them and holds what belongs to the open one; under it stands the tab itself. The lists can be long, so
//! they are drawn by [`rows`], which lays out only what is in sight.

mod annotations;
mod bar;
mod columns;
mod compare;
mod cross;
mod filter;
mod find;
mod history;
pub mod icons;
pub mod line;
pub mod rows;
mod sections;
mod split;
mod summary;
mod summary_entry;
mod tab;
#[cfg(test)]
mod tests;

pub use summary::{SummaryState, summary_page_ui};

use egui::{ScrollArea, Ui};

use crate::app::{App, Request, Tab};

/// The least width of tabs that have two columns, in points. Where there is less, they scroll.
const TWO_COLUMNS: f32 = 400.0;

/// What the tabs remember between frames.
#[derive(Default)]
pub struct TabsState {
    annotations: annotations::AnnotationsState,
    cross: cross::CrossState,
    compare: compare::CompareState,
    find: find::FindState,
    summary: summary::SummaryState,
    history: history::HistoryState,
}

/// Draws the tabs and the one that is open.
pub fn tabs_ui(ui: &mut Ui, app: &mut App, state: &mut TabsState, send: &mut Vec<Request>) {
    // The panel is as high as what it holds: an empty tab must not make it small.
    ui.set_min_size(ui.available_size());
    ui.spacing_mut().item_spacing.y = 0.0;
    bar::bar_ui(ui, app, send);
    let rect = ui.available_rect_before_wrap();
    if rect.width() < TWO_COLUMNS && matches!(app.tab, Tab::CrossCheck | Tab::Compare) {
        ScrollArea::horizontal().id_salt("columns").auto_shrink(false).show(ui, |ui| {
            ui.set_width(TWO_COLUMNS);
            ui.set_height(rect.height());
            tab_ui(ui, app, state, send);
        });
    } else {
        tab_ui(ui, app, state, send);
    }
}

fn tab_ui(ui: &mut Ui, app: &mut App, state: &mut TabsState, send: &mut Vec<Request>) {
    match app.tab {
        Tab::Annotations => annotations::annotations_ui(ui, app, &mut state.annotations, send),
        Tab::CrossCheck => cross::cross_ui(ui, app, &mut state.cross, send),
        Tab::Compare => compare::compare_ui(ui, app, &mut state.compare, send),
        Tab::Find => find::find_ui(ui, app, &mut state.find, send),
        Tab::Summary => summary::summary_ui(ui, app, &mut state.summary, send),
        Tab::History => history::history_ui(ui, app, &mut state.history, send),
    }
}
