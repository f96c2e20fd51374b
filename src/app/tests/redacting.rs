//! Records are removed for good, from the project and from everything that is kept of it.

use std::path::PathBuf;

use super::*;
use crate::app::dialog::Purpose;
use crate::app::edits::Judging;
use crate::model::Subject;

const SECRET: &str = "told by Jan Roth at the ferry office";

/// A review with a note that must go, saved twice, and a copy of it in other hands.
fn review(folder: &Path) -> (App, PathBuf) {
    let mut app = review_in(Some(folder));
    let id = mark(&mut app, "84 people", Command::Dispute);
    app.act(Request::Judge(id, Judging { note: Some(SECRET.into()), ..Judging::default() }));
    let copy = folder.join("copy.factmark.ron");
    for path in [&copy, &folder.join("ferry.factmark.ron")] {
        app.act(Request::Run(Command::SaveAs));
        let ask = app.asks.pop().unwrap();
        assert_eq!(ask.purpose, Purpose::SaveProject);
        app.act(Request::Chosen(ask, vec![path.clone()]));
        settle(&mut app);
    }
    app.act(Request::SetTitle("Ferry".into()));
    app.act(Request::Run(Command::Save));
    settle(&mut app);
    (app, copy)
}

fn redact(app: &mut App, words: &str) {
    let id = app.in_hand.unwrap();
    app.act(Request::ChooseToRedact(Subject::Annotation(id)));
    let Some(Dialog::Redact(removing)) = app.dialog.clone() else { panic!("{:?}", app.dialog) };
    let with = removing.records.iter().filter(|record| record.words.iter().any(|said| said.contains(words)));
    let numbers = with.flat_map(|record| record.numbers.clone()).collect();
    app.act(Request::Redact(numbers, removing.epoch, "A source".into()));
    settle(app);
}

fn note(app: &App) -> String {
    let project = app.session().project();
    let annotation = project.annotations().next().unwrap();
    annotation.judgements().next().map(|judgement| judgement.note().to_owned()).unwrap_or_default()
}

/// The files below a folder that hold the secret.
fn telling(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(telling(&path));
        } else if String::from_utf8_lossy(&std::fs::read(&path).unwrap()).contains(SECRET) {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    found.sort();
    found
}

#[test]
fn the_words_are_gone_from_the_window_the_file_and_what_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, _) = review(folder.path());
    assert!(telling(folder.path()).len() >= 4, "{:?}", telling(folder.path()));
    redact(&mut app, "Jan Roth");
    assert_eq!(note(&app), "");
    assert_eq!(app.session().project().counts().disputed, 1, "the verdict was said apart and stays");
    assert!(!app.session().is_unsaved() && app.session().undo_label().is_none(), "{}", told(&app));
    assert_eq!(telling(folder.path()), ["copy.factmark.ron"], "only the copy in other hands: {}", told(&app));
    assert!(told(&app).contains("ferry.factmark.ron.bak"), "{}", told(&app));
}

#[test]
fn an_unredacted_copy_does_not_bring_it_back_and_the_merge_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, copy) = review(folder.path());
    redact(&mut app, "Jan Roth");
    app.act(Request::Take(vec![copy.clone()]));
    settle(&mut app);
    assert_eq!(note(&app), "");
    assert!(told(&app).contains("did not come back"), "{}", told(&app));
    app.act(Request::SetTitle("Ferry again".into()));
    app.act(Request::Run(Command::Save));
    settle(&mut app);
    assert_eq!(telling(folder.path()), ["copy.factmark.ron"]);
    // The other way round: who still has it loses it by the merge, and from what is kept after the next save.
    let mut other = app_in(Some(&folder.path().join("other")));
    other.act(Request::Take(vec![copy]));
    settle(&mut other);
    assert_eq!(note(&other), SECRET);
    other.act(Request::Take(vec![folder.path().join("ferry.factmark.ron")]));
    settle(&mut other);
    assert_eq!(note(&other), "");
    other.act(Request::Run(Command::Save));
    settle(&mut other);
    assert_eq!(telling(folder.path()), [""; 0], "{}", told(&other));
}

#[test]
fn what_cannot_be_removed_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, _) = review(folder.path());
    let epoch = app.session().epoch();
    app.act(Request::Redact(Vec::new(), epoch, "A source".into()));
    assert!(told(&app).contains("There is nothing to remove"), "{}", told(&app));
    app.act(Request::Redact(vec![0], epoch + 1, "A source".into()));
    assert!(told(&app).contains("Please choose again"), "{}", told(&app));
    assert_eq!(app.session().project().redactions().count(), 0);
}
