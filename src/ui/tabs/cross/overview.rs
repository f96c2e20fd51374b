//! The overview: how much text each pair of articles shares, and who tells which statement, who differs, who leaves it out.
//!
//! Both are pictures that can be pressed: a cell goes to its place, a row opens its finding. Signs differ in shape, not in colour.

use egui::{Align2, Color32, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::line::paint;
use super::words;
use crate::app::{App, Request};
use crate::crosscheck::ArticleNo;
use crate::crosscheck::finding::Shared;
use crate::crosscheck::matrix::{Stand, Statement};
use crate::ui::article::{label_ui, tip};
use crate::ui::parts;
use crate::ui::theme::{Tokens, fonts, size, space};

/// The height of a row in points.
const ROW: f32 = 30.0;
/// The width of an article's column, in points.
const COLUMN: f32 = 104.0;
/// The width of the column of statements, in points: at least, at most.
const WORDS: (f32, f32) = (200.0, 460.0);
/// The side of a cell in the picture of shared text, in points: wide, high.
const CELL: egui::Vec2 = vec2(64.0, 30.0);
/// With more articles the pairs are listed instead of drawn.
const DRAWN: usize = 14;
/// The pairs that are listed.
const PAIRS: usize = 30;

pub(super) fn overview_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let articles: Vec<(ArticleNo, String)> = app.cross.found.numbered().filter_map(|(no, id)| Some((no, name(app, id)?))).collect();
    let statements = app.cross.found.statements();
    ScrollArea::both().id_salt("overview").auto_shrink(false).show_viewport(ui, |ui, viewport| {
        let inside = ui.max_rect().shrink2(vec2(space::LARGE, 0.0));
        let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(inside));
        ui.spacing_mut().item_spacing.y = space::SMALL;
        ui.add_space(space::LARGE);
        parts::caps_heading(&mut ui, "How much text they share");
        if app.cross.found.findings.shared.is_empty() {
            ui.weak("No two articles share a passage.");
        } else if articles.len() <= DRAWN {
            shared_ui(&mut ui, &articles, &app.cross.found.findings.shared);
        } else {
            pairs_ui(&mut ui, &articles, &app.cross.found.findings.shared);
        }
        ui.add_space(space::LARGE);
        parts::caps_heading(&mut ui, "Who tells what");
        if statements.is_empty() {
            ui.weak("No statement stands in two articles.");
        } else {
            legend_ui(&mut ui);
            let words = (viewport.width() - 2.0 * space::LARGE - COLUMN * articles.len() as f32).clamp(WORDS.0, WORDS.1);
            matrix_ui(&mut ui, app, &articles, statements, words, send);
        }
        ui.add_space(space::HUGE);
    });
}

fn name(app: &App, id: crate::model::ArticleId) -> Option<String> {
    let article = app.article_of(id)?;
    let name = if article.outlet().is_empty() { article.title() } else { article.outlet() };
    Some(name.chars().take(60).collect())
}

/// A square of articles against articles: how much of the row's text also stands in the column's.
fn shared_ui(ui: &mut Ui, articles: &[(ArticleNo, String)], shared: &[Shared]) {
    let tokens = Tokens::of(ui.visuals());
    let small = fonts::sans(size::SECONDARY);
    let label = 150.0;
    let count = articles.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(label + CELL.x * count, CELL.y * (count + 1.0)), Sense::hover());
    let cell = |column: usize, row: usize| {
        Rect::from_min_size(pos2(rect.left() + label + CELL.x * column as f32, rect.top() + CELL.y * (row as f32 + 1.0)), CELL)
    };
    for (at, (_, name)) in articles.iter().enumerate() {
        let left = Rect::from_min_max(pos2(rect.left(), cell(0, at).top()), pos2(rect.left() + label - space::SMALL, cell(0, at).bottom()));
        paint(ui, left, [(name.as_str(), small.clone(), tokens.text)]);
        let top = Rect::from_min_size(pos2(cell(at, 0).left() + 4.0, rect.top()), CELL - vec2(8.0, 0.0));
        paint(ui, top, [(name.as_str(), small.clone(), tokens.dim)]);
    }
    for (row, (a, of)) in articles.iter().enumerate() {
        for (column, (b, with)) in articles.iter().enumerate() {
            let place = cell(column, row).shrink(1.5);
            let share = if a == b { None } else { share_of(shared, *a, *b) };
            let response = ui.interact(place, ui.scope_id().with(("shared", row, column)), Sense::hover());
            let ground = share.map_or(Color32::TRANSPARENT, |share| tokens.accent.gamma_multiply(0.08 + 0.5 * share));
            ui.painter().rect_filled(place, size::CHIP_RADIUS, ground);
            let (words, colour) = match share {
                _ if a == b => ("·".to_owned(), tokens.dim),
                Some(share) => (format!("{:.0} %", (share * 100.0).round()), tokens.text),
                None => ("–".to_owned(), tokens.dim),
            };
            ui.painter().text(place.center(), Align2::CENTER_CENTER, &words, small.clone(), colour);
            if a != b {
                let said = share.map_or("nothing".to_owned(), |share| format!("{:.0} % of its words", (share * 100.0).round()));
                let said = format!("{of} shares {said} with {with}");
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
                tip(response, &said);
            }
        }
    }
}

/// The share of the words of `a` that also stand in `b`.
fn share_of(shared: &[Shared], a: ArticleNo, b: ArticleNo) -> Option<f32> {
    let pair = shared.iter().find(|pair| (pair.a, pair.b) == (a.min(b), a.max(b)))?;
    Some(if pair.a == a { pair.of_a } else { pair.of_b })
}

/// The pairs that share most, where there are too many articles for a picture.
fn pairs_ui(ui: &mut Ui, articles: &[(ArticleNo, String)], shared: &[Shared]) {
    let named = |no: ArticleNo| articles.iter().find(|(other, _)| *other == no).map_or("", |(_, name)| name.as_str());
    let mut pairs: Vec<&Shared> = shared.iter().collect();
    pairs.sort_by(|a, b| b.of_a.max(b.of_b).total_cmp(&a.of_a.max(a.of_b)));
    for pair in pairs.iter().take(PAIRS) {
        let percent = |share: f32| (share * 100.0).round();
        label_ui(ui, format!("{} and {}: {:.0} % and {:.0} %", named(pair.a), named(pair.b), percent(pair.of_a), percent(pair.of_b)));
    }
    if pairs.len() > PAIRS {
        ui.weak(format!("and {} more pairs", pairs.len() - PAIRS));
    }
}

fn legend_ui(ui: &mut Ui) {
    let tokens = Tokens::of(ui.visuals());
    ui.horizontal(|ui| {
        for (stand, words) in [(Some(Stand::Reports), "tells it"), (Some(Stand::Differs), "tells it differently"), (None, "leaves it out")]
        {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            sign(ui, rect, stand, tokens);
            ui.label(egui::RichText::new(words).size(size::SECONDARY).color(tokens.dim));
            ui.add_space(space::SMALL);
        }
    });
}

fn sign(ui: &Ui, rect: Rect, stand: Option<Stand>, tokens: &Tokens) {
    let middle = rect.center();
    match stand {
        Some(Stand::Reports) => drop(ui.painter().circle_filled(middle, 4.5, tokens.text)),
        Some(Stand::Differs) => {
            let corners = [vec2(0.0, -6.0), vec2(6.0, 0.0), vec2(0.0, 6.0), vec2(-6.0, 0.0)].map(|by| middle + by);
            ui.painter().add(egui::Shape::closed_line(corners.to_vec(), Stroke::new(1.8, tokens.text)));
        }
        None => drop(ui.painter().hline(middle.x - 4.0..=middle.x + 4.0, middle.y, Stroke::new(1.0, tokens.strong_line))),
    }
}

/// Statements against articles; only the rows in sight are drawn.
fn matrix_ui(ui: &mut Ui, app: &App, articles: &[(ArticleNo, String)], statements: &[Statement], words: f32, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    let small = fonts::sans(size::SECONDARY);
    let extent = vec2(words + COLUMN * articles.len() as f32, ROW * (statements.len() as f32 + 1.0));
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Table, true, "Who tells what"));
    let across = |column: usize| rect.left() + words + COLUMN * column as f32;
    for (column, (_, name)) in articles.iter().enumerate() {
        let head = Rect::from_min_size(pos2(across(column) + 4.0, rect.top()), vec2(COLUMN - 8.0, ROW));
        paint(ui, head, [(name.as_str(), small.clone(), tokens.dim)]);
    }
    ui.painter().hline(rect.x_range(), rect.top() + ROW - 0.5, (1.0, tokens.line));
    let clip = ui.clip_rect();
    let first = ((clip.top() - rect.top()) / ROW - 1.0).floor().max(0.0) as usize;
    let end = (((clip.bottom() - rect.top()) / ROW).ceil().max(0.0) as usize).min(statements.len());
    for (number, statement) in statements.iter().enumerate().take(end).skip(first) {
        let row = Rect::from_min_size(pos2(rect.left(), rect.top() + ROW * (number as f32 + 1.0)), vec2(extent.x, ROW));
        row_ui(ui, app, articles, statement, number, row, words, send);
    }
}

#[expect(clippy::too_many_arguments, reason = "a row is all of it")]
fn row_ui(
    ui: &mut Ui,
    app: &App,
    articles: &[(ArticleNo, String)],
    statement: &Statement,
    number: usize,
    row: Rect,
    words: f32,
    send: &mut Vec<Request>,
) {
    let tokens = Tokens::of(ui.visuals());
    let finding = app.cross.found.finding_of(statement);
    let told = Rect::from_min_size(row.min, vec2(words - space::SMALL, ROW));
    let response = ui.interact(told, ui.scope_id().with(("statement", number)), Sense::click());
    let cards = app.cross.found.cards(finding);
    let text: String = words::plain(app, finding, &cards).chars().take(200).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(row, 0.0, tokens.hover);
    }
    paint(ui, told, [(text.as_str(), fonts::sans(size::INTERFACE), tokens.text)]);
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, (1.0, tokens.line));
    if response.on_hover_text(app.cross.found.title(finding)).clicked() {
        send.push(Request::OpenFinding(finding));
    }
    for (column, (no, name)) in articles.iter().enumerate() {
        let cell = Rect::from_min_size(pos2(row.left() + words + COLUMN * column as f32, row.top()), vec2(COLUMN, ROW));
        let at = statement.at(*no);
        let square = Rect::from_center_size(pos2(cell.left() + 14.0, cell.center().y), vec2(14.0, 14.0));
        sign(ui, square, at.map(|(stand, _)| stand), tokens);
        let Some((stand, place)) = at else { continue };
        let response = ui.interact(cell, ui.scope_id().with(("cell", number, column)), Sense::click());
        let how = if stand == Stand::Reports { "tells it" } else { "tells it differently" };
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, format!("{name} {how}")));
        if let Some(id) = app.cross.found.article(place.article)
            && tip(response, &format!("{name} {how}: go there.")).clicked()
        {
            send.push(Request::GoToPlace(id, place.range()));
        }
    }
}
