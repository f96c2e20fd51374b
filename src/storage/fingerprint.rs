//! What a file held when it was last looked at: to know, before a save, whether somebody else has changed it.
//!
//! Contents are compared, never times: copying tools and network drives set times as they like.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

/// Bytes read at a time.
const BLOCK: usize = 1 << 20;

/// The length and the SHA-256 of a file's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    len: u64,
    sha256: [u8; 32],
}

impl Fingerprint {
    pub(super) fn new(len: u64, hash: Sha256) -> Self {
        Self { len, sha256: hash.finalize().into() }
    }

    /// Of bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        Self { len: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// Of a file as it is now.
    ///
    /// # Errors
    /// Those of opening and reading the file; a missing file is [`io::ErrorKind::NotFound`].
    pub fn read(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mut block = vec![0; BLOCK];
        let mut hash = Sha256::new();
        let mut len = 0;
        loop {
            let read = match file.read(&mut block) {
                Ok(0) => return Ok(Self::new(len, hash)),
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hash.update(block.get(..read).unwrap_or_default());
            len += read as u64;
        }
    }

    /// A number that follows from the bytes.
    pub(super) fn number(&self) -> u128 {
        self.sha256.iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte))
    }

    /// How many bytes there were.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there were no bytes.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_file_has_the_fingerprint_of_its_bytes() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("file");
        for bytes in [Vec::new(), b"abc".to_vec(), vec![7; BLOCK], vec![7; BLOCK * 2 + 1]] {
            std::fs::write(&path, &bytes).unwrap();
            assert_eq!(Fingerprint::read(&path).unwrap(), Fingerprint::of(&bytes));
        }
        assert_ne!(Fingerprint::of(b"a"), Fingerprint::of(b"b"));
        assert_eq!(Fingerprint::read(&dir.path().join("none")).unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
