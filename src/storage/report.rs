//! What a reading has to say about a file besides its records.

use crate::model::ProjectId;

/// How many damaged lines are described one by one; beyond that they are only counted.
pub const MAX_DAMAGED: usize = 10_000;
/// How many characters of a damaged line are shown.
const SHOWN_CHARS: usize = 200;

/// A line that could not be taken into the set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Which line of the file, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: Why,
    /// Its first 200 characters; control characters and characters that turn the writing direction are spelled out.
    pub text: String,
}

/// What is wrong with a line, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// The line does not match its checksum.
    #[error(
        "the line was changed: it does not match its checksum. The record may still be whole in the .bak file or in another copy of the project"
    )]
    Checksum,
    /// No checksum, and no record.
    #[error(
        "the line is no record. If a formatter has spread records over several lines, take the .bak file or another copy, and keep the formatter away from project files"
    )]
    NotARecord,
    /// Bytes that are no UTF-8.
    #[error("the line holds bytes that are no text (UTF-8). The record may still be whole in the .bak file or in another copy")]
    NotUtf8,
    /// Longer than any line may be.
    #[error("the line is longer than 64 MiB, which no record of Factmark is")]
    TooLong,
    /// The end of the file is missing.
    #[error(
        "the file ends too early: its closing bracket is missing, so records may be missing too. Compare it with the .bak file or another copy"
    )]
    CutOff,
    /// The header names no project.
    #[error("the line with the project's id is missing. Saving writes a new one; copies of the project will not be recognised by it")]
    NoId,
    /// The header names no format.
    #[error("the line with the format is missing; the file was read as format 1")]
    NoFormat,
}

impl Damaged {
    pub(super) fn new(line: usize, why: Why, bytes: &[u8]) -> Self {
        let shown = bytes.get(..SHOWN_CHARS * 4).unwrap_or(bytes);
        let text = String::from_utf8_lossy(shown);
        Self { line, why, text: plain(&text) }
    }
}

/// The first characters of a text, with nothing in them that acts on a terminal or on the writing direction.
fn plain(text: &str) -> String {
    let acts =
        |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let spelled = |c: char| if acts(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.trim()
        .chars()
        .map(spelled)
        .scan(0, |length, piece| {
            *length += piece.chars().count();
            (*length <= SHOWN_CHARS).then_some(piece)
        })
        .collect()
}

/// What was noticed while reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Records read. A load counts each once; [`parse`](super::parse) as often as it stands in the file.
    pub records: usize,
    /// Lines that could not be read, at most [`MAX_DAMAGED`] of them.
    pub damaged: Vec<Damaged>,
    /// How many lines could not be read.
    pub damaged_count: usize,
    /// Records of a kind that this version does not know; they are kept byte for byte.
    pub unknown: usize,
    /// Records without a checksum, taken as they are: another tool or a person has written them.
    pub unchecked: usize,
    /// Records in the file that a redaction has removed: an older copy was merged in by another tool. They are not in
    /// the project, and the next save takes them out of the file.
    pub redacted: usize,
    /// Conflict markers of git that were passed over; both sides count.
    pub conflict_markers: usize,
    /// The file is of a newer format: it may be looked at but not saved over.
    pub read_only: bool,
    /// A second project's id in the same file: two projects were merged by mistake. The first id counts.
    pub other_id: Option<ProjectId>,
}

impl Report {
    /// Whether nothing is wrong with the file. Unknown kinds, missing checksums and conflict markers are no damage.
    pub fn is_sound(&self) -> bool {
        self.damaged_count == 0 && self.other_id.is_none()
    }

    pub(super) fn note(&mut self, damaged: Damaged) {
        self.damaged_count += 1;
        if self.damaged.len() < MAX_DAMAGED {
            self.damaged.push(damaged);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_line_is_shown_without_its_tricks_and_cut_short() {
        let check = |bytes: &[u8], expected: &str| assert_eq!(Damaged::new(1, Why::Checksum, bytes).text, expected);
        check(b"  plain \n", "plain");
        check(b"a\x1b[31mb", "a\\u{1b}[31mb");
        check("a\u{202e}b".as_bytes(), "a\\u{202e}b");
        check(b"\xff\xfe", "\u{fffd}\u{fffd}");
        check("é".repeat(900).as_bytes(), &"é".repeat(200));
        check(&[0; 100], &"\\u{0}".repeat(40));
    }
}
