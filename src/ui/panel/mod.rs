//! The annotation in hand: its passage, my judgement, the evidence, what others say.

use egui::Ui;

use crate::app::{App, Request};

/// What the panel remembers between frames.
#[derive(Default)]
pub struct PanelState {}

/// Draws the panel.
pub fn panel_ui(_ui: &mut Ui, _app: &mut App, _state: &mut PanelState, _send: &mut Vec<Request>) {}
