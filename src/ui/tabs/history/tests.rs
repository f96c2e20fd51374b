#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use std::time::Instant;

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::app::command::Command;
use crate::app::edits::Judging;
use crate::app::{App, Field, Request, Tab};
use crate::model::{Edit, Passage, Verdict, What};
use crate::ui::dialogs::tests::window::{Stage, act, articles, ferry, open, press, settle, sized, wheel, write};

/// The rows that are drawn, by name, without when.
fn rows(harness: &Harness<'_, Stage>) -> Vec<String> {
    let names = harness.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label());
    names.filter_map(|name| Some(name.split_once(", 22 Nov")?.0.to_owned())).collect()
}

fn history(app: App) -> Harness<'static, Stage> {
    let mut harness = open(app);
    act(&mut harness, Request::Run(Command::History));
    harness
}

#[test]
fn the_newest_change_stands_first_with_what_it_is_about() {
    let harness = history(ferry());
    let rows = rows(&harness);
    assert_eq!(rows[0], "Ada Lovell gave the verdict disputed – “the pier was sound”");
    assert_eq!(rows[1], "Ada Lovell marked “the pier was sound”, set the kind to claim – “the pier was sound”");
}

#[test]
fn a_click_or_enter_goes_to_the_place() {
    let mut harness = history(ferry());
    let row = |harness: &Harness<'_, Stage>, words: &str| {
        harness.query_all_by_role(Role::Row).find_map(|row| row.accesskit_node().label().filter(|label| label.contains(words))).unwrap()
    };
    let nine = row(&harness, "gave the verdict erroneous");
    harness.get_by_role_and_label(Role::Row, &nine).click();
    settle(&mut harness);
    let in_hand = |harness: &mut Harness<'_, Stage>| {
        let app = harness.state_mut().app();
        app.session().project().annotation(app.in_hand.unwrap()).unwrap().passage().unwrap().words.clone()
    };
    assert_eq!(in_hand(&mut harness), "left at nine");
    harness.get_by_role_and_label(Role::RowGroup, "History of the project").focus();
    settle(&mut harness);
    press(&mut harness, Key::Home);
    press(&mut harness, Key::Enter);
    assert_eq!(in_hand(&mut harness), "the pier was sound");
    let second = articles(harness.state_mut().app())[1];
    act(&mut harness, Request::Run(Command::WholeTab));
    let pier = row(&harness, "added the article “Pier closed for a week”");
    harness.get_by_role_and_label(Role::Row, &pier).click();
    settle(&mut harness);
    assert_eq!(harness.state_mut().app().article, Some(second));
}

#[test]
fn words_and_reviewers_filter_the_rows_and_the_filter_is_cleared() {
    let mut harness = history(ferry());
    harness.get_by_label("Filter the history by words").focus();
    settle(&mut harness);
    write(&mut harness, "forty");
    assert_eq!(rows(&harness).len(), 2);
    harness.get_by_label("2 changes");
    write(&mut harness, " thousand");
    assert!(rows(&harness).is_empty());
    harness.get_by_label("No change passes the filter.");
    harness.get_by_label("Clear filter").click();
    settle(&mut harness);
    assert_eq!(harness.state_mut().app().history.len(), 9);
    harness.get_by_label("By anybody").click();
    settle(&mut harness);
    harness.get_by_role_and_label(Role::RadioButton, "Ada Lovell").click();
    settle(&mut harness);
    assert!(harness.state_mut().app().history.filter.by.is_some());
}

#[test]
fn nothing_leaves_the_window_when_it_is_narrow() {
    let mut app = ferry();
    app.history.filter.only = Some(Default::default());
    let mut harness = sized(app, [1000.0, 640.0]);
    act(&mut harness, Request::ShowTab(Tab::History));
    let panel = harness.get_by_role_and_label(Role::TextInput, "Filter the history by words").rect().left()..1000.0 - 348.0;
    for name in ["By anybody", "Show more than what came in"] {
        let rect = harness.get_by_label(name).rect();
        assert!(panel.contains(&rect.left()) && panel.contains(&rect.right()), "{name}: {rect:?} in {panel:?}");
    }
}

#[test]
fn an_earlier_value_comes_back_by_its_button_and_goes_by_undo() {
    let mut app = ferry();
    let id = app.in_hand.unwrap();
    app.act(Request::Judge(id, Judging::verdict(Some(Verdict::Verified))));
    let mut harness = history(app);
    let standing =
        |harness: &mut Harness<'_, Stage>| harness.state_mut().app().session().project().annotation(id).unwrap().standing().verdict;
    assert_eq!(standing(&mut harness), Some(Verdict::Verified));
    assert_eq!(harness.query_all_by_label("Restore").count(), 1, "only where something else shows now");
    harness.get_by_label("Restore").click();
    settle(&mut harness);
    assert_eq!(standing(&mut harness), Some(Verdict::Disputed));
    assert_eq!(rows(&harness)[0], "Ada Lovell gave the verdict disputed – “the pier was sound”");
    act(&mut harness, Request::Run(Command::Undo));
    assert_eq!(standing(&mut harness), Some(Verdict::Verified));
}

#[test]
fn the_panel_brings_earlier_values_back_too() {
    let mut app = ferry();
    let id = app.in_hand.unwrap();
    for note in ["The first word", "The last word"] {
        app.act(Request::Type(id, Field::Note, note.into()));
        app.act(Request::Type(id, Field::Correction, note.into()));
    }
    let mut harness = open(app);
    harness.get_by_label_contains("Show the history").click();
    settle(&mut harness);
    // The newest first: the corrections and notes that were replaced.
    assert_eq!(harness.query_all_by_label("Restore").count(), 2);
    harness.query_all_by_label("Restore").last().unwrap().click();
    settle(&mut harness);
    let app = harness.state_mut().app();
    assert_eq!(app.session().project().annotation(id).unwrap().judgement(app.by().unwrap()).unwrap().note(), "The first word");
}

/// What a frame takes while the wheel turns over the rows: the median and the longest.
fn frames(harness: &mut Harness<'_, Stage>) -> (std::time::Duration, std::time::Duration) {
    let middle = harness.query_all_by_role(Role::Row).nth(1).unwrap().rect().center();
    harness.hover_at(middle);
    let turn = |_| {
        wheel(harness, -600.0);
        let begin = Instant::now();
        harness.step();
        begin.elapsed()
    };
    let mut frames: Vec<std::time::Duration> = (0..40).map(turn).collect();
    frames.sort_unstable();
    (frames[20], frames[39])
}

/// A hundred thousand statements: the window draws the few in sight. Prints what a frame and the index cost.
#[test]
fn a_long_history_is_drawn_as_quickly_as_a_short_one() {
    // The list alone: the page with its thousand marks at one place is another matter.
    let alone = |harness: &mut Harness<'_, Stage>| {
        act(harness, Request::Run(Command::WholeTab));
        frames(harness)
    };
    let short = alone(&mut history(ferry()));
    let mut app = ferry();
    let article = app.session().project().article(articles(&app)[0]).unwrap();
    let passage = Passage::at(article.id, article.text(), 0..9).unwrap();
    let annotation = |n: u64| crate::model::AnnotationId::new(n, 1);
    let mark = |n: u64| What::Annotation { annotation: annotation(n), passage: Some(passage.clone()), kind: None };
    let judge = |n: u64, round: u64| Judging { note: Some(format!("Note {n} of round {round}")), ..Judging::default() }.on(annotation(n));
    let says: Vec<What> =
        (0..1000).map(mark).chain((0..99).flat_map(|round| (0..1000).map(move |n| (n, round))).map(|(n, round)| judge(n, round))).collect();
    let (by, now) = (app.by().unwrap(), app.surroundings.now());
    let mut project = app.session().project().clone();
    let mut clock = crate::model::Clock::new(crate::model::Replica(3));
    project.apply(&Edit::many("Many", says), by, &mut clock, now);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.factmark.ron");
    let progress = crate::storage::Progress::default();
    crate::storage::save(&path, project.id(), project.records().lines(), None, &progress).unwrap();
    app.act(Request::LeaveUnsaved(crate::app::dialog::Leaving::Open(path)));
    assert!(app.settle(std::time::Duration::from_secs(120)));
    let mut harness = open(app);
    let begin = Instant::now();
    act(&mut harness, Request::Run(Command::History));
    let indexed = begin.elapsed();
    assert!(harness.state_mut().app().history.len() > 100_000);
    let drawn = rows(&harness).len();
    assert!((3..40).contains(&drawn), "{drawn}");
    let begin = Instant::now();
    act(&mut harness, Request::FilterHistory(crate::app::history::HistoryFilter { words: "round 98".into(), ..Default::default() }));
    let filtered = begin.elapsed();
    assert_eq!(harness.state_mut().app().history.len(), 1000);
    act(&mut harness, Request::FilterHistory(Default::default()));
    let long = alone(&mut harness);
    assert_ne!(rows(&harness).first().map(String::as_str), Some("Ada Lovell wrote the note “Note 999 of round 98”"), "it has scrolled");
    println!("100,000 statements: index {indexed:?}, filter {filtered:?}, {drawn} rows drawn, frames {long:?}; of nine: {short:?}");
}
