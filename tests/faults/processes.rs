//! Several processes on one file.

use factmark::storage::{Progress, load};

use super::worker::{Worker, evidence, lay_project, project_in, start};

#[test]
fn two_processes_that_save_one_file_end_with_the_union() {
    // A save after every third change.
    let changes = 1_500;
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
        assert_eq!(evidence(&loaded.project, name), (0..changes).collect::<Vec<_>>(), "of worker {name}");
    }
    println!("{saves} interleaved saves of two processes, {} records: the union", loaded.project.records().len());
    assert!(saves >= 1_000);
}

fn count_saves(worker: &mut Worker) -> usize {
    let mut saves = 0;
    while let Some(told) = worker.next() {
        saves += usize::from(told.starts_with("saved"));
    }
    saves
}
