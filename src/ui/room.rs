//! What of the window is drawn where it is small, or everything in it large: panels give way to the page, and where
//! even one is too much beside it, one area at a time has the middle. A bar then leads from one to the other.

use egui::{Align, Layout, Ui, vec2};

use super::areas::Area;
use super::page::TWO_PAGES;
use super::parts::{self, Inline};
use super::theme::{Tokens, fonts, size, space};
use crate::app::{App, Tab};

/// With less width than this only one panel stands beside the page, in points.
const NARROW: f32 = 720.0;
/// With less than this none does.
const NARROWEST: f32 = 480.0;
/// With less height than this no lists stand below the page, in points.
const LOW: f32 = 400.0;
/// With less than this one area has the middle alone.
const LOWEST: f32 = 300.0;
/// The cross-check and the comparison of reviewers, which have two columns of their own, have the middle alone with less
/// width than this, in points.
const TWO_COLUMNS: f32 = 900.0;
/// The least that is left for the page beside panels, and above lists, in points.
const PAGE: egui::Vec2 = vec2(300.0, 150.0);
/// It keeps this share of what there is, up to so many points: there the panels are as large as they like.
const SHARE: egui::Vec2 = vec2(0.58, 0.55);
const ENOUGH: egui::Vec2 = vec2(420.0, 300.0);

/// The least width of the list of articles and of the panel, in points.
pub const LEAST_LIST: f32 = 180.0;
/// The least width of the panel, in points.
pub const LEAST_PANEL: f32 = 260.0;
/// The least height of the lists, in points.
pub const LEAST_LISTS: f32 = 120.0;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The list of articles at the left.
    pub list: bool,
    /// The panel at the right.
    pub panel: bool,
    /// The lists below the middle.
    pub below: bool,
    /// What is in the middle.
    pub middle: Area,
    /// Whether something that is switched on is not drawn.
    pub gives_way: bool,
}

impl Room {
    /// What is drawn in a window of an extent in points, where `front` is the area that was asked for last.
    pub fn of(extent: egui::Vec2, app: &App, front: Area) -> Self {
        let whole = app.settings.tabs && app.tab_whole;
        // These say all of it beside its places when they take the whole middle.
        let tells_all = app.is_tab_whole(Tab::CrossCheck) || app.is_tab_whole(Tab::Compare);
        let wants = |area: Area| match area {
            Area::Articles => app.settings.articles,
            Area::Panel => app.settings.panel && !tells_all,
            Area::Lists => app.settings.tabs,
            Area::TopBar | Area::Page | Area::StatusBar => true,
        };
        let one = extent.x < NARROWEST || extent.y < LOWEST;
        let front = if wants(front) { front } else { Area::Page };
        let narrow = extent.x < NARROW || whole && tells_all && extent.x < TWO_COLUMNS;
        // Two pages side by side need more than one; their heads choose the articles too.
        let beside = if app.panes.are_two() && !whole { TWO_PAGES } else { PAGE.x };
        let panel_room = if wants(Area::Panel) { LEAST_PANEL } else { 0.0 };
        let list_fits = if narrow { front == Area::Articles } else { extent.x - beside >= size::LEFT_PANEL.min(LEAST_LIST) + panel_room };
        let list = wants(Area::Articles) && !one && list_fits;
        let panel = wants(Area::Panel) && !one && !(narrow && list);
        let below = wants(Area::Lists) && !whole && !one && extent.y >= LOW;
        let middle = match front {
            _ if whole && (!one || front == Area::Page) => Area::Lists,
            Area::Articles | Area::Panel if one => front,
            Area::Lists if !below => Area::Lists,
            _ => Area::Page,
        };
        let drawn = |area: Area| match area {
            Area::Articles => list || middle == area,
            Area::Panel => panel || middle == area,
            Area::Lists => below || middle == area,
            Area::Page => middle == area || whole,
            Area::TopBar | Area::StatusBar => true,
        };
        let all = [Area::Articles, Area::Page, Area::Panel, Area::Lists];
        Self { list, panel, below, middle, gives_way: all.into_iter().any(|area| wants(area) && !drawn(area)) }
    }

    /// Whether an area is drawn.
    fn shows(self, area: Area) -> bool {
        match area {
            Area::Articles => self.list || self.middle == area,
            Area::Panel => self.panel || self.middle == area,
            Area::Lists => self.below || self.middle == area,
            Area::Page => self.middle == area,
            Area::TopBar | Area::StatusBar => true,
        }
    }
}

/// The widest that the list of articles, and then the panel, may be; the highest that the lists may be: so that something
/// is left for the page.
pub fn widest(ui: &Ui, least: f32, most: f32, for_others: f32) -> f32 {
    let page = (ui.available_width() * SHARE.x).clamp(PAGE.x, ENOUGH.x);
    (ui.available_width() - page - for_others).clamp(least, most)
}

/// See [`widest`].
pub fn highest(ui: &Ui, least: f32, most: f32) -> f32 {
    let page = (ui.available_height() * SHARE.y).clamp(PAGE.y, ENOUGH.y);
    (ui.available_height() - page).clamp(least, most)
}

/// The height of the bar that leads from area to area, in points.
pub const BAR: f32 = 28.0;

/// Draws the bar that leads from area to area; gives back the one that was chosen.
pub fn bar_ui(ui: &mut Ui, app: &App, room: Room) -> Option<Area> {
    let tokens = Tokens::of(ui.visuals());
    let areas = [
        (Area::Articles, "Articles", app.settings.articles),
        (Area::Page, "Article", true),
        (Area::Panel, "Annotation", app.settings.panel),
        (Area::Lists, "Lists", app.settings.tabs),
    ];
    let mut chosen = None;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        ui.add_space(space::TINY);
        for (area, words, _) in areas.into_iter().filter(|(_, _, wanted)| *wanted) {
            let open = room.shows(area);
            let font = if open { fonts::semibold(size::SECONDARY) } else { fonts::sans(size::SECONDARY) };
            let row = Inline::new().words(ui, words, font, if open { tokens.text } else { tokens.dim });
            let extent = vec2(row.size().x + 2.0 * space::SMALL, BAR - 6.0);
            let response = parts::press(ui, extent, size::RADIUS, words, Some(open));
            row.paint(ui.painter(), response.rect.left_center() + vec2(space::SMALL, 0.0));
            if response.clicked() {
                chosen = Some(area);
            }
        }
    });
    ui.painter().hline(ui.max_rect().x_range(), ui.max_rect().bottom() - 0.5, (1.0, tokens.line));
    chosen
}
