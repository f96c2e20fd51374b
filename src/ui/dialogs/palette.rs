//! “Go to anything”: one field, and what matches the words in it.

use egui::{Event, Frame, Id, Key, Margin, Modal, Modifiers, Rect, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, vec2};

use super::frame;
use crate::app::palette::{Goal, Item};
use crate::app::{App, Request};
use crate::ui::article;
use crate::ui::parts::command::key_of;
use crate::ui::parts::{Inline, keycap_size, paint_keycap};
use crate::ui::theme::{Tokens, fonts, size, space};

/// The height of a row in points.
const ROW: f32 = 30.0;

/// Draws the palette.
pub fn palette_ui(ui: &Ui, app: &mut App, first: bool, send: &mut Vec<Request>) {
    let ctx = ui.ctx();
    let tokens = Tokens::of(ui.visuals());
    let width = (ctx.content_rect().width() - 4.0 * space::HUGE).min(620.0);
    let (anchor, offset) = frame::from_top();
    let area = Modal::default_area(Id::unique("palette")).accessible_name("Go to anything").anchor(anchor, offset);
    let sheet = Frame::popup(ui.style()).corner_radius(size::CARD_RADIUS).inner_margin(Margin::same(space::SMALL as i8));
    let modal = Modal::new(Id::unique("palette")).area(area).backdrop_color(tokens.scrim).frame(sheet.fill(tokens.surface));
    let shown = modal.show(ctx, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = space::TINY;
        let moved = keys(ui, app, send);
        field_ui(ui, app, first, send);
        rows_ui(ui, app, moved || first, send);
    });
    let escape = || ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if shown.backdrop_response.clicked() || (shown.is_top_modal && escape()) {
        send.push(Request::CloseDialog);
    }
}

/// Moves the choice by the arrows and takes it by Enter; gives back whether it moved.
fn keys(ui: &Ui, app: &mut App, send: &mut Vec<Request>) -> bool {
    let last = app.palette.matches().len().saturating_sub(1);
    let before = app.palette.chosen.min(last);
    let mut chosen = before;
    let mut enter = false;
    ui.input_mut(|input| {
        for (key, to) in [
            (Key::ArrowUp, before.checked_sub(1).unwrap_or(last)),
            (Key::ArrowDown, if before < last { before + 1 } else { 0 }),
            (Key::PageUp, before.saturating_sub(8)),
            (Key::PageDown, (before + 8).min(last)),
        ] {
            if input.consume_key(Modifiers::NONE, key) {
                chosen = to;
            }
        }
        let is_enter = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, .. });
        enter = input.events.iter().any(is_enter);
        input.events.retain(|event| !is_enter(event));
    });
    app.palette.chosen = chosen;
    if enter && let Some(item) = app.palette.matches().get(chosen) {
        take(item, send);
    }
    chosen != before
}

fn take(item: &Item, send: &mut Vec<Request>) {
    send.extend([Request::CloseDialog, item.request()]);
}

fn field_ui(ui: &mut Ui, app: &App, first: bool, send: &mut Vec<Request>) {
    let mut words = app.palette.words.clone();
    let font = fonts::sans(15.0);
    let response = article::field_ui(ui, Id::unique("palette field"), &font, false, &mut words, |words| {
        let field = TextEdit::singleline(words).font(font.clone()).margin(Margin::symmetric(10, 8)).desired_width(f32::INFINITY);
        field.hint_text("A command, an article, words of an annotation")
    });
    let response = response.accessible_name("Go to anything");
    if first || !response.has_focus() {
        response.request_focus();
    }
    if response.changed() {
        send.push(Request::Look(words));
    }
}

fn rows_ui(ui: &mut Ui, app: &App, reveal: bool, send: &mut Vec<Request>) {
    let matches = app.palette.matches();
    if matches.is_empty() {
        frame::dim(ui, "Nothing has these letters.");
        return;
    }
    let most = (ui.ctx().content_rect().height() - 190.0).clamp(ROW * 3.0, ROW * 13.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("matches").max_height(most).min_scrolled_height(most).auto_shrink([false, true]).show(ui, |ui| {
        let list = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label("Matches");
        ui.scope_builder(list, |ui| {
            for (place, item) in matches.iter().enumerate() {
                let chosen = place == app.palette.chosen;
                let response = row_ui(ui, place, item, chosen);
                if chosen && reveal {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    take(item, send);
                }
            }
        });
    });
}

/// Draws a match. It is no stop of the Tab key: the field keeps the focus.
fn row_ui(ui: &mut Ui, place: usize, item: &Item, chosen: bool) -> egui::Response {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, Id::unique("palette row").with(place), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, format!("{}, {}", item.text, item.aside)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let tokens = Tokens::of(ui.visuals());
    if chosen {
        ui.painter().rect_filled(rect, size::RADIUS, tokens.selection);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, tokens.hover);
    }
    let inside = rect.shrink2(vec2(space::SMALL, 0.0));
    let mut right = inside.right();
    if let Goal::Command(command) = item.goal {
        let key = key_of(command);
        if !key.is_empty() {
            let cap = keycap_size(ui, &key);
            let place = Rect::from_center_size(egui::pos2(right - cap.x / 2.0, inside.center().y), cap);
            paint_keycap(ui, ui.painter(), place, &key);
            right -= cap.x + space::SMALL;
        }
    }
    let aside = Inline::new().elided(ui, &item.aside, fonts::sans(size::SECONDARY), tokens.dim, inside.width() * 0.35);
    right -= aside.size().x;
    aside.paint(ui.painter(), egui::pos2(right, inside.center().y));
    let row = match item.goal {
        Goal::Annotation(_, verdict) => Inline::new().sign(verdict, 10.0, tokens.verdict(verdict).text).gap(2.0),
        Goal::Article(_) | Goal::Command(_) => Inline::new().gap(16.0),
    };
    let face = if matches!(item.goal, Goal::Article(_)) { fonts::semibold(size::INTERFACE) } else { fonts::sans(size::INTERFACE) };
    let room = right - inside.left() - row.size().x - space::SMALL;
    row.elided(ui, &item.text, face, tokens.text, room).paint(ui.painter(), inside.left_center());
    response
}
