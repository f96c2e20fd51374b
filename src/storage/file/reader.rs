//! Reads a whole file in batches of lines on several threads, and hands them on in the order of the file.
//!
//! Each worker takes every n-th batch and hands it on through a channel that holds one batch, so that memory stays
//! bounded while the caller folds. Workers have a set stack: how deep a hostile line may go does not depend on the system.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use sha2::{Digest, Sha256};

use super::super::progress::{Cancelled, Progress};
use super::super::report::{Damaged, Report, Why};
use super::line::{self, Line, Piece};
use super::{FORMAT, FileError, MAX_FILE, MAX_RECORDS, ReadLine};
use crate::model::ProjectId;

/// Bytes that a worker reads at a time.
const BATCH_BYTES: usize = 256 * 1024;
/// Stack of a worker, in bytes.
const STACK_BYTES: usize = 8 << 20;
/// More workers than this only wait for the fold.
const MAX_WORKERS: usize = 8;
/// Where bytes that no text has are looked for.
const LOOK_BYTES: usize = 8192;

/// What stands around the records, and what was noticed.
#[derive(Clone, Debug)]
pub(in super::super) struct Head {
    pub(in super::super) id: ProjectId,
    pub(in super::super) format: u32,
    pub(in super::super) report: Report,
}

/// The lines of one batch.
#[derive(Debug, Default)]
struct Batch<'a> {
    lines: usize,
    records: Vec<ReadLine<'a>>,
    pieces: Vec<Piece>,
    /// Whether the last line that says something closes the file.
    closed: Option<bool>,
    /// With line numbers that count from the beginning of the batch.
    report: Report,
}

/// Reads a file; hands the project's id and each batch of records to `take`, in the order of the file.
pub(in super::super) fn read<'a>(
    text: &'a [u8],
    progress: &Progress,
    take: &mut dyn FnMut(ProjectId, Vec<ReadLine<'a>>),
) -> Result<Head, FileError> {
    if text.len() as u64 > MAX_FILE {
        return Err(FileError::TooBig(text.len() as u64));
    }
    let text = without_bom(text)?;
    progress.set_total(text.len() as u64);
    let found = first_id(text);
    let id = found.unwrap_or_else(|| made_up_id(text));
    let mut whole = Batch::default();
    each_batch(text, progress, &mut |mut batch| {
        let records = std::mem::take(&mut batch.records);
        whole.add(batch);
        if whole.report.records > MAX_RECORDS {
            return Err(FileError::TooManyRecords);
        }
        take(id, records);
        Ok(())
    })?;
    whole.finish(text, id, found.is_some())
}

/// Takes the mark of UTF-8 off; refuses those of UTF-16.
fn without_bom(text: &[u8]) -> Result<&[u8], FileError> {
    match text {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err(FileError::Utf16),
        [0xef, 0xbb, 0xbf, rest @ ..] => Ok(rest),
        text => Ok(text),
    }
}

/// The first id in a header; it stands in the fourth line of a file that nobody has touched.
fn first_id(text: &[u8]) -> Option<ProjectId> {
    let of_header = |line: &&[u8]| {
        line.trim_ascii_start().starts_with(b"(") || line.trim_ascii_start().starts_with(b"i") || line.trim_ascii_start().starts_with(b"f")
    };
    let pieces = |line: &[u8]| std::str::from_utf8(line).ok().and_then(line::around).unwrap_or_default();
    text.split(|byte| *byte == b'\n').filter(of_header).flat_map(pieces).find_map(|piece| match piece {
        Piece::Id(id) => Some(id),
        _ => None,
    })
}

/// An id for a file that has lost its own: the same for the same bytes.
fn made_up_id(text: &[u8]) -> ProjectId {
    let digest = Sha256::digest(text);
    ProjectId::new(0, digest.iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte)))
}

/// Reads all batches on workers and takes them in order.
fn each_batch<'a>(text: &'a [u8], progress: &Progress, take: &mut dyn FnMut(Batch<'a>) -> Result<(), FileError>) -> Result<(), FileError> {
    let pieces = pieces(text);
    let cores = thread::available_parallelism().map_or(2, usize::from);
    let workers = cores.clamp(2, MAX_WORKERS).min(pieces.len());
    thread::scope(|scope| {
        let mut handles = Vec::new();
        let mut receivers = Vec::new();
        for first in 0..workers {
            let (sender, receiver) = sync_channel(1);
            let pieces = &pieces;
            let work = move || work(pieces.iter().skip(first).step_by(workers), &sender, progress);
            let handle = thread::Builder::new().name("reader".to_owned()).stack_size(STACK_BYTES).spawn_scoped(scope, work);
            handles.push(handle.map_err(|error| FileError::NoThread(error.to_string()))?);
            receivers.push(receiver);
        }
        let taken = take_in_order(pieces.len(), &receivers, progress, take);
        // Workers that still want to hand something on end when nobody listens.
        drop(receivers);
        let ended = handles.into_iter().all(|handle| handle.join().is_ok());
        taken.and(if ended { Ok(()) } else { Err(FileError::NoThread("a reader stopped".to_owned())) })
    })
}

/// Cuts the text behind line feeds.
fn pieces(text: &[u8]) -> Vec<&[u8]> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let end = rest.iter().skip(BATCH_BYTES).position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + BATCH_BYTES + 1);
        let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn work<'a, 'p>(pieces: impl Iterator<Item = &'p &'a [u8]>, sender: &SyncSender<Batch<'a>>, progress: &Progress)
where
    'a: 'p,
{
    for piece in pieces {
        if progress.is_cancelled() || sender.send(Batch::of(piece)).is_err() {
            return;
        }
        progress.advance(piece.len() as u64);
    }
}

fn take_in_order<'a>(
    count: usize,
    receivers: &[Receiver<Batch<'a>>],
    progress: &Progress,
    take: &mut dyn FnMut(Batch<'a>) -> Result<(), FileError>,
) -> Result<(), FileError> {
    for receiver in receivers.iter().cycle().take(count) {
        progress.step(0)?;
        match receiver.recv() {
            Ok(batch) => take(batch)?,
            Err(_) if progress.is_cancelled() => return Err(Cancelled.into()),
            Err(_) => return Err(FileError::NoThread("a reader stopped".to_owned())),
        }
    }
    Ok(())
}

impl<'a> Batch<'a> {
    fn of(piece: &'a [u8]) -> Self {
        let mut batch = Self::default();
        for bytes in piece.strip_suffix(b"\n").unwrap_or(piece).split(|byte| *byte == b'\n') {
            batch.lines += 1;
            batch.take(bytes);
        }
        batch
    }

    fn take(&mut self, bytes: &'a [u8]) {
        let line = line::read(bytes);
        match line {
            Line::Blank => return,
            Line::ConflictMarker => {
                self.report.conflict_markers += 1;
                return;
            }
            _ => self.closed = Some(false),
        }
        match line {
            Line::Blank | Line::ConflictMarker => {}
            Line::Around(pieces) => {
                self.closed = Some(pieces.contains(&Piece::End));
                self.pieces.extend(pieces.into_iter().filter(|piece| *piece != Piece::Mark));
            }
            Line::Checked(read) => self.take_record(read),
            Line::Unchecked(read) => {
                self.report.unchecked += 1;
                self.take_record(read);
            }
            Line::Damaged(why) => self.report.note(Damaged::new(self.lines, why, bytes)),
        }
    }

    fn take_record(&mut self, read: ReadLine<'a>) {
        self.report.records += 1;
        self.report.unknown += usize::from(read.1.is_none());
        self.records.push(read);
    }

    /// Adds what was noticed in the batch that follows this one.
    fn add(&mut self, next: Self) {
        let before = self.lines;
        self.lines += next.lines;
        self.pieces.extend(next.pieces);
        self.closed = next.closed.or(self.closed);
        let described = next.report.damaged.len();
        for damaged in next.report.damaged {
            self.report.note(Damaged { line: damaged.line + before, ..damaged });
        }
        self.report.damaged_count += next.report.damaged_count - described;
        self.report.records += next.report.records;
        self.report.unknown += next.report.unknown;
        self.report.unchecked += next.report.unchecked;
        self.report.conflict_markers += next.report.conflict_markers;
    }

    /// Judges the file as a whole.
    fn finish(self, text: &[u8], id: ProjectId, has_id: bool) -> Result<Head, FileError> {
        let Self { lines, pieces, closed, mut report, .. } = self;
        let format = pieces.iter().filter_map(|piece| if let Piece::Format(format) = piece { Some(*format) } else { None }).max();
        if report.records == 0 && !has_id && format.is_none() {
            return Err(not_a_project(text));
        }
        if !has_id {
            report.note(Damaged::new(1, Why::NoId, b""));
        }
        if format.is_none() {
            report.note(Damaged::new(1, Why::NoFormat, b""));
        }
        if closed != Some(true) {
            report.note(Damaged::new(lines, Why::CutOff, b""));
        }
        report.other_id =
            pieces.iter().find_map(|piece| if let Piece::Id(other) = piece { Some(*other).filter(|other| *other != id) } else { None });
        let format = format.unwrap_or(FORMAT);
        report.read_only = format > FORMAT;
        Ok(Head { id, format, report })
    }
}

fn not_a_project(text: &[u8]) -> FileError {
    if text.trim_ascii().is_empty() {
        FileError::Empty
    } else if text.iter().take(LOOK_BYTES).any(|byte| *byte == 0) {
        FileError::Binary
    } else {
        FileError::NotAProject
    }
}
