//! One frame of an article: scroll, keys, place, pointer, paint, describe; in this order.

use egui::emath::GuiRounding as _;
use egui::{EventFilter, Rangef, Rect, Response, Sense, Ui, UiBuilder, pos2};

use super::highlights::Marked;
use super::layout::Typesetter;
use super::page::{Event, Page, Shown};
use super::paint::{self, Look};
use super::pointer::Ground;
use super::scroll::Placed;
use super::view::{ArticleView, FocusWish};
use super::visible::{Block, Visible};
use super::{access, hidden, highlights, margin, minimap, noticed};
use crate::ui::theme::{Tokens, space};

/// Shows an article in all the space that is left.
pub fn article_ui(ui: &mut Ui, view: &mut ArticleView, page: &Page<'_>) -> Shown {
    let full = ui.available_rect_before_wrap();
    let mut ui = ui.new_child(UiBuilder::new().id_salt("article").max_rect(full));
    let shown = show(&mut ui, view, page, full);
    drop(ui);
    shown
}

fn show(ui: &mut Ui, view: &mut ArticleView, page: &Page<'_>, full: Rect) -> Shown {
    ui.shrink_clip_rect(full);
    let tokens = Tokens::of(ui.visuals());
    ui.painter().rect_filled(full, 0.0, tokens.page);
    let page_rect = Rect::from_min_max(full.min, pos2(full.right() - minimap::WIDTH, full.bottom()));
    let column = column(page_rect, page.measure);
    let id = ui.scope_id().with("page");
    let scrolling = access::take_scrolling(ui);
    let response = ui.interact(page_rect, id, Sense::click_and_drag());
    let wish = std::mem::replace(&mut view.focus, FocusWish::None);
    if wish != FocusWish::None {
        response.request_focus();
    }
    let has_focus = hold_focus(ui, &response, view.is_moving_ends());
    let mut events = Vec::new();
    view.settle_ends(page, has_focus, &mut events);

    let blocks = view.blocks.clone();
    let ctx = ui.ctx().clone();
    let mut set = Typesetter::new(&ctx, page, &blocks, tokens, column.span());
    let heard = access::document(ui, id, page);
    view.wheel(ui, full);
    if has_focus {
        view.keys(ui, &mut set, page, page_rect.height(), &mut events);
    }
    let placed = view.place(&mut set, page_rect.height(), if heard { page_rect.height() } else { 0.0 });
    let visible = visible(&mut set, &placed, page_rect, column, ctx.pixels_per_point());

    if response.gained_focus() && wish != FocusWish::Accept && !ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
        view.bring_caret(&visible);
    }
    let Marked { highlights, beyond } = highlights::gather(page, &visible, &mut view.crowd);
    if view.crowd.is_unfinished() {
        ui.ctx().request_repaint();
    }
    let signs = margin::signs(&highlights, &visible);
    let ground = Ground { visible: &visible, highlights: &highlights, signs: &signs };
    view.pointer(ui, &response, page, &ground, &mut events);
    let pointer = response.hover_pos();
    if let Some(at) = pointer {
        ui.ctx().set_cursor_icon(view.cursor(page, &ground, at));
    }
    let hovered = pointer.filter(|_| view.press.is_none()).map(|at| ground.under(at)).unwrap_or_default();
    let look = Look {
        tokens,
        selection: view.selection.range(),
        caret: has_focus.then(|| view.moving().map_or(view.selection.head(), |ends| ends.at)),
        hovered,
        in_hand: view.held(page),
    };
    let selected = paint::paint(ui.painter(), page, &visible, &highlights, &look);
    margin::paint(ui.painter(), &signs, pointer, tokens);
    margin::paint_beyond(ui.painter(), &beyond, &visible, tokens);
    hidden::hidden_ui(ui, id, &visible, page.text_size, pointer, tokens);
    for dismissed in page.article.dismissals_in(visible.bytes()) {
        if paint::restore(ui, id, page.article.text(), &visible, &dismissed, tokens) {
            events.push(Event::RestoreDismissed(dismissed.range));
        }
    }
    events.extend(noticed::noticed_ui(ui, id, page, &visible, tokens).map(Event::Noticed));
    if heard {
        let selected = view.moving().map_or_else(|| view.selection.ends(), |ends| (ends.fixed, ends.at));
        access::describe(ui, id, page, &visible, &highlights, selected);
        for wish in access::wishes(ui, id, &visible, &highlights, scrolling) {
            view.heed(page.article.text(), wish, page_rect.height(), &mut events);
            ui.ctx().request_repaint();
        }
    }
    if std::mem::take(&mut view.menu_wanted) {
        let caret = visible.caret(view.caret()).filter(|caret| page_rect.contains(caret.center()));
        events.push(Event::MenuAt(caret.map_or(page_rect.center_top(), |caret| caret.left_bottom()), view.caret()));
    }
    let shown = view.shown(&mut set, &placed, page_rect.height());
    if let Some(fraction) = view.minimap.ui(ui, minimap::strip(full), page, shown, tokens) {
        view.open_at_fraction(&mut set, fraction);
        ui.ctx().request_repaint();
    }
    let in_view = |rect: &Rect| rect.center().y > page_rect.top() && rect.center().y < page_rect.bottom();
    let last = selected.iter().rev().map(|part| part.rect).find(in_view);
    let selection_rect = last.filter(|_| view.press.is_none() && view.words.is_some());
    // A press in this very frame may have brought it.
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    Shown { events, selection_rect, has_focus, page_rect }
}

/// Takes the arrow keys and Escape from egui's own use of them while the article has the focus, and Tab too while it
/// takes the other end of an annotation.
fn hold_focus(ui: &Ui, response: &Response, moving: bool) -> bool {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: moving };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    response.has_focus()
}

/// The column of text: in the middle, not wider than the measure, with room for the signs on both sides.
fn column(page: Rect, measure: f32) -> Rangef {
    let (left, right) = (page.left() + margin::WIDTH + space::TINY, page.right() - noticed::ROOM);
    let width = (right - left).min(measure).max(120.0);
    let middle = page.center().x + minimap::WIDTH / 2.0 - width / 2.0;
    let left = middle.min(right - width).max(left).round();
    Rangef::new(left, left + width)
}

fn visible(set: &mut Typesetter<'_>, placed: &[Placed], page: Rect, column: Rangef, scale: f32) -> Visible {
    let block = |placed: &Placed| {
        let laid = set.laid(placed.block);
        let top = page.top() + placed.top;
        let origin = pos2(column.min + laid.indent, top + laid.above).round_to_pixels(scale);
        Block { number: placed.block, laid, top, origin }
    };
    let blocks = placed.iter().map(block).collect();
    Visible { blocks, page, column: Rect::from_x_y_ranges(column, page.y_range()) }
}
