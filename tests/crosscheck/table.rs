//! Scores as a table, and the floors that they must keep.

use super::group::Group;
use super::score::{Kind, Score};

/// Prints precision and recall of every kind on every group, and on all together; with `details`, what was wrong and what was missed.
pub fn print(groups: &[Group], details: bool) {
    let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
    println!("\n| kind | {} | together |\n|---|{}---|", names.join(" | "), "---|".repeat(groups.len()));
    for kind in Kind::ALL {
        let scores: Vec<Score> = groups.iter().map(|group| Score::of(kind, group)).collect();
        let mut cells: Vec<String> = scores.iter().map(cell).collect();
        cells.push(cell(&together(&scores)));
        println!("| {} | {} |", kind.label(), cells.join(" | "));
    }
    println!("(precision of findings / recall of truths)\n");
    for (kind, group) in Kind::ALL.iter().flat_map(|kind| groups.iter().map(move |group| (*kind, group))).filter(|_| details) {
        let score = Score::of(kind, group);
        let told = [("wrong", &score.wrong), ("missed", &score.missed)];
        for (what, words) in told.iter().flat_map(|(what, all)| all.iter().map(move |words| (what, words))) {
            println!("{}, {}, {what}:\n        {words}", group.name, kind.label());
        }
    }
}

/// Fails where a kind is below its floor on all groups together.
pub fn hold(groups: &[Group], floors: &[(Kind, f64, f64)]) {
    let below: Vec<String> = floors
        .iter()
        .filter_map(|(kind, precision, recall)| {
            let scores: Vec<Score> = groups.iter().map(|group| Score::of(*kind, group)).collect();
            let score = together(&scores);
            let held = score.precision() >= *precision && score.recall() >= *recall;
            (!held).then(|| format!("{}: {} instead of {precision} / {recall}", kind.label(), cell(&score)))
        })
        .collect();
    assert!(below.is_empty(), "\n{}", below.join("\n"));
}

fn together(scores: &[Score]) -> Score {
    scores.iter().cloned().reduce(Score::plus).unwrap_or_default()
}

fn cell(score: &Score) -> String {
    let (right, found) = (score.right, score.found);
    let shares = |good: usize, bad: usize, share: f64| {
        if good + bad == 0 { "–".to_owned() } else { format!("{share:.2} ({good} of {})", good + bad) }
    };
    format!("{} / {}", shares(right, score.wrong.len(), score.precision()), shares(found, score.missed.len(), score.recall()))
}
