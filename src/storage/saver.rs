//! Replaces a file completely or not at all: the one way in which Factmark writes project files and exports.
//!
//! The new content is written to a temporary file in the same folder, synced, read back and compared; the old file is
//! kept as `NAME.bak`; a rename puts the new one in its place and the folder is synced. Whatever fails before the
//! rename leaves the old file untouched. A project is a set: what others have written to the file meanwhile is joined
//! in, under a lock and a hint to others, and looked for once more after the rename. A damaged file is set aside before it is replaced.
//! Owners, access lists and extended attributes are not carried over, only the mode.

mod aside;
mod hint;
mod others;
mod target;
mod temporary;
#[cfg(test)]
mod tests;
mod turn;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::copies;
use super::error::SaveError;
use super::file::{self, MAX_FILE, MAX_LINE, MAX_RECORDS};
use super::fingerprint::Fingerprint;
use super::progress::Progress;
use crate::model::{Lines, ProjectId, RecordSet};
use crate::platform;
use hint::Hint;
use target::Target;
use temporary::Temporary;
use turn::Turn;

pub(super) use hint::is_hint;
pub(super) use temporary::is_temporary;
pub use temporary::sweep;

/// How often a file is looked at again that others write all the time.
const MAX_TRIES: usize = 20;

/// A project to be saved.
#[derive(Clone, Debug)]
pub struct SaveRequest {
    /// Where to.
    pub path: PathBuf,
    /// Which project.
    pub id: ProjectId,
    /// Its records.
    pub lines: Lines,
    /// What the file held when it was last read or saved. `None` for a file that a person has chosen: it is replaced,
    /// unless it holds the same project, which is joined.
    pub expected: Option<Fingerprint>,
    /// What the file held then could not be read whole: it is set aside before it is replaced.
    pub damaged: bool,
    /// The folder of the user's state, through which processes take turns at saving one file.
    pub state: Option<PathBuf>,
    /// To watch and to stop it.
    pub progress: Progress,
}

/// A file that is safe on the disk. Only a finished save makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The file itself: absolute, links resolved.
    pub path: PathBuf,
    /// What it holds now.
    pub fingerprint: Fingerprint,
    /// How many bytes it has.
    pub bytes: u64,
    /// What became of the file that was there before.
    pub backup: Backup,
    /// Lines that others had written to the file: they are in it, and the caller has yet to take them in.
    pub joined: Vec<String>,
}

/// What became of the file that a save has replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backup {
    /// There was none, or it already held just these bytes.
    NotNeeded,
    /// It is kept under this name.
    Kept(PathBuf),
    /// It was damaged. It is kept under this name, and the `.bak` is still the version before.
    SetAside(PathBuf),
    /// It could not be kept, for this reason. The save itself went well.
    Failed(String),
}

/// Saves a project by itself: [`SaveRequest::save`] with nothing damaged and nobody to take turns with.
///
/// # Errors
/// As [`SaveRequest::save`].
pub fn save(path: &Path, id: ProjectId, lines: &Lines, expected: Option<&Fingerprint>, progress: &Progress) -> Result<Saved, SaveError> {
    let (expected, lines) = (expected.copied(), lines.clone());
    SaveRequest { path: path.to_owned(), id, lines, expected, damaged: false, state: None, progress: progress.clone() }.save()
}

impl SaveRequest {
    /// Saves the project, and with it what others have written to the file since it was last read.
    ///
    /// # Errors
    /// When the file holds another project or a newer format by now, or what the system reports. After any error than
    /// [`SaveError::NotSafe`] the file is as it was.
    pub fn save(&self) -> Result<Saved, SaveError> {
        self.save_over(self.expected.as_slice())
    }

    /// Saves over a file that holds one of the contents that are `known`.
    pub(super) fn save_over(&self, known: &[Fingerprint]) -> Result<Saved, SaveError> {
        let real = target::resolve(&self.path)?;
        let _turn = Turn::take(self.state.as_deref(), &real, &self.progress)?;
        let mut union = Union { lines: self.lines.clone(), known: known.to_vec(), joined: Vec::new(), damaged: self.damaged };
        let mut set_aside = None;
        for tries in 0..MAX_TRIES {
            // Who was late once asks the others to wait from the first look on.
            let hint = if tries > 0 { Hint::put(&real, &self.progress)? } else { None };
            let target = Target::find(&self.path)?;
            let others = others::look(&target.path, &union.known, self.id, &self.progress)?;
            union.join(others);
            if union.damaged && target.old.is_some() {
                let kept =
                    aside::keep(&target).map_err(|error| SaveError::from_io(&target.path, "setting the damaged file aside", error))?;
                set_aside = Some(kept);
                union.damaged = false;
            }
            self.refuse_too_big(&union.lines)?;
            let bytes = file::render(self.id, &union.lines, &self.progress)?;
            match replace(&target, &bytes, Some(&union.known), hint, set_aside.as_deref(), &self.progress) {
                Err(SaveError::Busy(_)) => {}
                result => return result.map(|saved| Saved { joined: union.joined, ..saved }),
            }
        }
        Err(SaveError::Busy(real))
    }

    fn refuse_too_big(&self, lines: &Lines) -> Result<(), SaveError> {
        let size: usize = lines.iter().map(|line| line.len() + file::AROUND_LINE).sum();
        self.progress.set_total(size as u64 * 2);
        let fits = size as u64 <= MAX_FILE - 256 && lines.len() <= MAX_RECORDS && lines.iter().all(|line| line.len() <= MAX_LINE - 64);
        if fits { Ok(()) } else { Err(SaveError::TooBig) }
    }
}

/// What is to be saved: the project's lines with those of others.
struct Union {
    lines: Lines,
    /// Contents of the file of which every line is among them, or that may go.
    known: Vec<Fingerprint>,
    joined: Vec<String>,
    damaged: bool,
}

impl Union {
    fn join(&mut self, others: Option<others::Others>) {
        let Some(others) = others else { return };
        self.known.push(others.disk);
        self.damaged = others.damaged;
        if others.lines.is_empty() {
            return;
        }
        let mut set = RecordSet::default();
        self.lines.iter().for_each(|line| {
            set.insert(line);
        });
        self.joined.extend(others.lines.into_iter().filter(|line| set.insert(line).is_some()));
        self.lines = set.snapshot();
    }
}

/// Writes an export, or any other file, by the same recipe.
///
/// # Errors
/// As [`save`], of what the system reports.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<Saved, SaveError> {
    replace(&Target::find(path)?, bytes, None, None, None, &Progress::default())
}

/// Writes a file by the same recipe without keeping what was there.
///
/// # Errors
/// As [`save`], of what the system reports.
pub(super) fn write_anew(path: &Path, bytes: &[u8]) -> Result<Saved, SaveError> {
    replace(&Target::find(path)?, bytes, None, None, Some(path), &Progress::default())
}

/// What earlier saves have kept beside a project's file: the backup, and copies of damaged versions.
pub(super) fn kept_beside(path: &Path, project: ProjectId) -> Vec<PathBuf> {
    let Ok(real) = target::resolve(path) else { return Vec::new() };
    let backup = Some(backup_path(&real)).filter(|backup| copies::project_of(backup) == Some(project));
    backup.into_iter().chain(aside::copies_of(&real)).collect()
}

/// The recipe, for a target that was found. With contents that are known, a file that holds something else by now is
/// not replaced, and one that was replaced right after is told: [`SaveError::Busy`].
fn replace(
    target: &Target,
    bytes: &[u8],
    known: Option<&[Fingerprint]>,
    hint: Option<Hint>,
    set_aside: Option<&Path>,
    progress: &Progress,
) -> Result<Saved, SaveError> {
    let fingerprint = Fingerprint::of(bytes);
    let saved = |backup| Saved { path: target.path.clone(), fingerprint, bytes: bytes.len() as u64, backup, joined: Vec::new() };
    if target.holds(&fingerprint) {
        // Nothing to replace; the backup stays the version before this one.
        target.sync().map_err(|error| SaveError::NotSafe(target.path.clone(), error))?;
        return Ok(saved(Backup::NotNeeded));
    }
    let temporary = Temporary::write(target, bytes, progress)?;
    temporary.read_back(target, bytes)?;
    let busy = || SaveError::Busy(target.path.clone());
    // From here to the look after the rename.
    let _hint = match known.filter(|_| hint.is_none()) {
        Some(_) => Hint::put(&target.path, progress)?,
        None => hint,
    };
    if let Some(known) = known
        && !target.is_as_known(known)?
    {
        return Err(busy());
    }
    let backup = set_aside.map_or_else(|| keep_old(target), |path| Backup::SetAside(path.to_owned()));
    let new = temporary.put_in_place(target)?;
    platform::sync_folder(&target.folder).map_err(|error| SaveError::NotSafe(target.path.clone(), error))?;
    if known.is_some() && !target.has(&new, &fingerprint) {
        return Err(busy());
    }
    sweep(&target.folder);
    Ok(saved(backup))
}

/// Keeps the old file as `NAME.bak`. That it cannot be kept is no reason to refuse a save.
fn keep_old(target: &Target) -> Backup {
    // An empty file is what a cut-off writer of another program leaves: the backup before it is worth more.
    let Some(old) = target.old.as_ref().filter(|old| old.len() > 0) else { return Backup::NotNeeded };
    let path = backup_path(&target.path);
    if std::fs::metadata(&path).is_ok_and(|backup| platform::same_file(&backup, old)) {
        // A save was cut off right here; the old file is kept already.
        return Backup::Kept(path);
    }
    match Temporary::same_as(target).and_then(|temporary| temporary.become_kept(&path)) {
        Ok(()) => Backup::Kept(path),
        Err(error) => Backup::Failed(error.to_string()),
    }
}

/// `NAME.bak`.
pub(super) fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().map(OsString::from).unwrap_or_default();
    name.push(".bak");
    path.with_file_name(name)
}
