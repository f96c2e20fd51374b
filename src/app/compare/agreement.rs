//! The agreement of the reviewers in figures: worked out by a job when it is looked at, because the intervals take thousands of drawings.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::Section;
use crate::app::App;
use crate::crosscheck::agreement::{Agreement, Pair};
use crate::model::{Blind, ProjectId, ReviewerId};

/// The figures as last worked out.
#[derive(Default)]
pub struct AgreementView {
    /// The figures; `None` until they have been worked out, and where the blind check hides something.
    pub figures: Option<Arc<Agreement>>,
    /// Whether a job works them out.
    pub running: bool,
    /// Whether the job was stopped, so that the figures are of before.
    pub stopped: bool,
    /// How many annotations the blind check hides: the figures would tell of them.
    pub unseen: usize,
    /// The two whose verdicts are shown against each other.
    chosen: Option<[ReviewerId; 2]>,
    made_for: Option<(ProjectId, u64, Option<ReviewerId>)>,
}

impl AgreementView {
    /// The pair whose verdicts are shown against each other: the chosen one, else the first.
    pub fn pair(&self) -> Option<&Pair> {
        let pairs = &self.figures.as_ref()?.pairs;
        pairs.iter().find(|pair| Some([pair.a, pair.b]) == self.chosen).or_else(|| pairs.first())
    }

    /// Whether the figures are worked out anew when they are looked at.
    pub(super) fn forget(&mut self) {
        self.made_for = None;
    }
}

impl App {
    pub(super) fn refresh_agreement(&mut self) {
        let now = (self.session.project().id(), self.session.revision(), self.session.by);
        let view = &mut self.compare.agreement;
        if self.compare.section != Section::Agreement || view.running || view.made_for == Some(now) {
            return;
        }
        view.running = true;
        let refold = self.session.project().refold();
        self.jobs.start("Working out the agreement", move |progress| {
            let project = refold.run();
            let hidden = |id| project.unseen(now.2, id);
            let blind = project.blind() != Blind::Off;
            let unseen = if blind { project.articles().iter().map(|article| hidden(article.id)).sum() } else { 0 };
            progress.set_total(1_000);
            let mut done = 0;
            let watch = |share: f32| {
                let now = (share * 1_000.0) as u64;
                let more = now.saturating_sub(std::mem::replace(&mut done, now));
                if progress.step(more).is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let figures = if unseen > 0 { Ok(None) } else { Agreement::watched(&project, watch).map(Some) };
            Box::new(move |app: &mut Self| {
                let same = app.session.project().id() == now.0;
                let view = &mut app.compare.agreement;
                view.running = false;
                if same {
                    view.made_for = Some(now);
                    view.stopped = figures.is_err();
                    if let Ok(figures) = figures {
                        (view.figures, view.unseen) = (figures.map(Arc::new), unseen);
                    }
                }
            })
        });
    }

    /// Shows the verdicts of two reviewers against each other.
    pub(in crate::app) fn choose_pair(&mut self, pair: [ReviewerId; 2]) {
        self.compare.agreement.chosen = Some(pair);
    }
}
