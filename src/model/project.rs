//! The project: the set of records, and the fold over it that everything else looks at.
//!
//! A record is folded when it enters the set, at a cost that does not depend on how many there are. Every field is a
//! [`Latest`], so the order in which records arrive never matters: `join` is commutative, associative
//! and idempotent because set union is. Nothing outside this layer changes a project but by [`Project::add`].

mod fold;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::evidence::{Evidence, Link, Reviewer};
use super::{
    Annotation, AnnotationId, Apart, Article, ArticleId, Blind, Counts, EvidenceId, Latest, LinkId, ProjectId, RecordHash, RecordSet,
    Redaction, ReviewerId, Stamp, Viewer,
};

/// Something that a new record has changed in what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Title or blind check of the project, or a reviewer.
    Project,
    /// An article came, went, or has new details.
    Article(ArticleId),
    /// An annotation came, went, moved, or was judged; with where it stood before, if it did.
    Annotation(AnnotationId, Option<(ArticleId, Range<usize>)>),
    /// A dismissal came or went.
    Dismissal(ArticleId, Range<usize>),
    /// A piece of evidence changed.
    Evidence(EvidenceId),
    /// A link changed.
    Link(LinkId),
    /// Things that look alike were said to be apart, or no longer.
    Apart,
    /// Somebody removed records for good; of this project there was nothing to remove.
    Redaction,
    /// Records were removed for good: anything may have changed.
    Everything,
}

/// A project as it is shown, with the records that it follows from.
#[derive(Clone, Debug)]
pub struct Project {
    id: ProjectId,
    records: RecordSet,
    unknown: usize,
    newest: Stamp,
    title: Latest<String>,
    blind: Latest<Blind>,
    articles: HashMap<ArticleId, Article>,
    /// The annotations as the viewer sees them.
    pub(super) annotations: HashMap<AnnotationId, Annotation>,
    /// The whole annotations of those that the viewer does not see whole.
    pub(super) veiled: HashMap<AnnotationId, Annotation>,
    pub(super) viewer: Viewer,
    /// Those that stand nowhere although they are not hidden.
    unplaced: BTreeSet<AnnotationId>,
    evidence: BTreeMap<EvidenceId, Evidence>,
    reviewers: BTreeMap<ReviewerId, Reviewer>,
    /// Reviewers by their names, folded.
    names: BTreeMap<String, BTreeSet<ReviewerId>>,
    links: BTreeMap<LinkId, Link>,
    apart: BTreeMap<Apart, Latest<bool>>,
    /// Annotations by each article that a passage of theirs has ever named.
    naming: HashMap<ArticleId, BTreeSet<AnnotationId>>,
    /// The articles of those few annotations whose passages have named several.
    moved: HashMap<AnnotationId, BTreeSet<ArticleId>>,
    /// Annotations by the evidence that a judgement of them has ever rested on.
    cited: HashMap<EvidenceId, BTreeSet<AnnotationId>>,
    pub(super) redactions: BTreeSet<Redaction>,
    /// Words of removed records, as hashes.
    pub(super) forgotten: HashSet<RecordHash>,
}

impl Project {
    /// A project without records.
    pub fn new(id: ProjectId) -> Self {
        Self {
            id,
            records: RecordSet::default(),
            unknown: 0,
            newest: Stamp::NEVER,
            title: Latest::default(),
            blind: Latest::default(),
            articles: HashMap::new(),
            annotations: HashMap::new(),
            unplaced: BTreeSet::new(),
            veiled: HashMap::new(),
            viewer: Viewer::default(),
            evidence: BTreeMap::new(),
            reviewers: BTreeMap::new(),
            names: BTreeMap::new(),
            links: BTreeMap::new(),
            apart: BTreeMap::new(),
            naming: HashMap::new(),
            moved: HashMap::new(),
            cited: HashMap::new(),
            redactions: BTreeSet::new(),
            forgotten: HashSet::new(),
        }
    }

    /// Its identifier, which all copies share.
    pub fn id(&self) -> ProjectId {
        self.id
    }

    /// The title; empty if none was given.
    pub fn title(&self) -> &str {
        self.title.get()
    }

    /// What reviewers do not see of each other; [`Project::sees`] tells what follows.
    pub fn blind(&self) -> Blind {
        *self.blind.get()
    }

    /// When title or blind check were last said.
    pub(super) fn settings_said(&self) -> Stamp {
        self.title.at().max(self.blind.at())
    }

    /// The set of records.
    pub fn records(&self) -> &RecordSet {
        &self.records
    }

    /// How many records are of a kind that this version does not know. They are kept.
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// The newest stamp in it.
    pub fn newest(&self) -> Stamp {
        self.newest
    }

    /// An article, also a hidden one.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(&id)
    }

    /// The articles that are not hidden, in the order in which they were added.
    pub fn articles(&self) -> Vec<&Article> {
        let mut articles: Vec<&Article> = self.articles.values().filter(|article| !article.is_hidden()).collect();
        articles.sort_by_key(|article| (article.added(), article.id));
        articles
    }

    /// An annotation, also a hidden one.
    pub fn annotation(&self, id: AnnotationId) -> Option<&Annotation> {
        self.annotations.get(&id)
    }

    /// The annotations that are shown, in no order: not hidden, in an article that is not hidden.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.values().filter(|annotation| self.is_shown(annotation))
    }

    /// Whether an annotation is shown: neither it nor its article is hidden.
    pub fn is_shown(&self, annotation: &Annotation) -> bool {
        let article = annotation.passage().and_then(|passage| self.articles.get(&passage.article));
        !annotation.is_hidden() && article.is_some_and(|article| !article.is_hidden())
    }

    /// Where an annotation stands in the text; `None` if it is hidden or its words do not stand where it says.
    pub fn place(&self, id: AnnotationId) -> Option<(ArticleId, Range<usize>)> {
        let annotation = self.annotations.get(&id).filter(|annotation| annotation.entered.is_some())?;
        annotation.passage().map(|passage| (passage.article, passage.range()))
    }

    /// Annotations that are not hidden but whose words do not stand where they say: the article is missing or damaged.
    pub fn unplaced(&self) -> impl Iterator<Item = &Annotation> {
        self.unplaced.iter().filter_map(|id| self.annotations.get(id))
    }

    /// A piece of evidence, also a hidden one.
    pub fn evidence(&self, id: EvidenceId) -> Option<&Evidence> {
        self.evidence.get(&id)
    }

    /// The evidence that is not hidden and that the viewer sees, in the order in which it was added.
    pub fn all_evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.values().filter(|evidence| !evidence.is_hidden() && self.shows_evidence(evidence))
    }

    /// A reviewer.
    pub fn reviewer(&self, id: ReviewerId) -> Option<&Reviewer> {
        self.reviewers.get(&id)
    }

    /// Everybody who has a name or has said something.
    pub fn reviewers(&self) -> impl Iterator<Item = &Reviewer> {
        self.reviewers.values()
    }

    /// The reviewers whose name is this one once folded.
    pub(super) fn called(&self, folded: &str) -> Option<&BTreeSet<ReviewerId>> {
        self.names.get(folded)
    }

    /// A link, also a hidden one.
    pub fn link(&self, id: LinkId) -> Option<&Link> {
        self.links.get(&id)
    }

    /// The links that are not hidden.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.links.values().filter(|link| !link.is_hidden())
    }

    /// What people have said is not the same.
    pub fn apart(&self) -> impl Iterator<Item = &Apart> {
        self.apart.iter().filter(|(_, said)| *said.get()).map(|(apart, _)| apart)
    }

    /// Whether somebody has said that exactly these are not the same, and when that was last said or taken back.
    pub(super) fn said_apart(&self, apart: &Apart) -> (bool, Stamp) {
        self.apart.get(apart).map_or((false, Stamp::NEVER), |said| (*said.get(), said.at()))
    }

    /// The annotations that rest, or once rested, on a piece of evidence by somebody's judgement.
    pub fn citing(&self, evidence: EvidenceId) -> impl Iterator<Item = AnnotationId> {
        self.cited.get(&evidence).into_iter().flatten().copied()
    }

    /// The annotations of which a passage has ever named an article.
    pub(super) fn naming(&self, article: ArticleId) -> impl Iterator<Item = AnnotationId> {
        self.naming.get(&article).into_iter().flatten().copied()
    }

    /// How the annotations of all shown articles stand.
    pub fn counts(&self) -> Counts {
        self.articles.values().filter(|article| !article.is_hidden()).fold(Counts::default(), |sum, article| sum.plus(article.counts()))
    }
}
