//! Whether two figures tell of the same thing, and whether they can both be right.
//!
//! What is counted must be the same; then every content word that both sentences have is evidence, weighed as in [`context`](super::context). Figures that agree need little of it, since
//! equal numbers are seldom chance; figures that differ need more, and articles that tell of one event, because two things with one name are common. A figure that looks like a slip for
//! the other needs a little less. This is record linkage with two thresholds (Fellegi and Sunter 1969); between them the method is silent.

use super::agree::{Amount, Slip, slip};
use super::calendar::When;
use super::clock::Hour;
use super::context::{Stem, Word};
use super::entry::Entry;
use super::mention::{LEANT, Worth};
use super::qualifier::Qualifier;
use super::unit::Dimension;

/// How two figures of one thing stand to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Relation {
    /// How much speaks for their being of one thing; above 1 it is enough.
    pub score: f32,
    pub verdict: Verdict,
}

/// Whether two figures can both be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Agree,
    /// They differ, and the later report has the higher number of what only grows.
    Grown,
    Conflict,
}

/// What is known of the articles of two figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Between {
    /// Whether it is one article.
    pub same: bool,
    /// How much the articles tell of one event, from 0 to 1.
    pub related: f32,
    /// By how many days the second article is later, if both days are known.
    pub days: Option<i32>,
}

/// Articles that share less of their commonest words tell of two events.
const RELATED: f32 = 0.12;

/// Articles that share so much of them are surely of one event.
const CLOSE: f32 = 0.2;

/// What it tells that both are so much a year, or a head.
const RATE: f32 = 0.4;

/// Sentences that share so much of what tells in them, and so much at all, are copies.
const COPIED: f32 = 0.55;
const COPIED_LEAST: f32 = 3.0;

/// Or so much of one of them: a copy may have lost a clause, or got one more.
const IN_ONE: f32 = 0.7;

/// The last sentence of a report's opening: a headline and two sentences.
const LEAD: u32 = 2;

/// How two figures stand to each other, if they tell of one thing.
pub(super) fn relation(a: &Entry, b: &Entry, between: Between) -> Option<Relation> {
    let verdict = verdict(a, b, between)?;
    if !between.same && between.related < RELATED {
        return None;
    }
    let evidence = shared(&a.context, &b.context, 0);
    let evidence = evidence + if between.same || between.related < CLOSE { 0.0 } else { changed_over(a, b) };
    let rate = same_rate(a, b);
    let evidence = if rate { evidence + RATE } else { evidence };
    let counted = shared_heads(a, b).max(u8::from(rate));
    let needed = match verdict {
        Verdict::Agree => agreement_needs(a, counted)?,
        Verdict::Grown | Verdict::Conflict => {
            // Where a sentence was copied, what stands beside the figure may be what was changed.
            // What was taken from the sentence before says nothing of copying.
            let (told_a, told_b) = (told(&a.context, LEANT), told(&b.context, LEANT));
            let own = shared(&a.context, &b.context, LEANT);
            let copied = own > COPIED_LEAST && (own > COPIED * told_a.max(told_b) || own > IN_ONE * told_a.min(told_b));
            let apart = !copied && (a.apart || b.apart || !anchors_agree(a, b));
            let apart = apart || (!copied && a.side * b.side < 0 && !is_slip(a, b));
            let needed = conflict_needs(a, b, counted)?;
            let needed = if between.same { needed + 0.9 } else { needed };
            let one_sentence = between.same && a.sentence == b.sentence;
            (!apart && !one_sentence).then_some(needed)?
        }
    };
    let score = evidence / needed;
    (score >= 1.0).then_some(Relation { score, verdict })
}

/// How much figures that agree must have in common.
fn agreement_needs(a: &Entry, counted: u8) -> Option<f32> {
    match a.dimension() {
        Dimension::Count => (counted > 0).then_some(0.9),
        Dimension::Date | Dimension::Clock => Some(1.0),
        _ => Some(if counted > 0 { 0.6 } else { 0.9 }),
    }
}

/// How much figures that differ must have in common; `None` where nothing is enough.
fn conflict_needs(a: &Entry, b: &Entry, counted: u8) -> Option<f32> {
    let slip = match (a.worth, b.worth) {
        (Worth::Amount(a), Worth::Amount(b)) => a.slip_of(&b),
        (Worth::Day { when: a, .. }, Worth::Day { when: b, .. }) => date_slip(a, b),
        (Worth::Time(a), Worth::Time(b)) => {
            let written = |hour: Hour| format!("{}{:02}", hour.minutes / 60, hour.minutes % 60);
            slip(&written(a), &written(b))
        }
        _ => Slip::None,
    };
    let needed = match a.dimension() {
        Dimension::Count if counted == 0 => return None,
        Dimension::Count if a.describes || b.describes => 3.5,
        Dimension::Count if a.heads == b.heads && a.is_fate() => 0.6,
        Dimension::Count => {
            if counted == 2 {
                1.1
            } else {
                1.45
            }
        }
        Dimension::Age if counted == 0 => return None,
        Dimension::Age => 1.0,
        // “In 2019 it had 340 workers”: the year belongs to the number.
        Dimension::Date if (a.beside_amount || b.beside_amount) && is_year(a) => 2.4,
        // The first sentences of a report tell of its event.
        Dimension::Date if a.sentence.max(b.sentence) <= LEAD => 1.2,
        Dimension::Date => 1.7,
        Dimension::Clock => 1.95,
        Dimension::Duration => 1.6,
        _ if counted > 0 => 0.95,
        _ => 1.3,
    };
    Some(match slip {
        Slip::None => needed,
        Slip::Likely => needed - 0.3,
        Slip::Sure => needed - 0.5,
    })
}

/// What it tells that two measures are the same digits with two neighbours changed over (412 kg, 421 kg): that is hardly chance, the less where few figures are of that kind.
fn changed_over(a: &Entry, b: &Entry) -> f32 {
    let (Worth::Amount(x), Worth::Amount(y)) = (a.worth, b.worth) else { return 0.0 };
    let same = x.factor == y.factor && x.sign == y.sign && x.value != y.value && x.rate == y.rate;
    let digits = x.digits().filter(|digits| digits.len() > 2);
    match a.dimension() {
        _ if !same || digits.is_none() || digits != y.digits() => 0.0,
        Dimension::Money | Dimension::Percent | Dimension::Points | Dimension::Duration | Dimension::Age => 0.4,
        _ => 1.0,
    }
}

/// Whether both are so much a year, or a head, of one measure.
fn same_rate(a: &Entry, b: &Entry) -> bool {
    match (a.worth, b.worth) {
        (Worth::Amount(a), Worth::Amount(b)) => a.dimension != Dimension::Count && a.rate != 0 && a.rate == b.rate,
        _ => false,
    }
}

/// Whether one date is surely a slip for the other.
fn is_slip(a: &Entry, b: &Entry) -> bool {
    matches!((a.worth, b.worth), (Worth::Day { when, .. }, Worth::Day { when: other, .. }) if date_slip(when, other) == Slip::Sure)
}

fn is_year(entry: &Entry) -> bool {
    matches!(entry.worth, Worth::Day { when, .. } if when.fineness() == 1)
}

/// Two dates that differ in one of day, month and year only are likely a slip, the more so if it is the year.
fn date_slip(a: When, b: When) -> Slip {
    let differ = [a.year != b.year, a.month != b.month, a.days != b.days];
    match differ {
        _ if a.fineness() != b.fineness() => Slip::None,
        [true, false, false] if a.month.is_some() => Slip::Sure,
        [true, false, false] | [false, true, false] | [false, false, true] => Slip::Likely,
        _ => Slip::None,
    }
}

/// How many of the words of what is counted are the same, the last ones first: 0 to 2.
fn shared_heads(a: &Entry, b: &Entry) -> u8 {
    let [first, last] = a.heads;
    let has = |stem: Stem| stem != 0 && b.heads.contains(&stem);
    match (has(first), has(last)) {
        (true, true) => 2,
        (false, false) => 0,
        _ => 1,
    }
}

/// Whether the dates beside two figures may be one: “in 2019” and “in 2020” tell two things apart.
fn anchors_agree(a: &Entry, b: &Entry) -> bool {
    a.anchor.zip(b.anchor).is_none_or(|(a, b)| a.agrees(&b))
}

/// The weight of what tells more than `least` in a context.
fn told(context: &[Word], least: u8) -> f32 {
    context.iter().filter(|word| word.tells() > least).map(|word| f32::from(word.tells())).sum::<f32>() / 255.0
}

/// The weight of what two contexts share and that tells more than `least` in both.
fn shared(a: &[Word], b: &[Word], least: u8) -> f32 {
    let mut b = b.iter().peekable();
    let mut sum = 0.0;
    for word in a {
        while b.next_if(|other| other.stem() < word.stem()).is_some() {}
        if let Some(other) = b.next_if(|other| other.stem() == word.stem()).filter(|other| word.tells().min(other.tells()) > least) {
            sum += (f32::from(word.tells()) * f32::from(other.tells())).sqrt() / 255.0;
        }
    }
    sum
}

/// Whether both figures can be right; `None` where they cannot be compared.
fn verdict(a: &Entry, b: &Entry, between: Between) -> Option<Verdict> {
    let of = |agrees: bool| if agrees { Verdict::Agree } else { Verdict::Conflict };
    match (a.worth, b.worth) {
        (Worth::Amount(x), Worth::Amount(y)) => amounts(a, &x, &y, between),
        (Worth::Day { when, loose, .. }, Worth::Day { when: other, loose: also_loose, .. }) => {
            if when.agrees(&other) {
                // A year agrees with every day in it, which says nothing.
                return (when.fineness().min(other.fineness()) > 1 || when == other).then_some(Verdict::Agree);
            }
            // “In March” and “on 2 April” are hardly told of one thing.
            (!loose && !also_loose && when.fineness() == other.fineness()).then_some(Verdict::Conflict)
        }
        (Worth::Time(hour), Worth::Time(other)) => hour.agrees(&other).map(of),
        _ => None,
    }
}

fn amounts(entry: &Entry, a: &Amount, b: &Amount, between: Between) -> Option<Verdict> {
    if a.dimension != b.dimension || a.rate != b.rate {
        return None;
    }
    if a.dimension == Dimension::Money && a.sign != b.sign {
        // The same number in another currency is a slip; another number may be a conversion.
        return a.equals(b).then_some(Verdict::Conflict);
    }
    if a.agrees(b) {
        return Some(Verdict::Agree);
    }
    let grows = entry.grows || matches!(a.qualifier, Qualifier::AtLeast) && matches!(b.qualifier, Qualifier::AtLeast);
    let grown = match between.days {
        Some(days) if days > 0 => b.value > a.value,
        Some(days) if days < 0 => a.value > b.value,
        _ => false,
    };
    Some(if grows && grown { Verdict::Grown } else { Verdict::Conflict })
}
