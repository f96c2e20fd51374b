//! Compare and settle: where reviewers differ, listed by a job, one taken in hand after the other, each settled by a ruling.
//!
//! What is listed comes from `crosscheck::disagreement`, over all articles, of what the reviewer sees: in a blind check no more than the page
//! shows. It is made anew by a job when it is looked at and the project has changed; until then the former list stays in sight and says so. What
//! is shown of the one in hand is read from the project itself. What a person decides stands in [`settle`]; the agreement of the reviewers, in
//! figures, in [`agreement`].

mod agreement;
mod found;
mod settle;

use std::collections::HashSet;
use std::sync::Arc;

use super::{App, Tab};
use crate::crosscheck::disagreement::Disagreement;
use crate::model::{AnnotationId, ArticleId, ProjectId, ReviewerId};
pub use agreement::AgreementView;
pub use found::{Compared, Row, Section, Standing};
pub use settle::own_of;

/// What of the disagreements is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Only what these two differ in; `None` for all reviewers.
    pub between: Option<[ReviewerId; 2]>,
    /// Only in this article.
    pub article: Option<ArticleId>,
    /// Only those that are open, or settled.
    pub standing: Standing,
    /// Only where one of these annotations is among those that differ: what came in by a merge.
    pub only: Option<Arc<HashSet<AnnotationId>>>,
}

/// The disagreement in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Current {
    /// An annotation of it.
    id: AnnotationId,
    /// The row in which it stood when it was taken in hand: what it leaves when it is settled.
    row: usize,
    /// Whether it was settled then.
    settled: bool,
}

/// What the list was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    project: ProjectId,
    revision: u64,
    by: Option<ReviewerId>,
    between: Option<[ReviewerId; 2]>,
}

/// The disagreements as last looked for.
#[derive(Default)]
pub struct Compare {
    /// All of them.
    pub found: Arc<Compared>,
    /// What of them is listed.
    pub choices: Choices,
    /// Which part of the view is shown.
    pub section: Section,
    /// The figures of agreement.
    pub agreement: AgreementView,
    /// Whether a job looks for them.
    pub running: bool,
    /// Whether the job was stopped, so that the list is of before.
    pub stopped: bool,
    rows: Vec<Row>,
    counts: [usize; 5],
    current: Option<Current>,
    /// An annotation that is to be taken in hand as soon as it is known whether reviewers differ on it.
    wanted: Option<AnnotationId>,
    made_for: Option<Asked>,
}

impl Compare {
    /// What is listed, under headings.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many that are open a section lists.
    pub fn count(&self, section: Section) -> usize {
        self.counts.get(section as usize).copied().unwrap_or_default()
    }

    /// The disagreement in hand, with its article.
    pub fn current(&self) -> Option<&(ArticleId, Disagreement)> {
        self.found.with(self.current?.id)
    }

    /// An annotation of the disagreement in hand: what it is known by.
    pub fn current_id(&self) -> Option<AnnotationId> {
        self.current.map(|current| current.id)
    }

    /// The row of the disagreement in hand.
    pub fn current_row(&self) -> Option<usize> {
        self.row_of(self.current?.id)
    }

    /// Whether anything has been looked for yet.
    pub fn is_made(&self) -> bool {
        self.made_for.is_some()
    }

    fn row_of(&self, id: AnnotationId) -> Option<usize> {
        let place = self.found.place_of(id)?;
        self.rows.iter().position(|row| *row == Row::One(place))
    }

    fn list(&mut self) {
        (self.rows, self.counts) = self.found.rows(&self.choices, self.section);
    }

    /// Forgets what belonged to another project.
    fn begin_anew(&mut self) {
        *self = Self { section: self.section, wanted: self.wanted, ..Self::default() };
    }
}

impl App {
    /// Looks for disagreements anew when they are looked at and something has changed.
    pub(super) fn refresh_compare(&mut self) {
        let looked_at = self.settings.tabs && self.tab == Tab::Compare;
        if !looked_at {
            return;
        }
        let (project, revision, by) = (self.session.project().id(), self.session.revision(), self.session.by);
        if self.compare.made_for.as_ref().is_some_and(|before| before.project != project) && !self.compare.running {
            self.compare.begin_anew();
        }
        self.refresh_agreement();
        let asked = Asked { project, revision, by, between: self.compare.choices.between };
        if self.compare.running || self.compare.made_for.as_ref() == Some(&asked) {
            return;
        }
        self.compare.running = true;
        let refold = self.session.project().refold();
        self.jobs.start("Comparing the reviewers", move |progress| {
            let found = Compared::of(&refold.run(), asked.by, asked.between, progress);
            Box::new(move |app: &mut Self| app.take_compared(asked, found))
        });
    }

    fn take_compared(&mut self, asked: Asked, found: Option<Compared>) {
        self.compare.running = false;
        let same = self.session.project().id() == asked.project;
        self.compare.made_for = Some(asked);
        self.compare.stopped = found.is_none();
        let Some(found) = found.filter(|_| same) else { return };
        self.compare.found = Arc::new(found);
        self.compare.list();
        match self.compare.wanted.take() {
            Some(wanted) if self.compare.row_of(wanted).is_some() => self.show_disagreement(wanted),
            Some(_) => self.tell(super::Weight::Note, "Reviewers do not differ on the annotation in hand."),
            None => self.keep_one_in_hand(),
        }
    }

    /// Once the one in hand is no disagreement any more, the one that has taken its place is.
    fn keep_one_in_hand(&mut self) {
        if self.compare.current().is_some() && self.compare.current_row().is_some() {
            return;
        }
        let from = self.compare.current.map_or(0, |current| current.row);
        let rows = self.compare.rows();
        let ones = |rows: &[Row]| rows.iter().find_map(|row| self.compare.found.id_of(*row));
        let next = rows.get(from..).and_then(ones).or_else(|| ones(rows));
        match next {
            Some(next) => self.show_disagreement(next),
            None => self.compare.current = None,
        }
    }

    /// Changes what is listed.
    pub(super) fn choose_compared(&mut self, choices: Choices) {
        self.compare.choices = choices;
        self.compare.list();
        self.keep_one_in_hand();
    }

    /// Shows a part of the view.
    pub(super) fn show_compared(&mut self, section: Section) {
        self.compare.section = section;
        self.compare.list();
        if section != Section::Agreement {
            self.keep_one_in_hand();
        }
    }

    /// Looks again, after the job was stopped.
    pub(super) fn compare_again(&mut self) {
        self.compare.made_for = None;
        self.compare.agreement.forget();
    }

    /// Takes a disagreement in hand, and an annotation of it: the own one, if there is one.
    pub(super) fn show_disagreement(&mut self, id: AnnotationId) {
        let Some(row) = self.compare.row_of(id) else { return };
        let Some((_, one)) = self.compare.found.with(id) else { return };
        let own = own_of(self.session.project(), self.session.by, &one.annotations).unwrap_or(id);
        self.compare.current = Some(Current { id, row, settled: one.settled.is_some() });
        let whole = self.tab_whole;
        self.go_to(own);
        self.tab_whole = whole;
    }

    /// Goes to the next or previous disagreement. From one that was settled since it was taken in hand, on from where it stood.
    pub(super) fn next_disagreement(&mut self, forward: bool) {
        let now = self.compare.current();
        let settled_since = now.is_some_and(|(_, one)| one.settled.is_some()) && self.compare.current.is_some_and(|now| !now.settled);
        let at = if settled_since { self.compare.current.map(|current| current.row) } else { self.compare.current_row() };
        let id = |row: &Row| self.compare.found.id_of(*row).filter(|id| self.compare.current_id() != Some(*id));
        let rows = self.compare.rows();
        let next = match at {
            None => rows.iter().find_map(id),
            Some(at) if forward => rows.iter().skip(at).find_map(id),
            Some(at) => rows.iter().take(at).rev().find_map(id),
        };
        if let Some(next) = next {
            self.show_disagreement(next);
        }
    }

    /// Shows the view over the whole middle, or closes it again.
    pub(super) fn show_compare(&mut self, section: Section) {
        let shown = self.is_tab_whole(Tab::Compare) && (self.compare.section == Section::Agreement) == (section == Section::Agreement);
        self.show_tab(Tab::Compare);
        self.tab_whole = !shown;
        if (self.compare.section == Section::Agreement) != (section == Section::Agreement) {
            self.show_compared(section);
        }
    }

    /// Opens the view at an annotation, with all that reviewers differ in.
    pub(super) fn open_compare(&mut self, annotation: AnnotationId) {
        self.compare.choices = Choices::default();
        self.compare.section = Section::All;
        self.compare.list();
        self.compare.wanted = Some(annotation);
        self.compare.made_for = None;
        self.show_tab(Tab::Compare);
        self.tab_whole = true;
    }

    /// Opens the view with the different verdicts among these annotations.
    pub(super) fn open_compare_of(&mut self, only: Arc<HashSet<AnnotationId>>) {
        self.compare.choices = Choices { only: Some(only), ..Choices::default() };
        self.compare.section = Section::Verdicts;
        self.compare.list();
        self.compare.made_for = None;
        self.show_tab(Tab::Compare);
        self.tab_whole = true;
    }

    /// Whether the keys of the page go through disagreements: they take the whole middle.
    pub fn is_comparing(&self) -> bool {
        self.is_tab_whole(Tab::Compare) && self.compare.section != Section::Agreement
    }

    /// Whether a tab takes the whole middle.
    pub fn is_tab_whole(&self, tab: Tab) -> bool {
        self.settings.tabs && self.tab_whole && self.tab == tab
    }
}
