//! Krippendorff's α of unitizing: agreement on where units lie in a continuum, without matching them first.
//!
//! Source: Krippendorff, “On the reliability of unitizing continuous data”, Sociological Methodology 25 (1995), in the form of his “Content Analysis”,
//! 2nd edition (2004), section 11.6: two units that overlap differ by the squares of the distances of their ends; a unit that lies wholly in the
//! other's gap differs by the square of its length. Chance is that all units, whoever made them, are strewn over the continuum.
//!
//! Several articles are one continuum each, added up: no unit and no gap goes on from one into the next. Units of one verdict that overlap are one
//! unit, as the method needs it. Cost: near-linear in the units.

use std::ops::Range;

use super::Undefined;

/// One article, with the units of each reviewer: in characters, in order, not overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Continuum {
    /// How long it is.
    pub length: usize,
    /// The units of each reviewer; the same reviewers in each continuum.
    pub units: Vec<Vec<Range<usize>>>,
}

/// α of unitizing for one verdict.
///
/// # Errors
/// Where fewer than two reviewers are compared, or nobody has a unit, or units fill the continuum whole.
pub fn alpha_u(continua: &[Continuum]) -> Result<f64, Undefined> {
    let observers = continua.first().map_or(0, |continuum| continuum.units.len());
    if observers < 2 {
        return Err(Undefined::OneReviewer);
    }
    if continua.iter().all(|continuum| continuum.units.iter().all(Vec::is_empty)) {
        return Err(Undefined::Unused);
    }
    let (observed, expected) = disagreement(continua, observers);
    if expected <= 0.0 { Err(Undefined::OneVerdict) } else { Ok(1.0 - observed / expected) }
}

/// The observed and the expected disagreement: D_o and D_e of the source.
pub(super) fn disagreement(continua: &[Continuum], observers: usize) -> (f64, f64) {
    let length: f64 = continua.iter().map(|continuum| continuum.length as f64).sum();
    let m = observers as f64;
    let mut differences = 0.0;
    let mut gaps: Vec<f64> = Vec::new();
    let mut units: Vec<f64> = Vec::new();
    for continuum in continua {
        let own_gaps: Vec<Vec<Range<usize>>> = continuum.units.iter().map(|units| gaps_between(units, continuum.length)).collect();
        for (i, ours) in continuum.units.iter().enumerate() {
            for (j, theirs) in continuum.units.iter().enumerate().filter(|(j, _)| *j != i) {
                differences += overlapping(ours, theirs);
                // Each pair is met from either side, and so is a unit in a gap.
                differences += 2.0 * own_gaps.get(j).map_or(0.0, |gaps| within(ours, gaps));
            }
        }
        gaps.extend(own_gaps.iter().flatten().map(|gap| gap.len() as f64));
        units.extend(continuum.units.iter().flatten().map(|unit| unit.len() as f64));
    }
    let observed = differences / (m * (m - 1.0) * length * length);
    (observed, expected(&units, gaps, length, m))
}

fn expected(units: &[f64], mut gaps: Vec<f64>, length: f64, m: f64) -> f64 {
    gaps.sort_by(f64::total_cmp);
    // Of the gaps from each on: how many, and how long together.
    let mut behind: Vec<(f64, f64)> = vec![(0.0, 0.0); gaps.len() + 1];
    let mut sum = (0.0, 0.0);
    for (slot, gap) in behind.iter_mut().rev().skip(1).zip(gaps.iter().rev()) {
        sum = (sum.0 + 1.0, sum.1 + gap);
        *slot = sum;
    }
    let count = units.len() as f64;
    let numerator: f64 = units
        .iter()
        .map(|l| {
            let (number, together) = behind.get(gaps.partition_point(|gap| gap < l)).copied().unwrap_or_default();
            (count - 1.0) / 3.0 * (2.0 * l.powi(3) - 3.0 * l * l + l) + l * l * (together - number * (l - 1.0))
        })
        .sum();
    let denominator = m * length * (m * length - 1.0) - units.iter().map(|l| l * (l - 1.0)).sum::<f64>();
    if denominator > 0.0 { 2.0 / length * numerator / denominator } else { 0.0 }
}

fn gaps_between(units: &[Range<usize>], length: usize) -> Vec<Range<usize>> {
    let starts = units.iter().map(|unit| unit.start).chain([length]);
    let ends = [0].into_iter().chain(units.iter().map(|unit| unit.end));
    ends.zip(starts).map(|(from, to)| from..to).filter(|gap| !gap.is_empty()).collect()
}

/// The differences of all units that share a place.
fn overlapping(ours: &[Range<usize>], theirs: &[Range<usize>]) -> f64 {
    let mut from = 0;
    let mut sum = 0.0;
    for unit in ours {
        while theirs.get(from).is_some_and(|other| other.end <= unit.start) {
            from += 1;
        }
        for other in theirs.iter().skip(from).take_while(|other| other.start < unit.end) {
            let apart = |a: usize, b: usize| (a as f64 - b as f64).powi(2);
            sum += apart(unit.start, other.start) + apart(unit.end, other.end);
        }
    }
    sum
}

/// The squared lengths of the units that lie in a gap. Counted once for each side by the caller.
fn within(ours: &[Range<usize>], gaps: &[Range<usize>]) -> f64 {
    let inside = |unit: &&Range<usize>| {
        let at = gaps.partition_point(|gap| gap.end < unit.end);
        gaps.get(at).is_some_and(|gap| gap.start <= unit.start && unit.end <= gap.end)
    };
    ours.iter().filter(inside).map(|unit| (unit.len() as f64).powi(2)).sum()
}
