//! The bar over the tabs: their names, and at the right what belongs to the open one.

use egui::{Align, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, Role, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, vec2};

use super::filter;
use super::icons::{Icon, focus_ring, icon_button_ui};
use crate::app::command::Command;
use crate::app::{App, Request, Tab};
use crate::platform;
use crate::ui::theme::{Tokens, size, space, style};

/// The height of the bar in points.
const HEIGHT: f32 = 38.0;
/// The bar holds the field of the filter when it is at least so wide, in points.
const WIDE: f32 = 780.0;
/// The width of the field, in points.
const FIELD: f32 = 150.0;

/// The tabs from left to right. The history has one only while it is open: it is looked at now and then. The comparison of reviewers has one where
/// there are several, or it is open.
const TABS: [Tab; 6] = [Tab::Annotations, Tab::CrossCheck, Tab::Compare, Tab::Find, Tab::Summary, Tab::History];

/// The tabs that the bar has now. A narrow one has no room for the summary beside one of these.
fn tabs(app: &App, narrow: bool) -> Vec<Tab> {
    let history = app.tab == Tab::History;
    let several = || app.session().project().reviewers().nth(1).is_some();
    let has_room = |tab: &Tab| match tab {
        Tab::History => history,
        Tab::Compare => app.tab == Tab::Compare || !narrow && several(),
        Tab::Summary => !(narrow && matches!(app.tab, Tab::History | Tab::Compare)),
        Tab::Annotations | Tab::CrossCheck | Tab::Find => true,
    };
    TABS.into_iter().filter(has_room).collect()
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
        let tabs = tabs(app, width < WIDE);
        for tab in &tabs {
            tab_ui(ui, app, &tabs, *tab, width < WIDE, send);
        }
    });
    let right = UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(right, |ui| {
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
    });
}

/// A command's sentence with its key.
fn tip(command: Command) -> String {
    let key = command.key().map(|key| format!(" ({})", key.spelled(platform::system()))).unwrap_or_default();
    format!("{}{key}", command.entry().tip)
}

/// The field that filters by words.
pub fn words_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let mut words = app.filter.words.clone();
    let field = TextEdit::singleline(&mut words).id(Id::unique("filter by words")).desired_width(FIELD).hint_text("Filter by words");
    if ui.add(field).accessible_name("Filter by words").changed() {
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

fn tab_ui(ui: &mut Ui, app: &App, tabs: &[Tab], tab: Tab, narrow: bool, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    let open = app.tab == tab;
    let words = label(app, tab);
    let face = if open { style::strong() } else { egui::TextStyle::Body };
    let colour = if open { tokens.text } else { tokens.dim };
    let galley = ui.painter().layout_no_wrap(words.clone(), face.resolve(ui.style()), colour);
    let room = if narrow { space::SMALL } else { space::MEDIUM };
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * room, HEIGHT), Sense::hover());
    let response = ui.interact(rect, id_of(tab), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, open, &words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(open));
    if response.hovered() && !open {
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 5.0)), size::RADIUS, tokens.hover);
    }
    if open {
        let under = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 2.0), rect.right_bottom());
        ui.painter().rect_filled(under, 0.0, tokens.accent);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    focus_ring(ui, rect.shrink2(vec2(0.0, 4.0)), &response);
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
