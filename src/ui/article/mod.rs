//! The article view: an article as a page, to be read, selected from and marked.
//!
//! It draws and reports; it decides nothing and changes nothing. (Signatures; the body follows.)
#![allow(missing_docs)]

mod page;

use std::ops::Range;

pub use page::{Event, Face, Header, Page, Shown};

use crate::model::Article;

/// The state of one article's view: the place on the page, selection, caret.
#[derive(Debug, Default)]
pub struct ArticleView {
    selection: Option<Range<usize>>,
}

impl ArticleView {
    /// A view of an article, at its start.
    pub fn new(_article: &Article) -> Self {
        Self::default()
    }

    /// Brings a place into view in the next frame; a place that is in view already stays where it is.
    pub fn scroll_to(&mut self, _range: Range<usize>) {}

    /// The byte at the top of the page, to reopen the article there by [`Self::open_at`].
    pub fn reading_place(&self) -> usize {
        0
    }

    /// Puts a byte at the top of the page.
    pub fn open_at(&mut self, _byte: usize) {}

    /// The selection, trimmed; `None` if nothing is selected.
    pub fn selection(&self) -> Option<Range<usize>> {
        self.selection.clone()
    }

    /// Selects a range.
    pub fn select(&mut self, range: Range<usize>) {
        self.selection = Some(range);
    }

    /// Selects nothing.
    pub fn clear_selection(&mut self) {
        self.selection = None;
    }

    /// Where the caret is, in bytes.
    pub fn caret(&self) -> usize {
        0
    }

    /// Puts the caret somewhere, and selects nothing.
    pub fn set_caret(&mut self, _byte: usize) {}

    /// Gives the view the keyboard's focus in the next frame.
    pub fn request_focus(&mut self) {}
}

/// Shows an article in all the space that is left.
pub fn article_ui(ui: &mut egui::Ui, _view: &mut ArticleView, page: &Page<'_>) -> Shown {
    ui.label(page.article.text().as_ref());
    Shown { events: Vec::new(), selection_rect: None, has_focus: false, page_rect: ui.max_rect() }
}
