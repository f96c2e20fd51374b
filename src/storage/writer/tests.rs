//! The worker keeps the order, tells what happened, and finishes what was asked for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::journal::leftovers;
use super::super::load::load;
use super::super::progress::Progress;
use super::super::saver::save;
use super::super::tests::sample;
use super::*;
use crate::model::RecordSet;

struct Desk {
    dir: tempfile::TempDir,
    done: Receiver<Done>,
    woken: Arc<AtomicUsize>,
    writer: Option<Writer>,
    set: RecordSet,
}

impl Desk {
    fn new(journals: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (sender, done) = channel();
        let woken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&woken);
        let place = JournalPlace { folder: dir.path().join(journals), project: sample::project_id(1), project_path: None };
        let wake = Arc::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let writer = Some(Writer::start(Some(place), sender, wake).unwrap());
        Self { dir, done, woken, writer, set: RecordSet::default() }
    }

    fn writer(&self) -> &Writer {
        self.writer.as_ref().unwrap()
    }

    fn append(&mut self, lines: &[String]) -> u64 {
        lines.iter().for_each(|line| {
            self.set.insert(line);
        });
        self.writer().append(lines.to_vec())
    }

    fn save(&self, path: &Path, expected: Option<Fingerprint>) -> u64 {
        let path = path.to_owned();
        self.writer().save(SaveRequest {
            path,
            id: sample::project_id(1),
            lines: self.set.snapshot(),
            expected,
            damaged: false,
            state: None,
            progress: Progress::default(),
        })
    }

    fn saved(&self) -> Result<Saved, SaveError> {
        loop {
            if let Done::Saved { result, .. } = self.done.recv().unwrap() {
                return result;
            }
        }
    }

    fn journals(&self) -> PathBuf {
        self.dir.path().join("journals")
    }

    fn project(&self) -> PathBuf {
        self.dir.path().join("p.factmark.ron")
    }
}

#[test]
fn everything_appended_is_journaled_in_order_before_the_writer_is_gone() {
    let mut desk = Desk::new("journals");
    let lines = sample::lines(1, 500);
    let numbers: Vec<u64> = lines.chunks(3).map(|some| desk.append(some)).collect();
    desk.writer = None;
    let done: Vec<Done> = desk.done.try_iter().collect();
    assert_eq!(desk.woken.load(Ordering::Relaxed), done.len());
    let ends: Vec<u64> = done
        .iter()
        .map(|done| match done {
            Done::Journaled { up_to, result: Ok(()) } => *up_to,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(ends.is_sorted() && ends.last() == numbers.last(), "{ends:?}");
    assert_eq!(leftovers(&desk.journals()).pop().unwrap().lines, lines);
}

#[test]
fn a_save_holds_what_was_appended_before_and_the_journal_what_came_after() {
    let mut desk = Desk::new("journals");
    let lines = sample::lines(2, 30);
    desk.append(&lines[..20]);
    desk.save(&desk.project(), None);
    desk.append(&lines[20..]);
    let saved = desk.saved().unwrap();
    desk.writer = None;
    let left = leftovers(&desk.journals()).pop().unwrap();
    assert_eq!((left.lines.as_slice(), left.project_path.as_ref()), (&lines[20..], Some(&saved.path)));
    let mut project = load(&desk.project(), &Progress::default()).unwrap().project;
    project.add(left.lines.iter().map(String::as_str));
    assert_eq!(project.records().len(), desk.set.len());
}

#[test]
fn saves_that_queue_up_do_not_take_each_other_for_strangers() {
    let mut desk = Desk::new("journals");
    let lines = sample::lines(3, 9);
    desk.append(&lines[..3]);
    desk.save(&desk.project(), None);
    let first = desk.saved().unwrap();
    desk.append(&lines[3..6]);
    desk.save(&desk.project(), Some(first.fingerprint));
    desk.append(&lines[6..]);
    desk.save(&desk.project(), Some(first.fingerprint));
    desk.saved().unwrap();
    let last = desk.saved().unwrap();
    assert!(last.joined.is_empty());
}

#[test]
fn what_others_wrote_is_told_once_and_stays_in_the_file_whatever_has_queued_up() {
    let mut desk = Desk::new("journals");
    desk.append(&sample::lines(3, 3));
    desk.save(&desk.project(), None);
    let first = desk.saved().unwrap();
    let mut theirs = desk.set.clone();
    theirs.insert("Theirs(1)");
    save(&desk.project(), sample::project_id(1), theirs.lines(), Some(&first.fingerprint), &Progress::default()).unwrap();
    // Both were asked for before anybody could take in what the first of them joins.
    desk.save(&desk.project(), Some(first.fingerprint));
    desk.append(&["Mine(1)".to_owned()]);
    desk.save(&desk.project(), Some(first.fingerprint));
    let joined = [desk.saved().unwrap().joined, desk.saved().unwrap().joined];
    assert_eq!(joined, [["Theirs(1)"], ["Theirs(1)"]]);
    let loaded = load(&desk.project(), &Progress::default()).unwrap();
    assert_eq!(loaded.project.records().len(), desk.set.len() + 1);
}

#[test]
fn after_a_good_end_nothing_is_offered() {
    let mut desk = Desk::new("journals");
    desk.append(&sample::lines(4, 5));
    desk.save(&desk.project(), None);
    desk.saved().unwrap();
    desk.writer = None;
    assert!(leftovers(&desk.journals()).is_empty());

    let mut desk = Desk::new("journals");
    desk.append(&sample::lines(4, 5));
    desk.writer().set_aside();
    desk.writer = None;
    assert!(leftovers(&desk.journals()).is_empty());
}

#[test]
fn lines_that_cannot_be_journaled_are_kept_until_they_can_or_are_saved() {
    let mut desk = Desk::new("blocked/journals");
    let blocked = desk.dir.path().join("blocked");
    std::fs::write(&blocked, "a file where the folder should be").unwrap();
    let lines = sample::lines(5, 8);
    let journaled = |desk: &Desk| match desk.done.recv().unwrap() {
        Done::Journaled { up_to, result } => (up_to, result.is_ok()),
        other => panic!("{other:?}"),
    };
    let first = desk.append(&lines[..4]);
    assert_eq!(journaled(&desk), (first, false));
    desk.save(&desk.project(), None);
    assert_eq!(journaled(&desk), (first, true), "the file holds them now");
    desk.saved().unwrap();
    let second = desk.append(&lines[4..]);
    assert_eq!(journaled(&desk), (second, false));
    std::fs::remove_file(&blocked).unwrap();
    let again = desk.append(&[]);
    assert_eq!(journaled(&desk), (again, true));
    desk.writer = None;
    assert_eq!(leftovers(&blocked.join("journals")).pop().unwrap().lines, lines[4..]);
}

#[test]
fn without_a_place_for_the_journal_saving_still_works() {
    let dir = tempfile::tempdir().unwrap();
    let (sender, done) = channel();
    let writer = Writer::start(None, sender, Arc::new(|| {})).unwrap();
    writer.append(vec!["One(1)".to_owned()]);
    assert!(matches!(done.recv().unwrap(), Done::Journaled { result: Err(JournalError::NoPlace), .. }));
    let mut set = RecordSet::default();
    set.insert("One(1)");
    let path = dir.path().join("p");
    let (id, lines) = (sample::project_id(1), set.snapshot());
    writer.save(SaveRequest { path, id, lines, expected: None, damaged: false, state: None, progress: Progress::default() });
    assert!(done.iter().take(2).any(|done| matches!(done, Done::Saved { result: Ok(_), .. })));
    assert!(writer.is_running());
}

/// Tells the child where its journals go.
const FOLDER: &str = "FACTMARK_TEST_FOLDER";

#[test]
#[ignore = "the process that the test below starts"]
fn one_that_panics() {
    let Ok(folder) = std::env::var(FOLDER) else { panic!("started by hand") };
    // What comes after our own hook ends the process at once: nothing but the hook can have flushed.
    std::panic::set_hook(Box::new(|_| std::process::abort()));
    super::flush_on_panic();
    let place = JournalPlace { folder: PathBuf::from(folder), project: sample::project_id(1), project_path: None };
    let writer = Writer::start(Some(place), channel().0, Arc::new(|| {})).unwrap();
    for line in sample::lines(6, 2000) {
        writer.append(vec![line]);
    }
    panic!("in the middle of it");
}

#[test]
fn a_panic_has_everything_in_the_journal_before_the_program_goes() {
    let folder = tempfile::tempdir().unwrap();
    let name = format!("{}::one_that_panics", module_path!().split_once("::").unwrap().1);
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    let output = child.args(["--ignored", "--exact", &name]).env(FOLDER, folder.path()).output().unwrap();
    assert!(!output.status.success());
    let left = leftovers(folder.path()).pop().expect("a journal");
    assert_eq!((left.lines.len(), left.damaged), (2000, 0));
    assert_eq!(left.lines, sample::lines(6, 2000));
    println!("{} changes given to the writer in the moment before a panic: all of them are in the journal", left.lines.len());
}
