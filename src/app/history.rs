//! The history of the project: who said what when, the newest first, from the records themselves.
//!
//! An index of what is shown of each record is made by a job when the history is first looked at, and added to as
//! records come. What is filtered is found by the same job. The index holds words and places, never the records: the
//! row that is to be restored is read again.

mod index;
mod restore;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashSet;
use std::sync::Arc;

use super::{App, Tab};
use crate::model::{Blind, ProjectId, Record, ReviewerId, Stamp, What};
pub use index::{About, Entry};
use index::{Index, Wanted};
pub use restore::{restored, takes_over};
pub use words::said_words;

/// Which entries are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Only what this reviewer said.
    pub by: Option<ReviewerId>,
    /// Only where these words occur, in what was said or in what it was said of.
    pub words: String,
    /// Only these statements: what came in from others at one time.
    pub only: Option<Arc<HashSet<Stamp>>>,
}

/// The history as last looked at.
#[derive(Default)]
pub struct History {
    /// Which entries are shown.
    pub filter: HistoryFilter,
    index: Arc<Index>,
    /// The places in the index of what passes the filter, the newest first.
    rows: Vec<u32>,
    made_for: Option<Asked>,
    running: bool,
}

/// What the rows were made for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    project: ProjectId,
    revision: u64,
    by: Option<ReviewerId>,
    filter: HistoryFilter,
}

impl History {
    /// How many entries pass the filter.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none does.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// An entry by its row, from the newest.
    pub fn entry(&self, row: usize) -> Option<&Entry> {
        self.index.entry(*self.rows.get(row)?)
    }

    /// Whether it has been made at all.
    pub fn is_made(&self) -> bool {
        self.made_for.is_some()
    }
}

impl App {
    /// The statement of an entry.
    pub fn said(&self, entry: &Entry) -> Option<What> {
        match Record::from_line(self.session().project().records().lines().get(entry.number)?).ok()? {
            Record::Said { at, what, .. } if at == entry.at => Some(what),
            _ => None,
        }
    }

    /// Makes the history anew when it is looked at and something has changed.
    pub(super) fn refresh_history(&mut self) {
        let looked_at = self.settings.tabs && self.tab == Tab::History;
        if !looked_at || self.history.running {
            return;
        }
        let project = self.session.project();
        let asked =
            Asked { project: project.id(), revision: self.session.revision(), by: self.session.by, filter: self.history.filter.clone() };
        if self.history.made_for.as_ref() == Some(&asked) {
            return;
        }
        self.history.running = true;
        let index = Arc::clone(&self.history.index);
        let records = project.records();
        // What was removed for good, or numbered anew, makes the index begin anew.
        let of = (project.id(), self.session.epoch(), records.next() as usize - records.len());
        let lines = records.snapshot();
        // In a blind check the history tells no more than the page does.
        let blind = (project.blind() != Blind::Off).then(|| project.refold());
        let by = self.session.by;
        self.jobs.start("Reading the history", move |progress| {
            let index = Index::brought_up_to_date(index, of, &lines, progress);
            let sight = blind.map(|blind| blind.run());
            let wanted = Wanted { filter: &asked.filter, sight: sight.as_ref().map(|project| (project, by)) };
            let rows = index.rows(&wanted);
            Box::new(move |app: &mut Self| {
                app.history.running = false;
                // Another project is open by now.
                if app.session.project().id() == asked.project {
                    (app.history.index, app.history.rows) = (Arc::new(index), rows);
                    app.history.made_for = Some(asked);
                }
            })
        });
    }

    /// Shows the history of the whole project.
    pub(super) fn show_history(&mut self) {
        self.history.filter.only = None;
        self.show_tab(Tab::History);
    }

    /// Shows what came in from others.
    pub(super) fn show_came_in(&mut self) {
        self.history.filter = HistoryFilter { only: Some(Arc::clone(&self.watching.came_in_stamps)), ..HistoryFilter::default() };
        self.notices.close_came_in();
        self.show_tab(Tab::History);
    }

    /// Says again what was said before, as the reviewer of this session.
    pub(super) fn say_again(&mut self, what: &What) {
        let Some(by) = self.reviewer() else { return };
        if let Some(edit) = restored(self.session.project(), by, what) {
            self.edit(edit);
        }
    }
}
