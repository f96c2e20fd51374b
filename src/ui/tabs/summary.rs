//! The tab of the summary: what the exported file will say, drawn calmly, with everything a way to its place.
//!
//! Lists are cut to their first entries; entries out of sight take their room without being laid out.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Align, Layout, Rect, RichText, ScrollArea, Sense, Ui, vec2};

use super::summary_entry::entry_ui;
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::export::{Entry, Summary};
use crate::model::{Counts, Verdict};
use crate::ui::article::label_ui;
use crate::ui::parts::caps_heading;
use crate::ui::theme::{Tokens, signs, space, style};

/// How many entries of each list are shown.
const SHOWN: usize = 200;
/// The height of an entry that has not been drawn yet, in points.
const GUESS: f32 = 56.0;
/// The widest that the summary is set, in points.
const MEASURE: f32 = 760.0;

/// What the tab remembers between frames.
#[derive(Default)]
pub struct SummaryState {
    content: Option<Arc<Summary>>,
    width: f32,
    heights: HashMap<(&'static str, usize), f32>,
}

/// Draws the tab.
pub fn summary_ui(ui: &mut Ui, app: &App, state: &mut SummaryState, send: &mut Vec<Request>) {
    let Some(content) = app.summary.content.clone() else {
        ui.vertical_centered(|ui| {
            ui.add_space(space::HUGE);
            ui.colored_label(Tokens::of(ui.visuals()).dim, "The summary is being gathered…");
        });
        return;
    };
    page_ui(ui, content, state, Some(send));
}

/// Draws the summary as a page, without ways to elsewhere: what an exported page will say.
pub fn summary_page_ui(ui: &mut Ui, app: &App, state: &mut SummaryState) {
    if let Some(content) = app.summary.content.clone() {
        page_ui(ui, content, state, None);
    }
}

fn page_ui(ui: &mut Ui, content: Arc<Summary>, state: &mut SummaryState, send: Option<&mut Vec<Request>>) {
    let only_shown = send.is_none();
    let mut nowhere = Vec::new();
    let send = send.unwrap_or(&mut nowhere);
    if state.content.as_ref().is_none_or(|before| !Arc::ptr_eq(before, &content)) {
        state.content = Some(Arc::clone(&content));
        state.heights.clear();
    }
    ScrollArea::vertical().id_salt("summary").auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 2.0 * space::LARGE).clamp(120.0, MEASURE);
        if (state.width - width).abs() > 0.5 {
            state.width = width;
            state.heights.clear();
        }
        let indent = ((ui.available_width() - width) / 2.0).max(space::LARGE);
        ui.horizontal_top(|ui| {
            ui.add_space(indent);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = space::TINY;
                ui.add_space(space::LARGE);
                head_ui(ui, &content, only_shown, send);
                lists_ui(ui, &content, state, send);
                ui.add_space(space::HUGE);
            });
        });
    });
}

fn head_ui(ui: &mut Ui, summary: &Summary, only_shown: bool, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - 170.0).max(100.0);
        ui.vertical(|ui| {
            ui.set_width(width);
            label_ui(ui, RichText::new(&summary.title).text_style(style::title()));
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let entry = Command::Export.entry();
            if !only_shown && ui.button(entry.title).on_hover_text(entry.tip).clicked() {
                send.push(Request::Run(Command::Export));
            }
        });
    });
    let mut about = Vec::new();
    if let Some((first, last)) = &summary.judged {
        about.push(if first == last { format!("Judged {first}") } else { format!("Judged {first} to {last}") });
    }
    let reviewer = |part: &crate::export::ReviewerPart| format!("{} ({})", part.name, counted(part.judgements, "judgement"));
    about.extend(summary.reviewers.iter().take(12).map(reviewer));
    label_ui(ui, RichText::new(about.join(" · ")).color(tokens.dim));
    if let Some(words) = summary.blind_words(str::to_owned) {
        label_ui(ui, RichText::new(words).color(tokens.dim));
    }
    for article in &summary.articles {
        for signed in &article.signed {
            let words = format!("{}: {}", article.title, signed.words(str::to_owned));
            label_ui(ui, RichText::new(words).color(tokens.dim));
        }
    }
    ui.add_space(space::SMALL);
    bar_ui(ui, &summary.counts);
    ui.add_space(space::TINY);
    counts_ui(ui, &summary.counts, summary.disagreements.len());
    let coverage = summary.coverage;
    let words = match coverage.percent() {
        Some(percent) => {
            format!("Coverage {percent} %: {} of {} checkable sentences are judged or dismissed.", coverage.done, coverage.total)
        }
        None => "There is no checkable sentence.".to_owned(),
    };
    ui.label(RichText::new(words).color(tokens.dim));
}

/// The counts as parts of one bar.
fn bar_ui(ui: &mut Ui, counts: &Counts) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    let tokens = Tokens::of(ui.visuals());
    ui.painter().rect_filled(rect, 3.0, tokens.line);
    let total = counts.total().max(1) as f32;
    let mut left = rect.left();
    for verdict in [Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous)] {
        let width = rect.width() * counts.of(verdict) as f32 / total;
        let part = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(width, rect.height()));
        if width > 0.0 {
            ui.painter().rect_filled(part, 0.0, tokens.verdict(verdict).line);
        }
        left += width;
    }
    response.on_hover_text(format!("{} annotations", counts.total()));
}

fn counts_ui(ui: &mut Ui, counts: &Counts, disagreements: usize) {
    let tokens = Tokens::of(ui.visuals());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        for verdict in [Some(Verdict::Verified), Some(Verdict::Disputed), Some(Verdict::Erroneous), None] {
            signs::sign_ui(ui, verdict, 11.0);
            ui.label(format!("{} {}", counts.of(verdict), signs::name(verdict).to_lowercase()));
            ui.add_space(space::SMALL);
        }
        if disagreements > 0 {
            ui.colored_label(tokens.dim, counted(disagreements, "disagreement"));
        }
    });
}

fn lists_ui(ui: &mut Ui, summary: &Summary, state: &mut SummaryState, send: &mut Vec<Request>) {
    let lists: [(&'static str, &[usize], &str); 5] = [
        ("Corrections", &summary.corrections, "Nothing is to be corrected."),
        ("Disagreements", &summary.disagreements, ""),
        ("Disputed", &summary.disputed, ""),
        ("Verified", &summary.verified, ""),
        ("Unchecked", if summary.with_unchecked { &summary.unchecked } else { &[] }, ""),
    ];
    for (title, places, none) in lists {
        if places.is_empty() && none.is_empty() {
            continue;
        }
        ui.add_space(space::LARGE);
        heading_ui(ui, title, places.len());
        if places.is_empty() {
            ui.colored_label(Tokens::of(ui.visuals()).dim, none);
        }
        for (n, entry) in summary.listed(places).take(SHOWN).enumerate() {
            listed_ui(ui, summary, entry, (title, n), state, send);
        }
        if places.len() > SHOWN {
            let words = format!("The first {SHOWN} are shown; all {} are in the export.", places.len());
            ui.colored_label(Tokens::of(ui.visuals()).dim, words);
        }
    }
}

fn heading_ui(ui: &mut Ui, title: &str, count: usize) {
    caps_heading(ui, &format!("{title} {count}"));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, Tokens::of(ui.visuals()).line);
}

/// Draws an entry if it is in sight, else leaves its room free.
fn listed_ui(ui: &mut Ui, summary: &Summary, entry: &Entry, at: (&'static str, usize), state: &mut SummaryState, send: &mut Vec<Request>) {
    let height = state.heights.get(&at).copied().unwrap_or(GUESS);
    let room = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
    if !ui.clip_rect().expand(200.0).intersects(room) {
        ui.allocate_exact_size(room.size(), Sense::hover());
        return;
    }
    let response = entry_ui(ui, summary, entry, at.0);
    state.heights.insert(at, response.rect.height());
    if response.clicked() {
        send.push(Request::GoTo(entry.id));
    }
}

fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}
