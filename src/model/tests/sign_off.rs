//! What makes a signature void, since when, and what does not.

use super::super::*;
use super::story::*;

fn void(story: &Story, who: u128) -> Option<(u64, ReviewerId, Touched)> {
    let touch = story.project.article(story.article)?.sign_off(by(who))?.void()?;
    Some((touch.at.millis(), touch.by, touch.what))
}

fn signed() -> Story {
    let mut story = Story::begin();
    story.mark(2, ADA, 1, 4..10);
    story.say(
        3,
        ADA,
        What::Evidence {
            evidence: EvidenceId::new(1, 1),
            source: None,
            citation: Some("Register".into()),
            place: None,
            words: None,
            consulted: None,
            primary: None,
            confidential: None,
        },
    );
    story.say(4, ADA, judgement(1, Some(Some(Verdict::Verified)), None, &[EvidenceId::new(1, 1)]));
    story.sign(10, ADA);
    story
}

fn dismissal(article: ArticleId, proposed: bool) -> What {
    What::Dismissal { article, start: 0, end: 3, reason: Some(Reason::Credit), proposed }
}

#[test]
fn each_kind_of_later_statement_makes_a_signature_void_or_not() {
    let story = signed();
    let (article, evidence) = (story.article, EvidenceId::new(1, 1));
    let ruling = What::Ruling { annotation: id(1), verdict: Some(Some(Verdict::Disputed)), heard: None, correction: None, reason: None };
    let passage = Passage::at(article, super::strategies::TEXTS[0], 11..17);
    for (what, expected) in [
        (judgement(1, None, Some("Not so"), &[]), Some(Touched::Judgement(id(1)))),
        (What::Annotation { annotation: id(2), passage, kind: None }, Some(Touched::Mark(id(2)))),
        (What::Annotation { annotation: id(1), passage: None, kind: Some(Kind::Name) }, Some(Touched::Mark(id(1)))),
        (ruling, Some(Touched::Ruling(id(1)))),
        (What::Hiding { target: Target::Annotation(id(1)), hidden: true }, Some(Touched::Hiding(id(1)))),
        (What::Hiding { target: Target::Evidence(evidence), hidden: true }, Some(Touched::Evidence(evidence))),
        (dismissal(article, false), Some(Touched::Dismissal)),
        (dismissal(article, true), None),
        (judgement(9, None, Some("Of something elsewhere"), &[]), None),
        (What::Hiding { target: Target::Article(article), hidden: false }, None),
        (What::Hiding { target: Target::Evidence(EvidenceId::new(1, 2)), hidden: true }, None),
        (What::Reveal { of: Revealed::Article(article) }, None),
        (What::Project { title: Some("Title".into()), blind: None }, None),
    ] {
        for (millis, later) in [(12, true), (10, false), (9, false)] {
            let mut after = Story { project: story.project.clone(), article };
            after.say(millis, BEN, what.clone());
            let expected = expected.filter(|_| later).map(|touched| (millis, by(BEN), touched));
            assert_eq!(void(&after, ADA), expected, "{what:?} at {millis}");
            let article = after.project.article(article).unwrap();
            assert_eq!(
                (article.signed_by().len(), article.sign_off(by(ADA)).unwrap().stands()),
                match expected {
                    Some(_) => (0, false),
                    None => (1, true),
                }
            );
        }
    }
}

#[test]
fn the_first_touch_tells_since_when_and_a_new_signature_stands_again() {
    let mut story = signed();
    story.judge(14, BEN, 1, Verdict::Erroneous);
    story.judge(12, BEN, 1, Verdict::Disputed);
    assert_eq!(void(&story, ADA).map(|(at, ..)| at), Some(12));
    story.sign(13, BEN);
    assert_eq!(void(&story, BEN).map(|(at, ..)| at), Some(14));
    story.sign(15, ADA);
    assert_eq!(void(&story, ADA), None);
}

#[test]
fn undoing_a_new_signature_brings_the_old_one_back_with_its_age() {
    let mut story = signed();
    story.judge(12, BEN, 1, Verdict::Erroneous);
    let mut clock = Clock::new(Replica(1));
    let sign = |signed| Edit::one("Sign", What::SignOff { article: story.article, signed, as_of: None, reason: None });
    for edit in [sign(true), sign(false)] {
        let done = story.project.apply(&edit, by(ADA), &mut clock, 20);
        assert_eq!(void(&story, ADA), None);
        story.project.apply(&done.inverse, by(ADA), &mut clock, 21);
        assert_eq!(void(&story, ADA).map(|(at, ..)| at), Some(12));
    }
}

#[test]
fn nobody_signs_for_the_future() {
    let mut story = signed();
    story.say(11, BEN, What::SignOff { article: story.article, signed: true, as_of: Some(at(u64::MAX)), reason: None });
    assert_eq!(story.project.article(story.article).unwrap().sign_off(by(BEN)).unwrap().signed_at(), Some(at(11)));
}
