//! One save with a fault at each system call that it makes: killed there, an input/output error, a full disk.
//!
//! strace is put onto the worker's thread while it waits at the gate, so that calls are counted from the beginning of the save. A first run without
//! faults tells which calls there are. The state afterwards is good if the file is the old one or the new one, whole, and the new one wherever
//! the worker told “saved”.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::has;
use super::worker::{larger, lay_project, project_in, start, state_in};
use factmark::storage::{Progress, load, render};

/// Calls that only look, sleep or allocate cannot harm a file.
const HARMLESS: [&str; 12] = [
    "mmap",
    "munmap",
    "mprotect",
    "brk",
    "madvise",
    "futex",
    "exit_group",
    "restart_syscall",
    "sigaltstack",
    "sched_yield",
    "getpid",
    "gettid",
];

/// What a run under strace has left.
struct Ran {
    told: Option<String>,
    calls: Vec<String>,
}

/// Runs one save with these faults; `None` where strace may not look.
fn run(folder: &Path, inject: Option<&str>) -> Option<Ran> {
    let mut worker = start("save", folder, "w", 1);
    let thread = worker.next()?.strip_prefix("thread ")?.to_owned();
    let log = folder.join("strace.log");
    let mut strace = Command::new("strace");
    strace.args(["-p", &thread, "-o", log.to_str()?]);
    if let Some(inject) = inject {
        strace.args(["-e", &format!("inject={inject}")]);
    }
    let mut strace = strace.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().ok()?;
    let mut said = BufReader::new(strace.stderr.take()?);
    let mut line = String::new();
    said.read_line(&mut line).ok()?;
    if !line.contains("attached") {
        // Whoever is not root may need leave to look into another process.
        let _ = worker.process.kill();
        let _ = (worker.process.wait(), strace.wait());
        return None;
    }
    worker.gate.write_all(b"go\n").ok()?;
    let told = worker.next();
    worker.process.wait().ok()?;
    strace.wait().ok()?;
    let log = std::fs::read_to_string(&log).ok()?;
    let name = |line: &str| {
        line.split_once('(').map(|(name, _)| name.to_owned()).filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_'))
    };
    Some(Ran { told, calls: log.lines().filter_map(name).collect() })
}

fn fresh() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    lay_project(folder.path());
    std::fs::create_dir_all(state_in(folder.path())).unwrap();
    folder
}

#[test]
fn a_save_is_complete_or_did_not_happen_whatever_call_fails() {
    if !has("strace") {
        println!("left out: strace is missing");
        return;
    }
    let folder = fresh();
    let old = std::fs::read(project_in(folder.path())).unwrap();
    let project = load(&project_in(folder.path()), &Progress::default()).unwrap().project;
    let new = render(project.id(), larger(&project).records().lines(), &Progress::default()).unwrap();
    let Some(sound) = run(folder.path(), None) else {
        println!("left out: strace may not look into another process");
        return;
    };
    assert_eq!(sound.told.as_deref(), Some("saved"));
    assert_eq!(std::fs::read(project_in(folder.path())).unwrap(), new);
    // Each call with how many there are of it; what comes after “saved” was told is the end of the process.
    let told = sound.calls.iter().rposition(|call| call == "write").unwrap_or(sound.calls.len());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for call in sound.calls.iter().take(told).filter(|call| !HARMLESS.contains(&call.as_str())) {
        *counts.entry(call).or_default() += 1;
    }
    let (mut faults, mut safe, mut states) = (0, 0, BTreeSet::new());
    for (call, count) in &counts {
        for n in 1..=*count {
            // The gate itself is a read.
            if *call == "read" && n == 1 {
                continue;
            }
            for fault in ["signal=KILL", "error=EIO", "error=ENOSPC"] {
                let folder = fresh();
                let inject = format!("{call}:{fault}:when={n}");
                let ran = run(folder.path(), Some(&inject)).expect("strace could look before");
                let now = std::fs::read(project_in(folder.path())).unwrap_or_default();
                let state = if now == old {
                    "old"
                } else if now == new {
                    "new"
                } else {
                    "bad"
                };
                assert_ne!(state, "bad", "{inject} left neither the old file nor the new one");
                let acknowledged = ran.told.as_deref() == Some("saved");
                assert!(!acknowledged || state == "new", "{inject}: “saved” was told, but the file is the old one");
                states.insert(state);
                faults += 1;
                safe += usize::from(acknowledged);
            }
        }
    }
    let calls: usize = counts.values().sum();
    println!("{faults} faults at {calls} calls of one save: bad states 0; saved all the same {safe} times");
    assert!(faults >= 60 && states.len() == 2, "the faults did not reach the save: {faults}, {states:?}");
}
