//! Batches: all lines or none, and every faulty line named.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use support::Desk;

const GOOD: &str =
    r#"{"article": "ferry.txt", "quote": "41 people", "verdict": "verified", "by": "Ada Ferris", "evidence": "Passenger list"}"#;

fn batch(desk: &Desk, lines: &str) -> support::Ran {
    desk.run_with(&["mark", "p.factmark.ron", "--batch", "-"], lines.as_bytes())
}

#[test]
fn all_lines_are_carried_out() {
    let desk = Desk::with_project();
    let lines = format!(
        "\u{feff}{GOOD}\r\n\n  \n{}\n{}",
        r#"{"article": "ferry.txt", "quote": "41 people", "verdict": null, "note": "Again.", "evidence": ["Passenger list", {"what": "data", "citation": "Register", "primary": true}], "by": "Bo Lind"}"#,
        r#"{"article": "ferry.txt", "quote": "The ferry", "nth": 2, "kind": "name", "severity": "minor", "correction": "The Plover"}"#,
    );
    desk.write("b.jsonl", lines);
    let told = ["3 lines carried out in p.factmark.ron: 2 new annotations, 2 new pieces of evidence, 0 with nothing new."];
    desk.run(&["mark", "p.factmark.ron", "--batch", "b.jsonl", "--by", "Cy Wells"]).ends(0).prints(&told);
    let all = desk.list("p.factmark.ron");
    let who: Vec<&str> =
        all.iter().flat_map(|row| row["judgements"].as_array().unwrap()).map(|word| word["by"].as_str().unwrap()).collect();
    assert_eq!(who, ["Ada Ferris", "Bo Lind", "Cy Wells"]);
    let sources = |word: usize| all[0]["judgements"][word]["evidence"].as_array().unwrap().clone();
    assert!(sources(1).len() == 2 && sources(1).contains(&sources(0)[0]));
    assert_eq!((&all[1]["kind"], &all[1]["severity"], &all[1]["verdict"]), (&"name".into(), &"minor".into(), &serde_json::Value::Null));
    let before = desk.bytes("p.factmark.ron");
    desk.run(&["mark", "p.factmark.ron", "--batch", "b.jsonl", "--by", "Cy Wells"]).ends(0).prints(&["3 with nothing new."]);
    assert!(before == desk.bytes("p.factmark.ron"));
}

#[test]
fn nothing_is_done_if_a_line_is_faulty() {
    let desk = Desk::with_project();
    let before = desk.bytes("p.factmark.ron");
    for (line, told) in [
        ("{", "EOF while parsing"),
        ("nonsense", "no JSON object"),
        ("[1]", "no JSON object"),
        (r#"{"article": "ferry.txt"}"#, "missing field `quote`"),
        (r#"{"article": "ferry.txt", "quote": "Plover", "verdikt": "verified"}"#, "unknown field `verdikt`"),
        (r#"{"article": "ferry.txt", "quote": "Plover", "quote": "Lowsand"}"#, "duplicate field"),
        (r#"{"article": "ferry.txt", "quote": "Plover", "verdict": "right"}"#, "“right” is no verdict"),
        (r#"{"article": "ferry.txt", "quote": "Plover", "evidence": [{"place": "p"}]}"#, "missing field `citation`"),
        (r#"{"article": "ferry.txt", "quote": "Plover", "evidence": " "}"#, "has no citation"),
        (r#"{"article": "ferry.txt", "quote": "Plover", "evidence": {"citation": "c", "consulted": "soon"}}"#, "“soon” is no day"),
        (r#"{"article": "none.txt", "quote": "Plover"}"#, "no article is called “none.txt”"),
        (r#"{"article": "ferry.txt", "quote": "Albatross"}"#, "“Albatross” does not stand in"),
        (r#"{"article": "ferry.txt", "quote": "The ferry"}"#, "stands in 3 places"),
        (r#"{"article": "ferry.txt", "quote": "The ferry", "nth": 9}"#, "no place number 9"),
        (r#"{"article": "ferry.txt", "quote": "Plover", "by": ""}"#, "name is empty"),
    ] {
        batch(&desk, &format!("{GOOD}\n\n{line}\n{GOOD}\n")).ends(1).says(&["Nothing was marked, because of this line:", "line 3: ", told]);
        assert!(before == desk.bytes("p.factmark.ron"), "{line}");
    }
    let both = batch(&desk, &format!("nonsense\n{GOOD}\n{{}}\n")).ends(1).says(&["these 2 lines:", "\nline 1: ", "\nline 3: "]);
    assert!(!both.err.contains("line 2"), "{both:?}");
    desk.run_with(&["mark", "p.factmark.ron", "--batch", "-"], b"\xff\xfe\n").ends(1).says(&["line 1: "]);
    assert!(before == desk.bytes("p.factmark.ron"));
}

#[test]
fn a_batch_without_lines_does_nothing() {
    let desk = Desk::with_project();
    let before = desk.bytes("p.factmark.ron");
    batch(&desk, "\n\n").ends(0).prints(&["0 lines carried out"]);
    assert!(before == desk.bytes("p.factmark.ron"));
}

#[test]
fn a_batch_that_cannot_be_read_is_told() {
    let desk = Desk::with_project();
    std::fs::File::create(desk.path("huge")).unwrap().set_len(300 << 20).unwrap();
    desk.write("binary", [0u8; 4096]);
    for (file, code, told) in [
        ("missing", 2, "there is no such file"),
        (".", 2, "folder"),
        ("huge", 2, "more than 64 MiB"),
        ("binary", 1, "line 1: the line is no JSON object"),
    ] {
        desk.run(&["mark", "p.factmark.ron", "--batch", file]).ends(code).says(&[told]);
    }
}

#[test]
fn thousands_of_marks_take_a_moment() {
    let desk = Desk::new();
    let text: Vec<String> = (0..4_000).map(|n| format!("Entry {n} has {} tonnes.", n * 7 % 1000)).collect();
    desk.write("long.txt", text.join("\n"));
    desk.run(&["new", "-o", "p.factmark.ron", "long.txt"]).ends(0);
    let line =
        |n: usize| format!(r#"{{"article": "long.txt", "quote": "Entry {n} has", "verdict": "verified", "evidence": "Book, page {n}"}}"#);
    let lines: Vec<String> = (0..4_000).map(line).collect();
    let start = std::time::Instant::now();
    batch(&desk, &lines.join("\n")).ends(0).prints(&["4000 new annotations, 4000 new pieces of evidence"]);
    println!("4,000 marks: {:?}", start.elapsed());
    assert!(start.elapsed().as_secs() < 120, "{:?}", start.elapsed());
    desk.run(&["check", "p.factmark.ron"]).ends(0).prints(&["4000 annotations", "sound"]);
}
