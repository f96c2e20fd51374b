//! The passages that reviewers gave a verdict to: gathered from a project, matched between two reviewers, grouped over all.
//!
//! Two passages match where they share half of what they cover together (intersection over union ≥ 0.5, the usual threshold since the PASCAL VOC
//! challenge, Everingham et al. 2010), each with at most one other, the most alike first. F1 is the harmonic mean of precision and recall, which
//! does not change when the reviewers change places (van Rijsbergen 1979).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Undefined;
use super::unitizing::Continuum;
use crate::model::{ArticleId, Project, ReviewerId, Verdict};
use crate::text::position::slice;

/// Passages match from this share on.
pub const IOU: f64 = 0.5;
/// No passage is held against more than so many others that overlap it, so that thousands of nested ones cost no more than they say.
const NEAR: usize = 512;

/// A passage with the verdict of one reviewer; bytes of the article's text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The verdict.
    pub verdict: Verdict,
}

impl Span {
    /// How much two passages share, as a part of what they cover together.
    pub fn iou(&self, other: &Self) -> f64 {
        let shared = self.end.min(other.end).saturating_sub(self.start.max(other.start));
        let together = (self.end - self.start) + (other.end - other.start) - shared;
        if together == 0 { 0.0 } else { shared as f64 / together as f64 }
    }

    fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// One article in a study.
#[derive(Clone, Debug, Default)]
struct Text {
    text: std::sync::Arc<str>,
    spans: BTreeMap<ReviewerId, Vec<Span>>,
}

/// Everything that the reviewers of a project gave a verdict to.
#[derive(Clone, Debug, Default)]
pub struct Study {
    articles: BTreeMap<ArticleId, Text>,
}

impl Study {
    /// Gathers a project: the annotations that are shown, with each judgement that has a verdict.
    pub fn of(project: &Project) -> Self {
        let mut articles = BTreeMap::new();
        for article in project.articles() {
            let mut text = Text { text: std::sync::Arc::clone(article.text()), spans: BTreeMap::new() };
            for (range, id) in article.places().iter() {
                for judgement in project.annotation(id).into_iter().flat_map(|annotation| annotation.judgements()) {
                    if let Some(verdict) = judgement.verdict() {
                        let span = Span { start: range.start, end: range.end, verdict };
                        text.spans.entry(judgement.by).or_default().push(span);
                    }
                }
            }
            articles.insert(article.id, text);
        }
        Self { articles }
    }

    /// Who has given a verdict.
    pub fn reviewers(&self) -> Vec<ReviewerId> {
        let all: BTreeSet<ReviewerId> = self.articles.values().flat_map(|text| text.spans.keys().copied()).collect();
        all.into_iter().collect()
    }

    /// The verdicts on each passage over all reviewers: matching passages are one unit, in which everybody speaks at most once. Only articles that
    /// two reviewers have worked on.
    pub fn units(&self) -> Vec<Vec<Verdict>> {
        let shared = self.articles.values().filter(|text| text.spans.len() > 1);
        shared.flat_map(units).map(|unit| unit.into_iter().map(|(_, verdict)| verdict).collect()).collect()
    }

    /// The articles that everybody has worked on as continua of one verdict. Where nobody shares all articles with everybody, those that at least two
    /// have worked on, with the reviewers who have nothing there left out of it: then there are no continua, because the method needs the same
    /// reviewers throughout.
    pub fn continua(&self, verdict: Verdict) -> Vec<Continuum> {
        let reviewers = self.reviewers();
        let everybody = |text: &&Text| reviewers.len() > 1 && reviewers.iter().all(|by| text.spans.contains_key(by));
        self.articles.values().filter(everybody).map(|text| continuum(text, verdict)).collect()
    }
}

/// Groups the passages of one article: pairs from the most alike down, a group holding one passage a reviewer, all of which match each other.
fn units(text: &Text) -> Vec<Vec<(ReviewerId, Verdict)>> {
    let mut all: Vec<(&Span, ReviewerId)> = text.spans.iter().flat_map(|(by, spans)| spans.iter().map(move |span| (span, *by))).collect();
    all.sort_unstable();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (n, (span, by)) in all.iter().enumerate() {
        let near = all.iter().enumerate().skip(n + 1).take_while(|(_, (other, _))| other.start < span.end);
        for (other_n, (other, other_by)) in near.take(NEAR) {
            let iou = span.iou(other);
            if by != other_by && iou >= IOU {
                pairs.push((iou, n, other_n));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut group_of: Vec<usize> = (0..all.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..all.len()).map(|n| vec![n]).collect();
    for (_, a, b) in pairs {
        let (Some(first), Some(second)) = (group_of.get(a).copied(), group_of.get(b).copied()) else { continue };
        let (Some(ours), Some(theirs)) = (groups.get(first), groups.get(second)) else { continue };
        let fits = |a: &usize, b: &usize| match (all.get(*a), all.get(*b)) {
            (Some((span, by)), Some((other, other_by))) => by != other_by && span.iou(other) >= IOU,
            _ => false,
        };
        if first == second || !ours.iter().all(|a| theirs.iter().all(|b| fits(a, b))) {
            continue;
        }
        let moved = groups.get_mut(second).map(std::mem::take).unwrap_or_default();
        for member in &moved {
            if let Some(group) = group_of.get_mut(*member) {
                *group = first;
            }
        }
        if let Some(group) = groups.get_mut(first) {
            group.extend(moved);
        }
    }
    let verdicts = |group: Vec<usize>| group.into_iter().filter_map(|n| all.get(n)).map(|(span, by)| (*by, span.verdict)).collect();
    groups.into_iter().filter(|group| !group.is_empty()).map(verdicts).collect()
}

fn continuum(text: &Text, verdict: Verdict) -> Continuum {
    let units = text.spans.values().map(|spans| {
        let ranges = spans.iter().filter(|span| span.verdict == verdict).map(Span::range);
        in_characters(&text.text, &merged(ranges))
    });
    Continuum { length: text.text.chars().count(), units: units.collect() }
}

/// Ranges with those that overlap made one, in order.
fn merged(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut sorted: Vec<Range<usize>> = ranges.collect();
    sorted.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in sorted {
        match merged.last_mut().filter(|last| range.start < last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

/// Ranges of bytes, in order, as ranges of characters; in one walk over the text.
fn in_characters(text: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut at, mut count) = (0, 0);
    let mut reach = |byte: usize| {
        count += slice(text, at..byte).chars().count();
        at = byte;
        count
    };
    ranges.iter().map(|range| reach(range.start)..reach(range.end)).collect()
}

/// What two reviewers have marked in the articles that both have worked on.
#[derive(Clone, Debug, Default)]
pub struct Worked {
    matched: Vec<(Span, Span)>,
    alone: (usize, usize),
    /// Of each article: the characters that both, the first only, the second only have marked.
    characters: Vec<Item>,
}

/// A passage or a stretch that both have, or the first only, or the second only; how much of it there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What both have.
    pub both: usize,
    /// What only the first has.
    pub first: usize,
    /// What only the second has.
    pub second: usize,
}

impl Worked {
    /// `None` where there is no article that both have worked on.
    pub fn of_both(study: &Study, a: ReviewerId, b: ReviewerId) -> Option<Self> {
        let mut worked = Self::default();
        let mut articles = 0;
        for text in study.articles.values() {
            let (Some(ours), Some(theirs)) = (text.spans.get(&a), text.spans.get(&b)) else { continue };
            articles += 1;
            let matched = matches(ours, theirs);
            worked.alone.0 += ours.len() - matched.len();
            worked.alone.1 += theirs.len() - matched.len();
            worked.matched.extend(matched);
            worked.characters.extend(paragraphs(&text.text, ours, theirs));
        }
        (articles > 0).then_some(worked)
    }

    /// The verdicts of matched passages.
    pub fn verdicts(&self) -> Vec<(Verdict, Verdict)> {
        self.matched.iter().map(|(a, b)| (a.verdict, b.verdict)).collect()
    }

    /// How many passages only the first has, and only the second.
    pub fn alone(&self) -> (usize, usize) {
        self.alone
    }

    /// Passages that match, and those that do not.
    pub fn matches(&self) -> Vec<Item> {
        let both = self.matched.iter().map(|_| Item { both: 1, ..Item::default() });
        both.chain(self.singles(0)).collect()
    }

    /// Passages that are the same to the byte, and those that are not.
    pub fn exact(&self) -> Vec<Item> {
        let same = self.matched.iter().filter(|(a, b)| (a.start, a.end) == (b.start, b.end)).count();
        let both = std::iter::repeat_n(Item { both: 1, ..Item::default() }, same);
        both.chain(self.singles(self.matched.len() - same)).collect()
    }

    fn singles(&self, more: usize) -> impl Iterator<Item = Item> {
        let first = std::iter::repeat_n(Item { first: 1, ..Item::default() }, self.alone.0 + more);
        first.chain(std::iter::repeat_n(Item { second: 1, ..Item::default() }, self.alone.1 + more))
    }

    /// Characters by paragraph: what is drawn anew together for the interval.
    pub fn characters(&self) -> Vec<Item> {
        self.characters.clone()
    }
}

/// Matches the passages of two reviewers one to one, the most alike first.
fn matches(ours: &[Span], theirs: &[Span]) -> Vec<(Span, Span)> {
    let mut theirs: Vec<&Span> = theirs.iter().collect();
    theirs.sort_unstable();
    // How far any passage up to here reaches: what ended before cannot overlap.
    let mut reach = 0;
    let reached: Vec<usize> = theirs
        .iter()
        .map(|span| {
            reach = reach.max(span.end);
            reach
        })
        .collect();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (n, span) in ours.iter().enumerate() {
        let from = reached.partition_point(|reach| *reach <= span.start);
        for (m, other) in theirs.iter().enumerate().skip(from).take_while(|(_, other)| other.start < span.end).take(NEAR) {
            let iou = span.iou(other);
            if iou >= IOU {
                pairs.push((iou, n, m));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut taken, mut given) = (BTreeSet::new(), BTreeSet::new());
    let mut matched: Vec<(Span, Span)> = Vec::new();
    for (_, n, m) in pairs {
        if !taken.contains(&n) && !given.contains(&m) {
            taken.insert(n);
            given.insert(m);
            matched.extend(ours.get(n).cloned().zip(theirs.get(m).map(|span| (*span).clone())));
        }
    }
    matched.sort_unstable();
    matched
}

/// The characters that both, the first only, the second only have marked, paragraph by paragraph where there are any.
fn paragraphs(text: &str, ours: &[Span], theirs: &[Span]) -> Vec<Item> {
    let ours = merged(ours.iter().map(Span::range));
    let theirs = merged(theirs.iter().map(Span::range));
    let mut edges: BTreeSet<usize> = ours.iter().chain(&theirs).flat_map(|range| [range.start, range.end]).collect();
    for range in ours.iter().chain(&theirs) {
        edges.extend(slice(text, range.clone()).match_indices('\n').map(|(at, _)| range.start + at));
    }
    let has = |ranges: &[Range<usize>], at: usize| {
        ranges.get(ranges.partition_point(|range| range.end <= at)).is_some_and(|range| range.start <= at)
    };
    let edges: Vec<usize> = edges.into_iter().collect();
    let mut items: Vec<Item> = Vec::new();
    let mut before = 0;
    for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
        let (a, b) = (has(&ours, *from), has(&theirs, *from));
        if !a && !b {
            continue;
        }
        let new = items.is_empty() || slice(text, before..*from).contains('\n') || slice(text, *from..*to).starts_with('\n');
        if new {
            items.push(Item::default());
        }
        before = *to;
        let count = slice(text, *from..*to).chars().count();
        if let Some(item) = items.last_mut() {
            match (a, b) {
                (true, true) => item.both += count,
                (true, false) => item.first += count,
                _ => item.second += count,
            }
        }
    }
    items
}

/// F1 of items, each weighing as much as it holds.
///
/// # Errors
/// Where nobody has marked anything.
pub fn f1(items: &[Item]) -> Result<f64, Undefined> {
    let sum = |of: fn(&Item) -> usize| items.iter().map(of).sum::<usize>() as f64;
    let (both, first, second) = (sum(|item| item.both), sum(|item| item.first), sum(|item| item.second));
    let all = 2.0 * both + first + second;
    if all == 0.0 { Err(Undefined::NothingShared) } else { Ok(2.0 * both / all) }
}
