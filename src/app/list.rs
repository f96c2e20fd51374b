//! The list of annotations: which rows it has and in which order, kept up to date with the project.
//!
//! A changed annotation is taken out and put in again at its place. A new filter goes over the annotations some at a
//! time, a slice in each frame, so that the first rows show at once and nothing has to wait for the last; the next key
//! stroke begins anew. Another order than that of the text is made on another thread, kept, and updated by edits. The
//! list holds identifiers, never copies of what the project says.

mod key;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::HashMap;

use super::filter::Filter;
use super::session::Session;
use crate::model::{Annotation, AnnotationId, ArticleId, Change, Project, ReviewerId};
use key::Key;
pub use key::{Sorted, Unsorted};
use walk::Walk;

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
    /// The same people.
    pub reviewers: Vec<ReviewerId>,
}

/// The work of a slice: each annotation counts as so many bytes, and so does each byte in which words are looked for.
const EACH: usize = 100;
/// The work of the slice that follows a change at once, and of each slice after it.
const FIRST: usize = 60_000;
const SLICE: usize = 150_000;
/// So many annotations are taken at a time.
const BATCH: usize = 64;
/// So many changes at once are a new list rather than an updated one.
const MANY: usize = 200;
/// So many annotations are sorted at once; more on another thread.
const SORTED_AT_ONCE: usize = 1_000;

/// What the rows are of: the filter, the article if it is only one, the order.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    filter: Filter,
    only: Option<ArticleId>,
    sort: Sort,
}

/// What is being done about rows that are out of date.
#[derive(Debug, Default)]
enum Doing {
    /// Nothing.
    #[default]
    Rest,
    /// Collecting what the annotations are sorted by.
    Collect(Walk, Vec<(Key, AnnotationId)>),
    /// Another thread has that and sorts it.
    Wait,
    /// Going over the annotations, in the order of the text.
    Walk(Walk),
    /// Going over the sorted annotations; so many are done.
    Pick(usize),
}

/// The rows of the list.
#[derive(Debug, Default)]
pub struct List {
    rows: Vec<AnnotationId>,
    asked: Option<Asked>,
    doing: Doing,
    /// New rows that take the place of the old ones when all are there; without it they show as they come.
    aside: Option<Vec<AnnotationId>>,
    /// The place of each article in the project's order.
    articles: HashMap<ArticleId, usize>,
    /// All annotations of the article, or of all articles, in an order that was asked for.
    sorted: Option<(Option<ArticleId>, Sort, Vec<AnnotationId>)>,
    unsorted: Option<Unsorted>,
    /// Grows whenever what is being sorted is no longer wanted.
    generation: u64,
    /// The order that the person asked for.
    pub sort: Sort,
}

impl List {
    /// The annotations, in order.
    pub fn rows(&self) -> &[AnnotationId] {
        &self.rows
    }

    /// Whether there may be more rows than those that are there.
    pub fn is_busy(&self) -> bool {
        !matches!(self.doing, Doing::Rest)
    }

    /// Whether the next frame has something to do for it, and not only another thread.
    pub fn wants_frames(&self) -> bool {
        self.is_busy() && !matches!(self.doing, Doing::Wait)
    }

    /// Which row an annotation has, found by its place in the order.
    pub fn position(&self, project: &Project, id: AnnotationId) -> Option<usize> {
        let place = self.place_of(project, &self.rows, id);
        (self.rows.get(place) == Some(&id)).then_some(place)
    }

    /// Asks for another order; asking twice for a column turns it round.
    pub fn sort_by(&mut self, column: Column) {
        let descending = self.sort.column == column && !self.sort.descending;
        self.sort = Sort { column, descending };
    }

    /// Begins to bring the rows up to date: all of them when filter, article or order are new, else what has changed.
    pub fn refresh(&mut self, session: &Session, filter: &Filter, article: Option<ArticleId>, changes: &[Change]) {
        let project = session.project();
        let only = article.filter(|_| filter.this_article);
        let asked = Asked { filter: filter.clone(), only, sort: self.sort };
        let articles_changed = changes.iter().any(|change| matches!(change, Change::Article(_) | Change::Everything));
        let changed: Vec<AnnotationId> =
            changes.iter().filter_map(|change| if let Change::Annotation(id, _) = change { Some(*id) } else { None }).collect();
        let before = self.asked.replace(asked);
        let same = before == self.asked;
        if articles_changed || changed.len() > MANY || before.is_none() {
            self.sorted = None;
            let articles = project.articles();
            self.articles = articles.iter().enumerate().map(|(place, article)| (article.id, place)).collect();
        } else if same && changed.is_empty() {
            return;
        } else if same && !self.is_busy() {
            return self.update(project, &changed);
        } else {
            self.update_sorted(project, &changed);
        }
        // Who has not asked for other rows keeps those that there are until the new ones are complete.
        let same_order = before.as_ref().is_some_and(|before| before.sort == self.sort && before.only == only);
        let keeps = if same { !self.is_busy() || self.aside.is_some() } else { !same_order && !self.is_sorted() };
        self.begin(project, only, keeps);
    }

    /// Whether the annotations are known in the order asked for.
    fn is_sorted(&self) -> bool {
        let Some(asked) = &self.asked else { return false };
        self.sort.column == Column::Place || self.sorted.as_ref().is_some_and(|(only, sort, _)| *only == asked.only && *sort == asked.sort)
    }

    fn begin(&mut self, project: &Project, only: Option<ArticleId>, keeps: bool) {
        self.generation += 1;
        self.unsorted = None;
        self.aside = keeps.then(Vec::new);
        if !keeps {
            self.rows.clear();
        }
        // What stands nowhere has a place in the list all the same, which only sorting finds.
        let in_order = self.sort.column == Column::Place && (only.is_some() || project.unplaced().next().is_none());
        self.doing = match &self.sorted {
            _ if in_order => Doing::Walk(Walk::new(project, only, self.sort.descending)),
            Some((of, sort, _)) if *of == only && *sort == self.sort => Doing::Pick(0),
            _ => Doing::Collect(Walk::new(project, only, false), Vec::new()),
        };
        self.work(project, FIRST);
    }

    /// Does the next slice of what is left to do. Called once a frame.
    pub fn go_on(&mut self, project: &Project) {
        self.work(project, SLICE);
    }

    fn work(&mut self, project: &Project, mut left: usize) {
        let Some(asked) = self.asked.take() else { return };
        let words = asked.filter.folded_words();
        while left > 0 {
            self.doing = match std::mem::take(&mut self.doing) {
                Doing::Rest => break,
                Doing::Wait => {
                    self.doing = Doing::Wait;
                    break;
                }
                Doing::Collect(mut walk, mut keys) => match walk.next(project, BATCH) {
                    more if more.is_empty() => self.sort_keys(keys, asked.only),
                    more => {
                        // Words are copied and folded.
                        left = left.saturating_sub(more.len() * EACH * 4);
                        keys.extend(more.into_iter().map(|id| (Key::of(project, &self.articles, self.sort.column, id), id)));
                        Doing::Collect(walk, keys)
                    }
                },
                Doing::Walk(mut walk) => {
                    let more = walk.next(project, BATCH);
                    if more.is_empty() { self.done() } else { self.pick(project, &asked, &words, &more, &mut left, Doing::Walk(walk)) }
                }
                Doing::Pick(from) => {
                    let ids = self.sorted.as_ref().map_or(&[][..], |(_, _, ids)| ids);
                    let more = ids.get(from..ids.len().min(from + BATCH)).unwrap_or_default().to_vec();
                    if more.is_empty() {
                        self.done()
                    } else {
                        self.pick(project, &asked, &words, &more, &mut left, Doing::Pick(from + more.len()))
                    }
                }
            };
        }
        self.asked = Some(asked);
    }

    /// Keeps those of some annotations that pass the filter.
    fn pick(&mut self, project: &Project, asked: &Asked, words: &str, ids: &[AnnotationId], left: &mut usize, then: Doing) -> Doing {
        let rows = self.aside.as_mut().unwrap_or(&mut self.rows);
        for id in ids {
            let annotation = project.annotation(*id).filter(|annotation| asked.filter.lists(project, annotation, words));
            rows.extend(annotation.map(|annotation| annotation.id));
            let text = if words.is_empty() { 0 } else { project.annotation(*id).map_or(0, text_bytes) };
            *left = left.saturating_sub(EACH + text);
        }
        then
    }

    fn done(&mut self) -> Doing {
        if let Some(rows) = self.aside.take() {
            self.rows = rows;
        }
        Doing::Rest
    }

    fn sort_keys(&mut self, keys: Vec<(Key, AnnotationId)>, only: Option<ArticleId>) -> Doing {
        let unsorted = Unsorted { keys, sort: self.sort, generation: self.generation };
        if unsorted.keys.len() <= SORTED_AT_ONCE {
            self.sorted = Some((only, self.sort, unsorted.sort().ids));
            return Doing::Pick(0);
        }
        self.unsorted = Some(unsorted);
        Doing::Wait
    }

    /// What another thread is to sort; it comes back by [`List::note_sorted`].
    pub fn take_unsorted(&mut self) -> Option<Unsorted> {
        self.unsorted.take()
    }

    /// Takes what another thread has sorted.
    pub fn note_sorted(&mut self, sorted: Sorted) {
        if sorted.generation == self.generation && matches!(self.doing, Doing::Wait) {
            let only = self.asked.as_ref().and_then(|asked| asked.only);
            self.sorted = Some((only, self.sort, sorted.ids));
            self.doing = Doing::Pick(0);
        }
    }

    /// Takes what has changed out and puts it in again at its place.
    fn update(&mut self, project: &Project, changed: &[AnnotationId]) {
        self.update_sorted(project, changed);
        let Some(asked) = &self.asked else { return };
        let words = asked.filter.folded_words();
        let belongs = |id: &AnnotationId| {
            let annotation = project.annotation(*id);
            annotation.is_some_and(|annotation| is_of(annotation, asked.only) && asked.filter.lists(project, annotation, &words))
        };
        let belonging: Vec<AnnotationId> = changed.iter().copied().filter(belongs).collect();
        let mut rows = std::mem::take(&mut self.rows);
        self.put_again(project, &mut rows, changed, &belonging);
        self.rows = rows;
    }

    fn update_sorted(&mut self, project: &Project, changed: &[AnnotationId]) {
        let Some((only, sort, mut ids)) = self.sorted.take() else { return };
        if sort != self.sort {
            return;
        }
        let belongs =
            |id: &AnnotationId| project.annotation(*id).is_some_and(|annotation| is_of(annotation, only) && project.is_shown(annotation));
        let belonging: Vec<AnnotationId> = changed.iter().copied().filter(belongs).collect();
        self.put_again(project, &mut ids, changed, &belonging);
        self.sorted = Some((only, sort, ids));
    }

    /// All are taken out before the first is put in: those that have changed stand in no order.
    fn put_again(&self, project: &Project, ids: &mut Vec<AnnotationId>, changed: &[AnnotationId], belonging: &[AnnotationId]) {
        if changed.is_empty() {
            return;
        }
        let mut gone = changed.to_vec();
        gone.sort_unstable();
        ids.retain(|id| gone.binary_search(id).is_err());
        for id in belonging {
            let place = self.place_of(project, ids, *id);
            if ids.get(place) != Some(id) {
                ids.insert(place, *id);
            }
        }
    }

    fn place_of(&self, project: &Project, ids: &[AnnotationId], id: AnnotationId) -> usize {
        let key = |id| Key::of(project, &self.articles, self.sort.column, id);
        let wanted = key(id);
        ids.partition_point(|id| key(*id).compare(&wanted, self.sort).is_lt())
    }
}

fn is_of(annotation: &Annotation, only: Option<ArticleId>) -> bool {
    only.is_none_or(|only| annotation.passage().is_some_and(|passage| passage.article == only))
}

/// How much text of an annotation words are looked for in.
fn text_bytes(annotation: &Annotation) -> usize {
    let said: usize = annotation.judgements().map(|judgement| judgement.note().len() + judgement.correction().len()).sum();
    said + annotation.passage().map_or(0, |passage| passage.words.len())
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
    let reviewers = by.clone();
    let by: Vec<String> = by.into_iter().map(|by| project.reviewer_initials(by)).collect();
    Row {
        note: annotation.leading().map(|leading| leading.note().to_owned()).unwrap_or_default(),
        correction: annotation.correction().to_owned(),
        evidence: evidence.len(),
        by: by.join(", "),
        reviewers,
    }
}
