//! Tests of the comparison of reviewers in the whole window, by role and name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::app::command::Command;
use crate::app::edits::Judging;
use crate::app::{App, Request, Tab};
use crate::model::{AnnotationId, Verdict};
use crate::ui::dialogs::tests::window::{FERRY, PIER, Stage, act, mark, open, press, settle, sized, with, write};

/// Two reviewers: Ada with three annotations, Ben with another verdict, another extent, and none of the third.
fn two() -> App {
    let mut app = with(&[FERRY, PIER]);
    mark(&mut app, "left at nine", Command::Refute);
    let id = app.in_hand.unwrap();
    let judging = Judging { note: Some("The log says ten.".into()), correction: Some("left at ten".into()), ..Judging::default() };
    app.act(Request::Judge(id, judging));
    mark(&mut app, "Forty people", Command::Verify);
    mark(&mut app, "the pier was sound", Command::Dispute);
    app.act(Request::BecomeNew("Ben Okoro".into()));
    mark(&mut app, "left at nine", Command::Verify);
    mark(&mut app, "Forty people were aboard", Command::Verify);
    app
}

fn compared() -> Harness<'static, Stage> {
    let mut harness = open(two());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num7);
    settle(&mut harness);
    harness
}

fn rows(harness: &Harness<'_, Stage>) -> Vec<String> {
    harness.query_all_by_role(Role::ListBoxOption).filter_map(|row| row.accesskit_node().label()).collect()
}

fn current(harness: &mut Harness<'_, Stage>) -> AnnotationId {
    harness.state_mut().app().compare.current_id().unwrap()
}

fn ruling(harness: &mut Harness<'_, Stage>, id: AnnotationId) -> Option<(Option<Verdict>, String)> {
    let app = harness.state_mut().app();
    app.session().project().annotation(id)?.ruling().map(|ruling| (ruling.verdict(), ruling.reason().to_owned()))
}

#[test]
fn disagreements_are_listed_and_judgements_stand_side_by_side() {
    let harness = compared();
    let expected = [
        "Different verdicts, 1",
        "Different verdicts: left at nine; AL erroneous, you verified",
        "Found by one only, 1",
        "Found by one only: the pier was sound; AL disputed",
        "Different extents, 1",
        "Different extents: Forty people were aboard; AL verified, you verified",
    ];
    assert_eq!(rows(&harness), expected);
    harness.get_by_role_and_label(Role::Heading, "Different verdicts");
    for words in ["Ada Lovell", "Ben Okoro", "The log says ten.", "left at ten (instead of: left at nine)", "you"] {
        assert!(harness.query_all_by_label(words).next().is_some(), "{words}");
    }
    for tab in ["All 3", "Verdicts 1", "Found by one 1", "Corrections", "Extents 1", "Agreement"] {
        harness.get_by_role_and_label(Role::Tab, tab);
    }
}

#[test]
fn the_keys_of_the_page_go_through_disagreements() {
    let mut harness = compared();
    let first = current(&mut harness);
    press(&mut harness, Key::J);
    assert_ne!(current(&mut harness), first);
    harness.get_by_role_and_label(Role::Heading, "Found by one only");
    press(&mut harness, Key::J);
    harness.get_by_role_and_label(Role::Heading, "Different extents");
    // The own annotation of it is in hand: a verdict is mine.
    press(&mut harness, Key::Num2);
    harness.get_by_role_and_label(Role::Heading, "Different verdicts");
    press(&mut harness, Key::K);
    assert_eq!(current(&mut harness), first);
    harness.get_by_role_and_label(Role::Tab, "Found by one 1").click();
    settle(&mut harness);
    assert_eq!(rows(&harness).len(), 2);
}

#[test]
fn a_ruling_needs_a_reason_and_is_shown_and_withdrawn() {
    let mut harness = compared();
    let id = current(&mut harness);
    harness.get_by_role_and_label(Role::Button, "Settle").click();
    settle(&mut harness);
    harness.get_by_label_contains("Choose first whose judgement decides");
    harness.get_by_role_and_label(Role::RadioButton, "Ada Lovell: erroneous, “left at ten”").click();
    settle(&mut harness);
    harness.get_by_role_and_label(Role::Button, "Settle").click();
    settle(&mut harness);
    harness.get_by_label_contains("say in a few words why");
    assert_eq!(ruling(&mut harness, id), None);
    // The field of the reason has the focus by now; single keys type.
    write(&mut harness, "The log is the source. 2 say so.");
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Reason of the ruling");
    assert_eq!((field.is_focused(), field.value()), (true, Some("The log is the source. 2 say so.".to_owned())));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut harness);
    assert_eq!(ruling(&mut harness, id), Some((Some(Verdict::Erroneous), "The log is the source. 2 say so.".into())));
    harness.get_by_role_and_label(Role::Heading, "Ruling");
    harness.get_by_label("The log is the source. 2 say so.");
    assert!(rows(&harness).iter().any(|row| row == "Different verdicts: left at nine; settled erroneous"));
    assert!(harness.query_by_role_and_label(Role::Button, "Settle").is_none());
    harness.get_by_role_and_label(Role::Button, "Withdraw the ruling").click();
    settle(&mut harness);
    assert_eq!(ruling(&mut harness, id), None);
    harness.get_by_role_and_label(Role::Button, "Settle");
}

#[test]
fn an_own_verdict_and_correction_can_decide() {
    let mut harness = compared();
    let id = current(&mut harness);
    press(&mut harness, Key::S);
    write(&mut harness, "Neither is right.");
    harness.get_by_role_and_label(Role::RadioButton, "Another verdict or correction").click();
    settle(&mut harness);
    harness.query_all_by_role_and_label(Role::Button, "Disputed").last().unwrap().click();
    settle(&mut harness);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Correction of the ruling").focus();
    settle(&mut harness);
    write(&mut harness, "left around ten");
    harness.get_by_role_and_label(Role::Button, "Settle").click();
    settle(&mut harness);
    assert_eq!(ruling(&mut harness, id), Some((Some(Verdict::Disputed), "Neither is right.".into())));
    harness.get_by_label("left around ten (instead of: left at nine)");
}

#[test]
fn a_verdict_that_a_ruling_has_not_heard_opens_it_again() {
    let mut harness = compared();
    let id = current(&mut harness);
    let ruled = crate::app::edits::Ruled { verdict: Verdict::Erroneous, correction: String::new(), reason: "The log.".into(), of: id };
    act(&mut harness, Request::Settle(id, ruled));
    act(&mut harness, Request::BecomeNew("Cy Wells".into()));
    act(&mut harness, Request::Judge(id, Judging::verdict(Some(Verdict::Disputed))));
    harness.get_by_label("Open again: Cy Wells says disputed, which this ruling has not heard.");
    harness.get_by_role_and_label(Role::Button, "Settle");
}

#[test]
fn one_agrees_by_a_key_and_by_the_button_of_a_column() {
    let mut harness = compared();
    press(&mut harness, Key::A);
    assert_eq!(rows(&harness).len(), 4, "{:?}", rows(&harness));
    harness.get_by_role_and_label(Role::Heading, "Found by one only");
    harness.get_by_label("Nobody else has marked or judged it.");
    harness.get_by_role_and_label(Role::Button, "Agree with Ada Lovell").click();
    settle(&mut harness);
    assert_eq!(rows(&harness).len(), 2);
    harness.get_by_role_and_label(Role::Button, "Take the extent of Ben Okoro").click();
    settle(&mut harness);
    harness.get_by_label("No disagreements.");
    harness.get_by_label("The reviewers differ in nothing that you see.");
}

#[test]
fn the_panel_shows_the_group_and_leads_to_the_comparison() {
    let mut harness = open(two());
    let forty = |harness: &mut Harness<'_, Stage>, by: &str| {
        let project = harness.state_mut().app().session().project();
        let made_by = |id: AnnotationId| project.annotation(id).unwrap().made().map(|(_, by)| project.reviewer_name(by));
        let ids: Vec<AnnotationId> = project.annotations().map(|annotation| annotation.id).collect();
        ids.into_iter()
            .find(|id| {
                let passage = project.annotation(*id).unwrap().passage().unwrap();
                passage.words.starts_with("Forty") && made_by(*id).as_deref() == Some(by)
            })
            .unwrap()
    };
    let own = forty(&mut harness, "Ben Okoro");
    act(&mut harness, Request::GoTo(own));
    harness.get_by_role_and_label(Role::Heading, "Other reviewers");
    harness.get_by_label("“Forty people”").click();
    settle(&mut harness);
    let theirs = forty(&mut harness, "Ada Lovell");
    assert_eq!(harness.state_mut().app().in_hand, Some(theirs));
    press(&mut harness, Key::Num3);
    harness.get_by_role_and_label(Role::Button, "Compare and settle").click();
    settle(&mut harness);
    let app = harness.state_mut().app();
    assert_eq!((app.tab, app.tab_whole, app.compare.current_id()), (Tab::Compare, true, Some(theirs)));
}

#[test]
fn agreement_is_a_table_with_a_picture_of_the_verdicts() {
    let mut harness = compared();
    harness.get_by_role_and_label(Role::Tab, "Agreement").click();
    settle(&mut harness);
    harness.get_by_role_and_label(Role::Button, "Ada Lovell and Ben Okoro");
    let cells: Vec<String> = harness.query_all_by_role(Role::Cell).filter_map(|cell| cell.accesskit_node().label()).collect();
    assert!(cells.contains(&"Matched: 2".to_owned()) && cells.contains(&"Alone: 1 / 0".to_owned()), "{cells:?}");
    assert!(cells.contains(&"Ada Lovell erroneous, Ben Okoro verified: 1 passage".to_owned()), "{cells:?}");
    harness.get_by_label_contains("Krippendorff’s αU, disputed: -0.25");
    harness.get_by_label_contains("Fleiss’ κ: ");
}

#[test]
fn it_fits_a_small_window_and_says_what_to_do_alone() {
    let mut app = with(&[FERRY]);
    mark(&mut app, "left at nine", Command::Refute);
    let mut harness = sized(app, [1000.0, 640.0]);
    act(&mut harness, Request::Run(Command::Compare));
    harness.get_by_label_contains("Only one reviewer has worked on this project.");
    harness.get_by_role_and_label(Role::Button, "Merge…");
    let harness = {
        let mut harness = sized(two(), [1000.0, 640.0]);
        act(&mut harness, Request::Run(Command::Compare));
        harness
    };
    let columns: Vec<egui::Rect> = harness.query_all_by_role_and_label(Role::Image, "Ada Lovell").map(|node| node.rect()).collect();
    let others: Vec<egui::Rect> = harness.query_all_by_role_and_label(Role::Image, "Ben Okoro").map(|node| node.rect()).collect();
    assert!((columns[0].top() - others[0].top()).abs() < 1.0 && columns[0].left() < others[0].left(), "side by side");
}
