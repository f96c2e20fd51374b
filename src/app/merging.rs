//! Merging other copies of the project into the open one: chosen in the file dialog, or dropped on the window.
//!
//! A copy of the same project is joined at once: a merge loses nothing, and what came in is told by whom. A project that was started apart is joined
//! only after asking, and only its records: the open project keeps its identity. The copies themselves are left as they are.

use std::path::PathBuf;
use std::sync::Arc;

use super::came_in::counted;
use super::dialog::{Dialog, Leaving};
use super::history::HistoryFilter;
use super::notices::{Lead, Weight};
use super::session::Incoming;
use super::{App, Tab, name_of};
use crate::crosscheck::disagreement::open_verdicts;
use crate::model::{AnnotationId, Project, ProjectId, Stamp};
use crate::storage::{LoadError, Loaded, load};

/// What was read of the copies.
struct Read {
    incoming: Incoming,
    /// How many statements, of those that came in or came to be judged anew, have different verdicts that nothing settles.
    disagreements: usize,
    /// What is worth telling of some of them.
    notes: Vec<String>,
    /// The names of those that were joined.
    joined: Vec<String>,
    /// Those that were started apart, with the number of articles that both have.
    apart: Vec<(PathBuf, usize)>,
}

impl App {
    /// Merges copies into the open project; those that were started apart too, if that was asked.
    pub(super) fn merge(&mut self, paths: Vec<PathBuf>, apart: bool) {
        if paths.is_empty() || self.session.read_only {
            return;
        }
        let (own, id) = (self.session.own(), self.session.project().id());
        let articles: Vec<_> = self.session.project().articles().iter().map(|article| article.id).collect();
        let label =
            if let [only] = paths.as_slice() { format!("Merging {}", name_of(only)) } else { format!("Merging {} copies", paths.len()) };
        self.jobs.start(label, move |progress| {
            let mut union: Option<Project> = None;
            let (mut notes, mut joined, mut strangers) = (Vec::new(), Vec::new(), Vec::new());
            for path in paths {
                let name = name_of(&path);
                match load(&path, progress) {
                    Ok(loaded) if loaded.project.id() != id && !apart => {
                        let shared = loaded.project.articles().iter().filter(|article| articles.contains(&article.id)).count();
                        strangers.push((path, shared));
                    }
                    Ok(loaded) => {
                        notes.extend(note(&name, &loaded));
                        match &mut union {
                            Some(union) => drop(union.join(loaded.project.records())),
                            // The first needs no second set in memory.
                            none => *none = Some(loaded.project),
                        }
                        joined.push(name);
                    }
                    Err(LoadError::Cancelled(_)) => {}
                    Err(error) => notes.push(format!("Not merged. {error}")),
                }
            }
            let union = union.unwrap_or_else(|| Project::new(id));
            let incoming = Incoming::of(&union, own.clone());
            let touched = incoming.news.touched();
            let disagreements =
                if touched.is_empty() { 0 } else { incoming.joined(own, |union| open_verdicts(union, |id| touched.contains(&id))) };
            let read = Read { incoming, disagreements, notes, joined, apart: strangers };
            Box::new(move |app: &mut Self| app.when_saved(Box::new(move |app: &mut Self| app.take_merged(id, read))))
        });
    }

    fn take_merged(&mut self, id: ProjectId, read: Read) {
        // Another project is open by now: nothing has happened.
        if self.session.project().id() != id {
            return;
        }
        self.hand_over();
        let (tally, stamps) = (read.incoming.tally.clone(), read.incoming.stamps.clone());
        let (now, nothing_new, removed) = (self.surroundings.now(), read.incoming.is_empty(), read.incoming.removed);
        let items = self.report(&read);
        let taken = self.session.take_in_from_elsewhere(read.incoming, now);
        self.after_taking_in(taken);
        if !read.joined.is_empty() {
            let copies = read.joined.join(", ");
            self.tell_came_in(tally, stamps, &format!("from {copies}"));
            if nothing_new {
                self.tell(Weight::Done, format!("There was nothing new in {copies}."));
            } else {
                self.notices.show_items(format!("Merged {copies}. Save to keep it in the file."), items, now);
            }
            if removed > 0 {
                let records = if removed == 1 { "1 record was".to_owned() } else { format!("{removed} records were") };
                self.tell(Weight::Note, format!("{records} removed for good, here or there, and did not come back."));
            }
        }
        for words in read.notes {
            self.tell(Weight::Note, words);
        }
        if let Some((path, shared)) = read.apart.into_iter().next() {
            self.dialog = Some(Dialog::MergeApart { path, shared });
        }
    }

    /// What a merge has brought, each item leading to what it counts: “12 new annotations, 3 disagreements, 0 lost”.
    fn report(&self, read: &Read) -> Vec<(String, Lead)> {
        let news = &read.incoming.news;
        let is_new = |id: &AnnotationId| self.session.project().annotation(*id).is_none();
        let marked: Vec<&Vec<Stamp>> = news.marked.iter().filter(|(id, _)| is_new(id)).map(|(_, stamps)| stamps).collect();
        let said = |stamps: &mut dyn Iterator<Item = &Stamp>| Lead::Said(Arc::new(stamps.copied().collect()));
        vec![
            (counted(marked.len(), "new annotation"), said(&mut marked.iter().copied().flatten())),
            (counted(news.judged.len(), "new judgement"), said(&mut news.judged.values().flatten())),
            (counted(read.disagreements, "disagreement"), Lead::Disagreements(Arc::new(news.touched()))),
            ("0 lost".to_owned(), Lead::History),
        ]
    }

    /// Shows what an item of a report counts.
    pub(super) fn follow(&mut self, lead: Lead) {
        match lead {
            Lead::Said(stamps) => {
                self.history.filter = HistoryFilter { only: Some(stamps), ..HistoryFilter::default() };
                self.show_tab(Tab::History);
            }
            Lead::History => {
                self.history.filter = HistoryFilter::default();
                self.show_tab(Tab::History);
            }
            Lead::Disagreements(among) => self.open_compare_of(among),
        }
    }

    /// A project file was dropped on an open project: a copy of it is merged, another project is opened.
    pub(super) fn take_project(&mut self, path: PathBuf) {
        let open = !self.session.project().articles().is_empty();
        if !open || self.session.path.as_ref() == Some(&path) {
            self.leave(Leaving::Open(path));
            return;
        }
        let id = self.session.project().id();
        self.jobs.start(format!("Looking at {}", name_of(&path)), move |progress| {
            let same = load(&path, progress).is_ok_and(|loaded| loaded.project.id() == id);
            Box::new(move |app: &mut Self| if same { app.merge(vec![path], false) } else { app.leave(Leaving::Open(path)) })
        });
    }
}

/// What is worth telling of a copy besides that it was joined.
fn note(name: &str, loaded: &Loaded) -> Option<String> {
    let report = &loaded.report;
    if report.damaged_count > 0 {
        return Some(format!("{name} is damaged in {} lines: what is whole was merged.", report.damaged_count));
    }
    report.read_only.then(|| format!("{name} was written by a newer Factmark: what this one does not know is kept as it is."))
}
