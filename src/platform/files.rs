//! Files and folders, where systems disagree about links, renaming and what must be synced.

use std::fs::{Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{System, system};

/// Makes a rename in a folder survive a power cut. On Windows there is nothing to ask for: NTFS logs its renames.
///
/// # Errors
/// Those of the system; file systems that cannot sync folders count as done.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    match std::fs::File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        result => result,
    }
}

/// Makes a rename in a folder survive a power cut. There is nothing to ask for here: the system logs its renames.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Renames a file over another, in one step.
///
/// # Errors
/// Those of the system. Windows refuses while a virus scanner, a search index or a syncing program holds the old file
/// for a moment: it is tried again for about two and a half seconds.
pub fn replace(from: &Path, to: &Path) -> io::Result<()> {
    let mut tries = 0;
    loop {
        let error = match std::fs::rename(from, to) {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        let Some(pause) = pause_before_retry(system(), error.raw_os_error(), tries) else { return Err(error) };
        #[expect(clippy::disallowed_methods, reason = "nothing tells when another program lets go of the file")]
        std::thread::sleep(pause);
        tries += 1;
    }
}

/// How long to wait before a rename is tried again that failed with this error after so many tries; `None` gives up.
/// Only Windows reports what passes by itself: access denied (5), sharing violation (32), lock violation (33).
fn pause_before_retry(system: System, error: Option<i32>, tries: u32) -> Option<Duration> {
    let passes = system == System::Windows && matches!(error, Some(5 | 32 | 33));
    (passes && tries < 8).then(|| Duration::from_millis(10 << tries))
}

/// When the file was last written, renamed, or given another name; `None` where the system does not tell.
pub fn touched(metadata: &Metadata) -> Option<SystemTime> {
    let modified = metadata.modified().ok();
    #[cfg(unix)]
    {
        let changed = u64::try_from(std::os::unix::fs::MetadataExt::ctime(metadata)).ok();
        modified.max(changed.map(|seconds| std::time::UNIX_EPOCH + Duration::from_secs(seconds)))
    }
    #[cfg(not(unix))]
    modified
}

/// How many names a file has. Windows does not tell without opening the file in its own way: 1 is given there.
pub fn links(metadata: &Metadata) -> u64 {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::nlink(metadata);
    #[cfg(not(unix))]
    {
        let _ = metadata;
        1
    }
}

/// Whether two names stand for one file; false where the system does not tell.
pub fn same_file(a: &Metadata, b: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (a.dev(), a.ino()) == (b.dev(), b.ino())
    }
    #[cfg(not(unix))]
    {
        let _ = (a, b);
        false
    }
}

/// Whether two looks surely were at two different files; false where the system does not tell.
pub fn other_file(a: &Metadata, b: &Metadata) -> bool {
    cfg!(unix) && !same_file(a, b)
}

/// The absolute path with links resolved, as a person would write it: Windows puts `\\?\` before it, which other
/// programs do not understand.
///
/// # Errors
/// Those of the system; a missing file is [`io::ErrorKind::NotFound`].
pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    let path = path.canonicalize()?;
    let plain = path.to_str().filter(|_| cfg!(windows)).and_then(|text| text.strip_prefix(r"\\?\"));
    let is_drive = |text: &&str| text.as_bytes().get(1) == Some(&b':') && text.len() < 250;
    Ok(plain.filter(is_drive).map(PathBuf::from).unwrap_or(path))
}

/// Lets only the user read and write what is created. On Windows the folder's own rights say so.
pub fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rename_is_tried_again_on_windows_only_and_not_for_ever() {
        let all = [System::Windows, System::MacOs, System::Linux];
        for (error, again) in [(Some(5), true), (Some(32), true), (Some(33), true), (Some(2), false), (Some(112), false), (None, false)] {
            let answers = all.map(|system| pause_before_retry(system, error, 0).is_some());
            assert_eq!(answers, [again, false, false], "{error:?}");
        }
        let pauses: Vec<Duration> = (0..).map_while(|tries| pause_before_retry(System::Windows, Some(32), tries)).collect();
        let all_of_it: Duration = pauses.iter().sum();
        assert!(pauses.is_sorted() && (2..4).contains(&all_of_it.as_secs()), "{pauses:?}");
    }
}
