//! Saving over everything that may be at a path, and what is left when it fails.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::process::Command;
use std::time::{Duration, SystemTime};

use super::super::tests::sample;
use super::super::tests::small::Small;
use super::*;
use crate::platform::staging;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().canonicalize().unwrap();
    (dir, path)
}

#[test]
fn a_new_file_is_written_and_the_one_before_is_kept() {
    let (_dir, folder) = folder();
    let path = folder.join("a.html");
    let first = write_file(&path, b"first").unwrap();
    let fingerprint = Fingerprint::of(b"first");
    assert_eq!(first, Saved { path: path.clone(), fingerprint, bytes: 5, backup: Backup::NotNeeded, joined: Vec::new() });
    for (content, before) in [("second", "first"), ("third", "second"), ("", "third")] {
        let saved = write_file(&path, content.as_bytes()).unwrap();
        assert_eq!(saved.backup, Backup::Kept(folder.join("a.html.bak")));
        assert_eq!(
            (fs::read_to_string(&path).unwrap().as_str(), fs::read_to_string(folder.join("a.html.bak")).unwrap().as_str()),
            (content, before)
        );
    }
    assert_eq!(write_file(&path, b"x").unwrap().backup, Backup::NotNeeded);
    assert_eq!(fs::read_to_string(folder.join("a.html.bak")).unwrap(), "third", "an empty file is no version worth keeping");
    assert_eq!(names(&folder), ["a.html", "a.html.bak"]);
}

#[test]
fn saving_the_same_again_keeps_the_version_before() {
    let (_dir, folder) = folder();
    let path = folder.join("a");
    for content in ["one", "two", "two", "two"] {
        write_file(&path, content.as_bytes()).unwrap();
    }
    assert_eq!(fs::read_to_string(folder.join("a.bak")).unwrap(), "one");
}

/// A project file with the first lines of the sample, its lines, and what it holds.
fn project(folder: &Path, count: usize) -> (PathBuf, RecordSet, Fingerprint) {
    let path = folder.join("a.factmark.ron");
    let set = sample::set(1, count);
    let saved = save(&path, sample::project_id(1), set.lines(), None, &Progress::default()).unwrap();
    (path, set, saved.fingerprint)
}

fn lines_in(path: &Path) -> Vec<String> {
    let read = file::parse(&fs::read(path).unwrap(), &Progress::default()).unwrap();
    assert!(read.report.is_sound(), "{:?}", read.report);
    read.lines.into_iter().map(|(line, _)| line).collect()
}

#[test]
fn what_somebody_else_has_written_is_joined_in_and_told() {
    let (_dir, folder) = folder();
    let (path, mut mine, known) = project(&folder, 5);
    let mut theirs = mine.clone();
    theirs.insert("Theirs(1)");
    let second = save(&path, sample::project_id(1), theirs.lines(), Some(&known), &Progress::default()).unwrap();
    mine.insert("Mine(1)");
    for expected in [Some(&known), None] {
        let saved = save(&path, sample::project_id(1), mine.lines(), expected, &Progress::default()).unwrap();
        assert_eq!(saved.joined, ["Theirs(1)"]);
        let lines = lines_in(&path);
        assert!(lines.len() == 7 && lines.iter().any(|line| line == "Mine(1)") && lines.iter().any(|line| line == "Theirs(1)"));
    }
    assert_ne!(Fingerprint::read(&path).unwrap(), second.fingerprint);
    assert_eq!(names(&folder), ["a.factmark.ron", "a.factmark.ron.bak"]);
}

#[test]
fn a_file_that_is_gone_is_written_anew() {
    let (_dir, folder) = folder();
    let (path, set, known) = project(&folder, 5);
    fs::remove_file(&path).unwrap();
    let saved = save(&path, sample::project_id(1), set.lines(), Some(&known), &Progress::default()).unwrap();
    assert_eq!((saved.fingerprint, lines_in(&path).len()), (known, 5));
}

#[test]
fn another_project_and_a_newer_format_stay_as_they_are() {
    let (_dir, folder) = folder();
    let (path, set, known) = project(&folder, 5);
    let other = String::from_utf8(file::render(sample::project_id(2), set.lines(), &Progress::default()).unwrap()).unwrap();
    let newer = fs::read_to_string(&path).unwrap().replacen("format: 1", "format: 2", 1);
    let attempt = |expected| save(&path, sample::project_id(1), sample::set(3, 4).lines(), expected, &Progress::default());
    for (there, expected, refused) in
        [(&other, Some(&known), true), (&newer, Some(&known), true), (&newer, None, true), (&other, None, false)]
    {
        fs::write(&path, there).unwrap();
        match (attempt(expected), refused) {
            (Err(SaveError::OtherProject(_) | SaveError::Newer(_)), true) => assert_eq!(&fs::read_to_string(&path).unwrap(), there),
            (Ok(saved), false) => assert!(saved.joined.is_empty() && lines_in(&path).len() == 4),
            (result, _) => panic!("{result:?}"),
        }
    }
}

#[test]
fn a_damaged_file_is_set_aside_before_it_is_written_over_and_the_backup_stays() {
    let (_dir, folder) = folder();
    for (name, known_before) in [("when it was opened", true), ("meanwhile", false)] {
        let sub = folder.join(name);
        fs::create_dir(&sub).unwrap();
        let (path, mut set, whole) = project(&sub, 5);
        fs::write(sub.join("a.factmark.ron.bak"), "the last version that was whole").unwrap();
        let damaged = fs::read_to_string(&path).unwrap().replacen("/*", "/*0", 1);
        fs::write(&path, &damaged).unwrap();
        set.insert("New(1)");
        let expected = Some(if known_before { Fingerprint::of(damaged.as_bytes()) } else { whole });
        let (path, id, lines) = (path, sample::project_id(1), set.snapshot());
        let request = SaveRequest { path, id, lines, expected, damaged: known_before, state: None, progress: Progress::default() };
        let Backup::SetAside(aside) = request.save().unwrap().backup else { panic!("{name}") };
        assert_eq!(fs::read_to_string(&aside).unwrap(), damaged);
        assert_eq!(fs::read_to_string(sub.join("a.factmark.ron.bak")).unwrap(), "the last version that was whole");
        assert_eq!((lines_in(&request.path).len(), names(&sub).len()), (6, 3));
        assert!(aside.file_name().unwrap().to_str().unwrap().starts_with("a.damaged-2"), "{}", aside.display());
    }
}

#[test]
fn a_file_that_was_overwritten_with_something_else_is_set_aside_too() {
    let (_dir, folder) = folder();
    let (path, set, known) = project(&folder, 5);
    for (there, aside) in [("A letter to the editor.\n", true), ("\u{0}\u{0}\u{0}", true), ("", false)] {
        fs::write(&path, there).unwrap();
        let saved = save(&path, sample::project_id(1), set.lines(), Some(&known), &Progress::default()).unwrap();
        match saved.backup {
            Backup::SetAside(path) if aside => assert_eq!(fs::read_to_string(path).unwrap(), there),
            backup => assert!(!aside && backup == Backup::NotNeeded, "{there:?}: {backup:?}"),
        }
        assert_eq!(lines_in(&path).len(), 5);
    }
}

#[test]
fn a_change_between_looking_and_replacing_is_noticed() {
    let (_dir, folder) = folder();
    let path = folder.join("a");
    let known = write_file(&path, b"known").unwrap().fingerprint;
    let attempt = |target: &Target| replace(target, b"mine", Some(&[known]), None, None, &Progress::default());
    let target = Target::find(&path).unwrap();
    fs::write(&path, "other").unwrap();
    assert!(matches!(attempt(&target), Err(SaveError::Busy(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "other");
    fs::remove_file(&path).unwrap();
    let target = Target::find(&path).unwrap();
    fs::write(&path, "came up").unwrap();
    assert!(matches!(attempt(&target), Err(SaveError::Busy(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "came up");
}

#[test]
fn a_file_put_in_its_place_right_after_the_rename_is_noticed() {
    let (_dir, folder) = folder();
    let target = Target::find(&folder.join("a")).unwrap();
    let temporary = Temporary::write(&target, b"mine", &Progress::default()).unwrap();
    let new = temporary.put_in_place(&target).unwrap();
    let mine = Fingerprint::of(b"mine");
    assert!(target.has(&new, &mine));
    let theirs = folder.join("theirs");
    for (there, still) in [("mine", true), ("other", false)] {
        fs::write(&theirs, there).unwrap();
        fs::rename(&theirs, &target.path).unwrap();
        assert_eq!(target.has(&new, &mine), still, "{there}");
    }
}

#[test]
fn places_where_nothing_can_be_saved_are_named() {
    let (_dir, folder) = folder();
    fs::create_dir(folder.join("sub")).unwrap();
    fs::write(folder.join("file"), "x").unwrap();
    for (path, expected) in [
        (folder.join("sub"), "is a folder"),
        (folder.clone(), "is a folder"),
        (PathBuf::from("/"), "is a folder"),
        (folder.join("none/a"), "There is no folder"),
        (folder.join("none/deeper/a"), "There is no folder"),
        (folder.join("file/a"), "There is no folder"),
        (folder.join("sub/.."), "is a folder"),
        (PathBuf::new(), "There is no folder"),
        (folder.join("x".repeat(300)), "could not be saved"),
    ] {
        let error = write_file(&path, b"new").unwrap_err().to_string();
        assert!(error.contains(expected), "{}: {error}", path.display());
    }
    assert_eq!(names(&folder), ["file", "sub"]);
}

#[test]
fn a_write_protected_file_stays() {
    let (_dir, folder) = folder();
    let path = folder.join("a");
    fs::write(&path, "old").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert!(matches!(write_file(&path, b"new"), Err(SaveError::ReadOnlyFile(_))));
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&folder).len()), ("old", 1));
}

#[test]
fn a_backup_that_cannot_be_kept_does_not_stop_the_save() {
    let (_dir, folder) = folder();
    let path = folder.join("a");
    fs::write(&path, "old").unwrap();
    fs::create_dir_all(folder.join("a.bak/in it")).unwrap();
    let saved = write_file(&path, b"new").unwrap();
    assert!(matches!(saved.backup, Backup::Failed(_)), "{:?}", saved.backup);
    let long = folder.join("y".repeat(254));
    fs::write(&long, "old").unwrap();
    assert!(matches!(write_file(&long, b"new").unwrap().backup, Backup::Failed(_)));
    assert_eq!((fs::read_to_string(&path).unwrap(), fs::read_to_string(&long).unwrap()), ("new".to_owned(), "new".to_owned()));
    assert_eq!(names(&folder).len(), 3);
}

#[test]
fn old_temporary_files_of_ours_are_swept_and_no_others() {
    let (_dir, folder) = folder();
    for name in [".factmark-0123abcd.tmp", ".factmark-notes.tmp", "factmark-0123abcd.tmp", ".factmark-0123abcd"] {
        fs::write(folder.join(name), "x").unwrap();
    }
    // What counts is when the name was given, not how old the words are.
    fs::File::options().write(true).open(folder.join(".factmark-0123abcd.tmp")).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
    sweep(&folder.join("none"));
    let hours = |hours| SystemTime::now() + Duration::from_hours(hours);
    if platform::system() != platform::System::Windows {
        temporary::sweep_at(&folder, hours(23));
        assert_eq!(names(&folder).len(), 4);
    }
    temporary::sweep_at(&folder, hours(25));
    assert_eq!(names(&folder), [".factmark-0123abcd", ".factmark-notes.tmp", "factmark-0123abcd.tmp"]);
}

#[test]
fn what_does_not_read_back_is_never_put_in_place() {
    let (_dir, folder) = folder();
    let target = Target::find(&folder.join("a")).unwrap();
    for (written, expected) in [("abc", "abd"), ("abc", "abcd"), ("abcd", "abc"), ("", "a"), ("a", "")] {
        let temporary = Temporary::write(&target, written.as_bytes(), &Progress::default()).unwrap();
        temporary.read_back(&target, written.as_bytes()).unwrap();
        assert!(matches!(temporary.read_back(&target, expected.as_bytes()), Err(SaveError::NotReadBack(_))), "{written} {expected}");
    }
    assert!(names(&folder).is_empty());
}

/// Whether the system tells that a file has a second name, which is made for it.
fn second_name(path: &Path, other: &Path) -> bool {
    fs::hard_link(path, other).unwrap();
    let told = platform::links(&fs::metadata(path).unwrap()) > 1;
    if !told {
        println!("left out: this system does not tell how many names a file has");
    }
    told
}

#[test]
fn a_link_stays_a_link_and_its_file_is_replaced() {
    let (_dir, folder) = folder();
    let there = folder.join("there");
    fs::create_dir(&there).unwrap();
    fs::write(there.join("real"), "old").unwrap();
    let links = [("there/real", "link"), ("link", "link to link"), ("there/not yet", "ahead"), ("round", "round")];
    if !links.iter().all(|(to, name)| staging::link(Path::new(to), &folder.join(name))) {
        return;
    }
    let saved = write_file(&folder.join("link to link"), b"new").unwrap();
    assert_eq!((saved.path, saved.backup), (there.join("real"), Backup::Kept(there.join("real.bak"))));
    write_file(&folder.join("ahead"), b"made").unwrap();
    assert_eq!(names(&there), ["not yet", "real", "real.bak"]);
    assert_eq!(fs::read_to_string(folder.join("link")).unwrap(), "new");
    assert!(fs::symlink_metadata(folder.join("link")).unwrap().is_symlink());
    assert!(write_file(&folder.join("round"), b"x").is_err());
}

#[test]
fn a_file_of_several_names_is_refused_in_words() {
    let (_dir, folder) = folder();
    let path = folder.join("a");
    fs::write(&path, "old").unwrap();
    if !second_name(&path, &folder.join("also a")) {
        return;
    }
    let error = write_file(&path, b"new").unwrap_err();
    assert!(error.to_string().contains("one file under 2 names"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    fs::remove_file(folder.join("also a")).unwrap();
    write_file(&path, b"new").unwrap();
}

#[test]
fn names_that_a_save_left_when_it_was_cut_off_do_not_count() {
    for left in [&["a.bak"][..], &[".factmark-0123abcd.tmp"], &["a.bak", ".factmark-0123abcd.tmp", ".factmark-0123abce.tmp"]] {
        let (_dir, folder) = folder();
        let path = folder.join("a");
        fs::write(&path, "old").unwrap();
        if !left.iter().all(|name| second_name(&path, &folder.join(name))) {
            return;
        }
        write_file(&path, b"new").unwrap();
        assert_eq!(names(&folder), ["a", "a.bak"], "{left:?}");
        assert_eq!(fs::read_to_string(folder.join("a.bak")).unwrap(), "old");
        assert_eq!(platform::links(&fs::metadata(&path).unwrap()), 1);
    }
}

#[test]
fn the_mode_is_kept() {
    let (_dir, folder) = folder();
    let path = folder.join("a");
    for mode in [0o600, 0o640, 0o664, 0o755] {
        fs::write(&path, mode.to_string()).unwrap();
        if !staging::set_mode(&path, mode) {
            return;
        }
        write_file(&path, b"new").unwrap();
        let modes = [&path, &folder.join("a.bak")].map(|path| staging::mode(path));
        assert_eq!(modes, [Some(mode); 2], "{mode:o}");
    }
}

#[test]
fn pipes_and_devices_are_refused_and_not_waited_for() {
    let (_dir, folder) = folder();
    let pipe = folder.join("pipe");
    if !Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
        println!("left out: mkfifo is missing");
        return;
    }
    assert!(matches!(write_file(Path::new("/dev/null"), b"x"), Err(SaveError::NotAFile(_))));
    assert!(matches!(write_file(&pipe, b"x"), Err(SaveError::NotAFile(_))));
    assert!(matches!(crate::storage::load(&pipe, &Progress::default()), Err(crate::storage::LoadError::NotAFile(_))));
}

#[test]
fn a_read_only_folder_is_named_and_left_alone() {
    let (_dir, folder) = folder();
    let path = folder.join("a");
    fs::write(&path, "old").unwrap();
    let Some(locked) = staging::Locked::new(&folder) else { return };
    let (replaced, new) = (write_file(&path, b"new"), write_file(&folder.join("b"), b"new"));
    drop(locked);
    assert!(matches!((replaced, new), (Err(SaveError::ReadOnlyFolder(..)), Err(SaveError::ReadOnlyFolder(..)))));
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&folder).len()), ("old", 1));
    write_file(&path, b"new").unwrap();
}

#[test]
fn a_full_disk_leaves_the_old_file_and_says_so() {
    let (_dir, folder) = folder();
    let Some(_small) = Small::mount(&folder, "size=64k") else { return };
    let path = folder.join("a");
    write_file(&path, b"old").unwrap();
    let error = write_file(&path, &vec![b'x'; 200_000]).unwrap_err();
    assert!(matches!(error, SaveError::DiskFull(_)), "{error}");
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&folder)), ("old", vec!["a".to_owned()]));
    write_file(&path, b"small enough").unwrap();
}

#[test]
fn a_file_system_mounted_read_only_is_named() {
    let (_dir, folder) = folder();
    let Some(_small) = Small::mount(&folder, "size=64k,ro") else { return };
    assert!(matches!(write_file(&folder.join("a"), b"x"), Err(SaveError::ReadOnlyFolder(..))));
}
