//! The lines of a piece of the file, and what was noticed in them.

use super::super::fingerprint::Fingerprint;
use super::super::report::{Damaged, Report, Why};
use super::line::{self, Line, Mark};
use super::source::Piece;
use super::{FORMAT, FileError, Head, ReadLine, SNIFFED};
use crate::model::ProjectId;

/// The lines of a piece, without their line feeds.
pub(super) fn lines_of(piece: &[u8]) -> impl Iterator<Item = &[u8]> {
    piece.strip_suffix(b"\n").unwrap_or(piece).split(|byte| *byte == b'\n')
}

/// Lines that were read together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) records: Vec<ReadLine>,
    /// The first id in a header.
    id: Option<ProjectId>,
    /// Another id than the first.
    other_id: Option<ProjectId>,
    /// The highest format that a header names.
    format: Option<u32>,
    lines: usize,
    /// How much was read, in bytes.
    bytes: usize,
    /// Whether the last line that says something closes the file; `None` if none says anything.
    closed: Option<bool>,
    binary: bool,
    /// With line numbers that count from the beginning of the batch.
    pub(super) report: Report,
}

impl Batch {
    /// Reads a piece of whole lines.
    pub(super) fn read(piece: &Piece) -> Self {
        let mut batch = Self { bytes: piece.bytes.len(), ..Self::default() };
        for bytes in lines_of(&piece.bytes) {
            batch.lines += 1;
            let line = if piece.too_long { Line::Damaged(Why::TooLong) } else { line::read(bytes) };
            batch.take_line(line, bytes);
        }
        batch
    }

    fn take_line(&mut self, line: Line, bytes: &[u8]) {
        if !matches!(line, Line::Blank | Line::ConflictMarker) {
            self.closed = Some(false);
        }
        match line {
            Line::Blank => {}
            Line::ConflictMarker => self.report.conflict_markers += 1,
            Line::Around(pieces) => {
                self.closed = Some(pieces.contains(&Mark::End));
                for mark in pieces {
                    match mark {
                        Mark::Id(id) => self.note_id(id),
                        Mark::Format(format) => self.format = self.format.max(Some(format)),
                        Mark::End | Mark::Other => {}
                    }
                }
            }
            Line::Checked(read) => self.take(read),
            Line::Unchecked(read) => {
                self.report.unchecked += 1;
                self.take(read);
            }
            Line::Damaged(why) => {
                self.binary |= bytes.contains(&0);
                self.report.note(Damaged::new(self.lines, why, bytes));
            }
        }
    }

    fn take(&mut self, read: ReadLine) {
        self.report.records += 1;
        self.report.unknown += usize::from(read.1.is_none());
        self.records.push(read);
    }

    /// Adds what was noticed in the batch that follows this one; hands on its records.
    pub(super) fn add(&mut self, next: Self) -> Vec<ReadLine> {
        let before = self.lines;
        self.lines += next.lines;
        self.bytes += next.bytes;
        next.id.into_iter().chain(next.other_id).for_each(|id| self.note_id(id));
        self.format = self.format.max(next.format);
        self.closed = next.closed.or(self.closed);
        self.binary |= next.binary;
        self.report.damaged_count += next.report.damaged_count - next.report.damaged.len();
        for damaged in next.report.damaged {
            self.report.note(Damaged { line: damaged.line + before, ..damaged });
        }
        self.report.records += next.report.records;
        self.report.unknown += next.report.unknown;
        self.report.unchecked += next.report.unchecked;
        self.report.conflict_markers += next.report.conflict_markers;
        next.records
    }

    fn note_id(&mut self, id: ProjectId) {
        match self.id {
            None => self.id = Some(id),
            Some(first) if first != id && self.other_id.is_none() => self.other_id = Some(id),
            Some(_) => {}
        }
    }

    /// The first id in a header.
    pub(super) fn id(&self) -> Option<ProjectId> {
        self.id
    }

    /// Refuses a file of which so much was read without finding anything of a project that the rest need not be read.
    pub(super) fn refuse_foreign(&self) -> Result<(), FileError> {
        let nothing = self.report.records == 0 && self.id.is_none() && self.format.is_none();
        match nothing && self.bytes > SNIFFED {
            true if self.binary => Err(FileError::Binary),
            true => Err(FileError::NotAProject),
            false => Ok(()),
        }
    }

    /// Judges the file as a whole.
    pub(super) fn finish(mut self, id: ProjectId, disk: Fingerprint) -> Result<Head, FileError> {
        let (format, has_id, other_id) = (self.format, self.id.is_some(), self.other_id);
        if self.report.records == 0 && !has_id && format.is_none() {
            return Err(match self.closed {
                None => FileError::Empty,
                Some(_) if self.binary => FileError::Binary,
                Some(_) => FileError::NotAProject,
            });
        }
        for (missing, line, why) in
            [(!has_id, 1, Why::NoId), (format.is_none(), 1, Why::NoFormat), (self.closed != Some(true), self.lines, Why::CutOff)]
        {
            if missing {
                self.report.note(Damaged::new(line, why, b""));
            }
        }
        let format = format.unwrap_or(FORMAT);
        let report = Report { read_only: format > FORMAT, other_id, ..self.report };
        Ok(Head { id, format, report, disk })
    }
}
