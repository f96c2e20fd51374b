//! Looking for the next annotation that the filter shows: some thousand in a frame, so that a filter that hardly shows any,
//! or none, holds nothing up among a hundred thousand.

use std::ops::Range;

use super::App;
use super::filter::Filter;
use super::notices::Weight;
use crate::model::{AnnotationId, Project};

/// How many annotations are looked at in a frame.
const LOOKED_AT: usize = 2_000;

/// A search that is under way.
#[derive(Clone, Debug)]
pub(super) struct Seek {
    forward: bool,
    /// Which article of the project, in its order.
    article: usize,
    /// What was looked at last there; before the first one where the caret is.
    last: (Range<usize>, Option<AnnotationId>),
    /// How many articles are still to be looked through.
    left: usize,
}

/// How a search stands after a frame.
#[derive(Debug)]
pub(super) enum Sought {
    Found(AnnotationId),
    Nothing,
    More(Seek),
}

impl Seek {
    /// Looks on, at so many annotations at most.
    pub(super) fn go_on(mut self, project: &Project, filter: &Filter, at_most: usize) -> Sought {
        let articles = project.articles();
        let mut looked = 0;
        while let Some(article) = articles.get(self.article).filter(|_| self.left > 0) {
            let (range, id) = self.last.clone();
            let places = article.places();
            let all: Box<dyn Iterator<Item = _>> =
                if self.forward { Box::new(places.after(&range, id)) } else { Box::new(places.before(&range, id)) };
            for (range, id) in all {
                if project.annotation(id).is_some_and(|annotation| filter.shows(annotation)) {
                    return Sought::Found(id);
                }
                self.last = (range, Some(id));
                looked += 1;
                if looked >= at_most {
                    return Sought::More(self);
                }
            }
            let count = articles.len();
            self.article = if self.forward { self.article + 1 } else { self.article + count - 1 } % count;
            self.last = (if self.forward { 0..0 } else { usize::MAX..usize::MAX }, None);
            self.left -= 1;
        }
        Sought::Nothing
    }
}

impl App {
    /// Goes to the next or previous annotation that the filter shows, on into the next article and round at the end.
    pub(super) fn next_annotation(&mut self, forward: bool) {
        self.seeking = Some(self.begin_seeking(forward));
        self.go_on_seeking();
    }

    /// A search from where the person is.
    pub(super) fn begin_seeking(&self, forward: bool) -> Seek {
        let project = self.session.project();
        let articles = project.articles();
        let here = articles.iter().position(|article| Some(article.id) == self.article).unwrap_or(0);
        // From the annotation in hand as long as the caret is in it; whoever has read on goes on from there.
        let held = self.in_hand.and_then(|id| project.place(id));
        let held = held.filter(|(article, range)| Some(*article) == self.article && range.start <= self.caret && self.caret <= range.end);
        let last = held.map_or((self.caret..self.caret, None), |(_, range)| (range, self.in_hand));
        // All articles, and at last this one up to where it began.
        Seek { forward, article: here, last, left: articles.len() + 1 }
    }

    /// Looks on for the annotation that was asked for, if there is one to look for. Called once a frame.
    pub(super) fn go_on_seeking(&mut self) {
        let Some(seek) = self.seeking.take() else { return };
        match seek.go_on(self.session.project(), &self.filter, LOOKED_AT) {
            Sought::Found(next) => {
                self.go_to(next);
                self.say_annotation(next);
            }
            Sought::Nothing => self.tell(Weight::Done, "The filter shows no annotation."),
            Sought::More(seek) => self.seeking = Some(seek),
        }
    }

    /// Whether the next annotation is still being looked for: the next frame goes on with it.
    pub fn is_seeking(&self) -> bool {
        self.seeking.is_some()
    }
}
