//! One annotation in the summary's tab.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, UiBuilder, WidgetInfo, vec2};

use super::icons::focus_ring;
use crate::export::{Entry, Mention, Summary};
use crate::ui::article::{job_ui, label_ui};
use crate::ui::parts::verdict_word;
use crate::ui::theme::{Tokens, fonts, signs, size, space, style};

/// No entry shows more characters of a passage, a correction or a note.
const LONGEST: usize = 600;

/// Draws an entry; clicking it goes there.
pub fn entry_ui(ui: &mut Ui, summary: &Summary, entry: &Entry, list: &str) -> Response {
    // The tab and the preview of the dialog may show the same entry at once.
    let id = ui.scope_id().with(("summary entry", list, entry.number));
    let width = ui.available_width();
    let top = ui.cursor().min;
    let behind = ui.painter().add(egui::Shape::Noop);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(Rect::from_min_size(top, vec2(width, f32::INFINITY))), |ui| {
        ui.add_space(space::TINY);
        ui.horizontal_top(|ui| {
            ui.add_space(space::SMALL);
            signs::sign_ui(ui, entry.verdict, 12.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.set_width((width - 44.0).max(80.0));
                words_ui(ui, summary, entry);
            });
        });
        ui.add_space(space::TINY);
    });
    let rect = Rect::from_min_size(top, vec2(width, shown.response.rect.height()));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(entry)));
    let tokens = Tokens::of(ui.visuals());
    if response.hovered() {
        ui.painter().set(behind, egui::Shape::rect_filled(rect, size::RADIUS, tokens.hover));
    }
    focus_ring(ui, rect, &response);
    response
}

fn name(entry: &Entry) -> String {
    match entry.correction.as_str() {
        "" => format!("{}: {}", signs::name(entry.verdict), cut(&entry.passage, 120)),
        correction => format!("Change {} to {}", cut(&entry.passage, 120), cut(correction, 120)),
    }
}

fn words_ui(ui: &mut Ui, summary: &Summary, entry: &Entry) {
    let tokens = Tokens::of(ui.visuals());
    job_ui(ui, statement(entry, tokens), Sense::hover());
    if !entry.disagreement && !entry.reason.is_empty() {
        label_ui(ui, cut(&entry.reason, LONGEST));
    }
    if entry.disagreement {
        for voice in std::iter::once(entry).chain(summary.listed(&entry.same)).flat_map(|said| &said.voices) {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::TINY;
                label_ui(ui, egui::RichText::new(&voice.reviewer).text_style(style::strong()));
                verdict_word(ui, voice.verdict);
                ui.label(egui::RichText::new(&voice.changed).text_style(TextStyle::Small).color(tokens.dim));
                label_ui(ui, cut(&voice.note, LONGEST));
            });
        }
    }
    let aside = aside(summary, entry);
    label_ui(ui, egui::RichText::new(aside).text_style(TextStyle::Small).color(tokens.dim));
}

fn cut(text: &str, chars: usize) -> String {
    let mut words: String = text.chars().take(chars).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    words
}

/// The passage, struck through and followed by what it should be where there is a correction.
fn statement(entry: &Entry, tokens: &Tokens) -> LayoutJob {
    let serif = |colour: Color32| TextFormat::simple(fonts::serif(14.0), colour);
    let mut job = LayoutJob::default();
    if entry.correction.is_empty() {
        job.append(&format!("“{}”", cut(&entry.passage, LONGEST)), 0.0, serif(tokens.text));
        return job;
    }
    let wrong = tokens.verdict(Some(crate::model::Verdict::Erroneous));
    let right = tokens.verdict(Some(crate::model::Verdict::Verified));
    job.append(&cut(&entry.passage, LONGEST), 0.0, TextFormat { strikethrough: Stroke::new(1.0, wrong.line), ..serif(tokens.dim) });
    job.append(" → ", 0.0, TextFormat::simple(fonts::sans(size::INTERFACE), tokens.dim));
    job.append(&cut(&entry.correction, LONGEST), 0.0, serif(right.text));
    job
}

/// Article, paragraph, severity, who said so when, and sources.
fn aside(summary: &Summary, entry: &Entry) -> String {
    let mut parts = Vec::new();
    if let Some(article) = summary.article_of(entry) {
        parts.push(cut(&article.title, 80));
    }
    if let Some(place) = &entry.place {
        parts.push(format!("¶ {}", place.paragraph));
    }
    if !entry.correction.is_empty() {
        parts.push(entry.severity.label().to_lowercase());
    }
    if !entry.disagreement {
        let backing = entry.backed_by().into_iter().take(4).map(|(name, at)| format!("{}, {at}", cut(name, 60)));
        parts.extend(backing);
    }
    for source in entry.sources.iter().take(4) {
        parts.push(match source {
            Mention::Listed(place) => summary.evidence.get(*place).map(|part| cut(&part.citation, 80)).unwrap_or_default(),
            Mention::Confidential => "a confidential source".to_owned(),
            Mention::Missing => "a source that this copy of the project lacks".to_owned(),
        });
    }
    parts.retain(|part: &String| !part.trim().is_empty());
    parts.join(" · ")
}
