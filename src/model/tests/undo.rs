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
