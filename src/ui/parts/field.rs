//! Text fields with the margins of the design and a name for those who do not see them.

use egui::{FontId, Id, Margin, Response, TextEdit, Ui};

use crate::ui::theme::{fonts, size};

/// A field for several lines that grows with its text, at least `rows` lines high.
pub fn text_field(ui: &mut Ui, id: Id, name: &str, hint: &str, text: &mut String, rows: usize) -> Response {
    let edit = TextEdit::multiline(text).id(id).font(face()).hint_text(hint.to_owned());
    let edit = edit.margin(Margin::symmetric(10, 7)).desired_width(f32::INFINITY).desired_rows(rows);
    framed(ui, edit).accessible_name(name)
}

/// A field for one line.
pub fn line_field(ui: &mut Ui, id: Id, name: &str, hint: &str, text: &mut String) -> Response {
    let edit = TextEdit::singleline(text).id(id).font(face()).hint_text(hint.to_owned());
    framed(ui, edit.margin(Margin::symmetric(10, 6)).desired_width(f32::INFINITY)).accessible_name(name)
}

/// Margins are whole points: with a ring of whole points nothing moves when the field gets the focus.
fn framed(ui: &mut Ui, edit: TextEdit<'_>) -> Response {
    ui.scope(|ui| {
        ui.visuals_mut().selection.stroke.width = 2.0;
        ui.add(edit)
    })
    .inner
}

fn face() -> FontId {
    fonts::sans(size::INTERFACE)
}
