//! Files of other versions: what this one does not know survives its hands.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::disallowed_methods, missing_docs)]

use super::sample;
use crate::model::{Clock, Edit, Replica, ReviewerId, What};
use crate::storage::{Fingerprint, Progress, SaveError, load, save};

const GOLDEN: &str = include_str!("../golden/format-1.factmark.ron");

/// Kinds and fields that a newer minor version may bring, each in a spelling of its own.
const UNKNOWN: [&str; 5] = [
    "Told(at: (1, 0, \"00000001\"), what: [\"one\", (two: 2)])",
    "Said(at: (1, 0, \"00000001\"), by: \"00000000000000000000000001\", what: Mood(annotation: \"x\",  glad: true))",
    "Said(at:(2,0,\"00000001\"),by:\"00000000000000000000000001\",what:Hiding(target:Planet(3),hidden:true))",
    "Text(article: \"short\", n: -1, text: 5.5e400)",
    "Wish()",
];

#[test]
fn what_a_newer_minor_version_wrote_survives_load_edit_save_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.factmark.ron");
    let unknown: String = UNKNOWN.iter().map(|line| format!("  /*{:08x}*/ {line},\n", crc32fast::hash(line.as_bytes()))).collect();
    std::fs::write(&path, GOLDEN.replacen(" records: [\n", &format!(" records: [\n{unknown}"), 1)).unwrap();
    let mut disk = None;
    for round in 1..=3 {
        let mut loaded = load(&path, &Progress::default()).unwrap();
        assert!(loaded.report.is_sound());
        let edit = Edit::one("Name it", What::Project { title: Some(format!("Round {round}")), blind: None });
        loaded.project.apply(&edit, ReviewerId::new(1, 1), &mut Clock::new(Replica(9)), 1_800_000_000_000 + round);
        let (id, lines) = (loaded.project.id(), loaded.project.records().snapshot());
        assert!(disk.is_none_or(|disk: Fingerprint| disk == loaded.disk));
        disk = Some(save(&path, id, &lines, Some(&loaded.disk), &Progress::default()).unwrap().fingerprint);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(&format!("Round {round}")));
        for line in unknown.lines().chain(GOLDEN.lines()) {
            assert!(text.lines().any(|saved| saved == line), "round {round}: {line}");
        }
    }
    println!("{} lines of unknown kinds and fields, loaded, edited and saved 3 times: byte for byte", UNKNOWN.len());
}

#[test]
fn a_file_of_a_newer_major_version_can_be_looked_at_and_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.factmark.ron");
    for format in ["2", "17", "4294967295"] {
        let newer = GOLDEN.replacen("format: 1", &format!("format: {format}"), 1);
        std::fs::write(&path, &newer).unwrap();
        let loaded = load(&path, &Progress::default()).unwrap();
        assert!(loaded.report.read_only && loaded.project.records().len() == 18);
        let other = sample::set(1, 5);
        for expected in [None, Some(&Fingerprint::of(b"what it held before"))] {
            let refused = save(&path, loaded.project.id(), other.lines(), expected, &Progress::default()).unwrap_err();
            assert!(matches!(refused, SaveError::Newer(_)) && refused.to_string().contains("newer Factmark"), "{refused}");
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
    }
}
