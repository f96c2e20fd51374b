//! The head of a page that has another one beside it: which article it shows, with a menu to choose another, and the
//! way to close it. The page with the focus has the line in the accent under its head.

use egui::{Align, Layout, Popup, Rect, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::app::panes::Pane;
use crate::app::{App, Request};
use crate::model::{Article, ArticleId};
use crate::ui::parts::command::{command_item, menu_line, menu_spacing};
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space};

/// How high the head is, in points.
pub(super) const HEIGHT: f32 = 32.0;
/// Between the head's edges and what stands in it, in points.
const ROOM: f32 = 10.0;
/// Half the width of the small triangle, in points.
const ARROW: f32 = 3.5;
/// So many articles are offered; the list and “Go to anything” have all of them.
const OFFERED: usize = 40;

/// Draws the head of a pane.
pub(super) fn head_ui(ui: &mut Ui, app: &App, pane: Pane, side: &str, rect: Rect, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    let focused = app.panes.focused == pane;
    ui.painter().rect_filled(rect, 0.0, if focused { tokens.surface } else { tokens.page });
    let (pen, down) = if focused { (Stroke::new(2.0, tokens.accent), 1.0) } else { (Stroke::new(size::HAIRLINE, tokens.line), 0.5) };
    ui.painter().hline(rect.x_range(), rect.bottom() - down, pen);
    let builder = UiBuilder::new().id_salt(("head", pane)).max_rect(rect.shrink2(vec2(ROOM, 3.0)));
    ui.scope_builder(builder.layout(Layout::right_to_left(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        if parts::close_button(ui, &format!("Close the {side} page")).on_hover_text("Close this page.").clicked() {
            send.push(Request::ClosePane(pane));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| title_ui(ui, app, pane, side, focused, send));
    });
}

/// The title of the article, which opens the menu of articles.
fn title_ui(ui: &mut Ui, app: &App, pane: Pane, side: &str, focused: bool, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    let title = app.article_in(pane).and_then(|id| app.session().project().article(id)).map_or("", Article::title);
    let (face, colour) = if focused { (fonts::semibold(size::INTERFACE), tokens.text) } else { (fonts::sans(size::INTERFACE), tokens.dim) };
    let room = ui.available_width() - 4.0 * space::TINY - 2.0 * ARROW;
    let row = Inline::new().elided(ui, title, face, colour, room.max(20.0));
    let extent = vec2(row.size().x + 4.0 * space::TINY + 2.0 * ARROW, 26.0);
    let response = parts::press(ui, extent, size::CHIP_RADIUS, &format!("Article of the {side} page: {title}"), None);
    row.paint(ui.painter(), response.rect.left_center() + vec2(space::TINY, 0.0));
    let tip = response.rect.right_center() - vec2(space::TINY + ARROW, 0.0);
    let points = vec![tip + vec2(-ARROW, -ARROW * 0.6), tip + vec2(ARROW, -ARROW * 0.6), pos2(tip.x, tip.y + ARROW * 0.7)];
    ui.painter().add(Shape::convex_polygon(points, tokens.dim, Stroke::NONE));
    Popup::menu(&response).show(|ui| menu_ui(ui, app, pane, send));
    parts::opens_menu(response).on_hover_text("Choose the article of this page.");
}

fn menu_ui(ui: &mut Ui, app: &App, pane: Pane, send: &mut Vec<Request>) {
    menu_spacing(ui);
    let shown = app.article_in(pane);
    let articles = app.session().project().articles();
    for article in articles.iter().take(OFFERED) {
        item_ui(ui, article, shown, pane, send);
    }
    if articles.len() > OFFERED {
        ui.colored_label(Tokens::of(ui.visuals()).dim, format!("and {} more in the list", articles.len() - OFFERED));
    }
    menu_line(ui);
    for command in [Command::OtherSide, Command::SwapSides, Command::CloseOther] {
        command_item(ui, app, command, None, send);
    }
}

fn item_ui(ui: &mut Ui, article: &Article, shown: Option<ArticleId>, pane: Pane, send: &mut Vec<Request>) {
    let title: String = article.title().chars().take(60).collect();
    let outlet = if article.outlet().is_empty() { String::new() } else { format!(" · {}", article.outlet()) };
    if parts::choice(ui, shown == Some(article.id), &format!("{title}{outlet}")).clicked() {
        send.push(Request::ShowIn(pane, article.id));
        ui.close();
    }
}
