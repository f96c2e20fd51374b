//! Cuts a file into pieces of whole lines as it is read, so that it never lies in memory as a whole.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::super::fingerprint::Fingerprint;
use super::{FileError, MAX_FILE};

/// Bytes read at a time; a piece ends with the last line end among them.
const PIECE_BYTES: u64 = 256 * 1024;
/// The mark that some editors put before UTF-8.
const BOM: &[u8] = &[0xef, 0xbb, 0xbf];

/// Where the pieces come from.
pub(super) struct Source<R> {
    reader: R,
    /// The beginning of a line whose end has not been read yet.
    carry: Vec<u8>,
    hash: Sha256,
    len: u64,
    count: usize,
}

impl<R: Read> Source<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, carry: Vec::new(), hash: Sha256::new(), len: 0, count: 0 }
    }

    /// The next piece with its number, from 0; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<(usize, Vec<u8>)>, FileError> {
        let mut piece = std::mem::take(&mut self.carry);
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
            let end = new.iter().rposition(|byte| *byte == b'\n').map(|at| known + at + 1);
            if let Some(end) = end.or((read == 0).then_some(piece.len())) {
                self.carry = piece.split_off(end);
                return self.numbered(piece).map(Some);
            }
        }
    }

    fn numbered(&mut self, mut piece: Vec<u8>) -> Result<(usize, Vec<u8>), FileError> {
        let number = self.count;
        self.count += 1;
        if number == 0 {
            if matches!(piece.as_slice(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
                return Err(FileError::Utf16);
            }
            if piece.starts_with(BOM) {
                piece.drain(..BOM.len());
            }
        }
        Ok((number, piece))
    }

    /// The fingerprint of all that was read so far.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        Fingerprint::new(self.len, self.hash.clone())
    }
}
