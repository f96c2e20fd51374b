#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::sync::mpsc::Receiver;

use super::*;
use crate::model::Lines;
use crate::platform::staging;
use crate::storage::{Fingerprint, Progress, save, write_file};

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(20);
/// Events only: the next poll never comes.
const EVENTS: Pace = Pace { poll: LONG_AFTER, quiet: Duration::from_millis(10), beat: LONG_AFTER, retry: LONG_AFTER };
const LONG_AFTER: Duration = Duration::from_secs(3600);
/// Looks quickly, as if nothing ever told.
const POLLS: Pace =
    Pace { poll: Duration::from_millis(10), quiet: Duration::from_millis(10), beat: Duration::from_millis(30), retry: LONG_AFTER };

struct Watched {
    folder: tempfile::TempDir,
    watch: Watch,
    seen: Receiver<Seen>,
}

impl Watched {
    /// Watches a file that holds “one”.
    fn new(pace: Pace) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.factmark.ron");
        fs::write(&path, "one").unwrap();
        let (watch, seen) = start(&path, None, None, pace);
        let watched = Self { folder, watch, seen };
        watched.sees(&OnDisk::Holds(Fingerprint::of(b"one")));
        watched
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("a.factmark.ron")
    }

    /// Waits for the place to become this; what was told on the way does not matter.
    #[track_caller]
    fn sees(&self, expected: &OnDisk) {
        self.waits_for(|seen| matches!(seen, Seen::Place(place) if place == expected));
    }

    #[track_caller]
    fn waits_for(&self, expected: impl Fn(&Seen) -> bool) -> Seen {
        wait(&self.seen, expected)
    }
}

#[track_caller]
fn wait(seen: &Receiver<Seen>, expected: impl Fn(&Seen) -> bool) -> Seen {
    let until = Instant::now() + LONG;
    let mut others = Vec::new();
    while let Ok(next) = seen.recv_timeout(until.saturating_duration_since(Instant::now())) {
        if expected(&next) {
            return next;
        }
        others.push(next);
    }
    panic!("it was not seen, but {others:?}")
}

fn start(path: &Path, project: Option<ProjectId>, name: Option<&str>, pace: Pace) -> (Watch, Receiver<Seen>) {
    let (sender, seen) = channel();
    let sender = std::sync::Mutex::new(sender);
    let tell = Arc::new(move |seen| {
        let _ = sender.lock().unwrap().send(seen);
    });
    let place = WatchPlace { path: path.to_owned(), project, name: name.map(str::to_owned) };
    (Watch::start(place, pace, tell).unwrap(), seen)
}

fn holds(words: &str) -> OnDisk {
    OnDisk::Holds(Fingerprint::of(words.as_bytes()))
}

#[test]
fn every_way_to_change_a_file_is_seen_by_events_and_by_looking() {
    for pace in [EVENTS, POLLS] {
        let watched = Watched::new(pace);
        let path = watched.path();
        fs::write(&path, "written over").unwrap();
        watched.sees(&holds("written over"));
        // As Factmark and most editors save: the first replaced file must not be the last that is seen.
        for n in 0..5 {
            let words = format!("replaced {n}");
            write_file(&path, words.as_bytes()).unwrap();
            watched.sees(&holds(&words));
        }
        fs::remove_file(&path).unwrap();
        watched.sees(&OnDisk::NoFile);
        fs::create_dir(&path).unwrap();
        watched.sees(&OnDisk::NotAFile);
        fs::remove_dir(&path).unwrap();
        fs::write(&path, "back").unwrap();
        watched.sees(&holds("back"));
    }
}

#[test]
fn a_folder_that_goes_away_and_comes_back_is_watched_again() {
    let above = tempfile::tempdir().unwrap();
    let (folder, away) = (above.path().join("shared"), above.path().join("away"));
    fs::create_dir(&folder).unwrap();
    let path = folder.join("a.factmark.ron");
    fs::write(&path, "one").unwrap();
    let (watch, seen) = start(&path, None, None, POLLS);
    let watched = Watched { folder: above, watch, seen };
    let sees = |expected: OnDisk| wait(&watched.seen, |seen| *seen == Seen::Place(expected.clone()));
    sees(holds("one"));
    for n in 0..3 {
        fs::rename(&folder, &away).unwrap();
        sees(OnDisk::NoFolder);
        let words = format!("back {n}");
        fs::write(away.join("a.factmark.ron"), &words).unwrap();
        fs::rename(&away, &folder).unwrap();
        sees(holds(&words));
    }
    fs::remove_dir_all(&folder).unwrap();
    sees(OnDisk::NoFolder);
    fs::create_dir(&folder).unwrap();
    fs::write(&path, "anew").unwrap();
    sees(holds("anew"));
}

#[test]
fn a_look_sees_a_replaced_file_and_when_asked_for_one_whose_length_and_time_are_as_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.factmark.ron");
    fs::write(&path, "one").unwrap();
    let mut looker = Looker::new(path.clone());
    assert_eq!(looker.look(false), Some(holds("one")));
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    while looker.look(false).is_some() {}
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    std::io::Write::write_all(&mut &file, b"two").unwrap();
    file.set_modified(time).unwrap();
    assert_eq!(looker.look(false), None);
    assert_eq!(looker.look(true), Some(holds("two")));
    write_file(&path, b"six").unwrap();
    assert_eq!(looker.look(false), Some(holds("six")), "a file that was replaced is seen without being asked for");
}

#[test]
fn nothing_is_told_twice_and_temporary_files_and_reading_are_nothing() {
    let watched = Watched::new(EVENTS);
    let beside = |name: &str| watched.folder.path().join(name);
    fs::write(beside(".factmark-0a1b2c3d.tmp"), "x").unwrap();
    fs::read(watched.path()).unwrap();
    fs::write(watched.path(), "one").unwrap();
    fs::write(beside("other"), "x").unwrap();
    // By then everything that has stirred has been looked at.
    watched.watch.try_again_after(20 * EVENTS.quiet);
    assert_eq!(watched.seen.recv_timeout(LONG), Ok(Seen::TryAgain), "the file still holds the same");
    watched.watch.look();
    assert_eq!(watched.seen.recv_timeout(LONG), Ok(Seen::Place(holds("one"))), "who asks is told");
}

#[test]
fn the_rights_of_the_folder_are_a_reason_to_try_again() {
    let watched = Watched::new(EVENTS);
    for mode in [0o500, 0o700] {
        if !staging::set_mode(watched.folder.path(), mode) {
            return;
        }
        watched.waits_for(|seen| *seen == Seen::TryAgain);
    }
}

#[test]
fn a_file_behind_a_link_is_watched_where_it_is() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let real = there.path().join("real.ron");
    fs::write(&real, "one").unwrap();
    let link = here.path().join("a.factmark.ron");
    if !staging::link(&real, &link) {
        return;
    }
    let (_watch, seen) = start(&link, None, None, EVENTS);
    wait(&seen, |seen| *seen == Seen::Place(holds("one")));
    write_file(&real, b"two").unwrap();
    wait(&seen, |seen| *seen == Seen::Place(holds("two")));
}

#[test]
fn copies_and_others_are_told_when_they_come_and_go() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.factmark.ron");
    let id = ProjectId::new(1, 1);
    let put = |path: &Path| save(path, id, &Lines::default(), None, &Progress::default()).unwrap();
    put(&path);
    let (ada, of_ada) = start(&path, Some(id), Some("Ada"), EVENTS);
    let present = |name: &str, others: &[Present]| matches!(others, [only] if only.name == name);
    let (ben, of_ben) = start(&path, Some(id), Some("Ben"), EVENTS);
    wait(&of_ada, |seen| matches!(seen, Seen::Others(others) if present("Ben", others)));
    wait(&of_ben, |seen| matches!(seen, Seen::Others(others) if present("Ada", others)));
    ben.name("Benedict".into());
    wait(&of_ada, |seen| matches!(seen, Seen::Others(others) if present("Benedict", others)));
    let copy = folder.path().join("a.factmark.sync-conflict-20261122-091200-ABCDEFG.ron");
    put(&copy);
    let expected = copy.canonicalize().unwrap();
    wait(&of_ada, |seen| matches!(seen, Seen::Copies(copies) if *copies == [expected.clone()]));
    fs::remove_file(&copy).unwrap();
    wait(&of_ada, |seen| matches!(seen, Seen::Copies(copies) if copies.is_empty()));
    ben.end(LONG);
    wait(&of_ada, |seen| matches!(seen, Seen::Others(others) if others.is_empty()));
    ada.end(LONG);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 1, "{left:?}");
}
