//! Evidence by its details: the same details are the same piece of evidence.

use std::collections::BTreeMap;

use crate::app::Surroundings;
use crate::app::edits::{self, EvidenceDetails};
use crate::app::session::Session;
use crate::model::{EvidenceId, Project, ReviewerId};

/// The evidence that a project has. It answers like [`edits::evidence_like`], without looking through all of it for each line.
pub struct Known {
    by_details: BTreeMap<EvidenceDetails, EvidenceId>,
    before: usize,
}

impl Known {
    /// The evidence of a project.
    pub fn of(project: &Project) -> Self {
        let mut by_details = BTreeMap::new();
        for evidence in project.all_evidence() {
            by_details.entry(EvidenceDetails::from(evidence)).or_insert(evidence.id);
        }
        let before = by_details.len();
        Self { by_details, before }
    }

    /// How many pieces have been added.
    pub fn added(&self) -> usize {
        self.by_details.len() - self.before
    }

    /// The identifiers of these pieces, adding those that the project does not have.
    pub fn bring(
        &mut self,
        wanted: Vec<EvidenceDetails>,
        by: ReviewerId,
        session: &mut Session,
        surroundings: &Surroundings,
    ) -> Vec<EvidenceId> {
        let mut ids = Vec::new();
        for details in wanted {
            let id = self.by_details.get(&details).copied().unwrap_or_else(|| {
                let (id, edit) = edits::add_evidence(session.project(), None, by, details.clone(), surroundings);
                session.apply(&edit, surroundings.now());
                self.by_details.insert(details, id);
                id
            });
            ids.push(id);
        }
        ids
    }
}
