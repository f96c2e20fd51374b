//! The areas of the window and the way of the keyboard through them.
//!
//! A key goes from area to area and finds in each the widget that had the focus there last, else its first. Tab goes
//! through all widgets, and so through the areas, in the order in which they are drawn; that is the order of reading:
//! the panels around the page take their room first ([`reserve`]) and are drawn after it ([`Areas::fill`]). Escape leads
//! back to the article from anywhere.

use std::collections::HashMap;

use egui::accesskit::Role;
use egui::{FocusDirection, Id, Key, Panel, Popup, Rect, Sense, Ui, UiBuilder};

use crate::app::{App, Field, Tab};

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    /// The bar at the top.
    TopBar,
    /// The list of articles.
    Articles,
    /// The article.
    Page,
    /// The annotation in hand.
    Panel,
    /// The tabs.
    Lists,
    /// The bar at the bottom.
    StatusBar,
}

impl Area {
    fn name(self) -> &'static str {
        match self {
            Self::TopBar => "Menus",
            Self::Articles => "Articles",
            Self::Page => "Article",
            Self::Panel => "Annotation in hand",
            Self::Lists => "Lists",
            Self::StatusBar => "Status",
        }
    }
}

/// Where the keyboard is and was.
#[derive(Default)]
pub struct Areas {
    current: Option<Area>,
    last: HashMap<Area, Id>,
    entering: Option<Area>,
    /// The area between the bars that was asked for last: where not all fit, it is drawn.
    front: Option<Area>,
    tab: Tab,
}

impl Areas {
    /// The area that was asked for last, of those between the bars.
    pub fn front(&self) -> Area {
        self.front.unwrap_or(Area::Page)
    }

    /// Goes to an area in the next frame.
    pub fn go_to(&mut self, ui: &Ui, area: Area) {
        self.front = Some(area);
        self.entering = Some(area);
        ui.ctx().request_repaint();
    }

    /// To be called before anything is drawn: follows the wish for another area.
    pub fn begin(&mut self, ui: &Ui, app: &mut App) {
        self.current = ui.memory(|memory| memory.focused()).and(self.current);
        let turn = app.focus.take_if(|field| matches!(field, Field::NextArea | Field::PreviousArea));
        if let Some(field) = turn {
            self.entering = self.beside(app, field == Field::NextArea);
        }
        if self.entering == Some(Area::Page) {
            app.focus = Some(Field::Article);
        }
        let asked = match app.focus {
            Some(Field::Article | Field::Ends) => Some(Area::Page),
            Some(Field::Note | Field::Correction | Field::Reason) => Some(Area::Panel),
            Some(Field::Find) => Some(Area::Lists),
            Some(Field::NextArea | Field::PreviousArea) | None => None,
        };
        let tab = (std::mem::replace(&mut self.tab, app.tab) != app.tab).then_some(Area::Lists);
        let place = app.go.is_some().then_some(Area::Page);
        let entered = self.entering.filter(|area| !matches!(area, Area::TopBar | Area::StatusBar));
        self.front = entered.or(asked).or(tab).or(place).or(self.front);
    }

    /// The area after that with the focus, or before it.
    fn beside(&self, app: &App, forward: bool) -> Option<Area> {
        let settings = &app.settings;
        let whole = settings.tabs && app.tab_whole;
        let all = [
            (Area::TopBar, true),
            (Area::Articles, settings.articles),
            (Area::Page, !whole),
            (Area::Panel, settings.panel && !app.is_tab_whole(Tab::CrossCheck) && !app.is_tab_whole(Tab::Compare)),
            (Area::Lists, settings.tabs),
            (Area::StatusBar, true),
        ];
        let all: Vec<Area> = all.into_iter().filter(|(_, there)| *there).map(|(area, _)| area).collect();
        let here = self.current.or(self.front).and_then(|area| all.iter().position(|other| *other == area));
        let step = if forward { 1 } else { all.len() - 1 };
        all.get(here.map_or(0, |here| (here + step) % all.len())).copied()
    }

    /// Draws an area into the room that it has.
    pub fn fill<R>(&mut self, ui: &mut Ui, area: Area, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
        let id = Id::unique("area").with(area);
        let mut inside =
            ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(Role::Group).accessibility_label(area.name()));
        inside.set_clip_rect(rect.intersect(ui.clip_rect()));
        self.enter(&inside, area, rect);
        let answer = content(&mut inside);
        let focused = ui.memory(|memory| memory.focused());
        let within = |id: &Id| rect_of(ui, *id).is_some_and(|widget| rect.contains(widget.center()));
        if let Some(focused) = focused.filter(within) {
            if self.current != Some(area) && !matches!(area, Area::TopBar | Area::StatusBar) {
                self.front = Some(area);
            }
            self.current = Some(area);
            self.last.insert(area, focused);
        }
        answer
    }

    /// Gives the focus to what had it last in an area that is entered, else to the first that takes it.
    fn enter(&mut self, ui: &Ui, area: Area, rect: Rect) {
        if self.entering != Some(area) {
            return;
        }
        self.entering = None;
        if area == Area::Page {
            return;
        }
        self.current = Some(area);
        let is_there = |id: &Id| rect_of(ui, *id).is_some_and(|widget| rect.contains(widget.center()));
        match self.last.get(&area).copied().filter(is_there) {
            Some(last) => ui.memory_mut(|memory| memory.request_focus(last)),
            None => {
                // A door that passes the focus on to the widget that is drawn next.
                let door = ui.scope_id().with("door");
                ui.memory_mut(|memory| {
                    memory.request_focus(door);
                    memory.move_focus(FocusDirection::Next);
                });
                ui.interact(Rect::from_min_size(rect.min, egui::Vec2::ZERO), door, Sense::FOCUSABLE);
            }
        }
    }
}

/// Where a widget stands. (To read its response would take the focus from it in the frame of a click beside it, which may
/// just have given it: a button that leads into a field.)
fn rect_of(ui: &Ui, id: Id) -> Option<Rect> {
    ui.ctx().viewport(|viewport| {
        let drawn = viewport.this_pass.widgets.get(id).or_else(|| viewport.prev_pass.widgets.get(id));
        drawn.map(|widget| widget.rect)
    })
}

/// Takes the room of a panel that is drawn later.
pub fn reserve(ui: &mut Ui, panel: Panel) -> Rect {
    let shown = panel.show(ui, |ui| {
        ui.take_available_space();
        ui.max_rect()
    });
    shown.inner
}

/// Whether Escape is to lead back to the article: it was pressed, and neither a dialog nor the article has its own use of it.
/// To be asked before anything is drawn. A menu that is open closes by the same key.
pub fn escapes(ui: &Ui, app: &App, page_has_focus: bool) -> Option<Escape> {
    let pressed = ui.input(|input| input.key_pressed(Key::Escape));
    let free = pressed && app.dialog.is_none() && !page_has_focus;
    free.then(|| Escape { from_menu: Popup::is_any_open(ui.ctx()) })
}

/// Escape was pressed somewhere beside the article.
#[derive(Clone, Copy, Debug)]
pub struct Escape {
    from_menu: bool,
}

impl Escape {
    /// Leads back to the article; a list that has taken its place gives way, but not while only a menu was open over it.
    pub fn lead_back(self, app: &mut App) {
        if !(self.from_menu && app.tab_whole) {
            app.focus = Some(Field::Article);
        }
    }
}
