//! Side by side: two articles, or two places of one, next to each other in the middle.
//!
//! What the rest of the program calls the open article, its selection, its caret and the annotation in hand is always
//! that of the pane with the focus. What is open in the other pane lies here; when the focus goes there, the two
//! change places. So everything that acts on the open article acts on the pane with the focus, without knowing of panes.

use std::ops::Range;

use super::settings::{Beside, Settings};
use super::{App, Field, Go};
use crate::model::{AnnotationId, ArticleId};

/// A pane of the middle. Which side it stands on may change; what is open in it goes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The one that there always is until it is closed.
    #[default]
    First,
    /// The one that is opened beside it.
    Second,
}

impl Pane {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// What is open in the pane without the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The article.
    pub article: ArticleId,
    /// The selected passage.
    pub selection: Option<Range<usize>>,
    /// The byte at which the caret is.
    pub caret: usize,
    /// The byte at the top of the page.
    pub top: usize,
    /// The annotation in hand.
    pub in_hand: Option<AnnotationId>,
    /// The place that is to be shown; the interface takes it.
    pub go: Option<Go>,
}

impl Open {
    /// An article with a byte at the top of the page.
    fn at(article: ArticleId, top: usize) -> Self {
        let go = Some(Go { article, range: top..top, select: false, to_top: true });
        Self { article, selection: None, caret: top, top, in_hand: None, go }
    }

    /// An article with a passage selected and in view.
    fn selecting(article: ArticleId, range: Range<usize>) -> Self {
        let go = Some(Go { article, range: range.clone(), select: true, to_top: false });
        Self { article, caret: range.start, top: 0, selection: Some(range), in_hand: None, go }
    }
}

/// Which panes there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// The pane with the focus.
    pub focused: Pane,
    /// The pane on the left, if there are two.
    left: Pane,
    /// What is open in the other pane.
    pub beside: Option<Open>,
    /// The article that was open before.
    before: Option<ArticleId>,
}

impl Panes {
    /// Whether there are two.
    pub fn are_two(&self) -> bool {
        self.beside.is_some()
    }

    /// The panes from left to right.
    pub fn in_order(&self) -> Vec<Pane> {
        if self.are_two() { vec![self.left, self.left.other()] } else { vec![self.focused] }
    }

    /// Notes that an article gives way to another.
    pub(super) fn note_before(&mut self, article: Option<ArticleId>) {
        self.before = article.or(self.before);
    }

    /// How it is kept in the settings.
    pub(super) fn kept(&self) -> Option<Beside> {
        let right = self.left == self.focused;
        self.beside.as_ref().map(|open| Beside { article: open.article, top: open.top, right })
    }

    /// As it was kept; `is_there` tells whether an article still is.
    pub(super) fn restored(kept: Option<Beside>, is_there: impl Fn(ArticleId) -> bool) -> Self {
        let kept = kept.filter(|kept| is_there(kept.article));
        let left = if kept.as_ref().is_none_or(|kept| kept.right) { Pane::First } else { Pane::Second };
        Self { focused: Pane::First, left, beside: kept.map(|kept| Open::at(kept.article, kept.top)), before: None }
    }
}

impl App {
    /// The article of a pane.
    pub fn article_in(&self, pane: Pane) -> Option<ArticleId> {
        if pane == self.panes.focused { self.article } else { self.panes.beside.as_ref().map(|open| open.article) }
    }

    /// Gives a pane the focus.
    pub(super) fn focus_pane(&mut self, pane: Pane) {
        if pane == self.panes.focused {
            return;
        }
        let (Some(open), Some(article)) = (self.panes.beside.take(), self.article) else { return };
        self.panes.beside = Some(Open {
            article,
            selection: self.selection.take(),
            caret: self.caret,
            top: self.top,
            in_hand: self.in_hand.take(),
            go: self.go.take(),
        });
        self.panes.focused = pane;
        self.take_over(open);
    }

    fn take_over(&mut self, open: Open) {
        let Open { article, selection, caret, top, in_hand, go } = open;
        self.article = Some(article);
        (self.selection, self.caret, self.top, self.in_hand, self.go) = (selection, caret, top, in_hand, go);
    }

    /// Goes to the other side, and the keyboard with it.
    pub(super) fn other_side(&mut self) {
        self.tab_whole = false;
        self.focus_pane(self.panes.focused.other());
        self.focus = Some(Field::Article);
    }

    /// Opens an article in the other pane, on the right if there was one pane only, and gives it the focus.
    pub(super) fn open_beside(&mut self, article: ArticleId) {
        self.note_place();
        let top = self.kept_top(article);
        self.put_beside(Open::at(article, top));
        self.other_side();
    }

    fn put_beside(&mut self, open: Open) {
        if !self.panes.are_two() {
            self.panes.left = self.panes.focused;
        }
        self.panes.beside = Some(open);
    }

    /// Opens beside the open article what is most likely meant: the article that was open before, else the next one,
    /// else another place of the same.
    pub(super) fn open_something_beside(&mut self) {
        let articles: Vec<ArticleId> = self.session.project().articles().iter().map(|article| article.id).collect();
        let Some(here) = self.article else { return };
        let before = self.panes.before.filter(|before| *before != here && articles.contains(before));
        let place = articles.iter().position(|id| *id == here).unwrap_or(0);
        let next = articles.get((place + 1) % articles.len().max(1)).copied();
        if let Some(article) = before.or(next) {
            self.open_beside(article);
        }
    }

    /// Opens an article in a pane and gives it the focus.
    pub(super) fn show_in(&mut self, pane: Pane, article: ArticleId) {
        self.tab_whole = false;
        self.focus_pane(pane);
        if self.article != Some(article) {
            self.show_article(Some(article));
        }
        self.focus = Some(Field::Article);
    }

    /// Closes a pane; the other one has the whole middle then.
    pub(super) fn close_pane(&mut self, pane: Pane) {
        self.note_place();
        if pane == self.panes.focused {
            self.focus_pane(pane.other());
        }
        let closed = self.panes.beside.take().map(|open| open.article);
        self.panes.note_before(closed);
        self.focus = Some(Field::Article);
    }

    /// The panes change sides.
    pub(super) fn swap_sides(&mut self) {
        self.panes.left = self.panes.left.other();
        self.settings.split = Settings::MOST_SPLIT - self.settings.split;
    }

    /// Shows two places next to each other, both selected; the one on the left gets the focus.
    pub(super) fn show_both(&mut self, left: (ArticleId, Range<usize>), right: (ArticleId, Range<usize>)) {
        self.tab_whole = false;
        self.note_place();
        if self.panes.are_two() {
            self.panes.focused = self.panes.left;
        }
        self.put_beside(Open::selecting(right.0, right.1));
        self.take_over(Open::selecting(left.0, left.1));
        self.focus = Some(Field::Article);
    }

    /// Forgets what is gone from the pane without the focus.
    pub(super) fn refresh_beside(&mut self) {
        let Some(open) = &mut self.panes.beside else { return };
        let project = self.session.project();
        if project.article(open.article).is_none_or(|article| article.is_hidden()) {
            self.panes.beside = None;
            return;
        }
        let gone = open.in_hand.and_then(|id| project.annotation(id)).is_none_or(|annotation| annotation.is_hidden());
        if gone {
            open.in_hand = None;
        }
    }
}
