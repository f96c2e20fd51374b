//! What is shown of the annotations: verdicts, disagreements, reviewers, kinds.

use egui::{Frame, Margin, Stroke, Ui, vec2};

use super::thousands;
use crate::app::filter::Filter;
use crate::app::{App, Request};
use crate::model::{Kind, Verdict};
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, signs, size, space};

/// How high a switch is, in points.
const ROW: f32 = 24.0;

/// Draws the switches.
pub(super) fn filters_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let frame = Frame::new().inner_margin(Margin { left: 10, right: 10, top: 8, bottom: 10 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal(|ui| {
            ui.add_space(4.0);
            parts::caps_heading(ui, "Show");
        });
        ui.add_space(space::TINY);
        let counts = app.session().project().counts();
        for verdict in [Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous), None] {
            verdict_ui(ui, app, verdict, counts.of(verdict), send);
        }
        if counts.disagreements > 0 || app.filter.disagreements {
            disagreements_ui(ui, app, counts.disagreements, send);
        }
        reviewers_ui(ui, app, send);
        kinds_ui(ui, app, send);
    });
}

fn change(app: &App, send: &mut Vec<Request>, change: impl FnOnce(&mut Filter)) {
    let mut filter = app.filter.clone();
    change(&mut filter);
    send.push(Request::SetFilter(filter));
}

fn verdict_ui(ui: &mut Ui, app: &App, verdict: Option<Verdict>, count: usize, send: &mut Vec<Request>) {
    let on = app.filter.shows_verdict(verdict);
    let tokens = Tokens::of(ui.visuals());
    let (sign, word) = if on { (tokens.verdict(verdict).text, tokens.text) } else { (tokens.dim, tokens.dim) };
    let row = Inline::new().sign(verdict, 10.0, sign).gap(2.0).words(ui, signs::name(verdict), fonts::sans(size::INTERFACE), word);
    if switch_ui(ui, row, signs::name(verdict), count, on) {
        change(app, send, |filter| *filter.switch(verdict) = !on);
    }
}

fn disagreements_ui(ui: &mut Ui, app: &App, count: usize, send: &mut Vec<Request>) {
    let on = app.filter.disagreements;
    let tokens = Tokens::of(ui.visuals());
    let font = if on { fonts::semibold(size::INTERFACE) } else { fonts::sans(size::INTERFACE) };
    let row = Inline::new().words(ui, "Only disagreements", font, if on { tokens.accent } else { tokens.text });
    let row = row.gap(6.0).words(ui, thousands(count), fonts::sans(size::INTERFACE), tokens.dim);
    let name = format!("Only disagreements, {count}");
    let response = parts::press(ui, vec2(ui.available_width(), ROW), size::RADIUS, &name, Some(on));
    row.paint(ui.painter(), response.rect.left_center() + vec2(space::TINY, 0.0));
    if response.on_hover_text("Show only annotations on which reviewers differ.").clicked() {
        change(app, send, |filter| filter.disagreements = !on);
    }
}

/// A switch over the whole width. What is off is dim, struck through, and says so.
fn switch_ui(ui: &mut Ui, row: Inline, name: &str, count: usize, on: bool) -> bool {
    let tokens = Tokens::of(ui.visuals());
    let extent = vec2(ui.available_width(), ROW);
    let response = parts::switch(ui, extent, size::RADIUS, &format!("{name}, {count}"), on);
    let left = response.rect.left_center() + vec2(space::TINY, 0.0);
    let word = row.size().x;
    row.gap(6.0).words(ui, thousands(count), fonts::sans(size::INTERFACE), tokens.dim).paint(ui.painter(), left);
    if !on {
        ui.painter().hline(left.x..=left.x + word, left.y + 1.0, Stroke::new(size::HAIRLINE, tokens.dim));
        let hidden = Inline::new().words(ui, "hidden", fonts::sans(size::CAPS), tokens.dim);
        let from = response.rect.right_center() - vec2(hidden.size().x + space::TINY, 0.0);
        hidden.paint(ui.painter(), from);
    }
    response.clicked()
}

fn reviewers_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let project = app.session().project();
    let chosen = app.filter.reviewer.map_or_else(|| "all".into(), |id| project.reviewer_name(id));
    parts::dropdown(ui, "Reviewers", &chosen, |ui| {
        if ui.selectable_label(app.filter.reviewer.is_none(), "All reviewers").clicked() {
            change(app, send, |filter| filter.reviewer = None);
        }
        for reviewer in project.reviewers() {
            let is_chosen = app.filter.reviewer == Some(reviewer.id);
            if parts::choice(ui, is_chosen, &project.reviewer_name(reviewer.id)).clicked() {
                change(app, send, |filter| filter.reviewer = Some(reviewer.id));
            }
        }
    });
}

fn kinds_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let chosen = app.filter.kind.map_or_else(|| "all".into(), |kind| kind.label().to_lowercase());
    parts::dropdown(ui, "Kind", &chosen, |ui| {
        if ui.selectable_label(app.filter.kind.is_none(), "All kinds").clicked() {
            change(app, send, |filter| filter.kind = None);
        }
        for kind in Kind::ALL.iter().copied() {
            if ui.selectable_label(app.filter.kind == Some(kind), kind.label()).clicked() {
                change(app, send, |filter| filter.kind = Some(kind));
            }
        }
    });
}
