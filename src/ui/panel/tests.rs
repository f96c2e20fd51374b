#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use egui::accesskit::Toggled;
use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::app::command::Command;
use crate::app::edits::{EvidenceDetails, Judging};
use crate::app::{Field, Request};
use crate::model::{AnnotationId, Judgement, Kind, Severity, Verdict};
use crate::ui::shell::tests::Bench;

fn mine(harness: &Harness<'_, Bench>, id: AnnotationId) -> Judgement {
    let app = &harness.state().app;
    app.session().project().annotation(id).unwrap().judgement(app.by().unwrap()).cloned().unwrap()
}

fn note(harness: &Harness<'_, Bench>, id: AnnotationId) -> String {
    let app = &harness.state().app;
    let mine = app.session().project().annotation(id).unwrap().judgement(app.by().unwrap());
    mine.map(|mine| mine.note().to_owned()).unwrap_or_default()
}

/// The note's field with the focus, and some words typed into it.
fn typing(harness: &mut Harness<'_, Bench>, words: &str) {
    harness.get_by_role_and_label(Role::MultilineTextInput, "Note").click();
    harness.run();
    harness.get_by_role_and_label(Role::MultilineTextInput, "Note").type_text(words);
    harness.step();
}

fn one_annotation() -> (Harness<'static, Bench>, AnnotationId) {
    let mut bench = Bench::of_ada();
    let id = bench.mark("1987", None);
    (bench.shown(), id)
}

#[test]
fn the_verdict_control_judges_and_takes_back() {
    let (mut harness, id) = one_annotation();
    for (press, verdict) in [
        ("Verified", Some(Verdict::Verified)),
        ("Erroneous", Some(Verdict::Erroneous)),
        ("Erroneous", None),
        ("Disputed", Some(Verdict::Disputed)),
    ] {
        harness.get_by_role_and_label(Role::Button, press).click();
        harness.run();
        assert_eq!(mine(&harness, id).verdict(), verdict, "{press}");
        let toggled = harness.get_by_role_and_label(Role::Button, press).accesskit_node().toggled();
        assert_eq!(toggled == Some(Toggled::True), verdict.is_some());
    }
}

#[test]
fn a_note_is_sent_when_typing_pauses_and_not_before() {
    let (mut harness, id) = one_annotation();
    typing(&mut harness, "It was 1978.");
    assert_eq!(note(&harness, id), "");
    harness.run_steps(4);
    assert_eq!(note(&harness, id), "It was 1978.");
    let times = harness.state().sent.iter().filter(|request| matches!(request, Request::Type(..))).count();
    assert_eq!(times, 1);
}

#[test]
fn a_note_is_sent_when_the_field_loses_the_focus_and_escape_leads_back() {
    let (mut harness, id) = one_annotation();
    typing(&mut harness, "Wrong year.");
    harness.key_press(Key::Escape);
    harness.step();
    harness.step();
    assert_eq!(note(&harness, id), "Wrong year.");
    assert_eq!(harness.state().app.focus, Some(Field::Article));
}

#[test]
fn typed_words_are_never_lost_to_another_annotation() {
    // The three ways to get there: the button, a request made in the same frame, and from elsewhere between frames.
    for way in 0..3 {
        let mut bench = Bench::of_ada();
        let other = bench.mark("Ida Brook", None);
        let id = bench.mark("1987", None);
        let mut harness = bench.shown();
        typing(&mut harness, "Typed in haste.");
        match way {
            0 => harness.get_by_label("Next annotation").click(),
            1 => harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num2),
            _ => harness.state_mut().app.act(Request::Run(Command::NextAnnotation)),
        }
        harness.run();
        assert_eq!(note(&harness, id), "Typed in haste.", "way {way}");
        assert_eq!(note(&harness, other), "", "way {way}");
        let expected = if way == 1 { id } else { other };
        assert_eq!(harness.state().app.in_hand, Some(expected), "way {way}");
    }
}

#[test]
fn typed_words_go_before_a_save_in_the_same_frame() {
    let (mut harness, id) = one_annotation();
    typing(&mut harness, "In time.");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::S);
    harness.run();
    assert_eq!(note(&harness, id), "In time.");
    let sent: Vec<_> = harness.state().sent.iter().filter(|sent| matches!(sent, Request::Type(..) | Request::Run(Command::Save))).collect();
    assert!(matches!(sent.as_slice(), [Request::Type(..), Request::Run(Command::Save)]), "{sent:?}");
}

#[test]
fn a_note_that_is_undone_leaves_the_field_too() {
    let (mut harness, id) = one_annotation();
    typing(&mut harness, "Gone soon.");
    harness.run_steps(4);
    harness.state_mut().app.act(Request::Run(Command::Undo));
    harness.run();
    assert_eq!(note(&harness, id), "");
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Note").value();
    assert_eq!(field.unwrap_or_default(), "");
}

#[test]
fn the_keys_lead_into_the_fields() {
    let (mut harness, id) = one_annotation();
    for (key, name) in [(Key::N, "Note"), (Key::C, "Correction")] {
        harness.key_press(key);
        harness.run();
        assert!(harness.get_by_role_and_label(Role::MultilineTextInput, name).is_focused(), "{name}");
        harness.key_press(Key::Escape);
        harness.run();
    }
    assert_eq!(mine_or_silent(&harness, id), "", "a correction left as the passage is none");
}

fn mine_or_silent(harness: &Harness<'_, Bench>, id: AnnotationId) -> String {
    let app = &harness.state().app;
    let mine = app.session().project().annotation(id).unwrap().judgement(app.by().unwrap());
    mine.map(|mine| mine.correction().to_owned()).unwrap_or_default()
}

#[test]
fn a_correction_begins_with_the_passage_and_is_shown_as_what_changes() {
    let (mut harness, id) = one_annotation();
    harness.get_by_label("Write correction").click();
    harness.run();
    let field = harness.get_by_role_and_label(Role::MultilineTextInput, "Correction");
    assert_eq!(field.value().as_deref(), Some("1987"));
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::MultilineTextInput, "Correction").type_text("1978");
    harness.run();
    harness.get_by_label("1978 (instead of: 1987)");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(mine(&harness, id).correction(), "1978");
    harness.get_by_label("Correction: 1978").click();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run();
    harness.key_press(Key::Backspace);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(mine(&harness, id).correction(), "");
}

#[test]
fn kind_and_severity_can_be_chosen() {
    let (mut harness, id) = one_annotation();
    let kind = harness.state().app.session().project().annotation(id).unwrap().kind();
    harness.get_by_label_contains(&format!("Kind: {}", kind.label())).click();
    harness.run();
    harness.get_by_label("Attribution").click();
    harness.run();
    assert_eq!(harness.state().app.session().project().annotation(id).unwrap().kind(), Kind::Attribution);
    harness.get_by_label("Severity: Normal").click();
    harness.run();
    harness.get_by_label("Serious").click();
    harness.run();
    assert_eq!(mine(&harness, id).severity(), Severity::Serious);
}

#[test]
fn agreeing_takes_over_what_the_other_says() {
    let mut bench = Bench::of_ada();
    let id = bench.mark("1987", Some(Verdict::Verified));
    bench.becomes("Ben Orr");
    let judging = Judging {
        verdict: Some(Some(Verdict::Erroneous)),
        note: Some("The deed says otherwise.".into()),
        correction: Some("1978".into()),
        ..Judging::default()
    };
    bench.app.act(Request::Judge(id, judging));
    bench.becomes("Ada Quill");
    let mut harness = bench.shown();
    harness.get_by_label("The deed says otherwise.");
    harness.get_by_label_contains("Agree with ").click();
    harness.run();
    let mine = mine(&harness, id);
    assert_eq!((mine.verdict(), mine.correction(), mine.note()), (Some(Verdict::Erroneous), "1978", ""));
    assert!(harness.query_by_label("Agree").is_none());
}

#[test]
fn evidence_is_shown_with_its_host_and_can_be_left_out() {
    let (mut harness, id) = one_annotation();
    let details = EvidenceDetails {
        citation: "Deed of sale".into(),
        place: "https://registry.example/deeds/12".into(),
        primary: true,
        ..EvidenceDetails::default()
    };
    harness.state_mut().app.act(Request::AddEvidence(Some(id), details));
    harness.run();
    harness.get_by_label("Open registry.example");
    harness.get_by_label("primary");
    harness.get_by_label("Change evidence: Document · Deed of sale").click();
    harness.run();
    assert!(harness.state().has_sent(|request| matches!(request, Request::EditEvidence(_))));
    harness.state_mut().app.act(Request::CloseDialog);
    harness.get_by_label("Leave out: Document · Deed of sale").click();
    harness.run();
    assert!(mine(&harness, id).evidence().iter().next().is_none());
}

#[test]
fn the_history_tells_who_said_what() {
    let mut bench = Bench::of_ada();
    let id = bench.mark("1987", Some(Verdict::Erroneous));
    bench.app.act(Request::Type(id, Field::Note, "Off by nine years".into()));
    let mut harness = bench.shown();
    assert!(harness.query_by_label_contains("gave the verdict").is_none());
    harness.get_by_label_contains("Show the history").click();
    harness.run();
    harness.get_by_label("Ada Quill gave the verdict erroneous");
    harness.get_by_label("Ada Quill wrote the note “Off by nine years”");
}

#[test]
fn with_nothing_in_hand_it_says_what_the_keys_do_and_judges_a_selection() {
    let mut bench = Bench::of_ada();
    bench.app.act(Request::Deselect);
    let mut harness = bench.shown();
    harness.get_by_label("Next unchecked sentence").click();
    harness.run();
    assert!(harness.state().app.selection.is_some());
    harness.get_by_role_and_label(Role::Heading, "Selection");
    let verdicts: Vec<_> = harness.query_all_by_role_and_label(Role::Button, "Erroneous").collect();
    verdicts.last().unwrap().click();
    harness.run();
    let app = &harness.state().app;
    assert!(app.in_hand.is_some_and(|id| app.session().project().annotation(id).unwrap().standing().verdict == Some(Verdict::Erroneous)));
}
