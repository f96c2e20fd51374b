//! The project: the set of records, and the fold over it that everything else looks at.
//!
//! A record is folded when it enters the set, at a cost that does not depend on how many there are. Every field is a
//! [`Latest`], so the order in which records arrive never matters: `join` is commutative, associative
//! and idempotent because set union is. Nothing outside this layer changes a project but by [`Project::add`].

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::article::Counts;
use super::evidence::{Evidence, Link, Reviewer};
use super::{
    Annotation, AnnotationId, Article, ArticleId, EvidenceId, Latest, LinkId, ProjectId, Record, RecordSet, ReviewerId, Stamp, Target, What,
};

/// Something that a new record has changed in what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Title of the project, or a reviewer.
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
}

/// A project as it is shown, with the records that it follows from.
#[derive(Clone, Debug)]
pub struct Project {
    id: ProjectId,
    records: RecordSet,
    unknown: usize,
    newest: Stamp,
    title: Latest<String>,
    articles: HashMap<ArticleId, Article>,
    annotations: HashMap<AnnotationId, Annotation>,
    evidence: BTreeMap<EvidenceId, Evidence>,
    reviewers: BTreeMap<ReviewerId, Reviewer>,
    links: BTreeMap<LinkId, Link>,
    /// Where each annotation is entered in its article: undone before, and done after, each change.
    entered: HashMap<AnnotationId, Entry>,
    /// Annotations by the article that their passage names, for when its text arrives.
    waiting: HashMap<ArticleId, Vec<AnnotationId>>,
}

/// How an annotation is entered in its article.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    article: ArticleId,
    range: Range<usize>,
    standing: super::Standing,
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
            articles: HashMap::new(),
            annotations: HashMap::new(),
            evidence: BTreeMap::new(),
            reviewers: BTreeMap::new(),
            links: BTreeMap::new(),
            entered: HashMap::new(),
            waiting: HashMap::new(),
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

    /// When the title was said.
    pub(super) fn title_said(&self) -> Stamp {
        self.title.at()
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
        self.entered.get(&id).map(|entry| (entry.article, entry.range.clone()))
    }

    /// Annotations that are not hidden but whose words do not stand where they say: the article is missing or damaged.
    pub fn unplaced(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations
            .values()
            .filter(|annotation| !annotation.is_hidden() && annotation.passage().is_some() && !self.entered.contains_key(&annotation.id))
    }

    /// A piece of evidence, also a hidden one.
    pub fn evidence(&self, id: EvidenceId) -> Option<&Evidence> {
        self.evidence.get(&id)
    }

    /// The evidence that is not hidden, in the order in which it was added.
    pub fn all_evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.values().filter(|evidence| !evidence.is_hidden())
    }

    /// A reviewer.
    pub fn reviewer(&self, id: ReviewerId) -> Option<&Reviewer> {
        self.reviewers.get(&id)
    }

    /// Everybody who has a name or has said something.
    pub fn reviewers(&self) -> impl Iterator<Item = &Reviewer> {
        self.reviewers.values()
    }

    /// The name of a reviewer, or the first letters of the identifier where there is none.
    pub fn reviewer_name(&self, id: ReviewerId) -> String {
        let name = self.reviewers.get(&id).map(Reviewer::name).unwrap_or_default();
        if name.is_empty() { format!("reviewer {}", id.to_string().chars().rev().take(4).collect::<String>()) } else { name.to_owned() }
    }

    /// A link, also a hidden one.
    pub fn link(&self, id: LinkId) -> Option<&Link> {
        self.links.get(&id)
    }

    /// The links that are not hidden.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.links.values().filter(|link| !link.is_hidden())
    }

    /// How the annotations of all shown articles stand.
    pub fn counts(&self) -> Counts {
        self.articles.values().filter(|article| !article.is_hidden()).fold(Counts::default(), |sum, article| sum.plus(article.counts()))
    }

    /// Adds records by their lines and folds the new ones; returns what they changed. A line that is no record of a
    /// kind that this version knows is kept as it is.
    pub fn add<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) -> Vec<Change> {
        let read = lines.into_iter().map(|line| (line, Record::from_line(line).ok()));
        self.add_read(read)
    }

    /// Like [`Project::add`], for lines that have been read already, as workers do.
    pub fn add_read<L: AsRef<str>>(&mut self, read: impl IntoIterator<Item = (L, Option<Record>)>) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut texts = Vec::new();
        for (line, record) in read {
            let Some(number) = self.records.insert(line.as_ref()) else { continue };
            match record {
                Some(Record::Text { article, n, text }) => {
                    self.articles.entry(article).or_insert_with(|| Article::new(article)).hear_paragraph(n, &text);
                    if texts.last() != Some(&article) {
                        texts.push(article);
                    }
                }
                Some(Record::Said { at, by, what }) => {
                    self.newest = self.newest.max(at);
                    self.reviewers.entry(by).or_insert_with(|| Reviewer::new(by));
                    changes.push(self.hear(number, at, by, &what));
                }
                None => self.unknown += 1,
            }
        }
        texts.sort_unstable();
        texts.dedup();
        for article in texts {
            self.assemble(article, &mut changes);
        }
        changes
    }

    /// Joins another set into this one; returns what it changed.
    pub fn join(&mut self, other: &RecordSet) -> Vec<Change> {
        self.add(other.lines().iter())
    }

    fn assemble(&mut self, id: ArticleId, changes: &mut Vec<Change>) {
        let Some(article) = self.articles.get_mut(&id) else { return };
        if !article.assemble() {
            return;
        }
        changes.push(Change::Article(id));
        for annotation in self.waiting.get(&id).cloned().unwrap_or_default() {
            let before = self.leave(annotation);
            self.enter(annotation);
            changes.push(Change::Annotation(annotation, before));
        }
    }

    fn hear(&mut self, number: u32, at: Stamp, by: ReviewerId, what: &What) -> Change {
        match what {
            What::Project { title } => {
                self.title.hear(at, title);
                Change::Project
            }
            What::Reviewer { reviewer, .. } => {
                self.reviewers.entry(*reviewer).or_insert_with(|| Reviewer::new(*reviewer)).hear(at, what);
                Change::Project
            }
            What::Article { article, .. } => {
                self.article_mut(*article).hear_details(at, what);
                Change::Article(*article)
            }
            What::Annotation { annotation, passage, kind } => self.change(*annotation, number, at, |annotation| {
                annotation.hear_mark(at, by, passage, kind);
            }),
            What::Judgement { annotation, .. } => {
                self.change(*annotation, number, at, |annotation| annotation.hear_judgement(at, by, what))
            }
            What::Ruling { annotation, .. } => self.change(*annotation, number, at, |annotation| annotation.hear_ruling(at, by, what)),
            What::Hiding { target: Target::Annotation(annotation), hidden } => {
                self.change(*annotation, number, at, |annotation| annotation.hear_hiding(at, *hidden))
            }
            What::Hiding { target: Target::Article(article), hidden } => {
                self.article_mut(*article).hear_hiding(at, *hidden);
                Change::Article(*article)
            }
            What::Hiding { target: Target::Evidence(evidence), hidden } => {
                self.evidence.entry(*evidence).or_insert_with(|| Evidence::new(*evidence)).hear_hiding(at, *hidden);
                Change::Evidence(*evidence)
            }
            What::Hiding { target: Target::Link(link), hidden } => {
                self.links.entry(*link).or_insert_with(|| Link::new(*link)).hear_hiding(at, *hidden);
                Change::Link(*link)
            }
            What::Evidence { evidence, .. } => {
                self.evidence.entry(*evidence).or_insert_with(|| Evidence::new(*evidence)).hear(at, what);
                Change::Evidence(*evidence)
            }
            What::Link { link, .. } => {
                self.links.entry(*link).or_insert_with(|| Link::new(*link)).hear(at, what);
                Change::Link(*link)
            }
            What::Dismissal { article, start, end, reason, proposed } => {
                let range = *start..*end;
                self.article_mut(*article).hear_dismissal(at, range.clone(), reason.map(|reason| (reason, *proposed)));
                Change::Dismissal(*article, range)
            }
            What::SignOff { article, signed, reason } => {
                self.article_mut(*article).hear_sign_off(at, by, *signed, reason);
                Change::Article(*article)
            }
        }
    }

    fn article_mut(&mut self, id: ArticleId) -> &mut Article {
        self.articles.entry(id).or_insert_with(|| Article::new(id))
    }

    /// Changes an annotation, and its entry in its article with it.
    fn change(&mut self, id: AnnotationId, number: u32, at: Stamp, change: impl FnOnce(&mut Annotation)) -> Change {
        let before = self.leave(id);
        let annotation = self.annotations.entry(id).or_insert_with(|| Annotation::new(id));
        let article = |annotation: &Annotation| annotation.passage().map(|passage| passage.article);
        let named = article(annotation);
        change(annotation);
        annotation.note_record(number, at);
        if let Some(names) = article(annotation).filter(|names| named != Some(*names)) {
            self.waiting.entry(names).or_default().push(id);
        }
        self.enter(id);
        Change::Annotation(id, before)
    }

    fn leave(&mut self, id: AnnotationId) -> Option<(ArticleId, Range<usize>)> {
        let entry = self.entered.remove(&id)?;
        if let Some(article) = self.articles.get_mut(&entry.article) {
            article.places_mut().remove(&entry.range, id);
            let counts = article.counts_mut();
            *counts.of_mut(entry.standing.verdict) -= 1;
            counts.disagreements -= usize::from(entry.standing.disagreement);
        }
        Some((entry.article, entry.range))
    }

    fn enter(&mut self, id: AnnotationId) {
        let Some(annotation) = self.annotations.get(&id).filter(|annotation| !annotation.is_hidden()) else { return };
        let Some(passage) = annotation.passage() else { return };
        let Some(article) = self.articles.get_mut(&passage.article).filter(|article| passage.stands_in(article.text())) else { return };
        let entry = Entry { article: passage.article, range: passage.range(), standing: annotation.standing() };
        article.places_mut().insert(entry.range.clone(), id);
        let counts = article.counts_mut();
        *counts.of_mut(entry.standing.verdict) += 1;
        counts.disagreements += usize::from(entry.standing.disagreement);
        self.entered.insert(id, entry);
    }
}
