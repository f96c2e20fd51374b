//! What was removed for good is gone from what the program keeps.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::disallowed_methods)]

use std::fs;

use super::*;
use crate::model::{Record, RecordHash, Replica, ReviewerId, Stamp, What};
use crate::storage::{Backup, CacheKey, Journal, Progress, SaveRequest, leftovers, save};

const SECRET: &str = "the clerk at the desk";

fn project() -> ProjectId {
    ProjectId::new(1, 1)
}

fn said(at: u64, title: &str) -> String {
    let what = What::Project { title: Some(title.into()), blind: None };
    Record::Said { at: Stamp(at, 0, Replica(1)), by: ReviewerId::new(1, 1), what }.to_line()
}

fn redaction(of: &str) -> String {
    let what = What::Redaction { records: vec![RecordHash::of(of)], reason: "A source".into() };
    Record::Said { at: Stamp(9, 0, Replica(1)), by: ReviewerId::new(1, 1), what }.to_line()
}

fn set(lines: &[String]) -> RecordSet {
    let mut set = RecordSet::default();
    for line in lines {
        set.insert(line);
    }
    set
}

/// A folder with a project that was saved with the secret, changed, damaged, saved again, and then lost the secret.
struct Place {
    folder: tempfile::TempDir,
    purge: Purge,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bridge.factmark.ron");
        let (secret, other) = (said(1, SECRET), said(2, "Bridge"));
        let write = |lines: &[String], damaged: bool, state: Option<PathBuf>| {
            let (lines, progress) = (set(lines).snapshot(), Progress::default());
            SaveRequest { path: path.clone(), id: project(), lines, expected: None, damaged, state, progress }.save().unwrap()
        };
        write(std::slice::from_ref(&secret), false, None);
        let torn = fs::read_to_string(&path).unwrap().replace("Said(", "Sa(d(");
        write(&[secret.clone(), other.clone()], false, None);
        let backup = write(&[secret.clone(), other.clone(), said(3, "Pier")], false, None).backup;
        assert!(matches!(backup, Backup::Kept(_)));
        fs::write(folder.path().join("bridge.damaged-20261123-101500.ron"), torn).unwrap();
        fs::write(folder.path().join("bridge.notes.ron"), SECRET).unwrap();
        let state = folder.path().join("state");
        for n in 0..2 {
            let mut journal = Journal::create(&state, project(), Some(&path)).unwrap();
            journal.append([&secret, &other]).unwrap();
            if n == 0 {
                journal.set_aside().unwrap();
            }
        }
        let lines = set(&[secret.clone(), other, redaction(&secret)]).snapshot();
        save(&path, project(), &lines, None, &Progress::default()).unwrap();
        let cache = folder.path().join("cache");
        Cache::in_folder(&cache).keep(&CacheKey::of(b"findings"), &SECRET).unwrap();
        let purge = Purge { project: project(), lines, path: Some(path), state: Some(state), cache: Some(cache), held: Vec::new() };
        Self { folder, purge }
    }

    /// The files, by their names, that hold the secret.
    fn telling(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if fs::read_to_string(&path).unwrap().contains(SECRET) {
                    found.push(path.file_name().unwrap().to_string_lossy().into_owned());
                }
            }
        }
        found.sort();
        found
    }
}

#[test]
fn backup_damaged_copies_journals_and_findings_lose_it_and_nothing_else() {
    let place = Place::new();
    assert_eq!(place.telling().len(), 6, "{:?}", place.telling());
    let purged = place.purge.run();
    assert!(purged.left.is_empty(), "{:?}", purged.left);
    assert_eq!((purged.cleaned.len(), purged.unreadable), (4, 1));
    assert_eq!(place.telling(), ["bridge.notes.ron"], "what is nobody's stays");
    let backup = fs::read_to_string(place.folder.path().join("bridge.factmark.ron.bak")).unwrap();
    assert!(backup.contains("Bridge") && backup.contains("Pier"), "{backup}");
    let left = leftovers(place.purge.state.as_ref().unwrap());
    assert_eq!(left.iter().map(|left| (left.lines.len(), left.damaged)).collect::<Vec<_>>(), [(1, 0)]);
    drop(left);
    let again = place.purge.run();
    assert!(again.cleaned.is_empty() && again.left.is_empty() && again.unreadable == 0, "{again:?}");
}

#[test]
fn a_journal_of_another_window_is_named_as_long_as_it_holds_it() {
    let place = Place::new();
    let state = place.purge.state.clone().unwrap();
    let mut living = Journal::create(&state, project(), None).unwrap();
    living.append([said(4, "Ferry")]).unwrap();
    assert!(place.purge.run().left.is_empty(), "one without it is nobody's trouble");
    living.append([said(1, SECRET)]).unwrap();
    let purged = place.purge.run();
    assert!(matches!(purged.left.as_slice(), [PurgeError::InUse(path)] if path == living.path()), "{:?}", purged.left);
    assert!(!living.begin_anew().unwrap(), "what is in no file stays");
    let saved = save(place.purge.path.as_ref().unwrap(), project(), &place.purge.lines, None, &Progress::default()).unwrap();
    living.rotate(&saved).unwrap();
    assert!(living.begin_anew().unwrap());
    assert!(place.purge.run().left.is_empty());
}

#[test]
fn what_cannot_be_reached_is_said() {
    let place = Place::new();
    let backup = place.folder.path().join("bridge.factmark.ron.bak");
    let cache = place.purge.cache.clone().unwrap();
    fs::create_dir(cache.join("nested.cache")).unwrap();
    fs::hard_link(&backup, place.folder.path().join("second name")).unwrap();
    let left: Vec<String> = place.purge.run().left.iter().map(PurgeError::to_string).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left.iter().any(|left| left.contains(".bak")) && left.iter().any(|left| left.contains("Delete the folder")), "{left:?}");
}
