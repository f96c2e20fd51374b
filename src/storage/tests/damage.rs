//! Files with faults at random places: no panic, no record that was not there, all whole lines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::collections::HashSet;

use super::sample::{self, Chance};
use crate::storage::{Progress, parse, render};

/// Damaged files.
const FILES: u64 = 3000;
/// Most faults in one of them.
const MAX_FAULTS: usize = 8;

fn hurt(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.below(bytes.len());
    let to = (from + chance.below(300)).min(bytes.len());
    match chance.below(8) {
        0 => {
            if let Some(byte) = bytes.get_mut(from) {
                *byte ^= 1 << chance.below(8);
            }
        }
        1 if chance.below(4) == 0 => bytes.truncate(from),
        2 => {
            bytes.drain(from..to);
        }
        3 => {
            let block = bytes[from..to].to_vec();
            let at = chance.below(bytes.len());
            bytes.splice(at..at, block);
        }
        4 => {
            let garbage: Vec<u8> = (0..chance.below(40)).map(|_| chance.next() as u8).collect();
            bytes.splice(from..from, garbage);
        }
        // A block turns up somewhere else.
        5 => {
            let block: Vec<u8> = bytes.drain(from..to).collect();
            let at = chance.below(bytes.len());
            bytes.splice(at..at, block);
        }
        // A tool that converts line ends, and was interrupted.
        6 => {
            let end: &[u8] = [&b"\r\n"[..], b"\r", b"\n\n"][chance.below(3)];
            let some: Vec<u8> = bytes[from..to].split(|byte| *byte == b'\n').collect::<Vec<_>>().join(end);
            bytes.splice(from..to, some);
        }
        _ => bytes[from..to].fill(0),
    }
}

/// The record in a line of the file.
fn record_of(line: &[u8]) -> Option<&str> {
    std::str::from_utf8(line.strip_prefix(b"  /*")?).ok()?.split_once("*/ ")?.1.strip_suffix(',')
}

#[test]
fn damaged_files_lose_only_their_damaged_lines() {
    let (mut records, mut rescued, mut whole, mut refused, mut faults) = (0, 0, 0, 0, 0);
    for seed in 0..FILES {
        let mut chance = Chance(seed);
        let count = 1 + chance.below(60);
        let original: HashSet<String> = sample::lines(seed, count).into_iter().collect();
        let mut bytes = render(sample::project_id(seed), sample::set(seed, count).lines(), &Progress::default()).unwrap();
        let lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        for _ in 0..1 + chance.below(MAX_FAULTS) {
            hurt(&mut bytes, &mut chance);
            faults += 1;
        }
        records += original.len();
        let left: HashSet<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        let undamaged: HashSet<&str> =
            lines.iter().filter(|line| left.contains(line.as_slice())).filter_map(|line| record_of(line)).collect();
        whole += undamaged.len();
        match parse(&bytes, &Progress::default()) {
            Ok(read) => {
                let found: HashSet<String> = read.lines.into_iter().map(|(line, _)| line).collect();
                let altered: Vec<&String> = found.difference(&original).collect();
                assert!(altered.is_empty(), "file {seed}: altered without a word: {altered:?}");
                let lost: Vec<&&str> = undamaged.iter().filter(|line| !found.contains(**line)).collect();
                assert!(lost.is_empty(), "file {seed}: undamaged and not read: {lost:?}");
                rescued += found.len();
            }
            Err(error) => {
                assert!(undamaged.is_empty(), "file {seed} with whole records was refused: {error}");
                refused += 1;
            }
        }
    }
    println!(
        "{FILES} damaged files, {faults} faults: {rescued} of {records} records rescued ({:.1} %), all {whole} whole lines among them, 0 altered, {refused} files without any record refused, 0 panics",
        rescued as f64 * 100.0 / records as f64
    );
}
