//! The open file in the hands of others: what somebody else writes to it is joined in at once, what becomes of its
//! place is said, and others are told that it is open here.
//!
//! A [`Watch`] looks on its own thread and tells when something is new. What the file holds then is read and compared
//! by a job; the result is a union, so own work that no file holds yet stays as it is. Nothing here writes to the file.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::came_in::Tally;
use super::jobs::Finish;
use super::notices::Weight;
use super::session::{FEW, Incoming, TakenIn};
use super::{App, name_of};
use crate::model::{ProjectId, Record, Stamp};
use crate::storage::{Fingerprint, LoadError, OnDisk, Present, Report, Seen, Watch, WatchPlace, load};

/// How long the end of the program waits for the note of its presence to be removed.
const END: Duration = Duration::from_secs(1);

/// What is wrong with the place of the open file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file is gone: removed, moved or renamed.
    NoFile,
    /// A folder or a device is in its place.
    NotAFile,
    /// Its folder is gone.
    NoFolder,
    /// It cannot be read, for this reason.
    Unreadable(String),
    /// So many of its lines are damaged now.
    Damaged(usize),
    /// A newer version has written it.
    Newer,
    /// It holds another project now.
    OtherProject,
}

/// The watch on the open file, and what it has told.
#[derive(Default)]
pub(super) struct Watching {
    /// What is watched: the project and its file.
    of: Option<(ProjectId, PathBuf)>,
    name: String,
    watch: Option<Watch>,
    seen: Option<Receiver<Seen>>,
    on_disk: Option<OnDisk>,
    /// What the session knew the file to hold when that was last looked at.
    known: Option<Fingerprint>,
    /// Content that was read and cannot be what the file is to hold, with what is wrong with it.
    refused: Option<(Fingerprint, Option<Trouble>)>,
    trouble: Option<Trouble>,
    /// The file is gone, and so many of its records were saved before.
    gone: Option<u32>,
    reading: bool,
    /// What jobs have read, kept until a save that is under way has ended.
    ready: Vec<Finish>,
    pub(super) others: Vec<Present>,
    pub(super) copies: Vec<PathBuf>,
    /// What came in while the notice of it shows.
    came_in: Tally,
    pub(super) came_in_stamps: Arc<HashSet<Stamp>>,
}

/// Starts a watch whose messages wake the window.
pub(super) fn start_watch(app: &App, place: WatchPlace) -> Option<(Watch, Receiver<Seen>)> {
    let pace = app.surroundings.watching?;
    let (sender, seen) = channel();
    let (sender, wake) = (Mutex::new(sender), app.jobs.wake());
    let tell = Arc::new(move |seen| {
        // Nobody listens any more when another project is open.
        let _ = sender.lock().unwrap_or_else(std::sync::PoisonError::into_inner).send(seen);
        wake();
    });
    // Without a thread for it the file is still compared before each save.
    Watch::start(place, pace, tell).ok().map(|watch| (watch, seen))
}

impl App {
    /// What is wrong with the place of the open file.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.watching.trouble.as_ref()
    }

    /// Who else has the open file open.
    pub fn others(&self) -> &[Present] {
        &self.watching.others
    }

    /// The name under which others see the open file in use here.
    pub fn present_name(&self) -> &str {
        &self.watching.name
    }

    /// Looks whether somebody else has changed the file, as when the window gets the focus.
    pub fn look_again(&mut self) {
        if let Some(watch) = &self.watching.watch {
            watch.look();
        }
    }

    /// Takes in what the watch has told. Call once a frame.
    pub(super) fn poll_watching(&mut self) {
        self.follow_file();
        let told: Vec<Seen> = self.watching.seen.iter().flat_map(Receiver::try_iter).collect();
        for seen in told {
            match seen {
                Seen::Place(place) => self.watching.on_disk = Some(place),
                Seen::Copies(copies) => self.watching.copies = copies,
                Seen::Others(others) => self.watching.others = others,
                Seen::TryAgain => {}
            }
        }
        if !self.is_saving() {
            for ready in std::mem::take(&mut self.watching.ready) {
                ready(self);
            }
            self.consider_place();
        }
    }

    /// Watches the file of the open project, and no other.
    fn follow_file(&mut self) {
        let name = self.settings.name.trim();
        let of = self.session.path.clone().map(|path| (self.session.project().id(), path));
        if self.watching.of != of {
            let name = name.to_owned();
            self.watching = Watching { of: of.clone(), name: name.clone(), known: self.session.on_disk, ..Watching::default() };
            let Some((project, path)) = of else { return };
            let place = WatchPlace { path, project: Some(project), name: Some(name) };
            if let Some((watch, seen)) = start_watch(self, place) {
                (self.watching.watch, self.watching.seen) = (Some(watch), Some(seen));
            }
        } else if self.watching.name != name {
            self.watching.name = name.to_owned();
            if let Some(watch) = &self.watching.watch {
                watch.name(name.to_owned());
            }
        }
        if self.watching.known != self.session.on_disk {
            // A save has just replaced what was told last; somebody else may have replaced that.
            self.watching.on_disk = None;
            self.watching.known = self.session.on_disk;
            self.look_again();
        }
    }

    /// Does what follows from what is in the file's place.
    fn consider_place(&mut self) {
        let Some(place) = self.watching.on_disk.clone() else { return };
        if self.watching.reading {
            return;
        }
        self.watching.trouble = match place {
            OnDisk::Holds(now) if Some(now) == self.session.on_disk => {
                if let Some(saved) = self.watching.gone.take() {
                    self.session.note_file_back(saved);
                }
                self.watching.trouble.take().filter(|trouble| matches!(trouble, Trouble::Damaged(_)))
            }
            OnDisk::Holds(now) => match &self.watching.refused {
                Some((refused, trouble)) if *refused == now => trouble.clone(),
                _ => return self.read_changes(now),
            },
            OnDisk::NoFile => Some(Trouble::NoFile),
            OnDisk::NotAFile => Some(Trouble::NotAFile),
            OnDisk::NoFolder => Some(Trouble::NoFolder),
            OnDisk::Unreadable(why) => Some(Trouble::Unreadable(why)),
        };
        if matches!(self.watching.trouble, Some(Trouble::NoFile | Trouble::NotAFile)) && self.watching.gone.is_none() {
            self.watching.gone = Some(self.session.note_file_gone());
            self.journal_all();
        }
    }

    /// Puts every record into the journal: no file of the person's holds them any more.
    fn journal_all(&mut self) {
        let (id, lines) = (self.session.project().id(), self.session.project().records().snapshot());
        self.jobs.start("Keeping the work in the journal", move |_| {
            let lines = lines.iter().map(str::to_owned).collect();
            Box::new(move |app: &mut Self| {
                if app.session.project().id() == id {
                    app.journal(lines);
                }
            })
        });
    }

    /// Reads what somebody else has written to the file.
    fn read_changes(&mut self, asked: Fingerprint) {
        let Some((project, path)) = self.watching.of.clone() else { return };
        self.watching.reading = true;
        let own = self.session.own();
        self.jobs.start(format!("Reading changes from {}", name_of(&path)), move |progress| {
            let read = load(&path, progress).map(|loaded| {
                let same = loaded.project.id() == project;
                Read { disk: loaded.disk, report: loaded.report, incoming: same.then(|| Incoming::of(&loaded.project, own)) }
            });
            let finish = move |app: &mut Self| {
                if app.watching.of.as_ref() == Some(&(project, path)) {
                    app.watching.reading = false;
                    app.take_changes(asked, read);
                }
            };
            Box::new(move |app: &mut Self| app.when_saved(Box::new(finish)))
        });
    }

    /// Runs this now, or when the save that is under way has ended: it numbers the records.
    pub(super) fn when_saved(&mut self, finish: Finish) {
        if self.is_saving() { self.watching.ready.push(finish) } else { finish(self) }
    }

    fn take_changes(&mut self, asked: Fingerprint, read: Result<Read, LoadError>) {
        let Read { disk, report, incoming } = match read {
            Ok(read) => read,
            // The watch tells what becomes of the place; somebody who cancels is not asked again.
            Err(LoadError::Missing(_) | LoadError::Folder(_) | LoadError::Cancelled(_)) => {
                self.watching.refused = Some((asked, None));
                return;
            }
            Err(error) => {
                self.watching.refused = Some((asked, Some(Trouble::Unreadable(error.to_string()))));
                return;
            }
        };
        let Some(incoming) = incoming else {
            self.watching.refused = Some((disk, Some(Trouble::OtherProject)));
            return;
        };
        self.watching.gone = None;
        self.take_in_from_file(incoming);
        if report.read_only {
            self.watching.refused = Some((disk, Some(Trouble::Newer)));
        } else {
            self.session.on_disk = Some(disk);
            self.session.damaged = report.damaged_count > 0;
            self.watching.known = Some(disk);
            self.watching.refused = None;
            self.watching.trouble = (report.damaged_count > 0).then_some(Trouble::Damaged(report.damaged_count));
        }
    }

    /// Takes in what a save has found in the file and joined there. Much of it is read by a job; until then a save
    /// finds the file to be another one than it expects, and joins it again.
    pub(super) fn take_joined(&mut self, joined: &[String], disk: Fingerprint) {
        if joined.len() > FEW {
            self.follow_file();
            return self.read_changes(disk);
        }
        let now = self.surroundings.now();
        self.session.join(joined.iter().map(String::as_str), now);
        self.session.on_disk = Some(disk);
        let read: Vec<Record> = joined.iter().filter_map(|line| Record::from_line(line).ok()).collect();
        let tally = Tally::of(read.iter(), |by| self.session.project().reviewer_name(by));
        self.tell_came_in(tally, read.iter().filter_map(Record::at).collect(), "from the file");
    }

    /// Joins what the project's own file holds, and tells what came in.
    fn take_in_from_file(&mut self, incoming: Incoming) {
        self.hand_over();
        let (tally, stamps, lost) = (incoming.tally.clone(), incoming.stamps.clone(), incoming.lost.len());
        let now = self.surroundings.now();
        let taken = self.session.take_in_from_file(incoming, now);
        self.after_taking_in(taken);
        self.tell_came_in(tally, stamps, "from the file");
        if lost > 0 {
            let name = self.session.path.as_deref().map(name_of).unwrap_or_default();
            let words = if lost == 1 { "1 record that was".to_owned() } else { format!("{lost} records that were") };
            self.tell(
                Weight::Note,
                format!("{name} was replaced by a version without {words} saved in it. They are here; save to put them back."),
            );
        }
    }

    /// Journals what must be, and lets go of what was replaced.
    pub(super) fn after_taking_in(&mut self, taken: TakenIn) {
        let TakenIn { journal, old } = taken;
        self.journal(journal);
        if let Some(old) = old {
            // Somebody removed records for good: what is kept here may still hold them.
            self.purge_due |= old.redactions().count() < self.session.project().redactions().count();
            self.jobs.start("Tidying up", move |_| {
                drop(old);
                Box::new(|_: &mut Self| {})
            });
        }
    }

    /// Tells who said what that is new here.
    pub(super) fn tell_came_in(&mut self, tally: Tally, stamps: HashSet<Stamp>, whence: &str) {
        if tally.words().is_empty() {
            return;
        }
        let tally = tally.named(|by| self.session.project().reviewer_name(by));
        if self.notices.has_came_in() {
            self.watching.came_in.add(tally);
            Arc::make_mut(&mut self.watching.came_in_stamps).extend(stamps);
        } else {
            self.watching.came_in = tally;
            self.watching.came_in_stamps = Arc::new(stamps);
        }
        let words = self.watching.came_in.words();
        let now = self.surroundings.now();
        self.notices.show_came_in(format!("{words} came in {whence}"), now);
    }

    /// Ends the watch, and with it the note of one's presence.
    pub(super) fn end_watching(&mut self) {
        if let Some(watch) = std::mem::take(&mut self.watching).watch {
            watch.end(END);
        }
        // Nothing is watched any more until another file is opened.
        self.watching.of = self.session.path.clone().map(|path| (self.session.project().id(), path));
    }
}

/// What a job has read.
struct Read {
    disk: Fingerprint,
    report: Report,
    /// `None` where it is another project.
    incoming: Option<Incoming>,
}

impl Trouble {
    /// What has happened, where, and what becomes of the work.
    pub fn words(&self, path: &Path) -> String {
        let (name, folder) = (name_of(path), path.parent().map(|folder| folder.display().to_string()).unwrap_or_default());
        match self {
            Self::NoFile => {
                format!("{name} is no longer in {folder}: it was removed, moved or renamed. Your work is here and in the journal.")
            }
            Self::NotAFile => format!("A folder is where {name} was, in {folder}. Your work is here and in the journal."),
            Self::NoFolder => {
                format!(
                    "The folder {folder} is gone: moved, or its drive is not connected. Your work is here, and what is new in the journal."
                )
            }
            Self::Unreadable(why) => format!("{name} cannot be read now: {why} Your work is here."),
            Self::Damaged(1) => format!(
                "{name} is damaged now in 1 line. What is whole was joined; saving makes the file whole and keeps the damaged one beside it."
            ),
            Self::Damaged(lines) => {
                format!(
                    "{name} is damaged now in {lines} lines. What is whole was joined; saving makes the file whole and keeps the damaged one beside it."
                )
            }
            Self::Newer => format!("A newer Factmark has written {name}. What this one understands was joined; save under another name."),
            Self::OtherProject => format!("Another project is in the place of {name} now. Your work is here; save under another name."),
        }
    }
}
