//! The dialog of evidence.

use egui::{Key, Role};
use egui_kittest::kittest::Queryable;

use super::window::{act, ferry, open, press, settle, write};
use super::{click, focused, title};
use crate::app::command::Command;
use crate::app::dialog::Dialog;
use crate::app::edits::EvidenceDetails;
use crate::app::{App, Request};
use crate::model::{EvidenceId, Source};

/// A program with two pieces of evidence that nothing rests on.
fn with_evidence() -> App {
    let mut app = ferry();
    for citation in ["Harbour log, 3 May", "Interview with the mate"] {
        app.act(Request::AddEvidence(None, EvidenceDetails { citation: citation.into(), ..EvidenceDetails::default() }));
    }
    app
}

fn of_hand(app: &App) -> Vec<String> {
    let project = app.session().project();
    let mine = app.by().and_then(|by| project.annotation(app.in_hand?)?.judgement(by)).unwrap();
    mine.evidence().iter().map(|id| project.evidence(*id).unwrap().citation().to_owned()).collect()
}

fn all(app: &App) -> Vec<EvidenceId> {
    app.session().project().all_evidence().map(|evidence| evidence.id).collect()
}

#[test]
fn new_evidence_is_added_and_the_judgement_rests_on_it() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::Cite));
    assert_eq!(title(&harness), "Add evidence");
    assert_eq!(focused(&harness), "Citation");
    write(&mut harness, " Tide table 2026 ");
    harness.get_by_role_and_label(Role::CheckBox, "Primary source").click();
    settle(&mut harness);
    harness.get_by_role_and_label(Role::ComboBox, "What it is").click();
    settle(&mut harness);
    harness.get_by_label("Data").click();
    settle(&mut harness);
    click(&mut harness, "Add evidence");
    let app = harness.state_mut().app();
    assert_eq!(of_hand(app), ["Tide table 2026"]);
    let evidence = app.session().project().all_evidence().next().unwrap();
    assert_eq!((evidence.source(), evidence.is_primary(), evidence.consulted()), (Source::Data, true, "2026-11-22"));
    assert_eq!(app.dialog, None);
}

#[test]
fn known_evidence_is_found_and_chosen() {
    let mut harness = open(with_evidence());
    act(&mut harness, Request::Run(Command::Cite));
    assert_eq!(focused(&harness), "Search the evidence");
    write(&mut harness, "LOG");
    assert!(harness.query_by_label("Document: Interview with the mate").is_none());
    press(&mut harness, Key::Enter);
    assert_eq!(of_hand(harness.state_mut().app()), ["Harbour log, 3 May"]);
    act(&mut harness, Request::Run(Command::Cite));
    click(&mut harness, "Document: Interview with the mate");
    assert_eq!(of_hand(harness.state_mut().app()).len(), 2);
    act(&mut harness, Request::Run(Command::Cite));
    click(&mut harness, "Document: Harbour log, 3 May");
    assert_eq!(of_hand(harness.state_mut().app()), ["Interview with the mate"]);
    assert_eq!(all(harness.state_mut().app()).len(), 2);
}

#[test]
fn known_evidence_is_changed_and_removed() {
    let mut harness = open(with_evidence());
    let id = all(harness.state_mut().app())[0];
    let edit = |harness: &mut egui_kittest::Harness<'_, super::Stage>| {
        harness.state_mut().app().dialog = Some(Dialog::Evidence { annotation: None, evidence: Some(id) });
        settle(harness);
    };
    edit(&mut harness);
    assert_eq!(title(&harness), "Evidence");
    write(&mut harness, ", page 4");
    click(&mut harness, "Change evidence");
    assert_eq!(harness.state_mut().app().session().project().evidence(id).unwrap().citation(), "Harbour log, 3 May, page 4");
    edit(&mut harness);
    click(&mut harness, "Remove evidence");
    assert_eq!(all(harness.state_mut().app()).len(), 1);
}

#[test]
fn evidence_without_citation_and_place_is_not_added() {
    let mut harness = open(ferry());
    act(&mut harness, Request::Run(Command::Cite));
    press(&mut harness, Key::Enter);
    assert!(all(harness.state_mut().app()).is_empty());
    assert_eq!(title(&harness), "Add evidence");
}
