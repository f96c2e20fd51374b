//! What somebody else has written to the file since it was last read: joined into what is saved, never written over.

use std::fs::File;
use std::io;
use std::path::Path;

use super::super::error::SaveError;
use super::super::file::{self, FileError};
use super::super::fingerprint::Fingerprint;
use super::super::progress::Progress;
use crate::model::ProjectId;

/// What the file holds now, when that is not what was known.
#[derive(Debug)]
pub(super) struct Others {
    /// What may be replaced once the lines are joined in.
    pub(super) disk: Fingerprint,
    /// Lines of the same project. None when the file holds something that a person has agreed to replace.
    pub(super) lines: Vec<String>,
    /// Not all of it could be read: it must be kept under another name.
    pub(super) damaged: bool,
}

/// Reads the file if it holds none of the contents that are known. If none at all is known, a person has chosen a file
/// to be replaced: it is only joined in if it is the same project.
///
/// # Errors
/// When the file may not be replaced: another project, a newer format, or nothing that can be read now.
pub(super) fn look(path: &Path, known: &[Fingerprint], id: ProjectId, progress: &Progress) -> Result<Option<Others>, SaveError> {
    let wrong = |error| SaveError::from_io(path, "looking at the file", error);
    match Fingerprint::read(path) {
        Ok(now) if known.contains(&now) => return Ok(None),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(wrong(error)),
    }
    let chosen = known.is_empty();
    let lines_of = |own, records: &mut dyn Iterator<Item = file::ReadLine>| match own == id {
        true => records.map(|(line, _)| line).collect(),
        false => Vec::new(),
    };
    let foreign = |damaged| Fingerprint::read(path).map(|disk| Some(Others { disk, lines: Vec::new(), damaged })).map_err(wrong);
    match file::read(File::open(path).map_err(wrong)?, progress, || None, lines_of) {
        Ok((head, lines)) => match head.id == id {
            _ if head.report.read_only && (head.id == id || !chosen) => Err(SaveError::Newer(path.to_owned())),
            false if !chosen => Err(SaveError::OtherProject(path.to_owned())),
            own => Ok(Some(Others { disk: head.disk, lines, damaged: own && head.report.damaged_count > 0 })),
        },
        Err(FileError::Cancelled(cancelled)) => Err(cancelled.into()),
        Err(FileError::Io(error) | FileError::NoThread(error)) => Err(wrong(error)),
        Err(error @ (FileError::TooBig(_) | FileError::TooManyRecords)) => {
            Err(SaveError::Io(path.to_owned(), "reading what it holds now", io::Error::other(error)))
        }
        Err(FileError::Empty) => foreign(false),
        Err(_) => foreign(!chosen),
    }
}
