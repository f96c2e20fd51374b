//! The file that a save is to replace: where it really is, and whether it may be replaced.

use std::fs::{self, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::super::error::SaveError;
use super::super::fingerprint::Fingerprint;
use super::{backup_path, temporary};
use crate::platform;

/// Links that are followed before giving up.
const MAX_LINKS: usize = 40;
/// Looks at a file that seems to have several names.
const MAX_LOOKS: usize = 5;

/// A file to be made or replaced.
#[derive(Debug)]
pub(super) struct Target {
    /// Absolute, with links resolved, so that a link stays a link.
    pub(super) path: PathBuf,
    pub(super) folder: PathBuf,
    /// The file that is there now.
    pub(super) old: Option<Metadata>,
}

impl Target {
    /// Finds the file behind a path and refuses what must not be replaced.
    pub(super) fn find(path: &Path) -> Result<Self, SaveError> {
        let path = resolve(path)?;
        let mut tries = 0;
        loop {
            match Self::at(path.clone()) {
                // While another process saves, the old file has a second name for a moment.
                Err(SaveError::HardLinked(..)) if tries < MAX_LOOKS => tries += 1,
                result => return result,
            }
        }
    }

    fn at(path: PathBuf) -> Result<Self, SaveError> {
        let folder = path.parent().ok_or_else(|| SaveError::Folder(path.clone()))?.to_owned();
        let old = match fs::metadata(&path) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(SaveError::from_io(&path, "looking at the file", error)),
        };
        let target = Self { path, folder, old };
        target.refuse()?;
        Ok(target)
    }

    fn refuse(&self) -> Result<(), SaveError> {
        let Some(old) = &self.old else { return Ok(()) };
        let path = || self.path.clone();
        if old.is_dir() {
            return Err(SaveError::Folder(path()));
        }
        if !old.is_file() {
            return Err(SaveError::NotAFile(path()));
        }
        let links = platform::links(old);
        if links > 1 && self.foreign_links(old, links) > 1 {
            return Err(SaveError::HardLinked(path(), links));
        }
        let protected =
            || OpenOptions::new().write(true).open(&self.path).is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied);
        if old.permissions().readonly() || protected() {
            return Err(SaveError::ReadOnlyFile(path()));
        }
        Ok(())
    }

    /// How many names the file has besides those that a save of ours left when it was cut off.
    fn foreign_links(&self, old: &Metadata, links: u64) -> u64 {
        let is_old = |path: &Path| fs::symlink_metadata(path).is_ok_and(|other| platform::same_file(&other, old));
        let backup = u64::from(is_old(&backup_path(&self.path)));
        let left = temporary::ours(&self.folder).filter(|path| is_old(path) && fs::remove_file(path).is_ok()).count() as u64;
        links.saturating_sub(backup + left)
    }

    /// Whether the file is still as it was found, or holds one of the contents that are known. Asked right before the
    /// rename; the file is read only if it looks touched.
    pub(super) fn is_as_known(&self, known: &[Fingerprint]) -> Result<bool, SaveError> {
        let now = match fs::metadata(&self.path) {
            Ok(now) => now,
            // Nothing is there that could be lost.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
            Err(error) => return Err(SaveError::from_io(&self.path, "looking at the file", error)),
        };
        let as_found = |old: &Metadata| {
            let (before, after) = (old.modified().ok(), now.modified().ok());
            platform::same_file(old, &now) && old.len() == now.len() && before == after
        };
        Ok(self.old.as_ref().is_some_and(as_found) || Fingerprint::read(&self.path).is_ok_and(|now| known.contains(&now)))
    }

    /// Whether the file that was put here is still here: looked at after the rename.
    pub(super) fn has(&self, new: &Metadata, fingerprint: &Fingerprint) -> bool {
        let same = fs::metadata(&self.path).is_ok_and(|now| platform::same_file(&now, new) && now.len() == new.len());
        same || Fingerprint::read(&self.path).is_ok_and(|now| now == *fingerprint)
    }

    /// Whether the file already holds just this.
    pub(super) fn holds(&self, fingerprint: &Fingerprint) -> bool {
        let same_length = self.old.as_ref().is_some_and(|old| old.len() == fingerprint.len());
        same_length && Fingerprint::read(&self.path).is_ok_and(|now| now == *fingerprint)
    }

    /// Makes sure that the file as it is survives a power cut.
    pub(super) fn sync(&self) -> io::Result<()> {
        OpenOptions::new().write(true).open(&self.path)?.sync_all()?;
        platform::sync_folder(&self.folder)
    }
}

/// The real path of a file that need not exist yet, behind links that may point nowhere yet.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, SaveError> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match platform::canonical(&path) {
            Ok(real) => return Ok(real),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(SaveError::from_io(&path, "finding the file", error)),
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = path.file_name().ok_or_else(|| SaveError::NoFolder(path.clone()))?;
        let folder = platform::canonical(folder).map_err(|error| SaveError::from_io(&path, "finding the folder", error))?;
        match fs::read_link(folder.join(name)) {
            Ok(next) => path = folder.join(next),
            Err(_) => return Ok(folder.join(name)),
        }
    }
    Err(SaveError::Io(path, "following links", io::Error::other("the links go round in a circle")))
}
