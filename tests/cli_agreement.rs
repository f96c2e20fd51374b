//! `factmark agreement` of the real program.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use support::{Desk, FERRY};

fn marked(marks: &[(&str, &str, &str)]) -> Desk {
    let desk = Desk::new();
    desk.write("ferry.txt", FERRY);
    desk.run(&["new", "--title", "Ferry", "-o", "p.factmark.ron", "ferry.txt", "--by", "Ada Ferris"]).ends(0);
    for (by, quote, verdict) in marks {
        desk.run(&["mark", "p.factmark.ron", "--article", "ferry.txt", "--quote", quote, "--verdict", verdict, "--by", by]).ends(0);
    }
    desk
}

fn json(desk: &Desk) -> serde_json::Value {
    let run = desk.run(&["agreement", "p.factmark.ron", "--format", "json"]).ends(0);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn two_reviewers_are_compared_and_what_is_not_defined_is_null() {
    let desk = marked(&[
        ("Ada Ferris", "41 people", "verified"),
        ("Bo Lind", "41 people", "verified"),
        ("Ada Ferris", "200 cars", "erroneous"),
        ("Bo Lind", "200 cars", "disputed"),
    ]);
    let answer = json(&desk);
    let pair = &answer["pairs"][0];
    assert_eq!((pair["a"].as_str(), pair["b"].as_str()), (Some("Ada Ferris"), Some("Bo Lind")));
    assert_eq!((pair["matched"].as_u64(), pair["percent"].as_f64()), (Some(2), Some(0.5)));
    for figure in ["f1_exact", "f1_iou", "f1_chars"] {
        assert_eq!(pair[figure].as_f64(), Some(1.0), "{figure}");
    }
    // κ by hand: observed 1/2, expected 1/4.
    assert!((pair["kappa"].as_f64().unwrap() - 1.0 / 3.0).abs() < 1e-9);
    assert_eq!(answer["alpha_u"]["verified"].as_f64(), Some(1.0));
    desk.run(&["agreement", "p.factmark.ron"]).ends(0).prints(&["Ada Ferris and Bo Lind: 2 passages match", "Cohen’s κ", "0.333"]);
}

#[test]
fn one_verdict_alone_and_one_reviewer_alone_have_no_figure() {
    let desk = marked(&[("Ada Ferris", "41 people", "verified"), ("Bo Lind", "41 people", "verified")]);
    let answer = json(&desk);
    assert_eq!(answer["pairs"][0]["percent"].as_f64(), Some(1.0));
    assert!(answer["pairs"][0]["kappa"].is_null() && answer["alpha"].is_null() && answer["alpha_u"]["erroneous"].is_null());
    desk.run(&["agreement", "p.factmark.ron"]).ends(0).prints(&["n/a", "only one verdict was used"]);

    let alone = json(&marked(&[("Ada Ferris", "41 people", "verified")]));
    assert!(alone["pairs"].as_array().unwrap().is_empty() && alone["fleiss_kappa"].is_null());
}
