//! The temporary file that becomes the new one, removed again if it does not.

use std::fs::{self, File, Metadata, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::super::error::SaveError;
use super::super::progress::Progress;
use super::target::Target;
use crate::platform;

/// What the name begins with: hidden, and short because the folder's limit on names holds for it too.
const PREFIX: &str = ".factmark-";
const SUFFIX: &str = ".tmp";
/// A temporary file this old belongs to no save that still runs.
const OLD: Duration = Duration::from_hours(24);
/// Bytes written or compared at a time.
const BLOCK: usize = 1 << 20;
/// Names tried before giving up.
const MAX_TRIES: usize = 16;

/// A file of ours under a name that nobody else uses.
#[derive(Debug)]
pub(super) struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // Best effort: what stays is swept away a day later. After a rename there is nothing left to remove.
        let _ = fs::remove_file(&self.0);
    }
}

impl Temporary {
    /// Writes and syncs the bytes beside the target, under the target's mode from the first byte on.
    pub(super) fn write(target: &Target, bytes: &[u8], progress: &Progress) -> Result<Self, SaveError> {
        let wrong = |doing| move |error| SaveError::from_io(&target.path, doing, error);
        let create = |path: &Path| OpenOptions::new().write(true).create_new(true).open(path);
        let (temporary, mut file) = Self::under_new_name(&target.folder, create).map_err(wrong("creating a temporary file"))?;
        if let Some(old) = &target.old {
            file.set_permissions(old.permissions()).map_err(wrong("copying the file's mode"))?;
        }
        for block in bytes.chunks(BLOCK) {
            file.write_all(block).map_err(wrong("writing"))?;
            progress.step(block.len() as u64)?;
        }
        file.sync_all().map_err(wrong("syncing"))?;
        Ok(temporary)
    }

    /// Makes a second name for the target's old file, or a synced copy where the file system knows no links.
    pub(super) fn same_as(target: &Target) -> io::Result<Self> {
        let link = |path: &Path| fs::hard_link(&target.path, path);
        if let Ok((temporary, ())) = Self::under_new_name(&target.folder, link) {
            return Ok(temporary);
        }
        Self::copy_of(target)
    }

    /// Copies the target's old file, synced.
    pub(super) fn copy_of(target: &Target) -> io::Result<Self> {
        let create = |path: &Path| OpenOptions::new().write(true).create_new(true).open(path);
        let (temporary, mut copy) = Self::under_new_name(&target.folder, create)?;
        if let Some(old) = &target.old {
            copy.set_permissions(old.permissions())?;
        }
        io::copy(&mut File::open(&target.path)?, &mut copy)?;
        copy.sync_all()?;
        Ok(temporary)
    }

    fn under_new_name<T>(folder: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<(Self, T)> {
        let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
        for _ in 0..MAX_TRIES {
            let path = folder.join(format!("{PREFIX}{:08x}{SUFFIX}", RandomState::new().hash_one(()) as u32));
            match make(&path) {
                Ok(made) => return Ok((Self(path), made)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
                Err(error) => return Err(error),
            }
        }
        Err(last)
    }

    /// Compares the file with what was to be written.
    pub(super) fn read_back(&self, target: &Target, bytes: &[u8]) -> Result<(), SaveError> {
        let wrong = |error| SaveError::from_io(&target.path, "reading back", error);
        let mut file = File::open(&self.0).map_err(wrong)?;
        let mut block = vec![0; BLOCK];
        for expected in bytes.chunks(BLOCK) {
            let Some(read) = block.get_mut(..expected.len()) else { continue };
            match file.read_exact(read) {
                Err(error) if error.kind() != io::ErrorKind::UnexpectedEof => return Err(wrong(error)),
                Ok(()) if read == expected => {}
                _ => return Err(SaveError::NotReadBack(target.folder.clone())),
            }
        }
        if file.read(&mut block).map_err(wrong)? == 0 { Ok(()) } else { Err(SaveError::NotReadBack(target.folder.clone())) }
    }

    /// Takes the target's place; returns what the system knew of the file before.
    pub(super) fn put_in_place(self, target: &Target) -> Result<Metadata, SaveError> {
        let wrong = |error| SaveError::from_io(&target.path, "putting the new file in its place", error);
        let metadata = fs::metadata(&self.0).map_err(wrong)?;
        platform::replace(&self.0, &target.path).map_err(wrong)?;
        Ok(metadata)
    }

    /// Is kept under this name.
    pub(super) fn become_kept(self, path: &Path) -> io::Result<()> {
        platform::replace(&self.0, path)
    }
}

/// Whether a file of this name is a temporary one of ours.
pub(in super::super) fn is_temporary(name: &str) -> bool {
    let middle = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    middle.is_some_and(|middle| middle.len() == 8 && middle.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The temporary files of ours in a folder.
pub(super) fn ours(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let is_ours = |entry: &fs::DirEntry| entry.file_name().to_str().is_some_and(is_temporary);
    fs::read_dir(folder).into_iter().flatten().flatten().filter(is_ours).map(|entry| entry.path())
}

/// Removes temporary files of ours that a crash left in a folder more than a day ago.
pub fn sweep(folder: &Path) {
    sweep_at(folder, SystemTime::now());
}

pub(super) fn sweep_at(folder: &Path, now: SystemTime) {
    for path in ours(folder) {
        let Ok(metadata) = fs::symlink_metadata(&path) else { continue };
        // A second name that was just given to an old file is not old.
        let is_old = platform::touched(&metadata).and_then(|at| now.duration_since(at).ok()).is_some_and(|age| age > OLD);
        if metadata.is_file() && is_old {
            // Best effort: the next sweep tries again.
            let _ = fs::remove_file(&path);
        }
    }
}
