//! What people have said of a finding's places: the gravest verdict and whose it is.

use std::ops::Range;

use crate::app::App;
use crate::app::cross::Card;
use crate::app::edits::annotation_like;
use crate::model::{AnnotationId, ArticleId, ReviewerId, Verdict};

/// No more places are looked at for one row.
const MOST: usize = 24;

/// How the places of a finding stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// The gravest verdict.
    pub(super) verdict: Option<Verdict>,
    /// Who gave it, each once.
    pub(super) by: Vec<ReviewerId>,
    /// Whether two of the places are linked.
    pub(super) linked: bool,
}

/// The annotation that is meant by a place.
pub(super) fn annotation_at(app: &App, article: ArticleId, range: &Range<usize>) -> Option<AnnotationId> {
    app.session().project().article(article).and_then(|article| annotation_like(article, range))
}

/// How a finding's places stand.
pub(super) fn standing(app: &App, cards: &[Card]) -> Standing {
    let project = app.session().project();
    let places = cards.iter().flat_map(|card| &card.places).take(MOST);
    let annotations: Vec<AnnotationId> = places.filter_map(|(article, range)| annotation_at(app, *article, range)).collect();
    let mut standing = Standing::default();
    for annotation in annotations.iter().filter_map(|id| project.annotation(*id)) {
        let verdict = annotation.standing().verdict;
        if verdict > standing.verdict {
            (standing.verdict, standing.by) = (verdict, Vec::new());
        }
        if verdict.is_some() && verdict == standing.verdict {
            let said = annotation.judgements().filter(|judgement| judgement.verdict() == verdict).map(|judgement| judgement.by);
            standing.by.extend(said);
        }
    }
    standing.by.sort_unstable();
    standing.by.dedup();
    let held = |members: &[AnnotationId]| members.iter().filter(|member| annotations.contains(member)).count() >= 2;
    standing.linked = annotations.len() >= 2 && project.links().any(|link| held(link.members()));
    standing
}
