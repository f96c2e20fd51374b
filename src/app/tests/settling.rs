//! Two reviewers: what they differ in, agreeing, ruling, one extent, what stays when it is undone.

use super::*;
use crate::app::compare::{Choices, Row, Section, Standing};
use crate::app::edits::{Judging, Ruled};
use crate::crosscheck::disagreement::Difference;

/// The three reports, marked by Ada and then by Ben, who stays.
fn two() -> App {
    let mut app = review();
    mark(&mut app, "84 people", Command::Verify);
    let hurt = mark(&mut app, "Nobody was hurt", Command::Refute);
    app.act(Request::Judge(hurt, Judging { correction: Some("One man was hurt".into()), ..Judging::default() }));
    mark(&mut app, "The ferry was freed at noon", Command::Verify);
    mark(&mut app, "Marsh Point", Command::Verify);
    becomes(&mut app, "Ben Okoro");
    mark(&mut app, "84 people", Command::Dispute);
    mark(&mut app, "“Nobody was hurt,”", Command::Verify);
    mark(&mut app, "ferry was freed at noon", Command::Verify);
    app
}

fn becomes(app: &mut App, name: &str) {
    app.act(Request::BecomeNew(name.into()));
}

/// The view, with all that is found in it.
fn compared(app: &mut App) -> Vec<(Vec<Difference>, bool)> {
    if !app.is_comparing() {
        app.act(Request::Run(Command::Compare));
    }
    settle(app);
    let ones = app.compare.rows().iter().filter_map(|row| app.compare.found.id_of(*row));
    ones.filter_map(|id| app.compare.found.with(id)).map(|(_, one)| (one.differences.clone(), one.settled.is_some())).collect()
}

fn headings(app: &App) -> Vec<(&'static str, usize)> {
    let rows = app.compare.rows().iter();
    rows.filter_map(|row| if let Row::Heading(words, count) = row { Some((*words, *count)) } else { None }).collect()
}

use Difference::{Extents, FoundByOne, Verdicts};

#[test]
fn disagreements_are_listed_the_gravest_first_and_filtered() {
    let mut app = two();
    let all = compared(&mut app);
    let expected = [(vec![Verdicts], false), (vec![Verdicts, Extents], false), (vec![FoundByOne], false), (vec![Extents], false)];
    assert_eq!(all, expected);
    assert_eq!(headings(&app), [("Different verdicts", 2), ("Found by one only", 1), ("Different extents", 1)]);
    let counts = [Section::All, Section::Verdicts, Section::FoundByOne, Section::Corrections, Section::Extents];
    assert_eq!(counts.map(|section| app.compare.count(section)), [4, 2, 1, 0, 2]);
    app.act(Request::ShowCompared(Section::Extents));
    assert_eq!(headings(&app), [("Different extents", 2)]);
    app.act(Request::ShowCompared(Section::All));
    let other = app.session().project().articles()[1].id;
    app.act(Request::ChooseCompared(Choices { article: Some(other), ..Choices::default() }));
    assert_eq!(app.compare.rows(), []);
    assert_eq!(app.compare.current(), None);
    app.act(Request::ChooseCompared(Choices { standing: Standing::Settled, ..Choices::default() }));
    assert_eq!(app.compare.rows(), []);
    let only = std::sync::Arc::new(app.in_hand.into_iter().collect());
    app.act(Request::ChooseCompared(Choices { only: Some(only), ..Choices::default() }));
    assert_eq!(app.compare.rows().len(), 2);
}

#[test]
fn of_two_reviewers_only_their_words_are_compared() {
    let mut app = two();
    let [ada, ben] = [0, 1].map(|n| app.session().project().reviewers().nth(n).unwrap().id);
    becomes(&mut app, "Cy Wells");
    mark(&mut app, "84 people", Command::Refute);
    let cy = app.by().unwrap();
    compared(&mut app);
    app.act(Request::ChooseCompared(Choices { between: Some([ada, ben]), ..Choices::default() }));
    assert_eq!(compared(&mut app).len(), 4);
    app.act(Request::ChooseCompared(Choices { between: Some([ben, cy]), ..Choices::default() }));
    let with_cy = compared(&mut app);
    assert_eq!(with_cy[0].0, [Verdicts]);
    assert!(app.compare.current().unwrap().1.voices.iter().all(|voice| voice.by != ada));
}

fn annotation_on(app: &App, words: &str) -> AnnotationId {
    let project = app.session().project();
    project.annotations().find(|annotation| annotation.passage().is_some_and(|passage| passage.words == words)).unwrap().id
}

fn ruled(of: AnnotationId, verdict: Verdict, reason: &str) -> Ruled {
    Ruled { verdict, correction: String::new(), reason: reason.into(), of }
}

#[test]
fn a_ruling_settles_with_a_reason_and_the_judgements_stay() {
    let mut app = two();
    compared(&mut app);
    let id = annotation_on(&app, "84 people");
    app.act(Request::ShowDisagreement(id));
    app.act(Request::Settle(id, ruled(id, Verdict::Erroneous, "  ")));
    assert!(told(&app).contains("needs a reason") && app.focus == Some(Field::Reason));
    assert_eq!(annotation(&app, id).ruling().map(|ruling| ruling.by), None);
    app.act(Request::Settle(id, ruled(id, Verdict::Erroneous, " The list says 48. ")));
    let ruling = annotation(&app, id).ruling().unwrap();
    assert_eq!((ruling.verdict(), ruling.reason(), Some(ruling.by)), (Some(Verdict::Erroneous), "The list says 48.", app.by()));
    assert_eq!(annotation(&app, id).judgements().count(), 2);
    assert_eq!(compared(&mut app).iter().filter(|(_, settled)| *settled).count(), 1);
    assert_eq!(headings(&app).last(), Some(&("Settled", 1)));
    // It stays in hand; on from where it stood.
    assert_eq!(app.compare.current_id(), Some(id));
    app.act(Request::Run(Command::NextAnnotation));
    assert_eq!(app.compare.current_id(), Some(annotation_on(&app, "“Nobody was hurt,”")));
    app.act(Request::Run(Command::Undo));
    assert!(annotation(&app, id).ruling().is_none());
    app.act(Request::Run(Command::Redo));
    assert!(annotation(&app, id).ruling().is_some());
    app.act(Request::Withdraw(id));
    assert!(annotation(&app, id).ruling().is_none() && annotation(&app, id).standing().disagreement);
}

#[test]
fn a_ruling_reaches_all_annotations_of_the_statement_and_its_correction_only_its_passage() {
    let mut app = two();
    compared(&mut app);
    let (ada, ben) = (annotation_on(&app, "Nobody was hurt"), annotation_on(&app, "“Nobody was hurt,”"));
    let decided = Ruled { correction: "One man was hurt".into(), ..ruled(ada, Verdict::Erroneous, "The hospital says so.") };
    app.act(Request::Settle(ben, decided));
    for (id, correction) in [(ada, "One man was hurt"), (ben, "")] {
        assert_eq!((verdict(&app, id), annotation(&app, id).ruling().unwrap().correction()), (Some(Verdict::Erroneous), correction));
    }
    assert_eq!(compared(&mut app).iter().filter(|(_, settled)| *settled).count(), 1);
    // A verdict that the ruling has not heard opens it again.
    becomes(&mut app, "Cy Wells");
    app.act(Request::Judge(ada, Judging::verdict(Some(Verdict::Disputed))));
    assert_eq!(compared(&mut app).iter().filter(|(_, settled)| *settled).count(), 0);
    assert!(annotation(&app, ada).ruling().is_some());
    app.act(Request::Settle(ada, ruled(ada, Verdict::Disputed, "Cy is right.")));
    assert_eq!(compared(&mut app).iter().filter(|(_, settled)| *settled).count(), 1);
}

#[test]
fn agreeing_is_one_step_and_nobody_contradicts_themself() {
    let mut app = two();
    compared(&mut app);
    let (ada, ben) = (annotation_on(&app, "Nobody was hurt"), annotation_on(&app, "“Nobody was hurt,”"));
    app.act(Request::ShowDisagreement(ben));
    assert_eq!(app.in_hand, Some(ben), "the own one is in hand");
    app.act(Request::Run(Command::Agree));
    let by = app.by().unwrap();
    let mine = |app: &App, id| annotation(app, id).judgement(by).map(|mine| (mine.verdict(), mine.correction().to_owned()));
    assert_eq!(mine(&app, ada), Some((Some(Verdict::Erroneous), "One man was hurt".into())));
    assert_eq!(mine(&app, ben), Some((Some(Verdict::Erroneous), String::new())));
    assert!(!compared(&mut app).iter().any(|(differences, _)| differences[..] == [Verdicts, Extents]));
    app.act(Request::Run(Command::Undo));
    assert_eq!(mine(&app, ben), Some((Some(Verdict::Verified), String::new())));
    assert_eq!(mine(&app, ada).and_then(|(verdict, _)| verdict), None);
    // What one alone has found is agreed with, and is no disagreement any more.
    let only = annotation_on(&app, "Marsh Point");
    compared(&mut app);
    app.act(Request::ShowDisagreement(only));
    app.act(Request::Run(Command::Agree));
    assert_eq!(mine(&app, only).unwrap().0, Some(Verdict::Verified));
    assert_eq!(compared(&mut app).len(), 3);
    assert_ne!(app.compare.current_id(), Some(only));
    app.act(Request::TakeInHand(only));
    app.act(Request::Run(Command::Agree));
    assert!(told(&app).contains("the same already"));
}

#[test]
fn whoever_differs_among_themselves_is_not_agreed_with_by_a_key() {
    let mut app = two();
    let id = annotation_on(&app, "84 people");
    becomes(&mut app, "Cy Wells");
    app.act(Request::TakeInHand(id));
    app.act(Request::Run(Command::Agree));
    assert!(told(&app).contains("do not say the same"));
    assert_eq!(annotation(&app, id).judgements().count(), 2);
}

#[test]
fn one_extent_is_taken_where_no_correction_binds_another() {
    let mut app = two();
    compared(&mut app);
    let (long, short) = (annotation_on(&app, "The ferry was freed at noon"), annotation_on(&app, "ferry was freed at noon"));
    app.act(Request::TakeExtent(long));
    assert_eq!(app.session().project().place(short), app.session().project().place(long));
    assert_eq!(compared(&mut app).len(), 3);
    app.act(Request::Run(Command::Undo));
    assert_ne!(app.session().project().place(short), app.session().project().place(long));
    compared(&mut app);
    let (ada, ben) = (annotation_on(&app, "Nobody was hurt"), annotation_on(&app, "“Nobody was hurt,”"));
    app.act(Request::TakeExtent(ben));
    assert_ne!(app.session().project().place(ada), app.session().project().place(ben), "the correction is written for the other");
    app.act(Request::TakeExtent(ada));
    assert_eq!(app.session().project().place(ada), app.session().project().place(ben));
}

#[test]
fn settling_begins_at_the_annotation_in_hand() {
    let mut app = two();
    app.act(Request::ShowTab(Tab::Annotations));
    let id = annotation_on(&app, "84 people");
    app.act(Request::GoTo(id));
    app.act(Request::Run(Command::Settle));
    settle(&mut app);
    assert_eq!((app.tab, app.tab_whole, app.compare.current_id(), app.focus), (Tab::Compare, true, Some(id), Some(Field::Reason)));
}

#[test]
fn agreement_is_worked_out_when_it_is_looked_at_and_anew_after_a_change() {
    let mut app = two();
    app.act(Request::Run(Command::Agreement));
    settle(&mut app);
    let matched = |app: &App| app.compare.agreement.pair().map(|pair| (pair.matched, pair.alone));
    assert_eq!(matched(&app), Some((3, (1, 0))));
    mark(&mut app, "Marsh Point", Command::Verify);
    settle(&mut app);
    assert_eq!(matched(&app), Some((4, (0, 0))));
    app.act(Request::Run(Command::Agreement));
    assert!(!app.tab_whole);
}
