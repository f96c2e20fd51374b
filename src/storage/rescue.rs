//! Rescue: what a damaged file has lost is looked for in its backup and in the journals, and offered as a union.
//!
//! A record is immutable, so a copy of it anywhere is the record itself: nothing has to be guessed together. Everything
//! that a file of the project once held belongs to it, whether or not it matches a damaged line; what was only ever in a
//! journal comes back only where the damaged line proves that the file had it. What nobody has is written down as it
//! stands. Rescue changes no file by itself.

mod identify;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::error::LoadError;
use super::file::{FileError, Raw, RawLine, read_raw};
use super::journal;
use super::progress::Progress;
use super::report::Damaged;
use super::saver::backup_path;
use crate::model::{Lines, ProjectId, RecordSet};
use crate::platform;
use identify::{Was, identify};

/// What could be rescued of a damaged file.
#[derive(Debug)]
pub struct Rescue {
    /// The project.
    pub id: ProjectId,
    /// All its records: those of the file that are whole, and those that were found elsewhere.
    pub lines: Lines,
    /// Those that were found elsewhere.
    pub found: Vec<String>,
    /// What became of each damaged line, in their order.
    pub fates: Vec<Fate>,
    /// Records found elsewhere of which the file does not even have a damaged line.
    pub missing: usize,
    /// The files that were searched.
    pub searched: Vec<PathBuf>,
    /// Damaged lines that were too much to be held in memory and are not among the fates.
    pub left_out: usize,
    raw: Vec<RawLine>,
}

/// What became of a damaged line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// The line.
    pub damaged: Damaged,
    /// Where its record is whole; `None` if it is lost.
    pub place: Option<Place>,
}

/// Where the record of a damaged line is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// On another line of the same file.
    Here,
    /// In the backup or in a journal.
    File(PathBuf),
}

impl Rescue {
    /// How many damaged lines were found again.
    pub fn found_again(&self) -> usize {
        self.fates.iter().filter(|fate| fate.place.is_some()).count()
    }

    /// Where something was found, each file once, in the order of the search.
    pub fn places(&self) -> Vec<&Path> {
        let found_in = |path: &&PathBuf| self.fates.iter().any(|fate| matches!(&fate.place, Some(Place::File(place)) if place == *path));
        self.searched.iter().filter(found_in).map(PathBuf::as_path).collect()
    }

    /// The damaged lines that nobody has whole, as they stand in the file, each below its number; `None` if there are none.
    pub fn lost_lines(&self) -> Option<Vec<u8>> {
        let mut text = Vec::new();
        for (fate, raw) in self.fates.iter().zip(&self.raw).filter(|(fate, _)| fate.place.is_none()) {
            // Writing to memory cannot fail.
            let _ = writeln!(text, "Line {}: {}.", fate.damaged.line, fate.damaged.why);
            text.extend_from_slice(&raw.bytes);
            text.extend_from_slice(b"\n\n");
        }
        if self.left_out > 0 {
            let _ = writeln!(text, "{} more damaged lines were too much to be copied here; the damaged file has them.", self.left_out);
        }
        (!text.is_empty()).then_some(text)
    }
}

/// Reads a damaged file and looks for what it has lost in its `.bak` and, if a state folder is given, in the journals of
/// its project, also in those that were put aside. A file of which nothing can be read is rescued from its `.bak` alone.
///
/// # Errors
/// When the file cannot be read, or neither it nor its backup is a project.
pub fn rescue(path: &Path, state: Option<&Path>, progress: &Progress) -> Result<Rescue, LoadError> {
    let wrong = |error| LoadError::from_io(path, error);
    let real = platform::canonical(path).map_err(wrong)?;
    let backup = backup_path(&real);
    let own = read_raw(File::open(&real).map_err(wrong)?, progress);
    let (own, refused) = match own {
        Ok(own) => (own, None),
        Err(error @ (FileError::Binary | FileError::NotAProject | FileError::Utf16)) => (Raw::default(), Some(error)),
        Err(error) => return Err(LoadError::from_content(path, error)),
    };
    let old = File::open(&backup).ok().and_then(|file| read_raw(file, progress).ok());
    let id = match (own.id, old.as_ref().and_then(|old| old.id)) {
        (Some(id), _) | (None, Some(id)) => id,
        (None, None) if own.records.is_empty() => return Err(LoadError::from_content(path, refused.unwrap_or(FileError::NotAProject))),
        (None, None) => ProjectId::new(0, super::Fingerprint::read(&real).map_err(wrong)?.number()),
    };
    let mut sources = Vec::new();
    if let Some(old) = old.filter(|old| old.id.is_none_or(|other| other == id)) {
        sources.push(Source { path: backup, in_file: old.records, in_journal: RecordSet::default() });
    }
    for path in state.map(|state| journal::of_project(state, id)).unwrap_or_default() {
        progress.step(0)?;
        let Ok((in_file, in_journal)) = journal::read_records(&path) else { continue };
        sources.push(Source { path, in_file, in_journal });
    }
    Ok(union(id, own, sources))
}

/// A file that may hold what is missing.
struct Source {
    path: PathBuf,
    /// Records that a saved file held.
    in_file: RecordSet,
    /// Records that were perhaps never saved.
    in_journal: RecordSet,
}

/// A record that the file lacks.
struct Candidate {
    line: String,
    /// The first source that has it, by its number.
    source: usize,
    /// Whether a saved file held it.
    in_file: bool,
}

fn union(id: ProjectId, own: Raw, sources: Vec<Source>) -> Rescue {
    let Raw { id: _, mut records, damaged, left_out } = own;
    let candidates = candidates(&records, &sources);
    let was = identify(&records, &candidates, &damaged);
    let searched: Vec<PathBuf> = sources.into_iter().map(|source| source.path).collect();
    let place = |was: &Was| match was {
        Was::Here => Some(Place::Here),
        Was::Candidate(n) => Some(Place::File(searched.get(candidates.get(*n)?.source)?.clone())),
    };
    let fate = |(raw, was): (&RawLine, &Option<Was>)| {
        let damaged = Damaged::new(raw.number, raw.why, &raw.bytes);
        Fate { damaged, place: was.as_ref().and_then(place) }
    };
    let fates = damaged.iter().zip(&was).map(fate).collect();
    let proved: std::collections::HashSet<usize> =
        was.iter().flatten().filter_map(|was| if let Was::Candidate(n) = was { Some(*n) } else { None }).collect();
    let missing = candidates.iter().enumerate().filter(|(n, candidate)| candidate.in_file && !proved.contains(n)).count();
    let belongs = candidates.into_iter().enumerate().filter(|(n, candidate)| candidate.in_file || proved.contains(n));
    // What a redaction names stays away.
    let found: Vec<String> = belongs.map(|(_, candidate)| candidate.line).filter(|line| records.insert(line).is_some()).collect();
    Rescue { id, lines: records.snapshot(), found, fates, missing, searched, left_out, raw: damaged }
}

/// What the sources have and the file has not, each record once.
fn candidates(own: &RecordSet, sources: &[Source]) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (number, source) in sources.iter().enumerate() {
        let lines =
            source.in_file.lines().iter().map(|line| (line, true)).chain(source.in_journal.lines().iter().map(|line| (line, false)));
        for (line, in_file) in lines.filter(|(line, _)| !own.contains(line)) {
            let at = *known.entry(line).or_insert_with(|| {
                candidates.push(Candidate { line: line.to_owned(), source: number, in_file });
                candidates.len() - 1
            });
            if let Some(candidate) = candidates.get_mut(at) {
                candidate.in_file |= in_file;
            }
        }
    }
    candidates
}
