//! Offices that do not fit together: one person with two (“deputy mayor Ingrid Berg”, “mayor Ingrid Berg”), and one office with two people.
//!
//! How: a surname alone stands for the one full name in its article that ends with it. Two offices of a person are held against each other only
//! between articles that share rare names, and only where they exclude each other: another rank of the same office, another department, or two
//! trades of a list. An article that gives both says that the person holds both, or shortens one to the other. An office that one person holds in one place
//! (mayor, harbour master) has two people in two related articles that each know only one of them.
//!
//! Where it stops working: mayors of two towns in related articles that name neither town beside the office; “head of” this and “head of” that.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::{HashMap, HashSet};

use super::lexicon::{Class, class};
use super::store::Kind;
use super::view::{View, place};
use crate::crosscheck::finding::{NameDifference, NameGroup, NameKind, Place, Variant};
use crate::crosscheck::source::{Apart, ArticleNo};

/// Offices of which a person who has one does not have another.
const EXCLUSIVE: [&[&str]; 6] = [
    &["mayor", "governor", "sheriff"],
    &["general", "colonel", "major", "lieutenant", "sergeant", "admiral"],
    &["judge", "prosecutor"],
    &["captain", "mate", "pilot"],
    &["richter", "staatsanwalt"],
    &["juez", "fiscal"],
];

/// Departments and services; in one row those that are one.
const DEPARTMENTS: [&[&str]; 16] = [
    &["foreign", "exterior"],
    &["defence", "defense", "war"],
    &["interior", "home"],
    &["finance", "treasury"],
    &["justice"],
    &["health"],
    &["education", "schools"],
    &["transport", "transportation"],
    &["environment"],
    &["culture"],
    &["economy"],
    &["energy"],
    &["agriculture", "farm"],
    &["police"],
    &["fire"],
    &["prime"],
];

/// Offices that are held by one person only if it is said of what.
const SINGLE_OF: [&str; 8] = ["master", "chief", "minister", "keeper", "director", "secretary", "president", "commissioner"];

/// An office given to someone at one place.
#[derive(Clone, Copy)]
pub(super) struct Held<'a> {
    person: u32,
    no: ArticleNo,
    kind: &'a Kind,
    /// The words of the office.
    office: Place,
    /// The name.
    name: Place,
}

/// Every office that is given to someone with a full name.
pub(super) fn held<'a>(view: &View<'a>) -> Vec<Held<'a>> {
    let mut surnames: HashMap<u32, Vec<u32>> = HashMap::new();
    for form in (0..view.names.forms.len() as u32).filter(|form| view.count(*form) > 0) {
        if let [_, .., last] = view.words(form) {
            surnames.entry(*last).or_default().push(form);
        }
    }
    let mut found = Vec::new();
    for (no, named) in &view.names.articles {
        if named.offices.is_empty() {
            continue;
        }
        let here: HashSet<u32> = named.mentions.iter().map(|at| at.form).collect();
        for office in &named.offices {
            let Some(at) = named.mentions.get(office.mention as usize) else { continue };
            let Some(kind) = view.names.offices.kind(office.kind) else { continue };
            let person = match view.words(at.form) {
                [word] => {
                    let all = surnames.get(word);
                    let mut near = all.into_iter().flatten().filter(|form| here.contains(*form));
                    match (near.next(), near.next()) {
                        (Some(form), None) => Some(*form),
                        (None, _) if all.is_some_and(|all| all.len() == 1) => all.and_then(|all| all.first()).copied(),
                        _ => None,
                    }
                }
                _ => Some(at.form),
            };
            let Some(person) = person else { continue };
            found.push(Held { person, no: *no, kind, office: place(*no, office.range()), name: place(*no, at.range()) });
        }
    }
    found
}

/// Full names with one surname and one office and different first names, in related articles of which none has both: one of the first names is wrong, or
/// a pet name. Where several people can have the office, the first names must begin alike.
pub(super) fn one_office_one_surname(view: &View<'_>, held: &[Held<'_>]) -> Vec<(u32, u32)> {
    /// More people with one office and surname than this are no mistake.
    const MOST: usize = 8;
    let mut people: BTreeMap<(u32, &str), BTreeMap<u32, BTreeSet<ArticleNo>>> = BTreeMap::new();
    for one in held {
        let words = view.words(one.person);
        for surname in words.last().into_iter().flat_map(|last| view.spellings_of(*last)) {
            people.entry((surname, &one.kind.office)).or_default().entry(one.person).or_default().insert(one.no);
        }
    }
    let mut pairs = BTreeSet::new();
    for ((_, office), forms) in people.iter().filter(|(_, forms)| forms.len() <= MOST) {
        for (a, of_a) in forms {
            for (b, of_b) in forms.range(a..).skip(1) {
                let (surname, initial) = view.one_surname(*a, *b);
                let fits = surname && (initial || class(office).is(Class::SINGLE)) && of_a.is_disjoint(of_b);
                if fits && !view.alike(*a, *b) && !view.shares_an_article(*a, *b) && view.related(*a, *b) {
                    pairs.insert((*a, *b));
                }
            }
        }
    }
    pairs.into_iter().collect()
}

/// People to whom articles give offices that exclude each other.
pub(super) fn differing(view: &View<'_>, held: &[Held<'_>], apart: &Apart) -> Vec<NameGroup> {
    let mut people: BTreeMap<u32, Vec<Held<'_>>> = BTreeMap::new();
    for held in held {
        people.entry(held.person).or_default().push(*held);
    }
    let mut found: Vec<NameGroup> = people.values().filter_map(|held| person(view, apart, held)).collect();
    found.sort_by_key(|group| {
        (std::cmp::Reverse(group.variants.iter().map(|variant| variant.places.len()).sum::<usize>()), group.name.clone())
    });
    found
}

fn person(view: &View<'_>, apart: &Apart, held: &[Held<'_>]) -> Option<NameGroup> {
    let mut kinds: BTreeMap<(&str, &str, &str), BTreeSet<ArticleNo>> = BTreeMap::new();
    for one in held {
        kinds.entry(key(one.kind)).or_default().insert(one.no);
    }
    if kinds.len() < 2 || kinds.len() > 12 {
        return None;
    }
    let mut differing = BTreeSet::new();
    for (one, of_one) in &kinds {
        for (other, of_other) in kinds.range(one..).skip(1) {
            if !exclude(*one, *other) {
                continue;
            }
            // An article that gives both knows what it does; those that give one each are held against each other.
            let mut pairs = of_one.difference(of_other).flat_map(|a| of_other.difference(of_one).map(move |b| (*a, *b))).take(16);
            if of_one.is_disjoint(of_other) && pairs.any(|(a, b)| view.one_event(a, b, [u32::MAX; 2])) {
                differing.extend([*one, *other]);
            }
        }
    }
    if differing.is_empty() {
        return None;
    }
    // “Mayor” and “town mayor” are one variant: the rank and the office, and the department where that differs.
    let mut variants: BTreeMap<(&str, &str, usize), Vec<&Held<'_>>> = BTreeMap::new();
    for one in held.iter().filter(|one| differing.contains(&key(one.kind))) {
        let department = department(&one.kind.which).unwrap_or(usize::MAX);
        variants.entry((one.kind.rank.as_str(), one.kind.office.as_str(), department)).or_default().push(one);
    }
    let mut variants: Vec<Variant> =
        variants.into_values().map(|held| variant(view, held.iter().map(|one| one.office).collect(), false)).collect();
    finish(&mut variants, apart)?;
    let name = view.text_at(held.iter().map(|one| one.name).max_by_key(|place| place.end - place.start)?);
    Some(NameGroup { kind: NameKind::Person, difference: NameDifference::Role, name, variants })
}

fn key(kind: &Kind) -> (&str, &str, &str) {
    (&kind.rank, &kind.which, &kind.office)
}

fn department(which: &str) -> Option<usize> {
    DEPARTMENTS.iter().position(|names| names.contains(&which))
}

/// Whether two offices exclude each other: rank, which, office.
fn exclude(a: (&str, &str, &str), b: (&str, &str, &str)) -> bool {
    let known = |rank: &str| matches!(rank, "" | "former" | "acting" | "deputy");
    let (one, other) = (department(a.1), department(b.1));
    if a.2 == b.2 {
        let fits = a.1 == b.1 || a.1.is_empty() || b.1.is_empty() || (one.is_none() && other.is_none());
        let ranked = a.0 != b.0 && known(a.0) && known(b.0) && fits;
        return ranked || (a.0 == b.0 && one.is_some() && other.is_some() && one != other);
    }
    a.0 == b.0 && EXCLUSIVE.iter().any(|set| set.contains(&a.2) && set.contains(&b.2))
}

/// Offices that related articles give to different people.
pub(super) fn holders(view: &View<'_>, held: &[Held<'_>], apart: &Apart) -> Vec<NameGroup> {
    let mut offices: BTreeMap<(&str, &str, &str), Vec<Held<'_>>> = BTreeMap::new();
    for held in held {
        let kind = held.kind;
        let single = class(&kind.office).is(Class::SINGLE) || (SINGLE_OF.contains(&kind.office.as_str()) && !kind.which.is_empty());
        if single && matches!(kind.rank.as_str(), "" | "acting") {
            let which = if class(&kind.office).is(Class::SINGLE) { "" } else { &kind.which };
            offices.entry((&kind.rank, which, &kind.office)).or_default().push(*held);
        }
    }
    offices.values().filter_map(|held| office(view, apart, held)).collect()
}

fn office(view: &View<'_>, apart: &Apart, held: &[Held<'_>]) -> Option<NameGroup> {
    let mut articles: BTreeMap<ArticleNo, BTreeSet<u32>> = BTreeMap::new();
    for one in held {
        articles.entry(one.no).or_default().insert(one.person);
    }
    let people: BTreeSet<u32> = articles.values().flatten().copied().collect();
    if people.len() < 2 {
        return None;
    }
    // Articles that share rare names; each rare name stands in few, so this is no comparison of all with all.
    let mut by_name: BTreeMap<u32, Vec<ArticleNo>> = BTreeMap::new();
    for no in articles.iter().filter(|(_, people)| people.len() == 1).map(|(no, _)| no) {
        for form in view.rare(*no).iter().filter(|form| !people.contains(*form)) {
            by_name.entry(*form).or_default().push(*no);
        }
    }
    let mut shared: BTreeMap<(ArticleNo, ArticleNo), usize> = BTreeMap::new();
    for numbers in by_name.values() {
        for (at, a) in numbers.iter().enumerate() {
            for b in numbers.iter().skip(at + 1) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let holder = |no: &ArticleNo| articles.get(no).and_then(BTreeSet::first).copied();
    let mut differing = BTreeSet::new();
    for (a, b) in shared.iter().filter(|(_, count)| **count >= 2).map(|(pair, _)| pair) {
        let (Some(one), Some(other)) = (holder(a), holder(b)) else { continue };
        if one != other && !view.alike(one, other) && !view.knows(*a, other) && !view.knows(*b, one) {
            differing.extend([one, other]);
        }
    }
    if differing.is_empty() {
        return None;
    }
    let mut variants: Vec<Variant> = differing
        .iter()
        .map(|person| variant(view, held.iter().filter(|one| one.person == *person).map(|one| one.name).collect(), true))
        .collect();
    finish(&mut variants, apart)?;
    let name = variant(view, held.iter().map(|one| one.office).collect(), false).text;
    Some(NameGroup { kind: NameKind::Person, difference: NameDifference::Holder, name, variants })
}

/// The commonest text of some places, or the longest.
fn variant(view: &View<'_>, mut places: Vec<Place>, longest: bool) -> Variant {
    places.sort_unstable();
    places.dedup();
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    for place in &places {
        *texts.entry(view.text_at(*place)).or_default() += 1;
    }
    let best =
        texts.into_iter().max_by_key(|(text, count)| (if longest { text.len() } else { 0 }, *count, std::cmp::Reverse(text.clone())));
    Variant { text: best.map(|(text, _)| text).unwrap_or_default(), places }
}

/// Sorts the variants and takes out those that people keep apart from the first; `None` if fewer than two are left.
fn finish(variants: &mut Vec<Variant>, apart: &Apart) -> Option<()> {
    variants.sort_by(|a, b| b.places.len().cmp(&a.places.len()).then_with(|| a.text.cmp(&b.text)));
    let first = variants.first()?.text.clone();
    variants.retain(|variant| !apart.names(&first, &variant.text));
    (variants.len() > 1).then_some(())
}
