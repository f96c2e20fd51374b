//! Which wordings are one statement, and the groups that are shown.
//!
//! How: two wordings that [`accepts`] takes for one statement are joined. A group is a star: the fullest wording, and those that belong to it directly
//! (star clustering, Aslam, Pelekhov and Rus 2004), so that a phrase that two speeches have in common does not chain them.
//! A wording that has said no more than the fullest one belongs to that group alone.
//!
//! Where it stops working: a statement whose fullest wording was itself split by its reporter is shown as two groups.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::crosscheck::finding::{Place, QuoteClass, QuoteGroup, Quoted};
use crate::crosscheck::source::{Apart, ArticleNo, Sources};
use crate::text::diff::word_diff;
use crate::text::position::slice;
use crate::text::quotation::fold;

use super::Extract;
use super::alignment::{Comparison, Wording, compare};
use super::extraction::same_name;
use super::tokens::{Token, tokens};
use super::unit::{Unit, exact};

/// What is known of the speakers of two wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speakers {
    /// Both have the same.
    Same,
    /// One of them has none.
    Unknown,
    /// They differ.
    Differ,
}

/// A unit with the article it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The article.
    pub article: ArticleNo,
    /// What was kept of the article.
    pub extract: &'a Extract,
    /// The unit.
    pub unit: &'a Unit,
}

impl Told<'_> {
    fn place(&self) -> Place {
        Place { article: self.article, start: self.unit.place.start, end: self.unit.place.end }
    }

    /// Its words.
    pub fn tokens(&self, sources: &Sources) -> Vec<Token> {
        sources.get(&self.article).map(|source| tokens(&source.text, &self.unit.parts, self.extract.language)).unwrap_or_default()
    }
}

/// All places with one wording.
pub type Places<'a> = Vec<Told<'a>>;

/// What the names of two lists of places say.
pub fn speakers(a: &Places<'_>, b: &Places<'_>) -> Speakers {
    let names = |places: &Places<'_>| -> Vec<String> {
        let all: HashSet<&str> = places.iter().take(20).filter_map(|told| told.unit.speaker.as_deref()).collect();
        all.into_iter().map(str::to_owned).collect()
    };
    let (a, b) = (names(a), names(b));
    if a.is_empty() || b.is_empty() {
        Speakers::Unknown
    } else if a.iter().any(|one| b.iter().any(|other| same_name(one, other))) {
        Speakers::Same
    } else {
        Speakers::Differ
    }
}

/// Whether a comparison shows two wordings of one statement. `words` are those of the two wordings; `within` says that both stand in one article.
pub fn accepts(found: &Comparison, words: (usize, usize), speakers: Speakers, within: bool) -> bool {
    let (matched, meaning) = (found.matched, found.meaning);
    let whole = found.a.len() >= words.0 || found.b.len() >= words.1;
    let shorter = words.0.min(words.1);
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
        let long = !within || matched >= 4;
        let straight = whole && found.likeness > 0.6;
        return long && shorter > 0 && ((straight && enough) || (found.likeness > 0.75 && telling));
    }
    let like = found.likeness;
    match (speakers, within) {
        (Speakers::Same, false) => meaning >= 3 && like >= 0.5,
        (Speakers::Unknown, false) => meaning >= 3 && like >= 0.58,
        (Speakers::Differ, false) => meaning >= 6 && like >= 0.75,
        (Speakers::Same | Speakers::Unknown, true) => meaning >= 5 && like >= 0.75,
        (Speakers::Differ, true) => false,
    }
}

/// A wording that belongs to another, and how they compare.
#[derive(Clone, Debug)]
pub struct Edge {
    /// The other wording.
    pub to: usize,
    /// The comparison; `a` is this wording.
    pub found: Comparison,
}

/// How one place differs from another, from their words' comparison and their characters.
fn class_of(found: &Comparison, same_exactly: bool) -> QuoteClass {
    if found.changed > 0 {
        QuoteClass::Reworded
    } else if found.cut {
        QuoteClass::Cut
    } else if same_exactly {
        QuoteClass::Same
    } else {
        QuoteClass::Punctuation
    }
}

/// The groups of all wordings. `edges` has for each wording those that belong to it.
pub fn groups(wordings: &[Places<'_>], edges: &[Vec<Edge>], sources: &Sources, apart: &Apart) -> Vec<QuoteGroup> {
    let size = |at: usize| wordings.get(at).and_then(|places| places.first()).map_or((0, 0), |told| (told.unit.meaning, told.unit.words));
    let count = |at: usize| wordings.get(at).map_or(0, Vec::len);
    let mut order: Vec<usize> = (0..wordings.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(size(*at)), std::cmp::Reverse(count(*at)), *at));
    let mut covered: HashSet<(usize, usize)> = HashSet::new();
    let mut found = Vec::new();
    for centre in order {
        let Some(edges) = edges.get(centre) else { continue };
        let open: Vec<&Edge> = edges.iter().filter(|edge| !covered.contains(&(centre.min(edge.to), centre.max(edge.to)))).collect();
        let new = open.iter().any(|edge| size(edge.to) <= size(centre));
        if open.is_empty() && (count(centre) < 2 || edges.iter().any(|edge| size(edge.to) >= size(centre))) {
            continue;
        }
        if !new && count(centre) < 2 {
            continue;
        }
        let mut members: Vec<usize> = open.iter().map(|edge| edge.to).collect();
        members.push(centre);
        if members.len() <= 64 {
            for a in &members {
                covered.extend(members.iter().filter(|b| a < b).map(|b| (*a, *b)));
            }
        } else {
            covered.extend(members.iter().map(|a| ((*a).min(centre), (*a).max(centre))));
        }
        found.extend(group(centre, &open, wordings, sources, apart));
    }
    found
}

/// A member of a group that is being made.
struct Member {
    quoted: Quoted,
    found: Option<Comparison>,
    tokens: Vec<Token>,
}

fn group(centre: usize, edges: &[&Edge], wordings: &[Places<'_>], sources: &Sources, apart: &Apart) -> Option<QuoteGroup> {
    let places = wordings.get(centre)?;
    let first = places.first()?;
    let first_text = &sources.get(&first.article)?.text;
    let full = first.tokens(sources);
    // The units of one statement that belong to one wording are one member.
    #[expect(clippy::type_complexity, reason = "a name would not say more")]
    let mut by_statement: BTreeMap<(ArticleNo, u32), Vec<(Told<'_>, Option<&Comparison>)>> = BTreeMap::new();
    for told in places {
        by_statement.entry((told.article, told.unit.statement)).or_default().push((*told, None));
    }
    for edge in edges {
        for told in wordings.get(edge.to).into_iter().flatten() {
            by_statement.entry((told.article, told.unit.statement)).or_default().push((*told, Some(&edge.found)));
        }
    }
    let mut members: Vec<Member> = Vec::new();
    let centre_place = first.place();
    for units in by_statement.into_values() {
        let units = if units.iter().any(|(_, found)| found.is_none()) {
            units.into_iter().filter(|(_, found)| found.is_none()).take(1).collect()
        } else {
            in_order(units)
        };
        let Some(member) = member(&units, first_text, &full, sources) else { continue };
        let place = member.quoted.place;
        let kept_apart = apart.places(&place, &centre_place) || members.iter().any(|other| apart.places(&other.quoted.place, &place));
        if place == centre_place || !kept_apart {
            members.push(member);
        }
    }
    if members.len() < 2 {
        return None;
    }
    let full_exact = exact(first_text, &first.unit.parts);
    for member in &mut members {
        let text = sources.get(&member.quoted.place.article).map(|source| &source.text)?;
        let parts: Vec<Range<usize>> = member.quoted.parts.iter().map(|(start, end)| *start..*end).collect();
        let same = exact(text, &parts) == full_exact;
        member.quoted.class =
            member.found.as_ref().map_or(if same { QuoteClass::Same } else { QuoteClass::Punctuation }, |found| class_of(found, same));
    }
    members.sort_by_key(|member| member.quoted.place);
    let at = members.iter().position(|member| member.quoted.place == centre_place)?;
    let differs = |member: &Member| member.found.as_ref().map_or((0, 0), |found| (found.changed, full.len().abs_diff(found.a.len())));
    let worst = (0..members.len())
        .filter(|index| *index != at)
        .min_by_key(|index| members.get(*index).map(|member| (member.quoted.class, std::cmp::Reverse(differs(member)))))?;
    let other = members.get(worst)?;
    let class = other.quoted.class;
    let (diff, changed_words, words) = compared(first, &full, other, class, sources);
    let members: Vec<Quoted> = members.iter().map(|member| member.quoted.clone()).collect();
    Some(QuoteGroup { class, members, compared: (at, worst), diff, changed_words, words })
}

/// The units that go on with each other in the text; of others only the one that has most in common.
fn in_order<'a, 'b>(mut units: Vec<(Told<'a>, Option<&'b Comparison>)>) -> Vec<(Told<'a>, Option<&'b Comparison>)> {
    units.sort_by_key(|(told, _)| told.unit.place.start);
    let rising = units.windows(2).all(|pair| match pair {
        [(_, Some(one)), (_, Some(next))] => one.a.end <= next.a.start,
        _ => true,
    });
    if rising {
        return units;
    }
    units.into_iter().max_by_key(|(_, found)| found.map_or(0, |found| found.matched)).into_iter().collect()
}

fn member(units: &[(Told<'_>, Option<&Comparison>)], full_text: &str, full: &[Token], sources: &Sources) -> Option<Member> {
    let (first, found) = units.first()?;
    let (last, _) = units.last()?;
    let text = &sources.get(&first.article)?.text;
    let parts: Vec<Range<usize>> = units.iter().flat_map(|(told, _)| told.unit.parts.iter().cloned()).collect();
    let own = tokens(text, &parts, first.extract.language);
    let found = match (units.len(), found) {
        (1, found) => found.cloned(),
        _ => compare(Wording { text: full_text, tokens: full }, Wording { text, tokens: &own }),
    };
    let quoted = Quoted {
        place: Place { article: first.article, start: first.unit.place.start, end: last.unit.place.end },
        parts: parts.iter().map(|part| (part.start, part.end)).collect(),
        speaker: first.unit.speaker.as_deref().map(str::to_owned),
        class: QuoteClass::Same,
    };
    Some(Member { quoted, found, tokens: own })
}

/// The words of the two compared places, how many that carry meaning differ, and how many there are.
fn compared(
    centre: &Told<'_>,
    full: &[Token],
    other: &Member,
    class: QuoteClass,
    sources: &Sources,
) -> (Vec<crate::text::diff::Change>, usize, usize) {
    let text_of = |article: ArticleNo| sources.get(&article).map(|source| source.text.clone()).unwrap_or_default();
    let parts: Vec<(usize, usize)> = centre.unit.parts.iter().map(|part| (part.start, part.end)).collect();
    let whole = 0..usize::MAX;
    let (a, b) = match (&other.found, class) {
        (Some(found), QuoteClass::Reworded) => (found.a.clone(), found.b.clone()),
        _ => (whole.clone(), whole),
    };
    let old = stretch(&text_of(centre.article), &parts, full, &a);
    let new = stretch(&text_of(other.quoted.place.article), &other.quoted.parts, &other.tokens, &b);
    let meaning = |tokens: &[Token], range: &Range<usize>| {
        tokens.get(range.start..range.end.min(tokens.len())).unwrap_or_default().iter().filter(|token| token.has_meaning()).count()
    };
    let words = meaning(full, &a).max(meaning(&other.tokens, &b));
    (word_diff(&old, &new), other.found.as_ref().map_or(0, |found| found.changed), words)
}

/// The words of a quotation from one token to another, with marks in their plain forms; its parts are joined by a space.
fn stretch(text: &str, parts: &[(usize, usize)], tokens: &[Token], range: &Range<usize>) -> String {
    let start = if range.start == 0 { 0 } else { tokens.get(range.start).map_or(0, |token| token.start) };
    let end = if range.end >= tokens.len() { usize::MAX } else { tokens.get(range.end).map_or(usize::MAX, |token| token.start) };
    let pieces: Vec<String> = parts
        .iter()
        .map(|(from, to)| (*from).max(start)..(*to).min(end))
        .filter(|piece| piece.start < piece.end)
        .map(|piece| fold(slice(text, piece).trim()))
        .collect();
    pieces.join(" ").trim_end_matches([',', ' ']).to_owned()
}

/// The order of the answer: class, then the biggest difference, then the place.
pub fn sort(groups: &mut [QuoteGroup]) {
    groups.sort_by_cached_key(|group| {
        let first = group.members.first().map(|member| member.place);
        (group.class, std::cmp::Reverse(group.changed_words), first)
    });
}

/// The wordings, in the order of their first places.
pub fn wordings<'a>(articles: &'a BTreeMap<ArticleNo, Extract>) -> Vec<Places<'a>> {
    let mut known: HashMap<u64, usize> = HashMap::new();
    let mut found: Vec<Places<'a>> = Vec::new();
    for (article, extract) in articles {
        for unit in &extract.units {
            let told = Told { article: *article, extract, unit };
            let at = *known.entry(unit.wording).or_insert_with(|| {
                found.push(Vec::new());
                found.len() - 1
            });
            if let Some(places) = found.get_mut(at) {
                places.push(told);
            }
        }
    }
    found
}
