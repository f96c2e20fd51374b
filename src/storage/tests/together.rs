//! Processes that save one file in turn: the file ends as the union of both, on one computer and on two.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::disallowed_methods, missing_docs)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::sample;
use crate::model::RecordSet;
use crate::storage::{Progress, SaveRequest, load, save};

/// Saves of each of the two.
const SAVES: usize = 500;
/// Tells the child where to save, and its own letter.
const FOLDER: &str = "FACTMARK_TEST_FOLDER";
const LETTER: &str = "FACTMARK_TEST_LETTER";

fn project(folder: &Path) -> PathBuf {
    folder.join("p.factmark.ron")
}

fn line(letter: &str, number: usize) -> String {
    format!("Line(\"{letter}\", {number})")
}

/// What a child does.
const TASK: &str = "FACTMARK_TEST_TASK";

#[test]
#[ignore = "one of the two processes that the tests below start"]
fn one_of_two() {
    let (Ok(folder), Ok(letter)) = (std::env::var(FOLDER), std::env::var(LETTER)) else { panic!("started by hand") };
    match std::env::var(TASK).as_deref() {
        Ok("window") => save_from_a_window(Path::new(&folder), &letter),
        Ok("computer") => save_from_a_computer(Path::new(&folder), &letter),
        other => panic!("no task {other:?}"),
    }
}

/// A window holds all that it has said, and puts back what it finds missing.
fn save_from_a_window(folder: &Path, letter: &str) {
    let loaded = load(&project(folder), &Progress::default()).unwrap();
    let (mut disk, mut set) = (loaded.disk, RecordSet::default());
    let mut joined = 0;
    let mut chance = sample::Chance(letter.len() as u64 + u64::from(letter.as_bytes()[0]));
    for number in 0..SAVES {
        // A person does something between two saves; else one process would keep the turn for itself.
        std::thread::sleep(std::time::Duration::from_micros(chance.below(8000) as u64));
        set.insert(&line(letter, number));
        let (path, id, lines) = (project(folder), loaded.project.id(), set.snapshot());
        let (expected, state) = (Some(disk), Some(folder.join("state")));
        let request = SaveRequest { path, id, lines, expected, damaged: false, state, progress: Progress::default() };
        let saved = request.save().unwrap_or_else(|error| panic!("save {number} of {letter}: {error}"));
        joined += usize::from(!saved.joined.is_empty());
        saved.joined.iter().for_each(|line| {
            set.insert(line);
        });
        disk = saved.fingerprint;
    }
    println!("{letter} joined {joined}");
}

/// A command on another computer, with a state folder of its own: it reads the file, adds a record, saves, and is gone.
/// What is written over then is lost.
fn save_from_a_computer(folder: &Path, letter: &str) {
    let mut joined = 0;
    for number in 0..SAVES {
        let loaded = load(&project(folder), &Progress::default()).unwrap();
        let (id, mut set) = (loaded.project.id(), RecordSet::from(loaded.project.records().snapshot()));
        set.insert(&line(letter, number));
        let (expected, state) = (Some(loaded.disk), Some(folder.join(format!("state {letter}"))));
        let path = project(folder);
        let request = SaveRequest { path, id, lines: set.snapshot(), expected, damaged: false, state, progress: Progress::default() };
        let saved = request.save().unwrap_or_else(|error| panic!("save {number} of {letter}: {error}"));
        joined += usize::from(!saved.joined.is_empty());
    }
    println!("{letter} joined {joined}");
}

/// Starts two processes, waits for them, and compares the file with the union; returns how many saves met the other.
fn both(task: &str) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path());
    save(&path, sample::project_id(1), RecordSet::default().lines(), None, &Progress::default()).unwrap();
    let start = |letter: &str| {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--ignored", "--exact", "--nocapture", &format!("{}::one_of_two", module_path!().split_once("::").unwrap().1)]);
        child.env(FOLDER, folder.path()).env(LETTER, letter).env(TASK, task);
        child.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let joins = ["a", "b"]
        .map(start)
        .into_iter()
        .map(|child| {
            let output = child.wait_with_output().unwrap();
            let told = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
            told.rsplit("joined ").next().and_then(|rest| rest.split_whitespace().next()?.parse::<usize>().ok()).expect(&told)
        })
        .sum();
    let found: BTreeSet<String> = load(&path, &Progress::default()).unwrap().project.records().lines().iter().map(str::to_owned).collect();
    let expected: BTreeSet<String> = (0..SAVES).flat_map(|number| [line("a", number), line("b", number)]).collect();
    assert_eq!(expected.difference(&found).count(), 0, "records that were saved are lost");
    assert_eq!(found.len(), expected.len());
    joins
}

#[test]
fn two_processes_that_save_one_file_end_as_the_union() {
    let joins = both("window");
    assert!(joins > SAVES / 10, "only {joins} saves met the other process: they did not interleave");
    println!("{} saves of two processes, {joins} of them joined what the other had written: the file is the union", 2 * SAVES);
}

#[test]
fn two_computers_that_save_one_file_on_a_shared_drive_end_as_the_union() {
    let joins = both("computer");
    assert!(joins > SAVES / 10, "only {joins} saves met the other computer: they did not interleave");
    println!("{} saves of two computers, {joins} of them joined what the other had written: the file is the union", 2 * SAVES);
}
