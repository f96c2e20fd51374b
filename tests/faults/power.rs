//! Power cuts: a file system on a loop device is shut down under the program, as XFS and ext4 can be told to (the shutdown ioctl, without a flush),
//! mounted again, and looked at. Needs root, `mkfs`, loop devices and `xfs_io`.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use factmark::storage::{Progress, leftovers, load};

use super::worker::{evidence, lay_project, numbers, project_in, start, state_in};
use super::{Chance, has, long};

fn done(program: &str, args: &[&str]) -> bool {
    Command::new(program).args(args).output().is_ok_and(|run| run.status.success())
}

/// A file system in a file, mounted in a folder.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    fn new(kind: &str) -> Option<Self> {
        let disk = Self { folder: tempfile::tempdir().ok()? };
        let image = disk.image();
        std::fs::File::create(&image).ok()?.set_len(320 << 20).ok()?;
        std::fs::create_dir(disk.place()).ok()?;
        (done(&format!("mkfs.{kind}"), &["-q", image.to_str()?]) && disk.mount()).then_some(disk)
    }

    fn image(&self) -> std::path::PathBuf {
        self.folder.path().join("image")
    }

    fn place(&self) -> std::path::PathBuf {
        self.folder.path().join("disk")
    }

    fn mount(&self) -> bool {
        done("mount", &["-o", "loop", &self.image().to_string_lossy(), &self.place().to_string_lossy()])
    }

    /// Everything that is not on the disk is gone.
    fn cut(&self) -> bool {
        done("xfs_io", &["-F", "-x", "-c", "shutdown", &self.place().to_string_lossy()])
    }

    fn unmount(&self) -> bool {
        let until = Instant::now() + Duration::from_secs(10);
        while !done("umount", &[&self.place().to_string_lossy()]) {
            if Instant::now() > until {
                return false;
            }
        }
        true
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.unmount();
    }
}

#[test]
fn a_power_cut_loses_nothing_that_was_acknowledged() {
    let cuts = if long() { 60 } else { 6 };
    for kind in ["ext4", "xfs"] {
        if !has("xfs_io") && !done("xfs_io", &["-V"]) {
            println!("left out: xfs_io is missing");
            return;
        }
        let Some(disk) = Disk::new(kind) else {
            println!("left out: a file system of kind {kind} cannot be mounted here");
            continue;
        };
        cut_again_and_again(&disk, kind, cuts);
    }
}

fn cut_again_and_again(disk: &Disk, kind: &str, cuts: usize) {
    let folder = disk.place();
    lay_project(&folder);
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let (mut kept, mut saved, mut acknowledged) = (None, None, 0);
    for cut in 0..cuts {
        let mut worker = start("edit", &folder, "w", usize::MAX / 2);
        let mut life = None;
        let mut note = |told: &str| match told.split_once(' ') {
            Some(("kept", n)) => (kept, acknowledged) = (n.parse::<usize>().ok(), acknowledged + 1),
            Some(("saved", n)) => saved = n.parse::<usize>().ok(),
            _ => {}
        };
        while life.is_none_or(|end: Instant| Instant::now() < end) {
            let Some(told) = worker.next() else { break };
            if told == "ready" {
                life = Some(Instant::now() + Duration::from_micros(chance.below(200_000)));
            }
            note(&told);
        }
        // What is told from here on may be told of a disk that is gone, so the worker is stopped first, and its words are read to their end.
        assert!(done("kill", &["-STOP", &worker.process.id().to_string()]));
        assert!(disk.cut(), "the disk could not be shut down");
        worker.process.kill().unwrap();
        while let Some(told) = worker.next() {
            note(&told);
        }
        worker.process.wait().unwrap();
        assert!(disk.unmount() && disk.mount(), "the disk could not be mounted again");
        check(&folder, kept, saved, &format!("cut {cut} of {kind}"));
    }
    println!("{cuts} power cuts on {kind}, {acknowledged} changes acknowledged, acknowledged and lost 0");
    assert!(saved.is_some() && acknowledged > cuts / 4, "the power went before anything was done");
}

fn check(folder: &Path, kept: Option<usize>, saved: Option<usize>, when: &str) {
    let loaded = load(&project_in(folder), &Progress::default()).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert!(loaded.report.is_sound(), "the file is damaged after {when}");
    let filed = evidence(&loaded.project, "w");
    assert!(saved.is_none_or(|n| filed.len() > n), "saved {saved:?} is not in the file after {when}");
    let mut all = filed;
    for leftover in leftovers(&state_in(folder)) {
        all.extend(numbers(leftover.lines.iter().map(String::as_str), "w"));
    }
    assert!(kept.is_none_or(|n| (0..=n).all(|m| all.contains(&m))), "kept {kept:?} is lost after {when}");
}
