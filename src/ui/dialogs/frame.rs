//! What all dialogs share: the sheet over the dimmed window, its title, its body that scrolls where the window is small,
//! its buttons, its fields.

use egui::{
    Align, Align2, Button, Event, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Popup, Response, RichText, ScrollArea, TextStyle, Ui,
    vec2,
};

use crate::app::Request;
use crate::ui::article::label_ui;
use crate::ui::parts;
use crate::ui::theme::{Tokens, size, space, style};

/// The room that title, buttons and margins take, in points.
const AROUND_BODY: f32 = 168.0;
/// How far in the words of a radio button or check box stand, in points.
const CHOICE: i8 = 22;
/// Windows lower than this scroll a dialog as a whole, in points.
const LOW: f32 = 360.0;

/// Draws a dialog of at most `width` points. Escape closes it; a click beside it does not, because that would throw away
/// what was typed.
pub fn dialog(ui: &Ui, title: &str, width: f32, send: &mut Vec<Request>, content: impl FnOnce(&mut Ui, &mut Vec<Request>)) {
    let ctx = ui.ctx();
    let tokens = Tokens::of(ui.visuals());
    let width = width.min(ctx.content_rect().width() - 2.0 * space::HUGE - 2.0 * space::LARGE);
    let area = Modal::default_area(Id::unique("dialog").with(title)).accessible_name(title);
    let frame = Frame::popup(ui.style()).corner_radius(size::CARD_RADIUS).inner_margin(Margin::same(20)).fill(tokens.surface);
    let modal = Modal::new(Id::unique("dialog")).area(area).backdrop_color(tokens.scrim).frame(frame);
    let popup_open = Popup::is_any_open(ctx);
    let shown = modal.show(ctx, |ui| {
        ui.set_width(width);
        let all = |ui: &mut Ui| {
            ui.label(RichText::new(title).text_style(TextStyle::Heading));
            ui.add_space(space::SMALL);
            content(ui, send);
        };
        if is_low(ui.ctx()) {
            let most = ui.ctx().content_rect().height() - 2.0 * space::HUGE - 2.0 * space::LARGE;
            ScrollArea::both().id_salt("sheet").max_width(width).max_height(most).min_scrolled_height(most).show(ui, all);
        } else {
            all(ui);
        }
    });
    // It stands in the middle by its extent in the frame before: one that has grown is drawn once more.
    let place = Id::unique("extent of the dialog");
    let (extent, before) = (shown.response.rect, ctx.data(|data| data.get_temp::<egui::Rect>(place)));
    if before != Some(extent) {
        ctx.data_mut(|data| data.insert_temp(place, extent));
        ctx.request_repaint();
    }
    let escape = || ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if shown.is_top_modal && !popup_open && escape() {
        send.push(Request::CloseDialog);
    }
}

/// Whether the window is so low that a dialog scrolls as a whole, its title and buttons too.
fn is_low(ctx: &egui::Context) -> bool {
    ctx.content_rect().height() < LOW
}

/// The middle of a dialog: scrolls where the window is too small for it.
pub fn body<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    if is_low(ui.ctx()) {
        return content(ui);
    }
    let most = body_height(ui);
    // Where it scrolls, the bar does not lie over the words.
    let scrolls = ui.scope_id().with("scrolls");
    let room = if ui.data(|data| data.get_temp::<bool>(scrolls)).unwrap_or(false) { space::MEDIUM } else { 0.0 };
    let scroll = ScrollArea::vertical().id_salt("body").max_height(most).min_scrolled_height(most).auto_shrink([false, true]);
    let shown = scroll.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - room);
        content(ui)
    });
    let now = shown.content_size.y > shown.inner_rect.height() + 1.0;
    if now != (room > 0.0) {
        ui.data_mut(|data| data.insert_temp(scrolls, now));
        ui.ctx().request_repaint();
    }
    shown.inner
}

/// Gives radio buttons, check boxes and sliders a border that is easy to see.
pub fn choices<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        let tokens = Tokens::of(ui.visuals());
        let inactive = &mut ui.visuals_mut().widgets.inactive;
        inactive.bg_stroke.color = tokens.dim;
        inactive.bg_fill = tokens.line;
        content(ui)
    })
    .inner
}

/// How high the middle of a dialog can be, in points.
pub fn body_height(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - AROUND_BODY).max(120.0)
}

/// The buttons of a dialog, from the right.
pub fn buttons(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.add_space(space::LARGE);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 30.0), Layout::right_to_left(Align::Center), content);
}

/// The button that does what the dialog is for.
pub fn primary(ui: &mut Ui, words: &str, enabled: bool) -> Response {
    let tokens = Tokens::of(ui.visuals());
    let label = RichText::new(words).text_style(style::strong());
    if enabled { ui.add(Button::new(label.color(tokens.on_accent)).fill(tokens.accent)) } else { ui.add_enabled(false, Button::new(label)) }
}

/// The button that closes the dialog without doing anything.
pub fn cancel(ui: &mut Ui, send: &mut Vec<Request>) {
    if ui.button("Cancel").clicked() {
        send.push(Request::CloseDialog);
    }
}

/// The button of a dialog that only shows something; it has the focus, so that Enter closes.
pub fn close(ui: &mut Ui, first: bool, send: &mut Vec<Request>) {
    buttons(ui, |ui| {
        let button = primary(ui, "Close", true);
        if first {
            button.request_focus();
        }
        if button.clicked() {
            send.push(Request::CloseDialog);
        }
    });
}

/// A field for one line under its name.
pub fn field(ui: &mut Ui, name: &str, hint: &str, words: &mut String) -> Response {
    named(ui, name, |ui| parts::line_field(ui, id_of(name), name, hint, words))
}

/// A field for several lines under its name.
pub fn lines(ui: &mut Ui, name: &str, hint: &str, words: &mut String, rows: usize) -> Response {
    named(ui, name, |ui| parts::text_field(ui, id_of(name), name, hint, words, rows))
}

fn named(ui: &mut Ui, name: &str, field: impl FnOnce(&mut Ui) -> Response) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        dim(ui, name);
        field(ui)
    })
    .inner
}

fn id_of(name: &str) -> Id {
    Id::unique("dialog field").with(name)
}

/// A line of secondary words.
pub fn dim(ui: &mut Ui, words: &str) -> Response {
    let colour = Tokens::of(ui.visuals()).dim;
    label_ui(ui, RichText::new(words).color(colour).text_style(TextStyle::Small))
}

/// Secondary words that belong to the choice above them: close to it, and as far in as its words.
pub fn beneath_choice(ui: &mut Ui, words: &str) {
    ui.add_space(-space::TINY);
    Frame::new().inner_margin(Margin { left: CHOICE, ..Margin::ZERO }).show(ui, |ui| dim(ui, words));
}

/// A line that says what is wrong.
pub fn fault(ui: &mut Ui, words: &str) -> Response {
    let colour = ui.visuals().error_fg_color;
    label_ui(ui, RichText::new(words).color(colour).text_style(TextStyle::Small))
}

/// Whether Enter was pressed in a field of one line.
pub fn entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// Whether Enter was pressed with Ctrl or Command, which confirms from a field of several lines too.
pub fn confirmed(ui: &Ui) -> bool {
    let confirms = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.command);
    ui.input(|input| input.events.iter().any(confirms))
}

/// What stands of a text that may be long: up to `chars` characters on one line.
pub fn short(text: &str, chars: usize) -> String {
    let mut words: String = text.chars().take(chars).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    words
}

/// A number with its noun: “1 place”, “2 places”.
pub fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// The place of a dialog that hangs from the top of the window.
pub fn from_top() -> (Align2, egui::Vec2) {
    (Align2::CENTER_TOP, vec2(0.0, 72.0))
}
