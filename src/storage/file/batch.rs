//! The lines of a piece of the file, and what was noticed in them.

use super::super::fingerprint::Fingerprint;
use super::super::report::{Damaged, Report, Why};
use super::line::{self, Line, Piece};
use super::{FORMAT, FileError, Head, ReadLine};
use crate::model::ProjectId;

/// Lines that were read together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) records: Vec<ReadLine>,
    pieces: Vec<Piece>,
    lines: usize,
    /// Whether the last line that says something closes the file; `None` if none says anything.
    closed: Option<bool>,
    binary: bool,
    /// With line numbers that count from the beginning of the batch.
    pub(super) report: Report,
}

impl Batch {
    /// Reads a piece of whole lines.
    pub(super) fn read(piece: &[u8]) -> Self {
        let mut batch = Self::default();
        for bytes in piece.strip_suffix(b"\n").unwrap_or(piece).split(|byte| *byte == b'\n') {
            batch.lines += 1;
            batch.read_line(bytes);
        }
        batch
    }

    fn read_line(&mut self, bytes: &[u8]) {
        let line = line::read(bytes);
        if !matches!(line, Line::Blank | Line::ConflictMarker) {
            self.closed = Some(false);
        }
        match line {
            Line::Blank => {}
            Line::ConflictMarker => self.report.conflict_markers += 1,
            Line::Around(pieces) => {
                self.closed = Some(pieces.contains(&Piece::End));
                self.pieces.extend(pieces.into_iter().filter(|piece| matches!(piece, Piece::Format(_) | Piece::Id(_))));
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
        self.pieces.extend(next.pieces);
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

    /// The first id in a header.
    pub(super) fn id(&self) -> Option<ProjectId> {
        self.ids().next()
    }

    fn ids(&self) -> impl Iterator<Item = ProjectId> {
        self.pieces.iter().filter_map(|piece| if let Piece::Id(id) = piece { Some(*id) } else { None })
    }

    /// Judges the file as a whole.
    pub(super) fn finish(mut self, id: ProjectId, disk: Fingerprint) -> Result<Head, FileError> {
        let format = self.pieces.iter().filter_map(|piece| if let Piece::Format(format) = piece { Some(*format) } else { None }).max();
        let has_id = self.id().is_some();
        let other_id = self.ids().find(|other| *other != id);
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
