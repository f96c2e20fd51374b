//! The dialogs over the window.

use egui::Ui;

use crate::app::{App, Request};

/// What the dialogs remember between frames.
#[derive(Default)]
pub struct Dialogs {}

/// Draws the dialog that is open, if one is.
pub fn dialogs_ui(_ui: &mut Ui, _app: &mut App, _state: &mut Dialogs, _send: &mut Vec<Request>) {}
