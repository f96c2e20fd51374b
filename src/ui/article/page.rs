//! What the article view is asked to draw, and what it reports back.

use std::ops::Range;

use egui::{Pos2, Rect};

use crate::model::{Annotation, AnnotationId, Article, Project, ReviewerId};
use crate::text::position::slice;

/// The face in which an article is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Face {
    /// Noto Serif, or the typeface that the reader chose.
    #[default]
    Serif,
    /// Noto Sans.
    Sans,
}

/// What stands over the text and scrolls with it.
#[derive(Clone, Copy, Debug)]
pub struct Header<'a> {
    /// The article's title. Where the text itself begins with it, it is not drawn twice: the text's first paragraph is
    /// then set as the title, so that it can be marked.
    pub title: &'a str,
    /// One line about the article, in small type. May be empty.
    pub details: &'a str,
}

impl<'a> Header<'a> {
    /// The longest title, in bytes; a longer one is the opening words of an article without a title.
    const LONGEST: usize = 300;

    /// The title; `None` if there is none.
    pub(super) fn own_title(&self) -> Option<&'a str> {
        let title = if self.title.len() > Self::LONGEST { "" } else { self.title.trim() };
        (!title.is_empty()).then_some(title)
    }

    /// The title, cut short if it is very long.
    pub(super) fn short_title(&self) -> &'a str {
        slice(self.title, 0..Self::LONGEST)
    }
}

/// One article as it is to be drawn in this frame.
pub struct Page<'a> {
    /// The project, for the annotations.
    pub project: &'a Project,
    /// The article.
    pub article: &'a Article,
    /// What stands over the text.
    pub header: Header<'a>,
    /// The annotation whose details are shown; it wears an outline and handles.
    pub in_hand: Option<AnnotationId>,
    /// Who reviews.
    pub by: Option<ReviewerId>,
    /// Which annotations are shown.
    pub filter: &'a dyn Fn(&Annotation) -> bool,
    /// Size of the text in points.
    pub text_size: f32,
    /// Widest line in points.
    pub measure: f32,
    /// Line height as a multiple of the text size.
    pub line_height: f32,
    /// The face of the text.
    pub face: Face,
    /// Places that a search has found, in bytes, in order, not overlapping.
    pub hits: &'a [Range<usize>],
    /// Where findings of the cross-check touch a stretch of the text, in bytes, and what each is called.
    pub noticed: &'a dyn Fn(Range<usize>) -> Vec<(Range<usize>, &'static str)>,
    /// Differs when annotations come, go, move or stand differently, and with every filter. What is kept of all of them
    /// is made anew then.
    pub revision: u64,
    /// Grows with every change of the project. What is kept of the annotations in view is made anew then.
    pub changes: u64,
}

/// What a person did in the article view.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Words are selected: the mouse was released, or a key extended the selection. In bytes; never empty, trimmed of
    /// white space, of whole graphemes.
    Selected(Range<usize>),
    /// Nothing is selected any more.
    SelectionCleared,
    /// A highlight was clicked: the smallest there, at a further click the next.
    Picked(AnnotationId),
    /// An end of the annotation in hand was dragged to a new place.
    Resized(AnnotationId, Range<usize>),
    /// Exactly this dismissed passage is to be article text again.
    RestoreDismissed(Range<usize>),
    /// The sign of a finding at this place was pressed.
    Noticed(Range<usize>),
    /// A menu is asked for, at a place on the screen and at a byte of the text.
    MenuAt(Pos2, usize),
}

/// What came of drawing an article.
#[derive(Debug)]
pub struct Shown {
    /// What the person did, in order.
    pub events: Vec<Event>,
    /// Where the last row of the selection is on the screen, if it is in view and no drag is going on: a bar with the
    /// verdicts goes below it.
    pub selection_rect: Option<Rect>,
    /// Whether the article has the keyboard's focus.
    pub has_focus: bool,
    /// The page on the screen, without the minimap.
    pub page_rect: Rect,
}
