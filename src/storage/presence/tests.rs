#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::time::SystemTime;

use super::*;

const NOW: u64 = 1_795_338_720_000;

fn note(folder: &Path, name: &str) -> Note {
    let mut note = Note::new(&folder.join("mill.factmark.ron"), name.into(), NOW);
    note.said.machine = format!("{name}’s laptop");
    note
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn shown(crowd: &mut Crowd, own: &Note, now: u64) -> Vec<String> {
    crowd.look(own, now).into_iter().map(|present| format!("{} on {}", present.name, present.machine)).collect()
}

#[test]
fn two_who_have_a_file_open_see_each_other_until_one_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let (mut ada, mut ben) = (note(folder.path(), "Ada"), note(folder.path(), "Ben"));
    let (mut of_ada, mut of_ben) = (Crowd::default(), Crowd::default());
    ada.write(NOW);
    assert_eq!(shown(&mut of_ada, &ada, NOW), [""; 0], "nobody sees themselves");
    ben.write(NOW);
    assert_eq!(shown(&mut of_ada, &ada, NOW), ["Ben on Ben’s laptop"]);
    assert_eq!(shown(&mut of_ben, &ben, NOW), ["Ada on Ada’s laptop"]);
    ben.rename("Benedict".into());
    ben.write(NOW + 45_000);
    assert_eq!(shown(&mut of_ada, &ada, NOW + 45_000), ["Benedict on Ben’s laptop"]);
    assert_eq!(names(folder.path()).len(), 2, "a renewed note takes the place of the old one");
    ben.withdraw();
    assert_eq!(shown(&mut of_ada, &ada, NOW + 46_000), [""; 0]);
    ada.withdraw();
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_note_lives_as_long_as_it_is_renewed_whatever_its_clock_says() {
    let hour = 3_600_000;
    let said = |written: u64| Said { session: 7, name: "Ben".into(), machine: String::new(), since: written, written };
    // The clock of the writer against ours, whether it shows at first sight, and after it was renewed.
    for (ahead, at_once) in [(0, true), (60_000, true), (-60_000, true), (hour, false), (-hour, false)] {
        let mut crowd = Crowd::default();
        let theirs = |now: u64| now.saturating_add_signed(ahead);
        assert_eq!(!crowd.living(vec![said(theirs(NOW))], NOW).is_empty(), at_once, "{ahead}");
        let renewed = NOW + 45_000;
        assert_eq!(crowd.living(vec![said(theirs(renewed)), said(theirs(NOW))], renewed).len(), 1, "{ahead}");
        assert_eq!(crowd.living(vec![said(theirs(renewed))], renewed + OLD_MS - 1).len(), 1, "{ahead}");
        assert!(crowd.living(vec![said(theirs(renewed))], renewed + OLD_MS).is_empty(), "{ahead}: nobody renews it");
    }
}

#[test]
fn hostile_notes_are_cut_stripped_and_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let own = note(folder.path(), "Ada");
    let lay = |digits: u32, text: &str| fs::write(folder.path().join(format!(".mill.factmark.ron{MARK}{digits:08x}")), text).unwrap();
    let said = |session: u32, name: &str| {
        let said = Said { session, name: name.into(), machine: "m".into(), since: NOW, written: NOW };
        ron::to_string(&said).unwrap()
    };
    lay(1, &said(1, "\u{202e}neB\u{7}\n"));
    lay(2, &said(2, &"z".repeat(500)));
    lay(3, &said(3, &"y".repeat(5000)));
    lay(4, "(((((((((((((");
    lay(5, "");
    lay(6, &"(".repeat(1_000_000));
    fs::create_dir(folder.path().join(format!(".mill.factmark.ron{MARK}00000007"))).unwrap();
    let expected = ["neB on m".to_owned(), format!("{} on m", "z".repeat(MAX_CHARS))];
    assert_eq!(shown(&mut Crowd::default(), &own, NOW), expected);
    for n in 100..100 + 3 * MAX_NOTES as u32 {
        lay(n, &said(n, "crowd"));
    }
    assert!(shown(&mut Crowd::default(), &own, NOW).len() <= MAX_NOTES);
}

#[test]
fn notes_of_other_files_and_old_ones_do_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let mut other = Note::new(&folder.path().join("weir.factmark.ron"), "Cy".into(), NOW);
    other.write(NOW);
    let own = note(folder.path(), "Ada");
    assert_eq!(shown(&mut Crowd::default(), &own, NOW), [""; 0]);
    let (mut left, mut skewed) = (note(folder.path(), "Left"), note(folder.path(), "Skewed"));
    left.write(NOW - 2 * LEFT_MS);
    skewed.write(NOW - 2 * LEFT_MS);
    let long_ago = SystemTime::now() - std::time::Duration::from_millis(2 * LEFT_MS);
    File::options().write(true).open(left.written.as_ref().unwrap()).unwrap().set_modified(long_ago).unwrap();
    assert_eq!(shown(&mut Crowd::default(), &own, NOW), [""; 0]);
    assert!(!left.written.unwrap().exists(), "what a crash has left is removed");
    assert!(skewed.written.unwrap().exists(), "a wrong clock is no crash");
}

#[test]
fn a_note_that_cannot_be_written_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut nowhere = Note::new(&folder.path().join("gone").join("mill.factmark.ron"), "Ada".into(), NOW);
    nowhere.write(NOW);
    assert!(nowhere.written.is_none());
    let long = "x".repeat(250);
    let mut too_long = Note::new(&folder.path().join(long), "Ada".into(), NOW);
    too_long.write(NOW);
    assert!(too_long.written.is_none());
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_name_tells_a_note() {
    for (name, expected) in [
        (".mill.factmark.ron.factmark-presence-0a1b2c3d", true),
        ("mill.factmark.ron.factmark-presence-0a1b2c3d", false),
        (".mill.factmark.ron.factmark-presence-0a1b2c3", false),
        (".mill.factmark.ron.factmark-presence-0a1b2c3x", false),
        (".factmark-0a1b2c3d.tmp", false),
        ("mill.factmark.ron", false),
    ] {
        assert_eq!(is_note(name), expected, "{name}");
    }
}
