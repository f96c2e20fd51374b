//! The cross-check in the running program: made by a job whenever the articles are others than before, shown by the tab, the page and the panel.
//!
//! The comparison of the articles (`crosscheck::CrossCheck`) travels into the job and comes back with its result, so that an added article costs
//! a look at that article only. Until the result is there the former findings stay in sight. What a person decides about a finding is in
//! [`settle`]; it becomes records like everything else, and the finding itself is never kept in the project.

mod engine;
mod findings;
mod settle;
mod two;
mod words;

use std::sync::Arc;

use super::App;
use super::command::Command;
use crate::model::{ArticleId, ProjectId, Verdict};
use crate::storage::Progress;
use engine::{Asked, Engine};
pub use findings::{Card, Finding, Found, Row, Section};
pub use two::{Spot, spots};

/// The findings that are shown, and what is being done about new ones.
#[derive(Default)]
pub struct Cross {
    /// What was found last, with where it stands.
    pub found: Arc<Found>,
    /// Which kind of finding the tab shows.
    pub section: Section,
    /// The finding in hand.
    pub current: Option<Finding>,
    /// The places of the finding in hand that were chosen to be opened side by side.
    chosen: Option<(Finding, [Spot; 2])>,
    /// Whether new findings are being made.
    pub running: bool,
    engine: Option<Engine>,
    /// What the findings are of.
    made_for: Option<Arc<Asked>>,
    /// The state of the project that was last looked at.
    looked_at: Option<(ProjectId, u64)>,
    progress: Option<Progress>,
}

impl Cross {
    /// What the tab lists: the findings of its section under headings.
    pub fn rows(&self) -> &[Row] {
        self.found.rows(self.section)
    }

    /// Forgets the comparison, as when it was cancelled half-way.
    fn forget(&mut self) {
        self.engine = None;
        self.looked_at = None;
    }
}

impl App {
    /// Starts the comparison when articles, their dates or what was said to be apart have changed.
    pub(super) fn refresh_cross(&mut self) {
        let now = (self.session.project().id(), self.session.revision());
        if self.cross.running || self.cross.looked_at == Some(now) {
            return;
        }
        self.cross.looked_at = Some(now);
        let asked = Arc::new(Asked::of(self.session.project()));
        if self.cross.made_for.as_ref() == Some(&asked) {
            return;
        }
        if self.cross.made_for.as_ref().is_none_or(|before| before.project != asked.project) {
            // Another project: nothing of the former may be shown beside it.
            self.cross.found = Arc::default();
            self.cross.current = None;
            self.cross.engine = None;
        }
        self.cross.made_for = Some(Arc::clone(&asked));
        if asked.articles.is_empty() {
            self.cross.found = Arc::default();
            return;
        }
        self.cross.running = true;
        let engine = self.cross.engine.take().unwrap_or_default();
        let texts = asked.texts(self.session.project());
        let folder = self.surroundings.cache_folder.clone();
        let outside = self.jobs.outside();
        self.jobs.start("Comparing the articles", move |progress| {
            let own = progress.clone();
            outside(Box::new(move |app: &mut Self| app.cross.progress = Some(own)));
            let made = engine.compare(&asked, texts, folder.as_deref(), progress);
            Box::new(move |app: &mut Self| app.take_findings(&asked, made))
        });
    }

    fn take_findings(&mut self, asked: &Asked, made: Option<(Option<Engine>, Found)>) {
        self.cross.running = false;
        self.cross.progress = None;
        let Some((engine, found)) = made else {
            self.cross.forget();
            self.cross.made_for = None;
            // A cancelled comparison begins again when something changes, not by itself.
            self.cross.looked_at = Some((self.session.project().id(), self.session.revision()));
            return;
        };
        if asked.project != self.session.project().id() {
            self.cross.forget();
            return;
        }
        self.cross.engine = engine;
        let kept = self.cross.current.and_then(|current| found.again(&self.cross.found, current));
        self.cross.found = Arc::new(found);
        self.cross.current = kept;
        self.cross.looked_at = None;
    }

    /// Shows a section of the cross-check, with its first finding in hand.
    pub(super) fn show_section(&mut self, section: Section) {
        self.cross.section = section;
        let shown = self.cross.current.is_some_and(|current| current.section() == section);
        if !shown {
            self.cross.current = self.cross.found.rows(section).iter().find_map(|row| row.finding());
        }
    }

    /// Takes a finding in hand, and shows its section.
    pub(super) fn show_finding(&mut self, finding: Finding) {
        self.cross.section = finding.section();
        self.cross.current = Some(finding);
    }

    /// Goes to the next or previous finding of the section.
    pub(super) fn next_finding(&mut self, forward: bool) {
        let findings: Vec<Finding> = self.cross.rows().iter().filter_map(Row::finding).collect();
        let count = findings.len();
        let here = self.cross.current.and_then(|current| findings.iter().position(|finding| *finding == current));
        let next = match here {
            None => 0,
            Some(here) if forward => (here + 1).min(count.saturating_sub(1)),
            Some(here) => here.saturating_sub(1),
        };
        if let Some(next) = findings.get(next) {
            self.cross.current = Some(*next);
        }
    }

    /// Shows the cross-check over the whole middle, or closes it again.
    pub(super) fn show_cross_check(&mut self) {
        let shown = self.settings.tabs && self.tab_whole && self.tab == super::Tab::CrossCheck;
        self.show_tab(super::Tab::CrossCheck);
        self.tab_whole = !shown;
        self.show_section(self.cross.section);
    }

    /// Takes a finding in hand, in the cross-check over the whole middle.
    pub(super) fn open_finding(&mut self, finding: Finding) {
        self.show_finding(finding);
        self.show_tab(super::Tab::CrossCheck);
        self.tab_whole = true;
    }

    /// Does something with the finding in hand.
    pub(super) fn with_finding(&mut self, act: impl FnOnce(&mut Self, Finding)) {
        if let Some(finding) = self.cross.current {
            act(self, finding);
        }
    }

    /// What the keys of the page do while the cross-check takes the whole middle; false for commands that mean the same everywhere.
    pub(super) fn run_on_finding(&mut self, command: Command) -> bool {
        match command {
            Command::NextAnnotation => self.next_finding(true),
            Command::PreviousAnnotation => self.next_finding(false),
            Command::Verify => self.with_finding(|app, finding| app.judge_finding(finding, Some(Verdict::Verified))),
            Command::Dispute => self.with_finding(|app, finding| app.judge_finding(finding, Some(Verdict::Disputed))),
            Command::Refute => self.with_finding(|app, finding| app.judge_finding(finding, Some(Verdict::Erroneous))),
            Command::ToCheck => self.with_finding(|app, finding| app.judge_finding(finding, None)),
            Command::Dismiss => self.with_finding(Self::keep_apart),
            _ => return false,
        }
        true
    }

    /// Whether the keys of the page act on the finding in hand: the cross-check takes the whole middle.
    pub fn is_cross_checking(&self) -> bool {
        self.settings.tabs && self.tab_whole && self.tab == super::Tab::CrossCheck && self.cross.current.is_some()
    }

    /// The article that a finding's place stands in, with its text.
    pub fn article_of(&self, id: ArticleId) -> Option<&crate::model::Article> {
        self.session.project().article(id).filter(|article| !article.is_hidden())
    }
}
