//! The project file: text to lines and back.
//!
//! One record a line, so that any tool that merges text keeps the records whole, and so that a damaged line takes no
//! other with it. A comment before each record holds the CRC-32 of its text; to RON it is only a comment. Reading is
//! line by line on several threads; the file as a whole is valid RON all the same. Nothing here touches the disk.

mod batch;
mod line;
mod raw;
mod reader;
mod source;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use super::fingerprint::Fingerprint;
use super::progress::{Cancelled, Progress};
use super::report::Report;
use crate::model::{Lines, ProjectId, Record, RecordSet, line_order};

pub(super) use raw::{Raw, RawLine, parts, read_raw};
pub(super) use reader::read;

/// The newest format that this version writes and understands.
pub const FORMAT: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_FILE: u64 = 1 << 30;
/// The longest line that is read, in bytes.
pub const MAX_LINE: usize = 64 << 20;
/// So many bytes tell that a file is no project: nothing of one stands in them.
const SNIFFED: usize = 4 << 20;
/// The most records that are read.
pub const MAX_RECORDS: usize = 5_000_000;

/// Lines rendered between two looks at the progress.
const STEP_LINES: usize = 4096;
/// What a line takes in the file besides its record: indent, checksum, comma, line end.
pub(super) const AROUND_LINE: usize = 17;

/// A line as it goes into the set, with what it says if this version understands it.
pub type ReadLine = (String, Option<Record>);

/// What a file holds.
#[derive(Clone, Debug)]
pub struct Read {
    /// The project.
    pub id: ProjectId,
    /// The format that the header names.
    pub format: u32,
    /// Each line with the record that it holds; `None` for a kind that this version does not know. In the order of the
    /// file, doubles included, and so is what a redaction among them names: a set refuses it.
    pub lines: Vec<ReadLine>,
    /// What else was noticed.
    pub report: Report,
}

/// Whether a line of a file stays when what a set refuses is removed from it; `None` if it cannot be read.
pub(super) fn is_kept(bytes: &[u8], set: &RecordSet) -> Option<bool> {
    match line::read(bytes.strip_suffix(b"\n").unwrap_or(bytes)) {
        line::Line::Checked((text, _)) | line::Line::Unchecked((text, _)) => Some(!set.refuses(&text)),
        line::Line::Damaged(_) => None,
        line::Line::Blank | line::Line::ConflictMarker | line::Line::Around(_) => Some(true),
    }
}

/// What stands around the records, and what was noticed.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) id: ProjectId,
    pub(super) format: u32,
    pub(super) report: Report,
    pub(super) disk: Fingerprint,
}

/// The content of a file is not a project that can be opened.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// No bytes.
    #[error("the file is empty. If a project was in it, look for the same name with .bak at the end")]
    Empty,
    /// Not text.
    #[error("this is not a Factmark project but a binary file. Project files end in .factmark.ron")]
    Binary,
    /// Text in an encoding that project files never have.
    #[error("the file was saved as UTF-16. Open it in the editor that did so and save it as UTF-8")]
    Utf16,
    /// Text, but neither a header nor a record.
    #[error("this is not a Factmark project: it has neither a project's header nor a record. To check a text, add it as an article")]
    NotAProject,
    /// Too many bytes.
    #[error("the file has {} MiB; projects of up to {} MiB can be opened", .0 >> 20, MAX_FILE >> 20)]
    TooBig(u64),
    /// Too many records.
    #[error("the file has more than {MAX_RECORDS} records, which is the most that can be opened")]
    TooManyRecords,
    /// The system gave us no thread to read with.
    #[error("the system is too busy to read the file: {0}. Close other programs and try again")]
    NoThread(io::Error),
    /// The system failed to read it to the end.
    #[error("the file cannot be read to its end: {0}. If it is on a network or removable drive, connect it and try again")]
    Io(io::Error),
    /// Somebody asked for it to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// Reads the bytes of a project file. Damage is reported, not an error, as long as anything of a project is there.
///
/// # Errors
/// When the bytes are no project, or more than the limits allow.
pub fn parse(text: &[u8], progress: &Progress) -> Result<Read, FileError> {
    progress.set_total(text.len() as u64);
    let (head, lines) = read(text, progress, || None, |_, lines| lines.collect())?;
    Ok(Read { id: head.id, format: head.format, lines, report: head.report })
}

/// [`parse`] on the calling thread, which must have the stack for it: what fuzzing needs.
///
/// # Errors
/// As [`parse`].
pub fn parse_here(text: &[u8]) -> Result<Read, FileError> {
    let (head, lines) = reader::read_here(text, &Progress::default(), |_, lines| lines.collect())?;
    Ok(Read { id: head.id, format: head.format, lines, report: head.report })
}

/// The project that the first bytes of a file name; the rest of the file is not needed.
pub(super) fn project_in_head(head: &[u8]) -> Option<ProjectId> {
    let lines = head.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
    let mut marks = lines.filter_map(line::around).flatten();
    marks.find_map(|mark| if let line::Mark::Id(id) = mark { Some(id) } else { None })
}

/// Writes the bytes of a project file: the same set always gives the same bytes.
///
/// # Errors
/// [`Cancelled`] when somebody asked for it.
pub fn render(id: ProjectId, lines: &Lines, progress: &Progress) -> Result<Vec<u8>, Cancelled> {
    let mut sorted: Vec<&str> = lines.iter().collect();
    // Stable sorting takes advantage of what is in order already, as all lines of a file that was loaded are.
    sorted.sort_by(|a, b| line_order(a, b));
    let size: usize = sorted.iter().map(|line| line.len() + AROUND_LINE).sum();
    let mut bytes = Vec::with_capacity(size + 256);
    let head = format!(
        "// Factmark project. One record a line, in any order; a merge may keep the lines of both sides.\n(\n format: {FORMAT},\n id: \"{id}\",\n records: [\n"
    );
    bytes.extend_from_slice(head.as_bytes());
    for some in sorted.chunks(STEP_LINES) {
        let before = bytes.len();
        for line in some {
            // Writing to memory cannot fail.
            let _ = writeln!(bytes, "  /*{:08x}*/ {line},", crc32fast::hash(line.as_bytes()));
        }
        progress.step((bytes.len() - before) as u64)?;
    }
    bytes.extend_from_slice(b" ],\n)\n");
    Ok(bytes)
}
