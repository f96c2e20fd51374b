//! Two reviewers' branches merged by git itself, which knows nothing of Factmark.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use super::sample;
use crate::model::RecordSet;
use crate::storage::{Progress, load, save};

fn git(dir: &Path, arguments: &[&str]) -> bool {
    let fixed = [
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "core.autocrlf=false",
        "-c",
        "merge.conflictStyle=diff3",
    ];
    Command::new("git").args(fixed).args(arguments).current_dir(dir).env("GIT_CONFIG_NOSYSTEM", "1").output().unwrap().status.success()
}

fn lines(seed: u64, counts: std::ops::Range<usize>) -> Vec<String> {
    sample::lines(seed, counts.end).into_iter().skip(counts.start).collect()
}

fn put(path: &Path, lines: &[&[String]]) -> BTreeSet<String> {
    let mut set = RecordSet::default();
    for line in lines.iter().copied().flatten() {
        set.insert(line);
    }
    save(path, sample::project_id(1), set.lines(), None, &Progress::default()).unwrap();
    set.lines().iter().map(str::to_owned).collect()
}

fn check(attributes: &str, seed: u64) -> usize {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("p.factmark.ron");
    std::fs::write(dir.path().join(".gitattributes"), attributes).unwrap();
    std::fs::write(dir.path().join(".gitignore"), "*.bak\n").unwrap();
    let (base, ours, theirs) = (lines(seed, 0..30), lines(seed + 1000, 0..10), lines(seed + 2000, 0..10));
    let ok = |arguments: &[&str]| assert!(git(dir.path(), arguments), "git {arguments:?}");
    ok(&["init", "-q", "-b", "main"]);
    put(&path, &[&base]);
    ok(&["add", "."]);
    ok(&["commit", "-q", "-m", "base"]);
    ok(&["checkout", "-q", "-b", "theirs"]);
    let with_theirs = put(&path, &[&base, &theirs]);
    ok(&["commit", "-q", "-a", "-m", "theirs"]);
    ok(&["checkout", "-q", "main"]);
    let with_ours = put(&path, &[&base, &ours]);
    ok(&["commit", "-q", "-a", "-m", "ours"]);
    git(dir.path(), &["merge", "-q", "theirs"]);
    let merged = load(&path, &Progress::default()).unwrap();
    let found: BTreeSet<String> = merged.project.records().lines().iter().map(str::to_owned).collect();
    assert_eq!(found, with_ours.union(&with_theirs).cloned().collect(), "seed {seed}");
    assert!(merged.report.is_sound(), "{:?}", merged.report.damaged);
    merged.report.conflict_markers
}

#[test]
fn git_merges_are_the_union_with_and_without_its_union_driver() {
    if Command::new("git").arg("--version").output().is_err() {
        println!("left out: git is missing");
        return;
    }
    let merges = 15;
    let markers: usize = (0..merges).map(|seed| check("", seed)).sum();
    assert!(markers > 0, "no merge had a conflict, so the markers were not tried");
    let with_driver: usize = (0..merges).map(|seed| check("*.factmark.ron merge=union text eol=lf\n", seed)).sum();
    assert_eq!(with_driver, 0);
    println!("{merges} merges without and {merges} with merge=union: all are the union; {markers} conflict markers passed over");
}
