//! The evidence that my judgement rests on.

use egui::{Align, Layout, OpenUrl, RichText, Ui};

use super::web::web;
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::model::{Annotation, AnnotationId, Evidence};
use crate::ui::article::{label_ui, words_ui};
use crate::ui::parts;
use crate::ui::parts::command::key_of;
use crate::ui::theme::{fonts, size, space};

/// How many characters of quoted words show.
const QUOTED: usize = 160;

pub(super) fn evidence_ui(ui: &mut Ui, app: &App, annotation: &Annotation, send: &mut Vec<Request>) {
    ui.add_space(space::TINY);
    parts::caps_heading(ui, "Evidence");
    let project = app.session().project();
    let mine = app.by().and_then(|by| annotation.judgement(by));
    let chosen = mine.into_iter().flat_map(|mine| mine.evidence().iter());
    for evidence in chosen.filter_map(|id| project.evidence(*id)).filter(|evidence| !evidence.is_hidden()) {
        ui.push_id(evidence.id, |ui| parts::card(ui, |ui| evidence_card_ui(ui, app, annotation.id, evidence, send)));
    }
    let entry = Command::Cite.entry();
    ui.add_enabled_ui(app.can(Command::Cite), |ui| {
        let words = format!("+ {}", entry.title.trim_end_matches('…'));
        if parts::link_button_with_key(ui, &words, &key_of(Command::Cite)).on_hover_text(entry.tip).clicked() {
            send.push(Request::Run(Command::Cite));
        }
    });
}

fn evidence_card_ui(ui: &mut Ui, app: &App, annotation: AnnotationId, evidence: &Evidence, send: &mut Vec<Request>) {
    let can = !app.session().read_only;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let width = ui.available_width() - 20.0 - space::SMALL;
        ui.allocate_ui_with_layout(egui::vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            let words = title(evidence);
            let label = words_ui(ui, &words, egui::TextStyle::Body, egui::Sense::click());
            label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Change evidence: {words}")));
            parts_focus(ui, &label);
            if label.on_hover_text("Change this piece of evidence").clicked() && can {
                send.push(Request::EditEvidence(evidence.id));
            }
        });
        ui.add_enabled_ui(can, |ui| {
            let name = format!("Leave out: {}", title(evidence));
            if parts::close_button(ui, &name).on_hover_text("Leave this piece of evidence out here").clicked() {
                send.push(Request::ChooseEvidence(annotation, evidence.id, false));
            }
        });
    });
    if !evidence.words().is_empty() {
        let words: String = evidence.words().chars().take(QUOTED).collect();
        let rest = if words.len() < evidence.words().len() { "…" } else { "" };
        label_ui(ui, RichText::new(format!("“{words}{rest}”")).font(fonts::serif_italic(size::INTERFACE)));
    }
    place_ui(ui, app, evidence);
}

/// A ring around a label that has the focus.
fn parts_focus(ui: &Ui, label: &egui::Response) {
    if label.has_focus() {
        let stroke = ui.visuals().selection.stroke;
        ui.painter().rect_stroke(label.rect.expand(2.0), 3.0, stroke, egui::StrokeKind::Outside);
    }
}

/// “Document · Minutes of the harbour board”.
fn title(evidence: &Evidence) -> String {
    let citation = if evidence.citation().is_empty() { "without a citation" } else { evidence.citation() };
    format!("{} · {citation}", evidence.source().label())
}

/// Where it is found, when it was looked at, and what is to be known of it.
fn place_ui(ui: &mut Ui, app: &App, evidence: &Evidence) {
    let small = |words: String| RichText::new(words).size(size::SECONDARY).weak();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        match web(evidence.place()) {
            Some(web) => {
                let link = ui.link(RichText::new(&web.host).size(size::SECONDARY));
                link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, format!("Open {}", web.host)));
                if link.on_hover_text(format!("Open in the browser: {}", web.url)).clicked() {
                    ui.ctx().open_url(OpenUrl::new_tab(web.url));
                }
            }
            None if evidence.place().is_empty() => {}
            None => {
                label_ui(ui, small(evidence.place().to_owned()));
            }
        }
        if !evidence.consulted().is_empty() {
            let today = app.surroundings.iso_day(app.surroundings.now());
            let day = if evidence.consulted() == today { "today" } else { evidence.consulted() };
            ui.label(small(format!("consulted {day}")));
        }
        if evidence.is_primary() {
            parts::chip(ui, "primary");
        }
        if evidence.is_confidential() {
            parts::chip(ui, "confidential");
        }
    });
}
