//! My verdict, the severity, and what sort of statement the passage is.

use egui::Ui;

use crate::app::edits::Judging;
use crate::app::{App, Request};
use crate::model::{Annotation, Kind, Severity};
use crate::ui::parts;
use crate::ui::theme::space;

pub(super) fn judging_ui(ui: &mut Ui, app: &App, annotation: &Annotation, send: &mut Vec<Request>) {
    let mine = app.by().and_then(|by| annotation.judgement(by));
    ui.add_enabled_ui(!app.session().read_only, |ui| {
        let verdict = mine.and_then(|mine| mine.verdict());
        if let Some(pressed) = parts::verdict_control(ui, verdict) {
            // A verdict that is pressed again is taken back.
            let now = Some(pressed).filter(|_| verdict != Some(pressed));
            send.push(Request::Judge(annotation.id, Judging::verdict(now)));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::MEDIUM;
            parts::dropdown(ui, "Kind", annotation.kind().label(), |ui| {
                for kind in Kind::ALL.iter().copied() {
                    if ui.selectable_label(kind == annotation.kind(), kind.label()).clicked() && kind != annotation.kind() {
                        send.push(Request::SetKind(annotation.id, kind));
                    }
                }
            });
            let severity = mine.map_or_else(Severity::default, |mine| mine.severity());
            parts::dropdown(ui, "Severity", severity.label(), |ui| {
                for other in Severity::ALL.iter().copied() {
                    if ui.selectable_label(other == severity, other.label()).clicked() && other != severity {
                        let judging = Judging { severity: Some(other), ..Judging::default() };
                        send.push(Request::Judge(annotation.id, judging));
                    }
                }
            });
        });
    });
}
