//! Taking turns: a lock by which the processes of one user save one file one after the other.
//!
//! Between the last look at a file and the rename over it lies a moment in which another process could do the same.
//! The lock closes it for all processes that share a state folder, where its file lies, never beside the project.
//! Waiting has an end, and where locks are missing or too slow the save goes on: the look after the rename tells.
//! A lock file that is removed while somebody waits for it locks nothing, so none is ever removed. They are few all the
//! same: all files of the world share a fixed number of turns, and two that share one wait for each other now and then.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use super::super::fingerprint::Fingerprint;
use super::super::progress::{Cancelled, Progress};
use crate::platform;

/// The folder, in that of the state, where the locks lie.
const FOLDER: &str = "turns";
/// How many turns there are; as many lock files, of no bytes, lie in the folder at most.
const TURNS: u128 = 256;
/// Who waits longer than this goes on without: a save takes less, and who died holds no lock.
const PATIENCE: Duration = Duration::from_secs(10);
/// Between two looks whether the lock is free.
const PAUSE: Duration = Duration::from_millis(2);

/// The turn to save a file; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Turn(Option<File>);

impl Turn {
    /// Waits for the turn to save the file at `target`, a real path. Without a state folder there is nothing to wait for.
    pub(super) fn take(state: Option<&Path>, target: &Path, progress: &Progress) -> Result<Self, Cancelled> {
        let Some(file) = state.and_then(|state| open(state, target)) else { return Ok(Self(None)) };
        let since = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(Some(file))),
                Err(TryLockError::WouldBlock) if since.elapsed() < PATIENCE => pause(),
                Err(_) => return Ok(Self(None)),
            }
            progress.step(0)?;
        }
    }

    /// Whether no other process of this user can save the file meanwhile.
    #[cfg(test)]
    pub(super) fn is_ours(&self) -> bool {
        self.0.is_some()
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Closing the file is not enough while a child process that is just being started holds a copy of it.
        if let Some(file) = &self.0 {
            let _ = file.unlock();
        }
    }
}

/// The lock's file: its name follows from the path, and says nothing about the project.
fn open(state: &Path, target: &Path) -> Option<File> {
    let folder = state.join(FOLDER);
    fs::create_dir_all(&folder).ok()?;
    let turn = Fingerprint::of(target.as_os_str().as_encoded_bytes()).number() % TURNS;
    let name = format!("{turn:02x}.lock");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    platform::private(&mut options).open(folder.join(name)).ok()
}

#[expect(clippy::disallowed_methods, reason = "the standard library knows no wait for a lock that has an end")]
pub(super) fn pause() {
    std::thread::sleep(PAUSE);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn one_at_a_time_for_each_file_and_the_next_when_it_is_let_go() {
        let state = tempfile::tempdir().unwrap();
        let take = |target: &str, progress: &Progress| Turn::take(Some(state.path()), Path::new(target), progress);
        let first = take("/a", &Progress::default()).unwrap();
        assert!(first.is_ours() && take("/b", &Progress::default()).unwrap().is_ours());
        let impatient = Progress::default();
        impatient.cancel();
        assert!(take("/a", &impatient).is_err(), "waiting can be cancelled");
        std::thread::scope(|scope| {
            let next = scope.spawn(|| take("/a", &Progress::default()).unwrap().is_ours());
            drop(first);
            assert!(next.join().unwrap());
        });
    }

    #[test]
    fn any_number_of_files_shares_a_fixed_number_of_lock_files() {
        let state = tempfile::tempdir().unwrap();
        for n in 0..1_000 {
            let target = format!("/folder/file {n}");
            assert!(Turn::take(Some(state.path()), Path::new(&target), &Progress::default()).unwrap().is_ours());
        }
        let files = fs::read_dir(state.path().join(FOLDER)).unwrap().count();
        assert!((TURNS / 2..=TURNS).contains(&(files as u128)), "{files}");
    }

    #[test]
    fn a_save_goes_on_where_nothing_can_be_locked() {
        let state = tempfile::NamedTempFile::new().unwrap();
        for state in [None, Some(state.path())] {
            assert!(!Turn::take(state, Path::new("/a"), &Progress::default()).unwrap().is_ours());
        }
    }
}
