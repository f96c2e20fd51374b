//! Damaged files beside their backups and journals: what is found, where, and what is said to be lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::disallowed_methods)]
// Damage may shorten a line: all kinds of it take one type.
#![allow(clippy::ptr_arg, clippy::type_complexity)]

use std::collections::BTreeSet;
use std::fs;

use super::super::journal::Journal;
use super::super::tests::sample::{self, Chance};
use super::super::{file, save, write_file};
use super::*;
use crate::storage::load;

struct Desk {
    dir: tempfile::TempDir,
    path: PathBuf,
    lines: Vec<String>,
}

impl Desk {
    /// A project whose backup lacks the last five records.
    fn new(count: usize) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().canonicalize().unwrap().join("p.factmark.ron");
        let lines: Vec<String> = sample::set(8, count).lines().iter().map(str::to_owned).collect();
        let desk = Self { dir, path, lines };
        let first = desk.save(&desk.lines[..count - 5], None);
        desk.save(&desk.lines, Some(first));
        desk
    }

    fn save(&self, lines: &[String], expected: Option<crate::storage::Fingerprint>) -> crate::storage::Fingerprint {
        let mut set = RecordSet::default();
        lines.iter().for_each(|line| {
            set.insert(line);
        });
        save(&self.path, sample::project_id(1), set.lines(), expected.as_ref(), &Progress::default()).unwrap().fingerprint
    }

    fn state(&self) -> PathBuf {
        self.dir.path().join("state")
    }

    fn backup(&self) -> PathBuf {
        backup_path(&self.path)
    }

    fn text(&self) -> Vec<Vec<u8>> {
        fs::read(&self.path).unwrap().split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
    }

    /// Does something to the line of a record; returns its number in the file.
    fn damage(&self, record: usize, how: impl Fn(&mut Vec<u8>)) -> usize {
        let sum = format!("/*{:08x}*/", crc32fast::hash(self.lines[record].as_bytes()));
        let mut text = self.text();
        let at = text.iter().position(|line| String::from_utf8_lossy(line).contains(&sum)).unwrap();
        how(&mut text[at]);
        fs::write(&self.path, text.concat()).unwrap();
        at + 1
    }

    fn rescue(&self) -> Rescue {
        rescue(&self.path, Some(&self.state()), &Progress::default()).unwrap()
    }
}

fn all(rescue: &Rescue) -> BTreeSet<String> {
    rescue.lines.iter().map(str::to_owned).collect()
}

/// Changes a byte behind the checksum.
fn flip(line: &mut Vec<u8>) {
    let at = line.len() / 2 + 8;
    line[at] ^= 1;
}

#[test]
fn each_way_to_damage_a_line_is_found_in_the_backup() {
    let ways: [(&str, fn(&mut Vec<u8>)); 7] = [
        ("a flipped bit", flip),
        ("the checksum", |line| line[5] = b'x'),
        ("the checksum and the words", |line| {
            line[5] = b'x';
            flip(line);
        }),
        ("cut off", |line| {
            let end = line.len() / 2;
            line.truncate(end);
            line.push(b'\n');
        }),
        ("zeroed", |line| {
            let (from, to) = (line.len() / 2, line.len() - 3);
            line[from..to].fill(0);
        }),
        ("not UTF-8", |line| {
            let at = line.len() / 2 + 4;
            line[at] = 0xff;
        }),
        ("torn in two", |line| {
            let at = line.len() * 3 / 4;
            line.insert(at, b'\n');
        }),
    ];
    for (way, how) in ways {
        let desk = Desk::new(40);
        let record = desk.lines.iter().position(|line| line.len() > 150).unwrap();
        let line = desk.damage(record, how);
        let rescue = desk.rescue();
        let fate = rescue.fates.iter().find(|fate| fate.damaged.line == line).unwrap_or_else(|| panic!("{way}: {:?}", rescue.fates));
        assert_eq!(fate.place, Some(Place::File(desk.backup())), "{way}");
        assert_eq!((all(&rescue), rescue.found.len()), (desk.lines.iter().cloned().collect(), 1), "{way}");
        assert_eq!((rescue.missing, rescue.places()), (0, vec![desk.backup().as_path()]), "{way}");
    }
}

#[test]
fn what_the_backup_lacks_is_found_in_the_journals_and_what_nobody_has_is_written_down() {
    let desk = Desk::new(40);
    let count = desk.lines.len();
    let saved = write_file(&desk.dir.path().join("x"), b"x").unwrap();
    let mut journal = Journal::create(&desk.state(), sample::project_id(1), None).unwrap();
    journal.append(&desk.lines[count - 2..count - 1]).unwrap();
    journal.rotate(&saved).unwrap();
    journal.append(["Told(1, \"taken back before it was ever saved\")"]).unwrap();
    let journal = journal.set_aside().unwrap();
    let living = Journal::create(&desk.state(), sample::project_id(1), None).unwrap();
    Journal::create(&desk.state(), sample::project_id(2), None).unwrap().append(["Told(2, \"of another project\")"]).unwrap();
    let in_backup = desk.damage(3, flip);
    let in_journal = desk.damage(count - 2, flip);
    let nowhere = desk.damage(count - 1, flip);
    let rescue = desk.rescue();
    let fates: BTreeSet<(usize, Option<PathBuf>)> = rescue
        .fates
        .iter()
        .map(|fate| {
            let place = fate.place.clone().map(|place| if let Place::File(path) = place { path } else { panic!("{place:?}") });
            (fate.damaged.line, place)
        })
        .collect();
    let journal = desk.state().join("kept").join(journal.file_name().unwrap());
    assert_eq!(fates, BTreeSet::from([(in_backup, Some(desk.backup())), (in_journal, Some(journal)), (nowhere, None)]));
    let expected: BTreeSet<String> = desk.lines[..count - 1].iter().cloned().collect();
    assert_eq!((all(&rescue), rescue.found.len(), rescue.missing), (expected, 2, 0), "never saved, of another project: neither comes in");
    let lost = rescue.lost_lines().unwrap();
    let line = desk.text()[nowhere - 1].clone();
    assert!(String::from_utf8_lossy(&lost).contains(String::from_utf8_lossy(line.trim_ascii()).as_ref()));
    assert_eq!(String::from_utf8_lossy(&lost).matches("Line ").count(), 1);
    drop(living);
}

#[test]
fn a_file_that_was_cut_off_gets_back_what_it_does_not_even_show_as_damaged() {
    let desk = Desk::new(40);
    let mut text = desk.text();
    text.truncate(10);
    fs::write(&desk.path, text.concat()).unwrap();
    let rescue = desk.rescue();
    assert!(rescue.fates.is_empty() && rescue.missing > 20 && rescue.missing == rescue.found.len());
    let whole: BTreeSet<String> = desk.lines.iter().cloned().collect();
    assert!(all(&rescue).is_subset(&whole) && all(&rescue).len() >= whole.len() - 5);
}

#[test]
fn a_file_of_which_nothing_is_left_comes_back_from_its_backup() {
    let desk = Desk::new(40);
    for rubbish in [&b""[..], b"A letter.\n", &[0; 5000], b"\xff\xfe(\0"] {
        fs::write(&desk.path, rubbish).unwrap();
        let rescue = desk.rescue();
        assert_eq!((rescue.id, rescue.lines.len()), (sample::project_id(1), desk.lines.len() - 5));
    }
    fs::remove_file(desk.backup()).unwrap();
    assert!(matches!(rescue(&desk.path, Some(&desk.state()), &Progress::default()), Err(LoadError::Content(..))));
}

#[test]
fn a_file_that_has_lost_its_id_is_still_the_project_of_its_backup() {
    let desk = Desk::new(40);
    let text = fs::read_to_string(&desk.path).unwrap().replace(" id:", " di:");
    fs::write(&desk.path, text).unwrap();
    assert_eq!(
        (load(&desk.path, &Progress::default()).unwrap().project.id(), desk.rescue().id),
        (sample::project_id(1), sample::project_id(1))
    );
    fs::remove_file(desk.backup()).unwrap();
    assert_eq!(load(&desk.path, &Progress::default()).unwrap().project.id(), desk.rescue().id);
}

#[test]
fn a_damaged_double_of_a_whole_line_is_no_loss() {
    let desk = Desk::new(40);
    let line = desk.damage(3, |line| {
        let mut double = line.clone();
        flip(&mut double);
        line.extend(double);
    });
    let rescue = desk.rescue();
    assert_eq!((rescue.fates[0].damaged.line, rescue.fates[0].place.clone(), rescue.found.len()), (line + 1, Some(Place::Here), 0));
}

#[test]
fn many_files_with_many_faults_get_back_all_that_their_backups_have() {
    let (mut damaged, mut found, mut lost) = (0, 0, 0);
    for seed in 0..300 {
        let desk = Desk::new(60);
        let mut chance = Chance(seed);
        let mut bytes = fs::read(&desk.path).unwrap();
        for _ in 0..1 + chance.below(6) {
            let (from, len) = (chance.below(bytes.len()), chance.below(40));
            bytes.iter_mut().skip(from).take(len + 1).for_each(|byte| *byte ^= 1 << chance.below(8));
        }
        fs::write(&desk.path, &bytes).unwrap();
        let rescue = desk.rescue();
        let whole: BTreeSet<String> = desk.lines.iter().cloned().collect();
        assert!(all(&rescue).is_subset(&whole), "{seed}: something that was never there");
        assert!(desk.lines[..55].iter().all(|line| all(&rescue).contains(line)), "{seed}: the backup has it");
        let known = file::parse(&fs::read(desk.backup()).unwrap(), &Progress::default()).unwrap();
        assert_eq!(known.lines.len(), 55);
        damaged += rescue.fates.len();
        found += rescue.found_again();
        lost += rescue.fates.len() - rescue.found_again();
    }
    println!(
        "300 damaged files beside their backups: {damaged} damaged lines, {found} recognised elsewhere, {lost} not; every record of the backups is back"
    );
    assert!(found * 10 > damaged * 8, "{found} of {damaged}");
}
