//! Journals that a crash left: found, read as far as they are whole, offered, and put aside. Nothing is thrown away
//! that was not saved, and even that is kept for a while.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::super::file::MAX_FILE;
use super::super::saver::Saved;
use super::line::{self, Line, Mark};
use super::{BEGUN, EXTENSION};
use crate::model::{ProjectId, RecordSet};

/// The folder, in that of the journals, where old ones are kept.
const KEPT: &str = "kept";
/// So many old journals are kept whatever their age…
const KEPT_COUNT: usize = 10;
/// …and all that are younger than this.
const KEPT_TIME: Duration = Duration::from_hours(30 * 24);

/// What is left of one that was only being begun is removed when it is so old.
const BEGUN_TIME: Duration = Duration::from_hours(24);

/// A journal with changes that are in no saved file. Locked as long as it is held, so that two programs that start
/// together do not both offer it.
#[derive(Debug)]
pub struct Leftover {
    /// The journal.
    pub path: PathBuf,
    /// The project that it belongs to.
    pub project: ProjectId,
    /// The project's file, if it had one.
    pub project_path: Option<PathBuf>,
    /// The records since the last save, in the order in which they were made.
    pub lines: Vec<String>,
    /// How many lines since the last save could not be read; a last line that was cut off counts.
    pub damaged: usize,
    /// When it was last written.
    pub modified: SystemTime,
    _lock: Lock,
}

/// A locked file. It is unlocked and not only closed: a child process that is just being started may still hold a copy.
#[derive(Debug)]
struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file would do it, a moment later.
        let _ = self.0.unlock();
    }
}

impl Leftover {
    /// Moves it to the old ones. Call it when its records are safe in another journal or in a file, or not wanted.
    ///
    /// # Errors
    /// When it could not be moved; it will be offered again.
    pub fn set_aside(self) -> io::Result<PathBuf> {
        put_aside(&self.path)
    }

    /// Deletes it. The argument is the proof that its records, joined into the project, are in a file.
    ///
    /// # Errors
    /// When it could not be deleted; it will be offered again.
    pub fn discard(self, _saved: &Saved) -> io::Result<()> {
        fs::remove_file(&self.path)
    }
}

/// The journals in a folder that hold unsaved changes and belong to no living session; the newest first. Those that
/// are wholly saved are put with the old ones.
pub fn leftovers(folder: &Path) -> Vec<Leftover> {
    sweep_begun(folder);
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<Leftover> = paths.filter_map(|path| Leftover::read(path).ok().flatten()).collect();
    found.sort_by(|a, b| b.modified.cmp(&a.modified).then_with(|| a.path.cmp(&b.path)));
    found
}

/// Removes what crashes left of journals that held nothing yet, a day later.
fn sweep_begun(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|extension| extension == BEGUN)) {
        let modified = fs::symlink_metadata(&path).ok().and_then(|metadata| metadata.modified().ok());
        if modified.is_some_and(|at| at.elapsed().is_ok_and(|age| age > BEGUN_TIME)) {
            // Best effort: the next start tries again.
            let _ = fs::remove_file(&path);
        }
    }
}

impl Leftover {
    /// `None` for what is no journal, is in use, or holds nothing unsaved.
    fn read(path: PathBuf) -> io::Result<Option<Self>> {
        let Some(named) = project_in_name(&path) else { return Ok(None) };
        let mut file = OpenOptions::new().read(true).append(true).open(&path)?;
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            return Ok(None);
        }
        let modified = file.metadata()?.modified()?;
        let mut bytes = Vec::new();
        (&mut file).take(MAX_FILE).read_to_end(&mut bytes)?;
        let mut leftover = Self { path, project: named, project_path: None, lines: Vec::new(), damaged: 0, modified, _lock: Lock(file) };
        leftover.take_lines(&bytes);
        if leftover.lines.is_empty() && leftover.damaged == 0 {
            put_aside(&leftover.path)?;
            return Ok(None);
        }
        Ok(Some(leftover))
    }

    fn take_lines(&mut self, bytes: &[u8]) {
        for bytes in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            match line::read(bytes) {
                Some(Line::Record(text)) => self.lines.push(text.to_owned()),
                Some(Line::Mark(Mark::Journal { format: _, project, path })) => {
                    self.project = project;
                    self.project_path = path.map(PathBuf::from);
                }
                Some(Line::Mark(Mark::Saved { path })) => {
                    self.project_path = Some(PathBuf::from(path));
                    self.lines.clear();
                    self.damaged = 0;
                }
                None => self.damaged += 1,
            }
        }
    }
}

/// The journals of a project, living, left and put aside; the newest first.
pub(in super::super) fn of_project(folder: &Path, project: ProjectId) -> Vec<PathBuf> {
    let paths = [folder.to_owned(), folder.join(KEPT)].into_iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let own = paths.map(|entry| entry.path()).filter(|path| project_in_name(path) == Some(project));
    let mut found: Vec<(SystemTime, PathBuf)> = own.filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path))).collect();
    found.sort();
    found.into_iter().rev().map(|(_, path)| path).collect()
}

/// Whether a line of a journal stays when what a set refuses is removed from it; `None` if it cannot be read.
pub(in super::super) fn is_kept(bytes: &[u8], set: &RecordSet) -> Option<bool> {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    if bytes.is_empty() {
        return Some(true);
    }
    match line::read(bytes)? {
        Line::Record(text) => Some(!set.refuses(text)),
        Line::Mark(_) => Some(true),
    }
}

/// The whole records in the bytes of a journal: those that a saved file held, and those that came after the last save.
pub fn journal_records(bytes: &[u8]) -> (RecordSet, RecordSet) {
    let (mut saved, mut since) = (RecordSet::default(), RecordSet::default());
    for bytes in bytes.split(|byte| *byte == b'\n') {
        match line::read(bytes) {
            Some(Line::Record(text)) => {
                since.insert(text);
            }
            Some(Line::Mark(Mark::Saved { .. })) => {
                since.lines().iter().for_each(|line| {
                    saved.insert(line);
                });
                since = RecordSet::default();
            }
            Some(Line::Mark(Mark::Journal { .. })) | None => {}
        }
    }
    (saved, since)
}

/// Those of a journal in a file.
pub(in super::super) fn read_records(path: &Path) -> io::Result<(RecordSet, RecordSet)> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_FILE).read_to_end(&mut bytes)?;
    Ok(journal_records(&bytes))
}

/// The project's id in a journal's name, which still tells when the first line is damaged.
fn project_in_name(path: &Path) -> Option<ProjectId> {
    let is_journal = path.extension().is_some_and(|extension| extension == EXTENSION);
    let (project, _) = path.file_stem()?.to_str()?.split_once('-')?;
    project.parse().ok().filter(|_| is_journal)
}

/// Moves a journal to the old ones and lets go of those that are too old and too many.
pub(super) fn put_aside(path: &Path) -> io::Result<PathBuf> {
    let missing = || io::Error::from(io::ErrorKind::NotFound);
    let kept = path.parent().ok_or_else(missing)?.join(KEPT);
    fs::create_dir_all(&kept)?;
    let aside = kept.join(path.file_name().ok_or_else(missing)?);
    fs::rename(path, &aside)?;
    prune(&kept);
    Ok(aside)
}

fn prune(kept: &Path) {
    let journals = fs::read_dir(kept).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut journals: Vec<(SystemTime, PathBuf)> = journals
        .filter(|path| project_in_name(path).is_some())
        .filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path)))
        .collect();
    journals.sort();
    for (modified, path) in journals.iter().rev().skip(KEPT_COUNT) {
        if modified.elapsed().is_ok_and(|age| age > KEPT_TIME) {
            // Best effort: the next one put aside tries again.
            let _ = fs::remove_file(path);
        }
    }
}
