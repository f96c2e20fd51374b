//! Long lists: only the rows in sight are drawn, so that 50,000 rows cost what twenty do.
//!
//! The list itself has the focus, never a row: the arrows, Home, End and the page keys move a cursor over the rows,
//! Enter goes to the row under it. A screen reader is told the row by the list's active descendant, which is drawn also
//! where it has been scrolled out of sight. What a row shows is the business of the [`Source`]. A table has its header
//! before its rows, for those who go by Tab, so there it is the group of the rows that has the focus.

use egui::{Event, EventFilter, Id, Key, Modifiers, Rangef, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo};

use super::icons::ring;
use crate::ui::theme::Tokens;

/// What is listed.
pub trait Source {
    /// How many rows there are.
    fn count(&self) -> usize;
    /// What a row is called by those who do not see it.
    fn name(&self, row: usize) -> String;
    /// Whether it is the row of what is in hand.
    fn is_current(&self, row: usize) -> bool;
    /// Draws a row into `ui.max_rect()`.
    fn row_ui(&self, ui: &mut Ui, row: usize);
}

/// How a list looks, and what it is to a screen reader.
pub struct Look {
    /// Tells lists apart.
    pub id: Id,
    /// Its name.
    pub name: &'static str,
    /// Its role, and that of its rows.
    pub roles: (Role, Role),
    /// The height of a row in points.
    pub height: f32,
}

/// What a person did with a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The row to go to.
    pub go_to: Option<usize>,
    /// Escape was pressed in it.
    pub left: bool,
}

/// What a list remembers between frames.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rows {
    /// The row that the keys are at.
    pub cursor: usize,
    reveal: Option<usize>,
    page: usize,
}

impl Rows {
    /// Puts the cursor on a row and brings it into view.
    pub fn reveal(&mut self, row: usize) {
        self.cursor = row;
        self.reveal = Some(row);
    }

    /// Draws the list: its header, then the rows in sight.
    pub fn show(&mut self, ui: &mut Ui, look: &Look, source: &impl Source, header: impl FnOnce(&mut Ui)) -> Asked {
        if look.roles.0 != Role::Table {
            header(ui);
            return self.list_ui(ui, look, look.roles.0, source);
        }
        let id = look.id.with("table");
        let table = UiBuilder::new().scope_id(id).accessibility_role(Role::Table).accessibility_label(look.name);
        ui.scope_builder(table, |ui| {
            ui.ctx().accesskit_node_builder(id, |node| node.set_row_count(source.count()));
            header(ui);
            self.list_ui(ui, look, Role::RowGroup, source)
        })
        .inner
    }

    /// What has the focus: the list, or the rows of a table.
    fn list_ui(&mut self, ui: &mut Ui, look: &Look, role: Role, source: &impl Source) -> Asked {
        let list = UiBuilder::new().scope_id(look.id).sense(Sense::FOCUSABLE).accessibility_role(role).accessibility_label(look.name);
        let shown = ui.scope_builder(list, |ui| {
            if role != Role::RowGroup {
                ui.ctx().accesskit_node_builder(look.id, |node| node.set_size_of_set(source.count()));
            }
            let focused = ui.memory(|memory| memory.has_focus(look.id));
            let mut asked = if focused { self.keys(ui, look.id, source.count()) } else { Asked::default() };
            let clicked = self.rows_ui(ui, look, source, focused);
            if clicked.is_some() {
                ui.memory_mut(|memory| memory.request_focus(look.id));
            }
            asked.go_to = clicked.or(asked.go_to);
            asked
        });
        // Where it is: egui tells it of what can have the focus only when it is asked to.
        shown.response.widget_info(|| WidgetInfo::labeled(role, true, look.name));
        shown.inner
    }

    fn rows_ui(&mut self, ui: &mut Ui, look: &Look, source: &impl Source, focused: bool) -> Option<usize> {
        let count = source.count();
        let reveal = self.reveal.take().filter(|row| *row < count);
        let mut clicked = None;
        ScrollArea::vertical().id_salt("rows").auto_shrink(false).show_viewport(ui, |ui, viewport| {
            let (top, across) = (ui.max_rect().top(), ui.max_rect().x_range());
            ui.set_height(look.height * count as f32);
            let rect_of = |row: usize| {
                let top = top + row as f32 * look.height;
                Rect::from_x_y_ranges(across, Rangef::new(top, top + look.height))
            };
            let first = (viewport.min.y / look.height).floor().max(0.0) as usize;
            let end = ((viewport.max.y / look.height).ceil().max(0.0) as usize).min(count);
            self.page = end.saturating_sub(first).saturating_sub(1).max(1);
            let unseen = (focused && self.cursor < count && !(first..end).contains(&self.cursor)).then_some(self.cursor);
            for row in (first..end).chain(unseen) {
                if self.row_ui(ui, look, source, row, rect_of(row), focused) {
                    self.cursor = row;
                    clicked = Some(row);
                }
            }
            if let Some(row) = reveal {
                ui.scroll_to_rect(rect_of(row), None);
            }
        });
        if focused && count == 0 {
            ring(ui, ui.max_rect());
        }
        clicked
    }

    /// Draws a row; gives back whether it was clicked.
    fn row_ui(&self, ui: &mut Ui, look: &Look, source: &impl Source, row: usize, rect: Rect, focused: bool) -> bool {
        let id = look.id.with(row);
        let builder = UiBuilder::new().scope_id(id).max_rect(rect).sense(Sense::CLICK).accessibility_role(look.roles.1);
        let is_current = source.is_current(row);
        let shown = ui.scope_builder(builder, |ui| {
            ui.expand_to_include_rect(rect);
            let tokens = Tokens::of(ui.visuals());
            if is_current {
                ui.painter().rect_filled(rect, 0.0, tokens.selection);
            } else if ui.response().hovered() {
                ui.painter().rect_filled(rect, 0.0, tokens.hover);
            }
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, tokens.line));
            source.row_ui(ui, row);
            if focused && row == self.cursor {
                ring(ui, rect);
            }
        });
        shown.response.widget_info(|| WidgetInfo::labeled(look.roles.1, true, source.name(row)));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_selected(is_current);
            if look.roles.0 == Role::Table {
                node.set_row_index(row);
            } else {
                node.set_position_in_set(row);
            }
        });
        if focused && row == self.cursor {
            ui.ctx().accesskit_node_builder(look.id, |node| node.set_active_descendant(id.accesskit_id()));
        }
        shown.response.clicked()
    }

    fn keys(&mut self, ui: &Ui, id: Id, count: usize) -> Asked {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, EventFilter { vertical_arrows: true, ..EventFilter::default() }));
        let last = count.saturating_sub(1);
        let before = self.cursor.min(last);
        let page = self.page.max(1);
        let mut asked = Asked::default();
        let mut cursor = before;
        ui.input_mut(|input| {
            for (key, to) in [
                (Key::ArrowUp, before.saturating_sub(1)),
                (Key::ArrowDown, (before + 1).min(last)),
                (Key::PageUp, before.saturating_sub(page)),
                (Key::PageDown, before.saturating_add(page).min(last)),
                (Key::Home, 0),
                (Key::End, last),
            ] {
                if input.consume_key(Modifiers::NONE, key) {
                    cursor = to;
                }
            }
            if count > 0 && input.consume_key(Modifiers::NONE, Key::Enter) {
                asked.go_to = Some(cursor);
            }
            let escape = |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. });
            asked.left = input.events.iter().any(escape);
        });
        if cursor != before {
            self.reveal(cursor);
        }
        asked
    }
}
