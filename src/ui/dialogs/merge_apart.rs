//! A project that was started apart is to be merged: asked first.

use std::path::Path;

use egui::Ui;

use super::frame;
use crate::app::{Request, name_of};
use crate::ui::article::label_ui;

/// Draws the dialog.
pub fn merge_apart_ui(ui: &Ui, path: &Path, shared: usize, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "Merge another project?", 440.0, send, |ui, send| {
        let articles = match shared {
            0 => "has no article in common with this one".to_owned(),
            1 => "has 1 article in common with this one".to_owned(),
            some => format!("has {some} articles in common with this one"),
        };
        label_ui(ui, format!("{} was started apart from the open project; it {articles}.", name_of(path)));
        frame::dim(ui, "All of its articles and judgements come into the open project. The other file stays as it is.");
        frame::buttons(ui, |ui| {
            let merge = frame::primary(ui, "Merge", true);
            if first {
                merge.request_focus();
            }
            if merge.clicked() {
                send.push(Request::MergeApart(path.to_owned()));
            }
            frame::cancel(ui, send);
        });
    });
}
