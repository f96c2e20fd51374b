//! The tabs below the page: annotations, find, summary.

use egui::Ui;

use crate::app::{App, Request};

/// What the tabs remember between frames.
#[derive(Default)]
pub struct TabsState {}

/// Draws the tabs and the one that is open.
pub fn tabs_ui(_ui: &mut Ui, _app: &mut App, _state: &mut TabsState, _send: &mut Vec<Request>) {}
