//! `kill -9` of the program while it edits and saves.

use std::time::{Duration, Instant};

use factmark::storage::{Progress, leftovers, load};

use super::worker::{evidence, lay_project, numbers, project_in, start, state_in};
use super::{Chance, long};

#[test]
#[expect(clippy::disallowed_methods, reason = "when it is killed is left to chance")]
fn a_killed_program_loses_nothing_that_it_has_acknowledged() {
    let kills = if long() { 1_000 } else { 50 };
    let folder = tempfile::tempdir().unwrap();
    lay_project(folder.path());
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let (mut kept, mut saved, mut acknowledged, mut early) = (None, None, 0, 0);
    for kill in 0..kills {
        let mut worker = start("edit", folder.path(), "w", usize::MAX / 2);
        // Every fourth is killed while it starts, which is when it opens the file and recovers what the one before left.
        if kill % 4 == 3 {
            std::thread::sleep(Duration::from_micros(chance.below(60_000)));
            worker.process.kill().unwrap();
            early += 1;
        }
        let mut life = None;
        // Until it is ready nothing is promised; from then on it lives for as long as chance says.
        while life.is_none_or(|end: Instant| Instant::now() < end) {
            let Some(told) = worker.next() else { break };
            match told.split_once(' ') {
                None => life = Some(Instant::now() + Duration::from_micros(chance.below(120_000))),
                Some(("kept", n)) => (kept, acknowledged) = (Some(n.parse::<usize>().unwrap()), acknowledged + 1),
                Some(("saved", n)) => saved = Some(n.parse::<usize>().unwrap()),
                Some(_) => {}
            }
        }
        worker.process.kill().unwrap();
        // What it told before the end counts as well.
        while let Some(told) = worker.next() {
            match told.split_once(' ') {
                Some(("kept", n)) => kept = Some(n.parse().unwrap()),
                Some(("saved", n)) => saved = Some(n.parse().unwrap()),
                _ => {}
            }
        }
        worker.process.wait().unwrap();
        let loaded = load(&project_in(folder.path()), &Progress::default()).unwrap();
        assert!(loaded.report.is_sound(), "the file is damaged after kill {kill}");
        let filed = evidence(&loaded.project, "w");
        assert!(filed.iter().copied().eq(0..filed.len()), "the file has gaps after kill {kill}: {filed:?}");
        assert!(saved.is_none_or(|n| filed.len() > n), "saved {saved:?} is not in the file after kill {kill}");
        let mut all = filed;
        for leftover in leftovers(&state_in(folder.path())) {
            all.extend(numbers(leftover.lines.iter().map(String::as_str), "w"));
        }
        assert!(kept.is_none_or(|n| (0..=n).all(|m| all.contains(&m))), "kept {kept:?} is lost after kill {kill}");
    }
    println!("{kills} kills, {early} of them while it started, {acknowledged} changes acknowledged, 0 lost, the file whole each time");
    assert!(saved.is_some() && acknowledged > kills / 4, "the program was killed before it did anything");
}
