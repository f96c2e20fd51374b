//! Adding an article from text.

use egui::{ScrollArea, Ui};

use super::frame;
use crate::app::Request;
use crate::ui::parts::text_field;

/// About how high a row of the field is, in points.
const ROW: f32 = 20.0;

/// Draws the dialog.
pub fn paste_ui(ui: &Ui, text: &mut String, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Paste an article", 640.0, send, |ui, send| {
        frame::dim(
            ui,
            "The first line that looks like a headline becomes the title. Share buttons, credits and the like are greyed, not deleted.",
        );
        let most = (frame::body_height(ui) - 20.0).min(340.0);
        ScrollArea::vertical().id_salt("text").max_height(most).min_scrolled_height(most).show(ui, |ui| {
            let rows = ((most / ROW) as usize).clamp(3, 15);
            let field = text_field(ui, egui::Id::unique("pasted text"), "Text of the article", "Paste or type the text here.", text, rows);
            if first {
                field.request_focus();
            }
        });
        let ready = !text.trim().is_empty();
        frame::buttons(ui, |ui| {
            let add = frame::primary(ui, "Add the article", ready).clicked();
            frame::cancel(ui, send);
            if ready && (add || frame::confirmed(ui)) {
                send.extend([Request::CloseDialog, Request::AddText(std::mem::take(text))]);
            }
        });
    });
}
