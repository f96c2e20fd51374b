//! Agreement between reviewers: how far they mark the same words, and how far they give the same verdicts.
//!
//! Why: a newsroom wants to know whether its checkers check alike, and a researcher has to publish it. Published annotation tools are known to get
//! these figures wrong, so each formula stands alone here, names its primary source, and is tested on that source's worked example.
//!
//! How: [`spans`] takes the passages that each reviewer gave a verdict to, and matches those of two reviewers one to one where they share half of
//! what they cover together (intersection over union ≥ 0.5). [`nominal`] compares the verdicts of matched passages. [`unitizing`] needs no
//! matching: it looks at the text as a continuum. [`bootstrap`] says how much chance there is in each figure.
//!
//! What it does not do: it never takes silence for dissent in an article that a reviewer has not worked on. A figure that is not defined is
//! [`Undefined`] with the reason, and never 1.

pub mod bootstrap;
pub mod nominal;
pub mod spans;
#[cfg(test)]
mod tests;
pub mod unitizing;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ops::ControlFlow;

use crate::model::{Project, ReviewerId, Verdict};
use bootstrap::{Estimate, estimate};
use nominal::{Confusion, Table};
use spans::{Study, Worked};

/// Why a figure has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Undefined {
    /// Fewer than two reviewers have worked on the same article.
    #[error("no two reviewers have worked on the same article")]
    OneReviewer,
    /// No passage was marked by those who are compared.
    #[error("they have marked no passage in common")]
    NothingShared,
    /// Everybody used the same verdict only: agreement by chance is certain.
    #[error("only one verdict was used, so that chance alone would agree")]
    OneVerdict,
    /// Nobody used this verdict.
    #[error("nobody used this verdict")]
    Unused,
    /// Not every reviewer has judged the same passages.
    #[error("no passage was judged by every reviewer")]
    NotAll,
}

/// A figure with its interval, or why there is none.
pub type Figure = Result<Estimate, Undefined>;

/// What two reviewers have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// One reviewer.
    pub a: ReviewerId,
    /// The other.
    pub b: ReviewerId,
    /// How many passages match.
    pub matched: usize,
    /// How many passages only `a` has marked, and only `b`, in articles that both have worked on.
    pub alone: (usize, usize),
    /// The verdicts on matched passages: rows are those of `a`.
    pub confusion: Confusion,
    /// The share of matched passages with the same verdict.
    pub percent: Figure,
    /// Cohen's κ.
    pub kappa: Figure,
    /// Gwet's AC1.
    pub ac1: Figure,
    /// F1 of passages that are the same to the byte.
    pub f1_exact: Figure,
    /// F1 of passages that match.
    pub f1_iou: Figure,
    /// F1 of characters that lie in a passage.
    pub f1_chars: Figure,
}

/// How far the reviewers of a project agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Every two reviewers who have worked on the same article.
    pub pairs: Vec<Pair>,
    /// Fleiss' κ over the passages that all reviewers have judged.
    pub fleiss_kappa: Figure,
    /// Krippendorff's α of the verdicts, with missing ones.
    pub alpha: Figure,
    /// Krippendorff's α of unitizing, for each verdict.
    pub alpha_u: BTreeMap<Verdict, Figure>,
}

impl Agreement {
    /// Works it out for a project as it stands: of each reviewer, the annotations that they gave a verdict to.
    pub fn of(project: &Project) -> Self {
        match Self::watched(project, |_| ControlFlow::<Infallible>::Continue(())) {
            Ok(agreement) => agreement,
            Err(never) => match never {},
        }
    }

    /// The same, telling on the way how far it is, from 0 to 1.
    ///
    /// # Errors
    /// What `watch` breaks off with.
    pub fn watched<B>(project: &Project, mut watch: impl FnMut(f32) -> ControlFlow<B>) -> Result<Self, B> {
        let study = Study::of(project);
        let reviewers = study.reviewers();
        // The figures of all reviewers together take about as long as some pairs.
        let steps = (reviewers.len() * reviewers.len().saturating_sub(1) / 2 + 2 + Verdict::ALL.len()) as f32;
        let mut done = 0.0;
        let mut step = || {
            done += 1.0;
            match watch(done / steps) {
                ControlFlow::Continue(()) => Ok(()),
                ControlFlow::Break(with) => Err(with),
            }
        };
        let mut pairs = Vec::new();
        for (n, a) in reviewers.iter().enumerate() {
            for b in reviewers.iter().skip(n + 1) {
                step()?;
                pairs.extend(pair(&study, *a, *b));
            }
        }
        let table = Table { rows: study.units() };
        step()?;
        let fleiss_kappa = if pairs.is_empty() { Err(Undefined::OneReviewer) } else { all(&table, reviewers.len()) };
        step()?;
        let alpha = if pairs.is_empty() { Err(Undefined::OneReviewer) } else { estimate(&table.rows, nominal::alpha) };
        let mut all_u = BTreeMap::new();
        for verdict in Verdict::ALL {
            step()?;
            all_u.insert(*verdict, alpha_u(&study, *verdict));
        }
        Ok(Self { pairs, fleiss_kappa, alpha, alpha_u: all_u })
    }
}

fn pair(study: &Study, a: ReviewerId, b: ReviewerId) -> Option<Pair> {
    let worked = Worked::of_both(study, a, b)?;
    let verdicts: Vec<(Verdict, Verdict)> = worked.verdicts();
    let confusion = Confusion::of(&verdicts);
    let figure = |of: fn(&Confusion) -> Result<f64, Undefined>| estimate(&verdicts, |some| of(&Confusion::of(some)));
    Some(Pair {
        a,
        b,
        matched: verdicts.len(),
        alone: worked.alone(),
        percent: figure(nominal::percent),
        kappa: figure(nominal::cohen_kappa),
        ac1: figure(nominal::gwet_ac1),
        f1_exact: estimate(&worked.exact(), spans::f1),
        f1_iou: estimate(&worked.matches(), spans::f1),
        f1_chars: estimate(&worked.characters(), spans::f1),
        confusion,
    })
}

/// Fleiss' κ needs the same number of verdicts for each passage.
fn all(table: &Table, reviewers: usize) -> Figure {
    let full: Vec<Vec<Verdict>> = table.rows.iter().filter(|row| row.len() == reviewers).cloned().collect();
    if full.is_empty() { Err(Undefined::NotAll) } else { estimate(&full, nominal::fleiss_kappa) }
}

fn alpha_u(study: &Study, verdict: Verdict) -> Figure {
    let continua = study.continua(verdict);
    if continua.is_empty() {
        return Err(Undefined::OneReviewer);
    }
    estimate(&continua, unitizing::alpha_u)
}
