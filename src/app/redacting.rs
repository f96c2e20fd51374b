//! Removing records for good: choosing them, taking them out of the project on another thread, saving at once, and
//! cleaning what the program itself keeps.
//!
//! It cannot be undone, and what was done before cannot be undone after it: a step of undo might hold the words.

use std::sync::Arc;
use std::time::Duration;

use super::dialog::Dialog;
use super::history::said_words;
use super::notices::Weight;
use super::session::Incoming;
use super::{App, name_of};
use crate::model::{Project, Record, Sight, Subject, What};
use crate::storage::{Purge, Purged};

/// So many records can be chosen among at once.
const MOST: usize = 500;
/// How long the journal may take to begin anew.
const AT_MOST: Duration = Duration::from_secs(10);

/// Records that go together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removable {
    /// Their numbers.
    pub numbers: Vec<u32>,
    /// Who said what when, in a sentence.
    pub said: String,
    /// The words that go, in full.
    pub words: Vec<String>,
}

/// What can be chosen to be removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removing {
    /// The records, the newest first.
    pub records: Vec<Removable>,
    /// Whether all of them are chosen at first.
    pub all: bool,
    /// How many more there are than can be shown.
    pub more: usize,
    /// The numbering of records at this moment.
    pub epoch: u64,
}

impl App {
    /// Opens the dialog with all that was said about something.
    pub(super) fn choose_to_redact(&mut self, subject: &Subject) {
        let numbers = self.session.project().records_about(subject);
        self.open_redact(numbers, true);
    }

    /// Opens the dialog with what the history shows.
    pub(super) fn choose_shown_to_redact(&mut self) {
        let numbers = (0..self.history.len()).filter_map(|row| Some(self.history.entry(row)?.number)).collect();
        self.open_redact(numbers, false);
    }

    fn open_redact(&mut self, numbers: Vec<u32>, all: bool) {
        let mut records: Vec<(u64, Removable)> = Vec::new();
        let mut text = Vec::new();
        let mut more = 0;
        for number in numbers {
            match self.session.project().records().lines().get(number).map(Record::from_line) {
                Some(Ok(Record::Text { .. })) => text.push(number),
                Some(Ok(Record::Said { what: What::Redaction { .. }, .. })) | None | Some(Err(_)) => {}
                Some(Ok(_)) if records.len() >= MOST => more += 1,
                Some(Ok(Record::Said { at, by, what })) => {
                    let project = self.session.project();
                    let when = self.surroundings.date_and_time(at.millis());
                    let who = project.reviewer_name(by);
                    let hidden = match what.subject() {
                        Some(Subject::Annotation(id)) => Some(by) != self.by() && project.sees(self.by(), id) != Sight::Whole,
                        _ => false,
                    };
                    let (said, words) = if hidden {
                        (format!("{who} said something that the blind check hides, {when}"), Vec::new())
                    } else {
                        let words = what.words().into_iter().map(str::to_owned).collect();
                        (format!("{who} {}, {when}", said_words(by, &what)), words)
                    };
                    records.push((at.millis(), Removable { numbers: vec![number], said, words }));
                }
            }
        }
        records.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let mut records: Vec<Removable> = records.into_iter().map(|(_, removable)| removable).collect();
        if !text.is_empty() {
            let said = format!("The text of the article ({} paragraphs)", text.len());
            records.insert(0, Removable { numbers: text, said, words: Vec::new() });
        }
        self.dialog = Some(Dialog::Redact(Arc::new(Removing { records, all, more, epoch: self.session.epoch() })));
    }

    /// Removes records for good, on another thread because the project is folded anew.
    pub(super) fn redact(&mut self, numbers: &[u32], epoch: u64, reason: &str) {
        self.dialog = None;
        if epoch != self.session.epoch() {
            return self.tell(Weight::Failed, "Nothing was removed: work of others came in meanwhile. Please choose again.");
        }
        self.hand_over();
        let now = self.surroundings.now();
        let edit = match self.session.project().redact(numbers, reason.trim()) {
            Ok(edit) => edit,
            Err(error) => return self.tell(Weight::Failed, error.to_string()),
        };
        let Some(line) = edit.says.into_iter().next().and_then(|what| self.session.line_of(what, now)) else { return };
        let (own, id) = (self.session.own(), self.session.project().id());
        self.jobs.start("Removing for good", move |_| {
            let mut redaction = Project::new(id);
            redaction.add([line.as_str()]);
            let incoming = Incoming::of(&redaction, own);
            Box::new(move |app: &mut Self| app.when_saved(Box::new(move |app: &mut Self| app.redacted(id, incoming))))
        });
    }

    fn redacted(&mut self, id: crate::model::ProjectId, incoming: Incoming) {
        // Another project is open by now: nothing has happened.
        if self.session.project().id() != id {
            return;
        }
        self.hand_over();
        let now = self.surroundings.now();
        let before = self.session.project().records().len();
        let taken = self.session.take_in_from_elsewhere(incoming, now);
        self.after_taking_in(taken);
        self.session.forget_steps();
        self.purge_due = true;
        let removed = (before + 1).saturating_sub(self.session.project().records().len());
        let words =
            if removed == 1 { "1 record was removed for good.".to_owned() } else { format!("{removed} records were removed for good.") };
        self.tell(Weight::Note, format!("{words} The project is saved now. Copies that others have keep it until they join this one."));
        self.save();
    }

    /// Cleans what the program keeps of the project on this computer, after a save, if something was removed for good.
    pub(super) fn purge(&mut self) {
        if !self.purge_due || self.session.is_unsaved() {
            return;
        }
        self.purge_due = false;
        let project = self.session.project();
        let purge = Purge {
            project: project.id(),
            lines: project.records().snapshot(),
            path: self.session.path.clone(),
            state: self.keeping.folder().cloned(),
            cache: self.surroundings.cache_folder.clone(),
            held: self.recovering.held(project.id()),
        };
        let anew = self.keeping.begin_anew();
        self.jobs.start("Cleaning backups and journals", move |_| {
            // Whether the own journal could begin anew, the look at the journals tells.
            let _ = anew.map(|anew| anew.recv_timeout(AT_MOST));
            let purged = purge.run();
            Box::new(move |app: &mut Self| app.tell_purged(&purged))
        });
    }

    fn tell_purged(&mut self, purged: &Purged) {
        if !purged.cleaned.is_empty() {
            let names: Vec<String> = purged.cleaned.iter().map(|path| name_of(path)).collect();
            let unreadable = match purged.unreadable {
                0 => String::new(),
                1 => " 1 line that nobody can read went with it.".to_owned(),
                more => format!(" {more} lines that nobody can read went with it."),
            };
            self.tell(Weight::Note, format!("What was removed for good is gone from {} too.{unreadable}", names.join(", ")));
        }
        for left in &purged.left {
            self.tell(Weight::Failed, format!("What was removed for good may still be in a file: {left}"));
        }
    }
}
