//! The state of an article's view, and the order of one frame: scroll, keys, place, pointer, paint, describe.

use std::ops::Range;
use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{EventFilter, Rangef, Rect, Response, Sense, Ui, UiBuilder, pos2};

use super::blocks::Blocks;
use super::keys::{self, Asked, Way};
use super::layout::Typesetter;
use super::minimap::{self, Minimap};
use super::page::{Event, Page, Shown};
use super::paint::{self, Look};
use super::pointer::{Clicks, Ground, Press};
use super::scroll::{self, Anchor, Placed, Stack as _};
use super::selection::{Selection, copied};
use super::visible::{Block, Visible};
use super::{access, highlights, margin};
use crate::model::Article;
use crate::ui::theme::{Tokens, space};

/// Where on the page a place is shown that was jumped to, as a fraction of its height.
const JUMP_TO: f32 = 0.3;
/// The most that one frame scrolls, in heights of the page.
const MOST_SCREENS: f32 = 4.0;

/// A place that has to come into view.
#[derive(Clone, Debug)]
enum Reveal {
    /// A passage, at a good height if it is not in view.
    Passage(Range<usize>),
    /// The row of a byte, with the least motion.
    Row(usize),
}

/// The state of one article's view: the place on the page, selection and caret, and what the pointer is doing.
#[derive(Debug)]
pub struct ArticleView {
    text_len: usize,
    blocks: Arc<Blocks>,
    anchor: Anchor,
    scrolled: f32,
    reveal: Option<Reveal>,
    focus_wanted: bool,
    pub(super) selection: Selection,
    /// What of the selection is reported.
    pub(super) words: Option<Range<usize>>,
    /// The horizontal place that the caret keeps to from row to row.
    pub(super) goal: Option<f32>,
    pub(super) press: Option<Press>,
    pub(super) clicks: Clicks,
    minimap: Minimap,
}

impl ArticleView {
    /// A view of an article, at its start. Reads the text once.
    pub fn new(article: &Article) -> Self {
        let text = article.text();
        Self {
            text_len: text.len(),
            blocks: Arc::new(Blocks::new(text)),
            anchor: start_anchor(0),
            scrolled: 0.0,
            reveal: None,
            focus_wanted: false,
            selection: Selection::at(0),
            words: None,
            goal: None,
            press: None,
            clicks: Clicks::default(),
            minimap: Minimap::default(),
        }
    }

    /// Brings a passage into view in the next frame; one that is in view stays where it is.
    pub fn scroll_to(&mut self, range: Range<usize>) {
        self.reveal = Some(Reveal::Passage(range));
    }

    /// The byte at the top of the page, to reopen the article there by [`Self::open_at`].
    pub fn reading_place(&self) -> usize {
        self.anchor.byte
    }

    /// Puts the row of a byte at the top of the page.
    pub fn open_at(&mut self, byte: usize) {
        self.anchor = start_anchor(byte);
    }

    /// Scrolls by points; more than zero goes on in the text.
    pub fn scroll_by(&mut self, points: f32) {
        self.scrolled += points;
    }

    /// The selection, trimmed; `None` if nothing is selected.
    pub fn selection(&self) -> Option<Range<usize>> {
        self.words.clone()
    }

    /// Selects a range of an article's text; the caret is at its end.
    pub fn select(&mut self, article: &Article, range: Range<usize>) {
        self.selection = Selection::of(article.text(), range);
        self.words = self.selection.words(article.text());
        self.goal = None;
    }

    /// Selects nothing; the caret stays where it is.
    pub fn clear_selection(&mut self) {
        self.selection = Selection::at(self.selection.head());
        self.words = None;
    }

    /// Where the caret is, in bytes.
    pub fn caret(&self) -> usize {
        self.selection.head()
    }

    /// Puts the caret somewhere in an article's text, and selects nothing.
    pub fn set_caret(&mut self, article: &Article, byte: usize) {
        self.selection = Selection::caret(article.text(), byte);
        self.words = None;
        self.goal = None;
    }

    /// Gives the article the keyboard's focus in the next frame.
    pub fn request_focus(&mut self) {
        self.focus_wanted = true;
    }

    pub(super) fn set_caret_reporting(&mut self, text: &str, byte: usize, events: &mut Vec<Event>) {
        self.selection = Selection::caret(text, byte);
        if self.words.take().is_some() {
            events.push(Event::SelectionCleared);
        }
    }

    /// Makes anew what depends on the text, if paragraphs of it have arrived since.
    fn follow(&mut self, text: &str) {
        if self.text_len != text.len() {
            self.blocks = Arc::new(Blocks::new(text));
            self.text_len = text.len();
            self.clear_selection();
        }
    }

    fn wheel(&mut self, ui: &Ui, full: Rect) {
        if ui.rect_contains_pointer(full) {
            let by = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            self.scroll_by(-by);
        }
    }

    fn keys(&mut self, ui: &Ui, set: &mut Typesetter<'_>, height: f32, events: &mut Vec<Event>) {
        let os = ui.ctx().os();
        let nothing = self.selection.range().is_empty();
        let mut asked = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let found = keys::asked(event, os).filter(|found| !(nothing && matches!(found, Asked::Escape | Asked::Copy)));
                asked.extend(found);
                found.is_none()
            });
        });
        for asked in asked {
            match asked {
                Asked::Copy => ui.ctx().copy_text(copied(set.text(), self.selection().unwrap_or_default())),
                Asked::Escape => {
                    self.clear_selection();
                    events.push(Event::SelectionCleared);
                }
                Asked::All => {
                    self.selection = Selection::of(set.text(), 0..set.text().len());
                    self.report(set.text(), events);
                }
                Asked::Go(step, way, extend) => self.go(set, step, way, extend, height, events),
            }
        }
    }

    fn go(&mut self, set: &mut Typesetter<'_>, step: keys::Step, way: Way, extend: bool, height: f32, events: &mut Vec<Event>) {
        let text = set.text();
        let screen = (height - 2.0 * set.line()).max(set.line());
        let range = self.selection.range();
        let collapses = !extend && !range.is_empty() && step == keys::Step::Grapheme;
        let from = if way == Way::Back { range.start } else { range.end };
        let to = if collapses { from } else { keys::go(set, self.selection.head(), step, way, extend, &mut self.goal, screen) };
        if extend {
            self.selection.extend_exactly(text, to);
            self.report(text, events);
        } else {
            self.set_caret_reporting(text, to, events);
        }
        if step == keys::Step::Screen {
            self.scroll_by(if way == Way::On { screen } else { -screen });
        }
        self.reveal = Some(Reveal::Row(self.selection.head()));
    }

    /// Reports the selection if what is reported of it has changed.
    fn report(&mut self, text: &str, events: &mut Vec<Event>) {
        let words = self.selection.words(text);
        match (&words, &self.words) {
            (Some(words), was) if Some(words) != was.as_ref() => events.push(Event::Selected(words.clone())),
            (None, Some(_)) => events.push(Event::SelectionCleared),
            _ => {}
        }
        self.words = words;
    }

    /// Finds the blocks in view, after scrolling and after what has to come into view.
    fn place(&mut self, set: &mut Typesetter<'_>, height: f32, overscan: f32) -> Vec<Placed> {
        let most = height * MOST_SCREENS;
        self.anchor.y -= std::mem::take(&mut self.scrolled).clamp(-most, most);
        if let Some(reveal) = self.reveal.take() {
            let placed = scroll::place(set, self.anchor, height, 0.0);
            self.anchor = scroll::hold(set, &placed).unwrap_or(self.anchor);
            self.anchor = reveal.anchor(set, &placed, height).unwrap_or(self.anchor);
        }
        let placed = scroll::place(set, self.anchor, height, overscan);
        self.anchor = scroll::hold(set, &placed).unwrap_or(self.anchor);
        placed
    }

    /// What part of the text is in view, as fractions of its bytes.
    fn shown(&self, set: &mut Typesetter<'_>, placed: &[Placed], height: f32) -> Range<f64> {
        let len = (self.text_len as f64).max(1.0);
        let mut at = |placed: &Placed, y: f32| {
            let span = self.blocks.span(placed.block);
            let part = f64::from((y - placed.top) / set.height(placed.block).max(1.0)).clamp(0.0, 1.0);
            (span.start as f64 + part * span.len() as f64) / len
        };
        let in_view = |placed: &&Placed| placed.top < height;
        let first = placed.iter().rev().find(|placed| placed.top <= 0.0).map_or(0.0, |first| at(first, 0.0));
        let last = placed.iter().rev().find(in_view).map_or(1.0, |last| at(last, height));
        first..last
    }

    /// Puts the place at a fraction of the bytes at the top of the page.
    fn open_at_fraction(&mut self, set: &mut Typesetter<'_>, fraction: f64) {
        let byte = fraction * self.text_len as f64;
        let block = self.blocks.at(byte as usize);
        let span = self.blocks.span(block);
        let part = (byte - span.start as f64) / (span.len() as f64).max(1.0);
        let y = set.row_top(block, span.start) - part.clamp(0.0, 1.0) as f32 * set.height(block);
        self.anchor = Anchor { byte: span.start, y };
    }
}

impl Reveal {
    /// The anchor that shows it, if the page has to move.
    fn anchor(&self, set: &mut Typesetter<'_>, placed: &[Placed], height: f32) -> Option<Anchor> {
        let mut top_of = |byte: usize| {
            let block = set.blocks().at(byte);
            let placed = placed.iter().find(|placed| placed.block == block)?;
            Some(placed.top + set.row_top(block, byte))
        };
        match self {
            Self::Passage(range) => {
                let (first, last) = (top_of(range.start), top_of(range.end.saturating_sub(1).max(range.start)));
                let line = set.line();
                let room = line * 0.5..height - line * 1.5;
                let first_seen = first.is_some_and(|y| room.contains(&y));
                let last_seen = last.is_some_and(|y| y < height - line) || range.len() > 2000;
                (!(first_seen && last_seen)).then_some(Anchor { byte: range.start, y: height * JUMP_TO })
            }
            Self::Row(byte) => {
                let y = top_of(*byte);
                let line = set.line();
                let block = set.blocks().at(*byte);
                let start = set.row_top(block, *byte);
                let in_first_row = block == 0 && start <= set.row_top(0, 0);
                let highest = if in_first_row { start } else { line * 0.5 };
                let lowest = (height - line * 1.75).max(highest);
                let above = y.map_or_else(|| placed.first().is_some_and(|first| block < first.block), |y| y < highest);
                let below = y.is_none_or(|y| y > lowest);
                let to = if above { Some(highest) } else { below.then_some(lowest) };
                to.map(|y| Anchor { byte: *byte, y })
            }
        }
    }
}

/// The anchor that puts a byte's row at the top, and at the start of the text all that stands over it too.
fn start_anchor(byte: usize) -> Anchor {
    Anchor { byte, y: if byte == 0 { 1.0e5 } else { 0.0 } }
}

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
    view.follow(page.article.text());
    let page_rect = Rect::from_min_max(full.min, pos2(full.right() - minimap::WIDTH, full.bottom()));
    let column = column(page_rect, page.measure);
    let id = ui.scope_id().with("page");
    let response = ui.interact(page_rect, id, Sense::click_and_drag());
    if std::mem::take(&mut view.focus_wanted) {
        response.request_focus();
    }
    let has_focus = hold_focus(ui, &response);
    let mut events = Vec::new();

    let blocks = view.blocks.clone();
    let ctx = ui.ctx().clone();
    let mut set = Typesetter::new(&ctx, page, &blocks, tokens, column.span());
    let heard = access::document(ui, id, page);
    view.wheel(ui, full);
    if has_focus {
        view.keys(ui, &mut set, page_rect.height(), &mut events);
    }
    let placed = view.place(&mut set, page_rect.height(), if heard { page_rect.height() } else { 0.0 });
    let visible = visible(&mut set, &placed, page_rect, column, ctx.pixels_per_point());

    let highlights = highlights::gather(page, &visible);
    let signs = margin::signs(&highlights, &visible);
    let ground = Ground { visible: &visible, highlights: &highlights, signs: &signs };
    view.pointer(ui, &response, page, &ground, &mut events);
    let pointer = response.hover_pos();
    if let Some(at) = pointer {
        ui.ctx().set_cursor_icon(view.cursor(page, &ground, at));
    }
    let hovered = pointer.filter(|_| view.press.is_none()).and_then(|at| ground.under(at).first().copied());
    let look = Look {
        tokens,
        selection: view.selection.range(),
        caret: has_focus.then(|| view.selection.head()),
        hovered,
        in_hand: view.held(page),
    };
    let selected = paint::paint(ui.painter(), page, &visible, &highlights, &look);
    margin::paint(ui.painter(), &signs, pointer, tokens);
    for dismissed in page.article.dismissals_in(visible.bytes()) {
        if paint::restore(ui, id, &visible, &dismissed, tokens) {
            events.push(Event::RestoreDismissed(dismissed.range));
        }
    }
    if heard {
        access::describe(ui, id, page, &visible, &highlights, &view.selection, &mut events);
    }
    let shown = view.shown(&mut set, &placed, page_rect.height());
    if let Some(fraction) = view.minimap.ui(ui, minimap::strip(full), page, shown, tokens) {
        view.open_at_fraction(&mut set, fraction);
        ui.ctx().request_repaint();
    }
    let in_view = |rect: &Rect| rect.center().y > page_rect.top() && rect.center().y < page_rect.bottom();
    let last = selected.iter().rev().map(|part| part.rect).find(in_view);
    let selection_rect = last.filter(|_| view.press.is_none() && view.words.is_some());
    Shown { events, selection_rect, has_focus, page_rect }
}

/// Takes the arrow keys and Escape from egui's own use of them while the article has the focus.
fn hold_focus(ui: &Ui, response: &Response) -> bool {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    response.has_focus()
}

/// The column of text: in the middle, not wider than the measure, with room for the signs.
fn column(page: Rect, measure: f32) -> Rangef {
    let margins = margin::WIDTH + space::LARGE;
    let width = (page.width() - 2.0 * margins).min(measure).max(120.0);
    let left = (page.center().x + minimap::WIDTH / 2.0 - width / 2.0).max(page.left() + margin::WIDTH + space::TINY).round();
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
