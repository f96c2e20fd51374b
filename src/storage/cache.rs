//! What was worked out once, kept between starts: a folder of files that may all vanish at any time.
//!
//! Why: the findings of a large project take seconds to work out and do not change while its articles do not. How: one file a result, called by
//! a [`CacheKey`] of everything that the result depends on, with a checksum in its first line; written beside its place and renamed into it; the
//! oldest go when there are too many.
//!
//! What it does not do: sync anything (a file that a power cut damaged is only missing), tell errors that only cost time, or know what it keeps.

use std::fs::{self, File, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::platform;

/// What the first line begins with; the number goes up when the form of the file changes.
const HEAD: &str = "factmark cache 1 ";
/// What a file's name ends in.
const EXTENSION: &str = "cache";
/// What the name of a file that is being written ends in.
const UNFINISHED: &str = "unfinished";
/// How many results are kept.
const MAX_FILES: usize = 64;
/// How many bytes all results take at most.
const MAX_BYTES: u64 = 512 << 20;

/// The name of a result: a hash of all that it depends on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CacheKey(String);

impl CacheKey {
    /// The key of these bytes; no two contents share one (SHA-256).
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// A folder of results.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The results in a folder, which need not exist yet.
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// What was kept under a key. Anything that is missing, damaged or of another version is `None`.
    pub fn get<T: DeserializeOwned>(&self, key: &CacheKey) -> Option<T> {
        let mut file = File::open(self.path(key)).ok()?;
        if file.metadata().ok()?.len() > MAX_BYTES {
            return None;
        }
        let mut text = String::new();
        file.read_to_string(&mut text).ok()?;
        let (sum, body) = text.strip_prefix(HEAD)?.split_once('\n')?;
        if u32::from_str_radix(sum, 16).ok()? != crc32fast::hash(body.as_bytes()) {
            return None;
        }
        let found = serde_json::from_str(body).ok()?;
        // What is used stays longest. That it cannot be noted costs only time later.
        let _ = OpenOptions::new().append(true).open(self.path(key)).and_then(|file| file.set_modified(SystemTime::now()));
        Some(found)
    }

    /// Keeps a result, and lets the oldest go.
    ///
    /// # Errors
    /// Those of the disk; nothing is lost but time.
    pub fn keep<T: Serialize>(&self, key: &CacheKey, value: &T) -> io::Result<()> {
        let body = serde_json::to_string(value)?;
        if body.len() as u64 > MAX_BYTES {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        let path = self.path(key);
        let unfinished = path.with_extension(format!("{:08x}.{UNFINISHED}", RandomState::new().hash_one(()) as u32));
        // Findings hold words of the articles, which are nobody else's business.
        let mut file = platform::private(OpenOptions::new().write(true).create_new(true)).open(&unfinished)?;
        let written = write!(file, "{HEAD}{:08x}\n{body}", crc32fast::hash(body.as_bytes()));
        drop(file);
        if let Err(error) = written.and_then(|()| platform::replace(&unfinished, &path)) {
            // What stays is swept away with the oldest.
            let _ = fs::remove_file(&unfinished);
            return Err(error);
        }
        self.forget_oldest();
        Ok(())
    }

    /// Throws everything away that was kept.
    ///
    /// # Errors
    /// Those of the disk; some of it may be gone.
    pub fn clear(&self) -> io::Result<()> {
        for path in self.files() {
            fs::remove_file(path)?;
        }
        Ok(())
    }

    /// The files that are ours, whole or unfinished.
    fn files(&self) -> impl Iterator<Item = PathBuf> {
        let ours = |path: &PathBuf| path.extension().is_some_and(|end| end == EXTENSION || end == UNFINISHED);
        fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(ours)
    }

    fn path(&self, key: &CacheKey) -> PathBuf {
        self.folder.join(&key.0).with_extension(EXTENSION)
    }

    fn forget_oldest(&self) {
        let mut files: Vec<(SystemTime, u64, PathBuf)> = self
            .files()
            .filter_map(|path| {
                let metadata = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
                Some((metadata.modified().ok()?, metadata.len(), path))
            })
            .collect();
        files.sort_by(|a, b| b.cmp(a));
        let mut bytes = 0;
        for (n, (_, size, path)) in files.iter().enumerate() {
            bytes += size;
            if n >= MAX_FILES || bytes > MAX_BYTES {
                // Best effort: the next time tries again.
                let _ = fs::remove_file(path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache() -> (tempfile::TempDir, Cache) {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(&folder.path().join("not there yet"));
        (folder, cache)
    }

    fn files(cache: &Cache) -> usize {
        fs::read_dir(&cache.folder).map_or(0, Iterator::count)
    }

    #[test]
    fn what_was_kept_comes_back_and_replaces_what_was_there() {
        let (_folder, cache) = cache();
        let key = CacheKey::of(b"one");
        assert_eq!(cache.get::<Vec<String>>(&key), None);
        for value in [vec!["line\nfeed".to_owned(), "“quoted”".into()], vec![]] {
            cache.keep(&key, &value).unwrap();
            assert_eq!(cache.get::<Vec<String>>(&key), Some(value));
        }
        assert_eq!(cache.get::<Vec<String>>(&CacheKey::of(b"two")), None);
        assert_eq!(cache.get::<u64>(&key), None, "what is of another sort is missing");
        assert_eq!(files(&cache), 1);
    }

    #[test]
    fn a_damaged_file_is_only_missing() {
        let (_folder, cache) = cache();
        let key = CacheKey::of(b"one");
        cache.keep(&key, &vec![1, 2, 3]).unwrap();
        let whole = fs::read(cache.path(&key)).unwrap();
        for n in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[n] ^= 0x15;
            fs::write(cache.path(&key), &damaged).unwrap();
            assert_eq!(cache.get::<Vec<u32>>(&key), None, "byte {n}");
            fs::write(cache.path(&key), &whole[..n]).unwrap();
            assert_eq!(cache.get::<Vec<u32>>(&key), None, "cut at {n}");
        }
        fs::remove_file(cache.path(&key)).unwrap();
        fs::create_dir(cache.path(&key)).unwrap();
        assert_eq!(cache.get::<Vec<u32>>(&key), None);
        assert!(cache.keep(&key, &vec![1]).is_err());
        assert_eq!(files(&cache), 1, "what could not be put in place is removed");
    }

    #[test]
    fn the_oldest_go_when_there_are_too_many() {
        let (_folder, cache) = cache();
        let key = |n: usize| CacheKey::of(&n.to_le_bytes());
        for n in 0..MAX_FILES + 3 {
            cache.keep(&key(n), &n).unwrap();
            let at = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000 + n as u64);
            OpenOptions::new().append(true).open(cache.path(&key(n))).unwrap().set_modified(at).unwrap();
            if n == 10 {
                fs::write(cache.folder.join("somebody's.txt"), "stays").unwrap();
            }
            // The first is used all the time and so never the oldest.
            assert_eq!(cache.get(&key(0)), Some(0), "{n}");
        }
        assert_eq!(files(&cache), MAX_FILES + 1);
        assert_eq!(cache.get::<usize>(&key(1)), None);
        assert_eq!(cache.get::<usize>(&key(MAX_FILES + 2)), Some(MAX_FILES + 2));
    }
}
