//! One line of the project file: header, record, conflict marker, or damage.

use super::super::report::Why;
use super::{MAX_LINE, ReadLine};
use crate::model::{ProjectId, Record};

/// The longest line of a header, in bytes; a line of nothing but brackets must not take many times its size.
const MAX_HEADER: usize = 4096;

/// A piece of what stands around the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The format.
    Format(u32),
    /// The project.
    Id(ProjectId),
    /// The bracket that closes the file.
    End,
    /// Any other bracket, comma or word of the header.
    Other,
}

/// What a line is.
#[derive(Debug)]
pub(super) enum Line {
    /// Nothing, or a comment.
    Blank,
    /// A conflict marker of git.
    ConflictMarker,
    /// Part of the header or of the end.
    Around(Vec<Mark>),
    /// A record with its checksum.
    Checked(ReadLine),
    /// A record that somebody wrote without a checksum.
    Unchecked(ReadLine),
    /// None of these.
    Damaged(Why),
}

/// Reads a line, given without its line feed.
pub(super) fn read(bytes: &[u8]) -> Line {
    if bytes.len() > MAX_LINE {
        return Line::Damaged(Why::TooLong);
    }
    let Ok(line) = std::str::from_utf8(bytes) else { return Line::Damaged(Why::NotUtf8) };
    let text = line.trim_ascii();
    if text.is_empty() || text.starts_with("//") {
        Line::Blank
    } else if let Some(rest) = text.strip_prefix("/*") {
        // A line that begins with a comment needs a right checksum: else a fault in the checksum would be the way
        // for a changed record to pass as one without.
        checked(rest).map_or(Line::Damaged(Why::Checksum), Line::Checked)
    } else if is_conflict_marker(line) {
        Line::ConflictMarker
    } else if let Some(pieces) = around(text) {
        Line::Around(pieces)
    } else {
        unchecked(text).map_or(Line::Damaged(Why::NotARecord), Line::Unchecked)
    }
}

/// Reads `51aa07e2*/ Text(…),`.
fn checked(rest: &str) -> Option<ReadLine> {
    let (sum, text) = rest.split_once("*/")?;
    let text = record_text(text);
    let is_sum = sum.len() == 8 && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let right = is_sum && u32::from_str_radix(sum, 16) == Ok(crc32fast::hash(text.as_bytes()));
    (right && looks_like_record(text)).then(|| (text.to_owned(), Record::from_line(text).ok()))
}

/// Reads a record without a checksum, in any spelling.
fn unchecked(text: &str) -> Option<ReadLine> {
    let text = record_text(text);
    let record = looks_like_record(text).then(|| Record::from_line(text).ok())??;
    Some((record.to_line(), Some(record)))
}

/// The record's own text: without what stands around it and the comma behind it.
fn record_text(text: &str) -> &str {
    let text = text.trim_ascii();
    text.strip_suffix(',').unwrap_or(text).trim_ascii_end()
}

/// Whether it has the outer shape that records of every kind have.
fn looks_like_record(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.ends_with(')')
}

fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"]
        .iter()
        .any(|marker| line.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_whitespace())))
}

/// Takes apart a line of the header or of the end; `None` if anything else stands in it, or more than fits in one.
pub(super) fn around(text: &str) -> Option<Vec<Mark>> {
    if text.len() > MAX_HEADER {
        return None;
    }
    let mut pieces = Vec::new();
    let mut rest = text.trim_ascii();
    while !rest.is_empty() && !rest.starts_with("//") {
        let (piece, after) = piece(rest)?;
        pieces.push(piece);
        rest = after.trim_ascii_start();
    }
    Some(pieces)
}

fn piece(text: &str) -> Option<(Mark, &str)> {
    if let Some(rest) = text.strip_prefix(')') {
        return Some((Mark::End, rest));
    }
    if let Some(rest) = text.strip_prefix(['(', '[', ']', ',']) {
        return Some((Mark::Other, rest));
    }
    let (word, value) = text.split_once(':')?;
    let value = value.trim_ascii_start();
    match word.trim_ascii_end() {
        "records" => Some((Mark::Other, value)),
        "format" => {
            let (number, rest) = value.split_at_checked(value.bytes().take_while(u8::is_ascii_digit).count())?;
            Some((Mark::Format(number.parse().ok()?), rest))
        }
        "id" => {
            let (id, rest) = value.strip_prefix('"')?.split_once('"')?;
            Some((Mark::Id(id.parse().ok()?), rest))
        }
        _ => None,
    }
}
