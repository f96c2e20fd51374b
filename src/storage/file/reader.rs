//! Reads a whole file on several threads and hands its records on in the order of the file.
//!
//! Each worker takes the next piece, reads its lines and hands them on through a channel that holds few, so that
//! memory stays bounded while the caller folds. Workers have a set stack: how deep a hostile line may go does not
//! depend on the system. If a worker fails, the records before it have been handed on and an error is returned.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, ScopedJoinHandle};

use super::super::progress::Progress;
use super::batch::Batch;
use super::source::Source;
use super::{FileError, Head, MAX_RECORDS, ReadLine};
use crate::model::ProjectId;

/// Stack of a worker, in bytes.
const STACK_BYTES: usize = 8 << 20;
/// More workers than this only wait for the fold.
const MAX_WORKERS: usize = 8;

/// A piece that was read, with its number.
type Message = Result<(usize, Batch), FileError>;

/// Reads a file; calls `fold` once with the project's id and all records in the order of the file. `lost_id` is asked
/// for the id of a file that has lost its own.
pub(in super::super) fn read<R: Read + Send, T>(
    reader: R,
    progress: &Progress,
    lost_id: impl FnOnce() -> Option<ProjectId>,
    fold: impl FnOnce(ProjectId, &mut dyn Iterator<Item = ReadLine>) -> T,
) -> Result<(Head, T), FileError> {
    let source = Mutex::new(Source::new(reader));
    let (whole, id, folded) = thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(2, usize::from).clamp(2, MAX_WORKERS);
        let (sender, receiver) = sync_channel(workers);
        let mut threads = Vec::new();
        for _ in 0..workers {
            let (sender, source) = (sender.clone(), &source);
            let thread = thread::Builder::new().name("reader".to_owned()).stack_size(STACK_BYTES);
            threads.push(thread.spawn_scoped(scope, move || work(source, &sender, progress)).map_err(FileError::NoThread)?);
        }
        drop(sender);
        let mut pieces = Pieces::new(By::Workers(receiver), progress);
        let taken = take(&mut pieces, &source, lost_id, fold);
        let error = pieces.error.take();
        // Workers that still want to hand something on end when nobody listens.
        drop(pieces);
        let ends: Vec<_> = threads.into_iter().map(ScopedJoinHandle::join).collect();
        let stopped = ends.iter().any(Result::is_err);
        match error {
            Some(error) => Err(error),
            None if stopped => Err(FileError::NoThread(io::Error::other("a reader stopped"))),
            None => Ok(taken),
        }
    })?;
    let disk = lock(&source).fingerprint();
    Ok((whole.finish(id, disk)?, folded))
}

/// [`read`] on the calling thread, which must have the stack for it: the fuzzer reads small files by the million, and most
/// of its time would go into starting threads.
pub(in super::super) fn read_here<R: Read, T>(
    reader: R,
    progress: &Progress,
    fold: impl FnOnce(ProjectId, &mut dyn Iterator<Item = ReadLine>) -> T,
) -> Result<(Head, T), FileError> {
    let source = Mutex::new(Source::new(reader));
    let mut pieces = Pieces::new(By::CallingThread(&source), progress);
    let (whole, id, folded) = take(&mut pieces, &source, || None, fold);
    if let Some(error) = pieces.error.take() {
        return Err(error);
    }
    let disk = lock(&source).fingerprint();
    Ok((whole.finish(id, disk)?, folded))
}

/// Takes all pieces and folds their records.
fn take<R: Read, T>(
    pieces: &mut Pieces<'_, R>,
    source: &Mutex<Source<R>>,
    lost_id: impl FnOnce() -> Option<ProjectId>,
    fold: impl FnOnce(ProjectId, &mut dyn Iterator<Item = ReadLine>) -> T,
) -> (Batch, ProjectId, T) {
    let mut whole = Batch::default();
    let mut held = Vec::new();
    // The id is in the first piece. Only of a file that has lost it must all be read before the fold can begin.
    while whole.id().is_none()
        && let Some(batch) = pieces.next()
    {
        held.extend(whole.add(batch));
        if let Err(error) = whole.refuse_foreign() {
            pieces.error = Some(error);
        }
    }
    // An id for a file that has lost its own: the same for the same bytes.
    let id = whole.id().or_else(lost_id).unwrap_or_else(|| ProjectId::new(0, lock(source).fingerprint().number()));
    let mut records = held.into_iter().chain(pieces.flat_map(|batch| whole.add(batch)));
    let folded = fold(id, &mut records);
    records.for_each(drop);
    (whole, id, folded)
}

fn work<R: Read>(source: &Mutex<Source<R>>, sender: &SyncSender<Message>, progress: &Progress) {
    while !progress.is_cancelled() {
        let Some(message) = read_piece(source, progress) else { return };
        let last = message.is_err();
        if sender.send(message).is_err() || last {
            return;
        }
    }
}

/// Reads the next piece; `None` at the end.
fn read_piece<R: Read>(source: &Mutex<Source<R>>, progress: &Progress) -> Option<Message> {
    // The lock is free again before the lines are read.
    let piece = lock(source).next();
    let piece = piece.transpose()?;
    Some(piece.map(|piece| {
        progress.advance(piece.bytes.len() as u64);
        (piece.number, Batch::read(&piece))
    }))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Who reads the pieces.
enum By<'a, R> {
    Workers(Receiver<Message>),
    CallingThread(&'a Mutex<Source<R>>),
}

/// What was read, in the order of the file. Ends at the first error and keeps it.
struct Pieces<'a, R> {
    by: By<'a, R>,
    /// Pieces that came before their turn.
    waiting: BTreeMap<usize, Batch>,
    next: usize,
    records: usize,
    progress: &'a Progress,
    error: Option<FileError>,
}

impl<'a, R: Read> Pieces<'a, R> {
    fn new(by: By<'a, R>, progress: &'a Progress) -> Self {
        Self { by, waiting: BTreeMap::new(), next: 0, records: 0, progress, error: None }
    }

    fn in_turn(&mut self) -> Result<Option<Batch>, FileError> {
        loop {
            self.progress.step(0)?;
            if let Some(batch) = self.waiting.remove(&self.next) {
                self.next += 1;
                self.records += batch.report.records;
                return if self.records > MAX_RECORDS { Err(FileError::TooManyRecords) } else { Ok(Some(batch)) };
            }
            let message = match &self.by {
                By::Workers(receiver) => receiver.recv().ok(),
                By::CallingThread(source) => read_piece(source, self.progress),
            };
            match message {
                Some(message) => {
                    let (number, batch) = message?;
                    self.waiting.insert(number, batch);
                }
                None if self.waiting.is_empty() => {
                    self.progress.step(0)?;
                    return Ok(None);
                }
                None => return Err(FileError::NoThread(io::Error::other("a reader stopped"))),
            }
        }
    }
}

impl<R: Read> Iterator for Pieces<'_, R> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        if self.error.is_some() {
            return None;
        }
        self.in_turn().unwrap_or_else(|error| {
            self.error = Some(error);
            None
        })
    }
}
