//! Loading, folding, saving and joining projects of 1,000, 10,000 and 100,000 annotations, and writing the journal.
//!
//! Times are on the clock, the shortest of several runs, because reading and saving use several threads and the disk.
//! Memory is measured in a process of its own for each figure.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod generator;
mod measure;

use std::path::Path;
use std::time::Duration;

use factmark::app::session::{Incoming, Session};
use factmark::model::{Project, Record, Replica};
use factmark::storage::{Journal, Loaded, Progress, load, parse, save};
use generator::Plan;
use measure::memory::{forget_peak, megabytes, memory};
use measure::time::{clocked, percentiles, seconds, shortest};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// In what parts two copies of a project have diverged: each lacks one annotation in this many.
const DIVERGED: usize = 11;
/// How many changes are journaled.
const CHANGES: usize = 1_000;

fn main() {
    match measure::arguments().iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["peak-of-loading", path] => peak_of_loading(Path::new(path)),
        ["peak-of-saving", path] => peak_of_saving(Path::new(path)),
        ["merging", ours, theirs] => merging(Path::new(ours), Path::new(theirs)),
        _ => all(),
    }
}

fn all() {
    let folder = measure::folder();
    let rows: Vec<Vec<String>> = SIZES.iter().map(|size| whole(*size, folder.path())).collect();
    println!("A project from the file and back (seconds on the clock, megabytes):\n");
    let head = [
        "annotations",
        "records",
        "file MB",
        "generate s",
        "load s",
        "fold s",
        "save s",
        "at rest MB",
        "peak of load MB",
        "peak of save MB",
    ];
    measure::table(&head, &rows);
    let rows: Vec<Vec<String>> = SIZES.iter().map(|size| joined(*size)).collect();
    println!("Joining two copies that diverged, each with so many annotations:\n");
    measure::table(&["annotations each", "records each", "new records", "join s"], &rows);
    println!("Merging a copy into the open project, as the window does (both files, with so many annotations each):\n");
    let rows: Vec<Vec<String>> = SIZES.iter().map(|size| merged(*size, folder.path())).collect();
    measure::table(&["annotations each", "files MB", "read and fold s", "in the window ms", "peak MB", "peak, times the files"], &rows);
    println!("Appending a change to the journal until it is on the disk (milliseconds on the clock):\n");
    measure::table(&["changes", "p50", "p95", "p99", "max"], &[journaled(folder.path())]);
}

fn open(path: &Path) -> Loaded {
    load(path, &Progress::default()).unwrap()
}

fn runs(size: usize) -> usize {
    if size < 100_000 { 5 } else { 3 }
}

/// Load, fold and save.
fn whole(size: usize, folder: &Path) -> Vec<String> {
    let (project, generated) = clocked(|| Plan::of(size).project());
    let path = folder.join(format!("{size}.factmark.ron"));
    let saved = generator::write(&project, &path);
    let records = project.records().len();
    drop(project);
    let (_, loading) = shortest(runs(size), || open(&path).project.records().len());
    let folding = folding(&path, runs(size));
    let saving = saving(&path, runs(size));
    let path = path.to_str().unwrap();
    let load_memory = measure::apart(&["peak-of-loading", path]);
    let save_memory = measure::apart(&["peak-of-saving", path]);
    let mut row = vec![size.to_string(), records.to_string(), megabytes(saved.bytes), seconds(generated)];
    row.extend([loading, folding, saving].map(seconds));
    row.extend(load_memory.trim().split('\t').map(str::to_owned));
    row.push(save_memory.trim().to_owned());
    row
}

/// The fold alone, of lines that are read already.
fn folding(path: &Path, runs: usize) -> Duration {
    let bytes = std::fs::read(path).unwrap();
    let times = (0..runs).map(|_| {
        let lines = parse(&bytes, &Progress::default()).unwrap().lines;
        let mut project = Project::new(generator::id());
        clocked(|| project.add_read(lines)).1
    });
    times.min().unwrap()
}

/// Saving over the file of a project that has changed since.
fn saving(path: &Path, runs: usize) -> Duration {
    let Loaded { mut project, mut disk, .. } = open(path);
    let times = (0..runs).map(|n| {
        project.add_read([(format!("Later(number: {n})"), None)]);
        let (saved, time) = clocked(|| save(path, project.id(), project.records().lines(), Some(&disk), &Progress::default()).unwrap());
        disk = saved.fingerprint;
        time
    });
    times.min().unwrap()
}

fn peak_of_loading(path: &Path) {
    let before = memory();
    let loaded = open(path);
    let after = memory();
    println!("{}\t{}", megabytes(after.now - before.now), megabytes(after.peak - before.peak));
    drop(loaded);
}

fn peak_of_saving(path: &Path) {
    let mut project = open(path).project;
    project.add_read([("Later(saved: true)", None)]);
    forget_peak();
    let before = memory();
    let path = path.with_extension("copy");
    save(&path, project.id(), project.records().lines(), None, &Progress::default()).unwrap();
    println!("{}", megabytes(memory().peak - before.now));
}

/// Joins two copies: nine tenths of each are in the other.
fn joined(size: usize) -> Vec<String> {
    let plan = Plan::of(size * DIVERGED / (DIVERGED - 1));
    let copy = |lacks: usize| generator::fold(plan.records_of(|number| number % DIVERGED != lacks));
    let (ours, theirs) = (copy(0), copy(1));
    let mut new = 0;
    let times = (0..runs(size)).map(|_| {
        let mut joined = ours.clone();
        let (_, time) = clocked(|| joined.join(theirs.records()));
        new = joined.records().len() - ours.records().len();
        time
    });
    let time = times.min().unwrap();
    vec![size.to_string(), ours.records().len().to_string(), new.to_string(), seconds(time)]
}

/// Two files of copies that diverged, merged in a process of its own.
fn merged(size: usize, folder: &Path) -> Vec<String> {
    let plan = Plan::of(size * DIVERGED / (DIVERGED - 1));
    let write = |lacks: usize| {
        let path = folder.join(format!("{size}-without-{lacks}.factmark.ron"));
        let copy = generator::fold(plan.records_of(|number| number % DIVERGED != lacks));
        (generator::write(&copy, &path).bytes, path)
    };
    let ((ours_bytes, ours), (theirs_bytes, theirs)) = (write(0), write(1));
    let bytes = ours_bytes + theirs_bytes;
    let told = measure::apart(&["merging", ours.to_str().unwrap(), theirs.to_str().unwrap()]);
    let told: Vec<&str> = told.trim().split('\t').collect();
    let times = told[2].parse::<f64>().unwrap() * 1e6 / bytes as f64;
    vec![size.to_string(), megabytes(bytes), told[0].to_owned(), told[1].to_owned(), told[2].to_owned(), format!("{times:.1}")]
}

/// Merges a copy into an open project: reading and folding it is the job's, what is left is the window's. The peak is
/// over what the process held before with the project open.
fn merging(ours: &Path, theirs: &Path) {
    let project = open(ours).project;
    let mut session = Session::with_facts(project, Replica(1), Default::default(), 1);
    let own = session.own();
    forget_peak();
    let before = memory();
    let (incoming, job) = clocked(|| Incoming::of(&open(theirs).project, own));
    let (_taken, window) = clocked(|| session.take_in_from_elsewhere(incoming, 1));
    println!("{}\t{:.1}\t{}", seconds(job), window.as_secs_f64() * 1e3, megabytes(memory().peak - before.now));
}

/// Journals one statement after the other, as they are made.
fn journaled(folder: &Path) -> Vec<String> {
    let said = Plan::of(CHANGES).records().into_iter().filter(|record| matches!(record, Record::Said { .. }));
    let lines: Vec<String> = said.take(CHANGES).map(|record| record.to_line()).collect();
    let mut journal = Journal::create(&folder.join("journals"), generator::id(), None).unwrap();
    let times: Vec<Duration> = lines.iter().map(|line| clocked(|| journal.append([line]).unwrap()).1).collect();
    let mut row = vec![times.len().to_string()];
    row.extend(percentiles(&times));
    row
}
