//! A file as rescue needs it: with the bytes of its damaged lines.

use std::io::Read;

use super::super::progress::Progress;
use super::super::report::Why;
use super::FileError;
use super::batch::lines_of;
use super::line::{self, Line, Mark};
use super::source::Source;
use crate::model::{ProjectId, RecordSet};

/// More bytes of damaged lines than this are not held in memory.
const MAX_BYTES: usize = 64 << 20;

/// What a file holds, whole or not.
#[derive(Debug, Default)]
pub(in super::super) struct Raw {
    pub(in super::super) id: Option<ProjectId>,
    pub(in super::super) records: RecordSet,
    pub(in super::super) damaged: Vec<RawLine>,
    /// Damaged lines that were too much to be held.
    pub(in super::super) left_out: usize,
}

/// A damaged line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct RawLine {
    /// Which line of the file, from 1.
    pub(in super::super) number: usize,
    pub(in super::super) why: Why,
    /// Of a line that is too long, its beginning.
    pub(in super::super) bytes: Vec<u8>,
}

/// Reads a file on the calling thread.
pub(in super::super) fn read_raw(reader: impl Read, progress: &Progress) -> Result<Raw, FileError> {
    let mut source = Source::new(reader);
    let (mut raw, mut number, mut held) = (Raw::default(), 0, 0);
    while let Some(piece) = source.next()? {
        progress.step(piece.bytes.len() as u64)?;
        for bytes in lines_of(&piece.bytes) {
            number += 1;
            let line = if piece.too_long { Line::Damaged(Why::TooLong) } else { line::read(bytes) };
            match line {
                Line::Blank | Line::ConflictMarker => {}
                Line::Around(marks) => {
                    raw.id = raw.id.or(marks.into_iter().find_map(|mark| if let Mark::Id(id) = mark { Some(id) } else { None }))
                }
                Line::Checked((text, _)) | Line::Unchecked((text, _)) => {
                    raw.records.insert(&text);
                }
                Line::Damaged(_) if held + bytes.len() > MAX_BYTES => raw.left_out += 1,
                Line::Damaged(why) => {
                    held += bytes.len();
                    raw.damaged.push(RawLine { number, why, bytes: bytes.to_vec() });
                }
            }
        }
    }
    Ok(raw)
}

/// The checksum that a line of the file begins with, and the record behind it, whether they belong together or not.
pub(in super::super) fn parts(bytes: &[u8]) -> (Option<u32>, &[u8]) {
    let text = bytes.trim_ascii();
    let sum = text.strip_prefix(b"/*").and_then(|rest| Some((rest.get(..8)?, rest.strip_prefix(rest.get(..8)?)?.strip_prefix(b"*/")?)));
    let (sum, text) = match sum {
        Some((sum, rest)) => (std::str::from_utf8(sum).ok().and_then(|sum| u32::from_str_radix(sum, 16).ok()), rest),
        None => (None, text),
    };
    let text = text.trim_ascii();
    (sum, text.strip_suffix(b",").unwrap_or(text))
}
