//! The system's file dialogs, with the window staying alive.
//!
//! The dialog is made on the interface thread, as macOS wants it, and awaited on another. Where the system has none
//! (no portal, no zenity) or never answers, the person can type the path instead.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rfd::{AsyncFileDialog, FileHandle};

use crate::app::dialog::{Ask, Purpose};
use crate::app::{App, Request};

/// The endings of articles that can be read.
const ARTICLES: &[&str] = &["txt", "md", "markdown", "text"];

/// A dialog that ends without an answer sooner than this was never shown: no person is that quick.
const NOBODY: Duration = Duration::from_millis(300);

/// Opens the dialogs that were asked for since the last frame; where there are none, a path can be typed.
pub fn answer(app: &mut App, there_are_dialogs: bool) {
    for ask in std::mem::take(&mut app.asks) {
        if there_are_dialogs { open(ask, app) } else { app.act(Request::NoFileDialog(ask)) }
    }
}

fn open(ask: Ask, app: &App) {
    let mut dialog = AsyncFileDialog::new();
    if let Some(folder) = &ask.folder {
        dialog = dialog.set_directory(folder);
    }
    dialog = match &ask.purpose {
        Purpose::OpenProject => dialog.set_title("Open project").add_filter("Factmark projects", &["ron"]),
        Purpose::MergeCopies => dialog.set_title("Merge copies").add_filter("Factmark projects", &["ron"]),
        Purpose::AddArticles => dialog.set_title("Add articles").add_filter("Articles", ARTICLES).add_filter("All files", &["*"]),
        Purpose::SaveProject => dialog.set_title("Save project").set_file_name(&ask.name).add_filter("Factmark projects", &["ron"]),
        Purpose::ExportSummary(format) => {
            dialog.set_title("Export the summary").set_file_name(&ask.name).add_filter(format.label(), &[format.extension()])
        }
    };
    let outside = app.jobs.outside();
    let purpose = ask.purpose.clone();
    let several = async move {
        match purpose {
            Purpose::OpenProject => dialog.pick_file().await.map(|file| vec![file]),
            Purpose::AddArticles | Purpose::MergeCopies => dialog.pick_files().await,
            Purpose::SaveProject | Purpose::ExportSummary(_) => dialog.save_file().await.map(|file| vec![file]),
        }
    };
    let future = Box::pin(several);
    let wait = move || {
        let opened = Instant::now();
        let files: Vec<FileHandle> = pollster::block_on(future).unwrap_or_default();
        let paths: Vec<PathBuf> = files.iter().map(|file| file.path().to_owned()).collect();
        if !paths.is_empty() {
            outside(Box::new(move |app: &mut App| app.act(Request::Chosen(ask, paths))));
        } else if opened.elapsed() < NOBODY {
            // A session bus without a portal behind it: there was no dialog that anybody could have cancelled.
            outside(Box::new(move |app: &mut App| app.act(Request::NoFileDialog(ask))));
        }
    };
    // Without a thread there is no dialog; the command can be given again.
    let _ = std::thread::Builder::new().name("file dialog".into()).spawn(wait);
}
