//! A damaged project: what it has lost is looked for in its backup and in the journals, and offered to be joined.
//!
//! It opens at once with what is whole. The search is a job; its answer stands in a bar until the person has joined or
//! left what was found. Either way the damaged file itself is set aside by the first save over it.

use std::path::Path;

use super::notices::Weight;
use super::session::Incoming;
use super::{App, name_of};
use crate::model::{Project, ProjectId};
use crate::storage::{Rescue, rescue};

/// What was found of a damaged project, until it is joined or left.
pub struct Found {
    project: ProjectId,
    rescue: Rescue,
}

impl Found {
    /// How much was found, and where.
    pub fn words(&self) -> String {
        let Rescue { fates, missing, .. } = &self.rescue;
        let lines = if fates.len() == 1 { "line" } else { "lines" };
        let where_found: Vec<String> = self.rescue.places().into_iter().map(place_words).collect();
        let found = match (fates.len(), self.rescue.found_again()) {
            (0, _) => String::new(),
            (all, 0) => format!("Rescue found none of the {all} damaged {lines}. "),
            (all, found) if where_found.is_empty() => {
                format!("Rescue found {found} of {all} damaged {lines} whole elsewhere in the file. ")
            }
            (all, found) => format!("Rescue found {found} of {all} damaged {lines} in {}. ", where_found.join(" and ")),
        };
        // The backup has them, or a journal says that a save has held them.
        let missing = match missing {
            0 => String::new(),
            1 => "1 record that was saved before is missing from the file altogether; it can be joined too. ".to_owned(),
            n => format!("{n} records that were saved before are missing from the file altogether; they can be joined too. "),
        };
        format!("{found}{missing}").trim_end().to_owned()
    }
}

fn place_words(path: &Path) -> String {
    if path.extension().is_some_and(|extension| extension == "journal") {
        "a journal".to_owned()
    } else {
        format!("the backup {}", name_of(path))
    }
}

impl App {
    /// What was found of the open project, which is damaged.
    pub fn found_by_rescue(&self) -> Option<&Found> {
        self.found_by_rescue.as_ref()
    }

    /// Looks for what the open project has lost.
    pub(super) fn look_for_lost(&mut self, path: &Path) {
        let (path, state, project) = (path.to_owned(), self.surroundings.state_folder.clone(), self.session.project().id());
        self.jobs.start("Looking for the damaged lines", move |progress| {
            let found = rescue(&path, state.as_deref(), progress);
            Box::new(move |app: &mut Self| match found {
                Ok(rescue) if app.session.project().id() == project => app.offer_found(Found { project, rescue }),
                // It was said that the file is damaged; that nothing can be searched adds nothing.
                _ => {}
            })
        });
    }

    fn offer_found(&mut self, found: Found) {
        if !found.rescue.found.is_empty() {
            self.found_by_rescue = Some(found);
        } else if !found.rescue.fates.is_empty() {
            let words = match found.words() {
                words if found.rescue.found_again() == found.rescue.fates.len() => format!("{words} No record is lost."),
                words => format!("{words} Another copy of the project may have them: join it if there is one."),
            };
            self.tell(Weight::Note, words);
        }
    }

    /// Joins what was found, or leaves it.
    pub(super) fn answer_rescue(&mut self, join: bool) {
        let Some(Found { project: id, rescue }) = self.found_by_rescue.take() else { return };
        if !join || self.session.project().id() != id {
            return;
        }
        self.hand_over();
        let own = self.session.own();
        self.jobs.start("Joining what was found", move |_| {
            let mut project = Project::new(id);
            project.add(rescue.lines.iter());
            let (incoming, count) = (Incoming::of(&project, own), rescue.found.len());
            let finish = move |app: &mut Self| {
                if app.session.project().id() == id {
                    app.take_found(incoming, count);
                }
            };
            Box::new(move |app: &mut Self| app.when_saved(Box::new(finish)))
        });
    }

    fn take_found(&mut self, incoming: Incoming, count: usize) {
        self.hand_over();
        let now = self.surroundings.now();
        let taken = self.session.take_in_from_elsewhere(incoming, now);
        self.after_taking_in(taken);
        let records = if count == 1 { "1 record was".to_owned() } else { format!("{count} records were") };
        self.tell(Weight::Done, format!("{records} joined. Save to have a whole file again."));
    }
}
