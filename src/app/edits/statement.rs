//! Edits on statements that stand in several places: what the cross-check lays before a person, and links.

use std::ops::Range;

use super::{Judging, mark};
use crate::app::Surroundings;
use crate::model::{AnnotationId, Apart, Article, ArticleId, Edit, Kind, LinkId, Project, Relation, Stretch, What};

/// The annotation that is meant by a range: it shares half of the longer one's bytes. The most alike where there are several.
pub fn annotation_like(article: &Article, range: &Range<usize>) -> Option<AnnotationId> {
    let shared = |at: &Range<usize>| at.end.min(range.end).saturating_sub(at.start.max(range.start));
    let alike = |at: &Range<usize>| 2 * shared(at) >= at.len().max(range.len());
    let near = article.places().overlapping(range.clone()).into_iter().filter(|(at, _)| alike(at));
    near.max_by_key(|(at, _)| (shared(at), std::cmp::Reverse(at.len()))).map(|(_, id)| id)
}

/// Judges the annotations at these places, making those that are missing.
pub fn mark_places(
    project: &Project,
    places: &[(ArticleId, Range<usize>)],
    kind: Kind,
    judging: &Judging,
    surroundings: &Surroundings,
) -> Edit {
    let (says, _) = marked(project, places, kind, judging, surroundings);
    Edit::many(judging.label(), says)
}

/// Judges the annotations at these places, making those that are missing, and links them.
pub fn mark_and_link(
    project: &Project,
    places: &[(ArticleId, Range<usize>)],
    kind: Kind,
    judging: &Judging,
    relation: Relation,
    surroundings: &Surroundings,
) -> Edit {
    let (mut says, annotations) = marked(project, places, kind, judging, surroundings);
    says.extend(linked(project, annotations, relation, surroundings));
    let label = if judging.is_empty() { "Link".to_owned() } else { format!("{} and link", judging.label()) };
    Edit::many(label, says)
}

/// Links annotations as one statement, growing a link of the same relation that holds one of them already.
pub fn link(project: &Project, annotations: Vec<AnnotationId>, relation: Relation, surroundings: &Surroundings) -> Option<Edit> {
    linked(project, annotations, relation, surroundings).map(|what| Edit::one("Link", what))
}

fn marked(
    project: &Project,
    places: &[(ArticleId, Range<usize>)],
    kind: Kind,
    judging: &Judging,
    surroundings: &Surroundings,
) -> (Vec<What>, Vec<AnnotationId>) {
    let (mut says, mut annotations) = (Vec::new(), Vec::new());
    for (article, range) in places {
        let Some(article) = project.article(*article) else { continue };
        match annotation_like(article, range) {
            Some(there) => {
                annotations.push(there);
                says.extend((!judging.is_empty()).then(|| judging.clone().on(there)));
            }
            None => {
                let Some((id, edit)) = mark(article, range.clone(), Some(kind), judging.clone(), surroundings) else { continue };
                annotations.push(id);
                says.extend(edit.says);
            }
        }
    }
    (says, annotations)
}

fn linked(project: &Project, mut annotations: Vec<AnnotationId>, relation: Relation, surroundings: &Surroundings) -> Option<What> {
    let there =
        project.links().find(|link| link.relation() == relation && link.members().iter().any(|member| annotations.contains(member)));
    annotations.extend(there.map(|link| link.members().to_vec()).unwrap_or_default());
    annotations.sort_unstable();
    annotations.dedup();
    if annotations.len() < 2 || there.is_some_and(|link| link.members() == annotations) {
        return None;
    }
    let id = there.map_or_else(|| LinkId::new(surroundings.now(), surroundings.random()), |link| link.id);
    Some(What::Link { link: id, relation: Some(relation), members: Some(annotations) })
}

/// Says that these places are not the same statement.
pub fn places_apart(places: &[(ArticleId, Range<usize>)]) -> Edit {
    let places = places.iter().map(|(article, range)| Stretch { article: *article, start: range.start, end: range.end });
    Edit::one("Keep apart", Apart::new(places.collect(), Vec::new()).say(true))
}

/// Says that these names do not name the same.
pub fn names_apart(names: Vec<String>) -> Edit {
    Edit::one("Keep apart", Apart::new(Vec::new(), names).say(true))
}
