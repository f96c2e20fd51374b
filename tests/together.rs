//! One file in the hands of two programs: an open window, without its drawing, and the real commands.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use factmark::app::{App, Request, Surroundings};
use factmark::storage::{Pace, Progress, load};

const LONG: Duration = Duration::from_secs(60);

fn factmark(folder: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_factmark")).args(arguments).current_dir(folder).env("HOME", folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn window(folder: &Path, file: &Path) -> (App, Receiver<()>) {
    let (sender, woken) = channel();
    let sender = Mutex::new(sender);
    let mut surroundings = Surroundings::fixed(1_790_000_000_000);
    surroundings.state_folder = Some(folder.join("state"));
    surroundings.watching = Some(Pace::default());
    let wake = move || {
        let _ = sender.lock().unwrap().send(());
    };
    let mut app = App::new(surroundings, Arc::new(wake));
    app.settings.name = "Ada Quist".into();
    app.act(Request::Take(vec![file.to_owned()]));
    (app, woken)
}

#[track_caller]
fn until(app: &mut App, woken: &Receiver<()>, what: &str, expected: impl Fn(&App) -> bool) {
    let end = Instant::now() + LONG;
    loop {
        app.poll();
        if expected(app) {
            return;
        }
        assert!(woken.recv_timeout(end.saturating_duration_since(Instant::now())).is_ok(), "it never came that {what}");
    }
}

#[test]
fn what_another_program_writes_comes_into_the_open_window_within_two_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kiln.factmark.ron");
    let words = ["The kiln", "was fired", "in 1904", "by two", "brothers"];
    std::fs::write(folder.path().join("kiln.txt"), format!("The kiln of Tarn\n\n{}.\n", words.join(" "))).unwrap();
    factmark(folder.path(), &["new", "--title", "Kiln", "--by", "Ben Okoro", "-o", "kiln.factmark.ron", "kiln.txt"]);
    let (mut app, woken) = window(folder.path(), &file);
    until(&mut app, &woken, "the project is open", |app| app.path().is_some());
    let mut longest = Duration::ZERO;
    for (n, quote) in words.iter().enumerate() {
        factmark(
            folder.path(),
            &[
                "mark",
                "kiln.factmark.ron",
                "--article",
                "kiln.txt",
                "--quote",
                quote,
                "--nth",
                if n == 0 { "2" } else { "1" },
                "--verdict",
                "verified",
                "--by",
                "Ben Okoro",
            ],
        );
        let written = Instant::now();
        until(&mut app, &woken, "the mark is there", |app| app.session().project().counts().total() == n + 1);
        longest = longest.max(written.elapsed());
        // Own work goes to the same file in turn.
        app.act(Request::SetTitle(format!("Kiln {n}")));
        app.act(Request::Run(factmark::app::command::Command::Save));
        until(&mut app, &woken, "it is saved", |app| !app.session().is_unsaved() && !app.is_saving());
    }
    println!("{} changes by another process came in; the slowest after {longest:?}", words.len());
    assert!(longest < Duration::from_secs(2), "{longest:?}");
    let disk = load(&file, &Progress::default()).unwrap().project;
    assert_eq!(disk.records().len(), app.session().project().records().len());
    assert_eq!((disk.counts().total(), disk.title()), (words.len(), "Kiln 4"));
    app.finish();
}
