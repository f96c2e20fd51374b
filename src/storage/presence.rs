//! Who else has a project's file open: a note of a few words beside the file, one for each open window.
//!
//! A note is written when a file is opened, renewed now and then, and removed at the end. It is for display only: it
//! blocks nothing, nothing follows from it, and where it cannot be written nobody is told. What a stranger's note says
//! is cut short and stripped. A note that nobody renews is passed over after two minutes, by the clock of whoever
//! reads it, since clocks of other computers may be wrong.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::platform;

/// What stands in a note's name between the file's name and eight digits.
const MARK: &str = ".factmark-presence-";
/// A note that has not been renewed for so long is passed over, in milliseconds.
const OLD_MS: u64 = 120_000;
/// A note so old was left by a crash and is removed, in milliseconds.
const LEFT_MS: u64 = 24 * 60 * 60 * 1000;
/// So many notes of one file are read.
const MAX_NOTES: usize = 32;
/// So many bytes of a note are read.
const MAX_BYTES: u64 = 1024;
/// So many characters of a name are shown.
const MAX_CHARS: usize = 40;

/// Somebody who has the file open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Present {
    /// The name of the reviewer; empty if they have not said who they are.
    pub name: String,
    /// The name of their computer; empty if it is not known.
    pub machine: String,
    /// Since when, in milliseconds since 1970 by their clock.
    pub since: u64,
    /// Whether their computer has the name of this one.
    pub here: bool,
}

/// What a note says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename = "Presence")]
struct Said {
    session: u32,
    name: String,
    machine: String,
    since: u64,
    written: u64,
}

/// Whether a file of this name is somebody's note.
pub(super) fn is_note(name: &str) -> bool {
    let digits = name.rsplit_once(MARK).map(|(_, digits)| digits);
    name.starts_with('.') && digits.is_some_and(|digits| digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// One's own note.
#[derive(Debug)]
pub(super) struct Note {
    folder: PathBuf,
    /// What the names of all notes of the file begin with.
    prefix: OsString,
    said: Said,
    written: Option<PathBuf>,
}

impl Note {
    /// A note for a project's file, not written yet. `now` is in milliseconds since 1970.
    pub(super) fn new(file: &Path, name: String, now: u64) -> Self {
        let real = platform::canonical(file).unwrap_or_else(|_| file.to_owned());
        let mut prefix = OsString::from(".");
        prefix.push(real.file_name().unwrap_or_default());
        prefix.push(MARK);
        let said = Said { session: draw(), name, machine: platform::machine_name(), since: now, written: now };
        Self { folder: real.parent().unwrap_or(Path::new(".")).to_owned(), prefix, said, written: None }
    }

    pub(super) fn rename(&mut self, name: String) {
        self.said.name = name;
    }

    /// Writes it anew, under a new name so that nothing that lies under the old one is ever written to.
    pub(super) fn write(&mut self, now: u64) {
        self.said.written = now;
        let mut name = self.prefix.clone();
        name.push(format!("{:08x}", draw()));
        let path = self.folder.join(name);
        let written =
            OpenOptions::new().write(true).create_new(true).open(&path).and_then(|mut file| file.write_all(self.text().as_bytes()));
        if written.is_err() {
            // A note that cannot be written is none: half of one is not left behind.
            let _ = fs::remove_file(&path);
            return;
        }
        self.withdraw();
        self.written = Some(path);
    }

    fn text(&self) -> String {
        // Plain fields have no way to fail.
        let said = ron::to_string(&self.said).unwrap_or_default();
        format!("// Somebody has this project open in Factmark. This note may be deleted.\n{said}\n")
    }

    /// Removes it.
    pub(super) fn withdraw(&mut self) {
        if let Some(path) = self.written.take() {
            // What stays is passed over in two minutes and removed in a day.
            let _ = fs::remove_file(path);
        }
    }

    /// The notes of others that lie beside the file; those that a crash has left are removed.
    fn others(&self, now: u64) -> Vec<Said> {
        let prefix = self.prefix.to_string_lossy();
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let notes = entries.map(|entry| entry.path()).filter(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            is_note(&name) && name.starts_with(&*prefix)
        });
        let mut said: Vec<Said> = Vec::new();
        for path in notes.take(MAX_NOTES) {
            let Some(note) = read(&path) else { continue };
            if note.written.saturating_add(LEFT_MS) < now && was_left(&path) {
                let _ = fs::remove_file(&path);
            } else if note.session != self.said.session {
                said.push(note);
            }
        }
        said
    }
}

/// Whether the file's own time says too that it is old.
fn was_left(path: &Path) -> bool {
    let age = fs::symlink_metadata(path).and_then(|metadata| metadata.modified()).ok().and_then(|at| at.elapsed().ok());
    age.is_some_and(|age| age.as_millis() > u128::from(LEFT_MS))
}

fn read(path: &Path) -> Option<Said> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    let mut text = String::new();
    File::open(path).ok().filter(|_| is_file)?.take(MAX_BYTES).read_to_string(&mut text).ok()?;
    let said: Said = ron::from_str(&text).ok()?;
    Some(Said { name: plain(&said.name), machine: plain(&said.machine), ..said })
}

/// A stranger's words, short and without anything that acts on what stands around them.
fn plain(words: &str) -> String {
    let acts = |c: &char| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
    };
    words.chars().filter(|c| !acts(c)).take(MAX_CHARS).collect::<String>().trim().to_owned()
}

fn draw() -> u32 {
    RandomState::new().hash_one(()) as u32
}

/// Which notes are being renewed, by session.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    /// What each said last of when it was written, and when that was news here; `None` if it never was.
    seen: HashMap<u32, (u64, Option<u64>)>,
}

impl Crowd {
    /// Who has the file open besides oneself, at `now` (milliseconds since 1970).
    pub(super) fn look(&mut self, own: &Note, now: u64) -> Vec<Present> {
        let mut living = self.living(own.others(now), now);
        for present in &mut living {
            present.here = !present.machine.is_empty() && present.machine == own.said.machine;
        }
        living
    }

    fn living(&mut self, mut notes: Vec<Said>, now: u64) -> Vec<Present> {
        // While a note is renewed there are two of it for a moment.
        notes.sort_by_key(|note| (note.session, std::cmp::Reverse(note.written)));
        notes.dedup_by_key(|note| note.session);
        self.seen.retain(|session, _| notes.iter().any(|note| note.session == *session));
        notes.retain(|note| {
            let fresh = now.abs_diff(note.written) < OLD_MS;
            let (written, news) = self.seen.entry(note.session).or_insert((note.written, fresh.then_some(now)));
            if *written != note.written {
                (*written, *news) = (note.written, Some(now));
            }
            news.is_some_and(|news| now.saturating_sub(news) < OLD_MS)
        });
        let mut living: Vec<Present> =
            notes.into_iter().map(|Said { name, machine, since, .. }| Present { name, machine, since, here: false }).collect();
        living.sort();
        living
    }
}

#[cfg(test)]
mod tests;
