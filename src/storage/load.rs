//! Reads a project from a file: the bytes, what was noticed, and the fold over what is whole.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::copies;
use super::error::LoadError;
use super::file::{self, FileError, MAX_FILE};
use super::fingerprint::Fingerprint;
use super::progress::Progress;
use super::report::Report;
use super::saver::backup_path;
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
    let file = open(&real, path)?;
    progress.set_total(file.metadata().map_err(wrong)?.len());
    let fold = |id, records: &mut dyn Iterator<Item = _>| {
        let mut project = Project::new(id);
        project.fill(records);
        project
    };
    // A file that has lost the line with its id is still the project that its backup is.
    let lost_id = || copies::project_of(&backup_path(&real));
    let (head, project) = file::read(file, progress, lost_id, fold).map_err(|error| LoadError::from_content(path, error))?;
    let report = {
        let records = project.records();
        Report { records: records.len(), unknown: project.unknown(), redacted: records.turned_away(), ..head.report }
    };
    Ok(Loaded { project, report, path: real, disk: head.disk })
}

/// Opens the file, if it is one and not too large.
fn open(real: &Path, path: &Path) -> Result<File, LoadError> {
    let wrong = |error| LoadError::from_io(path, error);
    let metadata = std::fs::metadata(real).map_err(wrong)?;
    if metadata.is_dir() {
        return Err(LoadError::Folder(path.to_owned()));
    }
    if !metadata.is_file() {
        // Opening a pipe would wait for ever.
        return Err(LoadError::NotAFile(path.to_owned()));
    }
    if metadata.len() > MAX_FILE {
        return Err(LoadError::from_content(path, FileError::TooBig(metadata.len())));
    }
    File::open(real).map_err(wrong)
}
