//! The list of articles.

use std::ops::Range;

use egui::{Margin, Popup, Rect, Response, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use super::{ShellState, counted, thousands};
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::model::{Article, ArticleId, Target};
use crate::ui::article::tip_ui;
use crate::ui::parts::command::menu_spacing;
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space};

/// How high a row is, in points.
const ROW: f32 = 62.0;
/// Between two rows, in points.
const GAP: f32 = 6.0;
/// Between the edge of a row and what stands in it, in points.
const ROOM: f32 = 10.0;

/// The list, in the room that it has; or, where `flows`, as high as all its rows, for something around it that scrolls.
pub(super) fn articles_ui(ui: &mut Ui, app: &App, state: &mut ShellState, flows: bool, send: &mut Vec<Request>) {
    egui::Frame::new().inner_margin(Margin { left: 10, right: 4, top: 10, bottom: 0 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.add_space(4.0);
            parts::caps_heading(ui, "Articles");
        });
        ui.spacing_mut().item_spacing.y = GAP;
        let order = state.order(app);
        // The last row is the offer to add more.
        let count = order.len() + 1;
        let rows_ui = |ui: &mut Ui, rows: Range<usize>| {
            ui.set_width((ui.available_width() - 6.0).max(60.0));
            for row in rows {
                match order.get(row).and_then(|id| app.session().project().article(*id)) {
                    Some(article) => row_ui(ui, app, article, send),
                    None => add_ui(ui, app, send),
                }
            }
        };
        if flows {
            flow_ui(ui, count, rows_ui);
        } else {
            ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, count, rows_ui);
        }
    });
}

/// Takes the room of all rows and draws those that show, with one more at either end.
fn flow_ui(ui: &mut Ui, count: usize, rows_ui: impl FnOnce(&mut Ui, Range<usize>)) {
    let step = ROW + GAP;
    let all = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), step * count as f32));
    let row_at = |y: f32| ((y - all.top()) / step).floor().max(0.0) as usize;
    let first = row_at(ui.clip_rect().top()).saturating_sub(1).min(count);
    let shown = first..(row_at(ui.clip_rect().bottom()) + 2).clamp(first, count);
    let rect = Rect::from_min_max(pos2(all.left(), all.top() + step * shown.start as f32), all.max);
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| rows_ui(ui, shown));
    ui.expand_to_include_rect(all);
    ui.advance_cursor_after_rect(all);
}

fn add_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let entry = Command::AddArticles.entry();
    let words = format!("+ {} or drop files here", entry.title);
    let tokens = Tokens::of(ui.visuals());
    let width = ui.available_width();
    let row = Inline::new().elided(ui, &words, fonts::sans(size::INTERFACE), tokens.dim, width - 2.0 * ROOM);
    ui.add_enabled_ui(app.can(Command::AddArticles), |ui| {
        let response = parts::press(ui, vec2(width, 34.0), size::CARD_RADIUS, entry.title, None);
        row.paint(ui.painter(), response.rect.left_center() + vec2(ROOM, 0.0));
        if response.on_hover_text(entry.tip).clicked() {
            send.push(Request::Run(Command::AddArticles));
        }
    });
}

fn row_ui(ui: &mut Ui, app: &App, article: &Article, send: &mut Vec<Request>) {
    let is_open = app.article == Some(article.id);
    let extent = Vec2::new(ui.available_width(), ROW);
    let response = ui.push_id(article.id, |ui| parts::press(ui, extent, size::CARD_RADIUS, &name(app, article), Some(is_open))).inner;
    if ui.is_rect_visible(response.rect) {
        paint(ui, app, article, response.rect);
    }
    if response.clicked() && ui.input(|input| input.modifiers.command) {
        send.push(Request::OpenBeside(article.id));
    } else if response.clicked() && !is_open {
        send.push(Request::ShowArticle(article.id));
    }
    menu_ui(&response, app, article.id, send);
    response.on_hover_ui(|ui| {
        tip_ui(ui, article.title());
        let known = [article.outlet(), article.date(), article.url()];
        let known: Vec<&str> = known.into_iter().filter(|detail| !detail.is_empty()).collect();
        if !known.is_empty() {
            tip_ui(ui, egui::RichText::new(known.join(" · ")).small().weak());
        }
    });
}

fn menu_ui(response: &Response, app: &App, article: ArticleId, send: &mut Vec<Request>) {
    Popup::context_menu(response).show(|ui| {
        menu_spacing(ui);
        if ui.button(Command::OpenBeside.entry().title).on_hover_text("Open it beside the article that is open.").clicked() {
            send.push(Request::OpenBeside(article));
            ui.close();
        }
        let can = !app.session().read_only;
        if ui.add_enabled(can, egui::Button::new(Command::EditArticle.entry().title)).clicked() {
            send.push(Request::ShowArticle(article));
            send.push(Request::Run(Command::EditArticle));
            ui.close();
        }
        if ui.add_enabled(can, egui::Button::new(Command::RemoveArticle.entry().title)).clicked() {
            send.push(Request::Hide(Target::Article(article), true));
            ui.close();
        }
        if ui.add_enabled(can, egui::Button::new(Command::SignOff.entry().title)).clicked() {
            send.push(Request::ShowArticle(article));
            send.push(Request::Run(Command::SignOff));
            ui.close();
        }
    });
}

fn paint(ui: &Ui, app: &App, article: &Article, row: Rect) {
    let tokens = Tokens::of(ui.visuals());
    let inside = row.shrink2(vec2(ROOM, 9.0));
    let (marks, warns) = marks(article);
    let mark_colour = if warns { tokens.verdict(Some(crate::model::Verdict::Erroneous)).text } else { tokens.dim };
    let mark = Inline::new().words(ui, marks, fonts::sans(size::CAPS), mark_colour);
    mark.paint(ui.painter(), pos2(inside.right() - mark.size().x, inside.top() + 8.0));
    let width = inside.width() - if mark.size().x > 0.0 { mark.size().x + space::SMALL } else { 0.0 };
    let title = Inline::new().elided(ui, article.title(), fonts::semibold(size::INTERFACE), tokens.text, width);
    title.paint(ui.painter(), pos2(inside.left(), inside.top() + 8.0));

    let counts = article.counts();
    let facts = app.session().facts(article.id);
    let words = facts.map_or_else(String::new, |facts| counted(facts.words, "word", "words"));
    let small = fonts::sans(size::SECONDARY);
    let row = Inline::new().words(ui, words, small.clone(), tokens.dim).gap(space::SMALL);
    let started = counts.total() > 0;
    let row = if started { parts::counts_line(ui, row, &counts) } else { row.words(ui, "not started", small, tokens.dim) };
    row.paint(ui.painter(), pos2(inside.left(), inside.top() + 27.0));

    let bar = Rect::from_min_max(pos2(inside.left(), inside.bottom() - 3.0), inside.right_bottom());
    let coverage = facts.and_then(|facts| facts.coverage.share()).unwrap_or_default();
    parts::verdict_progress(ui, bar, &counts, coverage);
}

/// What is to be said of an article beside its title, and whether it is a warning.
fn marks(article: &Article) -> (&'static str, bool) {
    if !article.is_whole() {
        ("not whole", true)
    } else if article.sign_offs().any(|(_, sign_off)| sign_off.stands()) {
        ("signed", false)
    } else if article.sign_offs().any(|(_, sign_off)| sign_off.signed_at().is_some()) {
        ("signature void", false)
    } else {
        ("", false)
    }
}

/// What a reader of the screen hears of an article.
fn name(app: &App, article: &Article) -> String {
    let facts = app.session().facts(article.id);
    let words = facts.map(|facts| format!("{} words", thousands(facts.words)));
    let counts = article.counts();
    let counts = if counts.total() == 0 { "not started".to_owned() } else { parts::counts_words(&counts) };
    let done = facts.and_then(|facts| facts.coverage.share()).map(|share| format!("{:.0} % done", (share * 100.0).floor()));
    let marks = Some(marks(article).0.to_owned()).filter(|marks| !marks.is_empty());
    let all = [Some(article.title().to_owned()), words, Some(counts), done, marks];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
