//! What can go wrong with a file, in words that say what happened, where, and what to do.

use std::io;
use std::path::{Path, PathBuf};

use super::file::{FileError, MAX_FILE, MAX_LINE};
use super::progress::Cancelled;

/// A project could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no such file.
    #[error("There is no file {}. It may have been moved or renamed, or its drive is not connected.", .0.display())]
    Missing(PathBuf),
    /// The path names a folder.
    #[error("{} is a folder. Choose the project file in it (its name ends in .factmark.ron).", .0.display())]
    Folder(PathBuf),
    /// The path names a device, a pipe or a socket.
    #[error("{} is not a file but a device or a pipe. Choose a project file.", .0.display())]
    NotAFile(PathBuf),
    /// The system does not let us read it.
    #[error("You may not read {}. Ask its owner for the right to read it, or copy it to a folder of your own.", .0.display())]
    Denied(PathBuf),
    /// The file was read, but it is not a project that can be opened.
    #[error("{}: {}", .0.display(), .1)]
    Content(PathBuf, FileError),
    /// Anything else that the system reports.
    #[error("{} cannot be read: {}. If it is on a network or removable drive, connect it and try again.", .0.display(), .1)]
    Io(PathBuf, io::Error),
    /// Somebody asked for it to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl LoadError {
    pub(super) fn from_io(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing(path),
            io::ErrorKind::IsADirectory => Self::Folder(path),
            io::ErrorKind::PermissionDenied => Self::Denied(path),
            _ => Self::Io(path, error),
        }
    }

    pub(super) fn from_content(path: &Path, error: FileError) -> Self {
        match error {
            FileError::Cancelled(cancelled) => Self::Cancelled(cancelled),
            FileError::Io(error) => Self::from_io(path, error),
            error => Self::Content(path.to_owned(), error),
        }
    }
}

/// A file could not be saved. The file that was there before is as it was, unless the variant says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else writes the file all the time; each time it was joined and changed again.
    #[error("{} is being changed all the time by another program. Try again in a moment, or save to another place.", .0.display())]
    Busy(PathBuf),
    /// Another project has taken the place of the file.
    #[error("{} now holds another project. Save under another name, and look at what is there.", .0.display())]
    OtherProject(PathBuf),
    /// The file was written by a newer version.
    #[error(
        "{} was written by a newer Factmark, and this one would take from it what it does not know. Save under another name, or use the newer version.", .0.display()
    )]
    Newer(PathBuf),
    /// The folder is not there.
    #[error("There is no folder {}. If it is on a drive that was removed, connect it again, or save to another place.", .0.display())]
    NoFolder(PathBuf),
    /// Nothing can be created in the folder.
    #[error("Nothing can be written to the folder {}: {}. Save to another folder, or ask for the right to write there.", .0.display(), .1)]
    ReadOnlyFolder(PathBuf, io::Error),
    /// The file is write-protected.
    #[error("{} is write-protected. Save under another name, or take the protection off.", .0.display())]
    ReadOnlyFile(PathBuf),
    /// The path names a folder.
    #[error("{} is a folder. Choose a file name in it.", .0.display())]
    Folder(PathBuf),
    /// The path names a device, a pipe or a socket.
    #[error("{} is not a file but a device or a pipe. Choose a file name.", .0.display())]
    NotAFile(PathBuf),
    /// The file has several names; replacing it would part them without a word.
    #[error("{} is one file under {} names (hard links). Saving would part them. Save under a new name, or remove the other names.", .0.display(), .1)]
    HardLinked(PathBuf, u64),
    /// No room.
    #[error("There is no room left to save in {}. Make room, or save to another drive. The file there is as it was.", .0.display())]
    DiskFull(PathBuf),
    /// What was written does not read back the same.
    #[error("What was written in {} does not read back the same. The drive may be failing: save to another drive.", .0.display())]
    NotReadBack(PathBuf),
    /// The new file is in its place, but the system could not say that it would survive a power cut.
    #[error("{} was written, but the system could not make it safe on the disk: {}. Save again, or to another drive.", .0.display(), .1)]
    NotSafe(PathBuf, io::Error),
    /// More than could be read again.
    #[error("The project is too large to be read again (limits: {} MiB, a record {} MiB). Split it into several projects.", MAX_FILE >> 20, MAX_LINE >> 20)]
    TooBig,
    /// Anything else that the system reports, with what was being done.
    #[error("{} could not be saved ({}: {}). Try again, or save to another place.", .0.display(), .1, .2)]
    Io(PathBuf, &'static str, io::Error),
    /// Somebody asked for it to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl SaveError {
    /// For a failure while working on `target`.
    pub(super) fn from_io(target: &Path, doing: &'static str, error: io::Error) -> Self {
        let folder = target.parent().unwrap_or(target).to_owned();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::DiskFull(folder),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder(folder),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyFolder(folder, error),
            io::ErrorKind::IsADirectory => Self::Folder(target.to_owned()),
            _ => Self::Io(target.to_owned(), doing, error),
        }
    }
}
