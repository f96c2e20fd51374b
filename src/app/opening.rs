//! Opening projects and adding articles: files are read by jobs, and what they give is taken in here.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::blocks::FoundBlocks;
use super::dialog::{Ask, Dialog, Leaving, Purpose};
use super::edits;
use super::notices::Weight;
use super::session::{Facts, Session};
use super::settings::Settings;
use super::{App, Request};
use crate::crosscheck::Uncounted;
use crate::import::{ImportError, Imported, import_file, import_pasted};
use crate::model::{ArticleId, Project, Replica, ReviewerId, Viewer};
use crate::storage::{Loaded, Report, load};

/// The ending of project files.
pub const ENDING: &str = ".factmark.ron";

impl App {
    /// Asks for a file, beginning where the project is.
    pub(super) fn ask(&mut self, purpose: Purpose) {
        let folder = self.session.path.as_deref().and_then(Path::parent).map(Path::to_owned);
        let stem = file_stem(&self.session.title());
        let name = match &purpose {
            Purpose::OpenProject | Purpose::AddArticles | Purpose::MergeCopies => String::new(),
            Purpose::SaveProject => format!("{stem}{ENDING}"),
            Purpose::ExportSummary(format) => format!("{stem} summary.{}", format.extension()),
        };
        self.asks.push(Ask { purpose, name, folder });
    }

    /// Goes on with the files that were chosen.
    pub(super) fn chosen(&mut self, ask: Ask, paths: Vec<PathBuf>) {
        if matches!(self.dialog, Some(Dialog::TypedPath(_))) {
            self.dialog = None;
        }
        match ask.purpose {
            Purpose::OpenProject => paths.into_iter().take(1).for_each(|path| self.leave(Leaving::Open(path))),
            Purpose::AddArticles => self.take(paths),
            Purpose::MergeCopies => self.merge(paths, false),
            Purpose::SaveProject => paths.into_iter().take(1).for_each(|path| self.save_to(with_ending(path))),
            Purpose::ExportSummary(format) => paths.into_iter().take(1).for_each(|path| self.export_to(format, path)),
        }
    }

    /// Takes dropped or named files: a copy of the open project is merged, another project is opened, all else is added as articles.
    pub(super) fn take(&mut self, paths: Vec<PathBuf>) {
        let is_project = |path: &PathBuf| path.to_string_lossy().ends_with(".ron");
        let (projects, articles): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_project);
        if let Some(project) = projects.into_iter().next() {
            self.take_project(project);
        }
        if !articles.is_empty() {
            self.add_files(articles);
        }
    }

    /// Reads article files on another thread and adds them.
    pub(super) fn add_files(&mut self, paths: Vec<PathBuf>) {
        if paths.is_empty() {
            return;
        }
        if self.session.by.is_none() && self.reviewer().is_none() {
            self.waiting.push(Request::AddFiles(paths));
            return;
        }
        let label = match paths.as_slice() {
            [only] => format!("Reading {}", name_of(only)),
            all => format!("Reading {} files", all.len()),
        };
        self.jobs.start(label, move |progress| {
            progress.set_total(paths.len() as u64);
            let mut read = Vec::new();
            for path in &paths {
                if progress.is_cancelled() {
                    break;
                }
                read.push(import_file(path, &|| progress.is_cancelled()).map(counted));
                progress.advance(1);
            }
            Box::new(move |app: &mut Self| app.add_imported(read))
        });
    }

    /// Adds an article from text that was typed or pasted.
    pub(super) fn add_text(&mut self, text: String) {
        if self.session.by.is_none() && self.reviewer().is_none() {
            self.waiting.push(Request::AddText(text));
            return;
        }
        self.jobs.start("Reading the pasted text", move |_| {
            let read = import_pasted(&text).map(counted);
            Box::new(move |app: &mut Self| app.add_imported(vec![read]))
        });
    }

    fn add_imported(&mut self, read: Vec<Result<Counted, ImportError>>) {
        let mut added = Vec::new();
        for article in read {
            match article {
                Ok(counted) => added.extend(self.add_counted(counted)),
                Err(ImportError::Cancelled) => {}
                Err(error) => self.tell(Weight::Failed, format!("Not added. {error}")),
            }
        }
        self.hand_over();
        if let Some(first) = added.first() {
            self.show_article(Some(*first));
            let words = if added.len() == 1 { "1 article added".to_owned() } else { format!("{} articles added", added.len()) };
            self.tell(Weight::Done, words);
        }
    }

    fn add_counted(&mut self, counted: Counted) -> Option<ArticleId> {
        let Counted { imported, facts, blocks } = counted;
        let (article, edit) = edits::add_article(&imported);
        let there = self.session.project().article(article).is_some_and(|there| there.is_whole() && !there.is_hidden());
        if there {
            self.tell(Weight::Note, format!("“{}” is in the project already: {} has the same text.", imported.title, imported.source_name));
            return None;
        }
        if self.session.facts(article).is_none() {
            self.session.note_facts(article, facts);
        }
        self.blocks.extend(blocks);
        self.edit(edit).then_some(article)
    }

    /// Leaves the open project for something else, asking first where work would be let go.
    pub(super) fn leave(&mut self, leaving: Leaving) {
        let unsaved = self.session.is_unsaved() && !self.session.project().articles().is_empty();
        if unsaved { self.dialog = Some(Dialog::Unsaved(leaving)) } else { self.proceed(leaving, true) }
    }

    pub(super) fn leave_unsaved(&mut self, leaving: Leaving) {
        self.dialog = None;
        self.proceed(leaving, false);
    }

    pub(super) fn save_and_leave(&mut self, leaving: Leaving) {
        self.dialog = None;
        self.after_saving = Some(leaving);
        self.save();
    }

    /// Leaves the open project; `wanted` says whether work that no file holds is to be offered at the next start.
    pub(super) fn proceed(&mut self, leaving: Leaving, wanted: bool) {
        self.dialog = None;
        match leaving {
            Leaving::Quit => {
                self.keep_settings();
                self.hand_over();
                self.keeping.finish(wanted);
                self.quit = true;
            }
            Leaving::New => {
                self.close_session(wanted);
                let session = Session::empty(self.surroundings.now(), self.surroundings.random());
                self.replace_session(session);
            }
            Leaving::Sample => {
                self.open_sample(wanted);
            }
            Leaving::Open(path) => self.open(path, None, wanted),
            Leaving::Recover(journal) => self.open_left(journal, wanted),
        }
    }

    pub(super) fn close_session(&mut self, wanted: bool) {
        self.note_place();
        self.keeping.close(wanted);
    }

    /// Reads a project and puts it in the place of the open one, whose journal is closed only then: should the file be
    /// no project, all stays as it is. A journal whose project this should be is recovered even if it is not.
    pub(super) fn open(&mut self, path: PathBuf, journal: Option<PathBuf>, wanted: bool) {
        let (asked, settings) = (path.clone(), self.settings.clone());
        self.jobs.start(format!("Opening {}", name_of(&path)), move |progress| {
            let loaded = load(&path, progress).map(|mut loaded| {
                let mine = reviewer_of(&settings, &loaded.project);
                loaded.project.look_as(Viewer::Reviewer(mine));
                let counting = Counting::of(&loaded.project);
                let blocks = FoundBlocks::of_long(&loaded.project);
                (loaded, counting, blocks)
            });
            Box::new(move |app: &mut Self| match loaded {
                Ok((loaded, counting, blocks)) => {
                    app.opened(loaded, counting, wanted);
                    app.blocks = blocks;
                    journal.into_iter().for_each(|journal| app.recover_alone(&journal, true));
                }
                Err(crate::storage::LoadError::Cancelled(_)) => app.recovered_stays(),
                Err(error) => {
                    app.settings.recent.retain(|recent| recent.path != asked);
                    app.tell(Weight::Failed, format!("Not opened. {error}"));
                    app.recovered_stays();
                    journal.into_iter().for_each(|journal| app.recover_alone(&journal, wanted));
                }
            })
        });
    }

    fn opened(&mut self, loaded: Loaded, counting: Counting, wanted: bool) {
        let Loaded { project, report, path, disk } = loaded;
        self.close_session(wanted);
        let replica = Replica(self.surroundings.random() as u32);
        let mut session = Session::with_facts(project, replica, counting.done, self.surroundings.now());
        session.path = Some(path.clone());
        session.on_disk = Some(disk);
        session.read_only = report.read_only;
        session.damaged = report.damaged_count > 0;
        self.replace_session(session);
        self.count(counting.left);
        let title = self.session.title();
        self.settings.note_recent(&path, &title);
        self.tell_report(&path, &report);
        if report.damaged_count > 0 {
            self.look_for_lost(&path);
        }
        self.join_own_left();
        self.look_for_leftovers(Some(self.session.project().id()));
    }

    /// Counts the articles that were too long to be counted before the project was shown.
    fn count(&mut self, left: Vec<(ArticleId, Uncounted)>) {
        if left.is_empty() {
            return;
        }
        let (opening, outside) = (self.openings, self.jobs.outside());
        self.jobs.start("Counting sentences", move |_| {
            for (article, uncounted) in left {
                let facts = Facts::count(uncounted);
                outside(Box::new(move |app: &mut Self| {
                    if app.openings == opening {
                        app.session.take_counted(article, facts);
                    }
                }));
            }
            Box::new(|_: &mut Self| {})
        });
    }

    fn tell_report(&mut self, path: &Path, report: &Report) {
        let name = name_of(path);
        if report.damaged_count > 0 {
            let lines: Vec<String> = report.damaged.iter().take(8).map(|damaged| damaged.line.to_string()).collect();
            let more = if report.damaged_count > lines.len() { ", …" } else { "" };
            let (damaged, plural) =
                if report.damaged_count == 1 { ("1 line".to_owned(), "") } else { (format!("{} lines", report.damaged_count), "s") };
            let text = format!(
                "{name} is damaged in {damaged} (line{plural} {}{more}); {} records are whole and open. The damaged file is kept under another name when you save.",
                lines.join(", "),
                report.records
            );
            self.tell(Weight::Failed, text);
        }
        if report.read_only {
            self.tell(
                Weight::Note,
                format!("{name} was written by a newer Factmark. It is open for reading only; save under another name to go on."),
            );
        }
        if report.conflict_markers > 0 {
            self.tell(Weight::Note, format!("{name} has conflict markers of git. Both sides were joined; saving removes the markers."));
        }
        if report.other_id.is_some() {
            self.tell(Weight::Note, format!("{name} holds the records of two projects. They were joined under the first one's identity."));
        }
    }

    /// Puts another session in the place of the open one, where the person was in it last.
    pub(super) fn replace_session(&mut self, mut session: Session) {
        let project = session.project();
        let mine = reviewer_of(&self.settings, project);
        let place = self.settings.place(project.id()).cloned().unwrap_or_default();
        let articles = project.articles();
        let article = place.article.filter(|id| articles.iter().any(|article| article.id == *id));
        let article = article.or_else(|| articles.first().map(|article| article.id));
        let panes = super::Panes::restored(place.beside.clone(), |id| articles.iter().any(|article| article.id == id));
        session.review_as(mine);
        self.filter = place.filter.clone();
        self.find.clear();
        self.copies = super::Copies::default();
        self.failing = None;
        self.found_by_rescue = None;
        self.recovered_is_gone();
        self.purge_due = false;
        self.notices.close_came_in();
        self.article = None;
        self.openings += 1;
        self.blocks = FoundBlocks::default();
        self.seeking = None;
        let old = (
            std::mem::replace(&mut self.session, session),
            std::mem::take(&mut self.list),
            std::mem::take(&mut self.summary),
            std::mem::take(&mut self.history),
        );
        if !old.0.project().articles().is_empty() {
            // Letting go of a large project takes longer than a frame.
            self.jobs.start("Tidying up", move |_| {
                drop(old);
                Box::new(|_: &mut Self| {})
            });
        }
        self.tab_whole = false;
        self.panes = panes;
        self.show_article(article);
    }

    fn open_sample(&mut self, wanted: bool) {
        self.jobs.start("Opening the sample", move |progress| {
            let read = super::sample::project(progress);
            Box::new(move |app: &mut Self| match read {
                Ok(project) => app.show_sample(project, wanted),
                Err(why) => app.tell(Weight::Failed, format!("The sample cannot be opened: {why}.")),
            })
        });
    }

    fn show_sample(&mut self, project: Project, wanted: bool) {
        self.close_session(wanted);
        let replica = Replica(self.surroundings.random() as u32);
        let mut session = Session::new(project, replica, self.surroundings.now());
        session.note_unfiled();
        self.replace_session(session);
    }
}

/// Who the person is in a project, if it knows them.
pub(super) fn reviewer_of(settings: &Settings, project: &Project) -> Option<ReviewerId> {
    settings.reviewer_in(project.id()).filter(|mine| project.reviewer(*mine).is_some())
}

/// So much text is counted before a project is shown, in bytes; more while it is looked at.
const COUNTED_AT_ONCE: usize = 200_000;

/// What has been counted of a project's articles, and what is left to be.
struct Counting {
    done: HashMap<ArticleId, Facts>,
    left: Vec<(ArticleId, Uncounted)>,
}

impl Counting {
    fn of(project: &Project) -> Self {
        let articles = project.articles();
        let length: usize = articles.iter().map(|article| article.text().len()).sum();
        if length <= COUNTED_AT_ONCE {
            return Self { done: Facts::of_all(project), left: Vec::new() };
        }
        let left = articles.into_iter().map(|article| (article.id, Uncounted::of(project, article))).collect();
        Self { done: HashMap::new(), left }
    }
}

/// An article that was read, and counted and cut into blocks off the interface thread.
struct Counted {
    imported: Imported,
    facts: Facts,
    blocks: FoundBlocks,
}

fn counted(imported: Imported) -> Counted {
    let (article, edit) = edits::add_article(&imported);
    let mut project = Project::new(Default::default());
    let mut clock = crate::model::Clock::new(Replica(0));
    project.apply(&edit, Default::default(), &mut clock, 1);
    let facts = project.article(article).map(|article| Facts::of(&project, article)).unwrap_or_default();
    Counted { imported, facts, blocks: FoundBlocks::of_long(&project) }
}

/// The name of a file without its folders.
pub fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// A path with the ending of project files.
pub fn with_ending(path: PathBuf) -> PathBuf {
    let name = name_of(&path);
    if name.ends_with(ENDING) {
        return path;
    }
    let stem = name.strip_suffix(".ron").map_or(name.as_str(), |stem| stem);
    path.with_file_name(format!("{stem}{ENDING}"))
}

/// A title as the stem of a file name on every system.
fn file_stem(title: &str) -> String {
    let allowed = |c: char| if c.is_control() || r#"<>:"/\|?*"#.contains(c) { ' ' } else { c };
    let stem: String = title.chars().map(allowed).take(80).collect();
    let stem = stem.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = stem.trim_matches(['.', ' ']);
    if stem.is_empty() { "project".into() } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_file_names() {
        for (title, stem) in [
            ("Harbour bridge", "Harbour bridge"),
            ("A/B: \"C\" <d>?", "A B C d"),
            ("…", "…"),
            ("  .. ", "project"),
            ("", "project"),
            ("line\nbreak", "line break"),
        ] {
            assert_eq!(file_stem(title), stem);
        }
    }

    #[test]
    fn project_files_get_their_ending_once() {
        for (path, expected) in
            [("a", "a.factmark.ron"), ("x/a.ron", "x/a.factmark.ron"), ("a.factmark.ron", "a.factmark.ron"), ("a.b", "a.b.factmark.ron")]
        {
            assert_eq!(with_ending(PathBuf::from(path)), PathBuf::from(expected));
        }
    }
}
