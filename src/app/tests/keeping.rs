//! Saving, opening, leaving, recovering: nothing that was done is lost.

use std::path::PathBuf;

use super::*;
use crate::app::dialog::{Ask, Leaving, Purpose};
use crate::app::session::Facts;
use crate::model::Target;

fn save_as(app: &mut App, path: &Path) {
    app.act(Request::Run(Command::SaveAs));
    let ask = app.asks.pop().unwrap();
    assert_eq!(ask.purpose, Purpose::SaveProject);
    app.act(Request::Chosen(ask, vec![path.to_owned()]));
    settle(app);
}

fn reopened(folder: &Path, path: &Path) -> App {
    let mut app = app_in(Some(folder));
    app.act(Request::Take(vec![path.to_owned()]));
    settle(&mut app);
    app
}

fn records(app: &App) -> Vec<String> {
    app.session().project().records().lines().sorted().into_iter().map(str::to_owned).collect()
}

#[test]
fn a_saved_project_opens_as_it_was_and_saves_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    mark(&mut app, "84 people", Command::Dispute);
    save_as(&mut app, &folder.path().join("ferry"));
    let path = folder.path().join("ferry.factmark.ron");
    assert_eq!(app.path(), Some(&path.canonicalize().unwrap()));
    assert!(!app.session().is_unsaved(), "{}", told(&app));
    let bytes = std::fs::read(&path).unwrap();
    let mut again = reopened(folder.path(), &path);
    assert_eq!(records(&again), records(&app));
    save_as(&mut again, &folder.path().join("copy"));
    assert_eq!(std::fs::read(folder.path().join("copy.factmark.ron")).unwrap(), bytes);
}

#[test]
fn the_reader_comes_back_to_the_same_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    save_as(&mut app, &folder.path().join("ferry"));
    let second = app.session().project().articles()[1].id;
    app.act(Request::ShowArticle(second));
    app.top = 30;
    let filter = Filter { verified: false, ..app.filter.clone() };
    app.act(Request::SetFilter(filter.clone()));
    app.act(Request::Run(Command::Quit));
    assert!(app.quit);
    app.finish();
    drop(app);
    let app = reopened(folder.path(), &folder.path().join("ferry.factmark.ron"));
    assert_eq!((app.article, app.top, app.filter), (Some(second), 30, filter));
    assert_eq!(app.settings.recent.len(), 1);
}

#[test]
fn unsaved_work_is_asked_about_and_each_answer_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    for (answer, expected_files) in [("cancel", 0), ("leave", 0), ("save", 1)] {
        let mut app = review_in(Some(&folder.path().join(answer)));
        app.act(Request::CloseWindow);
        assert_eq!(app.dialog, Some(Dialog::Unsaved(Leaving::Quit)));
        match answer {
            "cancel" => app.act(Request::CloseDialog),
            "leave" => app.act(Request::LeaveUnsaved(Leaving::Quit)),
            _ => {
                app.act(Request::SaveAndLeave(Leaving::Quit));
                let ask = app.asks.pop().unwrap();
                app.act(Request::Chosen(ask, vec![folder.path().join("saved")]));
                settle(&mut app);
            }
        }
        assert_eq!(app.quit, answer != "cancel", "{answer}");
        let saved = folder.path().join("saved.factmark.ron");
        assert_eq!(usize::from(saved.exists()), expected_files, "{answer}");
    }
}

#[test]
fn work_that_was_never_saved_is_offered_after_a_crash_and_can_be_recovered() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    mark(&mut app, "84 people", Command::Dispute);
    settle(&mut app);
    let before = records(&app);
    // Nobody asked it to quit: the journal stays as it is, and its lock is free.
    drop(app);
    let mut app = app_in(Some(folder.path()));
    let journal: Vec<PathBuf> = app.leftovers().iter().map(|leftover| leftover.path.clone()).collect();
    assert_eq!(journal.len(), 1);
    app.act(Request::Recover(journal[0].clone(), true));
    settle(&mut app);
    assert_eq!(records(&app), before);
    assert!(app.session().is_unsaved());
    assert!(app.leftovers().is_empty());
}

/// A project with a file, and two changes that only the journal has: the window died.
fn crashed(folder: &Path) -> (PathBuf, Vec<String>, Vec<String>) {
    let mut app = review_in(Some(folder));
    save_as(&mut app, &folder.join("ferry"));
    let saved = records(&app);
    mark(&mut app, "84 people", Command::Dispute);
    settle(&mut app);
    (app.path().unwrap().clone(), saved, records(&app))
}

/// The names in the folder of journals, and in that of old ones.
fn journals(folder: &Path) -> [usize; 2] {
    ["state", "state/kept"].map(|name| {
        let entries = std::fs::read_dir(folder.join(name)).into_iter().flatten().flatten();
        entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "journal")).count()
    })
}

#[test]
fn what_a_crash_left_is_joined_when_its_project_opens_and_stays_until_it_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let (path, saved, before) = crashed(folder.path());
    let mut app = reopened(folder.path(), &path);
    assert_eq!((records(&app), app.leftovers().len()), (before.clone(), 0));
    assert_eq!(app.recovered().map(|recovered| (recovered.changes, recovered.damaged)), Some((before.len() - saved.len(), 0)));
    assert!(app.session().is_unsaved() && app.session().undo_label().is_none() && app.can_set_recovered_aside());
    settle(&mut app);
    assert_eq!(journals(folder.path()), [1, 1], "the journal of this session holds it, the old one is put aside");
    app.act(Request::ReviewRecovered);
    settle(&mut app);
    assert!(app.shows_recovered() && app.tab == Tab::History);
    assert_eq!(app.history.len(), before.len() - saved.len());
    app.act(Request::AnswerRecovered(true));
    assert!(app.recovered().is_none() && app.session().is_unsaved());
    drop(app);
    let mut app = reopened(folder.path(), &path);
    assert_eq!((records(&app), app.recovered().is_some()), (before.clone(), true), "it was not saved: a second crash loses nothing");
    mark(&mut app, "Monday", Command::Verify);
    assert!(!app.can_set_recovered_aside(), "something is built upon it");
    app.act(Request::AnswerRecovered(false));
    settle(&mut app);
    assert!(app.recovered().is_some() && records(&app).len() > before.len());
    app.act(Request::Run(Command::Save));
    settle(&mut app);
    assert!(app.recovered().is_none() && !app.session().is_unsaved());
}

#[test]
fn who_crashed_is_the_same_person_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    settle(&mut app);
    drop(app);
    let mut app = app_in(Some(folder.path()));
    let journal = app.leftovers()[0].path.clone();
    app.act(Request::Recover(journal, true));
    settle(&mut app);
    mark(&mut app, "84 people", Command::Dispute);
    assert_eq!(app.session().project().reviewers().count(), 1);
}

#[test]
fn what_was_recovered_can_be_set_aside_and_nothing_is_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let (path, saved, _) = crashed(folder.path());
    let mut app = reopened(folder.path(), &path);
    app.act(Request::AnswerRecovered(false));
    settle(&mut app);
    assert_eq!((records(&app), app.recovered().is_some(), app.session().is_unsaved()), (saved.clone(), false, false));
    assert!(told(&app).contains("2 changes were set aside."), "{}", told(&app));
    app.finish();
    drop(app);
    let app = reopened(folder.path(), &path);
    assert_eq!((records(&app), app.recovered().is_some()), (saved, false), "it is not offered again");
    let kept =
        std::fs::read_dir(folder.path().join("state/kept")).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    assert!(kept.filter(|journal| journal.contains("Disputed")).count() >= 1, "the old journals have it");
}

#[test]
fn work_that_a_file_holds_already_is_not_called_recovered() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _, before) = crashed(folder.path());
    let state = folder.path().join("state");
    let journal = || std::fs::read_dir(&state).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_file()).unwrap();
    let (name, copy) = (journal(), std::fs::read(journal()).unwrap());
    let mut app = reopened(folder.path(), &path);
    app.act(Request::Run(Command::Save));
    settle(&mut app);
    app.finish();
    drop(app);
    // The program was killed after the rename and before the mark in the journal.
    std::fs::write(&name, &copy).unwrap();
    let mut app = reopened(folder.path(), &path);
    settle(&mut app);
    assert_eq!((records(&app), app.recovered().is_some(), app.session().is_unsaved()), (before, false, false));
    assert!(!name.exists(), "it is put aside");
    // A torn last line is told with what could be read.
    let torn = [&copy[..], b"12345678 Said(at"].concat();
    let other = std::fs::read(&path).unwrap();
    std::fs::write(&path, &other[..]).unwrap();
    drop(app);
    std::fs::write(&name, torn).unwrap();
    let older = folder.path().join("older.factmark.ron");
    std::fs::rename(format!("{}.bak", path.display()), &older).unwrap();
    let app = reopened(folder.path(), &older);
    assert_eq!(app.recovered().map(|recovered| (recovered.changes, recovered.damaged)), Some((2, 1)));
}

#[test]
fn work_of_another_project_is_offered_and_recovered_once_the_open_one_is_safe() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _, before) = crashed(folder.path());
    let mut app = review_in(Some(folder.path()));
    assert_eq!(app.leftovers().iter().map(|left| (left.changes, left.project_path.clone())).collect::<Vec<_>>(), [(2, Some(path.clone()))]);
    let journal = app.leftovers()[0].path.clone();
    app.act(Request::Recover(journal.clone(), true));
    assert_eq!(app.dialog, Some(Dialog::Unsaved(Leaving::Recover(journal.clone()))));
    app.act(Request::LeaveUnsaved(Leaving::Recover(journal)));
    settle(&mut app);
    assert_eq!((app.path(), records(&app), app.recovered().is_some()), (Some(&path), before, true));
}

#[test]
fn work_on_the_sample_is_recovered_with_the_sample() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = app_in(Some(folder.path()));
    app.act(Request::Run(Command::OpenSample));
    settle(&mut app);
    app.act(Request::Select(0..9));
    app.act(Request::Run(Command::Verify));
    settle(&mut app);
    let before = records(&app);
    drop(app);
    let mut app = app_in(Some(folder.path()));
    let journal = app.leftovers()[0].path.clone();
    app.act(Request::Recover(journal, true));
    settle(&mut app);
    assert_eq!(records(&app), before);
    assert_eq!(app.session().project().articles().len(), 5);
}

#[test]
fn a_file_that_somebody_else_changed_is_joined_before_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut a = review_in(Some(&folder.path().join("a")));
    let path = folder.path().join("ferry.factmark.ron");
    save_as(&mut a, &path);
    let mut b = reopened(&folder.path().join("b"), &path);
    b.settings.name = "Bo Ek".into();
    let first = b.session().project().articles()[0].id;
    b.act(Request::ShowArticle(first));
    mark(&mut a, "84 people", Command::Dispute);
    mark(&mut b, "Monday", Command::Verify);
    let save = |app: &mut App| {
        app.act(Request::Run(Command::Save));
        settle(app);
        assert!(!app.session().is_unsaved(), "{}", told(app));
    };
    save(&mut a);
    save(&mut b);
    let path = a.path().cloned();
    a.act(Request::Chosen(Ask { purpose: Purpose::SaveProject, name: String::new(), folder: None }, path.into_iter().collect()));
    settle(&mut a);
    assert_eq!(a.session().project().counts().total(), 2);
    assert_eq!(records(&a), records(&b));
}

#[test]
fn a_file_that_was_damaged_meanwhile_is_set_aside_and_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    save_as(&mut app, &folder.path().join("ferry"));
    let path = folder.path().join("ferry.factmark.ron");
    let damaged = std::fs::read_to_string(&path).unwrap().replacen("Ada Quist", "Ada Quisk", 1);
    std::fs::write(&path, &damaged).unwrap();
    mark(&mut app, "84 people", Command::Dispute);
    app.act(Request::Run(Command::Save));
    settle(&mut app);
    assert!(!app.session().is_unsaved() && told(&app).contains("kept beside it as ferry.damaged-"), "{}", told(&app));
    assert_eq!(set_aside(folder.path()), [damaged]);
    assert_eq!(records(&reopened(&folder.path().join("b"), &path)), records(&app));
}

/// What damaged files were set aside in a folder.
fn set_aside(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.to_string_lossy().contains(".damaged-")).map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn a_cancelled_file_dialog_does_not_close_the_window_at_the_next_save() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    app.act(Request::CloseWindow);
    app.act(Request::SaveAndLeave(Leaving::Quit));
    app.asks.clear();
    save_as(&mut app, &folder.path().join("ferry"));
    assert!(!app.session().is_unsaved() && !app.quit);
}

#[test]
fn a_failed_save_says_why_and_the_work_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    let target = folder.path().join("nowhere").join("ferry");
    save_as(&mut app, &target);
    assert!(app.failed_save().is_some_and(|failed| failed.why.contains("nowhere")), "{}", told(&app));
    assert!(app.session().is_unsaved());
    save_as(&mut app, &folder.path().join("ferry"));
    assert!(!app.session().is_unsaved() && app.failed_save().is_none());
}

#[test]
fn a_damaged_project_opens_with_what_is_whole_and_is_set_aside_before_it_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    mark(&mut app, "84 people", Command::Dispute);
    save_as(&mut app, &folder.path().join("ferry"));
    let path = folder.path().join("ferry.factmark.ron");
    let damaged = std::fs::read_to_string(&path).unwrap().replacen("Ada Quist", "Ada Quisk", 1);
    std::fs::write(&path, &damaged).unwrap();
    let mut app = reopened(folder.path(), &path);
    assert!(told(&app).contains("damaged in 1 line ("), "{}", told(&app));
    assert_eq!(app.session().project().counts().disputed, 1);
    app.act(Request::Hide(Target::Article(app.article.unwrap()), true));
    assert!(set_aside(folder.path()).is_empty(), "nothing is written before a save");
    app.act(Request::Run(Command::Save));
    settle(&mut app);
    assert!(!app.session().is_unsaved(), "{}", told(&app));
    assert_eq!(set_aside(folder.path()), [damaged]);
    app.act(Request::Hide(Target::Article(app.session().project().articles()[0].id), true));
    app.act(Request::Run(Command::Save));
    settle(&mut app);
    assert_eq!(set_aside(folder.path()).len(), 1, "once is enough");
}

#[test]
fn what_a_damaged_project_has_lost_is_found_in_its_backup_and_joined_if_wanted() {
    for join in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let mut app = review_in(Some(folder.path()));
        mark(&mut app, "84 people", Command::Dispute);
        save_as(&mut app, &folder.path().join("ferry"));
        let path = folder.path().join("ferry.factmark.ron").canonicalize().unwrap();
        mark(&mut app, "Monday", Command::Verify);
        save_as(&mut app, &path);
        let whole = records(&app);
        let damaged = std::fs::read_to_string(&path).unwrap().replacen("Ada Quist", "Ada Quisk", 1);
        std::fs::write(&path, &damaged).unwrap();
        let mut app = reopened(&folder.path().join("b"), &path);
        let words = app.found_by_rescue().expect("an offer").words();
        assert_eq!(words, "Rescue found 1 of 1 damaged line in the backup ferry.factmark.ron.bak.");
        assert_eq!(records(&app).len(), whole.len() - 1, "nothing comes in unasked");
        app.act(Request::AnswerRescue(join));
        settle(&mut app);
        assert!(app.found_by_rescue().is_none());
        assert_eq!((records(&app) == whole, app.session().is_unsaved()), (join, join));
        if join {
            app.act(Request::Run(Command::Save));
            settle(&mut app);
            assert_eq!(records(&reopened(&folder.path().join("c"), &path)), whole);
            assert_eq!(set_aside(folder.path()), [damaged]);
        }
    }
}

#[test]
fn a_project_of_a_newer_format_is_read_and_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    save_as(&mut app, &folder.path().join("ferry"));
    let path = folder.path().join("ferry.factmark.ron").canonicalize().unwrap();
    let newer = std::fs::read_to_string(&path).unwrap().replacen("format: 1", "format: 2", 1);
    std::fs::write(&path, &newer).unwrap();
    let mut app = reopened(folder.path(), &path);
    assert!(told(&app).contains("newer Factmark"), "{}", told(&app));
    assert!(!app.can(Command::Verify) && app.session().project().articles().len() == 3);
    save_as(&mut app, &path);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
    save_as(&mut app, &folder.path().join("older"));
    assert!(folder.path().join("older.factmark.ron").exists());
    app.act(Request::Select(0..5));
    assert!(app.can(Command::Verify));
}

#[test]
fn bad_files_are_told_in_words_and_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let mut app = review();
    for path in [
        file("empty.txt", b""),
        file("binary.txt", include_bytes!("../../../assets/icon/icon-16.png")),
        file("no.factmark.ron", b"(1, 2, 3)"),
        file("empty.factmark.ron", b""),
        file("words.docx", b"PK\x03\x04"),
        folder.path().join("missing.txt"),
        folder.path().join("missing.factmark.ron"),
        folder.path().to_owned(),
    ] {
        let before = app.notices.all().len();
        app.act(Request::Take(vec![path.clone()]));
        settle(&mut app);
        if app.dialog.is_some() {
            app.act(Request::LeaveUnsaved(Leaving::Open(path.clone())));
        }
        settle(&mut app);
        assert_eq!(app.notices.all().len(), before + 1, "{}: {}", path.display(), told(&app));
        assert_eq!(app.session().project().articles().len(), 3);
    }
}

#[test]
fn work_let_go_for_a_project_that_cannot_be_opened_stays_in_its_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    mark(&mut app, "84 people", Command::Dispute);
    settle(&mut app);
    let path = folder.path().join("no.factmark.ron");
    std::fs::write(&path, "no project").unwrap();
    app.act(Request::Take(vec![path.clone()]));
    app.act(Request::LeaveUnsaved(Leaving::Open(path)));
    settle(&mut app);
    assert!(told(&app).contains("Not opened."), "{}", told(&app));
    mark(&mut app, "Monday", Command::Verify);
    settle(&mut app);
    let before = records(&app);
    drop(app);
    let mut app = app_in(Some(folder.path()));
    let journals: Vec<PathBuf> = app.leftovers().iter().map(|leftover| leftover.path.clone()).collect();
    assert_eq!(journals.len(), 1, "one session, one journal");
    app.act(Request::Recover(journals[0].clone(), true));
    settle(&mut app);
    assert_eq!(records(&app), before);
}

#[test]
fn recovering_twice_is_recovering_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = review_in(Some(folder.path()));
    mark(&mut app, "84 people", Command::Dispute);
    settle(&mut app);
    let before = records(&app);
    drop(app);
    let state = folder.path().join("state");
    let journal = || std::fs::read_dir(&state).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_file()).unwrap();
    let copy = std::fs::read(journal()).unwrap();
    for round in 1..=3 {
        let mut app = app_in(Some(folder.path()));
        let journals: Vec<PathBuf> = app.leftovers().iter().map(|leftover| leftover.path.clone()).collect();
        assert!(!journals.is_empty());
        journals.into_iter().for_each(|journal| app.act(Request::Recover(journal, true)));
        settle(&mut app);
        assert_eq!(records(&app), before, "round {round}");
        // The crash comes back: what was recovered is there again, beside the journal of the session that took it in.
        drop(app);
        let name = journal().file_stem().unwrap().to_str().unwrap().split_once('-').unwrap().0.to_owned();
        std::fs::write(state.join(format!("{name}-0000000{round}.journal")), &copy).unwrap();
    }
}

#[test]
fn a_long_article_is_shown_before_it_is_counted_and_what_is_marked_meanwhile_counts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.factmark.ron");
    let sentence = "The harbour office counted 40 boats at dawn and 39 at noon. ";
    let text = format!("A long day\n\n{}", sentence.repeat(3_500).trim_end());
    let mut app = app_in(Some(folder.path()));
    app.act(Request::AddText(text));
    settle(&mut app);
    mark(&mut app, "counted 40 boats", Command::Verify);
    app.act(Request::Chosen(
        crate::app::dialog::Ask { purpose: crate::app::dialog::Purpose::SaveProject, name: String::new(), folder: None },
        vec![path.clone()],
    ));
    settle(&mut app);
    let (before, id) = (app.session().facts(app.article.unwrap()).unwrap().clone(), app.article.unwrap());
    app.act(Request::Run(Command::NewProject));
    settle(&mut app);
    app.act(Request::OpenProject(path));
    while app.article.is_none() {
        app.poll();
        std::thread::yield_now();
    }
    // Nothing that a worker sends is taken in between.
    assert!(app.session().facts(id).is_none(), "shown before it is counted");
    let end = open(&app).text().len();
    app.act(Request::Select(end - 58..end));
    app.act(Request::Run(Command::Dispute));
    settle(&mut app);
    let now = app.session().facts(id).unwrap();
    assert_eq!((now.words, now.coverage.total()), (before.words, before.coverage.total()));
    assert_eq!((before.coverage.done(), now.coverage.done()), (1, 2));
    assert_eq!(now.coverage, Facts::of(app.session().project(), open(&app)).coverage);
}
