//! `factmark redact` of the real program.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use support::Desk;

const SECRET: &str = "Jan Roth of the harbour office";

/// A project with a note that names a source, and a copy of it.
fn noted() -> Desk {
    let desk = Desk::with_project();
    for (quote, note) in [("41 people", SECRET), ("200 cars", "By the register")] {
        desk.run(&["mark", "p.factmark.ron", "--article", "ferry.txt", "--quote", quote, "--verdict", "disputed", "--note", note]).ends(0);
    }
    desk.write("copy.factmark.ron", desk.bytes("p.factmark.ron"));
    desk
}

fn holds(desk: &Desk, file: &str) -> bool {
    String::from_utf8_lossy(&desk.bytes(file)).contains(SECRET)
}

#[test]
fn a_dry_run_lists_and_changes_nothing() {
    let desk = noted();
    let before = desk.bytes("p.factmark.ron");
    let run = desk.run(&["redact", "p.factmark.ron", "--containing", "jan roth", "--dry-run"]).ends(0);
    let run = run.prints(&[SECRET, "1 record of p.factmark.ron would be removed for good. Nothing was changed."]);
    assert_eq!(desk.bytes("p.factmark.ron"), before);
    let name = run.out.split_whitespace().next().unwrap().to_owned();
    desk.run(&["redact", "p.factmark.ron", "--record", &name, "--reason", "A source"]).ends(0).prints(&["1 record"]);
    assert!(!holds(&desk, "p.factmark.ron"));
}

#[test]
fn it_goes_from_the_file_and_its_backup_and_no_merge_brings_it_back() {
    let desk = noted();
    desk.run(&["mark", "p.factmark.ron", "--article", "ferry.txt", "--quote", "Hanna Odell"]).ends(0);
    assert!(holds(&desk, "p.factmark.ron") && holds(&desk, "p.factmark.ron.bak"));
    let run = desk.run(&["redact", "p.factmark.ron", "--containing", "Jan Roth", "--reason", "A source"]).ends(0);
    run.prints(&["removed for good.", "p.factmark.ron.bak too"]).says(&["Copies that others have"]);
    assert!(!holds(&desk, "p.factmark.ron") && !holds(&desk, "p.factmark.ron.bak"));
    desk.run(&["check", "p.factmark.ron"]).ends(0).prints(&["1 record removed for good"]);
    for (n, copies) in [["p.factmark.ron", "copy.factmark.ron"], ["copy.factmark.ron", "p.factmark.ron"]].iter().enumerate() {
        let out = format!("out{n}.factmark.ron");
        desk.run(&["merge", copies[0], copies[1], "-o", &out]).ends(0).prints(&["not brought back", "0 lost"]);
        assert!(!holds(&desk, &out), "{copies:?}");
        let told = desk.run(&["list", &out, "--format", "json"]).ends(0).out;
        assert!(!told.contains("Jan Roth") && told.contains("By the register"));
    }
}

#[test]
fn words_of_an_article_go_only_with_the_whole_article() {
    let desk = noted();
    let run = desk.run(&["redact", "p.factmark.ron", "--containing", "Hanna Odell", "--reason", "A name"]).ends(1);
    run.says(&["--texts", "There is nothing to remove"]);
    desk.run(&["redact", "p.factmark.ron", "--containing", "Hanna Odell", "--texts", "--reason", "A name"]).ends(0);
    assert!(!String::from_utf8_lossy(&desk.bytes("p.factmark.ron")).contains("Hanna Odell"));
    desk.run(&["check", "p.factmark.ron"]).ends(0).prints(&["0 articles"]);
}

#[test]
fn what_is_asked_wrongly_is_refused() {
    let desk = noted();
    let before = desk.bytes("p.factmark.ron");
    for (args, code, words) in [
        (&["--containing", "Nobody", "--reason", "x"][..], 1, "There is nothing to remove"),
        (&["--containing", " ", "--reason", "x"], 1, "no words to look for"),
        (&["--record", "ffffffffffff", "--reason", "x"], 1, "No record is called"),
        (&["--record", "f", "--reason", "x"], 1, "No record is called"),
        (&["--containing", "Jan"], 2, "--reason"),
        (&["--reason", "x"], 2, "--record"),
    ] {
        let all: Vec<&str> = ["redact", "p.factmark.ron"].iter().chain(args).copied().collect();
        let run = desk.run(&all).ends(code);
        assert!(run.err.to_lowercase().contains(&words.to_lowercase()), "{args:?}: {}", run.err);
    }
    assert_eq!(desk.bytes("p.factmark.ron"), before);
}
