//! Cuts a file into pieces of whole lines as it is read, so that it never lies in memory as a whole.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::super::fingerprint::Fingerprint;
use super::{FileError, MAX_FILE, MAX_LINE, SNIFFED};

/// Bytes read at a time; a piece ends with the last line end among them.
const PIECE_BYTES: u64 = 256 * 1024;
/// The mark that some editors put before UTF-8.
const BOM: &[u8] = &[0xef, 0xbb, 0xbf];
/// What is kept of a line that is too long, in bytes: enough to show how it begins.
const KEPT_BYTES: usize = 1024;
/// The first bytes, which tell whether this is UTF-16.
const LOOKED_AT: usize = 256;

/// Whole lines of the file.
pub(super) struct Piece {
    /// Which piece it is, from 0.
    pub(super) number: usize,
    pub(super) bytes: Vec<u8>,
    /// It is the beginning of one line that is longer than any line may be; the rest of it was passed over.
    pub(super) too_long: bool,
}

/// Where the pieces come from.
pub(super) struct Source<R> {
    reader: R,
    /// The beginning of a line whose end has not been read yet.
    carry: Vec<u8>,
    hash: Sha256,
    len: u64,
    count: usize,
    /// An error was told: nothing more is read, whoever asks.
    refused: bool,
}

impl<R: Read> Source<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, carry: Vec::new(), hash: Sha256::new(), len: 0, count: 0, refused: false }
    }

    /// The next piece; `None` at the end. Of a line that is too long only the beginning is kept in memory.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, FileError> {
        if self.refused {
            return Ok(None);
        }
        let piece = self.read_piece();
        self.refused = piece.is_err();
        piece
    }

    fn read_piece(&mut self) -> Result<Option<Piece>, FileError> {
        let mut piece = std::mem::take(&mut self.carry);
        let mut too_long = false;
        loop {
            let known = piece.len();
            let read = match (&mut self.reader).take(PIECE_BYTES).read_to_end(&mut piece) {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(FileError::Io(error)),
            };
            let new = piece.get(known..).unwrap_or_default();
            self.hash.update(new);
            self.len += read as u64;
            if self.len > MAX_FILE {
                return Err(FileError::TooBig(self.len));
            }
            if read == 0 && piece.is_empty() {
                return Ok(None);
            }
            let end = match too_long {
                true => memchr::memchr(b'\n', new),
                false => memchr::memrchr(b'\n', new),
            };
            let end = end.map(|at| known + at + 1).or((read == 0).then_some(piece.len()));
            if let Some(end) = end {
                self.carry = piece.split_off(end);
                if too_long {
                    piece.truncate(KEPT_BYTES);
                }
                return self.numbered(piece, too_long).map(Some);
            }
            if self.count == 0 {
                refuse_foreign(&piece)?;
            }
            too_long |= piece.len() > MAX_LINE;
            if too_long {
                piece.truncate(KEPT_BYTES);
                piece.shrink_to_fit();
            }
        }
    }

    fn numbered(&mut self, mut bytes: Vec<u8>, too_long: bool) -> Result<Piece, FileError> {
        let number = self.count;
        self.count += 1;
        if number == 0 {
            if is_utf16(&bytes) {
                return Err(FileError::Utf16);
            }
            if bytes.starts_with(BOM) {
                bytes.drain(..BOM.len());
            }
        }
        Ok(Piece { number, bytes, too_long })
    }

    /// The fingerprint of all that was read so far.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        Fingerprint::new(self.len, self.hash.clone())
    }
}

/// A project file begins with short lines. What begins with a line of megabytes is something else, and is not read on.
fn refuse_foreign(beginning: &[u8]) -> Result<(), FileError> {
    if is_utf16(beginning) {
        return Err(FileError::Utf16);
    }
    match beginning.len() > SNIFFED {
        true if memchr::memchr(0, beginning).is_some() => Err(FileError::Binary),
        true => Err(FileError::NotAProject),
        false => Ok(()),
    }
}

/// Text in UTF-16: by its mark, or because every other byte at the beginning is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    let first = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let zeros = |from: usize| first.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let mostly = first.len() / 2 * 3 / 4;
    matches!(first, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) || (mostly >= 4 && even.min(odd) == 0 && even.max(odd) >= mostly)
}
