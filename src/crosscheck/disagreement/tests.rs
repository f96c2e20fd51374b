//! What counts as a disagreement, and when it is settled.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use Difference::*;
use Verdict::{Disputed, Erroneous, Verified};

use super::*;
use crate::model::{ArticleId, Passage, ProjectId, Record, Replica, What};

const TEXT: &str = "The ferry took 40 minutes. It carried nine cars. Nobody counted the bicycles on board.";

/// Statements by Ada (1), Ben (2) and Cleo (3), each a moment after the one before.
enum Say {
    Mark(u128, usize, Range<usize>),
    Judge(u128, usize, Verdict),
    Correct(u128, usize, Verdict, &'static str),
    Rule(usize, Option<Verdict>),
}
use Say::*;

fn reviewer(who: u128) -> ReviewerId {
    ReviewerId::new(1, who)
}

fn id(n: usize) -> AnnotationId {
    AnnotationId::new(1, n as u128)
}

fn told(story: &[Say]) -> Project {
    let article = ArticleId::of(TEXT);
    let mut lines = vec![Record::Text { article, n: 0, text: TEXT.into() }.to_line()];
    let mut given: BTreeMap<(usize, ReviewerId), Verdict> = BTreeMap::new();
    for (n, say) in story.iter().enumerate() {
        let judged = |annotation, verdict, correction: Option<&str>| What::Judgement {
            annotation: id(annotation),
            verdict: Some(Some(verdict)),
            note: None,
            correction: correction.map(str::to_owned),
            severity: None,
            evidence: None,
        };
        if let Judge(who, n, verdict) | Correct(who, n, verdict, _) = say {
            given.insert((*n, reviewer(*who)), *verdict);
        }
        let (who, what) = match say {
            Mark(who, n, range) => {
                (*who, What::Annotation { annotation: id(*n), passage: Passage::at(article, TEXT, range.clone()), kind: None })
            }
            Judge(who, n, verdict) => (*who, judged(*n, *verdict, None)),
            Correct(who, n, verdict, words) => (*who, judged(*n, *verdict, Some(words))),
            Rule(n, verdict) => {
                let heard = given.iter().filter(|((on, _), _)| on == n).map(|((_, by), verdict)| (*by, *verdict)).collect();
                (9, What::Ruling { annotation: id(*n), verdict: Some(*verdict), heard: Some(heard), correction: None, reason: None })
            }
        };
        lines.push(Record::Said { at: Stamp(n as u64 + 1, 0, Replica(1)), by: reviewer(who), what }.to_line());
    }
    let mut project = Project::new(ProjectId::new(1, 1));
    project.add(lines.iter().map(String::as_str));
    project
}

fn found(project: &Project, between: Option<[u128; 2]>) -> Vec<(Vec<Difference>, Vec<AnnotationId>, bool)> {
    let all = disagreements(project, project.articles()[0], between.map(|pair| pair.map(reviewer)), |_| true);
    all.into_iter().map(|one| (one.differences, one.annotations, one.settled.is_some())).collect()
}

fn check(story: &[Say], expected: &[(&[Difference], &[usize], bool)]) {
    let expected: Vec<_> =
        expected.iter().map(|(what, ids, settled)| (what.to_vec(), ids.iter().copied().map(id).collect(), *settled)).collect();
    assert_eq!(found(&told(story), None), expected);
}

#[test]
fn each_kind_of_difference_is_found() {
    check(&[Mark(1, 1, 4..9), Judge(1, 1, Verified), Judge(2, 1, Verified)], &[]);
    check(&[Mark(1, 1, 4..9), Judge(1, 1, Verified), Judge(2, 1, Erroneous)], &[(&[Verdicts], &[1], false)]);
    check(
        &[Mark(1, 1, 4..24), Judge(1, 1, Verified), Mark(2, 2, 10..24), Judge(2, 2, Disputed)],
        &[(&[Verdicts, Extents], &[1, 2], false)],
    );
    check(&[Mark(1, 1, 4..24), Mark(2, 2, 10..24)], &[(&[Extents], &[1, 2], false)]);
    check(&[Mark(1, 1, 4..9), Mark(2, 2, 4..9)], &[]);
    check(&[Correct(1, 1, Erroneous, "50"), Correct(2, 1, Erroneous, "60"), Mark(1, 1, 4..9)], &[(&[Corrections], &[1], false)]);
    check(&[Correct(1, 1, Erroneous, "50"), Correct(2, 1, Erroneous, " 50 "), Mark(1, 1, 4..9)], &[]);
    check(&[Correct(1, 1, Erroneous, "50"), Judge(2, 1, Erroneous), Mark(1, 1, 4..9)], &[]);
}

#[test]
fn what_only_one_found_counts_where_the_other_has_worked() {
    check(&[Mark(1, 1, 4..9), Judge(1, 1, Disputed)], &[]);
    let both = [Mark(1, 1, 4..9), Judge(1, 1, Disputed), Mark(2, 2, 40..47), Judge(1, 2, Verified)];
    check(&both, &[(&[FoundByOne], &[1], false)]);
    let project = told(&both);
    assert_eq!(found(&project, Some([1, 2])).len(), 1);
    assert_eq!(found(&project, Some([1, 3])).len(), 0, "the third has not worked on it");
}

#[test]
fn of_a_pair_only_their_words_count() {
    let project = told(&[Mark(1, 1, 4..9), Judge(1, 1, Verified), Judge(2, 1, Verified), Judge(3, 1, Erroneous)]);
    assert_eq!(found(&project, Some([1, 2])), []);
    assert_eq!(found(&project, Some([2, 3])), [(vec![Verdicts], vec![id(1)], false)]);
    assert_eq!(found(&project, None).len(), 1);
    let hidden = disagreements(&project, project.articles()[0], None, |_| false);
    assert_eq!(hidden, []);
}

#[test]
fn a_ruling_settles_what_it_has_heard_until_somebody_gives_another_verdict() {
    let disagree = || vec![Mark(1, 1, 4..9), Judge(1, 1, Verified), Judge(2, 1, Erroneous)];
    let and = |more: Vec<Say>| disagree().into_iter().chain(more).collect::<Vec<_>>();
    for (more, settled) in [
        (vec![], false),
        (vec![Rule(1, Some(Disputed))], true),
        (vec![Rule(1, Some(Disputed)), Rule(1, None)], false),
        (vec![Rule(1, Some(Erroneous)), Judge(3, 1, Erroneous)], true),
        (vec![Rule(1, Some(Erroneous)), Judge(1, 1, Disputed)], false),
        (vec![Rule(1, Some(Erroneous)), Judge(1, 1, Disputed), Judge(1, 1, Verified)], true),
        (vec![Rule(1, Some(Erroneous)), Judge(1, 1, Disputed), Rule(1, Some(Verified))], true),
    ] {
        let project = told(&and(more));
        assert_eq!(found(&project, None), [(vec![Verdicts], vec![id(1)], settled)]);
        let standing = project.annotation(id(1)).unwrap().standing();
        assert_eq!((standing.disagreement, project.counts().disagreements), (!settled, usize::from(!settled)));
    }
}

#[test]
fn what_is_not_settled_comes_first_then_the_gravest_then_the_order_of_the_text() {
    let project = told(&[
        Mark(1, 1, 4..9),
        Judge(1, 1, Verified),
        Judge(2, 1, Erroneous),
        Rule(1, Some(Verified)),
        Mark(1, 2, 15..25),
        Mark(1, 3, 38..43),
        Mark(2, 4, 38..47),
        Judge(1, 3, Verified),
        Judge(2, 4, Disputed),
        Mark(2, 5, 30..37),
    ]);
    let order: Vec<_> = found(&project, None).into_iter().map(|(what, ids, settled)| (what[0], ids, settled)).collect();
    let expected = [
        (Verdicts, vec![id(4), id(3)], false),
        (FoundByOne, vec![id(2)], false),
        (FoundByOne, vec![id(5)], false),
        (Verdicts, vec![id(1)], true),
    ];
    assert_eq!(order, expected);
}

#[test]
fn a_group_is_settled_when_every_verdict_in_it_is() {
    let disagree = || vec![Mark(1, 1, 4..9), Judge(1, 1, Verified), Mark(2, 2, 4..9), Judge(2, 2, Erroneous)];
    for (rulings, settled) in [
        (vec![Rule(1, Some(Erroneous))], true),
        (vec![Rule(1, Some(Verified))], false),
        (vec![Rule(1, Some(Verified)), Rule(2, Some(Verified))], true),
        (vec![Rule(1, Some(Verified)), Rule(2, Some(Disputed))], false),
        (vec![Rule(1, Some(Verified)), Rule(2, Some(Verified)), Judge(3, 2, Disputed)], false),
    ] {
        let project = told(&disagree().into_iter().chain(rulings).collect::<Vec<_>>());
        assert_eq!(found(&project, None), [(vec![Verdicts], vec![id(1), id(2)], settled)]);
    }
}
