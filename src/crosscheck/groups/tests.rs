//! Which annotations are shown as one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;
use crate::model::{ArticleId, Passage, ProjectId, Record, Replica, Stamp, What};

/// A text of a hundred letters, with stretches marked by reviewers; annotation `n` is the nth of them.
fn marked(stretches: &[(u128, Range<usize>)]) -> Project {
    let text = "a".repeat(100);
    let article = ArticleId::of(&text);
    let mut lines = vec![Record::Text { article, n: 0, text: text.clone() }.to_line()];
    for (n, (who, range)) in stretches.iter().enumerate() {
        let what = What::Annotation { annotation: id(n), passage: Passage::at(article, &text, range.clone()), kind: None };
        lines.push(Record::Said { at: Stamp(n as u64, 0, Replica(1)), by: ReviewerId::new(1, *who), what }.to_line());
    }
    let mut project = Project::new(ProjectId::new(1, 1));
    project.add(lines.iter().map(String::as_str));
    project
}

fn id(n: usize) -> AnnotationId {
    AnnotationId::new(1, n as u128)
}

fn number(all: &[AnnotationId], of: AnnotationId) -> usize {
    all.iter().position(|id| *id == of).unwrap()
}

fn in_groups(stretches: &[(u128, Range<usize>)]) -> Vec<Vec<usize>> {
    let project = marked(stretches);
    let ids: Vec<AnnotationId> = (0..stretches.len()).map(id).collect();
    let article = project.articles()[0];
    let numbers = |group: &Vec<AnnotationId>| group.iter().map(|id| number(&ids, *id)).collect::<Vec<_>>();
    let groups = groups(&project, article, |_| true);
    for group in &groups {
        for id in group {
            assert_eq!(group_of(&project, *id, |_| true), *group, "each of a group finds the group");
        }
    }
    groups.iter().map(numbers).collect()
}

#[test]
fn what_covers_half_of_each_other_is_one_statement() {
    for (a, b, same) in [
        (0..10, 0..10, true),
        (0..10, 5..15, true),
        (0..10, 6..16, false),
        (0..10, 0..5, true),
        (0..10, 0..4, false),
        (0..11, 0..5, false),
        (0..10, 10..20, false),
        (5..5, 5..5, false),
    ] {
        assert_eq!((same_statement(&a, &b), same_statement(&b, &a)), (same, same), "{a:?} {b:?}");
    }
}

#[test]
fn groups_hold_one_annotation_of_each_and_no_chains() {
    for (stretches, expected) in [
        (vec![(1, 0..10), (2, 0..10), (3, 2..12)], vec![vec![0, 1, 2]]),
        (vec![(1, 0..10), (1, 0..10)], vec![vec![0], vec![1]]),
        (vec![(1, 0..10), (2, 5..15), (3, 10..20), (4, 15..25)], vec![vec![0, 1], vec![2, 3]]),
        (vec![(1, 0..30), (2, 10..16)], vec![vec![0], vec![1]]),
        (vec![(1, 0..10), (1, 2..12), (2, 2..12)], vec![vec![0], vec![1, 2]]),
        (vec![(1, 0..10), (2, 40..50)], vec![vec![0], vec![1]]),
        (vec![], vec![]),
    ] {
        assert_eq!(in_groups(&stretches), expected, "{stretches:?}");
    }
}

#[test]
fn what_is_not_seen_is_in_no_group() {
    let project = marked(&[(1, 0..10), (2, 0..10)]);
    let sees = |annotation: AnnotationId| annotation == id(0);
    assert_eq!(group_of(&project, id(0), sees), [id(0)]);
    assert_eq!(groups(&project, project.articles()[0], sees), [vec![id(0)]]);
    assert!(group_of(&project, id(7), |_| true).is_empty());
}

#[test]
fn a_heap_of_thousands_is_divided_in_bounded_time() {
    let stretches: Vec<(u128, Range<usize>)> = (0..4000).map(|n| (n % 7, (n % 3) as usize..(50 + n % 5) as usize)).collect();
    let project = marked(&stretches);
    let groups = groups(&project, project.articles()[0], |_| true);
    assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), 4000);
    assert!(groups.iter().all(|group| group.len() <= 7));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_annotation_is_in_exactly_one_group(
        stretches in prop::collection::vec((0u128..4, 0usize..60, 1usize..40).prop_map(|(who, start, len)| (who, start..start + len)), 0..24)
    ) {
        let groups = in_groups(&stretches);
        let mut all: Vec<usize> = groups.concat();
        all.sort_unstable();
        prop_assert_eq!(all, (0..stretches.len()).collect::<Vec<_>>());
        for group in groups {
            for (a, b) in group.iter().flat_map(|a| group.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b) {
                prop_assert!(same_statement(&stretches[a].1, &stretches[b].1) && stretches[a].0 != stretches[b].0);
            }
        }
    }
}
