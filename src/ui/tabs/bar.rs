//! The bar over the tabs: their names, and at the right what belongs to the open one.

use egui::containers::menu::MenuButton;
use egui::{Align, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, Role, Sense, TextEdit, TextStyle, Ui, UiBuilder, vec2};

use super::icons::{Icon, icon_button_ui};
use super::{filter, tab};
use crate::app::command::Command;
use crate::app::{App, Request, Tab};
use crate::platform;
use crate::ui::article::field_ui;
use crate::ui::parts;
use crate::ui::theme::{Tokens, space};

/// The height of the bar in points.
const HEIGHT: f32 = 38.0;
/// The bar holds the field of the filter when it is at least so wide, in points.
const WIDE: f32 = 780.0;
/// The width of the field, in points.
const FIELD: f32 = 150.0;

/// The width of the button for the tabs that have no room, in points.
const MORE: f32 = 28.0;
/// Where the width of what stands at the right is kept from frame to frame.
const BESIDE: &str = "beside the tabs";

/// The tabs from left to right. The history has one only while it is open: it is looked at now and then. The comparison of reviewers has one where
/// there are several, or it is open.
const TABS: [Tab; 6] = [Tab::Annotations, Tab::CrossCheck, Tab::Compare, Tab::Find, Tab::Summary, Tab::History];

/// The tabs that there are now.
fn tabs(app: &App) -> Vec<Tab> {
    let several = || app.session().project().reviewers().nth(1).is_some();
    let is_there = |tab: &Tab| match tab {
        Tab::History => app.tab == Tab::History,
        Tab::Compare => app.tab == Tab::Compare || several(),
        Tab::Annotations | Tab::CrossCheck | Tab::Find | Tab::Summary => true,
    };
    TABS.into_iter().filter(is_there).collect()
}

/// The numbers of the tabs, given their widths, that have no room: none, or all after the first ones, but never the open one.
fn without_room(widths: &[f32], open: Option<usize>, room: f32) -> Vec<usize> {
    if widths.iter().sum::<f32>() <= room {
        return Vec::new();
    }
    let mut left = room - MORE - open.and_then(|open| widths.get(open)).copied().unwrap_or(0.0);
    let mut full = false;
    let fits = |(number, width): (usize, &f32)| {
        if Some(number) == open {
            return None;
        }
        full |= *width > left;
        left -= *width;
        full.then_some(number)
    };
    widths.iter().enumerate().filter_map(fits).collect()
}

/// Draws the bar.
pub fn bar_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, Tokens::of(ui.visuals()).line));
    let inside = Rect::from_min_max(rect.min + vec2(space::SMALL, 0.0), rect.max - vec2(space::SMALL, 0.0));
    let left = UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)).accessibility_role(Role::TabList);
    ui.scope_builder(left.accessibility_label("Lists"), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let tabs = tabs(app);
        let widths: Vec<f32> =
            tabs.iter().map(|tab| tab::words(ui, &label(app, *tab), *tab == app.tab).size().x + 2.0 * padding(width)).collect();
        let open = tabs.iter().position(|tab| *tab == app.tab);
        let beside: f32 = ui.data(|data| data.get_temp(Id::unique(BESIDE))).unwrap_or_default();
        let rest = without_room(&widths, open, inside.width() - beside);
        for (number, (tab, tab_width)) in tabs.iter().zip(&widths).enumerate() {
            if !rest.contains(&number) {
                tab_ui(ui, app, &tabs, *tab, *tab_width, send);
            }
        }
        if !rest.is_empty() {
            more_ui(ui, app, rest.iter().filter_map(|number| tabs.get(*number)), send);
        }
    });
    let right = UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center));
    let beside = ui.scope_builder(right, |ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        let whole = if app.tab_whole { Icon::Below } else { Icon::Whole };
        for (icon, command) in [(Icon::Close, Command::ShowTabs), (whole, Command::WholeTab)] {
            let entry = command.entry();
            if icon_button_ui(ui, icon, entry.title, app.can(command)).on_hover_text(tip(command)).clicked() {
                send.push(Request::Run(command));
            }
        }
        if app.tab == Tab::Annotations {
            filter::menu_ui(ui, app, width < WIDE, send);
            if width >= WIDE {
                words_ui(ui, app, send);
            }
        }
        ui.min_rect().width()
    });
    remember_beside(ui, beside.inner);
}

/// The tabs stand first, for those who go by Tab, so what stands at the right has been measured in the frame before.
fn remember_beside(ui: &Ui, width: f32) {
    let id = Id::unique(BESIDE);
    let changed = ui.data_mut(|data| {
        data.get_temp(id).replace(width) != Some(width) && {
            data.insert_temp(id, width);
            true
        }
    });
    if changed {
        ui.ctx().request_repaint();
    }
}

/// The menu of the tabs that have no room.
fn more_ui<'a>(ui: &mut Ui, app: &App, rest: impl Iterator<Item = &'a Tab>, send: &mut Vec<Request>) {
    let button = egui::Button::new("…").frame_when_inactive(false).min_size(vec2(MORE, 0.0));
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        for tab in rest {
            if ui.button(label(app, *tab)).clicked() {
                send.push(Request::ShowTab(*tab));
            }
        }
    });
    parts::opens_menu(response).on_hover_text("The lists that have no room here.").accessible_name("More lists");
}

/// A command's sentence with its key.
fn tip(command: Command) -> String {
    let key = command.key().map(|key| format!(" ({})", key.spelled(platform::system()))).unwrap_or_default();
    format!("{}{key}", command.entry().tip)
}

/// The field that filters by words.
pub fn words_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let mut words = app.filter.words.clone();
    let font = TextStyle::Body.resolve(ui.style());
    let field = field_ui(ui, Id::unique("filter by words"), &font, false, &mut words, |words| {
        TextEdit::singleline(words).desired_width(FIELD).hint_text("Filter by words")
    });
    if field.accessible_name("Filter by words").changed() {
        send.push(Request::SetFilter(crate::app::filter::Filter { words, ..app.filter.clone() }));
    }
}

fn label(app: &App, tab: Tab) -> String {
    match tab {
        Tab::Annotations => format!("Annotations {}", app.list.rows().len()),
        Tab::CrossCheck => "Cross-check".to_owned(),
        Tab::Compare => "Reviewers".to_owned(),
        Tab::Find => "Find".to_owned(),
        Tab::Summary => "Summary".to_owned(),
        Tab::History => "History".to_owned(),
    }
}

fn id_of(tab: Tab) -> Id {
    Id::unique("tab").with(TABS.iter().position(|other| *other == tab))
}

/// The room beside the words of a tab in a bar of this width, in points.
fn padding(width: f32) -> f32 {
    if width < WIDE { space::SMALL } else { space::MEDIUM }
}

fn tab_ui(ui: &mut Ui, app: &App, tabs: &[Tab], tab: Tab, width: f32, send: &mut Vec<Request>) {
    let (open, words) = (app.tab == tab, label(app, tab));
    let galley = tab::words(ui, &words, open);
    let response = tab::tab_ui(ui, id_of(tab), galley, &words, open, vec2(width, HEIGHT));
    if response.clicked() {
        send.push(Request::ShowTab(tab));
    }
    arrows(ui, tabs, &response, tab, send);
}

/// The arrows go from tab to tab, round at the ends.
fn arrows(ui: &Ui, tabs: &[Tab], response: &Response, tab: Tab, send: &mut Vec<Request>) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let here = tabs.iter().position(|other| *other == tab).unwrap_or(0);
    for (key, step) in [(Key::ArrowLeft, tabs.len() - 1), (Key::ArrowRight, 1)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
            && let Some(next) = tabs.get((here + step) % tabs.len())
        {
            ui.memory_mut(|memory| memory.request_focus(id_of(*next)));
            send.push(Request::ShowTab(*next));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_tab_always_has_room() {
        let widths = [100.0, 80.0, 60.0, 80.0];
        let none: [usize; 0] = [];
        for (open, room, expected) in [
            (Some(0), 320.0, none.as_slice()),
            (Some(0), 319.0, &[3]),
            (Some(3), 319.0, &[2]),
            (Some(3), 250.0, &[1, 2]),
            (Some(1), 40.0, &[0, 2, 3]),
            (None, 240.0, &[2, 3]),
        ] {
            assert_eq!(without_room(&widths, open, room), expected, "open {open:?}, room {room}");
        }
    }
}
