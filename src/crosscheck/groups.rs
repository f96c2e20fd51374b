//! Annotations of different reviewers that mean the same statement, to be shown as one group.
//!
//! Two annotations mean the same where each covers at least half of the other; whatever overlaps by half when divided
//! by the union (the measure by which agreement matches spans) does so too. A group holds at most one annotation of each
//! reviewer, and each of them means the same as every other, so that no chain of half overlaps joins two ends of a
//! paragraph. What does not fit forms a group of its own: every annotation is in exactly one.
//!
//! It looks only at what starts near, through the article's index by place, and stops after [`MOST_TOGETHER`] annotations
//! that hang together; in such a heap, groups may be cut apart.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::{AnnotationId, Article, Project, ReviewerId};

/// So many annotations before and after one are held against it: thousands of nested ones cost no more than they say.
const MOST_NEAR: usize = 128;
/// How many annotations that hang together are looked at.
pub const MOST_TOGETHER: usize = 256;

/// Whether two byte ranges of one article mean the same statement: each covers at least half of the other.
pub fn same_statement(a: &Range<usize>, b: &Range<usize>) -> bool {
    let shared = shared(a, b);
    shared > 0 && shared >= a.len().max(b.len()).div_ceil(2)
}

/// The annotations that are shown as one with this one, itself among them, in the order of the text. Only what `sees`
/// lets through is looked at; without any other, the annotation stands alone. Empty if it stands nowhere.
pub fn group_of(project: &Project, annotation: AnnotationId, sees: impl Fn(AnnotationId) -> bool) -> Vec<AnnotationId> {
    let place = project.place(annotation).and_then(|(article, range)| Some((project.article(article)?, range)));
    let Some((article, range)) = place else { return Vec::new() };
    let together = together(project, article, (range, annotation), &sees);
    divided(together).into_iter().find(|group| group.contains(&annotation)).unwrap_or_default()
}

/// All annotations of an article that `sees` lets through, in groups, in the order of the text.
pub fn groups(project: &Project, article: &Article, sees: impl Fn(AnnotationId) -> bool) -> Vec<Vec<AnnotationId>> {
    let seen: Vec<(Range<usize>, AnnotationId)> = article.places().iter().filter(|(_, id)| sees(*id)).collect();
    let makers: BTreeSet<ReviewerId> = seen.iter().filter_map(|(_, id)| maker(project, *id)).collect();
    if makers.len() < 2 {
        // What one reviewer alone has marked hangs together with nothing.
        return seen.into_iter().map(|(_, id)| vec![id]).collect();
    }
    let mut looked_at = BTreeSet::new();
    let mut groups: BTreeMap<(usize, Reverse<usize>, AnnotationId), Vec<AnnotationId>> = BTreeMap::new();
    for (range, id) in seen {
        if looked_at.contains(&id) {
            continue;
        }
        let together = together(project, article, (range, id), &|id| sees(id) && !looked_at.contains(&id));
        looked_at.extend(together.keys().map(|(_, _, id)| *id));
        for group in divided(together) {
            let first = group.first().and_then(|id| Some((project.place(*id)?.1, *id)));
            groups.extend(first.map(|(range, id)| ((range.start, Reverse(range.end), id), group)));
        }
    }
    groups.into_values().collect()
}

/// Annotations by place, with who made each.
type Together = BTreeMap<(usize, Reverse<usize>, AnnotationId), ReviewerId>;

/// What means the same as an annotation, what means the same as that, and so on.
fn together(
    project: &Project,
    article: &Article,
    (range, id): (Range<usize>, AnnotationId),
    sees: &impl Fn(AnnotationId) -> bool,
) -> Together {
    let mut found = Together::new();
    let mut waiting = Vec::new();
    if let Some(by) = maker(project, id) {
        found.insert((range.start, Reverse(range.end), id), by);
        waiting.push((range, id, by));
    }
    while let Some((range, at, by)) = waiting.pop() {
        for (other, id) in near(article, &range, at) {
            if found.len() >= MOST_TOGETHER {
                return found;
            }
            let key = (other.start, Reverse(other.end), id);
            if found.contains_key(&key) || !same_statement(&range, &other) || !sees(id) {
                continue;
            }
            if let Some(theirs) = maker(project, id).filter(|theirs| *theirs != by) {
                found.insert(key, theirs);
                waiting.push((other, id, theirs));
            }
        }
    }
    found
}

/// Who made an annotation.
fn maker(project: &Project, id: AnnotationId) -> Option<ReviewerId> {
    project.annotation(id)?.made().map(|(_, by)| by)
}

/// What can mean the same as an annotation, the nearest first either way: nothing that does starts further before it than it is long, or after its
/// middle.
fn near(article: &Article, range: &Range<usize>, id: AnnotationId) -> impl Iterator<Item = (Range<usize>, AnnotationId)> {
    let (first, last) = (range.start.saturating_sub(range.len()), range.start + range.len().div_ceil(2));
    let after = article.places().after(range, Some(id)).take_while(move |(other, _)| other.start <= last);
    let before = article.places().before(range, Some(id)).take_while(move |(other, _)| other.start >= first);
    after.take(MOST_NEAR).chain(before.take(MOST_NEAR))
}

/// Puts each annotation, in the order of the text, into the group whose first it shares most with.
fn divided(together: Together) -> Vec<Vec<AnnotationId>> {
    let mut groups: Vec<Vec<(Range<usize>, AnnotationId, ReviewerId)>> = Vec::new();
    for ((start, Reverse(end), id), by) in together {
        let range = start..end;
        let fits = |group: &&mut Vec<(Range<usize>, AnnotationId, ReviewerId)>| {
            group.iter().all(|(other, _, theirs)| *theirs != by && same_statement(other, &range))
        };
        let near =
            |group: &&mut Vec<(Range<usize>, AnnotationId, ReviewerId)>| group.first().map_or(0, |(first, ..)| shared(first, &range));
        match groups.iter_mut().rev().filter(fits).max_by_key(near) {
            Some(group) => group.push((range, id, by)),
            None => groups.push(vec![(range, id, by)]),
        }
    }
    groups.into_iter().map(|group| group.into_iter().map(|(_, id, _)| id).collect()).collect()
}

/// How many bytes two ranges share.
fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

#[cfg(test)]
mod tests;
