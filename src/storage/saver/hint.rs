//! A hint beside the file that it is being replaced, for other computers on a network drive: the lock of the turn lies in
//! the state folder, which they do not share.
//!
//! It is a small hidden file, created exclusively just before the last look at the project's file and removed after the
//! rename, so it stands for milliseconds; only who was late once has it from the first look on. It closes the moment between look and rename for all who heed it. It blocks
//! nobody: one that stays the same for two seconds was left by a crash and is removed, and where none can be made the save
//! goes on; the look after the rename tells, as before.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::super::progress::{Cancelled, Progress};
use super::turn::pause;

/// What the name ends in, after a full stop and the name of the project's file.
const MARK: &str = ".factmark-saving";
/// A hint that stays the same for so long belongs to no save that still runs.
const LEFT: Duration = Duration::from_secs(2);
/// Who waits longer than this, for whomever, goes on without.
const PATIENCE: Duration = Duration::from_secs(5);
/// More than a hint holds, in bytes.
const MAX_BYTES: u64 = 64;

/// The own hint; it goes when this is dropped.
#[derive(Debug)]
pub(super) struct Hint {
    path: PathBuf,
    words: String,
}

impl Hint {
    /// Puts the hint beside a file, and waits while another one is there. `None` where none can be made.
    pub(super) fn put(file: &Path, progress: &Progress) -> Result<Option<Self>, Cancelled> {
        let path = path_of(file);
        let words = format!("{:016x}", RandomState::new().hash_one(()));
        let begun = Instant::now();
        let mut seen = (String::new(), begun);
        loop {
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(mut hint) => {
                    // One without words is a hint as well.
                    let _ = hint.write_all(words.as_bytes());
                    return Ok(Some(Self { path, words }));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(_) => return Ok(None),
            }
            let now = match read(&path) {
                Ok(now) => now,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(_) => return Ok(None),
            };
            if seen.0 != now {
                seen = (now, Instant::now());
            } else if seen.1.elapsed() > LEFT {
                let _ = fs::remove_file(&path);
            }
            if begun.elapsed() > PATIENCE {
                return Ok(None);
            }
            progress.step(0)?;
            pause();
        }
    }
}

impl Drop for Hint {
    fn drop(&mut self) {
        // Somebody who found it too old may have put their own in its place.
        if read(&self.path).is_ok_and(|now| now == self.words) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn path_of(file: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(MARK);
    file.with_file_name(name)
}

/// What a hint holds; a pipe or a link in its place is not opened.
fn read(path: &Path) -> io::Result<String> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a file of this name is a hint.
pub(in super::super) fn is_hint(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(MARK)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn it_is_there_for_one_at_a_time_and_goes_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.factmark.ron");
        let first = Hint::put(&file, &Progress::default()).unwrap().unwrap();
        assert!(is_hint(first.path.file_name().unwrap().to_str().unwrap()) && first.path.exists());
        let impatient = Progress::default();
        impatient.cancel();
        assert!(Hint::put(&file, &impatient).is_err(), "waiting can be cancelled");
        std::thread::scope(|scope| {
            let next = scope.spawn(|| Hint::put(&file, &Progress::default()).unwrap().is_some());
            drop(first);
            assert!(next.join().unwrap());
        });
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn one_that_a_crash_left_is_removed_and_one_of_somebody_else_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.factmark.ron");
        fs::write(path_of(&file), "left").unwrap();
        let own = Hint::put(&file, &Progress::default()).unwrap().unwrap();
        fs::write(&own.path, "theirs").unwrap();
        let path = own.path.clone();
        drop(own);
        assert_eq!(fs::read_to_string(path).unwrap(), "theirs");
    }

    #[test]
    fn a_save_goes_on_where_no_hint_can_be_made() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.factmark.ron");
        fs::create_dir(path_of(&file)).unwrap();
        for file in [file, folder.path().join("none").join("a"), folder.path().join("x".repeat(250))] {
            assert!(Hint::put(&file, &Progress::default()).unwrap().is_none());
        }
    }
}
