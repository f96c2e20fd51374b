//! The small bar at a selection that offers the verdicts.

use egui::{Area, CornerRadius, Frame, Id, Margin, Order, Popup, Pos2, Rect, Response, Stroke, Ui, Vec2, pos2, vec2};

use crate::app::command::Command;
use crate::app::{App, Request};
use crate::model::Verdict;
use crate::ui::parts::command::{command_item, key_of, menu_line, menu_spacing};
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, size, space};

/// How high a button is, in points.
const HEIGHT: f32 = 30.0;
/// Between the bar's edge and its buttons, in points.
const ROOM: i8 = 4;
/// What a button leaves free at its ends, in points.
const SIDE: f32 = 9.0;

/// What each button shows: its command, and the verdict whose sign it bears.
const BUTTONS: [(Command, Option<Option<Verdict>>); 5] = [
    (Command::Verify, Some(Some(Verdict::Verified))),
    (Command::Dispute, Some(Some(Verdict::Disputed))),
    (Command::Refute, Some(Some(Verdict::Erroneous))),
    (Command::ToCheck, Some(None)),
    (Command::Note, None),
];

/// What is behind the three dots.
const MORE: [Command; 5] = [Command::Correct, Command::Cite, Command::Dismiss, Command::MarkEvery, Command::MarkEveryInAll];

/// How much of a button shows, by the room there is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    WordsAndKeys,
    Words,
    Signs,
}

/// The bar at a selection that offers the verdicts: below the selection, or above it where there is no room, within
/// the page. Pressing it leaves the keyboard's focus where it was.
pub fn verdict_bar_ui(ui: &mut Ui, app: &App, selection: Rect, page: Rect, send: &mut Vec<Request>) {
    if !page.intersects(selection) || app.session().read_only {
        return;
    }
    let focused = Id::unique("focus before the verdict bar");
    if let Some(now) = ui.memory(|memory| memory.focused()) {
        ui.data_mut(|data| data.insert_temp(focused, now));
    }
    let detail = detail(ui, page.width() - 2.0 * space::SMALL);
    let extent = vec2(width(ui, detail), HEIGHT + 2.0 * f32::from(ROOM));
    let sent = send.len();
    let area = Area::new(Id::unique("verdict bar")).order(Order::Middle).fade_in(false).accessible_name("Verdict for the selection");
    area.fixed_pos(place(selection, page, extent)).show(ui.ctx(), |ui| bar_ui(ui, app, detail, send));
    if send.len() > sent
        && let Some(before) = ui.data(|data| data.get_temp::<Id>(focused))
    {
        ui.memory_mut(|memory| memory.request_focus(before));
    }
}

/// Where the bar stands: below the selection, else above it, else at the foot of the page.
fn place(selection: Rect, page: Rect, extent: Vec2) -> Pos2 {
    let room = page.shrink(space::SMALL);
    let x = (selection.center().x - extent.x / 2.0).min(room.right() - extent.x).max(room.left());
    let below = selection.bottom() + space::SMALL;
    let above = selection.top() - space::SMALL - extent.y;
    let y = if below + extent.y <= room.bottom() {
        below.max(room.top())
    } else if above >= room.top() {
        above
    } else {
        room.bottom() - extent.y
    };
    pos2(x, y)
}

fn detail(ui: &Ui, room: f32) -> Detail {
    let all = [Detail::WordsAndKeys, Detail::Words];
    all.into_iter().find(|detail| width(ui, *detail) <= room).unwrap_or(Detail::Signs)
}

fn width(ui: &Ui, detail: Detail) -> f32 {
    let buttons: f32 = BUTTONS.iter().map(|(command, verdict)| button_width(ui, *command, *verdict, detail)).sum();
    buttons + HEIGHT + 2.0 * f32::from(ROOM)
}

fn button_width(ui: &Ui, command: Command, verdict: Option<Option<Verdict>>, detail: Detail) -> f32 {
    let cap = if detail == Detail::WordsAndKeys { 6.0 + parts::keycap_size(ui, &key_of(command)).x } else { 0.0 };
    face(ui, command, verdict, detail).size().x + cap + 2.0 * SIDE
}

/// The sign and word of a button.
fn face(ui: &Ui, command: Command, verdict: Option<Option<Verdict>>, detail: Detail) -> Inline {
    let tokens = Tokens::of(ui.visuals());
    let colour = verdict.map_or(tokens.dim, |verdict| tokens.verdict(verdict).text);
    let row = verdict.map_or_else(Inline::new, |verdict| Inline::new().sign(verdict, 11.0, colour));
    // A button without a sign keeps its word.
    if detail == Detail::Signs && verdict.is_some() {
        return row;
    }
    row.words(ui, command.entry().title, fonts::sans(size::INTERFACE), colour)
}

fn bar_ui(ui: &mut Ui, app: &App, detail: Detail, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(size::HAIRLINE, tokens.line))
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::same(ROOM));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            for (command, verdict) in BUTTONS {
                ui.add_enabled_ui(app.can(command), |ui| {
                    if button_ui(ui, command, verdict, detail).clicked() {
                        send.push(Request::Run(command));
                    }
                });
            }
            more_ui(ui, app, send);
        });
    });
}

fn button_ui(ui: &mut Ui, command: Command, verdict: Option<Option<Verdict>>, detail: Detail) -> Response {
    let entry = command.entry();
    let extent = vec2(button_width(ui, command, verdict, detail), HEIGHT);
    let response = parts::press(ui, extent, size::RADIUS, entry.title, None);
    face(ui, command, verdict, detail).paint(ui.painter(), response.rect.left_center() + vec2(SIDE, 0.0));
    let key = key_of(command);
    if detail == Detail::WordsAndKeys {
        let cap = parts::keycap_size(ui, &key);
        let right = response.rect.right_center() - vec2(SIDE, 0.0);
        let place = Rect::from_min_max(right - vec2(cap.x, cap.y / 2.0), right + vec2(0.0, cap.y / 2.0));
        parts::paint_keycap(ui, ui.painter(), place, &key);
    }
    response.on_hover_text(format!("{} [{key}]", entry.tip))
}

fn more_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let response = parts::press(ui, Vec2::splat(HEIGHT), size::RADIUS, "More", None);
    let dots = Tokens::of(ui.visuals()).dim;
    for at in [-5.0, 0.0, 5.0] {
        ui.painter().circle_filled(response.rect.center() + vec2(at, 0.0), 1.4, dots);
    }
    let response = parts::opens_menu(response);
    Popup::menu(&response).show(|ui| {
        menu_spacing(ui);
        for command in MORE {
            if command.entry().first {
                menu_line(ui);
            }
            command_item(ui, app, command, None, send);
        }
        menu_line(ui);
        for command in [Command::Widen, Command::Copy, Command::CopyQuotation] {
            command_item(ui, app, command, None, send);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_stands_below_else_above_and_stays_on_the_page() {
        let page = Rect::from_min_size(pos2(100.0, 40.0), vec2(600.0, 400.0));
        let extent = vec2(300.0, 38.0);
        let row = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(80.0, 20.0));
        for (selection, expected) in [
            (row(300.0, 100.0), pos2(190.0, 128.0)),
            (row(105.0, 100.0), pos2(108.0, 128.0)),
            (row(615.0, 100.0), pos2(392.0, 128.0)),
            (row(300.0, 400.0), pos2(190.0, 354.0)),
            (Rect::from_min_size(pos2(100.0, 0.0), vec2(600.0, 900.0)), pos2(250.0, 394.0)),
        ] {
            assert_eq!(place(selection, page, extent), expected, "{selection:?}");
        }
    }
}
