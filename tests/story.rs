//! The whole story of two reviewers through their windows: two copies, a blind check, a merge, a reveal, a ruling, a signature, the summary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    dead_code
)]

#[path = "window/bench.rs"]
mod bench;

use std::path::Path;

use egui::{Key, Modifiers, Role};
use factmark::app::command::Command;
use factmark::app::{Request, Tab};
use factmark::model::{AnnotationId, Verdict};

use crate::bench::Bench;

const REPORT: &str =
    "The Osprey runs aground\n\nThe ferry Osprey ran aground on Monday with 84 people on board.\n\nThe ferry was freed after six hours.\n";
const PEOPLE: &str = "The ferry Osprey ran aground on Monday with 84 people on board.";
const FREED: &str = "The ferry was freed after six hours.";

/// A window of somebody's own, whose clock begins at a minute of the day.
fn window(name: &str, minute: u64) -> Bench {
    let mut bench = Bench::at(1_795_338_720_000 + 60_000 * minute);
    bench.name(name);
    bench
}

fn run(bench: &mut Bench, command: Command) {
    bench.app_mut().act(Request::Run(command));
    bench.settle();
}

fn save(bench: &mut Bench, path: &Path) {
    bench.press_with(Modifiers::COMMAND, Key::S);
    if !path.exists() {
        bench.answer_path(path, "Save");
    }
    assert!(!bench.app().session().is_unsaved());
}

/// Marks words of the open article with a key, and writes a note.
fn judge(bench: &mut Bench, words: &str, key: Key, note: &str) -> AnnotationId {
    bench.select(words);
    bench.press(key);
    let id = bench.app().in_hand.unwrap();
    bench.press(Key::N);
    bench.harness.event(egui::Event::Text(note.into()));
    bench.settle();
    bench.press(Key::Escape);
    id
}

fn verdict(bench: &Bench, id: AnnotationId) -> Option<Verdict> {
    bench.app().session().project().annotation(id).unwrap().standing().verdict
}

#[test]
fn two_reviewers_check_blind_merge_reveal_settle_sign_off_and_hand_over_the_summary() {
    // Ada begins, asks for a blind check, and judges the first statement.
    let mut ada = window("Ada Quist", 0);
    let report = ada.folder.path().join("osprey.txt");
    std::fs::write(&report, REPORT).unwrap();
    ada.drop_files(&[report]);
    run(&mut ada, Command::BlindCheck);
    ada.click(Role::RadioButton, "Hide others’ judgements");
    ada.click(Role::Button, "Set");
    let people = judge(&mut ada, PEOPLE, Key::Num1, "The list has 84 names.");
    let mine = ada.folder.path().join("ada.factmark.ron");
    save(&mut ada, &mine);

    // Ben gets a copy. What Ada said does not show until he has judged it too.
    let mut ben = window("Ben Okoro", 60);
    let theirs = ben.folder.path().join("ben.factmark.ron");
    std::fs::copy(&mine, &theirs).unwrap();
    ben.drop_files(std::slice::from_ref(&theirs));
    ben.app_mut().act(Request::GoTo(people));
    ben.settle();
    assert!(ben.says("Blind check") && !ben.says("The list has 84 names."));
    assert_eq!(verdict(&ben, people), None);
    ben.press(Key::Num3);
    assert!(ben.says("The list has 84 names."), "now that he has judged it");
    ben.press(Key::N);
    ben.harness.event(egui::Event::Text("The company counts 48.".into()));
    ben.settle();
    ben.press(Key::Escape);
    let freed = judge(&mut ben, FREED, Key::Num1, "The log of the tug.");
    save(&mut ben, &theirs);

    // Ada merges it: each item of the report leads to what it counts. What she has not judged stays hidden.
    ada.drop_files(std::slice::from_ref(&theirs));
    for words in ["1 new annotation", "2 new judgements", "1 disagreement", "0 lost"] {
        assert!(ada.has(Role::Button, words), "{words}");
    }
    assert!(!ada.says("The log of the tug."));
    ada.app_mut().act(Request::GoTo(freed));
    ada.settle();
    assert_eq!(verdict(&ada, freed), None);

    // She asks to see it, which is recorded, and agrees by a key.
    run(&mut ada, Command::Reveal);
    ada.click_last(Role::Button, "Reveal");
    assert!(ada.says("The log of the tug."));
    let by = ada.app().by().unwrap();
    assert!(ada.app().session().project().annotation(freed).unwrap().revealed_by(by).is_some());
    ada.press(Key::A);
    assert_eq!(ada.app().session().project().annotation(freed).unwrap().judgement(by).unwrap().verdict(), Some(Verdict::Verified));

    // The disagreement stands side by side; a ruling with a reason settles it, and the judgements stay.
    ada.click(Role::Button, "1 disagreement");
    assert_eq!((ada.app().tab, ada.app().tab_whole), (Tab::Compare, true));
    assert!(ada.says("The list has 84 names.") && ada.says("The company counts 48."));
    ada.click(Role::RadioButton, "Ben Okoro: erroneous");
    ada.press(Key::S);
    ada.harness.event(egui::Event::Text("Three dozen names stand twice on the list.".into()));
    ada.settle();
    ada.click(Role::Button, "Settle");
    assert!(ada.has(Role::Button, "Withdraw the ruling"));
    assert_eq!(verdict(&ada, people), Some(Verdict::Erroneous));
    assert_eq!(ada.app().session().project().annotation(people).unwrap().judgements().count(), 2);

    // Nothing is open any more: she signs the article off.
    ada.press_with(Modifiers::COMMAND, Key::Num7);
    run(&mut ada, Command::SignOff);
    assert!(ada.says("no disagreement is open"));
    ada.click_last(Role::Button, "Sign off");
    assert!(ada.app().session().project().articles()[0].sign_offs().any(|(who, sign_off)| who == by && sign_off.stands()));

    // The summary says what was ruled, who was overruled, and who signed.
    ada.press_with(Modifiers::COMMAND, Key::E);
    ada.click_starting(Role::RadioButton, "Markdown");
    ada.click(Role::Button, "Export…");
    let summary = ada.folder.path().join("summary.md");
    ada.answer_path(&summary, "Export");
    let text = std::fs::read_to_string(&summary).unwrap();
    for words in [
        "Three dozen names stand twice on the list.",
        "Ruled by Ada Quist",
        "Overruled: Ada Quist",
        "## Disagreements (0)",
        "The log of the tug.",
    ] {
        assert!(text.contains(words), "{words} is not in the summary:\n{text}");
    }
    assert!(text.to_lowercase().contains("signed"), "{text}");

    // Ben takes Ada's file in: he sees the ruling, and both copies are the same.
    save(&mut ada, &mine);
    ben.drop_files(std::slice::from_ref(&mine));
    save(&mut ben, &theirs);
    assert_eq!(std::fs::read(&mine).unwrap(), std::fs::read(&theirs).unwrap());
    ben.app_mut().act(Request::GoTo(people));
    ben.settle();
    assert!(ben.says("Three dozen names stand twice on the list."));
}
