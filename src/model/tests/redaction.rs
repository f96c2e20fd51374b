//! What was removed for good stays away, whichever way it tries to come back.

use super::super::*;
use super::story::*;
use super::strategies::{TEXTS, paragraphs};

const SECRET: &str = "Told by Runa Holt";

fn note(story: &mut Story, clock: &mut Clock, words: &str, now: u64) -> Applied {
    story.project.apply(&Edit::one("Write note", judgement(1, None, Some(words), &[])), by(ADA), clock, now)
}

fn redact(story: &mut Story, clock: &mut Clock, numbers: &[u32]) -> Applied {
    let edit = story.project.redact(numbers, "Confidential source").unwrap();
    story.project.apply(&edit, by(ADA), clock, 100)
}

fn holds(project: &Project, words: &str) -> bool {
    project.records().lines().iter().any(|line| line.contains(words))
}

fn noted() -> (Story, Clock) {
    let mut story = Story::begin();
    story.mark(2, ADA, 1, 4..10);
    story.judge(3, BEN, 1, Verdict::Disputed);
    (story, Clock::new(Replica(1)))
}

#[test]
fn neither_undo_nor_redo_nor_an_older_copy_brings_words_back() {
    let (mut story, mut clock) = noted();
    let without = note(&mut story, &mut clock, SECRET, 5);
    let to_secret = note(&mut story, &mut clock, "Told by a witness", 6);
    let older = story.project.clone();
    let secret = story.project.records_with("runa holt");
    assert_eq!(secret.len(), 1);
    let done = redact(&mut story, &mut clock, &secret);
    assert_eq!((done.changes, done.inverse.says), (vec![Change::Everything], vec![]));
    assert!(!holds(&story.project, SECRET) && holds(&story.project, "Told by a witness"));
    let undone = story.project.apply(&to_secret.inverse, by(ADA), &mut clock, 101);
    assert_eq!((undone.refused, holds(&story.project, SECRET)), (1, false));
    assert_eq!(story.project.annotation(id(1)).unwrap().judgement(by(ADA)).unwrap().note(), "Told by a witness");
    let undone = story.project.apply(&without.inverse, by(ADA), &mut clock, 102);
    assert_eq!((undone.refused, story.project.annotation(id(1)).unwrap().judgement(by(ADA)).unwrap().note()), (0, ""));
    for (mut a, b) in [(older.clone(), story.project.clone()), (story.project.clone(), older.clone())] {
        assert_eq!(a.records().lost_to(b.records()).len(), usize::from(holds(&a, SECRET)));
        a.join(b.records());
        assert_eq!((holds(&a, SECRET), a.redactions().count()), (false, 1));
        assert_eq!(a.records().lines().sorted(), story.project.records().lines().sorted());
    }
}

#[test]
fn a_worker_folds_the_same_and_keeps_the_numbers() {
    let (mut story, mut clock) = noted();
    let to_nothing = note(&mut story, &mut clock, SECRET, 5);
    let back = story.project.apply(&to_nothing.inverse, by(ADA), &mut clock, 6);
    let numbers = story.project.records_with(SECRET);
    let What::Redaction { records, reason } = story.project.redact(&numbers, "Why").unwrap().says.remove(0) else { unreachable!() };
    let line = Record::Said { at: at(9), by: by(ADA), what: What::Redaction { records, reason } }.to_line();
    let mut worker = story.project.refold_with(line.clone()).run();
    story.project.add([line.as_str()]);
    assert_eq!(super::shown::told(&worker), super::shown::told(&story.project));
    assert!(worker.records().lines().numbered().eq(story.project.records().lines().numbered()));
    assert_eq!(worker.apply(&back.inverse, by(ADA), &mut clock, 10).refused, 1);
    assert_eq!(worker.redactions().map(|redaction| (redaction.records, redaction.reason.as_str())).collect::<Vec<_>>(), [(1, "Why")]);
}

#[test]
fn words_that_another_record_still_says_may_be_said_again() {
    let (mut story, mut clock) = noted();
    note(&mut story, &mut clock, "Yes", 5);
    let second = story.project.records().next();
    note(&mut story, &mut clock, "Yes", 6);
    redact(&mut story, &mut clock, &[second]);
    let undone = note(&mut story, &mut clock, "No", 7).inverse;
    assert_eq!(story.project.apply(&undone, by(ADA), &mut clock, 8).refused, 0);
    assert_eq!(story.project.annotation(id(1)).unwrap().judgement(by(ADA)).unwrap().note(), "Yes");
}

#[test]
fn a_person_may_write_the_same_words_again() {
    let (mut story, mut clock) = noted();
    note(&mut story, &mut clock, SECRET, 5);
    let secret = story.project.records_with(SECRET);
    redact(&mut story, &mut clock, &secret);
    assert_eq!(note(&mut story, &mut clock, SECRET, 101).refused, 0);
    assert!(holds(&story.project, SECRET));
}

#[test]
fn everything_about_something_can_be_removed() {
    let source = EvidenceId::new(1, 1);
    let told = |citation| evidence(1, citation);
    let name = |name: &str| What::Reviewer { reviewer: by(BEN), name: Some(name.into()), colour: None };
    let (mut story, mut clock) = noted();
    for (millis, what) in [
        (5, told(SECRET)),
        (6, told("A witness")),
        (7, name("Runa Holt")),
        (8, name("R. H.")),
        (9, judgement(2, None, Some("Else"), &[source])),
    ] {
        story.say(millis, BEN, what);
    }
    let article = story.article;
    for (subject, count) in [
        (Subject::Evidence(source), 2),
        (Subject::Reviewer(by(BEN)), 2),
        (Subject::Annotation(id(1)), 2),
        (Subject::Project, 0),
        (Subject::Article(article), 4),
    ] {
        assert_eq!(story.project.records_about(&subject).len(), count, "{subject:?}");
    }
    let remove = |story: &mut Story, clock: &mut Clock, subject| {
        let numbers = story.project.records_about(&subject);
        redact(story, clock, &numbers);
    };
    remove(&mut story, &mut clock, Subject::Evidence(source));
    remove(&mut story, &mut clock, Subject::Reviewer(by(BEN)));
    assert_eq!(story.project.all_evidence().count(), 0);
    assert!(story.project.reviewer_name(by(BEN)).starts_with("reviewer "));
    remove(&mut story, &mut clock, Subject::Article(article));
    assert_eq!((story.project.articles().len(), story.project.annotations().count(), story.project.redactions().count()), (0, 0, 3));
    assert!(!holds(&story.project, "bridge") && !holds(&story.project, "Holt"));
}

#[test]
fn a_text_goes_as_a_whole_or_not_at_all() {
    let (story, _) = noted();
    let text: Vec<u32> = (0..paragraphs(0).len() as u32).collect();
    assert_eq!(text.len(), 2);
    assert_eq!(story.project.redact(&text[..1], ""), Err(CannotRedact::PartOfAText(ArticleId::of(TEXTS[0]))));
    assert!(story.project.redact(&text, "").is_ok());
    assert_eq!(story.project.redact(&[], ""), Err(CannotRedact::Nothing));
    assert_eq!(story.project.redact(&[999], ""), Err(CannotRedact::Nothing));
}

#[test]
fn a_redaction_cannot_be_removed_and_a_foreign_one_of_a_paragraph_only_makes_the_text_less_than_whole() {
    let (mut story, _) = noted();
    let paragraph = paragraphs(0).remove(0).to_line();
    story.say(5, BEN, What::Redaction { records: vec![RecordHash::of(&paragraph)], reason: "Spite".into() });
    let article = story.project.article(story.article).unwrap();
    assert!(!article.is_whole());
    assert_eq!((article.places().len(), story.project.unplaced().count()), (0, 1));
    story.project.add([paragraph.as_str()]);
    assert!(!holds(&story.project, "bridge closed"));
    let newest = story.project.records().next() - 1;
    assert_eq!(story.project.redact(&[newest], ""), Err(CannotRedact::Redaction));
}
