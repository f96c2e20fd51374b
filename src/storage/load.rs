//! Reads a project from a file: the bytes, what was noticed, and the fold over what is whole.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::error::LoadError;
use super::file::{self, FileError, MAX_FILE};
use super::fingerprint::Fingerprint;
use super::progress::Progress;
use super::report::Report;
use crate::model::Project;
use crate::platform;

/// A project that was read from a file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The project, folded.
    pub project: Project,
    /// What was noticed.
    pub report: Report,
    /// The file itself: absolute, links resolved.
    pub path: PathBuf,
    /// What the file held, to be handed to [`save`](super::save).
    pub disk: Fingerprint,
}

/// Reads a project. What is damaged is reported and the rest is read.
///
/// # Errors
/// When there is no file that can be read, or nothing of a project in it.
pub fn load(path: &Path, progress: &Progress) -> Result<Loaded, LoadError> {
    let wrong = |error| LoadError::from_io(path, error);
    let real = platform::canonical(path).map_err(wrong)?;
    let bytes = read_bytes(&real, path)?;
    let mut project = None;
    let head = file::read(&bytes, progress, &mut |id, batch| {
        project.get_or_insert_with(|| Project::new(id)).add_read(batch);
    });
    let head = head.map_err(|error| LoadError::from_content(path, error))?;
    let project = project.unwrap_or_else(|| Project::new(head.id));
    let report = Report { records: project.records().len(), unknown: project.unknown(), ..head.report };
    Ok(Loaded { project, report, path: real, disk: Fingerprint::of(&bytes) })
}

/// The whole file, if it is one and not too large.
fn read_bytes(real: &Path, path: &Path) -> Result<Vec<u8>, LoadError> {
    let wrong = |error| LoadError::from_io(path, error);
    let metadata = std::fs::metadata(real).map_err(wrong)?;
    if metadata.is_dir() {
        return Err(LoadError::Folder(path.to_owned()));
    }
    if !metadata.is_file() {
        // Opening a pipe would wait for ever.
        return Err(LoadError::NotAFile(path.to_owned()));
    }
    let too_big = |bytes| LoadError::from_content(path, FileError::TooBig(bytes));
    if metadata.len() > MAX_FILE {
        return Err(too_big(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    File::open(real).map_err(wrong)?.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(wrong)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(too_big(bytes.len() as u64));
    }
    Ok(bytes)
}
