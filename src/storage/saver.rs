//! Replaces a file completely or not at all: the one way in which Factmark writes project files and exports.
//!
//! The new content is written to a temporary file in the same folder, synced, read back and compared; the old file is
//! kept as `NAME.bak`; a rename puts the new one in its place and the folder is synced. Whatever fails before the
//! rename leaves the old file untouched. Owners, access lists and extended attributes are not carried over, only the mode.

mod target;
mod temporary;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::error::SaveError;
use super::file::{self, MAX_FILE, MAX_LINE, MAX_RECORDS};
use super::fingerprint::Fingerprint;
use super::progress::Progress;
use crate::model::{Lines, ProjectId};
use crate::platform;
use target::Target;
use temporary::Temporary;

pub(super) use temporary::is_temporary;
pub use temporary::sweep;

/// A file that is safe on the disk. Only a finished save makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The file itself: absolute, links resolved.
    pub path: PathBuf,
    /// What it holds now.
    pub fingerprint: Fingerprint,
    /// How many bytes it has.
    pub bytes: u64,
    /// What became of the file that was there before.
    pub backup: Backup,
}

/// What became of the file that a save has replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backup {
    /// There was none, or it already held just these bytes.
    NotNeeded,
    /// It is kept under this name.
    Kept(PathBuf),
    /// It could not be kept, for this reason. The save itself went well.
    Failed(String),
}

/// Saves a project. With `expected`, what the file held when it was last read or saved, a file that holds something
/// else by now is not replaced; without, whatever is there is replaced (and kept as `.bak`).
///
/// # Errors
/// [`SaveError::ChangedOnDisk`] asks the caller to load and join first. After any other error than
/// [`SaveError::NotSafe`] the file is as it was.
pub fn save(path: &Path, id: ProjectId, lines: &Lines, expected: Option<&Fingerprint>, progress: &Progress) -> Result<Saved, SaveError> {
    save_over(path, id, lines, expected.map(std::slice::from_ref).unwrap_or_default(), progress)
}

/// Saves a project over a file that holds one of the contents that are `known`; over anything if none is known.
pub(super) fn save_over(path: &Path, id: ProjectId, lines: &Lines, known: &[Fingerprint], progress: &Progress) -> Result<Saved, SaveError> {
    let size: usize = lines.iter().map(|line| line.len() + file::AROUND_LINE).sum();
    progress.set_total(size as u64 * 2);
    let target = Target::find(path)?;
    target.check(known)?;
    if size as u64 > MAX_FILE - 256 || lines.len() > MAX_RECORDS || lines.iter().any(|line| line.len() > MAX_LINE - 64) {
        return Err(SaveError::TooBig);
    }
    let bytes = file::render(id, lines, progress)?;
    replace(&target, &bytes, known, progress)
}

/// Writes an export, or any other file, by the same recipe.
///
/// # Errors
/// As [`save`], but never [`SaveError::ChangedOnDisk`].
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<Saved, SaveError> {
    replace(&Target::find(path)?, bytes, &[], &Progress::default())
}

/// The recipe, for a target that was found and checked.
fn replace(target: &Target, bytes: &[u8], known: &[Fingerprint], progress: &Progress) -> Result<Saved, SaveError> {
    let fingerprint = Fingerprint::of(bytes);
    let saved = |backup| Saved { path: target.path.clone(), fingerprint, bytes: bytes.len() as u64, backup };
    if target.holds(&fingerprint) {
        // Nothing to replace; the backup stays the version before this one.
        target.sync().map_err(|error| SaveError::NotSafe(target.path.clone(), error))?;
        return Ok(saved(Backup::NotNeeded));
    }
    let temporary = Temporary::write(target, bytes, progress)?;
    temporary.read_back(target, bytes)?;
    let backup = keep_old(target);
    target.check_again(known)?;
    temporary.put_in_place(target)?;
    platform::sync_folder(&target.folder).map_err(|error| SaveError::NotSafe(target.path.clone(), error))?;
    sweep(&target.folder);
    Ok(saved(backup))
}

/// Keeps the old file as `NAME.bak`. That it cannot be kept is no reason to refuse a save.
fn keep_old(target: &Target) -> Backup {
    let Some(old) = &target.old else { return Backup::NotNeeded };
    let path = backup_path(&target.path);
    if std::fs::metadata(&path).is_ok_and(|backup| platform::same_file(&backup, old)) {
        // A save was cut off right here; the old file is kept already.
        return Backup::Kept(path);
    }
    match Temporary::same_as(target).and_then(|temporary| temporary.become_backup(&path)) {
        Ok(()) => Backup::Kept(path),
        Err(error) => Backup::Failed(error.to_string()),
    }
}

/// `NAME.bak`.
fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().map(OsString::from).unwrap_or_default();
    name.push(".bak");
    path.with_file_name(name)
}
