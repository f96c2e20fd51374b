//! Input that was made to do harm: each is answered in words, and memory stays bounded.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::disallowed_methods, missing_docs)]

use std::io::{self, Read as _};

use crate::model::ProjectId;
use crate::storage::file::{self, FileError};
use crate::storage::{MAX_FILE, MAX_LINE, Progress, Why, load, parse};

const HEAD: &str = "(\n format: 1,\n id: \"01k2p2z5000000000000000002\",\n records: [\n";
const GOOD: &str = "Said(at: (1, 0, \"00000001\"), by: \"00000000000000000000000001\", what: Hiding(target: Link(\"00000000000000000000000001\"), hidden: true))";

/// A reader that counts what is taken from it.
struct Counted<R>(R, u64);

impl<R: io::Read> io::Read for &mut Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(into)?;
        self.1 += read as u64;
        Ok(read)
    }
}

fn read_from(reader: impl io::Read + Send) -> (Result<file::Head, FileError>, u64) {
    let mut counted = Counted(reader, 0);
    let read = file::read(&mut counted, &Progress::default(), || None, |_: ProjectId, lines| lines.count());
    (read.map(|(head, _)| head), counted.1)
}

#[test]
fn what_is_no_project_is_not_read_to_its_end() {
    let large = 300 << 20;
    let binary = || io::repeat(0x7f).take(1000).chain(io::repeat(0).take(large));
    let lines_of_rubbish = "what is this\n".repeat(1 << 20).into_bytes();
    for (what, (read, taken), expected) in [
        ("one endless line", read_from(io::repeat(b'(').take(large)), "neither"),
        ("a binary file", read_from(binary()), "binary"),
        ("UTF-16", read_from(io::Cursor::new([0xff, 0xfe]).chain(io::repeat(b'(').take(large))), "UTF-16"),
        (
            "UTF-16 without a mark",
            read_from(io::Cursor::new(b"(\0\n\0 \0f\0o\0r\0m\0a\0t\0:\0 \x001\0,\0".repeat(10)).chain(binary())),
            "UTF-16",
        ),
        (
            "lines that say nothing",
            read_from(io::Cursor::new(lines_of_rubbish.clone()).chain(io::Cursor::new(lines_of_rubbish))),
            "neither",
        ),
    ] {
        let error = read.expect_err(what).to_string();
        assert!(error.contains(expected), "{what}: {error}");
        assert!(taken <= 12 << 20, "{what}: {taken} bytes were read");
    }
}

#[test]
fn an_endless_line_in_a_project_costs_its_beginning_only() {
    let good = format!("{GOOD}\n ],\n)\n");
    let before = format!("{HEAD}{GOOD}\n");
    let line = io::repeat(b'x').take(MAX_LINE as u64 * 3).chain(io::Cursor::new(b"\n"));
    let (read, _) = read_from(io::Cursor::new(before).chain(line).chain(io::Cursor::new(good)));
    let report = read.unwrap().report;
    let found: Vec<(usize, Why)> = report.damaged.iter().map(|damaged| (damaged.line, damaged.why)).collect();
    assert_eq!((report.records, found), (2, vec![(6, Why::TooLong)]));
}

#[test]
fn each_hostile_line_is_damage_or_kept_and_the_good_line_is_read() {
    let deep = |n: usize| format!("Said(at: {}{}, by: \"x\")", "(".repeat(n), ")".repeat(n));
    let said = |fields: &str| format!("Said(at: (1, 0, \"00000001\"), by: \"00000000000000000000000001\", what: {fields})");
    let mut count = 0;
    for (what, line) in [
        ("deep nesting", deep(100_000)),
        ("deep lists", format!("Text({}", "[".repeat(1_000_000))),
        ("a bomb of units", "(),".repeat(1_000_000)),
        ("a bomb of headers", "format:1,".repeat(1_000_000)),
        ("a list of a million", said(&format!("Link(link: \"00000000000000000000000001\", members: Some([{}]))", "(),".repeat(1_000_000)))),
        ("duplicate keys", GOOD.replace("hidden: true", "hidden: true, hidden: false")),
        ("a huge number", GOOD.replace("(1, 0", "(99999999999999999999999999, 0")),
        ("infinity", GOOD.replace("(1, 0", "(1e400, 0")),
        ("not a number", GOOD.replace("(1, 0", "(NaN, 0")),
        ("a negative number", GOOD.replace("(1, 0", "(-1, 0")),
        ("a zero byte", GOOD.replace("true", "tr\0ue")),
        ("an attribute", format!("#![enable(unwrap_newtypes)] {GOOD}")),
        ("an open comment", format!("{GOOD} /* {{")),
        ("an open string", GOOD.replace("\"00000001\"", "\"00000001")),
    ] {
        count += 1;
        for checked in [false, true] {
            let sum = if checked { format!("/*{:08x}*/ ", crc32fast::hash(line.as_bytes())) } else { String::new() };
            let read = parse(format!("{HEAD}  {sum}{line},\n  {GOOD},\n ],\n)\n").as_bytes(), &Progress::default()).unwrap();
            let kept = checked && line.ends_with(')') && !line.starts_with('#');
            let report = &read.report;
            let (kept_as_it_is, damaged) = (report.unknown, report.damaged_count);
            let mends = !checked && damaged == 0 && report.records == 1;
            assert!(mends || (kept_as_it_is, damaged) == (usize::from(kept), usize::from(!kept)), "{what}, {checked}: {report:?}");
            assert!(read.lines.iter().any(|(line, record)| line == GOOD && record.is_some()), "{what}");
            assert!(!kept || read.lines.iter().any(|(kept, _)| *kept == line), "{what}: kept byte for byte");
        }
    }
    println!("{count} hostile lines, each with a right checksum and without one: damage or kept, the good line read, 0 panics");
}

#[test]
fn words_that_act_on_a_terminal_or_on_the_writing_direction_stay_words() {
    let hostile = "a\u{1b}[31mb\u{202e}c\u{0}d\u{2066}e\u{feff}f";
    let record = crate::model::Record::Text { article: crate::model::ArticleId::of("x"), n: 0, text: hostile.into() };
    let line = record.to_line();
    assert!(line.bytes().all(|byte| byte != 0 && byte != 0x1b), "control characters are escaped: {line}");
    let read = parse(format!("{HEAD}{line}\n ],\n)\n").as_bytes(), &Progress::default()).unwrap();
    assert_eq!(read.lines[0].1, Some(record));
}

#[test]
fn a_large_file_of_nothing_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.factmark.ron");
    let file = std::fs::File::create(&path).unwrap();
    for (len, expected) in [(300 << 20, "binary"), (MAX_FILE + 1, "projects of up to 1024 MiB")] {
        file.set_len(len).unwrap();
        let error = load(&path, &Progress::default()).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}
