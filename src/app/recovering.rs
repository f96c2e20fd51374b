//! Work that an earlier session left unsaved.
//!
//! It is looked for at the start and whenever a project is opened. What belongs to the open project is joined at once, by
//! a job, and told in a bar until the person has looked at it, kept it, or set it aside; what belongs to another project
//! is offered. The old journal is put aside only when the journal of this session, or a file, holds what was in it: a
//! crash in between finds it again, and joining is a union that may be done twice. Nothing here is deleted.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use super::dialog::Leaving;
use super::history::HistoryFilter;
use super::notices::Weight;
use super::opening::reviewer_of;
use super::session::{Incoming, Session, TakenIn};
use super::{App, Tab};
use crate::model::{Project, ProjectId, Record, Replica, Stamp};
use crate::storage::{Leftover, leftovers};

/// Work of an earlier session that has been joined into no project yet.
#[derive(Debug)]
pub struct Left {
    /// The journal.
    pub path: PathBuf,
    /// The project's file, if it had one.
    pub project_path: Option<PathBuf>,
    /// How many changes it is.
    pub changes: usize,
    /// When it was last written, in milliseconds since 1970.
    pub at: u64,
    leftover: Leftover,
}

impl Left {
    fn of(leftover: Leftover) -> Self {
        let said = |line: &&String| matches!(Record::from_line(line), Ok(Record::Said { .. }));
        let changes = leftover.lines.iter().filter(said).count();
        let at = leftover.modified.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64);
        Self { path: leftover.path.clone(), project_path: leftover.project_path.clone(), changes, at, leftover }
    }
}

/// Work of an earlier session that was joined into the open project and is not saved.
#[derive(Debug, Default)]
pub struct Recovered {
    /// How many changes it is.
    pub changes: usize,
    /// When the last of them was journaled, in milliseconds since 1970.
    pub at: u64,
    /// How many lines of the journal could not be read.
    pub damaged: usize,
    stamps: Arc<HashSet<Stamp>>,
    /// How many edits this session had made by then; `None` where some of them were not saved.
    edits: Option<u64>,
    /// It is being set aside.
    goes: bool,
}

/// What becomes of unsaved work.
#[derive(Default)]
pub(super) struct Recovering {
    left: Vec<Left>,
    joined: Option<Recovered>,
    /// Journals whose lines are on their way into the journal of this session.
    held: Vec<Leftover>,
}

impl Recovering {
    /// The journals of a project that are held here.
    pub(super) fn held(&self, project: ProjectId) -> Vec<PathBuf> {
        let all = self.left.iter().map(|left| &left.leftover).chain(&self.held);
        all.filter(|leftover| leftover.project == project).map(|leftover| leftover.path.clone()).collect()
    }
}

impl App {
    /// Work of earlier sessions on other projects than the open one; the newest first.
    pub fn leftovers(&self) -> &[Left] {
        &self.recovering.left
    }

    /// What was recovered, until the person has answered or a file holds it.
    pub fn recovered(&self) -> Option<&Recovered> {
        self.recovering.joined.as_ref()
    }

    /// Whether what was recovered can still be set aside: nothing has been built upon it, and nothing else would go with it.
    pub fn can_set_recovered_aside(&self) -> bool {
        self.recovering.joined.as_ref().is_some_and(|joined| joined.edits == Some(self.session.edits()))
    }

    /// Looks for work of sessions that ended without saving, of one project or of all.
    pub(super) fn look_for_leftovers(&mut self, of: Option<ProjectId>) {
        let Some(folder) = self.keeping.folder().cloned() else { return };
        self.jobs.start("Looking for unsaved work", move |_| {
            let found = leftovers(&folder).into_iter().filter(|leftover| of.is_none_or(|project| leftover.project == project));
            let found: Vec<Left> = found.map(Left::of).collect();
            Box::new(move |app: &mut Self| {
                app.recovering.left.extend(found);
                app.recovering.left.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.path.cmp(&b.path)));
                app.join_own_left();
            })
        });
    }

    /// Recovers the work in a journal, with its project, or sets it aside.
    pub(super) fn recover(&mut self, journal: &Path, keep: bool) {
        if !self.recovering.left.iter().any(|left| left.path == journal) {
            return;
        }
        if keep {
            return self.leave(Leaving::Recover(journal.to_owned()));
        }
        if let Some(left) = self.take_left(journal) {
            self.put_aside(left.leftover);
        }
    }

    fn take_left(&mut self, journal: &Path) -> Option<Left> {
        let place = self.recovering.left.iter().position(|left| left.path == journal)?;
        Some(self.recovering.left.remove(place))
    }

    /// Opens the project of a journal and joins what is in it; without a file it becomes a project of its own.
    pub(super) fn open_left(&mut self, journal: PathBuf, wanted: bool) {
        let Some(left) = self.recovering.left.iter().find(|left| left.path == journal) else { return };
        match left.project_path.clone() {
            Some(path) => self.open(path, Some(journal), wanted),
            None => self.recover_alone(&journal, wanted),
        }
    }

    /// Recovers a journal for which no file was found; does nothing if it has been joined by now.
    pub(super) fn recover_alone(&mut self, journal: &Path, wanted: bool) {
        let Some(left) = self.recovering.left.iter().find(|left| left.path == journal) else { return };
        let project = left.leftover.project;
        if self.session.project().id() != project {
            self.close_session(wanted);
            let random = self.surroundings.random();
            self.replace_session(Session::new(Project::new(project), Replica(random as u32), self.surroundings.now()));
        }
        self.join_left();
    }

    /// Joins what earlier sessions left of the open project, if one is open.
    pub(super) fn join_own_left(&mut self) {
        if !self.session.project().records().is_empty() {
            self.join_left();
        }
    }

    fn join_left(&mut self) {
        let id = self.session.project().id();
        let (own, others) = std::mem::take(&mut self.recovering.left).into_iter().partition(|left| left.leftover.project == id);
        self.recovering.left = others;
        let left: Vec<Left> = own;
        if left.is_empty() {
            return;
        }
        self.hand_over();
        let mine = self.session.own().against_a_part();
        self.jobs.start("Recovering unsaved work", move |_| {
            let mut project = Project::new(id);
            left.iter().for_each(|left| drop(project.add(left.leftover.lines.iter().map(String::as_str))));
            let incoming = Incoming::of(&project, mine);
            let finish = move |app: &mut Self| match app.session.project().id() == id {
                true => app.take_left_in(left, incoming),
                // Another project is open by now: it is offered again.
                false => app.recovering.left.extend(left),
            };
            Box::new(move |app: &mut Self| app.when_saved(Box::new(finish)))
        });
    }

    fn take_left_in(&mut self, left: Vec<Left>, incoming: Incoming) {
        self.hand_over();
        let before = self.recovering.joined.take();
        let edits = match &before {
            Some(before) => before.edits,
            None => (!self.session.is_unsaved()).then(|| self.session.edits()),
        };
        let mut stamps = incoming.stamps.clone();
        let now = self.surroundings.now();
        let TakenIn { journal, old } = self.session.take_in_from_elsewhere(incoming, now);
        if self.session.by.is_none() {
            // The journal may be what introduces the person.
            self.session.review_as(reviewer_of(&self.settings, self.session.project()));
        }
        let nothing_new = journal.is_empty();
        let changes = if stamps.is_empty() { journal.len() } else { stamps.len() };
        self.after_taking_in(TakenIn { journal, old });
        let at = left.iter().map(|left| left.at).max().unwrap_or_default();
        let damaged: usize = left.iter().map(|left| left.leftover.damaged).sum();
        self.recovering.held.extend(left.into_iter().map(|left| left.leftover));
        if nothing_new {
            // A file holds all of it: the crash came between the save and its mark in the journal.
            self.recovering.joined = before;
            return;
        }
        let before = before.unwrap_or_default();
        stamps.extend(before.stamps.iter());
        self.recovering.joined = Some(Recovered {
            changes: before.changes + changes,
            at: at.max(before.at),
            damaged: before.damaged + damaged,
            stamps: Arc::new(stamps),
            edits,
            goes: false,
        });
    }

    /// Puts journals aside whose lines are safe in the journal of this session. Call once a frame.
    pub(super) fn poll_recovering(&mut self) {
        if !self.recovering.held.is_empty() && self.is_kept() {
            self.put_held_aside();
        }
    }

    fn put_held_aside(&mut self) {
        for leftover in std::mem::take(&mut self.recovering.held) {
            self.put_aside(leftover);
        }
    }

    fn put_aside(&mut self, leftover: Leftover) {
        if let Err(error) = leftover.set_aside() {
            let words = format!("The journal of the unsaved work could not be set aside: {error}. It will be offered again.");
            self.tell(Weight::Failed, words);
        }
    }

    /// A file holds what was recovered.
    pub(super) fn recovered_is_saved(&mut self) {
        self.recovering.joined = None;
        self.put_held_aside();
    }

    /// Another project, or the file as it was, takes the place of what was recovered.
    pub(super) fn recovered_is_gone(&mut self) {
        let Some(joined) = self.recovering.joined.take().filter(|joined| joined.goes) else { return };
        self.put_held_aside();
        let kept = if joined.changes == 1 { "1 change was".to_owned() } else { format!("{} changes were", joined.changes) };
        self.tell(Weight::Note, format!("{kept} set aside. The journal with them is kept for 30 days at least; nothing was deleted."));
    }

    /// The file as it was could not be opened.
    pub(super) fn recovered_stays(&mut self) {
        if let Some(joined) = &mut self.recovering.joined {
            joined.goes = false;
        }
    }

    /// What was recovered is wanted: it stays in the project, to be saved.
    pub(super) fn keep_recovered(&mut self) {
        self.recovering.joined = None;
    }

    /// Goes back to what the file holds; the journal with what was recovered is put aside.
    pub(super) fn set_recovered_aside(&mut self) {
        if !self.can_set_recovered_aside() {
            return;
        }
        if let Some(joined) = &mut self.recovering.joined {
            joined.goes = true;
        }
        let back = self.session.path.clone().map_or(Leaving::New, Leaving::Open);
        self.proceed(back, false);
    }

    /// Shows what was recovered, in the history.
    pub(super) fn review_recovered(&mut self) {
        let Some(joined) = &self.recovering.joined else { return };
        self.history.filter = HistoryFilter { only: Some(Arc::clone(&joined.stamps)), ..HistoryFilter::default() };
        self.show_tab(Tab::History);
    }

    /// Whether the history shows just what was recovered.
    pub fn shows_recovered(&self) -> bool {
        let shown = self.history.filter.only.as_ref().zip(self.recovering.joined.as_ref());
        shown.is_some_and(|(only, joined)| Arc::ptr_eq(only, &joined.stamps))
    }
}
