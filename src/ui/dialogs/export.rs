//! Writing the review summary: what goes into it, in which format, and how the file will look.

use std::sync::Arc;

use egui::{Align, Frame, Layout, Stroke, Ui, vec2};

use super::frame::{self, counted};
use super::preview::Preview;
use crate::app::{App, Choices, Request};
use crate::export::{Format, Summary};
use crate::ui::article::label_ui;
use crate::ui::parts::caps_heading;
use crate::ui::tabs::{SummaryState, summary_page_ui};
use crate::ui::theme::{Tokens, size, space};

/// The width of what is chosen, in points.
const CHOICES: f32 = 236.0;

/// What is kept while the dialog is open.
#[derive(Default)]
pub struct Draft {
    preview: Preview,
    page: SummaryState,
    content: Option<Arc<Summary>>,
    confidential: usize,
}

/// Draws the dialog.
pub fn export_ui(ui: &Ui, app: &App, draft: &mut Draft, first: bool, send: &mut Vec<Request>) {
    draft.look_at(app);
    frame::dialog(ui, "Export the summary", 940.0, send, |ui, send| {
        let height = frame::body_height(ui).min(520.0);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::left_to_right(Align::Min), |ui| {
            ui.vertical(|ui| {
                ui.set_width(CHOICES);
                ui.set_height(height);
                // In a low window they scroll.
                let scroll = egui::ScrollArea::vertical().id_salt("choices").max_height(height).min_scrolled_height(height);
                scroll.show(ui, |ui| frame::choices(ui, |ui| choices_ui(ui, app, draft, send)));
            });
            ui.add_space(space::SMALL);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                preview_ui(ui, app, draft, height);
            });
        });
        frame::buttons(ui, |ui| {
            let button = frame::primary(ui, "Export…", true);
            if first {
                button.request_focus();
            }
            if button.clicked() || frame::confirmed(ui) {
                send.push(Request::Export(app.summary.format, app.summary_options(app.summary.options)));
            }
            frame::cancel(ui, send);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| frame::dim(ui, &size_words(app)));
        });
    });
}

impl Draft {
    /// Takes in what has been gathered since the last frame.
    fn look_at(&mut self, app: &App) {
        if let Some((format, text)) = &app.summary.preview
            && *format == app.summary.format
        {
            self.preview.take(*format, text);
        }
        let Some(content) = &app.summary.content else { return };
        if self.content.as_ref().is_none_or(|before| !Arc::ptr_eq(before, content)) {
            self.confidential = content.evidence.iter().filter(|evidence| evidence.confidential).count();
            self.content = Some(Arc::clone(content));
        }
    }
}

fn choices_ui(ui: &mut Ui, app: &App, draft: &Draft, send: &mut Vec<Request>) {
    let (mut format, mut choices) = (app.summary.format, app.summary.options);
    ui.spacing_mut().item_spacing.y = space::TINY;
    caps_heading(ui, "Format");
    for (choice, words) in [
        (Format::Html, "HTML: a page to read and to print"),
        (Format::Markdown, "Markdown: text for other programs"),
        (Format::Csv, "CSV: a table for spreadsheets"),
    ] {
        ui.radio_value(&mut format, choice, words);
    }
    ui.add_space(space::SMALL);
    caps_heading(ui, "What goes into it");
    ui.spacing_mut().item_spacing.y = space::TINY;
    let Choices { confidential, annotated_texts, unchecked, evidence_list, cross_check } = &mut choices;
    for (choice, words) in [
        (annotated_texts, "The articles with numbered notes"),
        (unchecked, "What is unchecked"),
        (evidence_list, "The list of evidence"),
        (cross_check, "What comparing the articles showed"),
        (confidential, "Confidential evidence"),
    ] {
        ui.checkbox(choice, words);
    }
    if app.summary.options.confidential {
        let words = match draft.confidential {
            0 => "Confidential evidence would be named. There is none.".to_owned(),
            n => format!("{} will be named. Do not publish this file.", counted(n, "confidential source")),
        };
        ui.add_space(space::TINY);
        label_ui(ui, egui::RichText::new(words).color(ui.visuals().warn_fg_color));
    }
    if (format, choices) != (app.summary.format, app.summary.options) {
        send.push(Request::SetSummary(format, choices));
    }
}

fn preview_ui(ui: &mut Ui, app: &App, draft: &mut Draft, height: f32) {
    match &app.summary.preview {
        Some((Format::Html, _)) if app.summary.format == Format::Html => {
            // The page as it reads; its source would tell nobody anything.
            let tokens = Tokens::of(ui.visuals());
            let frame = Frame::new().fill(tokens.page).stroke(Stroke::new(size::HAIRLINE, tokens.line));
            frame.corner_radius(size::CARD_RADIUS).show(ui, |ui| {
                ui.set_height(height);
                ui.name_inputs("Preview", |ui| summary_page_ui(ui, app, &mut draft.page));
            });
        }
        Some((format, _)) if *format == app.summary.format => draft.preview.preview_ui(ui, height),
        _ => {
            ui.set_height(height);
            ui.colored_label(Tokens::of(ui.visuals()).dim, "The preview is being made…");
        }
    }
}

fn size_words(app: &App) -> String {
    match &app.summary.preview {
        Some((format, text)) if *format == app.summary.format => format!("{}, {} kB", format.label(), text.len().div_ceil(1000)),
        _ => String::new(),
    }
}
