//! The list of annotations: which rows it has and in which order, kept up to date with the project.
//!
//! A changed annotation is taken out and put in again at its place; only a new filter or order sorts anew. The list
//! holds identifiers, never copies of what the project says.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

use super::filter::Filter;
use super::session::Session;
use crate::model::{AnnotationId, ArticleId, Change, Project, Verdict};

/// A column of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// How the annotation stands.
    Verdict,
    /// Where it stands: article, then place.
    #[default]
    Place,
    /// The words marked.
    Passage,
    /// What sort of statement it is.
    Kind,
    /// The leading note.
    Note,
    /// The correction that stands.
    Correction,
    /// How many pieces of evidence.
    Evidence,
    /// Who judged it.
    By,
    /// When something was last said about it.
    Changed,
}

impl Column {
    /// All columns from left to right.
    pub const ALL: [Self; 9] =
        [Self::Verdict, Self::Place, Self::Passage, Self::Kind, Self::Note, Self::Correction, Self::Evidence, Self::By, Self::Changed];

    /// The word at its head.
    pub fn label(self) -> &'static str {
        match self {
            Self::Verdict => "Verdict",
            Self::Place => "Article",
            Self::Passage => "Passage",
            Self::Kind => "Kind",
            Self::Note => "Note",
            Self::Correction => "Correction",
            Self::Evidence => "Evidence",
            Self::By => "By",
            Self::Changed => "Changed",
        }
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By which column; rows that are equal in it follow their place.
    pub column: Column,
    /// From the greatest to the least.
    pub descending: bool,
}

/// What a row shows besides what the project says of the annotation itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The note of the leading judgement.
    pub note: String,
    /// The correction that stands.
    pub correction: String,
    /// How many pieces of evidence all judgements rest on.
    pub evidence: usize,
    /// The initials of those who judged it, or of who marked it.
    pub by: String,
}

/// The rows of the list.
#[derive(Clone, Debug, Default)]
pub struct List {
    rows: Vec<AnnotationId>,
    made_for: Option<(Filter, Option<ArticleId>, Sort)>,
    order: HashMap<ArticleId, usize>,
    /// The order that the person asked for.
    pub sort: Sort,
}

impl List {
    /// The annotations, in order.
    pub fn rows(&self) -> &[AnnotationId] {
        &self.rows
    }

    /// Which row an annotation has, found by its place in the order.
    pub fn position(&self, project: &Project, id: AnnotationId) -> Option<usize> {
        let key = self.key(project, id);
        let place = self.rows.partition_point(|row| self.compare(&self.key(project, *row), &key).is_lt());
        (self.rows.get(place) == Some(&id)).then_some(place)
    }

    /// Asks for another order; asking twice for a column turns it round.
    pub fn sort_by(&mut self, column: Column) {
        let descending = self.sort.column == column && !self.sort.descending;
        self.sort = Sort { column, descending };
    }

    /// Brings the rows up to date: all of them when filter, article or order are new, else what has changed.
    pub fn refresh(&mut self, session: &Session, filter: &Filter, article: Option<ArticleId>, changes: &[Change]) {
        let only = article.filter(|_| filter.this_article);
        let asked = (filter.clone(), only, self.sort);
        let articles_changed = changes.iter().any(|change| matches!(change, Change::Article(_) | Change::Everything));
        let changed: Vec<AnnotationId> =
            changes.iter().filter_map(|change| if let Change::Annotation(id, _) = change { Some(*id) } else { None }).collect();
        if self.made_for.as_ref() != Some(&asked) || articles_changed || changed.len() > 200 {
            self.rebuild(session.project(), filter, only);
            self.made_for = Some(asked);
            return;
        }
        let words = filter.folded_words();
        for id in changed {
            self.rows.retain(|row| *row != id);
            if !self.belongs(session.project(), filter, only, &words, id) {
                continue;
            }
            let key = self.key(session.project(), id);
            let place = self.rows.partition_point(|row| self.compare(&self.key(session.project(), *row), &key).is_lt());
            self.rows.insert(place, id);
        }
    }

    fn rebuild(&mut self, project: &Project, filter: &Filter, only: Option<ArticleId>) {
        let articles = project.articles();
        self.order = articles.iter().enumerate().map(|(place, article)| (article.id, place)).collect();
        let words = filter.folded_words();
        let asked = articles.into_iter().filter(|article| only.is_none_or(|only| only == article.id));
        let placed = asked.flat_map(|article| article.places().iter().map(|(_, id)| id));
        // What stands nowhere, since its article is damaged, is listed too, but only among all.
        let unplaced = project.unplaced().filter(|_| only.is_none()).map(|annotation| annotation.id);
        let listed = placed.chain(unplaced).filter(|id| self.belongs(project, filter, only, &words, *id));
        if self.sort.column == Column::Place && project.unplaced().next().is_none() {
            // The order of the places is the one asked for.
            self.rows = listed.collect();
            if self.sort.descending {
                self.rows.reverse();
            }
            return;
        }
        let mut keyed: Vec<(Key, AnnotationId)> = listed.map(|id| (self.key(project, id), id)).collect();
        keyed.sort_by(|(a, _), (b, _)| self.compare(a, b));
        self.rows = keyed.into_iter().map(|(_, id)| id).collect();
    }

    fn belongs(&self, project: &Project, filter: &Filter, only: Option<ArticleId>, words: &str, id: AnnotationId) -> bool {
        let Some(annotation) = project.annotation(id) else { return false };
        let here = only.is_none_or(|only| annotation.passage().is_some_and(|passage| passage.article == only));
        here && filter.lists(project, annotation, words)
    }

    fn key(&self, project: &Project, id: AnnotationId) -> Key {
        let Some(annotation) = project.annotation(id) else { return Key::default() };
        let passage = annotation.passage();
        let place =
            passage.map(|passage| (self.order.get(&passage.article).copied().unwrap_or(usize::MAX), passage.start, Reverse(passage.end)));
        let text = |text: &str| text.to_lowercase();
        let first = match self.sort.column {
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
            Column::Note => First::Text(text(&row(project, id).note)),
            Column::Correction => First::Text(text(annotation.correction())),
            Column::Evidence => First::Number(row(project, id).evidence as u64),
            Column::By => First::Text(row(project, id).by),
            Column::Changed => First::Number(annotation.changed().millis()),
        };
        Key { first, place: place.unwrap_or((usize::MAX, 0, Reverse(0))), id }
    }

    fn compare(&self, a: &Key, b: &Key) -> Ordering {
        let whole = |key: &Key| (key.place, key.id);
        if self.sort.column == Column::Place {
            let order = whole(a).cmp(&whole(b));
            return if self.sort.descending { order.reverse() } else { order };
        }
        let order = a.first.cmp(&b.first);
        let order = if self.sort.descending { order.reverse() } else { order };
        order.then_with(|| whole(a).cmp(&whole(b)))
    }
}

/// What a row is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum First {
    Number(u64),
    Text(String),
}

#[derive(Clone, Debug)]
struct Key {
    first: First,
    place: (usize, usize, Reverse<usize>),
    id: AnnotationId,
}

impl Default for Key {
    fn default() -> Self {
        Self { first: First::Number(0), place: (0, 0, Reverse(0)), id: AnnotationId::default() }
    }
}

/// What the row of an annotation shows.
pub fn row(project: &Project, id: AnnotationId) -> Row {
    let Some(annotation) = project.annotation(id) else { return Row::default() };
    let mut evidence: Vec<_> = annotation.judgements().flat_map(|judgement| judgement.evidence()).copied().collect();
    evidence.retain(|id| project.evidence(*id).is_some_and(|evidence| !evidence.is_hidden()));
    evidence.sort_unstable();
    evidence.dedup();
    let mut by: Vec<_> = annotation.judgements().map(|judgement| judgement.by).collect();
    if by.is_empty() {
        by.extend(annotation.made().map(|(_, by)| by));
    }
    let initials = |by| project.reviewer(by).map(|reviewer| reviewer.initials()).filter(|initials| !initials.is_empty());
    let by: Vec<String> = by.into_iter().map(|by| initials(by).unwrap_or_else(|| "?".into())).collect();
    Row {
        note: annotation.leading().map(|leading| leading.note().to_owned()).unwrap_or_default(),
        correction: annotation.correction().to_owned(),
        evidence: evidence.len(),
        by: by.join(", "),
    }
}
