#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::model::Lines;
use crate::storage::{Progress, save};

#[test]
fn the_names_that_syncing_programs_give_are_known() {
    let own = "harbour.factmark.ron";
    for (name, expected) in [
        ("harbour.factmark.sync-conflict-20261122-091200-ABCDEFG.ron", true),
        ("harbour.factmark (Ada's conflicted copy 2026-11-22).ron", true),
        ("harbour (Ada's conflicted copy 2026-11-22).factmark.ron", true),
        ("harbour.factmark (conflicted copy 2026-11-22 091200).ron", true),
        ("harbour.factmark (Adas Konfliktkopie 2026-11-22).ron", true),
        ("harbour.factmark (copie en conflit de Ada 2026-11-22).ron", true),
        ("harbour.factmark (競合コピー).ron", true),
        ("harbour.factmark_conflict-20261122-091200.ron", true),
        ("harbour.factmark-LAPTOP-2.ron", true),
        ("harbour.factmark (1).ron", true),
        ("harbour (2).factmark.ron", true),
        ("harbour.factmark 2.ron", true),
        ("harbour 12.factmark.ron", true),
        (own, false),
        ("harbour.ron", false),
        ("harbour.factmark.ron.bak", false),
        ("harbour-final.factmark.ron", false),
        ("harbour 2026.factmark.ron", false),
        ("harbour.damaged-20261122-091200.ron", false),
        ("harbour-north.factmark (1).ron", false),
        ("harbour.factmark - Copy.ron", false),
        ("bridge.factmark (1).ron", false),
        ("harbour.factmark (1).txt", false),
        ("", false),
    ] {
        assert_eq!(is_copy_name(own, name), expected, "{name}");
    }
    assert!(is_copy_name("notes.ron", "notes (1).ron") && !is_copy_name("notes.ron", "notes.ron"));
}

#[test]
fn the_project_decides_and_not_the_name() {
    let folder = tempfile::tempdir().unwrap();
    let (own, other) = (ProjectId::new(1, 1), ProjectId::new(2, 2));
    let at = |name: &str| folder.path().join(name);
    let put = |name: &str, id| save(&at(name), id, &Lines::default(), None, &Progress::default()).unwrap();
    put("a.factmark.ron", own);
    put("a.factmark (1).ron", own);
    put("a.factmark (2).ron", other);
    put("b.factmark (1).ron", own);
    fs::write(at("a.factmark (3).ron"), "not a project").unwrap();
    fs::write(at("a.factmark (4).ron"), [0xff; 9000]).unwrap();
    fs::create_dir(at("a.factmark (5).ron")).unwrap();
    assert_eq!(copies(&at("a.factmark.ron"), own), [at("a.factmark (1).ron")].map(|path| path.canonicalize().unwrap()));
    assert!(copies(&at("nowhere").join("a.factmark.ron"), own).is_empty());
}

#[test]
fn a_link_is_no_copy() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("a.factmark.ron");
    save(&own, ProjectId::new(1, 1), &Lines::default(), None, &Progress::default()).unwrap();
    let linked = crate::platform::staging::link(&own, &folder.path().join("a.factmark (1).ron"));
    assert!(!linked || copies(&own, ProjectId::new(1, 1)).is_empty());
}
