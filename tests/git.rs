//! Projects under real git: merged by the driver, and by git alone; rebased, stashed, added twice; never with a word lost.
//!
//! Needs git; where it is missing, each test says that it was left out. `FACTMARK_LONG=1` merges 1,000 pairs of branches instead of 60.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::disallowed_methods)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use factmark::app::{Surroundings, edits};
use factmark::model::{Clock, Project, ProjectId, Replica, ReviewerId, Verdict};
use factmark::storage::{Progress, load, parse, render};

const TEXT: &str = "Ferry runs aground\nThe ferry Plover sat on a sandbank for nine hours. Forty-one people were aboard.\n“We waited for the tide,” the captain said.";
/// The file under test, with a name that a shell would stumble over.
const NAME: &str = "Ada's ferry review.factmark.ron";

/// Whether git is there.
fn git_is_there() -> bool {
    let there = Command::new("git").arg("--version").output().is_ok_and(|run| run.status.success());
    if !there {
        println!("left out: git is missing");
    }
    there
}

/// A repository with settings of its own.
struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    fn new() -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap() };
        repository.git(&["init", "-q", "-b", "main"]);
        repository
    }

    /// One where git merges with Factmark.
    fn with_driver() -> Self {
        let repository = Self::new();
        let run = repository.factmark(&["git-setup"]);
        assert!(run.status.success(), "{}", said(&run));
        repository.git(&["add", ".gitattributes"]);
        repository.git(&["commit", "-qm", "Attributes"]);
        repository
    }

    /// One where git is alone.
    fn with_union() -> Self {
        let repository = Self::new();
        repository.write(".gitattributes", b"*.factmark.ron merge=union text eol=lf\n");
        repository.git(&["add", ".gitattributes"]);
        repository.git(&["commit", "-qm", "Attributes"]);
        repository
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.path()).env("HOME", self.path().join("home")).env("XDG_CONFIG_HOME", self.path().join("home/config"));
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("LC_ALL", "C");
        for (key, value) in [("NAME", "A"), ("EMAIL", "a@example.org")] {
            command.env(format!("GIT_AUTHOR_{key}"), value).env(format!("GIT_COMMITTER_{key}"), value);
        }
        command
    }

    fn try_git(&self, args: &[&str]) -> Output {
        self.command("git").args(args).output().unwrap()
    }

    #[track_caller]
    fn git(&self, args: &[&str]) -> String {
        let run = self.try_git(args);
        assert!(run.status.success(), "git {args:?}: {}", said(&run));
        String::from_utf8(run.stdout).unwrap().trim().to_owned()
    }

    fn factmark(&self, args: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_factmark")).args(args).output().unwrap()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path().join(name), bytes).unwrap();
    }

    fn commit(&self, project: &Project, message: &str) {
        self.write(NAME, &bytes(project));
        self.git(&["add", NAME]);
        self.git(&["commit", "-qm", message]);
    }

    /// Theirs on a branch of its own, ours on the main one.
    fn branches(&self, ours: &Project, theirs: &Project) {
        self.git(&["checkout", "-q", "-b", "ben"]);
        self.commit(theirs, "Ben");
        self.git(&["checkout", "-q", "main"]);
        self.commit(ours, "Ada");
    }

    /// The records that the file has now.
    fn records(&self) -> BTreeSet<String> {
        let loaded = load(&self.path().join(NAME), &Progress::default()).unwrap();
        assert_eq!(loaded.report.damaged_count, 0);
        records(&loaded.project)
    }
}

fn said(run: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
}

fn bytes(project: &Project) -> Vec<u8> {
    render(project.id(), project.records().lines(), &Progress::default()).unwrap()
}

fn records(project: &Project) -> BTreeSet<String> {
    project.records().lines().iter().map(str::to_owned).collect()
}

fn union(a: &Project, b: &Project) -> BTreeSet<String> {
    records(a).union(&records(b)).cloned().collect()
}

/// A project with one article.
fn base(id: u64) -> Project {
    let mut project = Project::new(ProjectId::new(id, 0));
    let imported = factmark::import::import_bytes("ferry.txt", TEXT.as_bytes()).unwrap();
    let (_, edit) = edits::add_article(&imported);
    project.apply(&edit, ReviewerId::new(1, 1), &mut Clock::new(Replica(1)), 1_000);
    project
}

/// The project with `count` marks of a reviewer more, at places that chance says.
fn reviewed(project: &Project, reviewer: u64, count: usize, seed: u64) -> Project {
    let mut project = project.clone();
    let here = Surroundings::fixed(1_790_000_000_000 + seed * 1_000_000 + reviewer);
    let mut clock = Clock::new(Replica(reviewer as u32));
    let by = ReviewerId::new(reviewer, 2);
    let mut chance = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ reviewer.wrapping_mul(0xbf58_476d_1ce4_e5b9) | 1;
    let mut below = |end: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        (chance % end as u64) as usize
    };
    project.apply(&edits::name_reviewer(by, &format!("Reviewer {reviewer}"), None), by, &mut clock, here.now());
    let words: Vec<&str> = TEXT.split(' ').collect();
    for _ in 0..count {
        let word = words[below(words.len())].trim_matches(|c: char| !c.is_alphanumeric());
        let at = TEXT.find(word).unwrap();
        let verdict = Verdict::ALL[below(3)];
        let judging = edits::Judging {
            verdict: Some(Some(verdict)),
            note: (below(2) == 0).then(|| format!("Note {}\nin two lines", below(100))),
            ..Default::default()
        };
        let article = project.articles()[0];
        let (_, edit) = edits::mark(article, at..at + word.len(), None, judging, &here).unwrap();
        project.apply(&edit, by, &mut clock, here.now());
    }
    project
}

#[test]
fn random_pairs_of_branches_merge_to_the_union_by_the_driver_and_by_git_alone() {
    if !git_is_there() {
        return;
    }
    let pairs: u64 = if std::env::var_os("FACTMARK_LONG").is_some() { 1_000 } else { 60 };
    for (name, repository) in [("driver", Repository::with_driver()), ("merge=union", Repository::with_union())] {
        let start = repository.git(&["rev-parse", "HEAD"]);
        let mut merged = 0;
        // All commits at once: what is measured is the merge.
        let mut stream = String::new();
        let mut wanted = Vec::new();
        for pair in 0..pairs {
            let first = reviewed(&base(pair), 7, (pair % 4) as usize, pair);
            let ours = reviewed(&first, 8, 1 + (pair % 7) as usize, pair);
            let theirs = reviewed(&first, if pair % 5 == 0 { 8 } else { 9 }, 1 + (pair % 6) as usize, pair + 10_000);
            for (branch, project, parent) in [
                ("base", &first, start.clone()),
                ("ours", &ours, format!("refs/heads/base{pair}")),
                ("theirs", &theirs, format!("refs/heads/base{pair}")),
            ] {
                let text = String::from_utf8(bytes(project)).unwrap();
                write!(stream, "commit refs/heads/{branch}{pair}\ncommitter A <a@example.org> {pair} +0000\ndata 1\nx\nfrom {parent}\nM 100644 inline \"{NAME}\"\ndata {}\n{text}\n", text.len()).unwrap();
            }
            wanted.push(union(&ours, &theirs));
        }
        let mut import = repository.command("git").args(["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut import.stdin.take().unwrap(), stream.as_bytes()).unwrap();
        assert!(import.wait().unwrap().success());
        for (pair, wanted) in wanted.iter().enumerate() {
            repository.git(&["checkout", "-q", &format!("ours{pair}")]);
            repository.git(&["merge", "-q", "--no-edit", &format!("theirs{pair}")]);
            assert_eq!(&repository.records(), wanted, "pair {pair} by {name}");
            merged += 1;
        }
        println!("{merged} of {pairs} pairs of branches merged to the union by {name}");
    }
}

#[test]
fn rebase_and_stash_keep_everything() {
    if !git_is_there() {
        return;
    }
    for repository in [Repository::with_driver(), Repository::with_union()] {
        let first = base(1);
        repository.commit(&first, "Base");
        let (ours, theirs) = (reviewed(&first, 2, 5, 1), reviewed(&first, 3, 5, 2));
        repository.branches(&ours, &theirs);
        repository.git(&["checkout", "-q", "ben"]);
        repository.git(&["rebase", "-q", "main"]);
        assert_eq!(repository.records(), union(&ours, &theirs));

        let more = reviewed(&ours, 4, 3, 3);
        repository.git(&["checkout", "-q", "main"]);
        repository.write(NAME, &bytes(&more));
        repository.git(&["stash", "-q"]);
        repository.git(&["merge", "-q", "--no-edit", "ben"]);
        repository.git(&["stash", "pop", "-q"]);
        assert_eq!(repository.records(), union(&more, &theirs));
    }
}

#[test]
fn the_same_file_added_on_both_sides_is_joined() {
    if !git_is_there() {
        return;
    }
    for repository in [Repository::with_driver(), Repository::with_union()] {
        let (ours, theirs) = (reviewed(&base(1), 2, 4, 1), reviewed(&base(1), 3, 4, 2));
        repository.branches(&ours, &theirs);
        repository.git(&["merge", "-q", "--no-edit", "ben"]);
        assert_eq!(repository.records(), union(&ours, &theirs));
    }
}

#[test]
fn conflict_markers_of_a_git_that_knows_nothing_open_with_both_sides() {
    if !git_is_there() {
        return;
    }
    let repository = Repository::new();
    let first = base(1);
    repository.commit(&first, "Base");
    let (ours, theirs) = (reviewed(&first, 2, 5, 1), reviewed(&first, 3, 5, 2));
    repository.branches(&ours, &theirs);
    assert!(!repository.try_git(&["merge", "-q", "--no-edit", "ben"]).status.success(), "there was no conflict");
    assert_eq!(repository.records(), union(&ours, &theirs));
}

#[test]
fn an_unreadable_side_stops_git_and_loses_nothing() {
    if !git_is_there() {
        return;
    }
    let repository = Repository::with_driver();
    let first = base(1);
    repository.commit(&first, "Base");
    let ours = reviewed(&first, 2, 5, 1);
    let damaged: Vec<u8> = bytes(&reviewed(&first, 3, 5, 2)).iter().map(|byte| if *byte == b'v' { b'w' } else { *byte }).collect();
    for theirs in [damaged, b"not a project at all\n".to_vec(), bytes(&reviewed(&base(2), 3, 5, 2))] {
        repository.git(&["checkout", "-q", "-B", "ben", "main"]);
        repository.write(NAME, &theirs);
        repository.git(&["commit", "-qam", "Ben"]);
        repository.git(&["checkout", "-q", "-B", "ada", "main"]);
        repository.commit(&ours, "Ada");
        let run = repository.try_git(&["merge", "-q", "--no-edit", "ben"]);
        assert!(!run.status.success() && said(&run).contains("was not merged"), "{}", said(&run));
        // Our side is as it was, theirs is still in its branch, and nothing passes for merged.
        repository.try_git(&["merge", "--abort"]);
        assert_eq!(repository.records(), records(&ours));
        assert_eq!(repository.git(&["rev-list", "--count", "--merges", "HEAD"]), "0");
        let kept = repository.command("git").args(["show", &format!("ben:{NAME}")]).output().unwrap();
        assert_eq!(kept.stdout, theirs);
    }
}

#[test]
fn git_shows_differences_in_words_and_forgets_all_of_it_again() {
    if !git_is_there() {
        return;
    }
    let repository = Repository::with_driver();
    let first = base(1);
    repository.commit(&first, "Base");
    repository.write(NAME, &bytes(&reviewed(&first, 2, 1, 1)));
    let shown = repository.git(&["diff"]);
    assert!(shown.contains("+Reviewer: Reviewer 2") && !shown.contains("Said(at:"), "{shown}");
    assert!(repository.git(&["status", "--short"]).lines().count() == 1, "what lies beside a project is not ignored");

    let run = repository.factmark(&["git-setup", "--remove"]);
    assert!(run.status.success(), "{}", said(&run));
    assert!(!repository.try_git(&["config", "--get", "merge.factmark.driver"]).status.success());
    assert_eq!(std::fs::read_to_string(repository.path().join(".gitattributes")).unwrap(), "");
}

#[test]
fn copies_merge_to_one_file_that_parses_to_the_union_in_any_order() {
    let folder = tempfile::tempdir().unwrap();
    let first = base(1);
    let copies: Vec<Project> = (2..6).map(|reviewer| reviewed(&first, reviewer, 6, reviewer)).collect();
    let names: Vec<String> = (0..copies.len()).map(|n| format!("{n}.factmark.ron")).collect();
    for (name, copy) in names.iter().zip(&copies) {
        std::fs::write(folder.path().join(name), bytes(copy)).unwrap();
    }
    let merged = |order: &[usize], out: &str| {
        let mut args = vec!["merge".to_owned()];
        args.extend(order.iter().map(|n| names[*n].clone()));
        args.extend(["-o".to_owned(), out.to_owned()]);
        let run = Command::new(env!("CARGO_BIN_EXE_factmark")).current_dir(folder.path()).args(&args).output().unwrap();
        assert!(run.status.success(), "{}", said(&run));
        assert!(said(&run).contains("0 lost") && said(&run).contains("Reviewer 3: "), "{}", said(&run));
        std::fs::read(folder.path().join(out)).unwrap()
    };
    let one = merged(&[0, 1, 2, 3], "one.factmark.ron");
    assert_eq!(one, merged(&[0, 3, 1, 2], "two.factmark.ron"));
    let all = copies.iter().flat_map(records).collect::<BTreeSet<_>>();
    let read = parse(&one, &Progress::default()).unwrap();
    assert_eq!(read.lines.len(), all.len());
}
