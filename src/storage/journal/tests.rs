//! Journals cut off at every byte, with every byte flipped, left behind, locked, put aside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::time::{Duration, SystemTime};

use super::super::saver::write_file;
use super::super::tests::sample;
use super::*;

fn entries(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, |entries| entries.filter(|entry| entry.as_ref().unwrap().path().is_file()).count())
}

/// Puts the bytes of a journal where a crash would have left it, and reads it.
fn read(folder: &Path, bytes: &[u8]) -> Option<Leftover> {
    let path = folder.join(format!("{}-00000001.journal", sample::project_id(1)));
    fs::write(&path, bytes).unwrap();
    let mut found = leftovers(folder);
    assert!(found.len() <= 1);
    found.pop()
}

#[test]
fn a_living_journal_is_not_offered_and_a_dead_one_is() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("state/journals");
    let lines = sample::lines(3, 20);
    let mut journal = Journal::create(&folder, sample::project_id(3), Some(Path::new("/a/b.factmark.ron"))).unwrap();
    journal.append(&lines[..5]).unwrap();
    journal.append(&lines[5..]).unwrap();
    assert_eq!((journal.unsaved(), leftovers(&folder).len()), (20, 0));
    let path = journal.path().to_owned();
    drop(journal);
    let left = leftovers(&folder).pop().unwrap();
    assert_eq!(
        (left.project, left.project_path.as_deref(), left.damaged),
        (sample::project_id(3), Some(Path::new("/a/b.factmark.ron")), 0)
    );
    assert_eq!((&left.lines, &left.path), (&lines, &path));
    assert!(leftovers(&folder).is_empty(), "one that is being looked at is not offered twice");
    drop(left);
    let left = leftovers(&folder).pop().unwrap();
    let aside = left.set_aside().unwrap();
    assert!(leftovers(&folder).is_empty() && aside.exists() && !path.exists());
}

#[test]
fn a_save_marks_what_stands_before_it() {
    let dir = tempfile::tempdir().unwrap();
    let saved = write_file(&dir.path().join("p.ron"), b"x").unwrap();
    let folder = dir.path().join("journals");
    let mut journal = Journal::create(&folder, sample::project_id(1), None).unwrap();
    journal.append(["One(1)", "Two(2)"]).unwrap();
    journal.rotate(&saved).unwrap();
    assert_eq!(journal.unsaved(), 0);
    journal.append(["Three(3)"]).unwrap();
    drop(journal);
    let left = leftovers(&folder).pop().unwrap();
    assert_eq!((left.lines.as_slice(), left.project_path.as_ref()), (&["Three(3)".to_owned()][..], Some(&saved.path)));
    left.discard(&saved).unwrap();
    assert_eq!((entries(&folder), entries(&folder.join("kept"))), (0, 0));
}

#[test]
fn a_session_that_ends_well_leaves_nothing_to_offer() {
    let dir = tempfile::tempdir().unwrap();
    let saved = write_file(&dir.path().join("p.ron"), b"x").unwrap();
    let folder = dir.path().join("journals");
    let begin = || Journal::create(&folder, sample::project_id(1), None).unwrap();
    begin().close().unwrap();
    assert_eq!((entries(&folder), entries(&folder.join("kept"))), (0, 0), "an empty one is removed");
    let mut journal = begin();
    journal.append(["One(1)"]).unwrap();
    journal.rotate(&saved).unwrap();
    journal.close().unwrap();
    assert_eq!((entries(&folder), entries(&folder.join("kept"))), (0, 1), "a saved one is kept");
    let mut journal = begin();
    journal.append(["Two(2)"]).unwrap();
    journal.set_aside().unwrap();
    assert_eq!((entries(&folder), entries(&folder.join("kept"))), (0, 2), "one that is not wanted is kept");
    let mut journal = begin();
    journal.append(["Three(3)"]).unwrap();
    journal.close().unwrap();
    assert_eq!(leftovers(&folder).len(), 1, "an unsaved one is offered");
    let mut journal = begin();
    journal.append(["Four(4)"]).unwrap();
    journal.rotate(&saved).unwrap();
    drop(journal);
    assert_eq!((leftovers(&folder).len(), entries(&folder.join("kept"))), (1, 3), "a saved one of a crash is put aside");
}

/// A journal's bytes with the place behind each of its records, without the line feed.
fn sample_journal() -> (Vec<u8>, Vec<String>, Vec<usize>) {
    let dir = tempfile::tempdir().unwrap();
    let lines = sample::lines(9, 12);
    let mut journal = Journal::create(dir.path(), sample::project_id(1), None).unwrap();
    let mut ends = Vec::new();
    for line in &lines {
        journal.append([line]).unwrap();
        ends.push(journal.len as usize - 1);
    }
    (fs::read(journal.path()).unwrap(), lines, ends)
}

#[test]
fn cut_off_at_every_byte_it_gives_exactly_the_whole_records() {
    let dir = tempfile::tempdir().unwrap();
    let (bytes, lines, ends) = sample_journal();
    for cut in 0..=bytes.len() {
        let whole = ends.iter().filter(|end| **end <= cut).count();
        let (found, project) =
            read(dir.path(), &bytes[..cut]).map(|left| (left.lines, left.project)).unwrap_or((Vec::new(), sample::project_id(1)));
        assert_eq!((found.as_slice(), project), (&lines[..whole], sample::project_id(1)), "cut at {cut}");
    }
    println!("journal cut off at each of {} bytes: only whole records, all of them", bytes.len() + 1);
}

#[test]
fn each_flipped_byte_is_noticed_and_costs_at_most_the_lines_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    let (bytes, lines, _) = sample_journal();
    for at in 0..bytes.len() {
        let mut hurt = bytes.clone();
        hurt[at] ^= 1 << (at % 8);
        let left = read(dir.path(), &hurt).unwrap();
        assert!(left.damaged > 0, "byte {at} was not noticed");
        assert!(left.lines.len() + 2 >= lines.len() && left.lines.iter().all(|line| lines.contains(line)), "byte {at}");
        assert_eq!(left.project, sample::project_id(1));
    }
    println!("journal with each of {} bytes flipped: all noticed, no record altered", bytes.len());
}

#[test]
fn what_was_torn_by_a_failed_write_does_not_spoil_the_next_line() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = Journal::create(dir.path(), sample::project_id(1), None).unwrap();
    journal.append(["One(1)"]).unwrap();
    // A file opened for reading refuses every write, on every system.
    let unwritable = File::open(journal.path()).unwrap();
    let file = std::mem::replace(&mut journal.file, unwritable);
    assert!(journal.append(["Two(2)"]).is_err());
    assert_eq!(journal.unsaved(), 1);
    journal.file = file;
    journal.append(["Two(2)"]).unwrap();
    drop(journal);
    let left = leftovers(dir.path()).pop().unwrap();
    assert_eq!((left.lines.as_slice(), left.damaged), (&["One(1)".to_owned(), "Two(2)".to_owned()][..], 0));
}

#[test]
fn of_the_old_ones_the_last_ten_and_those_of_thirty_days_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let kept = dir.path().join("kept");
    fs::create_dir(&kept).unwrap();
    let day = Duration::from_hours(24);
    let put = |number: u32, age: Duration| {
        let path = kept.join(format!("{}-{number:08x}.journal", sample::project_id(1)));
        File::create(path).unwrap().set_modified(SystemTime::now() - age).unwrap();
    };
    (0..8).for_each(|number| put(number, day * 40 + day * number));
    let age = || {
        let journal = Journal::create(dir.path(), sample::project_id(1), None).unwrap();
        journal.set_aside().unwrap();
        entries(&kept)
    };
    assert_eq!([age(), age(), age(), age()], [9, 10, 10, 10], "old ones make room for new ones");
    (0..20).for_each(|number| put(100 + number, day * number));
    let all_young = 20 + 4;
    assert_eq!(age(), all_young + 1);
}

#[test]
fn other_files_and_missing_folders_are_no_journals() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["notes.journal", "x-1.journal", "README", "kept"] {
        fs::write(dir.path().join(name), "hello").unwrap();
    }
    assert!(leftovers(dir.path()).is_empty());
    assert!(leftovers(&dir.path().join("none")).is_empty());
    assert_eq!(entries(dir.path()), 4);
}

#[test]
fn a_place_where_no_journal_can_be_is_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    let error = Journal::create(&dir.path().join("file"), sample::project_id(1), None).unwrap_err();
    assert!(error.to_string().contains("Save now"), "{error}");
}

#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged_and_goes_on_when_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let Some(_small) = super::super::tests::small::Small::mount(dir.path(), "size=64k") else { return };
    fs::write(dir.path().join("ballast"), vec![0; 20_000]).unwrap();
    let mut journal = Journal::create(dir.path(), sample::project_id(1), None).unwrap();
    let line = |number: usize| format!("Line({number}, \"{}\")", "x".repeat(700));
    let acknowledged = (0..1000).take_while(|number| journal.append([line(*number)]).is_ok()).count();
    let error = journal.append([line(acknowledged)]).unwrap_err();
    assert!(matches!(error, JournalError::DiskFull(_)) && acknowledged > 9, "{acknowledged}: {error}");
    assert_eq!(journal.unsaved(), acknowledged);
    fs::remove_file(dir.path().join("ballast")).unwrap();
    journal.append([line(acknowledged)]).unwrap();
    drop(journal);
    let left = leftovers(dir.path()).pop().unwrap();
    assert_eq!((left.lines, left.damaged), ((0..=acknowledged).map(line).collect(), 0));
}

#[test]
fn a_journal_that_is_being_begun_is_never_taken_for_a_leftover() {
    let dir = tempfile::tempdir().unwrap();
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let look = || {
            let mut looks = 0;
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                leftovers(dir.path());
                looks += 1;
            }
            looks
        };
        let looking = [scope.spawn(look), scope.spawn(look)];
        for number in 0..300 {
            let mut journal = Journal::create(dir.path(), sample::project_id(1), None).unwrap();
            journal.append([format!("Line({number})")]).unwrap();
            let there = journal.path().exists();
            done.store(!there, std::sync::atomic::Ordering::Relaxed);
            assert!(there, "journal {number} was put aside while it was being written");
            journal.set_aside().unwrap();
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(looking.map(|looking| looking.join().unwrap()).iter().sum::<i32>() > 100);
    });
    assert!(leftovers(dir.path()).is_empty());
}
