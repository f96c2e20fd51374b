//! The journal's lines: a checksum, a space, and a record or a mark.

use std::io::Write;

use serde::{Deserialize, Serialize};

use crate::model::ProjectId;

/// What the journal says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Mark {
    /// The first line.
    Journal { format: u32, project: ProjectId, path: Option<String> },
    /// What stands before is in this file.
    Saved { path: String },
}

/// What a line holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    Record(&'a str),
    Mark(Mark),
}

/// Adds a line with its checksum and its end.
pub(super) fn push(bytes: &mut Vec<u8>, text: &str) {
    // Writing to memory cannot fail.
    let _ = writeln!(bytes, "{:08x} {text}", crc32fast::hash(text.as_bytes()));
}

/// The line of a mark.
pub(super) fn mark(mark: &Mark) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Serialising our own types to a string has no way to fail.
    push(&mut bytes, &format!("*{}", ron::to_string(mark).unwrap_or_default()));
    bytes
}

/// Reads a line without its end; `None` if it was damaged or cut off.
pub(super) fn read(bytes: &[u8]) -> Option<Line<'_>> {
    let (sum, text) = std::str::from_utf8(bytes).ok()?.split_once(' ')?;
    let is_sum = sum.len() == 8 && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let right = is_sum && u32::from_str_radix(sum, 16) == Ok(crc32fast::hash(text.as_bytes()));
    if !right {
        return None;
    }
    match text.strip_prefix('*') {
        Some(mark) => ron::from_str(mark).ok().map(Line::Mark),
        None => Some(Line::Record(text)),
    }
}
