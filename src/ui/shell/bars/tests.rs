#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::app::dialog::{Ask, Purpose};
use crate::app::{App, Request, Surroundings, Trouble};
use crate::storage::Pace;
use crate::ui::shell::tests::Bench;

const LONG: Duration = Duration::from_secs(30);
const QUICK: Pace = Pace {
    poll: Duration::from_millis(50),
    quiet: Duration::from_millis(5),
    beat: Duration::from_millis(200),
    retry: Duration::from_secs(3600),
};

/// A project on the disk, in a window.
struct Stage {
    harness: Harness<'static, Bench>,
    woken: Receiver<()>,
    folder: tempfile::TempDir,
    path: PathBuf,
}

/// A program that keeps what it keeps in a folder, and who is told when something has happened in it.
fn program(folder: &Path) -> (App, Receiver<()>) {
    let (sender, woken) = channel();
    let sender = Mutex::new(sender);
    let mut surroundings = Surroundings::fixed(1_795_338_720_000);
    surroundings.watching = Some(QUICK);
    surroundings.state_folder = Some(folder.join("state"));
    let wake = move || {
        let _ = sender.lock().unwrap().send(());
    };
    (App::new(surroundings, Arc::new(wake)), woken)
}

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (app, woken) = program(folder.path());
        let mut stage = Self { harness: Bench::of(app).shown(), woken, path: folder.path().join("mill.factmark.ron"), folder };
        stage.save_to(&stage.path.clone());
        stage.until("it is saved", |app| app.path().is_some());
        stage.path = stage.app().path().unwrap().clone();
        stage
    }

    /// The program ends, and is started again with nothing open.
    fn restart(&mut self) {
        self.until("it is at rest", |app| !app.is_saving() && app.is_kept() && app.jobs.running().is_empty());
        let (app, woken) = program(self.folder.path());
        self.harness = Bench::with(app).shown();
        self.woken = woken;
    }

    fn app(&mut self) -> &mut App {
        &mut self.harness.state_mut().app
    }

    fn save_to(&mut self, path: &Path) {
        let ask = Ask { purpose: Purpose::SaveProject, name: String::new(), folder: None };
        self.app().act(Request::Chosen(ask, vec![path.to_owned()]));
    }

    #[track_caller]
    fn until(&mut self, what: &str, expected: impl Fn(&App) -> bool) {
        let end = Instant::now() + LONG;
        loop {
            self.app().poll();
            if expected(self.app()) {
                break;
            }
            assert!(self.woken.recv_timeout(end.saturating_duration_since(Instant::now())).is_ok(), "it never came that {what}");
        }
        self.harness.run();
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.harness.run();
    }

    fn says(&self, words: &str) -> bool {
        self.harness.query_by_label_contains(words).is_some()
    }
}

#[test]
fn a_failed_save_is_said_with_what_can_be_done_until_it_has_gone_well() {
    let mut stage = Stage::new();
    let nowhere = stage.folder.path().join("nowhere");
    let target = nowhere.join("mill.factmark.ron");
    stage.save_to(&target);
    stage.until("it fails", |app| app.failed_save().is_some());
    stage.harness.get_by_role(Role::Alert);
    assert!(stage.says("Not saved. There is no folder") && stage.says("Your work is in the journal. It is tried again by itself."));
    stage.click("Save elsewhere…");
    assert_eq!(stage.app().asks.pop().map(|ask| ask.purpose), Some(Purpose::SaveProject));
    std::fs::create_dir(&nowhere).unwrap();
    if stage.app().failed_save().is_some() {
        stage.click("Try now");
    }
    stage.until("it is saved", |app| app.failed_save().is_none() && !app.is_saving());
    assert!(target.exists() && !stage.says("Not saved."));
}

#[test]
fn what_rescue_has_found_is_offered_in_a_bar() {
    for (press, back) in [("Join", 1), ("Leave", 0)] {
        let mut stage = Stage::new();
        // Who has the project open has the line still, and would put it back.
        stage.restart();
        let path = stage.path.clone();
        std::fs::copy(&path, format!("{}.bak", path.display())).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let at = text.find("/*").unwrap() + 16;
        std::fs::write(&path, format!("{}~{}", &text[..at], &text[at + 1..])).unwrap();
        stage.app().act(Request::Take(vec![path]));
        stage.until("the damage is seen", |app| app.found_by_rescue().is_some());
        let before = stage.app().session().project().records().len();
        assert!(stage.says("Rescue found 1 of 1 damaged line in the backup mill.factmark.ron.bak."));
        stage.click(press);
        // What was found is taken in only when nothing is being saved.
        stage.until("it is answered", |app| app.found_by_rescue().is_none() && app.jobs.running().is_empty() && !app.is_saving());
        assert_eq!(stage.app().session().project().records().len(), before + back, "{press}");
    }
}

#[test]
fn a_failed_save_can_be_given_up() {
    let mut stage = Stage::new();
    stage.save_to(&stage.folder.path().join("nowhere").join("mill.factmark.ron"));
    stage.until("it fails", |app| app.failed_save().is_some());
    stage.click("Do not try again");
    assert!(!stage.says("Not saved."));
}

#[test]
fn a_file_that_is_gone_can_be_saved_again_from_the_bar() {
    let mut stage = Stage::new();
    std::fs::remove_file(&stage.path).unwrap();
    stage.until("it is noticed", |app| app.trouble() == Some(&Trouble::NoFile));
    assert!(stage.says("mill.factmark.ron is no longer in"));
    stage.click("Save it here again");
    stage.until("it is saved", |app| app.trouble().is_none() && !app.is_saving());
    assert!(stage.path.exists() && !stage.says("is no longer in"));
}

#[test]
fn copies_are_offered_and_can_be_left() {
    let mut stage = Stage::new();
    let copy = stage.path.with_file_name("mill.factmark (1).ron");
    std::fs::copy(&stage.path, &copy).unwrap();
    stage.until("it is offered", |app| app.offered_copies().len() == 1);
    assert!(stage.says("A copy of this project lies beside it: mill.factmark (1).ron."));
    std::fs::copy(&stage.path, stage.path.with_file_name("mill.factmark (2).ron")).unwrap();
    stage.until("both are offered", |app| app.offered_copies().len() == 2);
    assert!(stage.says("2 copies of this project lie beside it."));
    stage.click("Leave");
    assert!(!stage.says("lie beside it") && copy.exists());
}

#[test]
fn who_else_has_the_file_open_stands_in_the_status_bar() {
    let mut stage = Stage::new();
    let note = |name: &str, session: u32| {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
        let text = format!("(session: {session}, name: \"{name}\", machine: \"laptop-{session}\", since: {now}, written: {now})");
        let path = stage.path.with_file_name(format!(".mill.factmark.ron.factmark-presence-{session:08x}"));
        std::fs::write(path, text).unwrap();
    };
    note("Ben Okoro", 2);
    stage.until("Ben is seen", |app| app.others().len() == 1);
    stage.harness.get_by_label("Also open: Ben Okoro (laptop-2)");
    for (name, session) in [("Cy Wells", 3), ("", 4)] {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
        let text = format!("(session: {session}, name: \"{name}\", machine: \"laptop-{session}\", since: {now}, written: {now})");
        std::fs::write(stage.path.with_file_name(format!(".mill.factmark.ron.factmark-presence-{session:08x}")), text).unwrap();
    }
    stage.until("all are seen", |app| app.others().len() == 3);
    stage.harness.get_by_label("Also open: somebody (laptop-4), Ben Okoro (laptop-2) and 1 more");
}

#[test]
fn work_of_an_earlier_session_stands_among_the_bars() {
    let folder = tempfile::tempdir().unwrap();
    let surroundings = || {
        let mut surroundings = Surroundings::fixed(1_795_338_720_000);
        surroundings.state_folder = Some(folder.path().join("state"));
        surroundings
    };
    let bench = Bench::of(App::new(surroundings(), Arc::new(|| {})));
    let records = bench.app.session().project().records().len();
    drop(bench);
    let mut app = App::new(surroundings(), Arc::new(|| {}));
    assert!(app.settle(LONG));
    let mut harness = Bench::with(app).shown();
    harness.get_by_label_contains("on a project that was never saved");
    harness.get_by_role_and_label(Role::Button, "Recover").click();
    harness.run();
    assert!(harness.state_mut().app.settle(LONG));
    harness.run();
    harness.get_by_label_contains("No file holds them yet.");
    for name in ["Review them", "Set aside", "Keep"] {
        harness.get_by_role_and_label(Role::Button, name);
    }
    harness.get_by_role_and_label(Role::Button, "Review them").click();
    harness.run();
    assert!(harness.state().app.shows_recovered());
    harness.get_by_role_and_label(Role::Button, "Keep").click();
    harness.run();
    assert!(harness.query_by_label_contains("Recovered").is_none());
    assert_eq!(harness.state().app.session().project().records().len(), records);
    assert!(harness.query_by_label_contains("Unsaved work of").is_none());
}
