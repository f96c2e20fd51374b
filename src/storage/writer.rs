//! The worker that writes: journal lines and saves, one after the other in the order in which they were asked for.
//!
//! Waiting for the disk happens here and never on the interface thread. Appends that queue up while the disk is slow
//! go to it together. Lines that could not be journaled are kept and tried again with the next append or until a save
//! holds them. Dropping the writer does all that was asked for and then waits for the thread.

mod living;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

pub use living::flush_on_panic;

use super::error::SaveError;
use super::fingerprint::Fingerprint;
use super::journal::{Journal, JournalError};
use super::saver::{SaveRequest, Saved};
use crate::model::ProjectId;

/// Where the session's journal is to be. It is made with the first change.
#[derive(Clone, Debug)]
pub struct JournalPlace {
    /// The folder of the journals.
    pub folder: PathBuf,
    /// The project that the session works on.
    pub project: ProjectId,
    /// The project's file, if it has one yet.
    pub project_path: Option<PathBuf>,
}

/// Something that was asked for has been done, or has failed.
#[derive(Debug)]
pub enum Done {
    /// Everything appended up to this number is safe on the disk, or is not yet and will be tried again.
    Journaled {
        /// The number that [`Writer::append`] gave.
        up_to: u64,
        /// Whether it went well.
        result: Result<(), JournalError>,
    },
    /// A save is finished.
    Saved {
        /// The number that [`Writer::save`] gave.
        number: u64,
        /// Where it was to be saved, as asked for.
        path: PathBuf,
        /// Whether it went well.
        result: Result<Saved, SaveError>,
    },
}

enum Message {
    Append(u64, Vec<String>),
    Save(u64, Box<SaveRequest>),
    SetAside,
    /// To be answered when everything before is in the journal, or cannot be.
    Flush(Sender<()>),
    /// To be answered with whether the journal holds nothing any more that was there before.
    BeginAnew(Sender<bool>),
}

/// The handle of the worker.
#[derive(Debug)]
pub struct Writer {
    sender: Option<Sender<Message>>,
    thread: Option<JoinHandle<()>>,
    numbers: std::sync::atomic::AtomicU64,
}

impl Writer {
    /// Starts the worker. Without a place for the journal every append fails in words. `wake` is called after each
    /// message to `done`, from the worker's thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(place: Option<JournalPlace>, done: Sender<Done>, wake: Arc<dyn Fn() + Send + Sync>) -> io::Result<Self> {
        let (sender, receiver) = channel();
        let worker = Worker { place, journal: None, pending: Vec::new(), last: 0, own: HashMap::new(), set_aside: false, done, wake };
        let thread = thread::Builder::new().name("writer".to_owned()).spawn(move || worker.run(&receiver))?;
        living::enter(&sender, thread.thread().id());
        Ok(Self { sender: Some(sender), thread: Some(thread), numbers: Default::default() })
    }

    /// Appends lines to the journal; returns the number under which [`Done::Journaled`] reports it. No lines at all
    /// ask to try again what could not be written.
    pub fn append(&self, lines: Vec<String>) -> u64 {
        self.send(|number| Message::Append(number, lines))
    }

    /// Saves a project; returns the number under which [`Done::Saved`] reports it. All lines that were given to the
    /// writer before must be among its lines. What this writer itself has saved there is known to it.
    pub fn save(&self, request: SaveRequest) -> u64 {
        self.send(|number| Message::Save(number, Box::new(request)))
    }

    /// Says that unsaved changes are not wanted: at the end the journal is put aside instead of being offered at the
    /// next start.
    pub fn set_aside(&self) {
        self.send(|_| Message::SetAside);
    }

    /// Lets the journal begin anew, if all of it is saved, so that it holds nothing that was removed for good. The
    /// receiver is told whether it did.
    pub fn begin_anew(&self) -> Receiver<bool> {
        let (sender, receiver) = channel();
        self.send(|_| Message::BeginAnew(sender));
        receiver
    }

    /// Whether the worker is there. Should it ever have stopped by itself, nothing more is written.
    pub fn is_running(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| !thread.is_finished())
    }

    fn send(&self, message: impl FnOnce(u64) -> Message) -> u64 {
        let number = self.numbers.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        if let Some(sender) = &self.sender {
            // Fails only when the worker is gone, which `is_running` tells.
            let _ = sender.send(message(number));
        }
        number
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            living::leave(thread.thread().id());
            let _ = thread.join();
        }
    }
}

struct Worker {
    place: Option<JournalPlace>,
    journal: Option<Journal>,
    /// Lines that are neither in the journal nor in a file.
    pending: Vec<String>,
    /// The number of the last append.
    last: u64,
    /// What this worker has saved, by the path that was asked for.
    own: HashMap<PathBuf, Fingerprint>,
    set_aside: bool,
    done: Sender<Done>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Worker {
    fn run(mut self, receiver: &Receiver<Message>) {
        let mut next = receiver.recv().ok();
        while let Some(message) = next.take() {
            match message {
                Message::Append(number, lines) => {
                    self.take(number, lines);
                    // What has queued up meanwhile goes to the disk together.
                    next = loop {
                        match receiver.try_recv() {
                            Ok(Message::Append(number, lines)) => self.take(number, lines),
                            other => break other.ok(),
                        }
                    };
                    self.flush();
                }
                Message::Save(number, request) => self.save(number, *request),
                Message::SetAside => self.set_aside = true,
                Message::BeginAnew(done) => {
                    let anew = self.journal.as_mut().is_none_or(|journal| journal.begin_anew().unwrap_or(false));
                    // Nobody waits any more when it took too long.
                    let _ = done.send(anew);
                }
                Message::Flush(done) => {
                    self.flush();
                    // Nobody waits any more when it took too long.
                    let _ = done.send(());
                }
            }
            next = next.or_else(|| receiver.recv().ok());
        }
        self.end();
    }

    fn take(&mut self, number: u64, lines: Vec<String>) {
        self.pending.extend(lines);
        self.last = number;
    }

    fn flush(&mut self) {
        let result = self.journal();
        self.tell(Done::Journaled { up_to: self.last, result });
    }

    /// Journals what is pending.
    fn journal(&mut self) -> Result<(), JournalError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let journal = match &mut self.journal {
            Some(journal) => journal,
            none => {
                let place = self.place.as_ref().ok_or(JournalError::NoPlace)?;
                none.insert(Journal::create(&place.folder, place.project, place.project_path.as_deref())?)
            }
        };
        journal.append(&self.pending)?;
        self.pending.clear();
        Ok(())
    }

    fn save(&mut self, number: u64, request: SaveRequest) {
        // A save asked for before the last one was done expects the file from before it.
        let own = request.expected.and_then(|_| self.own.get(&request.path));
        let known: Vec<Fingerprint> = request.expected.iter().chain(own).copied().collect();
        let result = request.save_over(&known);
        if let Ok(saved) = &result {
            // What was joined in is not among the lines of the saves that were asked for before: they must look again.
            match saved.joined.is_empty() {
                true => self.own.insert(request.path.clone(), saved.fingerprint),
                false => self.own.remove(&request.path),
            };
            self.note_saved(saved);
        }
        self.tell(Done::Saved { number, path: request.path, result });
    }

    /// What was appended before is in the file now.
    fn note_saved(&mut self, saved: &Saved) {
        if let Some(place) = &mut self.place {
            place.project_path = Some(saved.path.clone());
        }
        if let Some(journal) = &mut self.journal {
            // Without the mark the lines are offered once more after a crash, and joining them changes nothing.
            let _ = journal.rotate(saved);
        }
        if !self.pending.is_empty() {
            self.pending.clear();
            self.tell(Done::Journaled { up_to: self.last, result: Ok(()) });
        }
    }

    fn end(mut self) {
        if self.journal().is_err() {
            return;
        }
        if let Some(journal) = self.journal {
            // A journal that cannot be moved is offered at the next start: nothing is lost.
            let _ = if self.set_aside { journal.set_aside().map(|_| ()) } else { journal.close() };
        }
    }

    fn tell(&self, done: Done) {
        // Nobody listens any more when the window has closed; the work is done all the same.
        let _ = self.done.send(done);
        (self.wake)();
    }
}
