//! A save that failed: said in a bar that stays, and tried again by itself until it goes well.
//!
//! The file is as it was and the work is in the journal, so there is time. It is tried again after pauses that grow,
//! and at once when something about the place changes: the drive is back, the folder may be written again. What only a
//! person can decide is not tried again.

use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::App;
use super::dialog::Purpose;
use super::notices::Weight;
use super::watching::start_watch;
use crate::storage::{OnDisk, SaveError, Seen, Watch, WatchPlace};

/// The longest pause; each is twice the one before.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// A save that failed.
pub struct FailedSave {
    /// Where to.
    pub path: PathBuf,
    /// What happened, where, and what to do.
    pub why: String,
    /// Whether it is tried again by itself.
    pub retries: bool,
    tries: u32,
    watch: Option<(Watch, Receiver<Seen>)>,
    place: Option<OnDisk>,
}

impl App {
    /// The save that failed and has not gone well since.
    pub fn failed_save(&self) -> Option<&FailedSave> {
        self.failing.as_ref()
    }

    /// A save to a path has failed.
    pub(super) fn save_failed(&mut self, path: PathBuf, error: &SaveError) {
        self.after_saving = None;
        if let SaveError::Cancelled(_) = error {
            return self.tell(Weight::Note, "The save was cancelled. The file is as it was.");
        }
        let before = self.failing.take().filter(|failing| failing.path == path);
        let (tries, watch, place) = before.map_or((0, None, None), |before| (before.tries + 1, before.watch, before.place));
        let retries = passes(error);
        let place_of = |path: PathBuf| WatchPlace { path, project: None, name: None };
        let watch = watch.or_else(|| start_watch(self, place_of(path.clone()))).filter(|_| retries);
        if let Some((watch, _)) = &watch {
            let pause = self.surroundings.watching.unwrap_or_default().retry;
            watch.try_again_after(pause.saturating_mul(1 << tries.min(5)).min(LONGEST_PAUSE));
        }
        self.failing = Some(FailedSave { path, why: error.to_string(), retries: watch.is_some(), tries, watch, place });
    }

    /// Tries again when it is time or the place has changed. Call once a frame.
    pub(super) fn poll_failing(&mut self) {
        let Some(failing) = &mut self.failing else { return };
        let mut again = false;
        for seen in failing.watch.iter().flat_map(|(_, seen)| seen.try_iter()).collect::<Vec<_>>() {
            match seen {
                // The first look only tells what the place was like.
                Seen::Place(place) => again |= failing.place.replace(place).is_some(),
                Seen::TryAgain => again = true,
                Seen::Copies(_) | Seen::Others(_) => {}
            }
        }
        if again {
            self.save_again();
        }
    }

    /// Tries the save that failed once more.
    pub(super) fn save_again(&mut self) {
        let Some(path) = self.failing.as_ref().map(|failing| failing.path.clone()) else { return };
        if !self.is_saving() {
            self.save_to(path);
        }
    }

    /// Saves to another place than the one that failed.
    pub(super) fn save_elsewhere(&mut self) {
        self.ask(Purpose::SaveProject);
    }

    /// Does not try any more; the work stays in the journal.
    pub(super) fn give_up_saving(&mut self) {
        self.failing = None;
    }
}

/// Whether what was in the way may pass by itself.
fn passes(error: &SaveError) -> bool {
    match error {
        SaveError::HardLinked(..) | SaveError::TooBig | SaveError::OtherProject(_) | SaveError::Newer(_) | SaveError::Cancelled(_) => false,
        SaveError::Busy(_)
        | SaveError::NoFolder(_)
        | SaveError::ReadOnlyFolder(..)
        | SaveError::ReadOnlyFile(_)
        | SaveError::Folder(_)
        | SaveError::NotAFile(_)
        | SaveError::DiskFull(_)
        | SaveError::NotReadBack(_)
        | SaveError::NotSafe(..)
        | SaveError::Io(..) => true,
    }
}
