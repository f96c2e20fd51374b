//! The state of one article's view, and how it follows keys and scrolling.

use std::ops::Range;
use std::sync::Arc;

use egui::{Pos2, Rect, Ui};

use super::access::Wish;
use super::crowd::Crowd;
use super::ends::Ends;
use super::keys::{self, Asked, Way};
use super::layout::Typesetter;
use super::minimap::Minimap;
use super::page::{Event, Page};
use super::pointer::{Clicks, Press};
use super::reveal::Reveal;
use super::scroll::{self, Anchor, Placed, Stack as _};
use super::selection::{Selection, copied};
use super::visible::Visible;
use crate::model::{AnnotationId, Article};
use crate::text::blocks::Blocks;

/// The most that one frame scrolls, in heights of the page.
const MOST_SCREENS: f32 = 4.0;

/// What the article wants of the keyboard's focus in the next frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FocusWish {
    None,
    /// To have it, with the caret in view.
    Take,
    /// To have it, with in view what is.
    Accept,
}

/// The state of one article's view: the place on the page, selection and caret, and what the pointer is doing.
#[derive(Debug)]
pub struct ArticleView {
    pub(super) blocks: Arc<Blocks>,
    anchor: Anchor,
    scrolled: f32,
    reveal: Option<Reveal>,
    pub(super) focus: FocusWish,
    pub(super) menu_wanted: bool,
    pub(super) selection: Selection,
    /// What of the selection is reported.
    pub(super) words: Option<Range<usize>>,
    /// The horizontal place that the caret keeps to from row to row.
    pub(super) goal: Option<f32>,
    pub(super) press: Option<Press>,
    /// Where the pointer was last, while it is known.
    pub(super) pointer: Pos2,
    /// The end of an annotation that is being moved from the keyboard.
    pub(super) ends: Option<Ends>,
    pub(super) clicks: Clicks,
    pub(super) minimap: Minimap,
    pub(super) crowd: Crowd,
}

impl ArticleView {
    /// A view of an article, at its start. Reads the text once.
    pub fn new(article: &Article) -> Self {
        Self::with_blocks(Arc::new(Blocks::new(article.text())))
    }

    /// A view of an article whose blocks were found already, at its start.
    pub fn with_blocks(blocks: Arc<Blocks>) -> Self {
        Self {
            blocks,
            anchor: start_anchor(0),
            scrolled: 0.0,
            reveal: None,
            focus: FocusWish::None,
            menu_wanted: false,
            selection: Selection::at(0),
            words: None,
            goal: None,
            press: None,
            pointer: Pos2::ZERO,
            ends: None,
            clicks: Clicks::default(),
            minimap: Minimap::default(),
            crowd: Crowd::default(),
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
        self.focus = FocusWish::Take;
    }

    /// Gives the article the focus that nothing has, without moving what is in view.
    pub fn accept_focus(&mut self) {
        if self.focus == FocusWish::None {
            self.focus = FocusWish::Accept;
        }
    }

    pub(super) fn set_caret_reporting(&mut self, text: &str, byte: usize, events: &mut Vec<Event>) {
        self.selection = Selection::caret(text, byte);
        if self.words.take().is_some() {
            events.push(Event::SelectionCleared);
        }
    }

    /// Goes on with the blocks of the text as it is now; what depends on the text is made anew if paragraphs of it have
    /// arrived since.
    pub fn follow(&mut self, blocks: Arc<Blocks>) {
        if self.blocks.text_len() != blocks.text_len() {
            self.blocks = blocks;
            self.clear_selection();
            self.ends = None;
        }
    }

    pub(super) fn wheel(&mut self, ui: &Ui, full: Rect) {
        if ui.rect_contains_pointer(full) {
            let by = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            self.scroll_by(-by);
        }
    }

    /// Moves an end of an annotation from the keyboard: its last one, until Tab takes the other.
    pub fn move_ends(&mut self, id: AnnotationId, range: Range<usize>) {
        self.reveal = Some(Reveal::Row(range.end));
        self.ends = Some(Ends::of(id, &range));
        self.focus = FocusWish::Take;
    }

    /// Whether an end of an annotation is being moved from the keyboard.
    pub fn is_moving_ends(&self) -> bool {
        self.ends.is_some()
    }

    /// Ends the moving of an end where another annotation is in hand or the focus has gone; what was moved is kept.
    pub(super) fn settle_ends(&mut self, page: &Page<'_>, has_focus: bool, events: &mut Vec<Event>) {
        if let Some(ends) = self.ends.take_if(|ends| !has_focus || page.in_hand != Some(ends.id)) {
            events.extend(ends.done(page));
        }
    }

    pub(super) fn keys(&mut self, ui: &Ui, set: &mut Typesetter<'_>, page: &Page<'_>, height: f32, events: &mut Vec<Event>) {
        let os = ui.ctx().os();
        let moving = self.ends.is_some();
        let nothing = self.selection.range().is_empty();
        let idle = |asked: &Asked| matches!((asked, nothing, moving), (Asked::Copy, true, _) | (Asked::Escape, true, false));
        let mut asked = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let found = keys::asked(event, os, moving).filter(|found| !idle(found));
                asked.extend(found);
                found.is_none()
            });
        });
        for asked in asked {
            match asked {
                Asked::Copy => ui.ctx().copy_text(copied(set.text(), self.selection().unwrap_or_default())),
                Asked::Escape if self.ends.take().is_some() => {}
                Asked::Escape => {
                    self.clear_selection();
                    events.push(Event::SelectionCleared);
                }
                Asked::All => {
                    self.selection = Selection::of(set.text(), 0..set.text().len());
                    self.report(set.text(), events);
                }
                Asked::Menu => self.menu_wanted = true,
                Asked::OtherEnd => {
                    if let Some(ends) = &mut self.ends {
                        ends.turn();
                        self.goal = None;
                        self.reveal = Some(Reveal::Row(ends.at));
                    }
                }
                Asked::Done => events.extend(self.ends.take().and_then(|ends| ends.done(page))),
                Asked::Go(step, way, extend) => self.go(set, step, way, extend, height, events),
            }
        }
    }

    fn go(&mut self, set: &mut Typesetter<'_>, step: keys::Step, way: Way, extend: bool, height: f32, events: &mut Vec<Event>) {
        let text = set.text();
        let screen = (height - 2.0 * set.line()).max(set.line());
        if let Some(ends) = &mut self.ends {
            ends.at = keys::go(set, ends.at, step, way, true, &mut self.goal, screen);
            self.reveal = Some(Reveal::Row(ends.at));
            return;
        }
        let range = self.selection.range();
        let collapses = !extend && !range.is_empty() && step == keys::Step::Grapheme;
        let at_start = (way == Way::Back) != (collapses && keys::runs_left(set, range.start));
        let from = if at_start { range.start } else { range.end };
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

    /// Answers what a screen reader asked for.
    pub(super) fn heed(&mut self, text: &str, wish: Wish, height: f32, events: &mut Vec<Event>) {
        match wish {
            Wish::Select(anchor, focus) => {
                self.selection = Selection::between(text, anchor, focus);
                self.goal = None;
                self.reveal = Some(Reveal::Row(self.selection.head()));
                self.report(text, events);
            }
            Wish::Show(range) => self.scroll_to(range),
            Wish::Scroll(screens) => self.scroll_by(screens * height),
            Wish::Pick(id) => events.push(Event::Picked(id)),
        }
    }

    /// Puts a caret that is out of view at the top of the page, so that who comes by keyboard sees where they are.
    pub(super) fn bring_caret(&mut self, visible: &Visible) {
        let caret = visible.caret(self.caret());
        if self.words.is_none() && caret.is_none_or(|caret| !visible.page.contains(caret.center())) {
            self.selection = Selection::at(self.anchor.byte);
        }
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
    pub(super) fn place(&mut self, set: &mut Typesetter<'_>, height: f32, overscan: f32) -> Vec<Placed> {
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
    pub(super) fn shown(&self, set: &mut Typesetter<'_>, placed: &[Placed], height: f32) -> Range<f64> {
        let len = (self.blocks.text_len() as f64).max(1.0);
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
    pub(super) fn open_at_fraction(&mut self, set: &mut Typesetter<'_>, fraction: f64) {
        let byte = fraction * self.blocks.text_len() as f64;
        let block = self.blocks.at(byte as usize);
        let span = self.blocks.span(block);
        let part = (byte - span.start as f64) / (span.len() as f64).max(1.0);
        let y = set.row_top(block, span.start) - part.clamp(0.0, 1.0) as f32 * set.height(block);
        self.anchor = Anchor { byte: span.start, y };
    }
}

/// The anchor that puts a byte's row at the top, and at the start of the text all that stands over it too.
fn start_anchor(byte: usize) -> Anchor {
    Anchor { byte, y: if byte == 0 { 1.0e5 } else { 0.0 } }
}
