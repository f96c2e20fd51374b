//! From pairs of passages to findings: one for each passage, with all places where it stands.
//!
//! As in “passim” (Smith, Cordell & Dillon 2013): the passages of one article that mostly cover each other are one node, the pairs are edges, and a
//! connected component is a finding. A longer passage shared by two articles and a short part of it shared by five are two findings, because
//! each tells the reviewer something that the other does not; a component that only repeats a part of another one is dropped.

use std::collections::BTreeMap;
use std::ops::Range;

use hashbrown::HashMap;

use crate::crosscheck::finding::{Place, Repeat};
use crate::crosscheck::memo::{Memo, Pieces, key};
use crate::crosscheck::{Apart, ArticleNo};

use super::article::{Article, number};
use super::passage::{Match, Span};
use super::similarity::similarity;
use super::word::Word;

/// In components of more places than this, each place is compared with only two others.
const COMPARED: usize = 12;

/// A finding, and how many words it repeats.
pub(super) type Made = (Repeat, u64);

/// The findings that the pairs make up, with the one that repeats most text first. Those of pairs that are as they were when `made` was last asked
/// are taken from there.
pub(super) fn group(matches: &[Match], articles: &BTreeMap<ArticleNo, Article>, made: &mut Memo<Made>, apart: &Apart) -> Vec<Repeat> {
    let edges: Vec<&Match> = matches.iter().filter(|one| !one.quotation).collect();
    let edition = |span: &Span| articles.get(&span.place.article).map(|article| article.edition);
    let keyed = pieces(&edges).into_iter().map(|edges| {
        let names: Vec<_> = edges.iter().map(|edge| edge.spans.each_ref().map(|span| (edition(span), &span.words))).collect();
        (key(names), edges)
    });
    let of_piece = |mut edges: Vec<&Match>| -> Vec<Made> {
        edges.sort_unstable_by_key(|edge| edge.spans.each_ref().map(|span| span.place));
        without_parts(components(&edges, apart)).iter().filter_map(|spans| repeat(spans, articles)).collect()
    };
    let mut repeats = made.of(apart, keyed, of_piece);
    repeats.sort_by_key(|(repeat, text)| (std::cmp::Reverse(*text), repeat.members.first().copied(), repeat.members.get(1).copied()));
    repeats.into_iter().map(|(repeat, _)| repeat).collect()
}

/// The pairs that have to be looked at together: their passages share words. What is near-verbatim is apart from what is reworded.
fn pieces<'a>(edges: &[&'a Match]) -> Vec<Vec<&'a Match>> {
    let count = number(edges.len());
    let mut spans: Vec<(bool, ArticleNo, u32, u32, u32)> = Vec::with_capacity(2 * edges.len());
    for (edge, nth) in edges.iter().zip(0..) {
        spans.extend(edge.spans.iter().map(|span| (edge.reworded, span.place.article, span.words.start, span.words.end, nth)));
    }
    spans.sort_unstable();
    let mut pieces = Pieces::new(count);
    let mut reach: Option<(bool, ArticleNo, u32, u32)> = None;
    for (reworded, article, start, end, nth) in spans {
        reach = match reach.filter(|reach| (reach.0, reach.1) == (reworded, article) && reach.2 > start) {
            Some((_, _, until, other)) => {
                pieces.join(nth, other);
                Some((reworded, article, until.max(end), nth))
            }
            None => Some((reworded, article, end, nth)),
        };
    }
    pieces.sorted((0..count).zip(edges.iter().copied()))
}

/// The passages that belong together, each list in the order of articles and text.
fn components(edges: &[&Match], apart: &Apart) -> Vec<Vec<Span>> {
    let (nodes, ends) = nodes(edges);
    let mut joined = Joined::new(nodes.len());
    for (edge, (a, b)) in edges.iter().zip(ends) {
        let [first, second] = &edge.spans;
        if a != b && !apart.places(&first.place, &second.place) {
            joined.join(a, b, |a, b| match (nodes.get(a), nodes.get(b)) {
                (Some(a), Some(b)) => !apart.places(&a.place, &b.place),
                _ => false,
            });
        }
    }
    let lists = joined.members.into_iter().filter(|list| list.len() > 1);
    let spans = |list: Vec<usize>| -> Vec<Span> { list.into_iter().filter_map(|node| nodes.get(node)).cloned().collect() };
    lists
        .map(spans)
        .map(|mut spans| {
            spans.sort_unstable_by_key(|span| span.place);
            spans
        })
        .collect()
}

/// The nodes, and for each edge the two that it joins.
fn nodes(edges: &[&Match]) -> (Vec<Span>, Vec<(usize, usize)>) {
    let mut all: Vec<(&Span, usize, usize)> =
        edges.iter().enumerate().flat_map(|(edge, one)| one.spans.iter().enumerate().map(move |(end, span)| (span, edge, end))).collect();
    all.sort_unstable_by_key(|(span, edge, end)| (span.place.article, span.words.start, std::cmp::Reverse(span.words.end), *edge, *end));
    let mut nodes: Vec<Span> = Vec::new();
    let mut ends = vec![(0, 0); edges.len()];
    // Nodes that reach to where the next passage starts, each with the passage that began it.
    let mut open: Vec<(usize, &Span)> = Vec::new();
    for (span, edge, end) in all {
        open.retain(|(_, other)| other.place.article == span.place.article && other.words.end > span.words.start);
        let node = match open.iter().rev().find(|(_, other)| is_same(&span.words, &other.words)) {
            Some((node, _)) => *node,
            None => {
                open.push((nodes.len(), span));
                nodes.push(span.clone());
                nodes.len() - 1
            }
        };
        if let Some(longest) = nodes.get_mut(node).filter(|longest| longest.words.len() < span.words.len()) {
            *longest = span.clone();
        }
        if let Some(ends) = ends.get_mut(edge) {
            *(if end == 0 { &mut ends.0 } else { &mut ends.1 }) = node;
        }
    }
    (nodes, ends)
}

/// Whether two passages share at least half of the longer one.
fn is_same(a: &Range<u32>, b: &Range<u32>) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start)) as usize;
    2 * shared >= a.len().max(b.len())
}

/// Components of nodes, the smaller list always added to the larger (Galler & Fischer 1964).
struct Joined {
    component: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Joined {
    fn new(nodes: usize) -> Self {
        Self { component: (0..nodes).collect(), members: (0..nodes).map(|node| vec![node]).collect() }
    }

    /// Joins the components of two nodes unless `may` forbids any two of their members.
    fn join(&mut self, a: usize, b: usize, may: impl Fn(usize, usize) -> bool) {
        let (Some(&a), Some(&b)) = (self.component.get(a), self.component.get(b)) else { return };
        let size = |component: usize| self.members.get(component).map_or(0, Vec::len);
        let (small, large) = if size(a) < size(b) { (a, b) } else { (b, a) };
        let of = |component: usize| self.members.get(component).map(Vec::as_slice).unwrap_or_default();
        if a == b || !of(small).iter().all(|one| of(large).iter().all(|other| may(*one, *other))) {
            return;
        }
        let moved = self.members.get_mut(small).map(std::mem::take).unwrap_or_default();
        for node in &moved {
            self.component.get_mut(*node).into_iter().for_each(|component| *component = large);
        }
        self.members.get_mut(large).into_iter().for_each(|members| members.extend(&moved));
    }
}

/// Leaves out components that only repeat a part of another one: all of their places lie in its places, and they are not more.
fn without_parts(components: Vec<Vec<Span>>) -> Vec<Vec<Span>> {
    let mut standing: HashMap<ArticleNo, Vec<(Range<u32>, usize)>> = HashMap::new();
    for (nth, spans) in components.iter().enumerate() {
        for span in spans {
            standing.entry(span.place.article).or_default().push((span.words.clone(), nth));
        }
    }
    for places in standing.values_mut() {
        places.sort_unstable_by_key(|(words, nth)| (words.start, std::cmp::Reverse(words.end), *nth));
    }
    let around = |span: &Span| -> Vec<usize> {
        let places = standing.get(&span.place.article).map(Vec::as_slice).unwrap_or_default();
        let until = places.partition_point(|(words, _)| words.start <= span.words.start);
        // Passages overlap little, so the nearest few hold all that cover this one.
        let before = places.iter().take(until).rev().take(64);
        before.filter(|(words, _)| words.end >= span.words.end && words.len() > span.words.len()).map(|(_, nth)| *nth).collect()
    };
    let is_part = |spans: &[Span]| {
        let Some(first) = spans.first() else { return true };
        let mut outer = around(first);
        for span in spans {
            let holding = around(span);
            outer.retain(|nth| holding.contains(nth));
        }
        outer.iter().any(|nth| components.get(*nth).is_some_and(|other| other.len() >= spans.len()))
    };
    let parts: Vec<bool> = components.iter().map(|spans| is_part(spans)).collect();
    components.into_iter().zip(parts).filter(|(_, part)| !part).map(|(spans, _)| spans).collect()
}

/// The finding for a component, and how many words are repeated.
fn repeat(spans: &[Span], articles: &BTreeMap<ArticleNo, Article>) -> Option<(Repeat, u64)> {
    let members: Vec<Place> = spans.iter().map(|span| span.place).collect();
    let words: Vec<&[Word]> = spans.iter().filter_map(|span| Some(articles.get(&span.place.article)?.slice(&span.words))).collect();
    let (similarity, compared) = least_alike(&words)?;
    let first = members.first()?;
    let within = members.iter().all(|member| member.article == first.article);
    let text = words.iter().map(|words| words.len() as u64).sum::<u64>() - words.first()?.len() as u64;
    Some((Repeat { members, similarity, within, compared }, text))
}

/// The two members that are least alike, and the share of words that they have in common.
fn least_alike(words: &[&[Word]]) -> Option<(f32, (usize, usize))> {
    let alike = |a: usize, b: usize| Some((similarity(words.get(a)?, words.get(b)?), (a.min(b), a.max(b))));
    let least = |pairs: &mut dyn Iterator<Item = (usize, usize)>| {
        pairs.filter_map(|(a, b)| alike(a, b)).reduce(|least, other| if other.0 < least.0 { other } else { least })
    };
    if words.len() <= COMPARED {
        return least(&mut (0..words.len()).flat_map(|b| (0..b).map(move |a| (a, b))));
    }
    // The one that is least like the first, and the one that is least like that.
    let (_, (_, far)) = least(&mut (1..words.len()).map(|other| (0, other)))?;
    least(&mut (0..words.len()).filter(|other| *other != far).map(|other| (far, other)))
}
