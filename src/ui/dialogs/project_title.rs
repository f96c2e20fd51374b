//! Naming the project.

use egui::Ui;

use super::frame;
use crate::app::Request;

/// Draws the dialog.
pub fn project_title_ui(ui: &Ui, title: &mut String, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Project title", 420.0, send, |ui, send| {
        let field = frame::field(ui, "Title", "What the articles are about", title);
        if first {
            field.request_focus();
        }
        let entered = frame::entered(ui, &field);
        frame::buttons(ui, |ui| {
            if frame::primary(ui, "Name the project", true).clicked() || entered {
                send.extend([Request::CloseDialog, Request::SetTitle(title.trim().to_owned())]);
            }
            frame::cancel(ui, send);
        });
    });
}
