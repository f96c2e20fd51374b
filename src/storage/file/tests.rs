//! What lines are, what files are refused, and the file of format 1 that must be readable for ever.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::super::report::Why;
use super::line::{self, Line};
use super::*;
use crate::model::{RecordHash, RecordSet, ReviewerId, Stamp, What};

const GOLDEN: &str = include_str!("../golden/format-1.factmark.ron");
const HEAD: &str = "(\n format: 1,\n id: \"01k2p2z5000000000000000002\",\n records: [\n";
const END: &str = " ],\n)\n";
const HIDING: &str = "Said(at: (1, 0, \"00000001\"), by: \"00000000000000000000000001\", what: Hiding(target: Link(\"00000000000000000000000001\"), hidden: true))";

fn read_text(text: impl AsRef<[u8]>) -> Result<super::Read, FileError> {
    parse(text.as_ref(), &Progress::default())
}

fn checked(record: &str) -> String {
    format!("/*{:08x}*/ {record}", crc32fast::hash(record.as_bytes()))
}

fn kind(line: &str) -> &'static str {
    match line::read(line.as_bytes()) {
        Line::Blank => "blank",
        Line::ConflictMarker => "marker",
        Line::Around(_) => "around",
        Line::Checked((_, Some(_))) => "checked",
        Line::Checked((_, None)) => "unknown",
        Line::Unchecked(_) => "unchecked",
        Line::Damaged(Why::Checksum) => "wrong sum",
        Line::Damaged(Why::NotARecord) => "no record",
        Line::Damaged(_) => "damaged",
    }
}

#[test]
fn each_line_is_what_it_looks_like() {
    let sum = checked(HIDING);
    let unknown = checked("Told(1)");
    for (line, expected) in [
        ("", "blank"),
        (" \t\r", "blank"),
        ("// Factmark project.", "blank"),
        ("<<<<<<< HEAD", "marker"),
        ("=======", "marker"),
        ("=======\r", "marker"),
        ("||||||| 1f2e3d", "marker"),
        (">>>>>>> theirs", "marker"),
        ("========", "no record"),
        ("(", "around"),
        (" ],", "around"),
        ("])", "around"),
        ("format:1", "around"),
        (" format : 1 , ", "around"),
        ("(format: 1, id: \"01k2p2z5000000000000000002\", records: [", "around"),
        (" records: [ // all of them", "around"),
        (" format: one,", "no record"),
        (" format: 99999999999999,", "no record"),
        (" id: \"not an id\",", "no record"),
        (" colour: 1,", "no record"),
        (&sum, "checked"),
        (&format!("   {sum} ,  \r"), "checked"),
        (&format!("{sum},,"), "wrong sum"),
        (&sum.replace("true", "false"), "wrong sum"),
        (&sum.replace("/*", "/*0"), "wrong sum"),
        (&sum.replace("*/", "*"), "wrong sum"),
        (&sum.to_uppercase(), "wrong sum"),
        ("/*00000000*/", "wrong sum"),
        ("/* a comment */", "wrong sum"),
        (&unknown, "unknown"),
        (&checked("], ("), "wrong sum"),
        (HIDING, "unchecked"),
        (&HIDING.replace(' ', "   "), "unchecked"),
        ("Told(1)", "no record"),
        ("Text(", "no record"),
        ("the quick brown fox", "no record"),
        (&checked(&format!("Deep{}{}", "(".repeat(50_000), ")".repeat(50_000))), "unknown"),
        (&format!("Deep{}{}", "(".repeat(50_000), ")".repeat(50_000)), "no record"),
    ] {
        assert_eq!(kind(line), expected, "{}", line.chars().take(120).collect::<String>());
    }
    assert!(matches!(line::read(b"caf\xe9"), Line::Damaged(Why::NotUtf8)));
    assert!(matches!(line::read(&vec![b'a'; MAX_LINE + 1]), Line::Damaged(Why::TooLong)));
}

#[test]
fn a_record_in_another_spelling_is_written_as_ours() {
    let spellings = [HIDING.replace(' ', ""), HIDING.replace(", ", " ,  "), format!("{},", HIDING.replace("))", " ) )"))];
    for spelling in spellings {
        let read = read_text(format!("{HEAD}{spelling}\n{END}")).unwrap();
        assert_eq!((read.lines[0].0.as_str(), read.report.unchecked), (HIDING, 1), "{spelling}");
    }
}

#[test]
fn the_golden_file_is_read_whole_and_written_the_same() {
    let read = read_text(GOLDEN).unwrap();
    assert!(read.report.is_sound(), "{:?}", read.report);
    assert_eq!(
        (read.id.to_string().as_str(), read.format, read.report.records, read.report.unknown),
        ("01m3250v00000000000000004s", 1, 18, 1)
    );
    let mut set = RecordSet::default();
    for (line, record) in &read.lines {
        set.insert(line);
        assert!(record.as_ref().is_none_or(|record| record.to_line() == *line), "{line}");
    }
    assert_eq!(String::from_utf8(render(read.id, set.lines(), &Progress::default()).unwrap()).unwrap(), GOLDEN);
}

#[test]
fn the_golden_file_of_the_kinds_that_came_later_is_read_and_written_the_same() {
    const LATER: &str = include_str!("../golden/format-1-several-reviewers.factmark.ron");
    let read = read_text(LATER).unwrap();
    assert!(read.report.is_sound(), "{:?}", read.report);
    assert_eq!((read.format, read.report.records, read.report.unknown), (1, 13, 0));
    let mut set = RecordSet::default();
    for (line, record) in &read.lines {
        set.insert(line);
        assert_eq!(record.as_ref().map(Record::to_line).as_deref(), Some(line.as_str()));
    }
    assert_eq!(String::from_utf8(render(read.id, set.lines(), &Progress::default()).unwrap()).unwrap(), LATER);
}

#[test]
fn a_redacted_record_that_another_tool_merged_in_is_not_loaded_nor_saved_again() {
    let redaction = Record::Said {
        at: Stamp::NEVER,
        by: ReviewerId::new(1, 1),
        what: What::Redaction { records: vec![RecordHash::of(HIDING)], reason: "Confidential".into() },
    };
    let redaction = redaction.to_line();
    for lines in [[HIDING, &redaction], [&redaction, HIDING]] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("merged.factmark.ron");
        std::fs::write(&path, format!("{HEAD}{},\n{},\n{END}", lines[0], lines[1])).unwrap();
        let loaded = crate::storage::load(&path, &Progress::default()).unwrap();
        assert_eq!((loaded.report.records, loaded.report.redacted), (1, 1));
        let records = loaded.project.records();
        let saved = render(loaded.project.id(), records.lines(), &Progress::default()).unwrap();
        assert!(!String::from_utf8(saved).unwrap().contains("Hiding"));
    }
}

#[test]
fn the_whole_file_is_ron_that_other_tools_can_read() {
    #[derive(serde::Deserialize)]
    struct Project {
        format: u32,
        id: ProjectId,
        records: Vec<Record>,
    }

    let known: String = GOLDEN.lines().filter(|line| !line.contains("Wish")).map(|line| format!("{line}\n")).collect();
    let whole: Project = ron::from_str(&known).unwrap();
    let read = read_text(GOLDEN).unwrap();
    assert_eq!((whole.format, whole.id), (read.format, read.id));
    assert_eq!(whole.records, read.lines.into_iter().filter_map(|(_, record)| record).collect::<Vec<_>>());
    let empty = render(whole.id, &Lines::default(), &Progress::default()).unwrap();
    assert!(ron::from_str::<Project>(std::str::from_utf8(&empty).unwrap()).unwrap().records.is_empty());
}

#[test]
fn what_tools_do_to_text_changes_nothing() {
    let plain = read_text(GOLDEN).unwrap();
    let check = |text: Vec<u8>| {
        let read = read_text(text).unwrap();
        assert_eq!((&read.lines, read.id, &read.report), (&plain.lines, plain.id, &plain.report));
    };
    check(GOLDEN.replace('\n', "\r\n").into_bytes());
    check([b"\xef\xbb\xbf", GOLDEN.as_bytes()].concat());
    check(GOLDEN.trim_end().as_bytes().to_vec());
    check(GOLDEN.replace('\n', "  \n\n").into_bytes());
    check(GOLDEN.replace("  /*", "\t/*").into_bytes());
}

#[test]
fn damage_is_reported_with_its_line_and_the_rest_is_read() {
    let (one, other) = (checked(HIDING), checked("Told(1)"));
    let whole = format!("{HEAD}  {one},\n  {other},\n{END}");
    let check = |text: String, records: usize, expected: &[(usize, Why)]| {
        let report = read_text(&text).unwrap().report;
        let found: Vec<(usize, Why)> = report.damaged.iter().map(|damaged| (damaged.line, damaged.why)).collect();
        assert_eq!((report.records, found.as_slice(), report.damaged_count), (records, expected, expected.len()), "{text}");
    };
    check(whole.clone(), 2, &[]);
    check(whole.replace("hidden: true", "hidden: false"), 1, &[(5, Why::Checksum)]);
    check(whole.replace(END, ""), 2, &[(6, Why::CutOff)]);
    check(whole.replace(")\n", ""), 2, &[(7, Why::CutOff)]);
    check(whole.replace(" id:", " ip:"), 2, &[(3, Why::NotARecord), (1, Why::NoId)]);
    check(whole.replace(" format:", " farmat:"), 2, &[(2, Why::NotARecord), (1, Why::NoFormat)]);
    check(format!("{one}\n"), 1, &[(1, Why::NoId), (1, Why::NoFormat), (1, Why::CutOff)]);
    check(format!("{}\n", HIDING.replace(", ", ",\n")) + &whole, 2, &(1..7).map(|line| (line, Why::NotARecord)).collect::<Vec<_>>());
}

#[test]
fn a_file_without_its_id_gets_one_that_follows_from_its_bytes() {
    let one = checked(HIDING);
    let ids: Vec<ProjectId> = [&one, &one, &checked("Told(1)")].iter().map(|text| read_text(text).unwrap().id).collect();
    assert!(ids[0] == ids[1] && ids[0] != ids[2], "{ids:?}");
}

#[test]
fn merged_headers_and_newer_formats_are_understood() {
    let other = HEAD.replace("02\"", "03\"");
    let read = read_text(format!("{HEAD}{other}{}\n{END}{END}", checked(HIDING))).unwrap();
    assert_eq!(read.report.other_id.unwrap().to_string(), "01k2p2z5000000000000000003");
    assert_eq!((read.id.to_string().as_str(), read.report.is_sound()), ("01k2p2z5000000000000000002", false));
    let twice = read_text(format!("{HEAD}{HEAD}{}\n{END}{END}", checked(HIDING))).unwrap();
    assert!(twice.report.is_sound() && !twice.report.read_only);
    let newer = read_text(format!("{}{}\n{END}", HEAD.replace("format: 1", "format: 2"), checked(HIDING))).unwrap();
    assert!(newer.report.read_only && newer.format == 2 && newer.lines.len() == 1);
}

#[test]
fn what_is_no_project_is_refused_in_words() {
    let check = |bytes: &[u8], expected: &str| {
        let error = read_text(bytes).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(b"", "is empty");
    check(b"\n \r\n", "is empty");
    check(b"\xef\xbb\xbf", "is empty");
    check(b"\xff\xfe(\0", "UTF-16");
    check(b"\x7fELF\0\0\0\x01\x02", "binary");
    check(b"A letter to the editor.\nIt has two lines.\n", "neither");
    check(b"(\n)\n", "neither");
    check(b"Config(width: 3)\n", "neither");
    check(b"{\"format\": 1}", "neither");
    check("((((((((((".repeat(100_000).as_bytes(), "neither");
}

#[test]
fn a_file_of_nothing_but_damage_is_described_up_to_a_limit() {
    let lines = super::super::report::MAX_DAMAGED + 500;
    let report = read_text(HEAD.to_owned() + &"what is this\n".repeat(lines) + END).unwrap().report;
    assert_eq!((report.damaged_count, report.damaged.len()), (lines, super::super::report::MAX_DAMAGED));
}
