//! The bundled sample is what its builder makes of the articles and marks, and it is sound.
//!
//! After a change of the articles, the marks or the file format: `cargo test --test cli_sample -- --ignored` writes it anew.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::collections::BTreeSet;

use support::{Desk, run_fixed, sample, sample_folder};

#[test]
#[ignore = "writes the sample into the checkout"]
fn write_the_sample() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(sample_folder().join(sample::NAME), sample::build(folder.path())).unwrap();
}

#[test]
fn the_sample_is_what_its_builder_makes() {
    let folder = tempfile::tempdir().unwrap();
    let built = sample::build(folder.path());
    let committed = std::fs::read(sample_folder().join(sample::NAME)).unwrap();
    let first = built.split(|byte| *byte == b'\n').zip(committed.split(|byte| *byte == b'\n')).position(|(built, there)| built != there);
    assert!(built == committed, "the sample differs from what is built, first in line {first:?} (from 0)");
}

#[test]
fn the_sample_is_sound_and_shows_what_a_review_is() {
    let path = sample_folder().join(sample::NAME);
    let path = path.to_str().unwrap();
    let desk = Desk::new();
    desk.run(&["check", path]).ends(0).prints(&[
        "5 articles",
        "51 annotations",
        "17 pieces of evidence",
        "2 reviewers",
        "The project is sound.",
    ]);
    let all = desk.list(path);
    let with = |verdict: &str| all.iter().filter(|row| row["verdict"] == verdict).count();
    assert_eq!((with("verified"), with("disputed"), with("erroneous"), all.len()), (28, 7, 13, 51));
    assert_eq!(all.iter().filter(|row| row["disagreement"] == true).count(), 4);
    let moments = all.iter().flat_map(|row| row["judgements"].as_array().unwrap()).map(|word| word["at"].as_str().unwrap().to_owned());
    assert!(moments.into_iter().all(|at| ("2026-03-16T09".."2026-03-18T17").contains(&at.as_str())));
}

#[test]
fn all_marks_at_once_give_the_same_annotations() {
    let desk = Desk::new();
    let marks = sample_folder().join("marks.jsonl");
    let articles = ["courier.txt", "northline.txt", "dockside-live.txt", "coastland-radio.md", "arle-reader.txt"]
        .map(|name| sample_folder().join(name));
    let mut new = vec!["new", "-o", "p.factmark.ron", "--by", "Miriam Castellane"];
    new.extend(articles.iter().map(|path| path.to_str().unwrap()));
    desk.run(&new).ends(0).prints(&["Created p.factmark.ron with 5 articles."]);
    desk.run(&["mark", "p.factmark.ron", "--batch", marks.to_str().unwrap()])
        .ends(0)
        .prints(&["58 lines carried out", "51 new annotations"]);
    // Times and identifiers differ, and with the order of the marks whose kind is the last one said.
    let said = |path: &str| {
        let fields = |row: &serde_json::Value| {
            ["file", "start", "end", "text", "verdict", "severity", "correction"].map(|field| row[field].to_string())
        };
        let word = |word: &serde_json::Value| ["by", "verdict", "note", "correction", "severity"].map(|field| word[field].to_string());
        let words = |row: &serde_json::Value| row["judgements"].as_array().unwrap().iter().map(word).collect::<BTreeSet<_>>();
        desk.list(path).iter().map(|row| (fields(row), words(row))).collect::<BTreeSet<_>>()
    };
    assert_eq!(said("p.factmark.ron"), said(sample_folder().join(sample::NAME).to_str().unwrap()));
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("a.txt");
    std::fs::write(&article, support::FERRY).unwrap();
    let built = ["1", "2"].map(|name| {
        let path = folder.path().join(format!("{name}.factmark.ron"));
        let path_text = path.to_str().unwrap();
        run_fixed(&["new", "-o", path_text, "--by", "A", article.to_str().unwrap()], 1, &mut std::io::empty()).ends(0);
        run_fixed(&["mark", path_text, "--article", "a.txt", "--quote", "200 cars", "--by", "B"], 2, &mut std::io::empty()).ends(0);
        std::fs::read(path).unwrap()
    });
    assert!(built[0] == built[1]);
}
