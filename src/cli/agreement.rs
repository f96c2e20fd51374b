//! `factmark agreement`: how far the reviewers agree, for people and for programs.

use serde::Serialize;
use std::collections::BTreeMap;

use super::args::{Agreement as Args, AgreementForm};
use super::articles::count;
use super::terminal::visible_line;
use super::{DONE, Failure, Terminal};
use crate::crosscheck::agreement::{Agreement, Figure, Pair};
use crate::model::{Project, ReviewerId};
use crate::storage::{Progress, load};

/// Works the figures out and prints them.
pub fn run(args: &Args, terminal: &mut Terminal) -> Result<u8, Failure> {
    let loaded = load(&args.project, &Progress::default())?;
    let agreement = Agreement::of(&loaded.project);
    match args.format {
        AgreementForm::Table => table(&loaded.project, &agreement, terminal)?,
        AgreementForm::Json => terminal.print(&json(&loaded.project, &agreement))?,
    }
    Ok(DONE)
}

fn table(project: &Project, agreement: &Agreement, terminal: &mut Terminal) -> Result<(), Failure> {
    let Agreement { pairs, fleiss_kappa, alpha, alpha_u } = agreement;
    for pair in pairs {
        let Pair { a, b, matched, alone, confusion: _, percent, kappa, ac1, f1_exact, f1_iou, f1_chars } = pair;
        let (a, b) = (name(project, *a), name(project, *b));
        terminal.print(&format!("{a} and {b}: {} match; {} only by {a}, {} only by {b}", count(*matched, "passage"), alone.0, alone.1))?;
        let rows = [
            ("agreed", percent),
            ("Cohen’s κ", kappa),
            ("Gwet’s AC1", ac1),
            ("F1, the same passage", f1_exact),
            ("F1, matching", f1_iou),
            ("F1, by characters", f1_chars),
        ];
        for (what, figure) in rows {
            terminal.print(&row(what, figure))?;
        }
    }
    terminal.print("All reviewers")?;
    terminal.print(&row("Fleiss’ κ", fleiss_kappa))?;
    terminal.print(&row("Krippendorff’s α", alpha))?;
    for (verdict, figure) in alpha_u {
        terminal.print(&row(&format!("αU, {}", verdict.label().to_lowercase()), figure))?;
    }
    Ok(())
}

fn row(what: &str, figure: &Figure) -> String {
    match figure {
        Ok(estimate) => {
            let interval = estimate.interval.map(|(low, high)| format!("  ({low:.3} to {high:.3})")).unwrap_or_default();
            format!("  {what:<22} {:>6.3}{interval}", estimate.value)
        }
        Err(why) => format!("  {what:<22}    n/a  {why}"),
    }
}

fn name(project: &Project, id: ReviewerId) -> String {
    visible_line(&project.reviewer_name(id))
}

#[derive(Serialize)]
struct Answer {
    reviewers: Vec<Person>,
    pairs: Vec<PairAnswer>,
    fleiss_kappa: Option<f64>,
    alpha: Option<f64>,
    alpha_u: BTreeMap<String, Option<f64>>,
}

/// Two reviewers may have one name: the identifier tells them apart.
#[derive(Serialize)]
struct Person {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct PairAnswer {
    a: String,
    b: String,
    matched: usize,
    percent: Option<f64>,
    kappa: Option<f64>,
    ac1: Option<f64>,
    f1_exact: Option<f64>,
    f1_iou: Option<f64>,
    f1_chars: Option<f64>,
}

fn json(project: &Project, agreement: &Agreement) -> String {
    let value = |figure: &Figure| figure.as_ref().ok().map(|estimate| estimate.value);
    let pairs = agreement.pairs.iter().map(|pair| PairAnswer {
        a: project.reviewer_name(pair.a),
        b: project.reviewer_name(pair.b),
        matched: pair.matched,
        percent: value(&pair.percent),
        kappa: value(&pair.kappa),
        ac1: value(&pair.ac1),
        f1_exact: value(&pair.f1_exact),
        f1_iou: value(&pair.f1_iou),
        f1_chars: value(&pair.f1_chars),
    });
    let reviewers = agreement.pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect::<std::collections::BTreeSet<_>>();
    let answer = Answer {
        pairs: pairs.collect(),
        reviewers: reviewers.into_iter().map(|id| Person { id: id.to_string(), name: project.reviewer_name(id) }).collect(),
        fleiss_kappa: value(&agreement.fleiss_kappa),
        alpha: value(&agreement.alpha),
        alpha_u: agreement.alpha_u.iter().map(|(verdict, figure)| (verdict.label().to_lowercase(), value(figure))).collect(),
    };
    // Numbers and words of our own have no way to fail.
    serde_json::to_string_pretty(&answer).unwrap_or_default()
}
