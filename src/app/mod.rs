//! The running program without its interface: what is open, what is shown, what is being done.
//!
//! The interface draws an [`App`] and sends it [`Request`]s. `requests` turns each into an edit, a job or a change of
//! what is shown; `Session` is the only place that changes the project; `jobs` does everything slow on other threads.
//! Nothing here knows egui, so the whole program can be driven and tested without a window.

pub mod announce;
mod blind;
mod blocks;
pub mod came_in;
pub mod command;
pub mod compare;
mod copies;
mod copying;
pub mod cross;
pub mod dialog;
pub mod edits;
mod failing;
pub mod filter;
pub mod find;
pub mod history;
mod introducing;
pub mod jobs;
mod keeping;
pub mod list;
mod marking;
mod merging;
mod navigate;
pub mod notices;
mod opening;
pub mod palette;
pub mod panes;
mod recovering;
mod redacting;
mod requests;
mod rescuing;
pub mod sample;
mod seeking;
pub mod session;
pub mod settings;
pub mod shortcut;
mod signing;
mod summary;
mod surroundings;
#[cfg(test)]
mod tests;
pub mod typefaces;
mod watching;

use std::ops::Range;
use std::path::PathBuf;
use std::time::Duration;

use crate::model::{AnnotationId, ArticleId, EvidenceId, ReviewerId};
use announce::Announcement;
use blocks::FoundBlocks;
use compare::Compare;
use copies::Copies;
use cross::Cross;
use dialog::{Ask, Dialog};
pub use failing::FailedSave;
use filter::Filter;
use find::Find;
use history::History;
use jobs::{Jobs, Wake};
use keeping::Keeping;
use list::List;
use notices::{Notices, Weight};
pub use opening::{name_of, with_ending};
use palette::Palette;
use panes::Panes;
use recovering::Recovering;
pub use recovering::{Left, Recovered};
pub use redacting::{Removable, Removing};
pub use requests::Request;
use seeking::Seek;
use session::Session;
use settings::{Place, Settings};
pub use summary::{Choices, SummaryView};
pub use surroundings::{Surroundings, Trash};
use typefaces::Typefaces;
pub use watching::Trouble;
use watching::Watching;

/// A tab below the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// All annotations.
    #[default]
    Annotations,
    /// What the articles say about each other.
    CrossCheck,
    /// What reviewers differ in, and how far they agree.
    Compare,
    /// Finding words.
    Find,
    /// The review summary.
    Summary,
    /// The history of the project.
    History,
}

/// What is to get the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The note.
    Note,
    /// The correction.
    Correction,
    /// The reason of a ruling.
    Reason,
    /// The words to find.
    Find,
    /// The article.
    Article,
    /// The ends of the annotation in hand, to be moved from the keyboard.
    Ends,
    /// The area of the window after the one with the focus.
    NextArea,
    /// The area before.
    PreviousArea,
}

/// A place that the article view is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Go {
    /// The article.
    pub article: ArticleId,
    /// The range to bring into view.
    pub range: Range<usize>,
    /// Whether it becomes the selection.
    pub select: bool,
    /// Whether it goes to the top of the page, as when a project is opened again, rather than into view.
    pub to_top: bool,
}

/// The running program.
pub struct App {
    /// The time, chance and folders.
    pub surroundings: Surroundings,
    /// What the person has chosen.
    pub settings: Settings,
    /// What the window tells.
    pub notices: Notices,
    /// What is being done.
    pub jobs: Jobs,
    /// The open article.
    pub article: Option<ArticleId>,
    /// The selected passage of the open article.
    pub selection: Option<Range<usize>>,
    /// The byte of the open article at which the caret is.
    pub caret: usize,
    /// The byte at the top of the page.
    pub top: usize,
    /// The annotation in hand.
    pub in_hand: Option<AnnotationId>,
    /// Which pane of the middle all this is of, and what is open in the other.
    pub panes: Panes,
    /// Which annotations are shown.
    pub filter: Filter,
    /// The rows of the list.
    pub list: List,
    /// What is looked for, and what was found.
    pub find: Find,
    /// What the articles say about each other.
    pub cross: Cross,
    /// What the reviewers differ in.
    pub compare: Compare,
    /// The open palette.
    pub palette: Palette,
    /// The summary, as last gathered.
    pub summary: SummaryView,
    /// The history of the project, as last looked at.
    pub history: History,
    /// Which tab is shown.
    pub tab: Tab,
    /// Whether the tab takes the whole middle.
    pub tab_whole: bool,
    /// The typefaces in use, and those to choose from.
    pub typefaces: Typefaces,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// What is to get the focus; the interface takes it.
    pub focus: Option<Field>,
    /// What is said to those who do not see the window.
    pub announcement: Announcement,
    /// Words for the clipboard; the interface takes them.
    pub copied: Option<String>,
    /// The selections from which the present one was widened, the first one first.
    widened: Vec<Range<usize>>,
    /// The place that the article view is to show; the interface takes it.
    pub go: Option<Go>,
    /// Files that are to be asked for; the interface takes them.
    pub asks: Vec<Ask>,
    /// The window is to close.
    pub quit: bool,
    session: Session,
    /// How many projects have been opened: what a job has counted for one is not for the next.
    openings: u64,
    blocks: FoundBlocks,
    seeking: Option<Seek>,
    keeping: Keeping,
    recovering: Recovering,
    watching: Watching,
    copies: Copies,
    failing: Option<FailedSave>,
    waiting: Vec<Request>,
    after_saving: Option<dialog::Leaving>,
    found_by_rescue: Option<rescuing::Found>,
    purge_due: bool,
    settings_written: Settings,
}

impl App {
    /// The program with an empty project. `wake` is called when another thread has something for the window.
    pub fn new(surroundings: Surroundings, wake: Wake) -> Self {
        let (settings, told) = surroundings.settings_folder.as_deref().map(Settings::read).unwrap_or_default();
        let mut session = Session::empty(surroundings.now(), surroundings.random());
        session.review_as(None);
        let mut app = Self {
            keeping: Keeping::new(surroundings.state_folder.clone(), &wake),
            jobs: Jobs::new(wake),
            settings_written: settings.clone(),
            settings,
            notices: Notices::default(),
            article: None,
            selection: None,
            caret: 0,
            top: 0,
            in_hand: None,
            panes: Panes::default(),
            filter: Filter::default(),
            list: List::default(),
            find: Find::default(),
            cross: Cross::default(),
            compare: Compare::default(),
            palette: Palette::default(),
            summary: SummaryView::default(),
            history: History::default(),
            tab: Tab::default(),
            tab_whole: false,
            typefaces: Typefaces::default(),
            dialog: None,
            focus: None,
            announcement: Announcement::default(),
            copied: None,
            widened: Vec::new(),
            go: None,
            asks: Vec::new(),
            quit: false,
            session,
            openings: 0,
            blocks: FoundBlocks::default(),
            seeking: None,
            recovering: Recovering::default(),
            watching: Watching::default(),
            copies: Copies::default(),
            failing: None,
            waiting: Vec::new(),
            after_saving: None,
            found_by_rescue: None,
            purge_due: false,
            surroundings,
        };
        if let Some(told) = told {
            app.tell(Weight::Note, told);
        }
        app.look_for_leftovers(None);
        app
    }

    /// The open project with its undo list.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Shows a notice.
    pub fn tell(&mut self, weight: Weight, text: impl Into<String>) {
        let now = self.surroundings.now();
        self.notices.show(weight, text, now);
    }

    /// Takes in what other threads have done. Call once a frame.
    pub fn poll(&mut self) {
        let openings = self.openings;
        while let Some(finish) = self.jobs.next() {
            finish(self);
        }
        self.follow_typefaces();
        self.poll_keeping();
        self.poll_recovering();
        self.poll_watching();
        self.poll_failing();
        self.poll_copies();
        self.refresh();
        // The list of a project that was just opened has had its first slice.
        if self.openings == openings {
            self.list.go_on(self.session.project());
        }
        self.go_on_seeking();
        if let Some(unsorted) = self.list.take_unsorted() {
            self.jobs.start("Sorting the list", move |_| {
                let sorted = unsorted.sort();
                Box::new(move |app: &mut Self| app.list.note_sorted(sorted))
            });
        }
    }

    /// How many projects were opened so far.
    pub fn openings(&self) -> u64 {
        self.openings
    }

    /// Waits until no job runs and everything is in the journal; for commands without a window, and for tests.
    /// Returns false if that took longer than `at_most`.
    pub fn settle(&mut self, at_most: Duration) -> bool {
        let until = std::time::Instant::now() + at_most;
        loop {
            self.poll();
            if self.jobs.running().is_empty() && !self.keeping.is_busy() && !self.list.is_busy() {
                return true;
            }
            if std::time::Instant::now() > until {
                return false;
            }
            if let Some(finish) = self.jobs.wait(Duration::from_millis(5)) {
                finish(self);
            }
        }
    }

    /// Brings what is derived from the project up to date.
    fn refresh(&mut self) {
        let changes = self.session.take_changes();
        self.list.refresh(&self.session, &self.filter, self.article, &changes);
        if self.article.is_none_or(|article| self.session.project().article(article).is_none_or(|article| article.is_hidden())) {
            let first = self.session.project().articles().first().map(|article| article.id);
            if self.article != first {
                self.show_article(first);
            }
        }
        let gone = self.in_hand.and_then(|id| self.session.project().annotation(id)).is_none_or(|annotation| annotation.is_hidden());
        if gone {
            self.in_hand = None;
        }
        self.refresh_beside();
        if self.tab == Tab::Find || !self.find.query.pattern.is_empty() {
            self.refresh_find();
        }
        if self.dialog == Some(Dialog::Palette) {
            self.refresh_palette();
        }
        self.refresh_cross();
        self.refresh_compare();
        self.refresh_summary();
        self.refresh_history();
    }

    /// Opens an article, where the person was in it last.
    fn show_article(&mut self, article: Option<ArticleId>) {
        self.note_place();
        self.panes.note_before(self.article);
        self.article = article;
        self.selection = None;
        self.in_hand = None;
        let top = article.map_or(0, |id| self.kept_top(id));
        (self.caret, self.top) = (top, top);
        self.go = article.map(|article| Go { article, range: top..top, select: false, to_top: true });
        let session = &self.session;
        self.list.refresh(session, &self.filter, self.article, &[]);
    }

    /// The byte at the top of the page when an article was shown last.
    fn kept_top(&self, article: ArticleId) -> usize {
        self.settings.place(self.session.project().id()).map_or(0, |place| place.top(article))
    }

    /// Keeps where the person is, for when the project is opened again.
    pub(crate) fn note_place(&mut self) {
        let Some(article) = self.article else { return };
        let project = self.session.project().id();
        let mut tops = self.settings.place(project).map(Place::tops_by_article).unwrap_or_default();
        let beside = self.panes.kept();
        tops.extend(beside.iter().map(|beside| (beside.article, beside.top)));
        tops.insert(article, self.top);
        let place = Place { article: Some(article), tops: tops.into_iter().collect(), beside, filter: self.filter.clone() };
        self.settings.note_place(project, place);
    }

    /// Writes the settings if they are others than those written last. Called now and then, and at the end.
    pub fn keep_settings(&mut self) {
        self.note_place();
        if self.settings == self.settings_written {
            return;
        }
        self.settings_written = self.settings.clone();
        let Some(folder) = self.surroundings.settings_folder.clone() else { return };
        let Ok(text) = self.settings.to_ron() else { return };
        self.jobs.start("Keeping the settings", move |_| {
            let written = std::fs::create_dir_all(&folder).map_err(|error| error.to_string()).and_then(|()| {
                crate::storage::write_file(&Settings::file(&folder), text.as_bytes()).map(|_| ()).map_err(|error| error.to_string())
            });
            Box::new(move |app: &mut Self| {
                if let Err(why) = written {
                    app.tell(Weight::Note, format!("The settings could not be kept. {why}"));
                }
            })
        });
    }

    /// A job came to an unexpected end. The work itself is untouched.
    pub(crate) fn job_broke(&mut self) {
        self.tell(Weight::Failed, "Something went wrong inside Factmark and was stopped. Your work is kept. Please try again.");
    }

    /// The reviewer of this session.
    pub fn by(&self) -> Option<ReviewerId> {
        self.session.by
    }

    /// The file of the open project.
    pub fn path(&self) -> Option<&PathBuf> {
        self.session.path.as_ref()
    }

    /// Whether a save is under way.
    pub fn is_saving(&self) -> bool {
        self.keeping.is_saving()
    }

    /// Whether every change is safe on the disk, in the journal at least.
    pub fn is_kept(&self) -> bool {
        self.keeping.is_kept()
    }

    /// Whether changes wait to be written to the journal.
    pub fn is_keeping(&self) -> bool {
        self.keeping.is_busy()
    }

    /// Evidence that the judgement in hand could rest on, the newest first.
    pub fn known_evidence(&self) -> Vec<EvidenceId> {
        let mut all: Vec<_> = self.session.project().all_evidence().map(|evidence| (evidence.changed(), evidence.id)).collect();
        all.sort_unstable();
        all.into_iter().rev().map(|(_, id)| id).collect()
    }
}
