//! Notices in the corner at the bottom right.

use std::time::Duration;

use egui::accesskit::Live;
use egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Rect, RichText, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use crate::app::notices::{Notice, STAYS_MS, Weight};
use crate::app::{App, Request};
use crate::model::Verdict;
use crate::ui::article::label_ui;
use crate::ui::parts;
use crate::ui::theme::{Tokens, fonts, signs, size, space};

/// How wide a notice is, in points.
const WIDTH: f32 = 340.0;
/// The room for “Show”, in points.
const SHOW: f32 = 44.0;
/// How many show at once; the others wait behind them.
const AT_ONCE: usize = 4;

pub(super) fn notices_ui(ui: &mut Ui, app: &mut App, send: &mut Vec<Request>) {
    let now = app.surroundings.now();
    let notices = app.notices.current(now);
    let going = notices.iter().filter(|notice| notice.weight == Weight::Done);
    if let Some(next) = going.map(|notice| notice.since.saturating_add(STAYS_MS).saturating_sub(now)).min() {
        ui.ctx().request_repaint_after(Duration::from_millis(next));
    }
    if notices.is_empty() {
        return;
    }
    let area = Area::new(Id::unique("notices")).order(Order::Foreground).interactable(true).fade_in(false);
    area.anchor(Align2::RIGHT_BOTTOM, vec2(-space::LARGE, -size::STATUS_BAR - space::MEDIUM)).show(ui.ctx(), |ui| {
        ui.set_max_width(width(ui));
        for notice in notices.iter().skip(notices.len().saturating_sub(AT_ONCE)) {
            ui.push_id(notice.id, |ui| notice_ui(ui, notice, send));
        }
    });
}

/// How wide a notice is: less in a narrow window.
fn width(ui: &Ui) -> f32 {
    WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::LARGE)
}

fn notice_ui(ui: &mut Ui, notice: &Notice, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(size::HAIRLINE, tokens.strong_line))
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::symmetric(12, 9));
    frame.show(ui, |ui| {
        ui.set_width(width(ui) - 24.0);
        ui.horizontal_top(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
            paint_weight(ui, Rect::from_center_size(place.center(), vec2(13.0, 13.0)), notice.weight);
            let width = ui.available_width() - 20.0 - space::SMALL - if notice.came_in { SHOW } else { 0.0 };
            ui.scope(|ui| {
                ui.set_width(width);
                let label = label_ui(ui, RichText::new(&notice.text));
                let (role, live) = match notice.weight {
                    Weight::Done | Weight::Note => (Role::Status, Live::Polite),
                    Weight::Failed => (Role::Alert, Live::Assertive),
                };
                label.widget_info(|| WidgetInfo::labeled(role, true, &notice.text));
                ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(live));
                items_ui(ui, notice, send);
            });
            if notice.came_in && parts::link_button(ui, "Show").on_hover_text("Show what came in, in the history.").clicked() {
                send.push(Request::ShowCameIn);
            }
            if parts::close_button(ui, "Close the notice").clicked() {
                send.push(Request::CloseNotice(notice.id));
            }
        });
    });
}

/// The items of a report, each leading to what it counts.
fn items_ui(ui: &mut Ui, notice: &Notice, send: &mut Vec<Request>) {
    if notice.items.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::TINY, space::TINY);
        ui.spacing_mut().button_padding = vec2(space::SMALL, 2.0);
        for (words, lead) in &notice.items {
            if ui.button(RichText::new(words).size(size::SECONDARY)).clicked() {
                send.push(Request::Follow(lead.clone()));
                send.push(Request::CloseNotice(notice.id));
            }
        }
    });
}

/// How much a notice matters, as a sign: a tick, an i, an exclamation mark.
pub(super) fn paint_weight(ui: &Ui, square: Rect, weight: Weight) {
    let tokens = Tokens::of(ui.visuals());
    let mark = match weight {
        Weight::Done => {
            ui.painter().add(signs::sign(Some(Verdict::Verified), square.shrink(1.0), tokens.accent));
            return;
        }
        Weight::Note => "i",
        Weight::Failed => "!",
    };
    let colour = if weight == Weight::Failed { tokens.verdict(Some(Verdict::Erroneous)).text } else { tokens.accent };
    ui.painter().add(Shape::circle_filled(square.center(), square.width() / 2.0 + 0.5, colour));
    let galley = ui.painter().layout_no_wrap(mark.into(), fonts::semibold(10.0), tokens.surface);
    ui.painter().galley(square.center() - galley.size() / 2.0, galley, tokens.surface);
}
