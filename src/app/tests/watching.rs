//! A file in the hands of several: nothing that anybody writes is lost, and what becomes of the place is said.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use super::*;
use crate::app::dialog::{Ask, Purpose};
use crate::model::Lines;
use crate::storage::{Pace, Progress, load, save};

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(30);
/// As quick as a test wants it.
const QUICK: Pace = Pace {
    poll: Duration::from_millis(50),
    quiet: Duration::from_millis(5),
    beat: Duration::from_millis(200),
    retry: Duration::from_millis(20),
};

/// An app whose file is watched, and what wakes its window.
struct Live {
    app: App,
    woken: Receiver<()>,
}

impl Live {
    fn new(folder: &Path, name: &str) -> Self {
        let folder = folder.join(name);
        // Each draws other identifiers.
        let mut surroundings = Surroundings::fixed(1_790_000_000_000 + name.bytes().map(u64::from).sum::<u64>());
        surroundings.settings_folder = Some(folder.join("settings"));
        surroundings.state_folder = Some(folder.join("state"));
        surroundings.watching = Some(QUICK);
        let (sender, woken) = channel();
        let sender = Mutex::new(sender);
        let wake = Arc::new(move || {
            let _ = sender.lock().unwrap().send(());
        });
        let mut app = App::new(surroundings, wake);
        app.settings.name = name.into();
        settle(&mut app);
        Self { app, woken }
    }

    /// The three reports, saved.
    fn with_reports(folder: &Path, name: &str) -> Self {
        let mut live = Self::new(folder, name);
        for report in REPORTS {
            live.app.act(Request::AddText(report.into()));
            settle(&mut live.app);
        }
        live.save_as(&folder.join("ferry.factmark.ron"));
        live
    }

    fn opening(folder: &Path, name: &str) -> Self {
        let mut live = Self::new(folder, name);
        live.app.act(Request::Take(vec![folder.join("ferry.factmark.ron")]));
        live.until("the project is open", |app| app.path().is_some());
        live
    }

    fn save_as(&mut self, path: &Path) {
        let ask = Ask { purpose: Purpose::SaveProject, name: String::new(), folder: None };
        self.app.act(Request::Chosen(ask, vec![path.to_owned()]));
        self.until("it is saved", |app| !app.session().is_unsaved() && !app.is_saving());
    }

    fn save(&mut self) {
        self.app.act(Request::Run(Command::Save));
        self.until("it is saved", |app| !app.session().is_unsaved() && !app.is_saving());
    }

    /// Waits for something to come true, looking whenever the window would be woken.
    #[track_caller]
    fn until(&mut self, what: &str, expected: impl Fn(&App) -> bool) {
        let end = Instant::now() + LONG;
        loop {
            self.app.poll();
            if expected(&self.app) {
                return;
            }
            let left = end.saturating_duration_since(Instant::now());
            assert!(self.woken.recv_timeout(left).is_ok(), "it never came that {what}; told: {}", told(&self.app));
        }
    }

    fn mark(&mut self, article: usize, words: &str, command: Command) -> AnnotationId {
        let article = self.app.session().project().articles()[article].id;
        self.app.act(Request::ShowArticle(article));
        mark(&mut self.app, words, command)
    }

    fn annotations(&self) -> usize {
        self.app.session().project().counts().total()
    }
}

fn lines(app: &App) -> Vec<String> {
    app.session().project().records().lines().sorted().into_iter().map(str::to_owned).collect()
}

fn on_disk(path: &Path) -> Vec<String> {
    let loaded = load(path, &Progress::default()).unwrap();
    loaded.project.records().lines().sorted().into_iter().map(str::to_owned).collect()
}

#[test]
fn what_somebody_else_saves_comes_in_by_itself_and_own_work_and_undo_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let mut ben = Live::opening(folder.path(), "Ben Okoro");
    let mine = ada.mark(0, "84 people", Command::Dispute);
    ben.mark(1, "six hours", Command::Verify);
    ben.mark(1, "48 people", Command::Refute);
    ben.save();
    ada.until("Ben’s work is there", |app| app.session().project().counts().total() == 3);
    assert_eq!(told(&ada.app).lines().last(), Some("Ben Okoro: 2 annotations, 2 judgements came in from the file"));
    assert!(ada.app.session().is_unsaved(), "own work is still unsaved");
    assert_eq!(verdict(&ada.app, mine), Some(Verdict::Disputed));
    ada.app.act(Request::Run(Command::Undo));
    assert_eq!(ada.annotations(), 2, "undo takes back one’s own step and nobody else’s");
    ada.app.act(Request::Run(Command::Redo));
    ada.save();
    ben.until("Ada’s work is there", |app| app.session().project().counts().total() == 3);
    assert!(!ben.app.session().is_unsaved());
    assert_eq!(lines(&ada.app), lines(&ben.app));
    assert_eq!(on_disk(&folder.path().join("ferry.factmark.ron")), lines(&ben.app));
}

#[test]
fn two_windows_that_edit_and_save_one_file_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let mut ben = Live::opening(folder.path(), "Ben Okoro");
    let words = ["ferry", "Osprey", "aground", "Monday", "people", "hurt", "harbour", "master", "noon", "board"];
    let others = ["Osprey", "freed", "after", "six", "hours", "Lindt", "people", "board", "tide", "low"];
    for (word, other) in words.iter().zip(others) {
        ada.mark(0, word, Command::Verify);
        ben.mark(1, other, Command::Dispute);
        // Both ask at once; each may find the other’s file.
        ada.app.act(Request::Run(Command::Save));
        ben.app.act(Request::Run(Command::Save));
        ada.until("Ada’s save has ended", |app| !app.is_saving());
        ben.until("Ben’s save has ended", |app| !app.is_saving());
    }
    let count = 2 * words.len();
    ada.until("all is with Ada", |app| app.session().project().counts().total() == count);
    ben.until("all is with Ben", |app| app.session().project().counts().total() == count);
    if ada.app.session().is_unsaved() {
        ada.save();
    }
    if ben.app.session().is_unsaved() {
        ben.save();
    }
    let path = folder.path().join("ferry.factmark.ron");
    ada.until("both know the same file", |app| {
        app.session().on_disk.is_some_and(|disk| disk == crate::storage::Fingerprint::read(&path).unwrap())
    });
    assert_eq!(lines(&ada.app), lines(&ben.app));
    assert_eq!(on_disk(&path), lines(&ada.app));
}

#[test]
fn many_records_come_in_at_once_without_ado() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let mine = ada.mark(0, "84 people", Command::Dispute);
    let mut ben = Live::opening(folder.path(), "Ben Okoro");
    for n in 0..150 {
        let report = ben.app.session().project().articles()[1].id;
        ben.app.act(Request::GoToPlace(report, n % 60..n % 60 + 2 + n / 60));
        ben.app.act(Request::Run(Command::Verify));
    }
    let more = ben.annotations();
    assert!(more > 100, "{more}");
    ben.save();
    ada.until("Ben’s work is there", |app| app.session().project().counts().total() == more + 1);
    assert!(ada.app.session().is_unsaved());
    assert_eq!(ada.app.list.rows().len(), 1, "the list shows the open article");
    let journaled = |app: &App| app.session().project().annotation(mine).is_some();
    assert!(journaled(&ada.app));
    ada.app.act(Request::Run(Command::Undo));
    assert_eq!(ada.annotations(), more);
    ada.app.act(Request::Run(Command::Redo));
    ada.save();
    ben.until("Ada’s work is there", |app| app.session().project().counts().total() == more + 1);
    assert_eq!(lines(&ada.app), lines(&ben.app));
    let coverage = |app: &App| {
        let facts = session::Facts::of_all(app.session().project());
        app.session().project().articles().iter().all(|article| {
            let (known, counted) = (&app.session().facts(article.id).unwrap().coverage, &facts[&article.id].coverage);
            (known.done(), known.total()) == (counted.done(), counted.total())
        })
    };
    assert!(coverage(&ada.app) && coverage(&ben.app));
}

#[test]
fn a_version_that_lacks_what_was_saved_is_joined_and_the_rest_stays_here() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let path = folder.path().join("ferry.factmark.ron");
    let before = std::fs::read(&path).unwrap();
    ada.mark(0, "84 people", Command::Dispute);
    ada.save();
    // A syncing program lets another computer’s version win.
    std::fs::write(&path, before).unwrap();
    ada.until("the loss is noticed", |app| app.session().is_unsaved());
    assert!(told(&ada.app).contains("without 2 records that were saved in it"), "{}", told(&ada.app));
    assert_eq!(ada.annotations(), 1);
    settle(&mut ada.app);
    // The window dies: what the file lost is in the journal.
    let records = lines(&ada.app);
    drop(ada);
    let mut ada = Live::opening(folder.path(), "Ada Quist");
    settle(&mut ada.app);
    assert!(ada.app.recovered().is_some());
    assert_eq!(lines(&ada.app), records);
}

#[test]
fn a_file_that_is_gone_or_cannot_be_used_is_said_and_the_work_is_saved_later() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let path = ada.app.path().unwrap().clone();
    ada.mark(0, "84 people", Command::Dispute);
    ada.save();

    std::fs::remove_file(&path).unwrap();
    ada.until("it is said", |app| app.trouble() == Some(&Trouble::NoFile));
    assert!(ada.app.session().is_unsaved() && ada.annotations() == 1);
    ada.save();
    ada.until("all is well", |app| app.trouble().is_none());
    assert_eq!(on_disk(&path), lines(&ada.app));

    let away = path.with_file_name("away");
    std::fs::rename(&path, &away).unwrap();
    std::fs::create_dir(&path).unwrap();
    ada.until("it is said", |app| app.trouble() == Some(&Trouble::NotAFile));
    ada.mark(0, "Monday", Command::Verify);
    ada.app.act(Request::Run(Command::Save));
    ada.until("the save fails", |app| app.failed_save().is_some_and(|failing| failing.why.contains("is a folder")));
    std::fs::remove_dir(&path).unwrap();
    ada.until("it is saved by itself", |app| !app.session().is_unsaved() && app.failed_save().is_none());
    ada.until("all is well", |app| app.trouble().is_none());
    assert_eq!(on_disk(&path), lines(&ada.app));

    let other = crate::model::ProjectId::new(9, 9);
    save(&path, other, &Lines::default(), None, &Progress::default()).unwrap();
    ada.until("it is said", |app| app.trouble() == Some(&Trouble::OtherProject));
    std::fs::rename(&away, &path).unwrap();
    ada.until("all is well", |app| app.trouble().is_none());
    assert!(ada.app.session().is_unsaved(), "the older version lacks Monday");
}

#[test]
fn a_file_that_comes_back_as_it_was_is_saved_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let path = ada.app.path().unwrap().clone();
    let away = path.with_file_name("away");
    std::fs::rename(&path, &away).unwrap();
    ada.until("it is said", |app| app.trouble() == Some(&Trouble::NoFile) && app.session().is_unsaved());
    std::fs::rename(&away, &path).unwrap();
    ada.until("all is well", |app| app.trouble().is_none());
    assert!(!ada.app.session().is_unsaved());
}

#[test]
fn a_folder_that_goes_and_comes_back_lets_the_save_through_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (shared, away) = (folder.path().join("shared"), folder.path().join("away"));
    std::fs::create_dir(&shared).unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    ada.save_as(&shared.join("ferry.factmark.ron"));
    std::fs::rename(&shared, &away).unwrap();
    ada.until("it is said", |app| app.trouble() == Some(&Trouble::NoFolder));
    ada.mark(0, "84 people", Command::Dispute);
    ada.app.act(Request::Run(Command::Save));
    ada.until("the save fails", |app| app.failed_save().is_some());
    assert!(ada.app.failed_save().unwrap().retries && ada.app.is_journaled());
    std::fs::rename(&away, &shared).unwrap();
    ada.until("it is saved by itself", |app| !app.session().is_unsaved() && app.failed_save().is_none() && app.trouble().is_none());
    assert_eq!(on_disk(&shared.join("ferry.factmark.ron")), lines(&ada.app));
    assert!(told(&ada.app).contains("Saved"));
}

#[test]
fn a_folder_that_may_not_be_written_is_tried_again_until_it_may() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("locked");
    std::fs::create_dir(&place).unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    ada.save_as(&place.join("ferry.factmark.ron"));
    let Some(locked) = crate::platform::staging::Locked::new(&place) else { return };
    ada.mark(0, "84 people", Command::Dispute);
    ada.app.act(Request::Run(Command::Save));
    ada.until("the save fails", |app| app.failed_save().is_some());
    drop(locked);
    ada.until("it is saved by itself", |app| !app.session().is_unsaved() && app.failed_save().is_none());
}

#[test]
fn a_full_disk_keeps_the_file_and_the_work_until_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let small = folder.path().join("small");
    std::fs::create_dir(&small).unwrap();
    let mount = std::process::Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "none"]).arg(&small).output();
    if !mount.as_ref().is_ok_and(|mount| mount.status.success()) {
        println!("left out: no small disk can be mounted here: {mount:?}");
        return;
    }
    struct Mounted(PathBuf);
    impl Drop for Mounted {
        fn drop(&mut self) {
            let _ = std::process::Command::new("umount").arg("-l").arg(&self.0).output();
        }
    }
    let _mounted = Mounted(small.clone());
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let path = small.join("ferry.factmark.ron");
    ada.save_as(&path);
    let before = std::fs::read(&path).unwrap();
    let filler = small.join("filler");
    let _ = std::io::Write::write_all(&mut std::fs::File::create(&filler).unwrap(), &[1; 100_000]);
    ada.mark(0, "84 people", Command::Dispute);
    ada.app.act(Request::Run(Command::Save));
    ada.until("the save fails", |app| app.failed_save().is_some_and(|failing| failing.why.contains("no room")));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(ada.app.is_journaled());
    std::fs::remove_file(&filler).unwrap();
    ada.until("it is saved by itself", |app| !app.session().is_unsaved() && app.failed_save().is_none());
    assert_eq!(on_disk(&path), lines(&ada.app));
}

#[test]
fn a_failed_save_can_go_elsewhere_or_be_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let nowhere = folder.path().join("nowhere").join("ferry.factmark.ron");
    for give_up in [true, false] {
        let ask = Ask { purpose: Purpose::SaveProject, name: String::new(), folder: None };
        ada.app.act(Request::Chosen(ask, vec![nowhere.clone()]));
        ada.until("the save fails", |app| app.failed_save().is_some());
        if give_up {
            ada.app.act(Request::GiveUpSaving);
            assert!(ada.app.failed_save().is_none());
            continue;
        }
        ada.app.act(Request::SaveElsewhere);
        let ask = ada.app.asks.pop().unwrap();
        ada.app.act(Request::Chosen(ask, vec![folder.path().join("elsewhere")]));
        ada.until("it is saved", |app| app.failed_save().is_none() && !app.is_saving());
        assert!(ada.app.path().unwrap().ends_with("elsewhere.factmark.ron"));
    }
}

#[test]
fn others_see_who_has_the_file_open_until_they_leave() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let mut ben = Live::opening(folder.path(), "Ben Okoro");
    let sees = |name: &'static str| move |app: &App| matches!(app.others(), [only] if only.name == name);
    ada.until("Ben is seen", sees("Ben Okoro"));
    ben.until("Ada is seen", sees("Ada Quist"));
    ben.app.settings.name = "Benedict Okoro".into();
    ben.app.poll();
    ada.until("the new name is seen", sees("Benedict Okoro"));
    ben.app.finish();
    ada.until("Ben is gone", |app| app.others().is_empty());
    ada.app.finish();
    let left: Vec<String> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(!left.iter().any(|name| name.contains("presence")), "{left:?}");
}

/// A trash that is a folder, or that fails.
fn trash(to: Option<PathBuf>) -> Trash {
    Arc::new(move |path| {
        let to = to.as_ref().ok_or("the trash is full")?;
        std::fs::rename(path, to.join(path.file_name().unwrap())).map_err(|error| error.to_string())
    })
}

#[test]
fn copies_are_joined_saved_and_only_then_put_in_the_trash() {
    for trash_works in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        std::fs::create_dir(&bin).unwrap();
        let mut ada = Live::with_reports(folder.path(), "Ada Quist");
        ada.app.surroundings.trash = trash(trash_works.then(|| bin.clone()));
        let path = ada.app.path().unwrap().clone();
        // Two computers went on with the same version.
        let mut copies = Vec::new();
        for (who, name, words) in [
            ("Ben Okoro", "sync-conflict-20261122-091200-ABCDEFG", "six hours"),
            ("Cy Wells", "sync-conflict-20261122-101200-HIJKLMN", "48 people"),
        ] {
            let mut ben = Live::opening(folder.path(), who);
            ben.save_as(&folder.path().join("elsewhere.factmark.ron"));
            ben.mark(1, words, Command::Verify);
            ben.save();
            ben.app.finish();
            let copy = path.with_file_name(format!("ferry.factmark.{name}.ron"));
            std::fs::rename(folder.path().join("elsewhere.factmark.ron"), &copy).unwrap();
            copies.push(copy);
        }
        ada.until("both are offered", |app| app.offered_copies().len() == 2);
        ada.app.act(Request::AnswerCopies(true));
        ada.until("the copies are joined and saved", |app| {
            app.session().project().counts().total() == 2 && !app.session().is_unsaved() && told(app).contains("trash")
        });
        for words in ["Ben Okoro: 1 annotation, 1 judgement", "Cy Wells: 1 annotation, 1 judgement", "came in from the copies"] {
            assert!(told(&ada.app).contains(words), "{}", told(&ada.app));
        }
        assert_eq!(on_disk(&path), lines(&ada.app));
        for copy in &copies {
            assert_eq!(copy.exists(), !trash_works);
            assert_eq!(bin.join(copy.file_name().unwrap()).exists(), trash_works);
        }
        let expected = if trash_works { "2 copies are joined and saved" } else { "could not be moved to the trash: the trash is full" };
        assert!(told(&ada.app).contains(expected), "{}", told(&ada.app));
        assert!(ada.app.offered_copies().is_empty());
    }
}

#[test]
fn copies_stay_where_they_are_when_they_are_damaged_changed_refused_or_not_saved() {
    for case in ["damaged", "changed", "refused", "not saved"] {
        let folder = tempfile::tempdir().unwrap();
        let mut ada = Live::with_reports(folder.path(), "Ada Quist");
        let path = ada.app.path().unwrap().clone();
        let copy = path.with_file_name("ferry.factmark (1).ron");
        let mut ben = Live::opening(folder.path(), "Ben Okoro");
        ben.save_as(&folder.path().join("elsewhere.factmark.ron"));
        ben.mark(1, "six hours", Command::Verify);
        ben.save();
        ben.app.finish();
        let mut text = std::fs::read_to_string(folder.path().join("elsewhere.factmark.ron")).unwrap();
        if case == "damaged" {
            text = text.replacen("Ada Quist", "Ada Quisk", 1);
        }
        std::fs::write(&copy, &text).unwrap();
        let touched = copy.clone();
        ada.app.surroundings.trash = Arc::new(move |path| panic!("{} must not go: {}", path.display(), touched.display()));
        ada.until("it is offered", |app| app.offered_copies().len() == 1);
        let blocked = path.with_file_name("away");
        if case == "not saved" {
            std::fs::rename(&path, &blocked).unwrap();
            std::fs::create_dir(&path).unwrap();
        }
        ada.app.act(Request::AnswerCopies(case != "refused"));
        match case {
            "changed" => {
                // Before the save has ended.
                ada.until("it is joined", |app| app.session().project().counts().total() == 1);
                std::fs::write(&copy, format!("{text}// more\n")).unwrap();
                ada.until("it is said", |app| told(app).contains("was changed after it was joined"));
            }
            "damaged" => ada.until("it is said", |app| told(app).contains("is damaged: what is whole was joined")),
            "not saved" => ada.until("the save fails", |app| app.failed_save().is_some()),
            _ => settle(&mut ada.app),
        }
        assert_eq!(ada.annotations(), usize::from(case != "refused"), "{case}");
        assert!(copy.exists() && ada.app.offered_copies().is_empty(), "{case}");
    }
}

#[test]
fn nothing_wakes_the_window_while_nothing_happens() {
    let folder = tempfile::tempdir().unwrap();
    let mut ada = Live::with_reports(folder.path(), "Ada Quist");
    let ben = Live::opening(folder.path(), "Ben Okoro");
    ada.until("Ben is seen", |app| app.others().len() == 1);
    settle(&mut ada.app);
    while ada.woken.recv_timeout(10 * QUICK.poll).is_ok() {
        ada.app.poll();
    }
    // Twenty polls and five renewals of the notes of both have woken nobody.
    assert!(ada.woken.recv_timeout(20 * QUICK.poll).is_err());
    drop(ben);
}
