//! That the blind check hides what others said of the annotation in hand, and the way to see it.

use egui::{RichText, Ui};

use crate::app::command::Command;
use crate::app::{App, Request};
use crate::model::{AnnotationId, Blind, Revealed};
use crate::ui::article::label_ui;
use crate::ui::parts;
use crate::ui::theme::{Tokens, space};

/// Draws it while something is, or may be, hidden.
pub(super) fn hidden_ui(ui: &mut Ui, app: &App, annotation: AnnotationId, send: &mut Vec<Request>) {
    if !app.may_hide(Revealed::Annotation(annotation)) {
        return;
    }
    ui.add_space(space::TINY);
    parts::caps_heading(ui, "Blind check");
    let words = match app.session().project().blind() {
        Blind::Annotations => "Whether others marked this too does not show during the blind check.",
        _ => "What others said of this shows once you have judged it.",
    };
    label_ui(ui, RichText::new(words).color(Tokens::of(ui.visuals()).dim));
    let entry = Command::Reveal.entry();
    ui.add_enabled_ui(app.can(Command::Reveal), |ui| {
        if parts::link_button(ui, entry.title).on_hover_text(entry.tip).clicked() {
            send.push(Request::Run(Command::Reveal));
        }
    });
}
