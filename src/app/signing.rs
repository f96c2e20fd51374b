//! Signing an article off: what is open is looked for on another thread when the dialog opens, and listed in it.

use std::sync::Arc;

use super::App;
use super::dialog::Dialog;
use crate::crosscheck::OpenPoints;

impl App {
    /// Whether the reviewer has signed the open article off, be it void since.
    pub fn has_signed(&self) -> bool {
        let sign_off = self.article.zip(self.by()).and_then(|(article, by)| self.session.project().article(article)?.sign_off(by));
        sign_off.is_some_and(|sign_off| sign_off.signed_at().is_some())
    }

    /// Opens the dialog and looks what is open in the article.
    pub(super) fn open_sign_off(&mut self) {
        let Some(article) = self.article else { return };
        let (project, by) = (self.session.project().refold(), self.by());
        let coverage = self.session.facts(article).map(|facts| facts.coverage.clone()).unwrap_or_default();
        self.dialog = Some(Dialog::SignOff { article, open: None });
        self.jobs.start("Looking what is open", move |_| {
            let project = project.run();
            let found = project.article(article).map(|there| Arc::new(OpenPoints::of(&project, there, &coverage, by)));
            Box::new(move |app: &mut Self| {
                if let Some(Dialog::SignOff { article: asked, open }) = &mut app.dialog
                    && *asked == article
                {
                    *open = found;
                }
            })
        });
    }
}
