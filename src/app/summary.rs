//! The review summary in the window: gathered by a job from a snapshot of the records as the reviewer may see them, shown in its tab and in the
//! dialog, written by another job.

use std::path::PathBuf;
use std::sync::Arc;

use super::dialog::{Dialog, Purpose};
use super::notices::Weight;
use super::{App, Tab};
use crate::export::{Format, Options, Summary, gather, render};
use crate::storage::write_file;

/// The summary as last gathered.
pub struct SummaryView {
    /// What it says; `None` until it has been gathered.
    pub content: Option<Arc<Summary>>,
    /// The file as it would be written, for the preview.
    pub preview: Option<(Format, Arc<str>)>,
    /// What goes into it.
    pub options: Choices,
    /// The format chosen in the dialog.
    pub format: Format,
    made_for: Option<(u64, usize, Choices, Option<Format>)>,
    running: bool,
    asked: Option<(Format, Options)>,
}

impl Default for SummaryView {
    fn default() -> Self {
        Self {
            content: None,
            preview: None,
            options: Choices::default(),
            format: Format::Html,
            made_for: None,
            running: false,
            asked: None,
        }
    }
}

/// What a person can choose about the summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Confidential evidence too.
    pub confidential: bool,
    /// Each article's text with its annotations.
    pub annotated_texts: bool,
    /// The annotations that have no verdict.
    pub unchecked: bool,
    /// The list of evidence.
    pub evidence_list: bool,
    /// What the comparison of the articles noticed.
    pub cross_check: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self { confidential: false, annotated_texts: true, unchecked: true, evidence_list: true, cross_check: true }
    }
}

impl App {
    /// The options of a summary made now.
    pub fn summary_options(&self, choices: Choices) -> Options {
        let Choices { confidential, annotated_texts, unchecked, evidence_list, cross_check: _ } = choices;
        let made_at = self.surroundings.date_and_time(self.surroundings.now());
        Options { confidential, annotated_texts, unchecked, evidence_list, ..Options::new(made_at, self.surroundings.local_time) }
    }

    /// Gathers the summary anew when it is looked at and something has changed.
    pub(super) fn refresh_summary(&mut self) {
        let in_dialog = self.dialog == Some(Dialog::Export);
        let looked_at = in_dialog || (self.settings.tabs && self.tab == Tab::Summary);
        let found = self.findings_to_tell();
        let asked = (
            self.session.revision(),
            found.as_ref().map_or(0, |found| Arc::as_ptr(found) as usize),
            self.summary.options,
            in_dialog.then_some(self.summary.format),
        );
        if !looked_at || self.summary.running || self.summary.made_for == Some(asked) {
            return;
        }
        self.summary.running = true;
        let options = self.summary_options(self.summary.options);
        let project = self.session.project().refold();
        self.jobs.start("Gathering the summary", move |_| {
            let mut content = gather(&project.run(), &options);
            if let Some(found) = found {
                found.tell(&mut content);
            }
            let preview = asked.3.map(|format| (format, Arc::from(render(&content, format))));
            Box::new(move |app: &mut Self| {
                app.summary.running = false;
                app.summary.made_for = Some(asked);
                app.summary.content = Some(Arc::new(content));
                app.summary.preview = preview.or(app.summary.preview.take());
            })
        });
    }

    /// The findings of the cross-check, if they go into the summary.
    fn findings_to_tell(&self) -> Option<Arc<super::cross::Found>> {
        self.summary.options.cross_check.then(|| Arc::clone(&self.cross.found))
    }

    /// Asks where to write the summary.
    pub(super) fn export(&mut self, format: Format, options: Options) {
        self.summary.asked = Some((format, options));
        self.ask(Purpose::ExportSummary(format));
    }

    /// Writes the summary.
    pub(super) fn export_to(&mut self, format: Format, path: PathBuf) {
        let path = if path.extension().is_some() { path } else { path.with_extension(format.extension()) };
        let asked = self.summary.asked.take().map(|(_, options)| options);
        let options = asked.unwrap_or_else(|| self.summary_options(self.summary.options));
        let project = self.session.project().refold();
        let found = self.findings_to_tell();
        self.jobs.start("Writing the summary", move |progress| {
            let mut content = gather(&project.run(), &options);
            if let Some(found) = found {
                found.tell(&mut content);
            }
            let text = render(&content, format);
            let written = if progress.is_cancelled() { None } else { Some(write_file(&path, text.as_bytes())) };
            Box::new(move |app: &mut Self| match written {
                None => {}
                Some(Ok(saved)) => {
                    app.tell(Weight::Note, format!("The summary is in {}.", saved.path.display()));
                    if app.dialog == Some(Dialog::Export) {
                        app.dialog = None;
                    }
                }
                Some(Err(error)) => app.tell(Weight::Failed, format!("The summary was not written. {error}")),
            })
        });
    }
}
