//! Several processes on one file.

use factmark::storage::{Progress, load};

use super::long;
use super::worker::{Worker, evidence, lay_project, project_in, start};

#[test]
fn two_processes_that_save_one_file_end_with_the_union() {
    // A save after every third change.
    let changes = if long() { 1_500 } else { 150 };
    let folder = tempfile::tempdir().unwrap();
    lay_project(folder.path());
    let workers = ["a", "b"].map(|name| (name, start("edit", folder.path(), name, changes)));
    let threads = workers.map(|(name, mut worker)| {
        std::thread::spawn(move || {
            let saves = count_saves(&mut worker);
            assert!(worker.process.wait().unwrap().success(), "worker {name} failed");
            saves
        })
    });
    let saves: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    let loaded = load(&project_in(folder.path()), &Progress::default()).unwrap();
    assert!(loaded.report.is_sound());
    for name in ["a", "b"] {
        let there = evidence(&loaded.project, name);
        assert!(there.iter().copied().eq(0..changes), "of worker {name} there are {} changes of {changes}", there.len());
    }
    println!("{saves} interleaved saves of two processes, {} records: the union", loaded.project.records().len());
    assert!(saves >= 2 * changes / 3);
}

fn count_saves(worker: &mut Worker) -> usize {
    let mut saves = 0;
    while let Some(told) = worker.next() {
        saves += usize::from(told.starts_with("saved"));
    }
    saves
}
