//! Copies of the project that a syncing program has laid beside it: offered, joined, saved, and only then put in the
//! trash.
//!
//! A copy goes to the trash when a save that holds all of its records has been read back, and when it still holds what
//! was joined. If anything is in the way, the copy stays where it is, and that is said.

use std::collections::HashSet;
use std::path::PathBuf;

use super::notices::Weight;
use super::session::Incoming;
use super::{App, name_of};
use crate::model::{Project, ProjectId};
use crate::storage::{Fingerprint, load};

/// The copies that were answered, and those that wait for a save.
#[derive(Default)]
pub(super) struct Copies {
    /// Not offered any more in this session: left alone, joined, or in trouble.
    answered: HashSet<PathBuf>,
    joining: bool,
    /// Joined: to the trash when the project is saved, if they still hold this.
    joined: Vec<(PathBuf, Fingerprint)>,
}

/// What was read of the copies.
struct Read {
    incoming: Option<Incoming>,
    joined: Vec<(PathBuf, Fingerprint)>,
    /// Why the others stay where they are.
    stay: Vec<String>,
}

impl App {
    /// The copies that are offered for joining.
    pub fn offered_copies(&self) -> Vec<PathBuf> {
        let is_open = |path: &PathBuf| !self.copies.answered.contains(path);
        self.watching.copies.iter().filter(|path| is_open(path)).cloned().collect()
    }

    /// Joins the copies that are offered, or leaves them alone for this session.
    pub(super) fn answer_copies(&mut self, join: bool) {
        let offered = self.offered_copies();
        if offered.is_empty() || self.copies.joining {
            return;
        }
        self.copies.answered.extend(offered.iter().cloned());
        if !join {
            return;
        }
        self.copies.joining = true;
        let (own, id) = (self.session.own(), self.session.project().id());
        let label = if offered.len() == 1 { "Joining the copy".to_owned() } else { format!("Joining {} copies", offered.len()) };
        self.jobs.start(label, move |progress| {
            let mut read = Read { incoming: None, joined: Vec::new(), stay: Vec::new() };
            let mut union = Project::new(id);
            for path in offered {
                match load(&path, progress) {
                    Ok(loaded) if loaded.project.id() != id => {}
                    Ok(loaded) => {
                        union.join(loaded.project.records());
                        if loaded.report.damaged_count > 0 {
                            read.stay
                                .push(format!("{} is damaged: what is whole was joined, and the copy stays where it is.", name_of(&path)));
                        } else if loaded.report.read_only {
                            read.stay
                                .push(format!("{} was written by a newer Factmark: it was joined, and stays where it is.", name_of(&path)));
                        } else {
                            read.joined.push((path, loaded.disk));
                        }
                    }
                    Err(error) => read.stay.push(format!("A copy was not joined. {error}")),
                }
            }
            read.incoming = Some(Incoming::of(&union, own));
            Box::new(move |app: &mut Self| app.when_saved(Box::new(move |app: &mut Self| app.take_copies(id, read))))
        });
    }

    fn take_copies(&mut self, id: ProjectId, read: Read) {
        self.copies.joining = false;
        // Another project is open by now: nothing has happened to the copies.
        let Some(incoming) = read.incoming.filter(|_| self.session.project().id() == id) else { return };
        self.hand_over();
        let (tally, stamps) = (incoming.tally.clone(), incoming.stamps.clone());
        let now = self.surroundings.now();
        let nothing_new = incoming.is_empty();
        let taken = self.session.take_in_from_elsewhere(incoming, now);
        self.after_taking_in(taken);
        let whence = if read.joined.len() + read.stay.len() == 1 { "from the copy" } else { "from the copies" };
        self.tell_came_in(tally, stamps, whence);
        for words in read.stay {
            self.tell(Weight::Note, words);
        }
        if read.joined.is_empty() {
            return;
        }
        if nothing_new {
            self.tell(Weight::Note, "The project had everything that is in the copy.");
        }
        self.copies.joined.extend(read.joined);
        if self.session.is_unsaved() {
            self.save();
        }
    }

    /// Puts what was joined in the trash once a file holds it. Call once a frame.
    pub(super) fn poll_copies(&mut self) {
        if self.copies.joined.is_empty() || self.session.is_unsaved() || self.is_saving() {
            return;
        }
        let (joined, trash) = (std::mem::take(&mut self.copies.joined), self.surroundings.trash.clone());
        self.jobs.start("Moving copies to the trash", move |_| {
            let mut moved = 0;
            let mut stay = Vec::new();
            for (path, held) in joined {
                let name = name_of(&path);
                if Fingerprint::read(&path).is_ok_and(|now| now != held) {
                    stay.push(format!("{name} was changed after it was joined: it stays where it is."));
                } else if let Err(why) = trash(&path) {
                    stay.push(format!(
                        "{name} was joined, but it could not be moved to the trash: {why}. It stays where it is; you may remove it."
                    ));
                } else {
                    moved += 1;
                }
            }
            Box::new(move |app: &mut Self| {
                match moved {
                    0 => {}
                    1 => app.tell(Weight::Done, "The copy is joined and saved. It is in the trash now."),
                    _ => app.tell(Weight::Done, format!("{moved} copies are joined and saved. They are in the trash now.")),
                }
                for words in stay {
                    app.tell(Weight::Note, words);
                }
            })
        });
    }
}
