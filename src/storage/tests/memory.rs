//! How much memory a project takes that is read: told by the system of a process that does nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::disallowed_methods, missing_docs)]

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use crate::storage::{Progress, load};

/// The most that a project may take, as a multiple of its file.
const MOST: f64 = 4.0;
/// How large the file is, in bytes; what a process takes before it has read anything weighs less then.
const SIZE: usize = 32 << 20;
/// Tells the child what to read.
const FILE: &str = "FACTMARK_TEST_FILE";

/// What this process takes now and took at most, in bytes; `None` where the system does not tell.
fn resident() -> Option<(u64, u64)> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let of = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse::<u64>().ok());
    Some((of("VmRSS:")? * 1024, of("VmHWM:")? * 1024))
}

#[test]
#[ignore = "the process that the tests below start"]
fn one_that_reads() {
    let Ok(file) = std::env::var(FILE) else { panic!("started by hand") };
    let (before, _) = resident().unwrap();
    let loaded = load(Path::new(&file), &Progress::default());
    let (_, peak) = resident().unwrap();
    println!("\ntook {} records {}", peak.saturating_sub(before), loaded.map_or(0, |loaded| loaded.project.records().len()));
}

/// Reads a file in a process of its own: the bytes that this took at most, and how many records were read.
fn reading(path: &Path) -> (u64, usize) {
    let name = format!("{}::one_that_reads", module_path!().split_once("::").unwrap().1);
    let mut child = Command::new(std::env::current_exe().unwrap());
    let output = child.args(["--ignored", "--exact", "--nocapture", &name]).env(FILE, path).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = told.lines().find(|line| line.starts_with("took ")).unwrap_or_else(|| panic!("{output:?}"));
    let numbers: Vec<&str> = line.split(' ').collect();
    (numbers[1].parse().unwrap(), numbers[3].parse().unwrap())
}

/// Writes a project whose records are these lines, over and over with other numbers, until it is large.
fn write(path: &Path, size: usize, line: impl Fn(usize) -> String) -> usize {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    file.write_all(b"(\n format: 1,\n id: \"01k2p2z5000000000000000002\",\n records: [\n").unwrap();
    let (mut written, mut count) = (0, 0);
    while written < size {
        let line = line(count);
        let line = format!("  /*{:08x}*/ {line},\n", crc32fast::hash(line.as_bytes()));
        file.write_all(line.as_bytes()).unwrap();
        (written, count) = (written + line.len(), count + 1);
    }
    file.write_all(b" ],\n)\n").unwrap();
    count
}

fn said(n: usize, what: &str) -> String {
    format!("Said(at: (1790000000000, {n}, \"00000001\"), by: \"00000000000000000000000001\", what: {what})")
}

/// A project as people make it: marks with their surroundings, and what was said of them.
fn reviewed(n: usize) -> String {
    let annotation = format!("01k2p2z50{:017}", n / 2);
    if n.is_multiple_of(2) {
        let article = crate::model::ArticleId::of("x");
        let words = "words: \"sixty metres\", before: \"than it had been before, close to \", after: \" of the pier, the harbour office\"";
        let passage = format!("passage: Some((article: \"{article}\", start: {n}, end: {}, {words})), kind: Some(Claim)", n + 12);
        said(n, &format!("Annotation(annotation: \"{annotation}\", {passage})"))
    } else {
        let note = "The harbour log of that day tells another figure, and the operator has not answered yet; to be asked again.";
        said(n, &format!("Judgement(annotation: \"{annotation}\", verdict: Some(Some(Disputed)), note: Some(\"{n}: {note}\"))"))
    }
}

#[test]
fn a_project_takes_at_most_four_times_its_file_also_one_that_was_made_to_take_more() {
    if resident().is_none() {
        println!("left out: this system does not tell what a process takes");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.factmark.ron");
    // Short lines, since what is kept of each line besides its words weighs the more the shorter it is.
    let shortest = |n| format!("A({n})");
    let empty = |n| said(n, "Judgement(annotation: \"00000000000000000000000001\")");
    let units = |n| said(n, &format!("Link(link: \"00000000000000000000000001\", members: Some([{}]))", "(),".repeat(1_000_000)));
    let same = |n| {
        said(
            n,
            &format!("Link(link: \"00000000000000000000000001\", members: Some([{}]))", "\"00000000000000000000000001\",".repeat(100_000)),
        )
    };
    let check = |what: &str, size: usize, line: &dyn Fn(usize) -> String| {
        let count = write(&path, size, line);
        let (taken, records) = reading(&path);
        let times = taken as f64 / std::fs::metadata(&path).unwrap().len() as f64;
        println!("{} MiB {what}, {count} lines: {times:.1} times the file", size >> 20);
        assert!(records == count && times <= MOST, "{what}: {records} of {count} records, {times:.1} times the file");
    };
    check("as people make it", SIZE, &reviewed);
    check("of judgements that say nothing", SIZE / 2, &empty);
    check("of unknown kinds", SIZE / 2, &shortest);
    check("of bombs of units", SIZE / 2, &units);
    check("of endless lists", SIZE / 2, &same);
}
