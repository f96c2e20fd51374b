//! Removing for good in the window: what is listed, what it asks for, what is left.

use egui::Role;
use egui_kittest::kittest::Queryable;

use super::window::{act, ferry, open, settle, write};
use super::{click, focused, title};
use crate::app::command::Command;
use crate::app::edits::{EvidenceDetails, Judging};
use crate::app::history::HistoryFilter;
use crate::app::{App, Request, Tab};

const SECRET: &str = "Jan Roth at the office said so";

fn noted() -> App {
    let mut app = ferry();
    let id = app.in_hand.unwrap();
    app.act(Request::Judge(id, Judging { note: Some(SECRET.into()), ..Judging::default() }));
    app
}

fn fill(harness: &mut egui_kittest::Harness<'_, super::Stage>, field: &str, words: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    settle(harness);
    write(harness, words);
}

#[test]
fn an_annotation_is_removed_with_a_reason_and_a_typed_word() {
    let mut harness = open(noted());
    harness.get_by_label("Remove for good…").click();
    settle(&mut harness);
    assert_eq!((title(&harness).as_str(), focused(&harness).as_str()), ("Remove for good", "Reason"));
    let dialog = harness.get_by_role_and_label(Role::Dialog, "Remove for good");
    assert!(dialog.query_all_by_label_contains(SECRET).count() >= 1, "what goes is shown");
    for (field, words) in [("Reason", "A source"), ("Type “remove” to confirm", "remov")] {
        fill(&mut harness, field, words);
        click(&mut harness, "Remove 3 records");
        assert_eq!(harness.state_mut().app().session().project().redactions().count(), 0, "after {field}");
    }
    fill(&mut harness, "Type “remove” to confirm", "e");
    click(&mut harness, "Remove 3 records");
    let app = harness.state_mut().app();
    let project = app.session().project();
    let redactions: Vec<_> = project.redactions().map(|redaction| (redaction.records, redaction.reason.clone())).collect();
    assert_eq!(redactions, [(3, "A source".to_owned())]);
    assert_eq!((project.counts().total(), app.in_hand), (2, None));
    act(&mut harness, Request::ShowTab(Tab::History));
    assert!(harness.query_by_label_contains(SECRET).is_none());
    assert!(harness.query_all_by_label_contains("removed 3 records for good").next().is_some());
}

#[test]
fn the_history_offers_what_was_looked_for_and_nothing_is_chosen_at_first() {
    let mut harness = open(noted());
    act(&mut harness, Request::ShowTab(Tab::History));
    let offers = |harness: &egui_kittest::Harness<'_, super::Stage>| harness.query_all_by_label("Remove for good…").count();
    let before = offers(&harness);
    act(&mut harness, Request::FilterHistory(HistoryFilter { words: "jan roth".into(), ..HistoryFilter::default() }));
    assert_eq!(offers(&harness), before + 1);
    act(&mut harness, Request::ChooseShownToRedact);
    assert!(harness.get_by_role_and_label(Role::Dialog, "Remove for good").query_by_label("Remove 0 records").is_some());
    harness.get_by_role(Role::CheckBox).click();
    settle(&mut harness);
    fill(&mut harness, "Reason", "A source");
    fill(&mut harness, "Type “remove” to confirm", "Remove");
    click(&mut harness, "Remove 1 record");
    let app = harness.state_mut().app();
    assert_eq!((app.session().project().counts().total(), app.session().project().redactions().count()), (3, 1));
}

#[test]
fn a_piece_of_evidence_leads_to_its_own_records() {
    let mut app = ferry();
    let id = app.in_hand;
    app.act(Request::AddEvidence(id, EvidenceDetails { citation: SECRET.into(), ..EvidenceDetails::default() }));
    let evidence = app.session().project().all_evidence().next().unwrap().id;
    app.act(Request::EditEvidence(evidence));
    let mut harness = open(app);
    click(&mut harness, "Remove for good…");
    assert_eq!(title(&harness), "Remove for good");
    harness.get_by_role_and_label(Role::Dialog, "Remove for good").get_by_label("Remove 1 record");
    act(&mut harness, Request::CloseDialog);
    assert!(harness.state_mut().app().can(Command::Redact));
}
