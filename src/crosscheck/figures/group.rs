//! Groups of figures that tell of one thing.
//!
//! Method: single-linkage clustering with constraints (Davidson and Ravi 2005): pairs are joined from the strongest to the weakest, those that agree first; groups are not joined where one
//! article would then say two things of the same, for an article that gives two numbers mostly speaks of two things. Only a pair that itself differs within one article may
//! bring that about, and it needs much more in common ([`pair`](super::pair)).

use std::collections::BTreeMap;

use hashbrown::HashMap;

use crate::crosscheck::finding::{FigureGroup, FigureValue, Place};
use crate::crosscheck::memo::{Memo, Pieces, key};
use crate::crosscheck::source::{Apart, ArticleNo, Sources};
use crate::text::position::slice;
use crate::text::sentence::sentence_at;

use super::context::{Stem, stem};
use super::entry::Entry;
use super::index::{Index, Link};
use super::label::label;
use super::mention::Worth;
use super::pair::Verdict;
use super::qualifier::Qualifier;
use super::show;
use super::token::tokens;

/// How many words tell what a group is about.
const WORDS: usize = 3;

/// The groups, in no order. Those of figures whose links are as they were when `made` was last asked are taken from there.
pub(super) fn groups(index: &Index, made: &mut Memo<FigureGroup>, sources: &Sources, apart: &Apart) -> Vec<FigureGroup> {
    let mut pieces = Pieces::new(index.len());
    for link in index.links() {
        pieces.join(link.newer, link.older);
    }
    let pieces = pieces.sorted(index.links().iter().map(|link| (link.newer, link))).into_iter();
    let keyed = pieces.map(|links| {
        let names: Vec<(u32, u32)> = links.iter().map(|link| (link.newer, link.older)).collect();
        (key((index.edition(), names)), links)
    });
    made.of(apart, keyed, |links| of_piece(index, links, sources, apart))
}

/// The groups of figures that only these links join.
fn of_piece(index: &Index, mut links: Vec<&Link>, sources: &Sources, apart: &Apart) -> Vec<FigureGroup> {
    // In the order of articles and text, so that it does not matter which article came first.
    let ends = |link: &Link| [link.newer, link.older].map(|number| index.entry(number).map(Entry::place));
    links.sort_by(|a, b| {
        let rank = |link: &Link| link.relation.verdict != Verdict::Agree;
        let order = || {
            let (mut one, mut other) = (ends(a), ends(b));
            one.sort_unstable();
            other.sort_unstable();
            one.cmp(&other)
        };
        rank(a).cmp(&rank(b)).then(b.relation.score.total_cmp(&a.relation.score)).then_with(order)
    });
    let mut clusters = Clusters { index, of: HashMap::new(), all: Vec::new() };
    for link in links {
        if let (Some(a), Some(b)) = (index.entry(link.newer), index.entry(link.older))
            && !apart.places(&a.place(), &b.place())
        {
            clusters.join(link);
        }
    }
    clusters.all.iter().filter_map(|cluster| group(index, sources, cluster)).collect()
}

/// How many members of one article are asked whether another fits.
const FEW: usize = 8;

/// Figures that tell of one thing.
#[derive(Debug, Default)]
struct Cluster {
    members: Vec<u32>,
    /// Its first members of each article: as many as tell whether another one fits.
    of_article: HashMap<ArticleNo, Vec<u32>>,
    /// The pairs that differ.
    differing: Vec<(u32, u32, Verdict)>,
}

struct Clusters<'a> {
    index: &'a Index,
    /// The cluster of each figure that has one.
    of: HashMap<u32, usize>,
    all: Vec<Cluster>,
}

impl Clusters<'_> {
    fn cluster(&mut self, entry: u32) -> usize {
        *self.of.entry(entry).or_insert_with(|| {
            let article = self.index.entry(entry).map(|entry| entry.article());
            let of_article = article.map(|article| (article, vec![entry])).into_iter().collect();
            self.all.push(Cluster { members: vec![entry], of_article, differing: Vec::new() });
            self.all.len() - 1
        })
    }

    fn join(&mut self, link: &Link) {
        let (a, b) = (self.cluster(link.newer), self.cluster(link.older));
        let differing = (link.relation.verdict != Verdict::Agree).then_some((link.newer, link.older, link.relation.verdict));
        let size = |at: usize| self.all.get(at).map_or(0, |cluster| cluster.members.len());
        let (small, large) = if size(a) < size(b) { (a, b) } else { (b, a) };
        if small != large {
            if !self.may_join(small, large, link) {
                return;
            }
            let gone = self.all.get_mut(small).map(std::mem::take).unwrap_or_default();
            self.of.extend(gone.members.iter().map(|member| (*member, large)));
            if let Some(kept) = self.all.get_mut(large) {
                kept.members.extend(gone.members);
                kept.differing.extend(gone.differing);
                for (article, members) in gone.of_article {
                    let known = kept.of_article.entry(article).or_default();
                    known.extend(members.into_iter().take(FEW.saturating_sub(known.len())));
                }
            }
        }
        if let Some(kept) = self.all.get_mut(large) {
            kept.differing.extend(differing);
        }
    }

    /// Whether no article would then say two things of the same, but for the pair that is joined.
    fn may_join(&self, small: usize, large: usize, link: &Link) -> bool {
        let (Some(small), Some(large)) = (self.all.get(small), self.all.get(large)) else { return false };
        let own = [link.newer, link.older];
        let fits = |member: &u32, others: &[u32]| {
            let Some(entry) = self.index.entry(*member) else { return true };
            let same = |other: &u32| self.index.entry(*other).is_some_and(|other| same_value(entry, other));
            others.iter().all(|other| own.contains(member) && own.contains(other) || same(other))
        };
        small.of_article.iter().all(|(article, members)| {
            let others = large.of_article.get(article).map_or(&[][..], Vec::as_slice);
            members.iter().all(|member| fits(member, others))
        })
    }
}

/// Whether two figures of one article say the same.
fn same_value(a: &Entry, b: &Entry) -> bool {
    match (a.worth, b.worth) {
        (Worth::Amount(a), Worth::Amount(b)) => a.agrees(&b),
        (Worth::Day { when: a, .. }, Worth::Day { when: b, .. }) => a.agrees(&b),
        (Worth::Time(a), Worth::Time(b)) => a.minutes == b.minutes,
        _ => false,
    }
}

fn group(index: &Index, sources: &Sources, cluster: &Cluster) -> Option<FigureGroup> {
    let mut entries: Vec<&Entry> = cluster.members.iter().filter_map(|member| index.entry(*member)).collect();
    entries.sort_unstable_by_key(|entry| entry.place());
    let first = entries.first()?;
    let conflict = cluster.differing.iter().find(|(_, _, verdict)| *verdict == Verdict::Conflict);
    let several = entries.iter().any(|entry| entry.article() != first.article());
    if conflict.is_none() && !several {
        return None;
    }
    let differing = conflict.or(cluster.differing.first()).and_then(|(a, b, _)| Some((index.entry(*a)?, index.entry(*b)?)));
    let differing = differing.map(|(a, b): (&Entry, &Entry)| if a.place() < b.place() { (a, b) } else { (b, a) });
    let pair = differing.or_else(|| Some((*entries.first()?, *entries.get(1)?)))?;
    let words = shared_words(index, pair.0, pair.1, sources);
    let values = values(&entries);
    let what = what(index, first, &words, sources);
    let reason = match (conflict, differing) {
        (Some(_), Some((a, b))) => format!(
            "{} and {} cannot both be right; both places speak of: {}.",
            show::worth(&a.worth),
            show::worth(&b.worth),
            words.join(", ")
        ),
        (None, Some(_)) => {
            format!("The later report has the higher number, as it may while an event goes on; both speak of: {}.", words.join(", "))
        }
        _ if values.len() > 1 => {
            format!("The figures can all be right, since some are rounded; both places speak of: {}.", words.join(", "))
        }
        _ => format!("All say the same; they speak of: {}.", words.join(", ")),
    };
    Some(FigureGroup { kind: first.kind(), what, conflict: conflict.is_some(), reason, values })
}

/// The thing: the words around its figure in the first article, else those that the articles share, else the figure as it is written.
fn what(index: &Index, first: &Entry, words: &[String], sources: &Sources) -> String {
    let Some(source) = sources.get(&first.article()) else { return String::new() };
    let around = || label(first, &source.text, index.language(first.article()));
    let written = || if words.is_empty() { slice(&source.text, first.place().range()).to_owned() } else { words.join(", ") };
    around().unwrap_or_else(written)
}

/// The values, the commonest first; a number with “about” is no value of its own.
fn values(entries: &[&Entry]) -> Vec<FigureValue> {
    let mut by_value: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for entry in entries {
        let worth = match entry.worth {
            Worth::Amount(amount) if amount.qualifier == Qualifier::About => {
                Worth::Amount(super::agree::Amount { qualifier: Qualifier::Exact, ..amount })
            }
            worth => worth,
        };
        by_value.entry(show::worth(&worth)).or_default().push(entry.place());
    }
    let mut values: Vec<FigureValue> = by_value
        .into_iter()
        .map(|(value, mut members)| {
            members.sort_unstable();
            FigureValue { value, members }
        })
        .collect();
    values.sort_by_key(|value| (std::cmp::Reverse(value.members.len()), value.members.first().copied()));
    values
}

/// The words that two figures' sentences share, the most telling first, as the first article has them.
fn shared_words(index: &Index, a: &Entry, b: &Entry, sources: &Sources) -> Vec<String> {
    let first = if a.place() <= b.place() { a } else { b };
    let other = if a.place() <= b.place() { b } else { a };
    let tells = |entry: &Entry, stem: Stem| entry.context.iter().find(|word| word.is(stem)).map(|word| u32::from(word.tells()));
    let Some(source) = sources.get(&first.article()) else { return Vec::new() };
    let language = index.language(first.article());
    let sentence = sentence_at(&source.text, first.place().start);
    let mut words: Vec<(u32, usize, Stem, String)> = Vec::new();
    for (at, token) in tokens(&source.text, sentence).iter().enumerate() {
        let Some(stem) = stem(token, language) else { continue };
        if let Some(both) = tells(first, stem).zip(tells(other, stem)).map(|(a, b)| a * b)
            && !words.iter().any(|(_, _, known, _)| *known == stem)
        {
            let counted = if first.heads.contains(&stem) { 1 << 20 } else { 0 };
            let text = token.text.trim_end_matches("'s").trim_end_matches("’s");
            words.push((both + counted, at, stem, text.to_owned()));
        }
    }
    words.sort_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
    words.truncate(WORDS);
    words.sort_by_key(|(_, at, _, _)| *at);
    words.into_iter().map(|(_, _, _, word)| word).collect()
}
