//! Who speaks: a reviewer whom the project knows, or a new one.

use super::error::Wrong;
use crate::app::Surroundings;
use crate::app::edits;
use crate::app::session::Session;
use crate::app::settings::Settings;
use crate::model::{Project, Reviewer, ReviewerId};

use super::Terminal;

/// Who speaks where nobody is named.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// The name in the window's settings, else that of the user.
    name: String,
    settings: Settings,
}

impl Person {
    /// The person at this computer.
    pub fn here(surroundings: &Surroundings, terminal: &mut Terminal) -> Self {
        let (settings, told) = surroundings.settings_folder.as_deref().map(Settings::read).unwrap_or_default();
        if let Some(told) = told {
            terminal.warn(&told);
        }
        let set = Some(settings.name.trim()).filter(|name| !name.is_empty()).map(str::to_owned);
        Self { name: set.or_else(|| terminal.user.clone()).unwrap_or_default(), settings }
    }
}

/// Somebody who is about to speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The project knows them.
    Known(ReviewerId),
    /// They come with this name, and with an identifier if one was drawn for them in the window.
    New(String, Option<ReviewerId>),
}

/// Finds who speaks: `by` is a name or identifier as given; without it, the person at this computer.
pub fn speaker(project: &Project, by: Option<&str>, person: &Person) -> Result<Speaker, Wrong> {
    let Some(by) = by else {
        let own = person.settings.reviewer_in(project.id());
        let known = own.filter(|own| project.reviewer(*own).is_some_and(|known| !known.name().is_empty()));
        return match known {
            Some(known) => Ok(Speaker::Known(known)),
            None if person.name.is_empty() => Err(Wrong::NoName),
            None => named(project, &person.name, own.filter(|own| project.reviewer(*own).is_none())),
        };
    };
    match by.trim().parse::<ReviewerId>() {
        Ok(id) if project.reviewer(id).is_some() => Ok(Speaker::Known(id)),
        Ok(_) => Err(no_reviewer(project, by)),
        Err(_) => named(project, by, None),
    }
}

fn named(project: &Project, name: &str, own: Option<ReviewerId>) -> Result<Speaker, Wrong> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Wrong::EmptyName);
    }
    match known(project, name).as_slice() {
        [] => Ok(Speaker::New(name.to_owned(), own)),
        [one] => Ok(Speaker::Known(*one)),
        several => Err(several_reviewers(name, several)),
    }
}

/// Finds a reviewer whom the project must know, by name or identifier.
pub fn find(project: &Project, asked: &str) -> Result<ReviewerId, Wrong> {
    let by_id = asked.trim().parse::<ReviewerId>().ok().filter(|id| project.reviewer(*id).is_some());
    match (by_id, known(project, asked.trim()).as_slice()) {
        (Some(id), _) => Ok(id),
        (None, [one]) => Ok(*one),
        (None, []) => Err(no_reviewer(project, asked)),
        (None, several) => Err(several_reviewers(asked.trim(), several)),
    }
}

/// Lets somebody speak from now on, introducing them if they are new.
pub fn speak(session: &mut Session, speaker: Speaker, surroundings: &Surroundings) {
    match speaker {
        Speaker::Known(id) => session.by = Some(id),
        Speaker::New(name, own) => {
            let id = own.unwrap_or_else(|| ReviewerId::new(surroundings.now(), surroundings.random()));
            let colour = session.project().reviewers().filter(|reviewer| !reviewer.name().is_empty()).count() as u8;
            session.by = Some(id);
            session.introduce(&edits::name_reviewer(id, &name, Some(colour)), surroundings.now());
        }
    }
}

fn known(project: &Project, name: &str) -> Vec<ReviewerId> {
    project.reviewers().filter(|reviewer| reviewer.name() == name).map(|reviewer| reviewer.id).collect()
}

fn several_reviewers(name: &str, several: &[ReviewerId]) -> Wrong {
    let ids: Vec<String> = several.iter().map(ToString::to_string).collect();
    Wrong::SeveralReviewers { name: name.to_owned(), count: several.len(), ids: ids.join(", ") }
}

fn no_reviewer(project: &Project, name: &str) -> Wrong {
    let names: Vec<&str> = project.reviewers().map(Reviewer::name).filter(|name| !name.is_empty()).collect();
    Wrong::NoReviewer { name: name.to_owned(), known: if names.is_empty() { "nobody yet".into() } else { names.join(", ") } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Clock, ProjectId, Replica};

    #[test]
    fn where_nobody_is_named_the_settings_decide_then_the_user() {
        let (known, own, project_id) = (ReviewerId::new(1, 0), ReviewerId::new(2, 0), ProjectId::new(0, 0));
        let mut project = Project::new(project_id);
        project.apply(&edits::name_reviewer(known, "Ada", None), known, &mut Clock::new(Replica(0)), 1);
        let person =
            |name: &str, reviewer: Option<ReviewerId>| Person { name: name.into(), settings: Settings { reviewer, ..Settings::default() } };
        for (by, person, expected) in [
            (None, person("Bo", None), Ok(Speaker::New("Bo".into(), None))),
            (None, person("Bo", Some(own)), Ok(Speaker::New("Bo".into(), Some(own)))),
            (None, person("Ada", Some(own)), Ok(Speaker::Known(known))),
            (None, person("Another name now", Some(known)), Ok(Speaker::Known(known))),
            (None, person("", None), Err(Wrong::NoName)),
            (Some(" Ada "), person("Bo", Some(own)), Ok(Speaker::Known(known))),
            (Some("Cy"), person("Bo", Some(own)), Ok(Speaker::New("Cy".into(), None))),
            (Some(""), person("Bo", None), Err(Wrong::EmptyName)),
        ] {
            assert_eq!(speaker(&project, by, &person), expected, "{by:?} {person:?}");
        }
    }

    #[test]
    fn the_settings_come_before_the_user() {
        let folder = tempfile::tempdir().unwrap();
        let mut here = Surroundings::fixed(0);
        here.settings_folder = Some(folder.path().to_owned());
        let mut errors = Vec::new();
        let mut name = || {
            let mut terminal = Terminal {
                input: &mut std::io::empty(),
                output: &mut Vec::new(),
                errors: &mut errors,
                width: None,
                user: Some("user".into()),
                display: false,
            };
            Person::here(&here, &mut terminal).name
        };
        assert_eq!(name(), "user");
        let settings = Settings { name: "Ada".into(), ..Settings::default() };
        std::fs::write(Settings::file(folder.path()), settings.to_ron().unwrap()).unwrap();
        assert_eq!(name(), "Ada");
        std::fs::write(Settings::file(folder.path()), "(").unwrap();
        assert_eq!(name(), "user");
        assert!(String::from_utf8(errors).unwrap().contains("cannot be read"));
    }
}
