//! Load, save, load, join: the same set, the same bytes, whatever the file was.

#![no_main]

use factmark_fuzz::lines;
use factmark_fuzz::model::Project;
use factmark_fuzz::storage::{Progress, parse_here, render};
use libfuzzer_sys::fuzz_target;

fn project(bytes: &[u8]) -> Option<Project> {
    let read = parse_here(bytes).ok()?;
    let mut project = Project::new(read.id);
    project.add_read(read.lines);
    Some(project)
}

fn saved(project: &Project) -> Vec<u8> {
    render(project.id(), project.records().lines(), &Progress::default()).expect("nobody cancels")
}

fuzz_target!(|input: &[u8]| {
    let (bytes, _) = lines(input, |sum| format!("/*{sum:08x}*/ "));
    let Some(first) = project(&bytes) else { return };
    let once = saved(&first);
    let second = project(&once).expect("what was saved can be read");
    assert_eq!(saved(&second), once, "saved, loaded and saved again: the same bytes");
    assert_eq!(second.records().len(), first.records().len());
    let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
    let mut joined = second.clone();
    let changes = joined.join(first.records());
    assert!(changes.is_empty() && saved(&joined) == once, "joined with itself: the same project");
    let Some(other) = project(half) else { return };
    let (mut one_way, mut other_way) = (first.clone(), other.clone());
    one_way.join(other.records());
    other_way.join(first.records());
    assert_eq!(one_way.records().lines().sorted(), other_way.records().lines().sorted(), "joined in either order: the same set");
});
