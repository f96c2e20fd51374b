//! What surrounds the page: the bars at the top and bottom, the list of articles, the empty window, notices, the bar
//! that offers the verdicts at a selection, and the menu at the pointer.

use egui::{Pos2, Rect, Ui};

use crate::app::{App, Request};

/// What the shell remembers between frames.
#[derive(Default)]
pub struct ShellState {}

/// The menus, the title of the project, “Go to anything”, the reviewer.
pub fn top_bar_ui(_ui: &mut Ui, _app: &App, _state: &mut ShellState, _send: &mut Vec<Request>) {}
/// Counts, coverage, reviewers, saved state, zoom, jobs.
pub fn status_bar_ui(_ui: &mut Ui, _app: &App, _send: &mut Vec<Request>) {}
/// The articles, and what is shown of them.
pub fn articles_ui(_ui: &mut Ui, _app: &App, _state: &mut ShellState, _send: &mut Vec<Request>) {}
/// The window without articles: what to do.
pub fn empty_ui(_ui: &mut Ui, _app: &App, _state: &mut ShellState, _send: &mut Vec<Request>) {}
/// The notices.
pub fn notices_ui(_ui: &mut Ui, _app: &mut App, _state: &mut ShellState, _send: &mut Vec<Request>) {}
/// The bar at a selection that offers the verdicts.
pub fn verdict_bar_ui(_ui: &mut Ui, _app: &App, _selection: Rect, _page: Rect, _send: &mut Vec<Request>) {}
/// Opens the menu at the pointer.
pub fn open_context_menu(_ui: &mut Ui, _at: Pos2, _byte: usize) {}
/// The menu at the pointer, if it is open.
pub fn context_menu_ui(_ui: &mut Ui, _app: &App, _send: &mut Vec<Request>) {}
