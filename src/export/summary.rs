//! The content of a summary, gathered once from the project.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::cross::CrossPart;
use super::evidence::Told;
use super::{Entry, EvidencePart, Options, Place, SignOffPart};
use crate::crosscheck::Coverage;
use crate::crosscheck::disagreement::{Difference, Disagreement, disagreements};
use crate::model::{Annotation, Article, ArticleId, Counts, EvidenceId, Project, Reason, ReviewerId, Severity, Stamp, Verdict, Viewer};
use crate::text::position::clamp_range;

/// A part of a whole, in checkable sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are done: annotated with a verdict, or dismissed.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

impl Share {
    /// In whole per cent, never rounded up to 100; `None` of nothing.
    pub fn percent(self) -> Option<usize> {
        (self.total > 0).then(|| self.done * 100 / self.total)
    }
}

/// A reviewer in a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewerPart {
    /// The name.
    pub name: String,
    /// How many annotations they have judged.
    pub judgements: usize,
    /// How many they have ruled on.
    pub rulings: usize,
}

/// How much was dismissed for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DismissedPart {
    /// Why.
    pub reason: Reason,
    /// By reviewers.
    pub decided: usize,
    /// By the program, and nobody has looked yet.
    pub proposed: usize,
}

/// An article in a summary.
#[derive(Clone, Debug)]
pub struct ArticlePart {
    /// Its identifier.
    pub id: ArticleId,
    /// The title.
    pub title: String,
    /// Who published it; empty if unknown.
    pub outlet: String,
    /// Where on the web; empty if unknown.
    pub url: String,
    /// When it was published; empty if unknown.
    pub date: String,
    /// The text.
    pub text: Arc<str>,
    /// Whether the text is whole; if not, paragraphs are missing.
    pub whole: bool,
    /// How its annotations stand.
    pub counts: Counts,
    /// Its coverage.
    pub coverage: Share,
    /// The signatures, also those that are void.
    pub signed: Vec<SignOffPart>,
    /// What is dismissed, in bytes of the text.
    pub dismissed: Vec<(Range<usize>, Reason)>,
    /// Its annotations: a stretch of [`Summary::entries`].
    pub entries: Range<usize>,
}

/// The content of a review summary, in the order in which it is told. Lists of annotations hold places in `entries`.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// The project's title.
    pub title: String,
    /// When the summary was made.
    pub made_at: String,
    /// When the first and the last judgement were made.
    pub judged: Option<(String, String)>,
    /// Who has judged.
    pub reviewers: Vec<ReviewerPart>,
    /// Who made it without seeing, in a blind check, all that others said.
    pub blind: Option<String>,
    /// How all annotations stand.
    pub counts: Counts,
    /// The coverage of all articles together.
    pub coverage: Share,
    /// The articles, in the project's order.
    pub articles: Vec<ArticlePart>,
    /// All annotations that are listed, by article and place.
    pub entries: Vec<Entry>,
    /// What stands at erroneous, and whatever else has a correction: the most serious first, then by place.
    pub corrections: Vec<usize>,
    /// Disputed, without a correction.
    pub disputed: Vec<usize>,
    /// Where reviewers disagree and no ruling has settled it; each statement once.
    pub disagreements: Vec<usize>,
    /// Verified, without a correction.
    pub verified: Vec<usize>,
    /// Without a verdict and without a correction.
    pub unchecked: Vec<usize>,
    /// Whose words do not stand where they say. They are in none of the lists above.
    pub unplaced: Vec<usize>,
    /// How many annotations belong to articles that this copy of the project lacks.
    pub homeless: usize,
    /// What was dismissed, by reason.
    pub dismissed: Vec<DismissedPart>,
    /// The evidence.
    pub evidence: Vec<EvidencePart>,
    /// What the comparison of the articles noticed, if it was added.
    pub cross_check: Option<CrossPart>,
    /// Whether each article's text is told.
    pub with_texts: bool,
    /// Whether the annotations without a verdict are listed.
    pub with_unchecked: bool,
    /// Whether the evidence is listed.
    pub with_evidence: bool,
}

impl Summary {
    /// What to know of a summary that was made during a blind check: what it leaves out, with the reviewer's name as
    /// `escape` makes it.
    pub fn blind_words(&self, escape: impl Fn(&str) -> String) -> Option<String> {
        let name = escape(self.blind.as_ref()?);
        Some(format!("Made during a blind check: what others said and {name} has neither judged nor asked to see is left out."))
    }

    /// The annotations at these places of `entries`.
    pub fn listed<'a>(&'a self, places: &'a [usize]) -> impl Iterator<Item = &'a Entry> {
        places.iter().filter_map(|place| self.entries.get(*place))
    }

    /// The article of an annotation.
    pub fn article_of(&self, entry: &Entry) -> Option<&ArticlePart> {
        self.articles.get(entry.article)
    }

    /// How many corrections there are to annotations that do not stand at erroneous, by how they stand.
    pub fn corrections_at(&self, verdict: Option<Verdict>) -> usize {
        self.listed(&self.corrections).filter(|entry| entry.verdict == verdict).count()
    }
}

/// Reads the content of a summary from a project.
pub fn gather(project: &Project, options: &Options) -> Summary {
    let chosen: Option<BTreeSet<ArticleId>> = options.articles.as_ref().map(|ids| ids.iter().copied().collect());
    let mut articles = project.articles();
    articles.retain(|article| chosen.as_ref().is_none_or(|chosen| chosen.contains(&article.id)));
    let mut strays: HashMap<ArticleId, Vec<&Annotation>> = HashMap::new();
    let mut homeless = 0;
    for annotation in project.unplaced() {
        match annotation.passage().map(|passage| passage.article) {
            Some(article) if project.article(article).is_some() => strays.entry(article).or_default().push(annotation),
            _ => homeless += 1,
        }
    }
    let cited = chosen.is_some().then(|| {
        let placed = articles.iter().flat_map(|article| placed(project, article)).map(|(_, annotation)| annotation);
        let stray = articles.iter().filter_map(|article| strays.get(&article.id)).flatten().copied();
        placed.chain(stray).flat_map(evidence_of).collect::<BTreeSet<_>>()
    });
    let told = Told::of(project, options.confidential, cited.as_ref());
    let mut summary = Summary {
        title: if project.title().trim().is_empty() { "Untitled project".to_owned() } else { project.title().trim().to_owned() },
        made_at: options.made_at.clone(),
        homeless: if chosen.is_none() { homeless } else { 0 },
        with_texts: options.annotated_texts,
        with_unchecked: options.unchecked,
        cross_check: None,
        with_evidence: options.evidence_list,
        ..Summary::default()
    };
    summary.blind = blind(project, &articles);
    let mut words = Words::default();
    for article in articles {
        let mut stray = strays.remove(&article.id).unwrap_or_default();
        stray.sort_by_key(|annotation| annotation.id);
        add_article(&mut summary, &mut words, (project, options, &told), article, &stray);
    }
    words.write_down(&mut summary, project, options);
    summary.evidence = told.parts;
    sort_out(&mut summary);
    summary
}

/// The reviewer for whom a blind check hides something in these articles.
fn blind(project: &Project, articles: &[&Article]) -> Option<String> {
    let Viewer::Reviewer(by) = project.viewer() else { return None };
    let hides = articles.iter().any(|article| project.unseen(by, article.id) > 0);
    hides.then(|| by.map_or_else(|| "somebody".to_owned(), |by| project.reviewer_name(by)))
}

/// The annotations of an article with their ranges, in the order of the text.
fn placed<'a>(project: &'a Project, article: &'a Article) -> impl Iterator<Item = (Range<usize>, &'a Annotation)> {
    article.places().iter().filter_map(|(range, id)| Some((range, project.annotation(id)?)))
}

fn evidence_of(annotation: &Annotation) -> impl Iterator<Item = EvidenceId> {
    annotation.judgements().flat_map(|judgement| judgement.evidence().iter().copied())
}

fn add_article(
    summary: &mut Summary,
    words: &mut Words,
    (project, options, told): (&Project, &Options, &Told),
    article: &Article,
    stray: &[&Annotation],
) {
    let text = article.text();
    let breaks: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let place = |range: Range<usize>| Place { paragraph: breaks.partition_point(|at| *at < range.start) + 1, range };
    let placed = placed(project, article).map(|(range, annotation)| (Some(place(range)), annotation));
    let first = summary.entries.len();
    for (place, annotation) in placed.chain(stray.iter().map(|annotation| (None, *annotation))) {
        words.hear(annotation);
        if !options.unchecked && annotation.standing().verdict.is_none() && place.is_some() {
            continue;
        }
        let mut entry = Entry::of(project, options, told, annotation, place);
        entry.number = summary.entries.len() + 1;
        entry.article = summary.articles.len();
        summary.entries.push(entry);
    }
    note_disagreements(summary, first, project, article);
    let coverage = Coverage::of(project, article);
    let coverage = Share { done: coverage.done(), total: coverage.total() };
    let mut dismissed = Vec::new();
    for stretch in article.dismissals() {
        words.hear_dismissal(stretch.reason, stretch.proposed);
        dismissed.push((clamp_range(text, stretch.range), stretch.reason));
    }
    summary.counts = summary.counts.plus(article.counts());
    summary.coverage.done += coverage.done;
    summary.coverage.total += coverage.total;
    summary.articles.push(ArticlePart {
        id: article.id,
        title: article.title().trim().to_owned(),
        outlet: article.outlet().trim().to_owned(),
        url: article.url().trim().to_owned(),
        date: article.date().trim().to_owned(),
        text: text.clone(),
        whole: article.is_whole(),
        counts: article.counts(),
        coverage,
        signed: SignOffPart::all(project, options, article),
        dismissed,
        entries: first..summary.entries.len(),
    });
}

/// Notes on the entries of an article, from `first` on, where reviewers give different verdicts or corrections of one statement and no ruling has
/// settled it: also where each has marked the statement for themself.
fn note_disagreements(summary: &mut Summary, first: usize, project: &Project, article: &Article) {
    let entries = summary.entries.get_mut(first..).unwrap_or_default();
    let places: HashMap<_, usize> = entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
    let grave = |one: &Disagreement| {
        matches!(one.differences.first(), Some(Difference::Verdicts)) || one.differences.contains(&Difference::Corrections)
    };
    for one in disagreements(project, article, None, |_| true).iter().filter(|one| one.settled.is_none()).filter(|one| grave(one)) {
        let mut told = one.annotations.iter().filter_map(|id| places.get(id).copied());
        let Some(lead) = told.next() else { continue };
        let same: Vec<usize> = told.collect();
        for place in &same {
            if let Some(entry) = entries.get_mut(*place) {
                (entry.disagreement, entry.told_with_another) = (true, true);
            }
        }
        if let Some(entry) = entries.get_mut(lead) {
            (entry.disagreement, entry.same) = (true, same.into_iter().map(|place| first + place).collect());
        }
    }
}

/// What is counted over all articles on the way.
#[derive(Default)]
struct Words {
    by: BTreeMap<ReviewerId, (usize, usize)>,
    span: Option<(Stamp, Stamp)>,
    dismissed: BTreeMap<Reason, (usize, usize)>,
}

impl Words {
    fn hear(&mut self, annotation: &Annotation) {
        for judgement in annotation.judgements() {
            self.by.entry(judgement.by).or_default().0 += 1;
            self.stretch(judgement.changed());
        }
        if let Some(ruling) = annotation.ruling() {
            self.by.entry(ruling.by).or_default().1 += 1;
            self.stretch(ruling.changed());
        }
    }

    fn stretch(&mut self, at: Stamp) {
        let (first, last) = self.span.unwrap_or((at, at));
        self.span = Some((first.min(at), last.max(at)));
    }

    fn hear_dismissal(&mut self, reason: Reason, proposed: bool) {
        let (decided, offered) = self.dismissed.entry(reason).or_default();
        *(if proposed { offered } else { decided }) += 1;
    }

    fn write_down(self, summary: &mut Summary, project: &Project, options: &Options) {
        let person = |(by, (judgements, rulings))| ReviewerPart { name: project.reviewer_name(by), judgements, rulings };
        summary.reviewers = self.by.into_iter().map(person).collect();
        summary.reviewers.sort_by(|a, b| b.judgements.cmp(&a.judgements).then_with(|| a.name.cmp(&b.name)));
        let show = |stamp: Stamp| (options.local_time)(stamp.millis());
        summary.judged = self.span.map(|(first, last)| (show(first), show(last)));
        let part = |(reason, (decided, proposed))| DismissedPart { reason, decided, proposed };
        summary.dismissed = self.dismissed.into_iter().map(part).collect();
    }
}

/// Puts every annotation into its list.
fn sort_out(summary: &mut Summary) {
    for (place, entry) in summary.entries.iter().enumerate() {
        if entry.place.is_none() {
            summary.unplaced.push(place);
            continue;
        }
        if entry.disagreement && !entry.told_with_another {
            summary.disagreements.push(place);
        }
        match entry.verdict {
            _ if !entry.correction.is_empty() => summary.corrections.push(place),
            Some(Verdict::Erroneous) => summary.corrections.push(place),
            Some(Verdict::Disputed) => summary.disputed.push(place),
            Some(Verdict::Verified) => summary.verified.push(place),
            None => summary.unchecked.push(place),
        }
    }
    let severity = |place: &usize| summary.entries.get(*place).map_or(Severity::Minor, |entry| entry.severity);
    summary.corrections.sort_by_key(|place| std::cmp::Reverse(severity(place)));
}
