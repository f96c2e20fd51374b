//! The line between two pages: dragged, or moved by the arrow keys while it has the focus; Home, a double click and
//! Enter put it back into the middle.

use egui::{CursorIcon, EventFilter, Key, Modifiers, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use crate::app::Request;
use crate::app::settings::Settings;
use crate::ui::theme::{Tokens, size};

/// How wide it is to the pointer, in points.
const GRIP: f32 = 8.0;
/// How far an arrow key moves it, in thousandths of the middle.
const STEP: u16 = 25;

/// The parts of a rectangle on the left and on the right of the line.
pub(super) fn parts(full: Rect, split: u16) -> (Rect, Rect) {
    let x = place(full, split);
    (Rect::from_min_max(full.min, pos2(x, full.bottom())), Rect::from_min_max(pos2(x, full.top()), full.max))
}

fn place(full: Rect, split: u16) -> f32 {
    (full.left() + full.width() * f32::from(split) / f32::from(Settings::MOST_SPLIT)).round()
}

/// Draws the line between the pages.
pub(super) fn divider_ui(ui: &Ui, full: Rect, split: u16, send: &mut Vec<Request>) {
    let whole = f32::from(Settings::MOST_SPLIT);
    let x = place(full, split);
    let grip = Rect::from_x_y_ranges(Rangef::new(x - GRIP / 2.0, x + GRIP / 2.0), full.y_range());
    let response = ui.interact(grip, ui.scope_id().with("divider"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, "Between the pages"));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_numeric_value(f64::from(split) / f64::from(whole)));
    let mut wanted = None;
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        wanted = Some(((at.x - full.left()) / full.width() * whole).round() as u16);
    }
    if response.double_clicked() {
        wanted = Some(Settings::MOST_SPLIT / 2);
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let keys = [
            (Key::ArrowLeft, split.saturating_sub(STEP)),
            (Key::ArrowRight, split + STEP),
            (Key::Home, Settings::MOST_SPLIT / 2),
            (Key::Enter, Settings::MOST_SPLIT / 2),
        ];
        let pressed = keys.into_iter().find(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
        wanted = pressed.map(|(_, to)| to).or(wanted);
    }
    send.extend(wanted.filter(|to| *to != split).map(Request::Split));

    let tokens = Tokens::of(ui.visuals());
    let strong = response.hovered() || response.dragged() || response.has_focus();
    let pen = if strong { Stroke::new(size::FOCUS_RING * 2.0, tokens.accent) } else { Stroke::new(size::HAIRLINE, tokens.line) };
    ui.painter().vline(x, full.y_range(), pen);
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
}
