//! The victim: the program without its window, doing one thing over and over and telling what it has promised.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use factmark::app::command::Command as Wish;
use factmark::app::edits::EvidenceDetails;
use factmark::app::{App, Request, Surroundings};
use factmark::model::{Project, Record, What};
use factmark::storage::{Progress, SaveRequest, load};

/// Longer than anything takes.
const AT_MOST: Duration = Duration::from_secs(60);
/// What the worker is to do: `edit` or `save`.
const TASK: &str = "FACTMARK_WORKER_TASK";
/// The folder that it works in.
const FOLDER: &str = "FACTMARK_WORKER_FOLDER";
/// Who it is, and how many changes it makes at most.
const NAME: &str = "FACTMARK_WORKER_NAME";
const COUNT: &str = "FACTMARK_WORKER_COUNT";

/// The project file of a folder.
pub fn project_in(folder: &Path) -> PathBuf {
    folder.join("p.factmark.ron")
}

/// The state folder of a folder.
pub fn state_in(folder: &Path) -> PathBuf {
    folder.join("state")
}

/// A worker that runs.
pub struct Worker {
    pub process: Child,
    pub told: BufReader<ChildStdout>,
    pub gate: ChildStdin,
}

/// Starts a worker.
pub fn start(task: &str, folder: &Path, name: &str, count: usize) -> Worker {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["worker::work", "--exact", "--nocapture", "--test-threads=1"]).env(TASK, task).env(FOLDER, folder);
    command.env(NAME, name).env(COUNT, count.to_string()).env_remove("RUST_BACKTRACE");
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let told = BufReader::new(process.stdout.take().unwrap());
    let gate = process.stdin.take().unwrap();
    Worker { process, told, gate }
}

impl Worker {
    /// The next thing that it tells; `None` at its end.
    pub fn next(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.told.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if let Some(word) = line.trim().split("worker: ").nth(1) {
                return Some(word.to_owned());
            }
        }
    }
}

/// The worker's own part: does nothing unless it was started as one.
#[test]
fn work() {
    let (Ok(task), Some(folder)) = (std::env::var(TASK), std::env::var_os(FOLDER).map(PathBuf::from)) else { return };
    let name = std::env::var(NAME).unwrap_or_default();
    let count: usize = std::env::var(COUNT).unwrap().parse().unwrap();
    match task.as_str() {
        "edit" => edit(&folder, &name, count),
        "save" => save_once(&folder),
        other => panic!("no task {other}"),
    }
}

fn tell(words: &str) {
    let mut out = std::io::stdout().lock();
    // On a line of its own, whatever the test runner has begun.
    let _ = writeln!(out, "\nworker: {words}").and_then(|()| out.flush());
}

/// A program in this folder.
fn app(folder: &Path, name: &str) -> App {
    let mut surroundings = Surroundings::of_system();
    surroundings.settings_folder = None;
    surroundings.cache_folder = None;
    surroundings.state_folder = Some(state_in(folder));
    let mut app = App::new(surroundings, Arc::new(|| {}));
    app.settings.name = format!("Reviewer {name}");
    app
}

/// Makes changes for ever: “kept n” once the journal has the change, “saved n” once the file has it.
fn edit(folder: &Path, name: &str, count: usize) {
    let mut app = app(folder, name);
    let settled = |app: &mut App| assert!(app.settle(AT_MOST), "the work does not end");
    settled(&mut app);
    app.act(Request::OpenProject(project_in(folder)));
    settled(&mut app);
    // What the worker before left is joined by itself.
    let first = evidence(app.session().project(), name).last().map_or(0, |last| last + 1);
    tell("ready");
    for n in first..first + count {
        let details = EvidenceDetails { citation: format!("{name} {n}"), ..EvidenceDetails::default() };
        app.act(Request::AddEvidence(None, details));
        settled(&mut app);
        // A journal that cannot be written promises nothing.
        if app.is_kept() {
            tell(&format!("kept {n}"));
        }
        if n % 3 == 2 || n + 1 == first + count {
            app.act(Request::Run(Wish::Save));
            settled(&mut app);
            if !app.session().is_unsaved() {
                tell(&format!("saved {n}"));
            }
        }
    }
    app.finish();
    tell("done");
}

/// Waits at the gate, then saves a project with one record more, on this thread.
fn save_once(folder: &Path) {
    let path = project_in(folder);
    let loaded = load(&path, &Progress::default()).unwrap();
    let lines = larger(&loaded.project);
    let request = SaveRequest {
        path,
        id: loaded.project.id(),
        lines: lines.records().snapshot(),
        expected: Some(loaded.disk),
        damaged: false,
        state: Some(state_in(folder)),
        progress: Progress::default(),
    };
    let thread = std::fs::read_link("/proc/thread-self").unwrap();
    tell(&format!("thread {}", thread.file_name().unwrap().to_string_lossy()));
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    match request.save() {
        Ok(_) => tell("saved"),
        Err(error) => tell(&format!("failed {}", error.to_string().replace('\n', " "))),
    }
    std::process::exit(0);
}

/// The project with one piece of evidence more; always the same one.
pub fn larger(project: &Project) -> Project {
    let mut larger = project.clone();
    let here = Surroundings::fixed(1_790_000_000_000);
    let by = factmark::model::ReviewerId::new(5, 5);
    let details = EvidenceDetails { citation: "one more".into(), ..EvidenceDetails::default() };
    let (_, edit) = factmark::app::edits::add_evidence(project, None, by, details, &here);
    larger.apply(&edit, by, &mut factmark::model::Clock::new(factmark::model::Replica(5)), here.now());
    larger
}

/// A project file with one article in a folder.
pub fn lay_project(folder: &Path) {
    let mut project = Project::new(factmark::model::ProjectId::new(1, 1));
    let text = "Ferry runs aground\nThe ferry Plover sat on a sandbank for nine hours. Forty-one people were aboard.";
    let imported = factmark::import::import_bytes("ferry.txt", text.as_bytes()).unwrap();
    let (_, edit) = factmark::app::edits::add_article(&imported);
    let by = factmark::model::ReviewerId::new(4, 4);
    project.apply(&edit, by, &mut factmark::model::Clock::new(factmark::model::Replica(4)), 1_000);
    let lines = project.records().lines();
    factmark::storage::save(&project_in(folder), project.id(), lines, None, &Progress::default()).unwrap();
}

/// The numbers of the changes that a worker of this name has made, in order.
pub fn evidence(project: &Project, name: &str) -> Vec<usize> {
    numbers(project.records().lines().iter(), name)
}

/// The same, of lines.
pub fn numbers<'a>(lines: impl Iterator<Item = &'a str>, name: &str) -> Vec<usize> {
    let mut numbers: Vec<usize> = lines
        .filter_map(|line| match Record::from_line(line).ok()? {
            Record::Said { what: What::Evidence { citation: Some(citation), .. }, .. } => citation.strip_prefix(name)?.trim().parse().ok(),
            _ => None,
        })
        .collect();
    numbers.sort_unstable();
    numbers
}
