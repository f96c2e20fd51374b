//! Marking, judging, dismissing, going from one to the next, undo.

use super::*;
use crate::app::edits::{EvidenceDetails, Judging};
use crate::model::{Kind, Reason, Severity, Source, Target};

#[test]
fn a_name_is_asked_for_once_and_what_was_asked_goes_on() {
    let mut app = App::new(surroundings(None), Arc::new(|| {}));
    app.act(Request::AddText(REPORTS[0].into()));
    settle(&mut app);
    assert_eq!(app.dialog, Some(Dialog::Reviewer));
    assert!(app.session().project().articles().is_empty());
    app.act(Request::BecomeNew("  Ada Quist ".into()));
    settle(&mut app);
    assert_eq!(app.dialog, None);
    assert_eq!(app.session().project().articles().len(), 1);
    assert_eq!(app.settings.name, "Ada Quist");
    app.act(Request::AddText(REPORTS[1].into()));
    settle(&mut app);
    assert_eq!((app.dialog.clone(), app.session().project().articles().len()), (None, 2));
    assert_eq!(app.session().project().reviewers().count(), 1);
}

#[test]
fn a_verdict_given_before_the_name_is_not_lost() {
    let mut app = App::new(surroundings(None), Arc::new(|| {}));
    app.act(Request::Run(Command::OpenSample));
    settle(&mut app);
    let before = app.session().project().counts().total();
    app.act(Request::Select(0..9));
    for command in [Command::Refute, Command::MarkEvery] {
        app.act(Request::Run(command));
        assert_eq!(app.dialog, Some(Dialog::Reviewer), "{command:?}");
        app.act(Request::CloseDialog);
        assert_eq!(app.session().project().counts().total(), before);
    }
    app.act(Request::Run(Command::Refute));
    app.act(Request::BecomeNew("Ada Quist".into()));
    assert_eq!(app.session().project().counts().total(), before + 1);
    assert_eq!(verdict(&app, app.in_hand.unwrap()), Some(Verdict::Erroneous));
}

#[test]
fn a_verdict_marks_the_selection_and_then_the_annotation_in_hand() {
    let mut app = review();
    let id = mark(&mut app, "84 people", Command::Dispute);
    assert_eq!((verdict(&app, id), annotation(&app, id).kind()), (Some(Verdict::Disputed), Kind::Figure));
    assert_eq!(app.selection, None);
    app.act(Request::Run(Command::Refute));
    assert_eq!(verdict(&app, id), Some(Verdict::Erroneous));
    app.act(Request::Run(Command::ToCheck));
    assert_eq!(verdict(&app, id), None);
    let again = mark(&mut app, "84 people", Command::Verify);
    assert_eq!((again, verdict(&app, id)), (id, Some(Verdict::Verified)));
    let other = mark(&mut app, "with 84 people on board", Command::ToCheck);
    assert_ne!(other, id);
    assert_eq!(app.session().project().counts().total(), 2);
}

#[test]
fn note_correction_severity_kind_and_evidence_are_kept_and_undone_one_by_one() {
    let mut app = review();
    let id = mark(&mut app, "84 people", Command::Refute);
    for typed in ["T", "The", "The list says 48."] {
        app.act(Request::Type(id, Field::Note, typed.into()));
    }
    app.act(Request::Type(id, Field::Correction, "48 people".into()));
    app.act(Request::Judge(id, Judging { severity: Some(Severity::Serious), ..Judging::default() }));
    app.act(Request::SetKind(id, Kind::Claim));
    let details =
        EvidenceDetails { source: Source::Document, citation: "Passenger list".into(), confidential: true, ..EvidenceDetails::default() };
    app.act(Request::AddEvidence(Some(id), details.clone()));
    let by = app.by().unwrap();
    let mine = || annotation(&app, id).judgement(by).unwrap();
    assert_eq!((mine().note(), mine().correction(), mine().severity()), ("The list says 48.", "48 people", Severity::Serious));
    assert_eq!((mine().evidence().len(), app.known_evidence().len()), (1, 1));
    let other = mark(&mut app, "Monday", Command::Verify);
    app.act(Request::AddEvidence(Some(other), details));
    assert_eq!(app.known_evidence().len(), 1, "the same evidence is one piece");
    // Evidence and mark of the other; then evidence, kind, severity, correction, and the note as one step.
    for _ in 0..2 {
        app.act(Request::Run(Command::Undo));
    }
    assert!(annotation(&app, other).is_hidden());
    for expected in [("The list says 48.", "48 people", Severity::Serious), ("The list says 48.", "48 people", Severity::Serious)] {
        app.act(Request::Run(Command::Undo));
        let mine = annotation(&app, id).judgement(by).unwrap();
        assert_eq!((mine.note(), mine.correction(), mine.severity()), expected);
    }
    for expected in
        [("The list says 48.", "48 people", Severity::Normal), ("The list says 48.", "", Severity::Normal), ("", "", Severity::Normal)]
    {
        app.act(Request::Run(Command::Undo));
        let mine = annotation(&app, id).judgement(by).unwrap();
        assert_eq!((mine.note(), mine.correction(), mine.severity()), expected);
    }
    while app.can(Command::Undo) {
        app.act(Request::Run(Command::Undo));
    }
    assert!(app.session().project().articles().is_empty());
    while app.can(Command::Redo) {
        app.act(Request::Run(Command::Redo));
    }
    assert_eq!(annotation(&app, id).judgement(by).unwrap().note(), "The list says 48.");
    assert_eq!(app.session().project().articles().len(), 3);
}

#[test]
fn an_annotation_can_be_moved_and_removed_and_brought_back() {
    let mut app = review();
    let id = mark(&mut app, "84 people", Command::Verify);
    let wider = place(&app, "with 84 people on board");
    app.act(Request::Resize(id, wider.clone()));
    assert_eq!(app.session().project().place(id).unwrap().1, wider);
    app.act(Request::Resize(id, 3..3));
    assert_eq!(app.session().project().place(id).unwrap().1, wider, "an empty range is no passage");
    app.act(Request::Run(Command::RemoveAnnotation));
    assert_eq!((app.in_hand, app.session().project().counts().total()), (None, 0));
    app.act(Request::Hide(Target::Annotation(id), false));
    assert_eq!(app.session().project().counts().verified, 1);
}

#[test]
fn what_is_no_article_text_is_dismissed_and_comes_back_at_one_click() {
    let mut app = review();
    let share = place(&app, "Share this @bayside.example");
    assert_eq!(open(&app).dismissal(&share), Some((Reason::ShareLine, true)));
    app.act(Request::Restore(app.article.unwrap(), share.clone()));
    assert_eq!(open(&app).dismissal(&share), None);
    app.act(Request::Run(Command::Undo));
    assert_eq!(open(&app).dismissal(&share), Some((Reason::ShareLine, true)));
}

#[test]
fn coverage_reaches_the_whole_by_verdicts_and_dismissals() {
    let mut app = review();
    app.act(Request::Run(Command::NextUnchecked));
    let mut steps = 0;
    while app.session().coverage().unwrap() < 1.0 {
        steps += 1;
        assert!(steps < 40);
        app.act(Request::Run(if steps % 2 == 0 { Command::Verify } else { Command::Dismiss }));
        app.act(Request::Run(Command::NextUnchecked));
    }
    assert!(told(&app).contains("Every checkable sentence"), "{}", told(&app));
}

#[test]
fn next_and_previous_go_round_through_all_articles_and_mind_the_filter() {
    let mut app = review();
    let a = mark(&mut app, "Monday", Command::Verify);
    let b = mark(&mut app, "84 people", Command::Refute);
    app.act(Request::Run(Command::NextArticle));
    let c = mark(&mut app, "six hours", Command::Dispute);
    let mut seen = Vec::new();
    for _ in 0..4 {
        app.act(Request::Run(Command::NextAnnotation));
        seen.push(app.in_hand.unwrap());
    }
    assert_eq!(seen, [a, b, c, a]);
    app.act(Request::Run(Command::PreviousAnnotation));
    assert_eq!(app.in_hand, Some(c));
    let filter = Filter { erroneous: false, ..app.filter.clone() };
    app.act(Request::SetFilter(filter));
    app.act(Request::Run(Command::PreviousAnnotation));
    assert_eq!(app.in_hand, Some(a));
}

#[test]
fn every_occurrence_is_marked_in_one_step() {
    let mut app = review();
    for (command, count) in [(Command::MarkEvery, 1), (Command::MarkEveryInAll, 4)] {
        let range = place(&app, "Osprey");
        app.act(Request::Select(range));
        app.act(Request::Run(command));
        settle(&mut app);
        app.act(Request::MarkEvery(Some(Verdict::Verified)));
        assert_eq!(app.session().project().counts().verified, count, "{command:?}");
        app.act(Request::Run(Command::Undo));
        assert_eq!(app.session().project().counts().total(), 0);
    }
}

#[test]
fn agreeing_takes_over_the_verdict_but_not_the_note() {
    let mut app = review();
    let id = mark(&mut app, "84 people", Command::Refute);
    app.act(Request::Type(id, Field::Note, "Seen the list.".into()));
    let first = app.by().unwrap();
    app.act(Request::BecomeNew("Bo Ek".into()));
    let second = app.by().unwrap();
    assert_ne!(first, second);
    app.act(Request::Agree(id, first));
    let theirs = annotation(&app, id).judgement(second).unwrap();
    assert_eq!((theirs.verdict(), theirs.note()), (Some(Verdict::Erroneous), ""));
    app.act(Request::Run(Command::Verify));
    let standing = annotation(&app, id).standing();
    assert!(standing.disagreement);
    app.act(Request::Become(first));
    assert_eq!(app.by(), Some(first));
}

#[test]
fn the_same_text_is_one_article() {
    let mut app = review();
    app.act(Request::AddText(REPORTS[1].into()));
    settle(&mut app);
    assert_eq!(app.session().project().articles().len(), 3);
    assert!(told(&app).contains("in the project already"));
}

#[test]
fn the_cross_check_suggests_and_never_says_a_verdict() {
    let mut app = review();
    let records = |app: &App| app.session().project().records().lines().sorted().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let before = records(&app);
    app.act(Request::Run(Command::CrossCheck));
    settle(&mut app);
    let found: usize = app.cross.found.statements().len();
    assert!(found > 0, "84 people here, 48 there: nothing was found");
    for _ in 0..=found {
        app.act(Request::Run(Command::NextFinding));
        settle(&mut app);
    }
    assert_eq!(records(&app), before, "looking at findings says nothing");
    mark(&mut app, "84 people", Command::Dispute);
    let by = app.by().unwrap();
    let said: Vec<_> =
        app.session().project().annotations().flat_map(|annotation| annotation.judgements()).map(|judgement| judgement.by).collect();
    assert!(!said.is_empty() && said.iter().all(|other| *other == by), "a verdict is that of whoever pressed the key");
    println!("{found} findings, each gone to: 0 records; then one key: {} verdicts, all of the reviewer who pressed it", said.len());
}
