//! What tests set up beforehand and systems do in their own ways: links and rights of files.
//!
//! Each function says “left out” and gives nothing where the system, or this user, cannot do it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Makes a symbolic link to a file; whether it could.
pub fn link(there: &Path, link: &Path) -> bool {
    #[cfg(unix)]
    let made = std::os::unix::fs::symlink(there, link);
    #[cfg(windows)]
    let made = std::os::windows::fs::symlink_file(there, link);
    #[cfg(not(any(unix, windows)))]
    let made: std::io::Result<()> = Err(std::io::ErrorKind::Unsupported.into());
    said("this user may not make symbolic links", made.ok()).is_some()
}

/// Gives a file or folder the rights of a mode as Unix knows them; whether it could.
pub fn set_mode(path: &Path, mode: u32) -> bool {
    #[cfg(unix)]
    let set = std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).ok();
    #[cfg(not(unix))]
    let set: Option<()> = None.filter(|()| path.exists() && mode > 0);
    said("this system knows no modes of files", set).is_some()
}

/// A folder in which nobody can make or remove a file, until this is dropped.
pub struct Locked(PathBuf);

impl Locked {
    /// Takes the rights away; from the system's own user, whom no rights hold back, by the mark of what must not change.
    pub fn new(folder: &Path) -> Option<Self> {
        let locked = Self(folder.to_owned());
        let refuses = || {
            let probe = folder.join("probe");
            std::fs::File::create(&probe).and_then(|_| std::fs::remove_file(probe)).is_err()
        };
        let refused = set_mode(folder, 0o555) && (refuses() || chattr("+i", folder) && refuses());
        said("this user may write to every folder", refused.then_some(locked))
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        chattr("-i", &self.0);
        set_mode(&self.0, 0o755);
    }
}

fn chattr(change: &str, path: &Path) -> bool {
    Command::new("chattr").arg(change).arg(path).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The rights of a file as a mode of Unix.
pub fn mode(path: &Path) -> Option<u32> {
    #[cfg(unix)]
    let mode = std::fs::metadata(path).ok().map(|metadata| std::os::unix::fs::MetadataExt::mode(&metadata) & 0o777);
    #[cfg(not(unix))]
    let mode = None.filter(|_| path.exists());
    said("this system knows no modes of files", mode)
}

fn said<T>(why_not: &str, done: Option<T>) -> Option<T> {
    if done.is_none() {
        println!("left out: {why_not}");
    }
    done
}
