//! What is in the place of a file.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::super::fingerprint::Fingerprint;
use crate::platform;

/// After a change the file is read at so many more looks, whatever its times say: those of some drives stand still for
/// two seconds.
const DOUBTS: u8 = 2;

/// What is in the place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// A file with these bytes.
    Holds(Fingerprint),
    /// The folder is there, the file is not.
    NoFile,
    /// A folder or a device is where the file was.
    NotAFile,
    /// The folder is gone: moved, or its drive is not connected.
    NoFolder,
    /// It cannot be read, for this reason.
    Unreadable(String),
}

/// Looks at one file again and again.
#[derive(Debug)]
pub(super) struct Looker {
    path: PathBuf,
    /// The file behind links, as last found.
    real: PathBuf,
    /// What a file looks like from outside, and what it held then.
    known: Option<(Trace, Fingerprint)>,
    doubts: u8,
}

/// What tells, without reading it, that a file may have been changed.
#[derive(Debug)]
struct Trace {
    metadata: Metadata,
    modified: Option<SystemTime>,
}

impl Trace {
    fn of(metadata: Metadata) -> Self {
        Self { modified: metadata.modified().ok(), metadata }
    }

    fn is_like(&self, other: &Self) -> bool {
        let other_file = platform::other_file(&self.metadata, &other.metadata);
        !other_file && self.metadata.len() == other.metadata.len() && self.modified == other.modified
    }
}

impl Looker {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { real: path.clone(), path, known: None, doubts: 0 }
    }

    /// The folder in which the file itself lies.
    pub(super) fn folder(&mut self) -> &Path {
        if let Ok(real) = platform::canonical(&self.path) {
            self.real = real;
        }
        self.real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// What is there; `None` where nothing seems to have been touched since the last look, unless it is to be done
    /// thoroughly.
    pub(super) fn look(&mut self, thoroughly: bool) -> Option<OnDisk> {
        match self.read(thoroughly) {
            Ok(Some(fingerprint)) => Some(OnDisk::Holds(fingerprint)),
            Ok(None) => None,
            Err(bad) => {
                self.known = None;
                Some(bad)
            }
        }
    }

    fn read(&mut self, thoroughly: bool) -> Result<Option<Fingerprint>, OnDisk> {
        let wrong = |error: io::Error| self.bad(&error);
        let metadata = fs::metadata(&self.path).map_err(wrong)?;
        if !metadata.is_file() {
            // Opening a pipe would wait for ever.
            return Err(OnDisk::NotAFile);
        }
        // Network drives tell the newest only of a file that has just been opened.
        let trace = Trace::of(File::open(&self.path).and_then(|file| file.metadata()).map_err(wrong)?);
        let touched = self.known.as_ref().is_none_or(|(known, _)| !known.is_like(&trace));
        if !touched && !thoroughly && self.doubts == 0 {
            return Ok(None);
        }
        let fingerprint = Fingerprint::read(&self.path).map_err(wrong)?;
        self.doubts = if touched { DOUBTS } else { self.doubts.saturating_sub(1) };
        self.known = Some((trace, fingerprint));
        Ok(Some(fingerprint))
    }

    fn bad(&self, error: &io::Error) -> OnDisk {
        let has_folder = || self.real.parent().is_some_and(Path::is_dir);
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory if has_folder() => OnDisk::NoFile,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => OnDisk::NoFolder,
            _ => OnDisk::Unreadable(error.to_string()),
        }
    }
}
