//! Going over all annotations of the project, or of one article, a few at a time.

use std::ops::Range;

use crate::model::{AnnotationId, ArticleId, Project};

/// How far a walk has come.
#[derive(Clone, Debug)]
pub(super) struct Walk {
    /// The articles that are left, the next one last.
    articles: Vec<ArticleId>,
    /// The annotation of the next article that was met last.
    after: Option<(Range<usize>, AnnotationId)>,
    back: bool,
    unplaced: bool,
}

impl Walk {
    /// Over one article or all of them, in the order of the text or back from its end. What stands nowhere, since its
    /// article is damaged, is met at the end, but only in a walk over all.
    pub(super) fn new(project: &Project, only: Option<ArticleId>, back: bool) -> Self {
        let asked = project.articles().into_iter().map(|article| article.id).filter(|id| only.is_none_or(|only| only == *id));
        let mut articles: Vec<ArticleId> = asked.collect();
        if !back {
            articles.reverse();
        }
        Self { articles, after: None, back, unplaced: only.is_none() }
    }

    /// The next annotations: at least one, until there are no more.
    pub(super) fn next(&mut self, project: &Project, at_most: usize) -> Vec<AnnotationId> {
        let mut found = Vec::new();
        while let Some(article) = self.articles.last() {
            let room = at_most - found.len();
            if let Some(article) = project.article(*article) {
                let places = article.places();
                let (range, id) = self.after.clone().map_or((usize::MAX..usize::MAX, None), |(range, id)| (range, Some(id)));
                let more: Vec<_> = match (self.back, id) {
                    (false, None) => places.iter().take(room).collect(),
                    (false, Some(_)) => places.after(&range, id).take(room).collect(),
                    (true, None) => places.iter().rev().take(room).collect(),
                    (true, Some(_)) => places.before(&range, id).take(room).collect(),
                };
                self.after = more.last().cloned();
                found.extend(more.into_iter().map(|(_, id)| id));
            }
            if found.len() == at_most {
                return found;
            }
            self.articles.pop();
            self.after = None;
        }
        if std::mem::take(&mut self.unplaced) {
            found.extend(project.unplaced().map(|annotation| annotation.id));
        }
        found
    }
}
