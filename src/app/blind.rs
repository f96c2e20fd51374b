//! The blind check in the window: what is asked for before judging is shown, and that it was asked is recorded.
//!
//! What is hidden is not folded into what the window shows at all (`model/veil.rs`). So nothing here needs to hide, and
//! with annotations hidden altogether nobody can tell whether there is something to reveal before having asked.

use super::notices::Weight;
use super::{App, edits};
use crate::crosscheck::same_statement;
use crate::model::{AnnotationId, Blind, Revealed, Sight};

impl App {
    /// Whether the blind check hides, or may hide, what others said of this from the reviewer.
    pub fn may_hide(&self, what: Revealed) -> bool {
        let (project, by) = (self.session.project(), self.by());
        let article = match what {
            Revealed::Article(article) => Some(article),
            Revealed::Annotation(id) => project.place(id).map(|(article, _)| article),
        };
        let revealed = || article.and_then(|id| project.article(id)?.revealed_by(by?)).is_some();
        match (project.blind(), what) {
            (Blind::Off, _) => false,
            (Blind::Judgements, Revealed::Annotation(id)) => project.sees(by, id) == Sight::MarkOnly,
            _ => !revealed(),
        }
    }

    /// Shows what others said of an annotation, and of what they marked in the same place, or in a whole article.
    pub(super) fn reveal(&mut self, what: Revealed) {
        self.dialog = None;
        let (project, by) = (self.session.project(), self.by());
        let (hidden, all): (usize, Vec<Revealed>) = match what {
            Revealed::Article(article) => (project.unseen(by, article), vec![what]),
            Revealed::Annotation(id) => {
                let beneath = self.hidden_beneath(id);
                let own = usize::from(project.sees(by, id) == Sight::MarkOnly);
                (own + beneath.len(), std::iter::once(id).chain(beneath).map(Revealed::Annotation).collect())
            }
        };
        if !self.edit(edits::reveal(all)) {
            return;
        }
        let words = match (hidden, what) {
            (0, Revealed::Annotation(_)) => "Nobody else has marked this passage. That you looked is recorded.".to_owned(),
            (0, Revealed::Article(_)) => "Nobody else has said anything in this article yet. That you looked is recorded.".to_owned(),
            (1, _) => "What others said of 1 passage is shown. That you looked is recorded.".to_owned(),
            (some, _) => format!("What others said of {some} passages is shown. That you looked is recorded."),
        };
        self.tell(Weight::Note, words);
    }

    /// The annotations of others that are not shown at all and mean the same statement as this one.
    fn hidden_beneath(&self, id: AnnotationId) -> Vec<AnnotationId> {
        let project = self.session.project();
        let Some((article, range)) = project.place(id) else { return Vec::new() };
        project.out_of_sight(article).filter(|(_, other)| same_statement(&range, other)).map(|(id, _)| id).collect()
    }
}
