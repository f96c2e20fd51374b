//! The worked examples of the sources, and what must hold of any study.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::nominal::{Confusion, ac1, alpha, cohen_kappa, fleiss_kappa, gwet_ac1, percent};
use super::spans::{Item, f1};
use super::unitizing::{Continuum, alpha_u, disagreement};
use super::{Undefined, bootstrap};
use crate::model::Verdict::{Disputed, Erroneous, Verified};

fn near(figure: Result<f64, Undefined>, expected: f64) {
    let figure = figure.unwrap();
    assert!((figure - expected).abs() < 0.0005, "{figure} is not {expected}");
}

#[test]
fn cohen_1960() {
    // Cohen (1960), two clinicians, 200 patients: observed 140, by chance 82.
    let counts = Confusion([[88, 10, 2], [14, 40, 6], [18, 10, 12]]);
    near(percent(&counts), 0.7);
    near(cohen_kappa(&counts), 0.4915);
}

#[test]
fn krippendorff_1995_cohen_on_a_digitised_continuum() {
    // Krippendorff (1995, p. 57), example A cut into 24 pieces: κ = 0.385.
    near(cohen_kappa(&Confusion([[6, 8, 0], [0, 10, 0], [0, 0, 0]])), 0.385);
}

#[test]
fn gwet_2008() {
    // 125 subjects, two raters who nearly always say yes: κ is below chance, AC1 is not.
    let margins = [(123.0, 120.0), (2.0, 5.0)];
    near(ac1(118.0 / 125.0, 125.0, margins.into_iter(), 2), 0.9408);
    near(cohen_kappa(&Confusion([[118, 5, 0], [2, 0, 0], [0, 0, 0]])), -0.0234);
}

#[test]
fn fleiss_1971() {
    // Fleiss (1971, p. 379): 30 patients, 6 psychiatrists, 5 diagnoses.
    let rows: Vec<Vec<u8>> = [
        "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444", "555555", "144444", "124444", "222333",
        "144444", "224445", "333335", "111455", "111112", "224444", "133555", "555555", "244444", "224555", "114444", "144445", "222224",
        "111155", "224444", "133333", "555555",
    ]
    .iter()
    .map(|row| row.bytes().collect())
    .collect();
    near(fleiss_kappa(&rows), 0.430);
}

#[test]
fn krippendorff_2011() {
    let rows = |observers: &[&str]| -> Vec<Vec<u8>> {
        (0..observers[0].len()).map(|n| observers.iter().map(|row| row.as_bytes()[n]).filter(|value| *value != b'.').collect()).collect()
    };
    // Example B: two observers, two values.
    near(alpha(&rows(&["0100000010", "1110010000"])), 0.095);
    // Example C: four observers, five values, some missing.
    near(alpha(&rows(&["123321412...", "1233224125.3", ".3332342251.", "12332441251."])), 0.743);
}

/// Krippendorff (2004, p. 254): a continuum from 150 to 450, two observers, categories c and k.
fn krippendorff_2004() -> (Continuum, Continuum) {
    let unit = |start: usize, length: usize| start - 150..start - 150 + length;
    let c = Continuum { length: 300, units: vec![vec![unit(225, 70), unit(370, 30)], vec![unit(220, 80), unit(355, 20), unit(400, 20)]] };
    let k = Continuum { length: 300, units: vec![vec![unit(180, 60), unit(300, 50)], vec![unit(180, 60), unit(300, 50)]] };
    (c, k)
}

#[test]
fn krippendorff_2004_unitizing() {
    let (c, k) = krippendorff_2004();
    let (observed, expected) = disagreement(std::slice::from_ref(&c), 2);
    near(Ok(observed), 0.0144);
    near(Ok(expected), 0.0532);
    near(alpha_u(std::slice::from_ref(&c)), 0.7286);
    let (observed, expected) = disagreement(std::slice::from_ref(&k), 2);
    near(Ok(observed), 0.0);
    near(Ok(expected), 0.0490);
    near(alpha_u(&[k]), 1.0);
}

#[test]
fn krippendorff_1995_unitizing() {
    // Krippendorff (1995, p. 57), examples A to D on 24 places: the observed disagreement.
    let check = |a: &[(usize, usize)], b: &[(usize, usize)], expected: f64| {
        let units = |all: &[(usize, usize)]| all.iter().map(|(start, length)| *start..start + length).collect::<Vec<_>>();
        let (observed, _) = disagreement(&[Continuum { length: 24, units: vec![units(a), units(b)] }], 2);
        near(Ok(observed), expected);
    };
    check(&[(2, 8), (14, 6)], &[(4, 4), (15, 2)], 0.03125);
    check(&[(0, 18)], &[(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)], 2.26736);
    check(&[(2, 6), (10, 2), (14, 4), (20, 2)], &[(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)], 0.02777);
    check(&[(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)], &[(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)], 0.38715);
}

#[test]
fn what_is_not_defined_says_why() {
    let one_verdict = Confusion([[7, 0, 0], [0, 0, 0], [0, 0, 0]]);
    assert_eq!(cohen_kappa(&Confusion::default()), Err(Undefined::NothingShared));
    assert_eq!(cohen_kappa(&one_verdict), Err(Undefined::OneVerdict));
    assert_eq!(fleiss_kappa(&[vec![Verified, Verified], vec![Verified, Verified]]), Err(Undefined::OneVerdict));
    assert_eq!(alpha(&[vec![Verified, Verified]]), Err(Undefined::OneVerdict));
    assert_eq!(alpha(&[vec![Verified], vec![Disputed]]), Err(Undefined::NothingShared));
    assert_eq!(alpha_u(&[]), Err(Undefined::OneReviewer));
    assert_eq!(alpha_u(&[Continuum { length: 9, units: vec![vec![], vec![]] }]), Err(Undefined::Unused));
    assert_eq!(f1(&[]), Err(Undefined::NothingShared));
    assert_eq!(gwet_ac1(&one_verdict), Ok(1.0));
}

#[test]
fn an_interval_holds_its_figure_and_is_the_same_every_time() {
    let items: Vec<Item> =
        (0..40).map(|n| if n % 4 == 0 { Item { first: 1, ..Item::default() } } else { Item { both: 1, ..Item::default() } }).collect();
    let one = bootstrap::estimate(&items, f1).unwrap();
    let (low, high) = one.interval.unwrap();
    assert!(low < one.value && one.value < high && high <= 1.0 && low > 0.6);
    assert_eq!(bootstrap::estimate(&items, f1).unwrap(), one);
    assert_eq!(bootstrap::estimate(&items[..3], f1).unwrap().interval, None);
}

fn verdicts() -> impl Strategy<Value = Vec<Vec<crate::model::Verdict>>> {
    let verdict = prop_oneof![Just(Verified), Just(Disputed), Just(Erroneous)];
    proptest::collection::vec(proptest::collection::vec(verdict, 0..4), 0..20)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn agreement_is_never_above_one(rows in verdicts()) {
        if let Ok(alpha) = alpha(&rows) {
            prop_assert!(alpha <= 1.0 + 1e-9);
        }
        let full: Vec<_> = rows.into_iter().filter(|row| row.len() == 3).collect();
        if let Ok(kappa) = fleiss_kappa(&full) {
            prop_assert!((-1.0..=1.0 + 1e-9).contains(&kappa));
        }
    }

    #[test]
    fn unitizing_is_symmetric_and_one_only_for_the_same_units(
        lengths in proptest::collection::vec((1usize..20, 0usize..20), 1..8),
        others in proptest::collection::vec((1usize..20, 0usize..20), 1..8),
    ) {
        let units = |lengths: &[(usize, usize)]| {
            let mut at = 0;
            lengths.iter().map(|(length, gap)| { let start = at + gap; at = start + length; start..at }).collect::<Vec<_>>()
        };
        let (a, b) = (units(&lengths), units(&others));
        let length = a.last().unwrap().end.max(b.last().unwrap().end) + 10;
        let one = alpha_u(&[Continuum { length, units: vec![a.clone(), b.clone()] }]);
        let turned = alpha_u(&[Continuum { length, units: vec![b.clone(), a.clone()] }]);
        if let (Ok(one), Ok(turned)) = (one, turned) {
            prop_assert!((one - turned).abs() < 1e-9);
            prop_assert_eq!((one - 1.0).abs() < 1e-12, a == b);
        }
    }
}
