//! The blind check through the whole window: what must not be seen is in no part of it.

use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::window::{Stage, act, articles, ferry, open, press, select, settle};
use super::{click, title};
use crate::app::command::Command;
use crate::app::edits::{EvidenceDetails, Judging};
use crate::app::{App, Request, Tab};
use crate::export::Format;
use crate::model::{AnnotationId, Blind, Verdict};

/// What only Ada said.
const NOTE: &str = "The log book has ten";
const CORRECTION: &str = "sailed at a quarter past";
const CITATION: &str = "Log book of the Osprey";

/// The ferry, where Ada has judged “left at nine” with all that a judgement can hold; then Ben reviews.
fn second_check(blind: Blind) -> (App, AnnotationId) {
    let mut app = ferry();
    let id = annotation(&app, "left at nine");
    let words = |words: &str| Some(words.to_owned());
    app.act(Request::Judge(id, Judging { note: words(NOTE), correction: words(CORRECTION), ..Judging::default() }));
    app.act(Request::AddEvidence(Some(id), EvidenceDetails { citation: CITATION.into(), ..EvidenceDetails::default() }));
    app.act(Request::SetBlind(blind));
    app.act(Request::BecomeNew("Ben Orr".into()));
    app.notices = Default::default();
    (app, id)
}

fn annotation(app: &App, words: &str) -> AnnotationId {
    let project = app.session().project();
    let there = project.annotations().find(|annotation| annotation.passage().is_some_and(|passage| passage.words == words));
    there.unwrap().id
}

/// Everything that a reader of the screen hears.
fn heard(harness: &Harness<'_, Stage>) -> Vec<String> {
    let said = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description(), node.placeholder().map(str::to_owned)]
    };
    harness.query_all_by(|_| true).flat_map(said).flatten().collect()
}

fn hears(harness: &Harness<'_, Stage>, secret: &str) -> bool {
    heard(harness).iter().any(|words| words.contains(secret))
}

/// Looks into every corner of the window.
fn look_everywhere(harness: &mut Harness<'_, Stage>, mut look: impl FnMut(&str, &[String])) {
    for tab in [Tab::Annotations, Tab::CrossCheck, Tab::Find, Tab::Summary, Tab::History] {
        act(harness, Request::ShowTab(tab));
        look(&format!("{tab:?}"), &heard(harness));
    }
    for _ in 0..3 {
        act(harness, Request::Run(Command::NextAnnotation));
        if harness.query_by_label_contains("Show the history").is_some() {
            harness.get_by_label_contains("Show the history").click();
            settle(harness);
        }
        look("the panel", &heard(harness));
    }
    for words in ["log book", "quarter", "erroneous", "nine"] {
        act(harness, Request::Run(Command::GoToAnything));
        act(harness, Request::Look(words.into()));
        look("the palette", &heard(harness));
        act(harness, Request::CloseDialog);
    }
    for command in [Command::ChooseReviewer, Command::Cite, Command::Export, Command::SignOff, Command::BlindCheck] {
        act(harness, Request::Run(command));
        look(&format!("{command:?}"), &heard(harness));
        act(harness, Request::CloseDialog);
    }
    for format in Format::ALL {
        let app = harness.state_mut().app();
        app.act(Request::SetSummary(format, app.summary.options));
        act(harness, Request::Run(Command::Export));
        let preview = harness.state_mut().app().summary.preview.clone().map(|(_, text)| text.to_string()).unwrap();
        look(&format!("{format:?}"), &[preview]);
        act(harness, Request::CloseDialog);
    }
}

#[test]
fn what_the_other_said_is_nowhere_in_the_window() {
    for blind in [Blind::Judgements, Blind::Annotations] {
        let (app, _) = second_check(blind);
        let mut harness = open(app);
        harness.get_by_label_contains("Blind check: others’");
        look_everywhere(&mut harness, |place, heard| {
            for words in heard {
                let words = words.to_lowercase();
                for secret in [NOTE, CORRECTION, CITATION, "Erroneous: left", "1 erroneous", "gave the verdict"] {
                    assert!(!words.contains(&secret.to_lowercase()), "{blind:?}, {place}: {words}");
                }
                let counted = ["verified, 1", "disputed, 1", "erroneous, 1"].iter().any(|count| words.contains(count));
                assert!(!counted, "{blind:?}, {place}: {words}");
                assert!(blind == Blind::Judgements || !words.contains("unchecked: left at nine"), "{blind:?}, {place}: {words}");
            }
        });
        let marks = harness.query_all_by_role(Role::Mark).count();
        assert_eq!(marks > 0, blind == Blind::Judgements, "{blind:?}: {marks} marks");
        let app = harness.state_mut().app();
        let article = articles(app)[0];
        assert_eq!(app.session().facts(article).unwrap().coverage.done(), 0, "{blind:?}");
    }
}

#[test]
fn the_same_look_finds_it_all_without_a_blind_check() {
    let (app, _) = second_check(Blind::Off);
    let mut harness = open(app);
    let mut found = std::collections::BTreeSet::new();
    look_everywhere(&mut harness, |_, heard| {
        for secret in [NOTE, CORRECTION, CITATION, "Erroneous: left", "1 erroneous", "gave the verdict", "erroneous, 1"] {
            if heard.iter().any(|words| words.to_lowercase().contains(&secret.to_lowercase())) {
                found.insert(secret);
            }
        }
    });
    assert_eq!(found.len(), 7, "{found:?}");
}

#[test]
fn ones_own_verdict_lifts_the_veil() {
    let (mut app, id) = second_check(Blind::Judgements);
    app.act(Request::GoTo(id));
    let mut harness = open(app);
    harness.get_by_label("What others said of this shows once you have judged it.");
    assert!(!hears(&harness, NOTE));
    press(&mut harness, Key::Num1);
    assert!(hears(&harness, NOTE));
    assert!(harness.query_by_label("What others said of this shows once you have judged it.").is_none());
    act(&mut harness, Request::Run(Command::Undo));
    // What was announced when it showed has been said.
    assert_eq!(harness.query_all_by_label(NOTE).count(), 0, "a verdict taken back hides it again");
}

#[test]
fn a_reveal_is_asked_once_recorded_and_not_undone() {
    let (mut app, id) = second_check(Blind::Judgements);
    app.act(Request::GoTo(id));
    let mut harness = open(app);
    harness.get_by_label("Reveal what others said…").click();
    settle(&mut harness);
    assert_eq!(title(&harness), "Reveal what others said?");
    click(&mut harness, "Cancel");
    assert!(!hears(&harness, NOTE));
    act(&mut harness, Request::Run(Command::Reveal));
    click(&mut harness, "Reveal");
    assert!(hears(&harness, NOTE));
    let app = harness.state_mut().app();
    assert!(!app.can(Command::Reveal) && app.session().undo_label() != Some("Reveal"));
    let by = app.by().unwrap();
    assert!(app.session().project().annotation(id).unwrap().revealed_by(by).is_some());
    act(&mut harness, Request::ShowTab(Tab::History));
    assert!(hears(&harness, "looked at what others said"));
}

#[test]
fn a_passage_that_another_marked_unseen_becomes_a_mark_of_ones_own_and_the_reveal_shows_both() {
    let (app, id) = second_check(Blind::Annotations);
    let mut harness = open(app);
    let app = harness.state_mut().app();
    select(app, "left at nine");
    app.act(Request::Run(Command::Verify));
    let mine = app.in_hand.unwrap();
    assert_ne!(mine, id);
    settle(&mut harness);
    assert_eq!(harness.state_mut().app().session().project().counts().total(), 1);
    act(&mut harness, Request::Run(Command::Reveal));
    click(&mut harness, "Reveal");
    let app = harness.state_mut().app();
    let counts = app.session().project().counts();
    assert_eq!((counts.verified, counts.erroneous, counts.total()), (1, 1, 2), "only what is in the same place");
    assert_eq!(app.session().project().annotation(id).unwrap().standing().verdict, Some(Verdict::Erroneous));
    act(&mut harness, Request::Run(Command::RevealArticle));
    click(&mut harness, "Reveal");
    let app = harness.state_mut().app();
    assert_eq!(app.session().project().counts().total(), 4);
    assert!(!app.can(Command::RevealArticle));
}

#[test]
fn the_check_is_set_in_its_dialog_and_undone_like_any_change() {
    let mut harness = open(ferry());
    assert!(harness.query_by_label_contains("Blind check: others’").is_none());
    act(&mut harness, Request::Run(Command::BlindCheck));
    assert_eq!(title(&harness), "Blind check");
    harness.get_by_role_and_label(Role::RadioButton, "Hide others’ annotations").click();
    settle(&mut harness);
    click(&mut harness, "Set");
    harness.get_by_label("Blind check: others’ annotations hidden");
    act(&mut harness, Request::Run(Command::Undo));
    assert_eq!(harness.state_mut().app().session().project().blind(), Blind::Off);
}
