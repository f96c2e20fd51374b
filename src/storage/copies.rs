//! Copies of a project that a syncing program has laid beside it because two people saved at once.
//!
//! The name is only a hint, to read no more files than needed; that a file is a copy is decided by the project's id in
//! its first lines. Copies that somebody made on purpose, under a name of their own, are not looked at.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::file;
use crate::model::ProjectId;
use crate::platform;

/// So many bytes of a file are read to find the project's id.
const HEAD_BYTES: u64 = 4096;
/// So many names in a folder are looked at.
const MAX_NAMES: usize = 100_000;
/// So many copies are told.
const MAX_COPIES: usize = 100;
/// What comes between the name of a project and the ending of all RON files.
const MIDDLE: &str = ".factmark";
const ENDING: &str = ".ron";

/// What syncing programs call a copy, in the languages in which Dropbox, Syncthing, Nextcloud and others say it.
const WORDS: [&str; 12] =
    ["conflict", "konflik", "conflit", "conflicto", "conflitto", "conflito", "konflict", "ristiriita", "конфликт", "競合", "冲突", "衝突"];

/// The copies of a project that lie beside its file, by name.
pub(super) fn copies(path: &Path, project: ProjectId) -> Vec<PathBuf> {
    let real = platform::canonical(path).unwrap_or_else(|_| path.to_owned());
    let (Some(folder), Some(own)) = (real.parent(), real.file_name().and_then(|name| name.to_str())) else { return Vec::new() };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MAX_NAMES);
    let hinted = entries.filter(|entry| entry.file_name().to_str().is_some_and(|name| is_copy_name(own, name))).map(|entry| entry.path());
    let mut found: Vec<PathBuf> = hinted.filter(|path| project_of(path) == Some(project)).take(MAX_COPIES).collect();
    found.sort();
    found
}

/// Whether a name is one that a syncing program gives to a copy of `own`.
fn is_copy_name(own: &str, name: &str) -> bool {
    let stem = own.strip_suffix(ENDING).map(|stem| stem.strip_suffix(MIDDLE).unwrap_or(stem)).unwrap_or(own);
    let Some(rest) = name.strip_prefix(stem).and_then(|rest| rest.strip_suffix(ENDING)) else { return false };
    let (before, after) = rest.split_once(MIDDLE).unwrap_or((rest, ""));
    // Google Drive, iCloud, browsers: “name (1)”, “name 2”; Box, Dropbox: “name (somebody’s conflicted copy)”.
    let counted = |words: &str| {
        let number =
            words.strip_prefix(' ').map(|words| words.strip_prefix('(').and_then(|words| words.strip_suffix(')')).unwrap_or(words));
        number.is_some_and(|number| (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    // OneDrive: “name-COMPUTER”, before the last ending only.
    let machine = |words: &str| {
        let name = words.strip_prefix('-').unwrap_or_default();
        (1..=24).contains(&name.chars().count()) && name.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let folded = rest.to_lowercase();
    let named = WORDS.iter().any(|word| folded.contains(word));
    let one_part = (before.is_empty() || after.is_empty()) && !rest.is_empty() && rest != MIDDLE;
    one_part && (named || counted(before) || counted(after) || (rest.starts_with(MIDDLE) && machine(after)))
}

/// The project that a file says it is of, in its first lines.
pub(super) fn project_of(path: &Path) -> Option<ProjectId> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    let mut head = Vec::new();
    File::open(path).ok().filter(|_| is_file)?.take(HEAD_BYTES).read_to_end(&mut head).ok()?;
    file::project_in_head(&head)
}

#[cfg(test)]
mod tests;
