//! The window without articles: a calm page that says what Factmark is and how to begin.

use egui::{Align, Button, CornerRadius, Id, Key, Layout, Rect, RichText, ScrollArea, Sense, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use super::drop::is_hovered;
use crate::app::command::Command;
use crate::app::{App, Request};
use crate::ui::article::tip;
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space, style};

/// How wide the page is at most, in points.
const WIDTH: f32 = 580.0;
/// How many recent projects are listed.
const RECENT: usize = 6;

pub(super) fn empty_ui(ui: &mut Ui, app: &App, name: &mut String, send: &mut Vec<Request>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        let width = WIDTH.min(room.width() - 2.0 * space::HUGE);
        let above = (ui.clip_rect().height() * 0.11).max(space::LARGE);
        let left = room.center().x - width / 2.0;
        let page = Rect::from_min_max(pos2(left, room.top() + above), pos2(left + width, room.bottom().max(room.top() + above)));
        ui.scope_builder(UiBuilder::new().max_rect(page).layout(Layout::top_down(Align::Min)), |ui| page_ui(ui, app, name, send));
        ui.add_space(space::HUGE);
    });
}

fn page_ui(ui: &mut Ui, app: &App, name: &mut String, send: &mut Vec<Request>) {
    ui.label(RichText::new("Factmark").text_style(style::title()));
    let tokens = Tokens::of(ui.visuals());
    let what = "Check the facts in articles, passage by passage: verified, disputed or erroneous, with evidence and corrections.";
    ui.label(RichText::new(what).color(tokens.dim));
    ui.add_space(space::LARGE);
    drop_ui(ui);
    ui.add_space(space::SMALL);
    commands_ui(ui, app, send);
    if app.settings.name.trim().is_empty() {
        ui.add_space(space::HUGE);
        name_ui(ui, name, send);
    }
    if !app.settings.recent.is_empty() {
        ui.add_space(space::HUGE);
        recent_ui(ui, app, send);
    }
}

fn drop_ui(ui: &mut Ui) {
    let tokens = Tokens::of(ui.visuals());
    let (place, response) = ui.allocate_exact_size(vec2(ui.available_width(), 150.0), Sense::hover());
    let hovered = is_hovered(ui);
    let (colour, pen) = if hovered { (tokens.accent, 2.0) } else { (tokens.strong_line, 1.0) };
    ui.painter().rect_filled(place, CornerRadius::same(size::CARD_RADIUS), if hovered { tokens.selection } else { tokens.surface });
    let edge = [place.left_top(), place.right_top(), place.right_bottom(), place.left_bottom(), place.left_top()];
    ui.painter().extend(Shape::dashed_line(&edge, Stroke::new(pen, colour), 6.0, 5.0));
    let said = if hovered { "Let go to add them" } else { "Drop articles here" };
    let first = Inline::new().words(ui, said, fonts::semibold(15.0), tokens.text);
    let second = "Text and Markdown files, several at once; or a project";
    let second = Inline::new().words(ui, second, fonts::sans(size::SECONDARY), tokens.dim);
    let middle = place.center();
    first.paint(ui.painter(), middle - vec2(first.size().x / 2.0, 11.0));
    second.paint(ui.painter(), middle + vec2(-second.size().x / 2.0, 13.0));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, said));
}

fn commands_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    ui.horizontal_wrapped(|ui| {
        for command in [Command::AddArticles, Command::PasteArticle, Command::Open, Command::OpenSample] {
            let entry = command.entry();
            let urged = command == Command::AddArticles;
            let words = RichText::new(entry.title);
            let button = if urged {
                Button::new(words.color(tokens.on_accent).text_style(style::strong())).fill(tokens.accent)
            } else {
                Button::new(words)
            };
            let response = ui.add_enabled(app.can(command), button.min_size(vec2(0.0, 30.0)));
            if response.on_hover_text(entry.tip).clicked() {
                send.push(Request::Run(command));
            }
        }
    });
}

fn name_ui(ui: &mut Ui, name: &mut String, send: &mut Vec<Request>) {
    parts::caps_heading(ui, "Your name");
    ui.horizontal(|ui| {
        let field = ui.scope(|ui| {
            ui.set_width(280.0_f32.min(ui.available_width() - 80.0));
            parts::line_field(ui, Id::unique("your name"), "Your name", "As other reviewers know you", name)
        });
        let entered = field.inner.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let can = !name.trim().is_empty();
        let keep = ui.add_enabled(can, Button::new("Keep")).on_hover_text("Your marks carry this name. It can be changed later.");
        if can && (entered || keep.clicked()) {
            send.push(Request::BecomeNew(std::mem::take(name)));
        }
    });
}

fn recent_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    parts::caps_heading(ui, "Recent projects");
    ui.spacing_mut().item_spacing.y = 0.0;
    let tokens = Tokens::of(ui.visuals());
    for recent in app.settings.recent.iter().take(RECENT) {
        let width = ui.available_width();
        let path = recent.path.display().to_string();
        let title = Inline::new().elided(ui, &recent.title, fonts::semibold(size::INTERFACE), tokens.text, width * 0.5).gap(space::SMALL);
        let rest = width - title.size().x - 2.0 * space::SMALL;
        let row = title.elided(ui, &path, fonts::sans(size::SECONDARY), tokens.dim, rest);
        let response = parts::press(ui, vec2(width, 28.0), size::RADIUS, &format!("Open {}", recent.title), None);
        row.paint(ui.painter(), response.rect.left_center() + vec2(space::SMALL, 0.0));
        if tip(response, &path).clicked() {
            send.push(Request::OpenProject(recent.path.clone()));
        }
    }
}
