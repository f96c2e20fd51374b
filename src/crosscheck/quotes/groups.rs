//! Which wordings are one statement, and the groups that are shown.
//!
//! How: two wordings that [`accepts`] takes for one statement are joined. A group is a star: the fullest wording, and those that belong to it directly
//! (star clustering, Aslam, Pelekhov and Rus 2004); a star whose rays share no sentence of the fullest wording is taken apart. So a phrase or a sentence that two
//! speeches have in common does not chain them.
//!
//! Where it stops working: a speech that two articles cut into different sentences is shown as several groups.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::crosscheck::finding::{Place, QuoteClass, QuoteGroup, Quoted};
use crate::crosscheck::source::{Apart, ArticleNo, Sources};
use crate::text::diff::{Change, word_diff};

use super::alignment::{Comparison, Wording, compare};
use super::extraction::same_name;
use super::shown::{changes, stretch};
use super::tokens::{Token, hash_of, tokens};
use super::unit::exact;
use super::wordings::{Articles, Told, Wordings};

/// What is known of the speakers of two wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Speakers {
    Same,
    Unknown,
    Differ,
}

/// So many places of a wording are asked for its speaker.
const MOST_ASKED: usize = 12;

/// What the names at the places of two wordings say.
fn speakers(a: &[Told<'_>], b: &[Told<'_>]) -> Speakers {
    let names = |places: &[Told<'_>]| -> Vec<std::sync::Arc<str>> {
        let mut all: Vec<_> = places.iter().take(MOST_ASKED).filter_map(|told| told.unit.speaker.clone()).collect();
        all.dedup();
        all
    };
    let (a, b) = (names(a), names(b));
    if a.is_empty() || b.is_empty() {
        Speakers::Unknown
    } else if a.iter().any(|one| b.iter().any(|other| one == other || same_name(one, other))) {
        Speakers::Same
    } else {
        Speakers::Differ
    }
}

/// Whether a comparison shows two wordings of one statement. `words` are those of the two wordings; `within` says that both stand in one article.
fn accepts(found: &Comparison, words: (usize, usize), speakers: Speakers, within: bool) -> bool {
    let (matched, meaning, like) = (found.matched, found.meaning, found.likeness);
    let whole = found.a.len() >= words.0 || found.b.len() >= words.1;
    if found.changed == 0 {
        let enough = match speakers {
            Speakers::Same => meaning >= 2 || (meaning == 1 && (matched >= 5 || !within)),
            Speakers::Unknown => (meaning >= 2 && matched >= 2) || (meaning == 1 && words.0.max(words.1) <= 4 && matched >= 2),
            Speakers::Differ => meaning >= 2 && matched >= 4,
        };
        let telling = match speakers {
            Speakers::Differ => meaning >= 5 && matched >= 8,
            _ => meaning >= 3 && matched >= 6,
        };
        return (!within || matched >= 4) && ((whole && like > 0.6 && enough) || (like > 0.75 && telling));
    }
    match (speakers, within) {
        (Speakers::Same, false) => (meaning >= 3 && like >= 0.5) || (meaning >= 2 && whole && like >= 0.75),
        (Speakers::Unknown, false) => meaning >= 3 && like >= 0.58,
        (Speakers::Differ, false) => meaning >= 6 && like >= 0.75,
        // One who speaks in parallels is not misquoted.
        (Speakers::Same | Speakers::Unknown, true) => meaning >= 5 && like >= 0.75,
        (Speakers::Differ, true) => false,
    }
}

/// Whether any speakers at all would make one statement of two wordings.
pub fn may_accept(found: &Comparison, words: (usize, usize)) -> bool {
    accepts(found, words, Speakers::Same, false) || accepts(found, words, Speakers::Unknown, false)
}

/// Whether a comparison shows two wordings of one statement where what stands before or after both of them does.
pub fn accepts_neighbour(found: &Comparison) -> bool {
    found.meaning >= 2 && found.likeness >= 0.55
}

/// A wording that belongs to another, and how they compare.
#[derive(Clone, Debug)]
struct Edge<'a> {
    to: u32,
    found: Cow<'a, Comparison>,
}

/// For each wording, those that are one statement with it.
#[derive(Debug, Default)]
pub struct Edges(HashMap<u32, Vec<(u32, Comparison)>>);

impl Edges {
    /// Reads them from what was compared.
    pub fn of(wordings: &mut Wordings, articles: &Articles, sources: &Sources) -> Self {
        let mut edges = Self::default();
        let mut joined = HashSet::new();
        for (one, slot) in (0_u32..).zip(wordings.slots()) {
            if slot.found.iter().all(|(other, _)| *other < one) {
                continue;
            }
            let a = wordings.places(one, articles);
            let Some(first) = a.first() else { continue };
            for (other, found) in slot.found.iter().filter(|(other, _)| *other > one) {
                let b = wordings.places(*other, articles);
                let Some(second) = b.first() else { continue };
                let words = (first.unit.words as usize, second.unit.words as usize);
                let within = first.article == second.article && a.iter().chain(&b).all(|told| told.article == first.article);
                let scare = first.unit.scare && second.unit.scare;
                if !scare && accepts(found, words, speakers(&a, &b), within) {
                    joined.insert((one, *other));
                    edges.join(one, *other, found.clone());
                }
            }
        }
        // Where two articles agree on one part of a speech, the parts beside it are held to less.
        for (one, other, found) in wordings.beside(&joined, articles, sources) {
            edges.join(one, other, found);
        }
        edges
    }

    fn join(&mut self, one: u32, other: u32, found: Comparison) {
        self.0.entry(other).or_default().push((one, found.turned()));
        self.0.entry(one).or_default().push((other, found));
    }

    fn of_wording(&self, at: u32) -> &[(u32, Comparison)] {
        self.0.get(&at).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Groups that were made before, by what they were made of.
pub type Made = HashMap<u64, Option<QuoteGroup>>;

/// How many pairs of one group's members are remembered as told of.
const MOST_PAIRED: usize = 64;

/// The groups of all wordings. What is in `made` is taken from there; afterwards it has these groups and no others.
pub fn groups(
    wordings: &Wordings,
    edges: &Edges,
    articles: &Articles,
    sources: &Sources,
    apart: &Apart,
    made: &mut Made,
) -> Vec<QuoteGroup> {
    let board = Board { wordings, edges, articles, sources, apart };
    let mut order: Vec<u32> = (0_u32..)
        .zip(wordings.slots())
        .filter(|(at, slot)| slot.places.len() > 1 || !edges.of_wording(*at).is_empty())
        .map(|(at, _)| at)
        .collect();
    order.sort_by_cached_key(|at| {
        (
            std::cmp::Reverse(board.size(*at)),
            std::cmp::Reverse(board.count(*at)),
            board.wordings.slots().get(*at as usize).map(|slot| slot.places.clone()),
        )
    });
    let mut told: HashSet<(u32, u32)> = HashSet::new();
    let mut before = std::mem::take(made);
    let mut found = Vec::new();
    for centre in order {
        let all = edges.of_wording(centre);
        let fresh = |edge: &&(u32, Comparison)| !told.contains(&(centre.min(edge.0), centre.max(edge.0)));
        let mut open: Vec<Edge<'_>> = all.iter().filter(fresh).map(|(to, found)| Edge { to: *to, found: Cow::Borrowed(found) }).collect();
        let smaller = open.iter().any(|edge| board.size(edge.to) <= board.size(centre));
        let shown = all.iter().any(|(to, _)| told.contains(&(centre.min(*to), centre.max(*to))));
        if (!smaller && !open.is_empty()) || (open.is_empty() && (shown || !board.repeats(centre))) {
            continue;
        }
        open.extend(board.further(centre, &open));
        let members: Vec<u32> = open.iter().map(|edge| edge.to).chain([centre]).collect();
        if members.len() <= MOST_PAIRED {
            told.extend(members.iter().flat_map(|a| members.iter().filter(move |b| a < b).map(move |b| (*a, *b))));
        } else {
            told.extend(members.iter().map(|a| ((*a).min(centre), (*a).max(centre))));
        }
        for star in board.stars(centre, open) {
            let parts = board.parts(centre, &star);
            let made_of = board.made_of(centre, &parts);
            let group = before.remove(&made_of).unwrap_or_else(|| board.group(centre, parts));
            found.extend(group.clone());
            made.insert(made_of, group);
        }
    }
    found
}

/// The order of the answer: class, then the biggest difference, then the place.
pub fn sort(groups: &mut [QuoteGroup]) {
    groups.sort_by_cached_key(|group| {
        let places: Vec<Place> = group.members.iter().map(|member| member.place).collect();
        (group.class, std::cmp::Reverse(group.changed_words), places)
    });
}

/// A unit in a group, with what comparing the centre with its wording gave.
type Part<'a> = (Told<'a>, Option<Comparison>);

/// The units of one statement that are one member of a group.
type Parts<'a> = BTreeMap<(ArticleNo, u32), Vec<Part<'a>>>;

struct Board<'a> {
    wordings: &'a Wordings,
    edges: &'a Edges,
    articles: &'a Articles,
    sources: &'a Sources,
    apart: &'a Apart,
}

impl<'a> Board<'a> {
    fn first(&self, at: u32) -> Option<Told<'a>> {
        self.wordings.first(at, self.articles)
    }

    fn size(&self, at: u32) -> (u32, u32) {
        self.first(at).map_or((0, 0), |told| (told.unit.meaning, told.unit.words))
    }

    fn count(&self, at: u32) -> usize {
        self.wordings.slots().get(at as usize).map_or(0, |slot| slot.places.len())
    }

    /// Whether the places of one wording alone are worth showing: it has some words, and more if all stand in one article.
    fn repeats(&self, at: u32) -> bool {
        let Some(slot) = self.wordings.slots().get(at as usize) else { return false };
        let Some(unit) = self.first(at).map(|told| told.unit) else { return false };
        let within = slot.places.first().map(|place| place.0) == slot.places.last().map(|place| place.0);
        slot.places.len() > 1 && !unit.scare && unit.meaning > 0 && unit.words >= if within { 4 } else { 3 }
    }

    fn compare(&self, one: &Told<'_>, other: &Told<'_>) -> Option<Comparison> {
        let (first, second) = (one.tokens(self.sources), other.tokens(self.sources));
        let (text, other_text) = (&self.sources.get(&one.article)?.text, &self.sources.get(&other.article)?.text);
        compare(Wording { text, tokens: &first }, Wording { text: other_text, tokens: &second })
    }

    /// Wordings that belong to one that belongs to the centre as a whole, and so to the centre, although they have too little in common with it to be found
    /// alone: “eleven winters” cut short, where the centre has “a dozen winters”.
    fn further(&self, centre: u32, open: &[Edge<'a>]) -> Vec<Edge<'a>> {
        const MOST: usize = 24;
        let mut known: HashSet<u32> = open.iter().map(|edge| edge.to).chain([centre]).collect();
        let mut found = Vec::new();
        let Some(full) = self.first(centre) else { return found };
        for edge in open.iter().take(MOST) {
            let whole = edge.found.b.len() * 10 >= self.size(edge.to).1 as usize * 9;
            for (to, next) in self.edges.of_wording(edge.to).iter().take(MOST).filter(|_| whole) {
                if next.changed > 0 || self.size(*to).0 > full.unit.meaning || !known.insert(*to) {
                    continue;
                }
                let comparison = self.first(*to).and_then(|told| self.compare(&full, &told)).filter(|found| found.likeness >= 0.5);
                found.extend(comparison.map(|comparison| Edge { to: *to, found: Cow::Owned(comparison) }));
            }
        }
        found
    }

    /// The rays of a star, taken apart where they share no sentence of the centre.
    fn stars(&self, centre: u32, mut open: Vec<Edge<'a>>) -> Vec<Vec<Edge<'a>>> {
        let Some(full) = self.first(centre).filter(|_| open.len() > 1) else { return vec![open] };
        let begins: Vec<usize> =
            full.tokens(self.sources).iter().enumerate().filter(|(at, token)| *at > 0 && token.begins).map(|(at, _)| at).collect();
        if begins.is_empty() {
            return vec![open];
        }
        let sentence = |at: usize| begins.partition_point(|begin| *begin <= at);
        open.sort_by_key(|edge| edge.found.a.start);
        let mut stars: Vec<Vec<Edge<'a>>> = Vec::new();
        let mut last = 0;
        for edge in open {
            let (start, end) = (sentence(edge.found.a.start), sentence(edge.found.a.end.saturating_sub(1)));
            match stars.last_mut() {
                Some(star) if start <= last => star.push(edge),
                _ => stars.push(vec![edge]),
            }
            last = last.max(end);
        }
        self.one_speech(stars)
    }

    /// Puts stars together again that have parts of one statement, as its reporter broke it up.
    fn one_speech(&self, stars: Vec<Vec<Edge<'a>>>) -> Vec<Vec<Edge<'a>>> {
        let mut owner: HashMap<(ArticleNo, u32), usize> = HashMap::new();
        let mut joined: Vec<Vec<Edge<'a>>> = Vec::new();
        for star in stars {
            let statements: Vec<(ArticleNo, u32)> = star
                .iter()
                .flat_map(|edge| self.wordings.places(edge.to, self.articles))
                .map(|told| (told.article, told.unit.statement))
                .collect();
            let known = statements.iter().find_map(|statement| owner.get(statement)).copied();
            let at = known.unwrap_or(joined.len());
            owner.extend(statements.into_iter().map(|statement| (statement, at)));
            match joined.get_mut(at) {
                Some(other) => other.extend(star),
                None => joined.push(star),
            }
        }
        joined
    }

    /// The units of a star by the statement they are of, without those that someone has said are not the same.
    fn parts(&self, centre: u32, star: &[Edge<'a>]) -> Parts<'a> {
        let mut parts: Parts<'a> = BTreeMap::new();
        let own = self.wordings.places(centre, self.articles).into_iter().map(|told| (told, None));
        let others = star.iter().flat_map(|edge| {
            let places = self.wordings.places(edge.to, self.articles);
            places.into_iter().map(|told| (told, Some(edge.found.clone().into_owned())))
        });
        let mut spoken: Vec<Place> = Vec::new();
        for (told, found) in own.chain(others) {
            let place = place_of(&told);
            if self.apart.speaks_of(told.article) {
                if spoken.iter().any(|other| self.apart.places(other, &place)) {
                    continue;
                }
                spoken.push(place);
            }
            parts.entry((told.article, told.unit.statement)).or_default().push((told, found));
        }
        for units in parts.values_mut() {
            one_member(units);
        }
        parts
    }

    /// What a group is made of, as a hash.
    fn made_of(&self, centre: u32, parts: &Parts<'a>) -> u64 {
        let part = |(told, found): &Part<'a>| {
            let range = found.as_ref().map(|found| (found.a.start, found.a.end, found.b.start, found.b.end));
            (told.article, told.unit.place(), told.unit.wording, told.unit.speaker.clone(), range)
        };
        let all: Vec<_> = parts.values().flatten().map(part).collect();
        hash_of((self.first(centre).map(|told| place_of(&told)), all))
    }

    fn group(&self, centre: u32, parts: Parts<'a>) -> Option<QuoteGroup> {
        let first = self.first(centre)?;
        let first_text = &self.sources.get(&first.article)?.text;
        let full = first.tokens(self.sources);
        let full_exact = exact(first_text, &first.unit.parts());
        if parts.len() < 2 {
            return None;
        }
        let mut members: Vec<Member> = parts.into_values().filter_map(|units| self.member(&units, first_text, &full, full_exact)).collect();
        members.sort_by_key(|member| member.quoted.place);
        let at = members.iter().position(|member| {
            member.quoted.place.article == first.article && member.found.is_none() && member.quoted.place.shared(&place_of(&first)) > 0
        })?;
        let differs = |member: &Member| member.found.as_ref().map_or((0, 0), |found| (found.changed, full.len().abs_diff(found.a.len())));
        let worst = |index: &usize| members.get(*index).map(|member| (member.quoted.class, std::cmp::Reverse(differs(member))));
        let worst = (0..members.len()).filter(|index| *index != at).min_by_key(worst)?;
        let other = members.get(worst)?;
        let class = other.quoted.class;
        let (diff, words) = self.compared(&first, &full, other);
        let changed_words = other.found.as_ref().map_or(0, |found| found.changed);
        let members: Vec<Quoted> = members.into_iter().map(|member| member.quoted).collect();
        Some(QuoteGroup { class, members, compared: (at, worst), diff, changed_words, words })
    }

    fn member(&self, units: &[Part<'a>], full_text: &str, full: &[Token], full_exact: u64) -> Option<Member> {
        let (first, found) = units.first()?;
        let (last, _) = units.last()?;
        let text = &self.sources.get(&first.article)?.text;
        let parts: Vec<Range<usize>> = units.iter().flat_map(|(told, _)| told.unit.parts()).collect();
        let found = if units.len() == 1 {
            found.clone()
        } else {
            let own = tokens(text, &parts, first.extract.language);
            compare(Wording { text: full_text, tokens: full }, Wording { text, tokens: &own })
        };
        let same = exact(text, &parts) == full_exact;
        let class = match &found {
            Some(found) if found.changed > 0 => QuoteClass::Reworded,
            Some(found) if found.cut => QuoteClass::Cut,
            _ if same => QuoteClass::Same,
            _ => QuoteClass::Punctuation,
        };
        let quoted = Quoted {
            place: Place { article: first.article, start: first.unit.place().start, end: last.unit.place().end },
            parts: parts.iter().map(|part| (part.start, part.end)).collect(),
            speaker: first.unit.speaker.as_deref().map(str::to_owned),
            class,
        };
        Some(Member { quoted, found })
    }

    /// The words of the centre and of another member side by side, and how many that carry meaning the longer has.
    fn compared(&self, centre: &Told<'a>, full: &[Token], other: &Member) -> (Vec<Change>, usize) {
        let text_of = |article: ArticleNo| self.sources.get(&article).map(|source| source.text.clone()).unwrap_or_default();
        let (text, other_text) = (text_of(centre.article), text_of(other.quoted.place.article));
        let other_parts: Vec<Range<usize>> = other.quoted.parts.iter().map(|(start, end)| *start..*end).collect();
        let language = self.articles.get(&other.quoted.place.article).map_or(centre.extract.language, |extract| extract.language);
        let new = tokens(&other_text, &other_parts, language);
        let (a, b) = match (&other.found, other.quoted.class) {
            (Some(found), QuoteClass::Reworded) => (found.a.clone(), found.b.clone()),
            _ => (0..full.len(), 0..new.len()),
        };
        let meaning = |tokens: &[Token], range: &Range<usize>| {
            tokens.get(range.clone()).unwrap_or_default().iter().filter(|token| token.has_meaning()).count()
        };
        let words = meaning(full, &a).max(meaning(&new, &b));
        let (old, new) = (stretch(&text, &centre.unit.parts(), full, &a), stretch(&other_text, &other_parts, &new, &b));
        let diff = if other.quoted.class == QuoteClass::Punctuation { word_diff(&old, &new) } else { changes(&old, &new, language) };
        (diff, words)
    }
}

/// A member of a group, and what comparing the centre with it gave; nothing for the centre's own wording.
struct Member {
    quoted: Quoted,
    found: Option<Comparison>,
}

fn place_of(told: &Told<'_>) -> Place {
    let range = told.unit.place();
    Place { article: told.article, start: range.start, end: range.end }
}

/// Leaves of a statement's units those that are one member: the centre's own wording, else all if they go on with each other as the centre does, else the one that
/// has most in common.
fn one_member(units: &mut Vec<Part<'_>>) {
    if units.len() < 2 {
        return;
    }
    units.sort_by_key(|(told, _)| told.unit.place().start);
    if let Some(own) = units.iter().position(|(_, found)| found.is_none()) {
        units.swap(0, own);
        units.truncate(1);
        return;
    }
    let rising = units.windows(2).all(|pair| match pair {
        [(_, Some(one)), (_, Some(next))] => one.a.end <= next.a.start,
        _ => true,
    });
    if !rising {
        let most = units.iter().enumerate().max_by_key(|(_, (_, found))| found.as_ref().map_or(0, |found| found.matched)).map(|(at, _)| at);
        units.swap(0, most.unwrap_or(0));
        units.truncate(1);
    }
}
