//! Keeping the work: every change to the journal at once, the project to its file when asked.
//!
//! One [`Writer`] a session does both in order on its own thread. “Saved” is told only when the writer says so. What
//! somebody else had written to the file is joined in by the save and taken in here.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use super::dialog::Purpose;
use super::jobs::Wake;
use super::notices::Weight;
use super::session::Session;
use super::{App, name_of};
use crate::storage::{Backup, Done, JournalPlace, SaveRequest, Saved, Writer};

/// The writer of this session, and what it has been asked.
pub(super) struct Keeping {
    folder: Option<PathBuf>,
    writer: Option<Writer>,
    done: Option<Receiver<Done>>,
    wake: Wake,
    asked: u64,
    kept: u64,
    saving: Option<Saving>,
    failed: bool,
}

struct Saving {
    number: u64,
    path: PathBuf,
    records: u32,
}

impl Keeping {
    pub(super) fn new(folder: Option<PathBuf>, wake: &Wake) -> Self {
        Self { folder, writer: None, done: None, wake: Arc::clone(wake), asked: 0, kept: 0, saving: None, failed: false }
    }

    /// Whether something has been asked for and is not done.
    pub(super) fn is_busy(&self) -> bool {
        self.kept < self.asked || self.saving.is_some()
    }

    /// Whether all that was handed over is safe in the journal.
    pub(super) fn is_kept(&self) -> bool {
        self.kept >= self.asked && !self.failed
    }

    pub(super) fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// The writer, started with the first need of it.
    fn writer(&mut self, session: &Session) -> Option<&Writer> {
        if self.writer.is_none() {
            let place = self.folder.clone().map(|folder| JournalPlace {
                folder,
                project: session.project().id(),
                project_path: session.path.clone(),
            });
            let (sender, receiver) = channel();
            self.writer = Writer::start(place, sender, Arc::clone(&self.wake)).ok();
            self.done = Some(receiver);
        }
        self.writer.as_ref()
    }

    fn append(&mut self, session: &Session, lines: Vec<String>) {
        if self.folder.is_none() || lines.is_empty() {
            return;
        }
        if let Some(number) = self.writer(session).map(|writer| writer.append(lines)) {
            self.asked = number;
        }
    }

    fn save(&mut self, session: &Session, path: PathBuf) -> bool {
        let records = session.project().records();
        let same_file = session.path.as_ref() == Some(&path);
        let request = SaveRequest {
            path: path.clone(),
            id: session.project().id(),
            lines: records.snapshot(),
            expected: session.on_disk.filter(|_| same_file),
            damaged: same_file && session.damaged,
            state: self.folder.clone(),
            progress: crate::storage::Progress::default(),
        };
        let count = records.next();
        let Some(number) = self.writer(session).map(|writer| writer.save(request)) else { return false };
        self.saving = Some(Saving { number, path, records: count });
        true
    }

    /// Lets the journal of this session begin anew; the receiver is told whether it did.
    pub(super) fn begin_anew(&self) -> Option<Receiver<bool>> {
        self.writer.as_ref().map(Writer::begin_anew)
    }

    /// The folder of the journals.
    pub(super) fn folder(&self) -> Option<&PathBuf> {
        self.folder.as_ref()
    }

    /// Lets the writer of this session finish on a thread of its own; the next session gets a new one.
    pub(super) fn close(&mut self, wanted: bool) {
        let Some(writer) = self.writer.take() else { return };
        if !wanted {
            writer.set_aside();
        }
        self.done = None;
        (self.asked, self.kept, self.saving, self.failed) = (0, 0, None, false);
        // Dropping waits for the disk.
        let _ = std::thread::Builder::new().name("closing".into()).spawn(move || drop(writer));
    }

    /// Lets the writer finish, and waits for it. For the end of the program.
    pub(super) fn finish(&mut self, wanted: bool) {
        let Some(writer) = self.writer.take() else { return };
        if !wanted {
            writer.set_aside();
        }
        drop(writer);
    }
}

impl App {
    /// Hands new records over to the journal.
    pub(super) fn hand_over(&mut self) {
        let lines = self.session.take_unjournaled();
        self.keeping.append(&self.session, lines);
    }

    /// Puts lines into the journal that the session does not know to be missing there.
    pub(super) fn journal(&mut self, lines: Vec<String>) {
        self.keeping.append(&self.session, lines);
    }

    /// Whether the work is safe in the journal.
    pub fn is_journaled(&self) -> bool {
        self.keeping.folder.is_some() && !self.keeping.failed
    }

    /// Saves to the project's file, or asks for one.
    pub(super) fn save(&mut self) {
        match self.session.path.clone() {
            Some(path) if !self.session.read_only => self.save_to(path),
            _ => self.ask(Purpose::SaveProject),
        }
    }

    /// Saves to a file.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        if self.session.read_only && self.session.path.as_ref() == Some(&path) {
            self.after_saving = None;
            let why = "Not saved. The file was written by a newer Factmark, and this one would take from it what it does not know. Choose another name.";
            return self.tell(Weight::Failed, why);
        }
        self.hand_over();
        if !self.keeping.save(&self.session, path) {
            self.after_saving = None;
            self.tell(
                Weight::Failed,
                "The project could not be saved: the system gives no thread for it. Close other programs and try again.",
            );
        }
    }

    /// Takes in what the writer has done.
    pub(super) fn poll_keeping(&mut self) {
        let done: Vec<Done> = self.keeping.done.as_ref().map(|done| done.try_iter().collect()).unwrap_or_default();
        for done in done {
            match done {
                Done::Journaled { up_to, result } => self.journaled(up_to, result.err().map(|error| error.to_string())),
                Done::Saved { number, path: _, result } => {
                    let Some(saving) = self.keeping.saving.take_if(|saving| saving.number == number) else { continue };
                    match result {
                        Ok(saved) => self.saved(saving, saved),
                        Err(error) => self.save_failed(saving.path, &error),
                    }
                }
            }
        }
    }

    fn journaled(&mut self, up_to: u64, failure: Option<String>) {
        self.keeping.kept = self.keeping.kept.max(up_to);
        match failure {
            None => self.keeping.failed = false,
            Some(why) if !self.keeping.failed => {
                self.keeping.failed = true;
                self.tell(Weight::Failed, format!("Changes cannot be kept in the journal: {why} Save the project to be safe."));
            }
            Some(_) => {}
        }
    }

    /// Whether changes could not be written to the journal.
    pub fn journal_fails(&self) -> bool {
        self.keeping.failed
    }

    fn saved(&mut self, saving: Saving, saved: Saved) {
        let now = self.surroundings.now();
        let Saving { number: _, path: asked, mut records } = saving;
        // A file that is reached by a link keeps the name by which the person knows it.
        let path = if self.session.path.as_ref() == Some(&asked) { asked } else { saved.path };
        self.session.path = Some(path.clone());
        self.session.read_only = false;
        self.session.damaged = false;
        let nothing_since = self.session.project().records().next() == records;
        self.take_joined(&saved.joined, saved.fingerprint);
        if nothing_since {
            records = self.session.project().records().next();
        }
        self.session.note_saved(records, now);
        self.failing = None;
        self.recovered_is_saved();
        let title = self.session.title();
        self.settings.note_recent(&path, &title);
        self.tell(Weight::Done, "Saved");
        if let Backup::SetAside(aside) = &saved.backup {
            let name = name_of(aside);
            self.tell(Weight::Note, format!("The damaged file is kept beside it as {name}, in case something can still be read from it."));
        }
        self.purge();
        if let Some(leaving) = self.after_saving.take() {
            self.proceed(leaving, true);
        }
    }

    /// Ends the session: what was asked for is written before the program goes.
    pub fn finish(&mut self) {
        self.end_watching();
        self.keep_settings();
        self.hand_over();
        // Whoever decided otherwise has let the writer finish already.
        self.keeping.finish(true);
        self.settle(std::time::Duration::from_secs(5));
    }
}
