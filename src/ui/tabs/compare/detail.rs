//! The disagreement in hand: in what reviewers differ, the statement in its context, everybody's judgement side by side, the ruling.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::ruling::{Rulings, ruling_ui};
use super::voice::{Differing, absent_ui, voice_ui};
use super::{context, ruling};
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::crosscheck::disagreement::{Difference, Disagreement, Voice};
use crate::model::{ArticleId, ReviewerId};
use crate::ui::parts;
use crate::ui::parts::command::key_of;
use crate::ui::theme::{Tokens, fonts, space};

/// Judgements stand side by side where each column is at least so wide, in points.
const COLUMN: f32 = 200.0;
/// No column is wider.
const WIDEST: f32 = 420.0;
/// No more judgements are drawn.
const MOST: usize = 40;

pub(super) fn detail_ui(
    ui: &mut Ui,
    app: &App,
    article: ArticleId,
    one: &Disagreement,
    rulings: &mut Rulings,
    focus: bool,
    send: &mut Vec<Request>,
) {
    ui.spacing_mut().item_spacing.y = space::MEDIUM;
    head_ui(ui, app, one, send);
    if !one.annotations.iter().all(|id| app.sees_whole(*id)) {
        ui.weak("Blind check: this is hidden from you now.");
        return;
    }
    if let Some(article) = app.article_of(article) {
        context::context_ui(ui, app, article, &one.annotations, send);
    }
    columns_ui(ui, app, one, send);
    ruling::rulings_ui(ui, app, one, send);
    ruling_ui(ui, app, one, rulings, focus, send);
}

/// In what they differ, and the keys that go on.
fn head_ui(ui: &mut Ui, app: &App, one: &Disagreement, send: &mut Vec<Request>) {
    ui.horizontal(|ui| {
        let mut names = one.differences.iter().map(|difference| difference.label());
        let title = names.next().unwrap_or_default();
        let heading = ui.label(RichText::new(title).font(fonts::semibold(15.0)));
        heading.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let whole = app.is_comparing();
            for (command, key) in
                [(Command::NextDisagreement, Command::NextAnnotation), (Command::PreviousDisagreement, Command::PreviousAnnotation)]
            {
                let key = key_of(if whole { key } else { command });
                if parts::keycap_button(ui, &key, command.entry().title).clicked() {
                    send.push(Request::Run(command));
                }
            }
            let more: Vec<String> = names.map(str::to_lowercase).collect();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(RichText::new(more.join(", ")).color(Tokens::of(ui.visuals()).dim)).truncate());
            });
        });
    });
}

/// What stands in a column.
enum Column<'a> {
    /// What somebody says.
    Voice(&'a Voice),
    /// That somebody, or everybody else, says nothing.
    Absent(Option<ReviewerId>),
}

/// Everybody's judgement in columns; the two who are compared always have one each.
fn columns_ui(ui: &mut Ui, app: &App, one: &Disagreement, send: &mut Vec<Request>) {
    let has_voice = |by: &ReviewerId| one.voices.iter().any(|voice| voice.by == *by);
    let absent: Vec<ReviewerId> = app.compare.choices.between.into_iter().flatten().filter(|by| !has_voice(by)).collect();
    let nobody_else = absent.is_empty() && one.voices.len() == 1;
    let count = one.voices.len().min(MOST) + absent.len() + usize::from(nobody_else);
    let room = ui.available_width();
    let fitting = ((room + space::LARGE) / (COLUMN + space::LARGE)).floor().clamp(1.0, count.max(1) as f32);
    let width = ((room - space::LARGE * (fitting - 1.0)) / fitting).floor().min(WIDEST);
    let others = one.voices.iter().filter(|voice| Some(voice.by) != app.by()).filter_map(|voice| voice.verdict);
    let one_voice = others.collect::<std::collections::BTreeSet<_>>().len() < 2;
    let extent = one.differences.contains(&Difference::Extents);
    let differing = Differing { extent, annotations: &one.annotations, one_voice };
    let voices = one.voices.iter().take(MOST).map(Column::Voice);
    let absent = absent.into_iter().map(|by| Column::Absent(Some(by)));
    let columns: Vec<Column<'_>> = voices.chain(absent).chain(nobody_else.then_some(Column::Absent(None))).collect();
    for (number, row) in columns.chunks(fitting as usize).enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::LARGE;
            for (place, column) in row.iter().enumerate() {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    ui.push_id(("judgement", number, place), |ui| match column {
                        Column::Voice(voice) => voice_ui(ui, app, voice, &differing, send),
                        Column::Absent(by) => absent_ui(ui, app, *by),
                    });
                });
            }
        });
    }
    if one.voices.len() > MOST {
        ui.weak(format!("and {} more reviewers", one.voices.len() - MOST));
    }
}
