//! The journal: every change on the disk within a moment, so that a crash loses at most the words just typed.
//!
//! One file a session, in a folder of the system's for such things, never beside the project. Each line is the CRC-32
//! of the rest, a space, and a record; lines that begin with `*` are marks of the journal itself. Lines are only
//! ever appended: a save adds a mark, and what stands before the last mark is in the project file. While a session
//! lives its journal is locked, and it gets its name only when it is: who looks for leftovers just then must not take it
//! for one. So a journal with lines after the last mark and with a free lock is what a crash left.

mod leftover;
mod line;
#[cfg(test)]
mod tests;

use std::fs::{self, File, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::saver::Saved;
use crate::model::ProjectId;
use crate::platform;
use line::Mark;

pub use leftover::{Leftover, journal_records, leftovers};
pub(super) use leftover::{is_kept, of_project, read_records};

/// Version of the journal's own lines.
const FORMAT: u32 = 1;
/// What a journal's name ends in.
const EXTENSION: &str = "journal";
/// What the name of one that is being begun ends in.
const BEGUN: &str = "begun";
/// Beyond this many bytes a journal begins anew when all of it is saved.
const MAX_BYTES: u64 = 64 << 20;

/// A change could not be journaled.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// No room.
    #[error("There is no room left in {} to keep your changes safe until you save. Make room on that drive, or save now.", .0.display())]
    DiskFull(PathBuf),
    /// Anything else that the system reports, with what was being done.
    #[error("Your changes cannot be kept safe in {} until you save ({}: {}). Save now, and often.", .0.display(), .1, .2)]
    Io(PathBuf, &'static str, io::Error),
    /// There is no folder for journals.
    #[error("The system names no folder to keep your changes safe in until you save. Save now, and often.")]
    NoPlace,
}

impl JournalError {
    fn from_io(path: &Path, doing: &'static str, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull(path.to_owned()),
            _ => Self::Io(path.to_owned(), doing, error),
        }
    }
}

/// The journal of the running session. Locked as long as it lives; dropped, it stays where it is.
#[derive(Debug)]
pub struct Journal {
    file: File,
    path: PathBuf,
    /// Bytes up to the end of the last line that is safe on the disk.
    len: u64,
    header: u64,
    unsaved: usize,
}

impl Drop for Journal {
    fn drop(&mut self) {
        // Closing the file is not enough while a child process that is just being started holds a copy of it.
        let _ = self.file.unlock();
    }
}

impl Journal {
    /// Begins a journal in a folder, which is made if it is not there.
    ///
    /// # Errors
    /// When the folder or the file cannot be made or written.
    pub fn create(folder: &Path, project: ProjectId, project_path: Option<&Path>) -> Result<Self, JournalError> {
        let wrong = |doing| move |error| JournalError::from_io(folder, doing, error);
        fs::create_dir_all(folder).map_err(wrong("making the folder"))?;
        let path = folder.join(format!("{project}-{:08x}.{EXTENSION}", RandomState::new().hash_one(()) as u32));
        let mut options = OpenOptions::new();
        options.read(true).append(true).create_new(true);
        let begun = path.with_extension(BEGUN);
        let file = platform::private(&mut options).open(&begun).map_err(wrong("creating the journal"))?;
        // Nobody else knows the name. Where there are no locks the journal is kept all the same.
        let _ = file.lock();
        let mut journal = Self { file, path, len: 0, header: 0, unsaved: 0 };
        let project_path = project_path.map(|path| path.to_string_lossy().into_owned());
        journal.write(&line::mark(&Mark::Journal { format: FORMAT, project, path: project_path }))?;
        journal.header = journal.len;
        fs::rename(&begun, &journal.path).map_err(wrong("naming the journal"))?;
        platform::sync_folder(folder).map_err(wrong("syncing the folder"))?;
        Ok(journal)
    }

    /// Appends records and waits until they are on the disk. Call it on a worker.
    ///
    /// # Errors
    /// When they could not be written; none of them counts as written then, and all can be appended again.
    pub fn append<L: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = L>) -> Result<(), JournalError> {
        let mut bytes = Vec::new();
        let mut count = 0;
        for record in lines {
            line::push(&mut bytes, record.as_ref());
            count += 1;
        }
        self.write(&bytes)?;
        self.unsaved += count;
        Ok(())
    }

    /// Notes that everything appended so far is in a file that was saved and read back.
    ///
    /// # Errors
    /// When that could not be written; the lines then count as unsaved, which does no harm.
    pub fn rotate(&mut self, saved: &Saved) -> Result<(), JournalError> {
        if self.len > MAX_BYTES {
            self.file.set_len(self.header).map_err(|error| JournalError::from_io(&self.path, "beginning anew", error))?;
            self.len = self.header;
        }
        self.write(&line::mark(&Mark::Saved { path: saved.path.to_string_lossy().into_owned() }))?;
        self.unsaved = 0;
        Ok(())
    }

    /// Begins anew if all of it is saved, so that it holds nothing of before; returns whether it did.
    ///
    /// # Errors
    /// When the file could not be cut; it then is as it was.
    pub fn begin_anew(&mut self) -> Result<bool, JournalError> {
        if self.unsaved > 0 {
            return Ok(false);
        }
        let cut = self.file.set_len(self.header).and_then(|()| self.file.sync_data());
        cut.map_err(|error| JournalError::from_io(&self.path, "beginning anew", error))?;
        self.len = self.header;
        Ok(true)
    }

    /// How many records were appended since the last save.
    pub fn unsaved(&self) -> usize {
        self.unsaved
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Ends the session. A journal that is wholly saved is put with the old ones; one that is not stays, to be
    /// offered at the next start.
    ///
    /// # Errors
    /// When it could not be moved; it then stays where it is.
    pub fn close(self) -> io::Result<()> {
        if self.unsaved > 0 {
            return Ok(());
        }
        if self.len == self.header {
            return fs::remove_file(&self.path);
        }
        leftover::put_aside(&self.path).map(|_| ())
    }

    /// Ends a session whose changes are not wanted: the journal is put with the old ones and will not be offered.
    ///
    /// # Errors
    /// When it could not be moved; it then stays where it is.
    pub fn set_aside(self) -> io::Result<PathBuf> {
        leftover::put_aside(&self.path)
    }

    /// Writes whole lines, or none.
    fn write(&mut self, bytes: &[u8]) -> Result<(), JournalError> {
        let written = self.file.write_all(bytes).and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // What was torn must not spoil the line that comes next; if even this fails, a line end parts them.
            let _ = self.file.set_len(self.len).or_else(|_| self.file.write_all(b"\n"));
            return Err(JournalError::from_io(&self.path, "writing the journal", error));
        }
        self.len += bytes.len() as u64;
        Ok(())
    }
}
