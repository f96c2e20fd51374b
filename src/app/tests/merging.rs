//! Merging copies into the open project: what is joined at once, what is asked about, what is told.

use super::*;
use crate::app::dialog::{Ask, Dialog, Purpose};

/// The review saved in a folder, and a copy of it in which another reviewer has said more.
fn copies(folder: &Path) -> (App, std::path::PathBuf) {
    let mut mine = review();
    let own = folder.join("ferry.factmark.ron");
    save_as(&mut mine, &own);
    let theirs_at = folder.join("ben.factmark.ron");
    std::fs::copy(&own, &theirs_at).unwrap();
    mark(&mut mine, "84 people", Command::Verify);
    let mut surroundings = Surroundings::fixed(1_790_000_500_000);
    surroundings.settings_folder = None;
    let mut theirs = App::new(surroundings, Arc::new(|| {}));
    theirs.settings.name = "Ben Okoro".into();
    theirs.act(Request::OpenProject(theirs_at.clone()));
    settle(&mut theirs);
    mark(&mut theirs, "noon", Command::Dispute);
    theirs.act(Request::Run(Command::Save));
    settle(&mut theirs);
    (mine, theirs_at)
}

fn save_as(app: &mut App, path: &Path) {
    let ask = Ask { purpose: Purpose::SaveProject, name: String::new(), folder: None };
    app.act(Request::Chosen(ask, vec![path.to_owned()]));
    settle(app);
}

fn merge(app: &mut App, path: &Path) {
    let ask = Ask { purpose: Purpose::MergeCopies, name: String::new(), folder: None };
    app.act(Request::Chosen(ask, vec![path.to_owned()]));
    settle(app);
}

fn told(app: &App) -> String {
    app.notices.all().iter().map(|notice| notice.text.clone()).collect::<Vec<_>>().join("\n")
}

/// The items of the report.
fn items(app: &App) -> Vec<String> {
    app.notices.all().iter().flat_map(|notice| &notice.items).map(|(words, _)| words.clone()).collect()
}

/// Presses an item of the report.
fn follow(app: &mut App, words: &str) {
    let all: Vec<_> = app.notices.all().iter().flat_map(|notice| notice.items.clone()).collect();
    let (_, lead) = all.into_iter().find(|(item, _)| item == words).unwrap();
    app.act(Request::Follow(lead));
    settle(app);
}

#[test]
fn each_item_of_the_report_leads_to_what_it_counts() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, theirs) = copies(folder.path());
    // What Ben has disputed I verify, on an annotation of my own.
    mark(&mut mine, "freed at noon", Command::Verify);
    mark(&mut mine, "noon", Command::Verify);
    merge(&mut mine, &theirs);
    assert_eq!(items(&mine), ["1 new annotation", "1 new judgement", "1 disagreement", "0 lost"]);
    follow(&mut mine, "1 new annotation");
    assert_eq!((mine.tab, mine.history.len()), (Tab::History, 1));
    follow(&mut mine, "0 lost");
    assert!(mine.history.len() > 1);
    follow(&mut mine, "1 disagreement");
    assert_eq!((mine.tab, mine.tab_whole), (Tab::Compare, true));
    let (_, one) = mine.compare.current().unwrap();
    assert_eq!((one.annotations.len(), one.differences[0]), (2, crate::crosscheck::disagreement::Difference::Verdicts));
}

#[test]
fn a_copy_is_merged_and_what_came_in_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, theirs) = copies(folder.path());
    merge(&mut mine, &theirs);
    let counts = mine.session().project().counts();
    assert_eq!((counts.of(Some(Verdict::Verified)), counts.of(Some(Verdict::Disputed))), (1, 1));
    assert!(mine.session().is_unsaved() && mine.session().undo_label().is_some());
    assert!(told(&mine).contains("Ben Okoro: 1 annotation, 1 judgement came in from ben.factmark.ron"), "{}", told(&mine));
    assert_eq!(items(&mine), ["1 new annotation", "1 new judgement", "0 disagreements", "0 lost"]);
    merge(&mut mine, &theirs);
    assert!(told(&mine).contains("There was nothing new in ben.factmark.ron."), "{}", told(&mine));
}

#[test]
fn a_copy_that_is_dropped_is_merged_and_another_project_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, theirs) = copies(folder.path());
    mine.act(Request::Take(vec![theirs]));
    settle(&mut mine);
    settle(&mut mine);
    assert_eq!(mine.session().project().counts().total(), 2);

    let mut other = App::new(Surroundings::fixed(1_790_000_900_000), Arc::new(|| {}));
    other.settings.name = "Cy Wells".into();
    other.act(Request::AddText(REPORTS[1].into()));
    settle(&mut other);
    let stranger = folder.path().join("other.factmark.ron");
    save_as(&mut other, &stranger);
    mine.act(Request::Run(Command::Save));
    settle(&mut mine);
    mine.act(Request::Take(vec![stranger]));
    settle(&mut mine);
    settle(&mut mine);
    assert_eq!(mine.session().project().id(), other.session().project().id());
}

#[test]
fn a_project_that_was_started_apart_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let (mut mine, _) = copies(folder.path());
    let id = mine.session().project().id();
    let mut other = App::new(Surroundings::fixed(1_790_000_900_000), Arc::new(|| {}));
    other.settings.name = "Cy Wells".into();
    other.act(Request::AddText(REPORTS[0].into()));
    settle(&mut other);
    let first = other.session().project().articles()[0].id;
    other.act(Request::ShowArticle(first));
    mark(&mut other, "84 people", Command::Refute);
    let stranger = folder.path().join("other.factmark.ron");
    save_as(&mut other, &stranger);

    merge(&mut mine, &stranger);
    assert_eq!(mine.dialog, Some(Dialog::MergeApart { path: stranger.clone(), shared: 1 }));
    assert_eq!(mine.session().project().counts().total(), 1);
    mine.act(Request::MergeApart(stranger));
    settle(&mut mine);
    assert_eq!((mine.session().project().counts().total(), mine.session().project().id()), (2, id));
    assert_eq!(mine.session().project().articles().len(), 3);
}
