//! Watches the place of a project's file: what the file holds, which copies lie beside it, who else has it open.
//!
//! One thread a place. The *folder* is watched, because a file that is replaced takes a watch on itself with it; where
//! no events come, as on network drives, a look every two seconds finds the change. Contents are compared, never
//! times: times only save reading a file that nobody has touched, and whoever asks for a look gets it read whatever
//! they say. Only what differs from what was told before is told. Nothing here changes the project's file.

mod events;
mod look;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::copies::copies;
use super::presence::{Crowd, Note, Present};
use crate::model::ProjectId;
use events::{Events, Stir};
use look::Looker;
pub use look::OnDisk;

/// How quickly a place is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How long between two looks where no events come.
    pub poll: Duration,
    /// How long it must be quiet before a change is looked at.
    pub quiet: Duration,
    /// How often the note of one's presence is renewed, and the folder listed.
    pub beat: Duration,
    /// The pause before a failed save is tried again; it grows from there.
    pub retry: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            poll: Duration::from_secs(2),
            quiet: Duration::from_millis(120),
            beat: Duration::from_secs(45),
            retry: Duration::from_secs(2),
        }
    }
}

/// What is to be watched.
#[derive(Clone, Debug)]
pub struct WatchPlace {
    /// The file.
    pub path: PathBuf,
    /// The project whose copies are looked for; `None` looks for none.
    pub project: Option<ProjectId>,
    /// Under which name others are told that the file is open here; `None` tells nobody.
    pub name: Option<String>,
}

/// Something was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// What is in the file's place now.
    Place(OnDisk),
    /// The copies that lie beside the file now.
    Copies(Vec<PathBuf>),
    /// Who else has the file open now.
    Others(Vec<Present>),
    /// It is time to try again, or something about the folder has changed that may let a save through.
    TryAgain,
}

enum Message {
    Stirred(Stir),
    Look,
    Named(String),
    TryAgainAfter(Duration),
    End,
}

/// A place that is watched for as long as this lives.
#[derive(Debug)]
pub struct Watch {
    sender: Sender<Message>,
    ended: Receiver<()>,
}

impl Watch {
    /// Begins to watch. `tell` is called from another thread with everything that is seen.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(place: WatchPlace, pace: Pace, tell: Arc<dyn Fn(Seen) + Send + Sync>) -> std::io::Result<Self> {
        let (sender, receiver) = channel();
        let (end, ended) = channel();
        let stirred = sender.clone();
        thread::Builder::new().name("watch".into()).spawn(move || {
            Worker::new(place, pace, tell, stirred).run(&receiver);
            // Nobody waits any more when the window is gone.
            let _ = end.send(());
        })?;
        Ok(Self { sender, ended })
    }

    /// Has everything looked at now, also where nothing seems to have happened, and the place told even if it was
    /// told before: whoever has just written to it cannot know whether that was seen.
    pub fn look(&self) {
        self.send(Message::Look);
    }

    /// Tells others another name from now on.
    pub fn name(&self, name: String) {
        self.send(Message::Named(name));
    }

    /// Asks for one [`Seen::TryAgain`] after a pause.
    pub fn try_again_after(&self, pause: Duration) {
        self.send(Message::TryAgainAfter(pause));
    }

    /// Ends the watch and waits for it, so that the note of one's presence is gone; but no longer than `at_most`.
    pub fn end(self, at_most: Duration) {
        self.send(Message::End);
        // A drive that does not answer must not keep the program.
        let _ = self.ended.recv_timeout(at_most);
    }

    fn send(&self, message: Message) {
        // The worker is gone only when it has come to an unexpected end; saving compares the file all the same.
        let _ = self.sender.send(message);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.send(Message::End);
    }
}

struct Worker {
    place: WatchPlace,
    pace: Pace,
    tell: Arc<dyn Fn(Seen) + Send + Sync>,
    events: Events,
    looker: Looker,
    note: Option<Note>,
    crowd: Crowd,
    told: (Option<OnDisk>, Vec<PathBuf>, Vec<Present>),
    /// Since when, and until when last, there were events that nobody has looked after.
    stirred: Option<(Instant, Instant)>,
    /// When to look for notes of presence that came or went.
    notes: Option<Instant>,
    /// The last look missed a note that was there before.
    missed: bool,
    next_poll: Instant,
    next_beat: Instant,
    try_again: Option<Instant>,
    /// The place looked bad: it is looked at once more before that is told.
    doubted: Option<Instant>,
}

impl Worker {
    fn new(place: WatchPlace, pace: Pace, tell: Arc<dyn Fn(Seen) + Send + Sync>, sender: Sender<Message>) -> Self {
        let stirred = Arc::new(move |stir| {
            let _ = sender.send(Message::Stirred(stir));
        });
        let now = Instant::now();
        Self {
            events: Events::new(stirred),
            looker: Looker::new(place.path.clone()),
            note: place.name.clone().map(|name| Note::new(&place.path, name, millis_now())),
            crowd: Crowd::default(),
            told: (None, Vec::new(), Vec::new()),
            stirred: None,
            notes: None,
            missed: false,
            next_poll: now,
            next_beat: now,
            try_again: None,
            doubted: None,
            place,
            pace,
            tell,
        }
    }

    fn run(mut self, receiver: &Receiver<Message>) {
        loop {
            self.do_what_is_due(Instant::now());
            let pause = self.next_due().saturating_duration_since(Instant::now());
            match receiver.recv_timeout(pause) {
                Ok(Message::End) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(message) => self.take(message),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        if let Some(note) = &mut self.note {
            note.withdraw();
        }
    }

    fn next_due(&self) -> Instant {
        let others = [self.quiet_at(), self.notes, self.try_again, self.doubted];
        others.into_iter().flatten().fold(self.next_poll.min(self.next_beat), Instant::min)
    }

    /// When what has stirred is looked at: once it is quiet, or soon even if it is not.
    fn quiet_at(&self) -> Option<Instant> {
        self.stirred.map(|(first, last)| (last + self.pace.quiet).min(first + 4 * self.pace.quiet))
    }

    fn take(&mut self, message: Message) {
        let now = Instant::now();
        match message {
            Message::Stirred(Stir::Note) => self.notes = self.notes.or(Some(now + self.pace.quiet)),
            Message::Stirred(stir) => {
                let (first, _) = self.stirred.unwrap_or((now, now));
                self.stirred = Some((first, now));
                if stir == Stir::Folder {
                    self.try_again = Some(now + self.pace.quiet);
                }
            }
            Message::Look => {
                self.told.0 = None;
                self.look(true);
                self.list();
            }
            Message::Named(name) => {
                if let Some(note) = &mut self.note {
                    note.rename(name);
                    note.write(millis_now());
                }
            }
            Message::TryAgainAfter(pause) => self.try_again = Some(now + pause),
            // The loop has ended before.
            Message::End => {}
        }
    }

    fn do_what_is_due(&mut self, now: Instant) {
        let is_due = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        if self.next_poll <= now {
            self.next_poll = now + self.pace.poll;
            self.look(false);
        }
        if self.next_beat <= now {
            self.next_beat = now + self.pace.beat;
            if let Some(note) = &mut self.note {
                note.write(millis_now());
            }
            self.list();
        }
        if is_due(self.quiet_at()) {
            self.stirred = None;
            self.look(true);
            self.list();
        }
        if is_due(self.notes) {
            self.notes = None;
            self.list();
        }
        if is_due(self.doubted) {
            self.look(true);
            self.doubted = None;
        }
        if is_due(self.try_again) {
            self.try_again = None;
            (self.tell)(Seen::TryAgain);
        }
    }

    /// Looks at the file and tells what is new. A place that looks bad may only be between two steps of another
    /// program: that is told when it looks no better a moment later.
    fn look(&mut self, thoroughly: bool) {
        self.events.follow(self.looker.folder());
        let Some(now) = self.looker.look(thoroughly) else { return };
        if self.told.0.as_ref() == Some(&now) {
            return;
        }
        let was_well = matches!(self.told.0, Some(OnDisk::Holds(_)));
        if was_well && !matches!(now, OnDisk::Holds(_)) && self.doubted.is_none() {
            self.doubted = Some(Instant::now() + 3 * self.pace.quiet);
            return;
        }
        self.told.0 = Some(now.clone());
        (self.tell)(Seen::Place(now));
    }

    /// Looks at what lies beside the file and tells what is new.
    fn list(&mut self) {
        if let Some(project) = self.place.project {
            let found = copies(&self.place.path, project);
            if found != self.told.1 {
                self.told.1.clone_from(&found);
                (self.tell)(Seen::Copies(found));
            }
        }
        if let Some(note) = &self.note {
            let others = self.crowd.look(note, millis_now());
            // A note that is just being renewed may be missed: who is gone is looked for once more.
            let is_missed = self.told.2.iter().any(|told| !others.contains(told));
            if is_missed && !std::mem::replace(&mut self.missed, true) {
                self.notes = Some(Instant::now() + self.pace.quiet);
                return;
            }
            self.missed = false;
            if others != self.told.2 {
                self.told.2.clone_from(&others);
                (self.tell)(Seen::Others(others));
            }
        }
    }
}

fn millis_now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64)
}
