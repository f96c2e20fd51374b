//! Agreement on verdicts: figures for categories without an order.
//!
//! Each is a pure function of counts, with its primary source; all of them are undefined where chance alone would agree completely.

use super::Undefined;
use crate::model::Verdict;

/// How many verdicts there are.
const VERDICTS: usize = Verdict::ALL.len();

/// How often one reviewer's verdict met the other's: rows are those of the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confusion(pub [[usize; VERDICTS]; VERDICTS]);

impl Confusion {
    /// Counts pairs of verdicts.
    pub fn of(pairs: &[(Verdict, Verdict)]) -> Self {
        let mut counts = Self::default();
        for (a, b) in pairs {
            if let Some(cell) = counts.0.get_mut(*a as usize).and_then(|row| row.get_mut(*b as usize)) {
                *cell += 1;
            }
        }
        counts
    }

    /// How many pairs.
    pub fn total(&self) -> usize {
        self.0.iter().flatten().sum()
    }

    fn agreed(&self) -> usize {
        self.0.iter().enumerate().filter_map(|(n, row)| row.get(n)).sum()
    }

    /// For each verdict: how often the first gave it, and how often the second.
    fn margins(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        (0..VERDICTS).map(|n| {
            let row: usize = self.0.get(n).into_iter().flatten().sum();
            let column: usize = self.0.iter().filter_map(|row| row.get(n)).sum();
            (row as f64, column as f64)
        })
    }
}

/// The share of pairs that agree, from 0 to 1.
///
/// # Errors
/// Without a pair.
pub fn percent(counts: &Confusion) -> Result<f64, Undefined> {
    if counts.total() == 0 { Err(Undefined::NothingShared) } else { Ok(counts.agreed() as f64 / counts.total() as f64) }
}

/// Cohen's κ. Source: Cohen, “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20 (1960): chance is that
/// each reviewer draws from their own verdicts. Paradoxical where one verdict prevails (Feinstein and Cicchetti 1990): see [`gwet_ac1`].
///
/// # Errors
/// Without a pair, or where both gave one and the same verdict only.
pub fn cohen_kappa(counts: &Confusion) -> Result<f64, Undefined> {
    let observed = percent(counts)?;
    let total = counts.total() as f64;
    let expected: f64 = counts.margins().map(|(row, column)| row * column / (total * total)).sum();
    beyond_chance(observed, expected)
}

/// Gwet's AC1. Source: Gwet, “Computing inter-rater reliability and its variance in the presence of high agreement”, British Journal of Mathematical
/// and Statistical Psychology 61 (2008): chance is that a reviewer guesses, which hard passages alone make likely. The scale has three verdicts.
///
/// # Errors
/// Without a pair.
pub fn gwet_ac1(counts: &Confusion) -> Result<f64, Undefined> {
    ac1(percent(counts)?, counts.total() as f64, counts.margins(), VERDICTS)
}

/// The same for any number of categories, from the observed agreement and the margins.
pub(super) fn ac1(observed: f64, total: f64, margins: impl Iterator<Item = (f64, f64)>, categories: usize) -> Result<f64, Undefined> {
    let shares = margins.map(|(row, column)| (row + column) / (2.0 * total));
    let spread: f64 = shares.map(|share| share * (1.0 - share)).sum();
    beyond_chance(observed, spread / (categories as f64 - 1.0))
}

/// The verdicts on each passage, of whoever judged it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// A row for each passage.
    pub rows: Vec<Vec<Verdict>>,
}

/// Fleiss' κ of rows that all have the same number of verdicts, at least two. Source: Fleiss, “Measuring nominal scale agreement among many raters”,
/// Psychological Bulletin 76 (1971).
///
/// # Errors
/// Without a row, or where only one verdict was given.
pub fn fleiss_kappa<C: Copy + Ord>(rows: &[Vec<C>]) -> Result<f64, Undefined> {
    let raters = rows.first().map_or(0, Vec::len) as f64;
    if raters < 2.0 {
        return Err(Undefined::NothingShared);
    }
    let mut all: Vec<f64> = Vec::new();
    let mut observed = 0.0;
    for row in rows {
        let squares: f64 = counts(row).map(|count| count * count).sum();
        observed += (squares - raters) / (raters * (raters - 1.0));
    }
    let every: Vec<C> = rows.iter().flatten().copied().collect();
    all.extend(counts(&every));
    let total = raters * rows.len() as f64;
    let expected: f64 = all.iter().map(|count| (count / total).powi(2)).sum();
    beyond_chance(observed / rows.len() as f64, expected)
}

/// Krippendorff's α for nominal data with missing verdicts: rows with fewer than two say nothing. Source: Krippendorff, “Computing Krippendorff’s
/// alpha-reliability” (2011), by coincidences.
///
/// # Errors
/// Where no row has two verdicts, or only one verdict was given.
pub fn alpha<C: Copy + Ord>(rows: &[Vec<C>]) -> Result<f64, Undefined> {
    let pairable: Vec<&Vec<C>> = rows.iter().filter(|row| row.len() > 1).collect();
    let every: Vec<C> = pairable.iter().flat_map(|row| row.iter().copied()).collect();
    let total = every.len() as f64;
    if pairable.is_empty() {
        return Err(Undefined::NothingShared);
    }
    let differing = |row: &&Vec<C>| {
        let verdicts = row.len() as f64;
        let alike: f64 = counts(row).map(|count| count * (count - 1.0)).sum();
        (verdicts * (verdicts - 1.0) - alike) / (verdicts - 1.0)
    };
    let observed: f64 = pairable.iter().map(differing).sum::<f64>() / total;
    let alike: f64 = counts(&every).map(|count| count * (count - 1.0)).sum();
    let expected = (total * (total - 1.0) - alike) / (total * (total - 1.0));
    if expected <= 0.0 { Err(Undefined::OneVerdict) } else { Ok(1.0 - observed / expected) }
}

/// How often each value stands in a row.
fn counts<C: Copy + Ord>(row: &[C]) -> impl Iterator<Item = f64> {
    let mut sorted = row.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).map(|run| run.len() as f64).collect::<Vec<_>>().into_iter()
}

fn beyond_chance(observed: f64, expected: f64) -> Result<f64, Undefined> {
    if expected >= 1.0 - 1e-12 { Err(Undefined::OneVerdict) } else { Ok((observed - expected) / (1.0 - expected)) }
}
