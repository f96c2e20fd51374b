//! Text fields with the margins of the design and a name for those who do not see them.

use egui::{FontId, Id, Margin, Response, TextEdit, Ui};

use crate::ui::article::field_ui;
use crate::ui::theme::{fonts, size};

/// A field for several lines that grows with its text, at least `rows` lines high.
pub fn text_field(ui: &mut Ui, id: Id, name: &str, hint: &str, text: &mut String, rows: usize) -> Response {
    let shown = framed(ui, |ui| {
        field_ui(ui, id, &face(), true, text, |text| {
            let edit = TextEdit::multiline(text).font(face()).hint_text(hint.to_owned());
            edit.margin(Margin::symmetric(10, 7)).desired_width(f32::INFINITY).desired_rows(rows)
        })
    });
    shown.accessible_name(name)
}

/// A field for one line.
pub fn line_field(ui: &mut Ui, id: Id, name: &str, hint: &str, text: &mut String) -> Response {
    let shown = framed(ui, |ui| {
        field_ui(ui, id, &face(), false, text, |text| {
            let edit = TextEdit::singleline(text).font(face()).hint_text(hint.to_owned());
            edit.margin(Margin::symmetric(10, 6)).desired_width(f32::INFINITY)
        })
    });
    shown.accessible_name(name)
}

/// Margins are whole points: with a ring of whole points nothing moves when the field gets the focus.
fn framed(ui: &mut Ui, field: impl FnOnce(&mut Ui) -> Response) -> Response {
    ui.scope(|ui| {
        ui.visuals_mut().selection.stroke.width = 2.0;
        field(ui)
    })
    .inner
}

fn face() -> FontId {
    fonts::sans(size::INTERFACE)
}
