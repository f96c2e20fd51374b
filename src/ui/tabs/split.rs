//! A list on the left, the thing in hand on the right: how the cross-check and the comparison of reviewers are laid out.

use egui::{AsIdSalt, Frame, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2};

use crate::ui::theme::{Tokens, space};

/// The list takes this share of the width, within bounds in points.
const LIST: (f32, f32, f32) = (0.34, 230.0, 430.0);
/// It takes no more than this share of the width where it is narrow.
const NARROW: f32 = 0.4;
/// The right side has wide margins when it is at least so wide, in points.
const WIDE: f32 = 420.0;

/// Draws both sides into the room that is left, each scrolling for itself; the right one by the top again where `of` is another. Gives back what
/// the left side gives.
pub(super) fn split_ui<L, R>(ui: &mut Ui, of: impl AsIdSalt, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
    let whole = ui.available_rect_before_wrap();
    let tokens = Tokens::of(ui.visuals());
    let (share, least, most) = LIST;
    let split = whole.left() + (whole.width() * share).clamp(least, most).min(whole.width() * NARROW);
    let left_side = Rect::from_min_max(whole.min, pos2(split, whole.bottom()));
    let right_side = Rect::from_min_max(pos2(split + 1.0, whole.top()), whole.max);
    ui.painter().vline(split + 0.5, whole.y_range(), (1.0, tokens.line));
    ui.painter().rect_filled(right_side, 0.0, tokens.page);

    let mut list = ui.new_child(UiBuilder::new().max_rect(left_side).layout(*ui.layout()));
    list.set_clip_rect(left_side.intersect(ui.clip_rect()));
    let left = left(&mut list);

    let margin = if right_side.width() < WIDE { space::MEDIUM } else { space::HUGE };
    let mut detail = ui.new_child(UiBuilder::new().max_rect(right_side).layout(*ui.layout()));
    detail.set_clip_rect(right_side.intersect(ui.clip_rect()));
    let right = ScrollArea::vertical()
        .id_salt(egui::Id::unique("detail").with(of))
        .auto_shrink(false)
        .show(&mut detail, |ui| Frame::new().inner_margin(Margin::symmetric(margin as i8, space::LARGE as i8)).show(ui, right).inner)
        .inner;
    ui.advance_cursor_after_rect(whole);
    (left, right)
}
