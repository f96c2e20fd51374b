//! What several articles say of one thing.

use super::*;

/// The conflicts between the articles, as “value ≠ value”, the commonest first.
fn conflicts(texts: &[&str], date: &str) -> Vec<String> {
    let mut found: Vec<String> = find(&sources(texts, date))
        .into_iter()
        .filter(|group| group.conflict)
        .map(|group| group.values.into_iter().map(|value| value.value.replace('\u{a0}', " ")).collect::<Vec<_>>().join(" ≠ "))
        .collect();
    found.sort();
    found
}

/// Articles of one event: the first is held against each of the others. Expected are the conflicts, “” for none.
#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    const EVENT: &str = "The fire brigade of Lindmouth fought a fire in the paper mill at Orrel on Tuesday. The mill of Orrel Paper burnt for hours and smoke drifted over Lindmouth harbour. Fire crews came from all of Lindmouth county to Orrel. The owner, Orrel Paper, closed the mill.";
    for (first, second, expected) in cases {
        let articles = [format!("{EVENT}\n{first}"), format!("{EVENT}\n{second}")];
        let found = conflicts(&[&articles[0], &articles[1]], "2026-03-12");
        assert_eq!(&found.join("; "), expected, "{first} / {second}");
    }
}

#[test]
fn numbers_that_cannot_both_be_right() {
    check(&[
        ("Twelve workers were injured in the fire.", "The fire injured 21 workers.", "12 ≠ 21"),
        ("Three people were killed.", "The fire killed five people.", "3 ≠ 5"),
        (
            "The damage to the roof is put at 3.5 million euros.",
            "Damage to the roof reaches 35 million euros.",
            "3,500,000 € ≠ 35,000,000 €",
        ),
        ("The tank held 400 litres of solvent.", "Solvent leaked: 400 gallons of solvent were in the tank.", "400 L ≠ 400 gal (1,514 L)"),
    ]);
}

#[test]
fn numbers_that_may_both_be_right() {
    check(&[
        ("About 300 workers were sent home.", "Orrel Paper sent 296 workers home.", ""),
        ("More than 100 firefighters fought the flames.", "At Orrel 120 firefighters fought the flames.", ""),
        ("The mill made nearly 2.5 million tonnes of paper.", "The mill made 2.4 million tonnes of paper.", ""),
        ("Twelve workers were injured in the fire.", "The fire injured 12 workers.", ""),
        ("A plan of 20 points, the 20-point plan for the mill, was agreed.", "A 28-point plan for the mill was agreed.", ""),
        ("In 2019 the mill employed 340 workers.", "In 2024 the mill employed 280 workers.", ""),
        ("The hall is 62 metres long.", "A chimney of 40 metres fell.", ""),
    ]);
}
