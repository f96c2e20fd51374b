//! The bar at the top.

use egui::containers::menu::MenuBar;
use egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{counted, thousands};
use crate::app::command::{Command, Menu, TABLE};
use crate::app::{App, Request};
use crate::ui::article::{on_widget, tip};
use crate::ui::parts::command::{command_item, key_of, menu_line, menu_spacing};
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space};

/// How many recent projects the menu lists.
const RECENT: usize = 6;
/// The least room for the title, in points; with less it is left out.
const LEAST_TITLE: f32 = 90.0;
/// Windows narrower than this show “Go to anything” only by its key, in points.
const NARROW: f32 = 880.0;
/// Windows narrower than this have one menu that holds the others, in points.
const ONE_MENU: f32 = 460.0;

pub(super) fn top_bar_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let bar = ui.max_rect().shrink2(vec2(space::SMALL, 0.0));
    let left = placed(ui, bar, Layout::left_to_right(Align::Center), |ui| menus_ui(ui, app, send));
    let right = placed(ui, bar, Layout::right_to_left(Align::Center), |ui| tools_ui(ui, app, send));
    title_ui(ui, app, bar, left.right() + space::LARGE..=right.left() - space::LARGE, send);
}

/// Draws into a part of the bar; gives back what was used of it.
fn placed(ui: &mut Ui, bar: Rect, layout: Layout, content: impl FnOnce(&mut Ui)) -> Rect {
    ui.scope_builder(UiBuilder::new().max_rect(bar).layout(layout), content).response.rect
}

fn menus_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    ui.set_max_width(1.0);
    MenuBar::new().ui(ui, |ui| {
        ui.spacing_mut().button_padding = vec2(space::SMALL, space::TINY);
        ui.spacing_mut().item_spacing.x = 2.0;
        let mut each = |ui: &mut Ui| {
            for menu in Menu::ALL {
                parts::opens_menu(ui.menu_button(menu.label(), |ui| menu_ui(ui, app, menu, send)).response);
            }
        };
        if ui.ctx().content_rect().width() < ONE_MENU {
            parts::opens_menu(ui.menu_button("Menu", |ui| each(ui)).response);
        } else {
            each(ui);
        }
    });
}

/// A menu; it scrolls where it is higher than the window.
fn menu_ui(ui: &mut Ui, app: &App, menu: Menu, send: &mut Vec<Request>) {
    let most = ui.ctx().content_rect().height() - size::TOP_BAR - 2.0 * space::LARGE;
    ScrollArea::vertical().max_height(most).show(ui, |ui| {
        menu_spacing(ui);
        items_ui(ui, app, menu, send);
    });
}

fn items_ui(ui: &mut Ui, app: &App, menu: Menu, send: &mut Vec<Request>) {
    for entry in TABLE.iter().filter(|entry| entry.menu == menu) {
        if entry.command == Command::Quit {
            recent_ui(ui, app, send);
        }
        if entry.first || entry.command == Command::Quit {
            menu_line(ui);
        }
        let label = match entry.command {
            Command::Undo => app.session().undo_label(),
            Command::Redo => app.session().redo_label(),
            _ => None,
        };
        let words = label.map(|label| format!("{}: {label}", entry.title));
        command_item(ui, app, entry.command, words.as_deref(), send);
    }
}

fn recent_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    if app.settings.recent.is_empty() {
        return;
    }
    menu_line(ui);
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        parts::caps_heading(ui, "Recent projects");
    });
    for recent in app.settings.recent.iter().take(RECENT) {
        let item = ui.add(egui::Button::new(on_widget(ui, &recent.title)).truncate()).accessible_name(&recent.title);
        if tip(item, &recent.path.display().to_string()).clicked() {
            send.push(Request::OpenProject(recent.path.clone()));
            ui.close();
        }
    }
}

/// Right to left: who reviews, and “Go to anything”.
fn tools_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    ui.add_space(space::TINY);
    let (name, initials, colour) = reviewer(app);
    let says = if name.is_empty() { Command::ChooseReviewer.entry().title.to_owned() } else { format!("Reviewer: {name}") };
    let avatar = parts::avatar_button(ui, &initials, colour, 24.0, &says);
    if tip(avatar, &format!("{says}. {}", Command::ChooseReviewer.entry().tip)).clicked() {
        send.push(Request::Run(Command::ChooseReviewer));
    }
    ui.add_space(space::SMALL);
    let entry = Command::GoToAnything.entry();
    let key = key_of(Command::GoToAnything);
    let words = if ui.ctx().content_rect().width() < NARROW { "" } else { entry.title.trim_end_matches('…') };
    if key_button(ui, words, &key, entry.title).on_hover_text(entry.tip).clicked() {
        send.push(Request::Run(Command::GoToAnything));
    }
}

/// Dim words with the cap of a key behind them.
fn key_button(ui: &mut Ui, words: &str, key: &str, name: &str) -> egui::Response {
    let row = Inline::new().words(ui, words, fonts::sans(size::INTERFACE), Tokens::of(ui.visuals()).dim);
    let cap = parts::keycap_size(ui, key);
    let gap = if words.is_empty() { 0.0 } else { 6.0 };
    let extent = vec2(row.size().x + gap + cap.x + 2.0 * space::TINY, 26.0);
    let response = parts::press(ui, extent, size::RADIUS, name, None);
    row.paint(ui.painter(), response.rect.left_center() + vec2(space::TINY, 0.0));
    let right = response.rect.right_center() - vec2(space::TINY, 0.0);
    let place = Rect::from_min_max(right - vec2(cap.x, cap.y / 2.0), right + vec2(0.0, cap.y / 2.0));
    parts::paint_keycap(ui, ui.painter(), place, key);
    response
}

/// Name, initials and colour of who reviews; the name is empty while nobody has said who they are.
fn reviewer(app: &App) -> (String, String, u8) {
    let known = app.by().and_then(|by| app.session().project().reviewer(by)).filter(|reviewer| !reviewer.name().is_empty());
    match known {
        Some(reviewer) => (app.session().project().reviewer_name(reviewer.id), reviewer.initials(), reviewer.colour()),
        None => {
            let name = app.settings.name.trim().to_owned();
            let letters = if name.is_empty() { "?".into() } else { crate::model::initials(&name) };
            (name, letters, 0)
        }
    }
}

/// The title of the project and what has become of its work, in the middle of the bar where there is room.
fn title_ui(ui: &mut Ui, app: &App, bar: Rect, room: std::ops::RangeInclusive<f32>, send: &mut Vec<Request>) {
    let articles = app.session().project().articles().len();
    let width = room.end() - room.start();
    if articles == 0 || width < LEAST_TITLE {
        return;
    }
    let tokens = Tokens::of(ui.visuals());
    let title = app.session().title();
    let state = format!("{} · {}", counted(articles, "article", "articles"), saved_words(app));
    let state = Inline::new().words(ui, state, fonts::sans(size::SECONDARY), tokens.dim);
    let beside = space::SMALL + state.size().x;
    let shows_state = width > LEAST_TITLE + beside;
    let title_room = width - 2.0 * space::SMALL - if shows_state { beside } else { 0.0 };
    let row = Inline::new().elided(ui, &title, fonts::semibold(size::INTERFACE), tokens.text, title_room);
    let whole = row.size().x + 2.0 * space::SMALL + if shows_state { beside } else { 0.0 };
    let from = (bar.center().x - whole / 2.0).clamp(*room.start(), (room.end() - whole).max(*room.start()));
    let place = Rect::from_min_max(pos2(from, bar.top()), pos2(from + whole, bar.bottom()));
    placed(ui, place, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        let entry = Command::NameProject.entry();
        let name = format!("{title}: {}", entry.title.trim_end_matches('…').to_lowercase());
        if row.button(ui, &name, None).on_hover_text(entry.tip).clicked() {
            send.push(Request::Run(Command::NameProject));
        }
        if shows_state {
            let name = format!("{} articles, {}", thousands(articles), saved_words(app));
            state.label(ui, &name);
        }
    });
}

/// “saved 09:31”, “unsaved changes”, “not saved yet”.
fn saved_words(app: &App) -> String {
    let session = app.session();
    match (&session.path, session.is_unsaved(), session.saved_at) {
        (None, ..) => "not saved yet".into(),
        (Some(_), true, _) => "unsaved changes".into(),
        (Some(_), false, Some(at)) => format!("saved {}", app.surroundings.short(at, app.surroundings.now())),
        (Some(_), false, None) => "saved".into(),
    }
}
