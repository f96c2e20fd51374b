//! Saving and loading are each other's inverse, and a load never has fewer records than the undamaged lines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::sample;
use crate::model::{Project, RecordSet};
use crate::storage::{Progress, Read, load, parse, render, save};

fn bytes(set: &RecordSet, seed: u64) -> Vec<u8> {
    render(sample::project_id(seed), set.lines(), &Progress::default()).unwrap()
}

fn read(bytes: &[u8]) -> Read {
    parse(bytes, &Progress::default()).unwrap()
}

fn set_of(read: &Read) -> RecordSet {
    let mut set = RecordSet::default();
    for (line, _) in &read.lines {
        set.insert(line);
    }
    set
}

fn as_set<'a>(lines: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    lines.into_iter().map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_saved_is_what_is_loaded_and_saved_again(seed: u64, count in 0usize..60) {
        let set = sample::set(seed, count);
        let saved = bytes(&set, seed);
        let read = read(&saved);
        prop_assert_eq!(read.id, sample::project_id(seed));
        prop_assert!(read.report.is_sound(), "{:?}", read.report);
        prop_assert_eq!(as_set(read.lines.iter().map(|(line, _)| line.as_str())), as_set(set.lines().iter()));
        prop_assert_eq!(bytes(&set_of(&read), seed), saved);
    }

    #[test]
    fn the_order_of_arrival_does_not_show_in_the_file(seed: u64, count in 1usize..60, turn in 0usize..60) {
        let mut lines: Vec<String> = sample::lines(seed, count);
        let mut forwards = RecordSet::default();
        lines.iter().for_each(|line| { forwards.insert(line); });
        lines.rotate_left(turn % count);
        lines.reverse();
        let mut turned = RecordSet::default();
        lines.iter().for_each(|line| { turned.insert(line); });
        prop_assert_eq!(bytes(&forwards, seed), bytes(&turned, seed));
    }

    #[test]
    fn lines_of_two_files_in_any_order_are_the_union(a: u64, b: u64, count in 1usize..30, seed: u64) {
        let (one, two) = (bytes(&sample::set(a, count), 1), bytes(&sample::set(b, count), 1));
        let mut lines: Vec<&[u8]> = one.split_inclusive(|byte| *byte == b'\n').chain(two.split_inclusive(|byte| *byte == b'\n')).collect();
        let mut chance = sample::Chance(seed);
        for at in (1..lines.len()).rev() {
            lines.swap(at, chance.below(at + 1));
        }
        let read = read(&lines.concat());
        let expected: BTreeSet<String> = sample::lines(a, count).into_iter().chain(sample::lines(b, count)).collect();
        prop_assert_eq!(as_set(read.lines.iter().map(|(line, _)| line.as_str())), expected);
    }

    #[test]
    fn any_bytes_are_read_or_refused_in_words(bytes: Vec<u8>, seed: u64) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for input in [bytes, text.into_bytes(), [self::bytes(&sample::set(seed, 3), seed), vec![b'(']].concat()] {
            match parse(&input, &Progress::default()) {
                Ok(read) => prop_assert!(read.lines.len() <= input.len()),
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}

#[test]
fn a_project_of_many_pieces_is_read_in_order_and_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("large.factmark.ron");
    let mut project = Project::new(sample::project_id(1));
    project.add(sample::lines(1, 12_000).iter().map(String::as_str));
    let saved = save(&path, project.id(), project.records().lines(), None, &Progress::default()).unwrap();
    assert!(saved.bytes > 4 * 256 * 1024, "several pieces: {} bytes", saved.bytes);
    let loaded = load(&path, &Progress::default()).unwrap();
    assert!(loaded.report.is_sound(), "{:?}", loaded.report);
    assert_eq!((loaded.disk, loaded.report.unknown), (saved.fingerprint, project.unknown()));
    let in_order: Vec<&str> = loaded.project.records().lines().iter().collect();
    assert_eq!(in_order, project.records().lines().sorted());
}

#[test]
fn damage_in_a_later_piece_has_the_line_number_of_the_file() {
    let mut bytes = bytes(&sample::set(1, 12_000), 1);
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    let at = bytes.len() - 40;
    bytes[at] ^= 1;
    let read = read(&bytes);
    let found: Vec<usize> = read.report.damaged.iter().map(|damaged| damaged.line).collect();
    assert_eq!(found, [lines - 2]);
}

#[test]
fn a_cancelled_job_ends_and_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.factmark.ron");
    let set = sample::set(1, 10);
    let progress = Progress::default();
    save(&path, sample::project_id(1), set.lines(), None, &progress).unwrap();
    let before = std::fs::read(&path).unwrap();
    progress.cancel();
    assert!(matches!(load(&path, &progress), Err(crate::storage::LoadError::Cancelled(_))));
    let more = sample::set(2, 10);
    assert!(matches!(save(&path, sample::project_id(1), more.lines(), None, &progress), Err(crate::storage::SaveError::Cancelled(_))));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}
