//! An earlier value said again, as a new record.
//!
//! Nobody speaks for another: what somebody else judged can be taken over as one's own judgement. A signature, a look
//! and a removal for good are no values.

use crate::model::{Edit, Project, ReviewerId, What};

/// Whether restoring a statement would make another's judgement one's own.
pub fn takes_over(said_by: ReviewerId, what: &What, me: ReviewerId) -> bool {
    matches!(what, What::Judgement { .. }) && me != said_by
}

/// The edit that says again what was said before; `None` where that shows already or is no value.
pub fn restored(project: &Project, by: ReviewerId, what: &What) -> Option<Edit> {
    let (label, what) = match what {
        // Who sees what in a check is not decided by a look into the past.
        What::Project { title: Some(title), blind: _ } => ("the title", What::Project { title: Some(title.clone()), blind: None }),
        What::Reviewer { reviewer, name: Some(name), .. } if *reviewer == by => {
            ("the name", What::Reviewer { reviewer: by, name: Some(name.clone()), colour: None })
        }
        What::Article { .. } => ("the article’s details", what.clone()),
        What::Annotation { passage: Some(_), .. } => ("the passage", what.clone()),
        What::Annotation { .. } => ("the kind", what.clone()),
        What::Judgement { .. } => ("the judgement", what.clone()),
        What::Evidence { .. } => ("the evidence", what.clone()),
        What::Ruling { .. } => ("the ruling", what.clone()),
        What::Link { .. } => ("the link", what.clone()),
        What::Dismissal { proposed: false, .. } => ("the dismissal", what.clone()),
        What::Hiding { .. } | What::Apart { .. } => ("what was said", what.clone()),
        What::Project { .. }
        | What::Reviewer { .. }
        | What::Dismissal { .. }
        | What::Reveal { .. }
        | What::Redaction { .. }
        | What::SignOff { .. } => return None,
    };
    let edit = Edit { restores: true, ..Edit::one(format!("Restore {label}"), what) };
    let shows = project.inverse(&edit, by).says == edit.says;
    (!shows).then_some(edit)
}
