//! What was removed for good, removed also from what the program itself keeps of a project on this computer.
//!
//! Why: a redaction takes words out of the project file, but the `.bak`, copies of damaged files, old journals and kept findings
//! still hold them. How: each of these files is read line by line and written anew without the lines that the project's
//! redactions name; a line that cannot be read might be one of them and goes too. Kept findings are thrown away: they only cost time.
//! The records themselves are in the project file by then, so call it after a save.
//!
//! What it cannot reach it says: journals of other windows, files it may not write. It knows nothing of copies under
//! other names, on other computers, in other people's hands, in a backup of the system or in free blocks of the disk.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::cache::Cache;
use super::error::SaveError;
use super::file::{MAX_FILE, is_kept};
use super::journal;
use super::saver;
use crate::model::{Lines, ProjectId, RecordSet};

/// What is to be cleaned.
#[derive(Clone, Debug)]
pub struct Purge {
    /// The project.
    pub project: ProjectId,
    /// Its records, the redactions among them.
    pub lines: Lines,
    /// Its file, beside which backups and copies of damaged versions lie.
    pub path: Option<PathBuf>,
    /// The folder of the journals.
    pub state: Option<PathBuf>,
    /// The folder of kept findings.
    pub cache: Option<PathBuf>,
    /// Journals that this process itself holds locked but does not write.
    pub held: Vec<PathBuf>,
}

/// What has become of it.
#[derive(Debug, Default)]
pub struct Purged {
    /// The files that held such lines and hold them no more.
    pub cleaned: Vec<PathBuf>,
    /// How many lines that could not be read were removed from them, because they might have been such lines.
    pub unreadable: usize,
    /// What could not be cleaned.
    pub left: Vec<PurgeError>,
}

/// A file still holds what was removed for good.
#[derive(Debug, thiserror::Error)]
pub enum PurgeError {
    /// Another window writes it.
    #[error("{} belongs to another window of this project. Save and close it there, then remove again what is left.", .0.display())]
    InUse(PathBuf),
    /// It cannot be read.
    #[error("{} cannot be read ({}). If you do not need it, delete it.", .0.display(), .1)]
    Read(PathBuf, io::Error),
    /// It is too long to be read at once.
    #[error("{} is too large to be looked through. If you do not need it, delete it.", .0.display())]
    TooLarge(PathBuf),
    /// It cannot be written.
    #[error("{} cannot be written anew. {} If you do not need it, delete it.", .0.display(), .1)]
    Write(PathBuf, SaveError),
    /// Kept findings cannot be deleted.
    #[error("The kept findings of the cross-check in {} cannot be deleted ({}). Delete the folder.", .0.display(), .1)]
    Findings(PathBuf, io::Error),
}

impl Purge {
    /// Cleans what can be reached. The cost grows with the size of these files: call it on a worker.
    pub fn run(&self) -> Purged {
        let mut purged = Purged::default();
        let set = RecordSet::from(self.lines.clone());
        for path in self.path.iter().flat_map(|path| saver::kept_beside(path, self.project)) {
            let cleaned = clean(&path, &|line| is_kept(line, &set));
            purged.note(path, cleaned);
        }
        for path in self.state.iter().flat_map(|state| journal::of_project(state, self.project)) {
            let cleaned = self.clean_journal(&path, &set);
            purged.note(path, cleaned);
        }
        if let Some(folder) = &self.cache
            && let Err(error) = Cache::in_folder(folder).clear()
        {
            purged.left.push(PurgeError::Findings(folder.clone(), error));
        }
        purged
    }

    fn clean_journal(&self, path: &Path, set: &RecordSet) -> Result<Option<usize>, PurgeError> {
        let keeps = |line: &[u8]| journal::is_kept(line, set);
        let in_use = !self.held.iter().any(|held| held == path) && is_locked(path);
        if in_use {
            let bytes = read(path)?;
            let holds = lines_of(&bytes).any(|line| keeps(line) == Some(false));
            return if holds { Err(PurgeError::InUse(path.to_owned())) } else { Ok(None) };
        }
        clean(path, &keeps)
    }
}

impl Purged {
    fn note(&mut self, path: PathBuf, cleaned: Result<Option<usize>, PurgeError>) {
        match cleaned {
            Ok(None) => {}
            Ok(Some(unreadable)) => {
                self.cleaned.push(path);
                self.unreadable += unreadable;
            }
            Err(error) => self.left.push(error),
        }
    }
}

/// Writes a file anew without the lines that must go, those that nobody can read among them; returns how many those
/// were, `None` if the file stays as it is. `keeps` says of a line whether it stays, or nothing if it cannot be read.
fn clean(path: &Path, keeps: &dyn Fn(&[u8]) -> Option<bool>) -> Result<Option<usize>, PurgeError> {
    let bytes = read(path)?;
    let unreadable = lines_of(&bytes).filter(|line| keeps(line).is_none()).count();
    if unreadable == 0 && lines_of(&bytes).all(|line| keeps(line) == Some(true)) {
        return Ok(None);
    }
    let left: Vec<u8> = lines_of(&bytes).filter(|line| keeps(line) == Some(true)).flatten().copied().collect();
    saver::write_anew(path, &left).map_err(|error| PurgeError::Write(path.to_owned(), error))?;
    Ok(Some(unreadable))
}

fn read(path: &Path) -> Result<Vec<u8>, PurgeError> {
    let wrong = |error| PurgeError::Read(path.to_owned(), error);
    let mut bytes = Vec::new();
    File::open(path).map_err(wrong)?.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(wrong)?;
    if bytes.len() as u64 > MAX_FILE { Err(PurgeError::TooLarge(path.to_owned())) } else { Ok(bytes) }
}

/// The lines with their ends.
fn lines_of(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

fn is_locked(path: &Path) -> bool {
    let file = OpenOptions::new().read(true).append(true).open(path);
    file.is_ok_and(|file| {
        let locked = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
        let _ = file.unlock();
        locked
    })
}

#[cfg(test)]
mod tests;
