//! A project as one reviewer sees it in a blind check.

use proptest::prelude::*;

use super::super::*;
use super::shown::told;
use super::story::*;
use super::strategies::{self, cases, lines, stamp};

/// Ben looks at what Ada marked, judged as erroneous and rests on evidence.
fn story(blind: Blind) -> Story {
    let mut story = Story::begin();
    story.say(1, ADA, What::Project { title: None, blind: Some(blind) });
    story.say(2, ADA, evidence(1, "A letter from the mayor"));
    story.mark(2, ADA, 1, 4..10);
    story.say(3, ADA, judgement(1, Some(Some(Verdict::Erroneous)), Some("It was the tenth"), &[EvidenceId::new(1, 1)]));
    story.project.look_as(Viewer::Reviewer(Some(by(BEN))));
    story
}

fn judged(verdict: Option<Verdict>) -> What {
    judgement(1, Some(verdict), None, &[])
}

#[test]
fn what_must_not_be_seen_is_nowhere_in_what_is_shown() {
    for (blind, there) in [(Blind::Off, 1), (Blind::Judgements, 1), (Blind::Annotations, 0)] {
        let story = story(blind);
        let project = &story.project;
        let hides = blind != Blind::Off;
        assert_eq!(project.annotations().count(), there, "{blind:?}");
        assert_eq!(project.article(story.article).unwrap().places().iter().count(), there, "{blind:?}");
        let judgements: usize = project.annotations().map(|annotation| annotation.judgements().count()).sum();
        assert_eq!((judgements, project.counts().erroneous), if hides { (0, 0) } else { (1, 1) }, "{blind:?}");
        assert_eq!(project.all_evidence().count(), usize::from(!hides), "{blind:?}");
        assert_eq!(told(project).contains("tenth"), !hides, "{blind:?}");
        assert_eq!(project.unseen(by(BEN), story.article), usize::from(hides), "{blind:?}");
        assert_eq!(project.records().len(), 4 + strategies::paragraphs(0).len(), "{blind:?}: the records stay");
    }
}

#[test]
fn ones_own_verdict_shows_what_others_said_and_taking_it_back_hides_it_again() {
    let mut story = story(Blind::Judgements);
    let judgements = |story: &Story| story.project.annotation(id(1)).unwrap().judgements().count();
    story.say(4, BEN, judged(Some(Verdict::Verified)));
    assert_eq!((judgements(&story), story.project.counts().disagreements), (2, 1));
    story.say(5, BEN, judged(None));
    assert_eq!((judgements(&story), story.project.counts().disagreements), (0, 0));
    story.say(6, BEN, What::Reveal { of: Revealed::Article(story.article) });
    assert_eq!((judgements(&story), story.project.all_evidence().count()), (1, 1));
}

#[test]
fn a_reveal_of_an_article_tells_what_came_with_it() {
    let mut story = story(Blind::Annotations);
    let line = Record::Said { at: at(6), by: by(BEN), what: What::Reveal { of: Revealed::Article(story.article) } }.to_line();
    let changes = story.project.add([line.as_str()]);
    assert_eq!(changes, [Change::Article(story.article), Change::Annotation(id(1), None)]);
}

#[test]
fn a_mark_on_a_passage_that_is_not_seen_is_a_mark_of_its_own_and_undo_goes_by_the_whole() {
    let mut story = story(Blind::Annotations);
    story.mark(4, BEN, 2, 4..10);
    assert_eq!(story.project.annotations().map(|annotation| annotation.id).collect::<Vec<_>>(), [id(2)]);
    let inverse = story.project.inverse(&Edit::one("", judged(Some(Verdict::Verified))), by(BEN));
    assert!(matches!(inverse.says.as_slice(), [What::Judgement { verdict: Some(None), .. }]), "{inverse:?}");
}

#[test]
fn signatures_go_by_what_was_said_whoever_looks() {
    let mut story = story(Blind::Annotations);
    story.sign(5, BEN);
    story.judge(6, ADA, 1, Verdict::Verified);
    let sign_off = story.project.article(story.article).unwrap().sign_off(by(BEN)).unwrap();
    assert_eq!(sign_off.void().map(|touch| touch.at), Some(at(6)));
}

proptest! {
    #![proptest_config(cases(3_000))]

    /// And looking for everybody again is as if nobody had looked.
    #[test]
    fn it_does_not_matter_when_one_begins_to_look(lines in lines(), who in strategies::id(ReviewerId::new), at in stamp(), strict: bool) {
        let blind = if strict { Blind::Annotations } else { Blind::Judgements };
        let blind = Record::Said { at, by: who, what: What::Project { title: None, blind: Some(blind) } }.to_line();
        let lines: Vec<&str> = std::iter::once(blind.as_str()).chain(lines.iter().map(String::as_str)).collect();
        let mut early = Project::new(ProjectId::new(0, 1));
        early.look_as(Viewer::Reviewer(Some(who)));
        for line in &lines {
            early.add([*line]);
        }
        let mut late = Project::new(ProjectId::new(0, 1));
        late.add(lines.iter().copied());
        let everybody = told(&late);
        late.look_as(Viewer::Reviewer(Some(who)));
        prop_assert_eq!(told(&early), told(&late));
        prop_assert_eq!(told(&early.refold().run()), told(&early));
        early.look_as(Viewer::Everybody);
        prop_assert_eq!(told(&early), everybody);
    }
}
