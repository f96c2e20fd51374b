//! What a row of the list is sorted by.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

use super::{Column, Sort, row};
use crate::model::{AnnotationId, ArticleId, Project, Verdict};

/// The first thing that rows are compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum First {
    Number(u64),
    Text(String),
}

/// What a row is sorted by: the column, then where the annotation stands.
#[derive(Clone, Debug)]
pub(super) struct Key {
    first: First,
    place: (usize, usize, Reverse<usize>),
    id: AnnotationId,
}

impl Key {
    /// The key of an annotation in an order; `articles` has the place of each article in the project's order.
    pub(super) fn of(project: &Project, articles: &HashMap<ArticleId, usize>, column: Column, id: AnnotationId) -> Self {
        let Some(annotation) = project.annotation(id) else {
            return Self { first: First::Number(0), place: (0, 0, Reverse(0)), id: AnnotationId::default() };
        };
        let passage = annotation.passage();
        let place =
            passage.map(|passage| (articles.get(&passage.article).copied().unwrap_or(usize::MAX), passage.start, Reverse(passage.end)));
        let text = |text: &str| text.to_lowercase();
        let first = match column {
            Column::Verdict => {
                let standing = annotation.standing();
                let weight = match standing.verdict {
                    Some(Verdict::Erroneous) => 0,
                    Some(Verdict::Disputed) => 1,
                    None => 2,
                    Some(Verdict::Verified) => 3,
                };
                First::Number(weight * 2 + u64::from(!standing.disagreement))
            }
            Column::Place => First::Number(0),
            Column::Passage => First::Text(passage.map(|passage| text(&passage.words)).unwrap_or_default()),
            Column::Kind => First::Number(annotation.kind() as u64),
            Column::Note => First::Text(annotation.leading().map(|leading| text(leading.note())).unwrap_or_default()),
            Column::Correction => First::Text(text(annotation.correction())),
            Column::Evidence => First::Number(row(project, id).evidence as u64),
            Column::By => First::Text(row(project, id).by),
            Column::Changed => First::Number(annotation.changed().millis()),
        };
        Self { first, place: place.unwrap_or((usize::MAX, 0, Reverse(0))), id }
    }

    /// Which of two rows comes first.
    pub(super) fn compare(&self, other: &Self, sort: Sort) -> Ordering {
        let whole = |key: &Self| (key.place, key.id);
        if sort.column == Column::Place {
            let order = whole(self).cmp(&whole(other));
            return if sort.descending { order.reverse() } else { order };
        }
        let order = self.first.cmp(&other.first);
        let order = if sort.descending { order.reverse() } else { order };
        order.then_with(|| whole(self).cmp(&whole(other)))
    }
}

/// Keys on their way to a thread that sorts them.
#[derive(Debug)]
pub struct Unsorted {
    pub(super) keys: Vec<(Key, AnnotationId)>,
    pub(super) sort: Sort,
    /// What they were collected for.
    pub(super) generation: u64,
}

impl Unsorted {
    /// The annotations in their order. The only part that is dear where there are many.
    pub fn sort(self) -> Sorted {
        let Self { mut keys, sort, generation } = self;
        keys.sort_by(|(a, _), (b, _)| a.compare(b, sort));
        Sorted { ids: keys.into_iter().map(|(_, id)| id).collect(), generation }
    }
}

/// Annotations in an order that was asked for.
pub struct Sorted {
    pub(super) ids: Vec<AnnotationId>,
    pub(super) generation: u64,
}
