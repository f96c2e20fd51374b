//! A damaged file is copied beside itself before it is written over: what could not be read today may be read tomorrow.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::target::Target;
use super::temporary::Temporary;

/// What follows the project's name in the name of a copy, before the time.
const DAMAGED: &str = ".damaged-";
/// Names tried before giving up.
const MAX_TRIES: usize = 100;

/// Copies the old file to `NAME.damaged-YYYYMMDD-HHMMSS.ron`, synced; returns where it is. The backup is left alone: it
/// may be the last version that was whole.
pub(super) fn keep(target: &Target) -> io::Result<PathBuf> {
    let at = jiff::Zoned::now().strftime("%Y%m%d-%H%M%S").to_string();
    let copy = Temporary::copy_of(target)?;
    let free = (0..MAX_TRIES).map(|n| named(&target.path, &at, n)).find(|path| path.symlink_metadata().is_err());
    let path = free.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
    copy.become_kept(&path)?;
    Ok(path)
}

/// The copies of damaged versions that lie beside a file.
pub(super) fn copies_of(path: &Path) -> Vec<PathBuf> {
    let stem = stem_of(path).into_string().map(|stem| format!("{stem}{DAMAGED}"));
    let (Some(folder), Ok(stem)) = (path.parent(), stem) else { return Vec::new() };
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let ours = |name: &OsString| name.to_str().is_some_and(|name| name.starts_with(&stem) && name.ends_with(".ron"));
    let mut found: Vec<PathBuf> = names.filter(ours).map(|name| folder.join(name)).filter(|path| path.is_file()).collect();
    found.sort();
    found
}

/// `bridge.factmark.ron` → `bridge.damaged-20261123-101500.ron`, with a number if that is taken.
fn named(path: &Path, at: &str, number: usize) -> PathBuf {
    let mut name = stem_of(path);
    name.push(format!("{DAMAGED}{at}"));
    if number > 0 {
        name.push(format!("-{number}"));
    }
    name.push(".ron");
    path.with_file_name(name)
}

/// The name of a project's file without its endings.
fn stem_of(path: &Path) -> OsString {
    let name = path.file_name().map(OsString::from).unwrap_or_default();
    match name.to_str() {
        Some(text) => {
            let stem = text.strip_suffix(".ron").unwrap_or(text);
            stem.strip_suffix(".factmark").unwrap_or(stem).into()
        }
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_the_project_and_the_time() {
        for (name, number, expected) in [
            ("/p/bridge.factmark.ron", 0, "/p/bridge.damaged-20261123-101500.ron"),
            ("/p/bridge.factmark.ron", 2, "/p/bridge.damaged-20261123-101500-2.ron"),
            ("/p/bridge.ron", 0, "/p/bridge.damaged-20261123-101500.ron"),
            ("/p/bridge", 0, "/p/bridge.damaged-20261123-101500.ron"),
        ] {
            assert_eq!(named(Path::new(name), "20261123-101500", number), Path::new(expected));
        }
    }
}
