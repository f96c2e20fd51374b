//! Every edit's inverse brings back what was shown before it.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::*;
use super::shown::shown;
use super::strategies::{cases, id, lines, paragraphs, project, said};

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn undo_brings_back_what_was_shown(lines in lines(), says in vec(said(), 1..6), by in id(ReviewerId::new), now in 0u64..9) {
        let mut project = project(&lines);
        let before = shown(&project);
        let mut clock = Clock::new(Replica(2));
        clock.observe(project.newest(), now);
        let done = project.apply(&Edit::many("", says), by, &mut clock, now);
        let after = shown(&project);
        let undone = project.apply(&done.inverse, by, &mut clock, now);
        prop_assert_eq!(shown(&project), before);
        project.apply(&undone.inverse, by, &mut clock, now);
        prop_assert_eq!(shown(&project), after);
    }

    #[test]
    fn an_edit_shows_whatever_stamps_are_there(lines in lines(), name in "[a-z]{1,3}", now in 0u64..9) {
        let mut project = project(&lines);
        let by = ReviewerId::new(9, 9);
        let edit = Edit::one("", What::Project { title: Some(name.clone()), blind: None });
        project.apply(&edit, by, &mut Clock::new(Replica(0)), now);
        prop_assert_eq!(project.title(), name);
    }
}

#[test]
fn adding_an_article_can_be_undone_and_redone() {
    let mut project = Project::new(ProjectId::new(0, 1));
    let mut clock = Clock::new(Replica(1));
    let by = ReviewerId::new(1, 1);
    let texts = paragraphs(0);
    let article = ArticleId::of(super::strategies::TEXTS[0]);
    let details =
        What::Article { article, title: Some("T".into()), outlet: None, url: None, date: None, source_name: None, source_sha256: None };
    let edit = Edit { texts, ..Edit::one("Add", details) };
    let added = project.apply(&edit, by, &mut clock, 5);
    assert_eq!(project.articles().len(), 1);
    let removed = project.apply(&added.inverse, by, &mut clock, 5);
    assert_eq!(project.articles().len(), 0);
    project.apply(&removed.inverse, by, &mut clock, 5);
    assert_eq!(project.articles().len(), 1);
}

#[test]
fn taking_a_verdict_or_a_ruling_back_and_forth_neither_settles_nor_reopens() {
    use super::story::{ADA, BEN, Story, by, id, judgement};
    let ruling = |verdict| What::Ruling { annotation: id(1), verdict: Some(verdict), heard: None, correction: None, reason: None };
    let mut story = Story::begin();
    story.mark(2, ADA, 1, 4..10);
    story.judge(3, ADA, 1, Verdict::Verified);
    story.judge(4, BEN, 1, Verdict::Disputed);
    let mut clock = Clock::new(Replica(1));
    story.project.apply(&Edit::one("Rule", ruling(Some(Verdict::Erroneous))), by(3), &mut clock, 5);
    assert_eq!(story.project.counts().disagreements, 0, "an edit's ruling hears what there is");
    let news = Edit::one("Judge", judgement(1, Some(Some(Verdict::Disputed)), None, &[]));
    let done = story.project.apply(&news, by(ADA), &mut clock, 6);
    assert_eq!(story.project.counts().disagreements, 1);
    let back = story.project.apply(&Edit::one("Take back", ruling(None)), by(3), &mut clock, 7);
    story.project.apply(&back.inverse, by(3), &mut clock, 8);
    assert_eq!(story.project.counts().disagreements, 1);
    story.project.apply(&done.inverse, by(ADA), &mut clock, 9);
    assert_eq!(story.project.counts().disagreements, 0);
}
