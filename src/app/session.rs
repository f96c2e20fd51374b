//! One project in the hands of one reviewer: the only place that changes a project.
//!
//! Every change is an [`Edit`]; its inverse goes on the undo list, the coverage of what it touched is counted anew, and
//! its records wait for the journal. The session does no I/O; the [`App`](super::App) passes the records on.

mod incoming;

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;

use crate::crosscheck::{Coverage, Uncounted};
use crate::model::{
    AnnotationId, Article, ArticleId, Change, Clock, Counts, Edit, Project, ProjectId, Record, Replica, ReviewerId, Stamp, Viewer, What,
};
use crate::storage::Fingerprint;
use crate::text::word::word_count;
pub use incoming::{FEW, Incoming, Own, TakenIn};

/// What is counted of an article's text once.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Words.
    pub words: usize,
    /// Sentences, and which of them are done.
    pub coverage: Coverage,
}

impl Facts {
    /// Counts an article: the cost grows with its text.
    pub fn of(project: &Project, article: &Article) -> Self {
        Self::count(Uncounted::of(project, article))
    }

    /// Counts what was gathered of an article: the cost grows with its text.
    pub fn count(uncounted: Uncounted) -> Self {
        Self { words: word_count(&uncounted.text), coverage: uncounted.count() }
    }

    /// Counts all articles of a project.
    pub fn of_all(project: &Project) -> HashMap<ArticleId, Self> {
        project.articles().into_iter().map(|article| (article.id, Self::of(project, article))).collect()
    }
}

/// An edit that can be taken back, or made again.
#[derive(Debug)]
struct Step {
    edit: Edit,
    /// Steps with the same key that follow each other are one step: words typed into one field.
    key: Option<StepKey>,
}

/// What makes typing one step: the annotation and the field.
pub type StepKey = (AnnotationId, &'static str);

/// A project that is open.
#[derive(Debug)]
pub struct Session {
    project: Project,
    clock: Clock,
    /// Who reviews; `None` until the person has said so.
    pub by: Option<ReviewerId>,
    /// The file, if it has one.
    pub path: Option<PathBuf>,
    /// What the file held when it was last read or written.
    pub on_disk: Option<Fingerprint>,
    /// Nothing may be changed: the file is of a newer format.
    pub read_only: bool,
    /// Not all of the file could be read: it is set aside before it is written over.
    pub damaged: bool,
    /// When the file was last written, in milliseconds since 1970.
    pub saved_at: Option<u64>,
    facts: HashMap<ArticleId, Facts>,
    /// Articles that another thread still counts, each with what has changed in it since that was begun.
    uncounted: HashMap<ArticleId, Vec<Range<usize>>>,
    undo: Vec<Step>,
    redo: Vec<Step>,
    revision: u64,
    edits: u64,
    marks: u64,
    counts: Counts,
    saved: u32,
    journaled: u32,
    /// No file of the person's holds what it began with: the journal needs it too, once there is a change.
    unfiled: bool,
    changed: Vec<Change>,
    /// Grows when the records are numbered anew.
    epoch: u64,
}

impl Session {
    /// A session on a project without a file. `now` is in milliseconds since 1970.
    pub fn new(project: Project, replica: Replica, now: u64) -> Self {
        let facts = Facts::of_all(&project);
        Self::with_facts(project, replica, facts, now)
    }

    /// A session on a project whose articles have been counted already, as workers do. Those that have not are to be
    /// counted by another thread and given to [`Session::take_counted`].
    pub fn with_facts(project: Project, replica: Replica, facts: HashMap<ArticleId, Facts>, now: u64) -> Self {
        let mut clock = Clock::new(replica);
        clock.observe(project.newest(), now);
        let records = project.records().next();
        let articles = project.articles().into_iter().map(|article| article.id);
        let uncounted = articles.filter(|id| !facts.contains_key(id)).map(|id| (id, Vec::new())).collect();
        Self {
            project,
            uncounted,
            clock,
            by: None,
            path: None,
            on_disk: None,
            read_only: false,
            damaged: false,
            saved_at: None,
            facts,
            undo: Vec::new(),
            redo: Vec::new(),
            revision: 0,
            edits: 0,
            marks: 0,
            counts: Counts::default(),
            saved: records,
            journaled: records,
            unfiled: false,
            changed: Vec::new(),
            epoch: 0,
        }
    }

    /// A session on a new project.
    pub fn empty(millis: u64, random: u128) -> Self {
        Self::new(Project::new(ProjectId::new(millis, random)), Replica((random >> 96) as u32), millis)
    }

    /// The project.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Grows with every change: what is derived from the project is stale when it differs.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// How many edits were carried out here, those of undo among them. What comes in from elsewhere is none.
    pub fn edits(&self) -> u64 {
        self.edits
    }

    /// Grows when an annotation comes, goes, moves or stands differently: what is drawn of all annotations at once is
    /// stale when it differs. Words written about one do not count.
    pub fn marks(&self) -> u64 {
        self.marks
    }

    /// What is counted of an article.
    pub fn facts(&self, article: ArticleId) -> Option<&Facts> {
        self.facts.get(&article)
    }

    /// The share of all articles' checkable sentences that are done, from 0 to 1; `None` where there are none.
    pub fn coverage(&self) -> Option<f32> {
        let shown = self.facts.iter().filter(|(id, _)| self.project.article(**id).is_some_and(|article| !article.is_hidden()));
        let (done, total) = shown.fold((0, 0), |(done, total), (_, facts)| (done + facts.coverage.done(), total + facts.coverage.total()));
        (total > 0).then(|| done as f32 / total as f32)
    }

    /// Carries an edit out, as the reviewer of this session. Does nothing while nobody reviews or nothing may be changed.
    pub fn apply(&mut self, edit: &Edit, now: u64) -> bool {
        self.apply_step(edit, None, now)
    }

    /// Like [`Session::apply`], for words that are being typed: what is typed into one field is undone as one step.
    pub fn apply_typing(&mut self, edit: &Edit, key: StepKey, now: u64) -> bool {
        self.apply_step(edit, Some(key), now)
    }

    /// Introduces a reviewer. It goes before what they say and is no step of its own.
    pub fn introduce(&mut self, edit: &Edit, now: u64) {
        self.carry_out(edit, now);
    }

    fn apply_step(&mut self, edit: &Edit, key: Option<StepKey>, now: u64) -> bool {
        let Some(inverse) = self.carry_out(edit, now) else { return false };
        self.redo.clear();
        if inverse.says.is_empty() {
            // Nothing can be taken back, as with a reveal.
            return true;
        }
        let goes_on = key.is_some() && self.undo.last().is_some_and(|last| last.key == key);
        if !goes_on {
            self.undo.push(Step { edit: inverse, key });
        }
        true
    }

    fn carry_out(&mut self, edit: &Edit, now: u64) -> Option<Edit> {
        let by = self.by.filter(|_| !self.read_only)?;
        let applied = self.project.apply(edit, by, &mut self.clock, now);
        self.edits += 1;
        self.note(applied.changes);
        Some(applied.inverse)
    }

    /// Takes the last step back; returns what it was.
    pub fn undo(&mut self, now: u64) -> Option<String> {
        let step = self.undo.pop()?;
        let edit = self.carry_out(&step.edit, now)?;
        let label = edit.label.clone();
        self.redo.push(Step { edit, key: None });
        Some(label)
    }

    /// Makes the last step that was taken back again; returns what it was.
    pub fn redo(&mut self, now: u64) -> Option<String> {
        let step = self.redo.pop()?;
        let edit = self.carry_out(&step.edit, now)?;
        let label = edit.label.clone();
        self.undo.push(Step { edit, key: None });
        Some(label)
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|step| step.edit.label.as_str())
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.edit.label.as_str())
    }

    /// Joins records that came from elsewhere; returns how many were new.
    pub fn join<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>, now: u64) -> usize {
        let before = self.project.records().len();
        let changes = self.project.add(lines);
        self.clock.observe(self.project.newest(), now);
        self.note(changes);
        self.project.records().len() - before
    }

    /// Says who reviews in the window: in a blind check the project is from now on what they may see of it. The commands
    /// without a window only set `by`, and see all.
    pub fn review_as(&mut self, by: Option<ReviewerId>) {
        self.by = by;
        let changes = self.project.look_as(Viewer::Reviewer(by));
        if !changes.is_empty() {
            self.note(changes);
        }
    }

    /// The line of a statement by the reviewer of this session, stamped now. It is not in the project yet.
    pub(super) fn line_of(&mut self, what: What, now: u64) -> Option<String> {
        let by = self.by.filter(|_| !self.read_only)?;
        Some(Record::Said { at: self.clock.tick(now, Stamp::NEVER), by, what }.to_line())
    }

    /// Forgets what could be undone and redone: some of it may be words that were removed for good.
    pub(super) fn forget_steps(&mut self) {
        self.undo.clear();
        self.redo.clear();
    }

    /// Keeps what was counted of an article before its edit comes, so that the window need not count it.
    pub fn note_facts(&mut self, article: ArticleId, facts: Facts) {
        self.facts.insert(article, facts);
    }

    /// Takes what another thread has counted of an article, and catches up with what has changed since.
    pub fn take_counted(&mut self, id: ArticleId, mut facts: Facts) {
        let Some(changed) = self.uncounted.remove(&id) else { return };
        let Some(article) = self.project.article(id) else { return };
        for range in changed {
            facts.coverage.update(&self.project, article, range);
        }
        self.facts.insert(id, facts);
    }

    fn note(&mut self, changes: Vec<Change>) {
        self.revision += 1;
        let moved = |change: &Change| matches!(change, Change::Annotation(id, before) if *before != self.project.place(*id));
        let counts = self.project.counts();
        if changes.len() > 1 || counts != self.counts || changes.iter().any(moved) {
            self.marks += 1;
            self.counts = counts;
        }
        for change in &changes {
            self.recount(change);
        }
        self.changed.extend(changes);
    }

    fn recount(&mut self, change: &Change) {
        let Self { project, facts, uncounted, .. } = self;
        let mut look_again = |id: ArticleId, range: Range<usize>| {
            if let Some(changed) = uncounted.get_mut(&id) {
                changed.push(range.clone());
            }
            if let (Some(article), Some(facts)) = (project.article(id), facts.get_mut(&id)) {
                facts.coverage.update(project, article, range);
            }
        };
        match change {
            Change::Annotation(id, before) => {
                let now = project.place(*id);
                for (article, range) in before.clone().into_iter().chain(now) {
                    look_again(article, range);
                }
            }
            Change::Dismissal(article, range) => look_again(*article, range.clone()),
            Change::Article(id) if uncounted.contains_key(id) => {}
            Change::Article(id) => {
                if let Some(article) = project.article(*id) {
                    facts.entry(*id).or_insert_with(|| Facts::of(project, article));
                }
            }
            Change::Everything => {
                uncounted.clear();
                *facts = Facts::of_all(project);
            }
            Change::Project | Change::Evidence(_) | Change::Link(_) | Change::Apart | Change::Redaction => {}
        }
    }

    /// What has changed since this was last asked.
    pub fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changed)
    }

    /// Says that what it began with lies in no file of the person's, as with the sample.
    pub fn note_unfiled(&mut self) {
        self.unfiled = true;
    }

    /// The lines of records that the journal does not hold yet; they count as handed over.
    pub fn take_unjournaled(&mut self) -> Vec<String> {
        let records = self.project.records();
        if self.journaled == records.next() {
            return Vec::new();
        }
        let from = if std::mem::take(&mut self.unfiled) { 0 } else { self.journaled };
        self.journaled = records.next();
        records.range(from..records.next()).map(str::to_owned).collect()
    }

    /// Whether there are records that the file does not hold.
    pub fn is_unsaved(&self) -> bool {
        self.saved < self.project.records().next()
    }

    /// Notes that the file holds all records below this number.
    pub fn note_saved(&mut self, records: u32, now: u64) {
        self.saved = self.saved.max(records);
        self.saved_at = Some(now);
    }

    /// The title of the project, or the name of its file, or a word for one without either.
    pub fn title(&self) -> String {
        if !self.project.title().is_empty() {
            return self.project.title().to_owned();
        }
        let stem = self.path.as_deref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
        stem.map_or_else(|| "Untitled project".into(), |stem| stem.trim_end_matches(".factmark.ron").to_owned())
    }
}
