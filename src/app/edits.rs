//! What people want to do, as edits: the window and the commands without a window both build their edits here, so that
//! the same wish gives the same records.

mod settling;
mod statement;

use std::ops::Range;

use super::Surroundings;
use crate::crosscheck::likely_kind;
use crate::import::Imported;
use crate::model::{
    AnnotationId, Article, ArticleId, Blind, Edit, Evidence, EvidenceId, Kind, Passage, Project, Reason, Record, Revealed, ReviewerId,
    Severity, Source, Target, Verdict, What,
};

pub use settling::{Ruled, agree, bound_by_correction, rule, take_extent, withdraw};
pub use statement::{annotation_like, link, mark_and_link, mark_places, names_apart, places_apart};

/// What a reviewer wants to say in a judgement. A field that is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judging {
    /// The verdict; `Some(None)` takes it back.
    pub verdict: Option<Option<Verdict>>,
    /// Why.
    pub note: Option<String>,
    /// What the passage should say.
    pub correction: Option<String>,
    /// How much harm the mistake does.
    pub severity: Option<Severity>,
    /// The evidence, all of it.
    pub evidence: Option<Vec<EvidenceId>>,
}

impl Judging {
    /// Only a verdict.
    pub fn verdict(verdict: Option<Verdict>) -> Self {
        Self { verdict: Some(verdict), ..Self::default() }
    }

    /// Whether it says nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The statement about an annotation.
    pub fn on(self, annotation: AnnotationId) -> What {
        let Self { verdict, note, correction, severity, evidence } = self;
        let evidence = evidence.map(|mut evidence| {
            evidence.sort_unstable();
            evidence.dedup();
            evidence
        });
        What::Judgement { annotation, verdict, note, correction, severity, evidence }
    }

    fn label(&self) -> String {
        match (self.verdict, &self.note, &self.correction, self.severity, &self.evidence) {
            (Some(Some(verdict)), ..) => format!("Mark as {}", verdict.label().to_lowercase()),
            (Some(None), ..) => "Take the verdict back".into(),
            (None, Some(_), ..) => "Write note".into(),
            (None, None, Some(_), ..) => "Write correction".into(),
            (None, None, None, Some(_), _) => "Set severity".into(),
            _ => "Choose evidence".into(),
        }
    }
}

/// Everything about a piece of evidence, as a person fills it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceDetails {
    /// What it is.
    pub source: Source,
    /// How it is cited.
    pub citation: String,
    /// The URL or the page.
    pub place: String,
    /// The words quoted from it.
    pub words: String,
    /// When it was consulted, as YYYY-MM-DD.
    pub consulted: String,
    /// Whether it is a primary source.
    pub primary: bool,
    /// Whether it must not be named in what is published.
    pub confidential: bool,
}

impl From<&Evidence> for EvidenceDetails {
    fn from(evidence: &Evidence) -> Self {
        Self {
            source: evidence.source(),
            citation: evidence.citation().to_owned(),
            place: evidence.place().to_owned(),
            words: evidence.words().to_owned(),
            consulted: evidence.consulted().to_owned(),
            primary: evidence.is_primary(),
            confidential: evidence.is_confidential(),
        }
    }
}

impl EvidenceDetails {
    fn on(self, evidence: EvidenceId) -> What {
        let Self { source, citation, place, words, consulted, primary, confidential } = self;
        What::Evidence {
            evidence,
            source: Some(source),
            citation: Some(citation),
            place: Some(place),
            words: Some(words),
            consulted: Some(consulted),
            primary: Some(primary),
            confidential: Some(confidential),
        }
    }
}

/// Adds an article, with its details and the proposals of what is no article text.
pub fn add_article(imported: &Imported) -> (ArticleId, Edit) {
    let article = ArticleId::of(&imported.text);
    let texts = imported.text.split('\n').enumerate();
    let texts = texts.map(|(n, text)| Record::Text { article, n: n as u32, text: text.to_owned() }).collect();
    let details = What::Article {
        article,
        title: Some(imported.title.clone()),
        outlet: imported.outlet.clone(),
        url: imported.url.clone(),
        date: imported.date.clone(),
        source_name: Some(imported.source_name.clone()),
        source_sha256: Some(imported.source_sha256.clone()),
    };
    let proposals = imported.proposals.iter().map(|(range, reason)| What::Dismissal {
        article,
        start: range.start,
        end: range.end,
        reason: Some(*reason),
        proposed: true,
    });
    let shown = What::Hiding { target: Target::Article(article), hidden: false };
    let says = std::iter::once(details).chain([shown]).chain(proposals).collect();
    (article, Edit { texts, ..Edit::many(format!("Add “{}”", imported.title), says) })
}

/// The annotation of exactly this range, if there is one.
pub fn annotation_at(article: &Article, range: &Range<usize>) -> Option<AnnotationId> {
    article.places().unordered(range.clone()).filter(|(at, _)| at == range).map(|(_, id)| id).min()
}

/// Marks a passage and judges it: makes the annotation where there is none of exactly this range. `None` where the
/// range is no passage of the article.
pub fn mark(
    article: &Article,
    range: Range<usize>,
    kind: Option<Kind>,
    judging: Judging,
    surroundings: &Surroundings,
) -> Option<(AnnotationId, Edit)> {
    let label = judging.label();
    let (annotation, made) = passage_to_mark(article, range, kind, surroundings)?;
    let judged = (!judging.is_empty()).then(|| judging.on(annotation));
    let says: Vec<What> = made.into_iter().chain(judged).collect();
    Some((annotation, Edit::many(label, says)))
}

/// Marks many passages with one verdict, as one step.
pub fn mark_every<'a>(
    ranges: impl IntoIterator<Item = (&'a Article, Range<usize>)>,
    verdict: Option<Verdict>,
    surroundings: &Surroundings,
) -> Edit {
    let mut says = Vec::new();
    let mut count = 0;
    for (article, range) in ranges {
        let Some((annotation, made)) = passage_to_mark(article, range, None, surroundings) else { continue };
        count += 1;
        says.extend(made);
        says.extend(verdict.map(|verdict| Judging::verdict(Some(verdict)).on(annotation)));
    }
    Edit::many(format!("Mark every occurrence ({count})"), says)
}

fn passage_to_mark(
    article: &Article,
    range: Range<usize>,
    kind: Option<Kind>,
    surroundings: &Surroundings,
) -> Option<(AnnotationId, Option<What>)> {
    let passage = Passage::at(article.id, article.text(), range.clone())?;
    if let Some(there) = annotation_at(article, &range) {
        let kind = kind.map(|kind| What::Annotation { annotation: there, passage: None, kind: Some(kind) });
        return Some((there, kind));
    }
    let annotation = AnnotationId::new(surroundings.now(), surroundings.random());
    let kind = kind.unwrap_or_else(|| likely_kind(&passage.words));
    Some((annotation, Some(What::Annotation { annotation, passage: Some(passage), kind: Some(kind) })))
}

/// Judges an annotation.
pub fn judge(annotation: AnnotationId, judging: Judging) -> Edit {
    Edit::one(judging.label(), judging.on(annotation))
}

/// Says what sort of statement an annotation is.
pub fn set_kind(annotation: AnnotationId, kind: Kind) -> Edit {
    Edit::one("Set kind", What::Annotation { annotation, passage: None, kind: Some(kind) })
}

/// Moves the ends of an annotation. `None` where the range is no passage of the article.
pub fn resize(article: &Article, annotation: AnnotationId, range: Range<usize>) -> Option<Edit> {
    let passage = Passage::at(article.id, article.text(), range)?;
    Some(Edit::one("Move the ends", What::Annotation { annotation, passage: Some(passage), kind: None }))
}

/// Removes or brings back an annotation, article, piece of evidence or link.
pub fn hide(target: Target, hidden: bool) -> Edit {
    let what = match target {
        Target::Article(_) => "article",
        Target::Annotation(_) => "annotation",
        Target::Evidence(_) => "evidence",
        Target::Link(_) => "link",
    };
    Edit::one(format!("{} {what}", if hidden { "Remove" } else { "Bring back" }), What::Hiding { target, hidden })
}

/// Dismisses ranges of an article.
pub fn dismiss(article: ArticleId, ranges: &[Range<usize>], reason: Reason) -> Edit {
    let says = ranges.iter().map(|range| dismissal(article, range, Some(reason))).collect();
    Edit::many(reason.label(), says)
}

/// Brings a dismissed range back into the review.
pub fn restore(article: ArticleId, range: &Range<usize>) -> Edit {
    Edit::one("Bring back into the review", dismissal(article, range, None))
}

fn dismissal(article: ArticleId, range: &Range<usize>, reason: Option<Reason>) -> What {
    What::Dismissal { article, start: range.start, end: range.end, reason, proposed: false }
}

/// Adds a new piece of evidence and rests one's judgement of an annotation on it.
pub fn add_evidence(
    project: &Project,
    annotation: Option<AnnotationId>,
    by: ReviewerId,
    details: EvidenceDetails,
    surroundings: &Surroundings,
) -> (EvidenceId, Edit) {
    let evidence = EvidenceId::new(surroundings.now(), surroundings.random());
    let mut says = vec![details.on(evidence)];
    says.extend(annotation.map(|annotation| with_evidence(project, annotation, by, evidence, true)));
    (evidence, Edit::many("Add evidence", says))
}

/// The piece of evidence with exactly these details, if the project has it.
pub fn evidence_like(project: &Project, details: &EvidenceDetails) -> Option<EvidenceId> {
    project.all_evidence().find(|evidence| EvidenceDetails::from(*evidence) == *details).map(|evidence| evidence.id)
}

/// Changes a piece of evidence.
pub fn change_evidence(evidence: EvidenceId, details: EvidenceDetails) -> Edit {
    Edit::one("Change evidence", details.on(evidence))
}

/// Rests one's judgement on a piece of evidence, or no longer.
pub fn choose_evidence(project: &Project, annotation: AnnotationId, by: ReviewerId, evidence: EvidenceId, chosen: bool) -> Edit {
    Edit::one(if chosen { "Choose evidence" } else { "Leave evidence out" }, with_evidence(project, annotation, by, evidence, chosen))
}

fn with_evidence(project: &Project, annotation: AnnotationId, by: ReviewerId, evidence: EvidenceId, chosen: bool) -> What {
    let mine = project.annotation(annotation).and_then(|annotation| annotation.judgement(by));
    let mut all = mine.map(|mine| mine.evidence().to_vec()).unwrap_or_default();
    all.retain(|other| *other != evidence);
    if chosen {
        all.push(evidence);
    }
    Judging { evidence: Some(all), ..Judging::default() }.on(annotation)
}

/// Details of an article that a person can change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleDetails {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// Where on the web.
    pub url: String,
    /// When it was published.
    pub date: String,
}

impl From<&Article> for ArticleDetails {
    fn from(article: &Article) -> Self {
        Self {
            title: article.title().to_owned(),
            outlet: article.outlet().to_owned(),
            url: article.url().to_owned(),
            date: article.date().to_owned(),
        }
    }
}

/// Changes the details of an article; says only what is new.
pub fn change_article(article: &Article, details: ArticleDetails) -> Edit {
    let now = ArticleDetails::from(article);
    let new = |now: String, then: String| (now != then).then_some(then);
    Edit::one(
        "Change article details",
        What::Article {
            article: article.id,
            title: new(now.title, details.title),
            outlet: new(now.outlet, details.outlet),
            url: new(now.url, details.url),
            date: new(now.date, details.date),
            source_name: None,
            source_sha256: None,
        },
    )
}

/// Names the project.
pub fn set_title(title: &str) -> Edit {
    Edit::one("Name the project", What::Project { title: Some(title.to_owned()), blind: None })
}

/// Says what reviewers do not see of each other.
pub fn set_blind(blind: Blind) -> Edit {
    let label = if blind == Blind::Off { "End the blind check" } else { "Blind check" };
    Edit::one(label, What::Project { title: None, blind: Some(blind) })
}

/// Shows somebody what others said of these annotations, or of a whole article. It cannot be taken back.
pub fn reveal(of: impl IntoIterator<Item = Revealed>) -> Edit {
    Edit::many("Reveal", of.into_iter().map(|of| What::Reveal { of }).collect())
}

/// Signs an article off as it stands now; `why` says why although something is open, and is empty where nothing is.
pub fn sign_off(article: ArticleId, why: &str) -> Edit {
    Edit::one("Sign off", What::SignOff { article, signed: true, as_of: None, reason: Some(why.trim().to_owned()) })
}

/// Takes one's signature under an article back.
pub fn take_signature_back(article: ArticleId) -> Edit {
    Edit::one("Take the signature back", What::SignOff { article, signed: false, as_of: None, reason: None })
}

/// Introduces or renames a reviewer.
pub fn name_reviewer(reviewer: ReviewerId, name: &str, colour: Option<u8>) -> Edit {
    Edit::one("Name reviewer", What::Reviewer { reviewer, name: Some(name.to_owned()), colour })
}
