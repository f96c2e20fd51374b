//! A project in the hands of a command: read, changed through a session, saved.

use std::collections::HashMap;
use std::path::Path;

use super::articles::count;
use super::{Failure, Terminal};
use crate::app::Surroundings;
use crate::app::session::Session;
use crate::model::{Blind, Project, Replica};
use crate::storage::{Backup, Loaded, Progress, Report, SaveRequest, load};

/// Reads a project to look at it. What was noticed is told.
pub fn read(path: &Path, terminal: &mut Terminal) -> Result<Loaded, Failure> {
    let loaded = load(path, &Progress::default())?;
    let Report { damaged_count, read_only, conflict_markers, .. } = loaded.report;
    let name = path.display();
    if damaged_count > 0 {
        terminal.warn(&format!(
            "{name} is damaged in {}; only what is whole is told. `factmark check` tells more.",
            count(damaged_count, "line")
        ));
    }
    if read_only {
        terminal.warn(&format!("{name} was written by a newer Factmark; what this one does not know is left out."));
    }
    if conflict_markers > 0 {
        terminal.warn(&format!("{name} has conflict markers of git. Both sides count."));
    }
    if loaded.report.other_id.is_some() {
        terminal.warn(&format!("{name} holds the records of two projects. They are joined under the first one's identity."));
    }
    Ok(loaded)
}

/// Tells who reads on that a blind check is on: nothing is hidden here.
pub fn tell_blind(project: &Project, terminal: &mut Terminal) {
    if project.blind() != Blind::Off {
        terminal.warn("A blind check is on in this project. This tells what everybody said.");
    }
}

/// Reads a project to change it: one of which nothing would be lost by saving.
pub fn to_change(path: &Path, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<Session, Failure> {
    let loaded = read(path, terminal)?;
    let Loaded { project, path, disk, .. } = may_be_saved(loaded)?;
    // Nobody looks at the coverage here, so nothing is counted.
    let mut session = Session::with_facts(project, Replica(surroundings.random() as u32), HashMap::new(), surroundings.now());
    session.path = Some(path);
    session.on_disk = Some(disk);
    session.note_saved(session.project().records().next(), surroundings.now());
    Ok(session)
}

fn may_be_saved(loaded: Loaded) -> Result<Loaded, Failure> {
    if loaded.report.read_only {
        return Err(Failure::ReadOnly(loaded.path));
    }
    if loaded.report.damaged_count > 0 {
        return Err(Failure::Damaged(loaded.path, loaded.report.damaged_count));
    }
    Ok(loaded)
}

/// Saves what is new. What somebody else has written meanwhile is joined in.
pub fn save_changes(session: &mut Session, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<(), Failure> {
    let Some(path) = session.path.clone().filter(|_| session.is_unsaved()) else { return Ok(()) };
    save_to(&path, session, surroundings, terminal)
}

/// Saves to a file, replacing what is there unless the session knows that it should hold something else.
pub fn save_to(path: &Path, session: &mut Session, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<(), Failure> {
    let request = SaveRequest {
        path: path.to_owned(),
        id: session.project().id(),
        lines: session.project().records().snapshot(),
        expected: session.on_disk,
        damaged: session.damaged,
        state: surroundings.state_folder.clone(),
        progress: Progress::default(),
    };
    let saved = request.save()?;
    session.join(saved.joined.iter().map(String::as_str), surroundings.now());
    match saved.backup {
        Backup::Failed(why) => terminal.warn(&format!("Saved, but the version before could not be kept as .bak: {why}.")),
        Backup::SetAside(aside) => terminal.warn(&format!("The file was damaged meanwhile; it is kept as {}.", aside.display())),
        Backup::Kept(_) | Backup::NotNeeded => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edits;
    use crate::model::{ProjectId, ReviewerId};
    use crate::storage::{SaveError, save};

    fn with_terminal<T>(run: impl FnOnce(&mut Terminal) -> T) -> T {
        let (mut output, mut errors) = (Vec::new(), Vec::new());
        let mut terminal =
            Terminal { input: &mut std::io::empty(), output: &mut output, errors: &mut errors, width: None, user: None, display: false };
        run(&mut terminal)
    }

    fn opened(path: &Path, number: u64) -> (Session, Surroundings) {
        let here = Surroundings::fixed(number);
        let mut session = with_terminal(|terminal| to_change(path, &here, terminal)).unwrap();
        session.by = Some(ReviewerId::new(number, 0));
        session.apply(&edits::name_reviewer(ReviewerId::new(number, 0), &format!("Reviewer {number}"), None), number);
        (session, here)
    }

    fn start(folder: &tempfile::TempDir, id: u64) -> std::path::PathBuf {
        let path = folder.path().join("p.factmark.ron");
        let project = Project::new(ProjectId::new(id, 0));
        save(&path, project.id(), project.records().lines(), None, &Progress::default()).unwrap();
        path
    }

    #[test]
    fn what_others_have_written_meanwhile_is_joined() {
        let folder = tempfile::tempdir().unwrap();
        let path = start(&folder, 1);
        let (mut mine, here) = opened(&path, 1);
        let (mut theirs, there) = opened(&path, 2);
        with_terminal(|terminal| save_changes(&mut theirs, &there, terminal)).unwrap();
        with_terminal(|terminal| save_changes(&mut mine, &here, terminal)).unwrap();
        let both = load(&path, &Progress::default()).unwrap().project;
        assert_eq!(both.reviewers().map(|reviewer| reviewer.name()).collect::<Vec<_>>(), ["Reviewer 1", "Reviewer 2"]);
    }

    #[test]
    fn another_project_in_its_place_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = start(&folder, 1);
        let (mut mine, here) = opened(&path, 1);
        start(&folder, 2);
        let refused = with_terminal(|terminal| save_changes(&mut mine, &here, terminal)).unwrap_err();
        assert!(matches!(refused, Failure::Save(SaveError::OtherProject(_))), "{refused}");
        assert_eq!(load(&path, &Progress::default()).unwrap().project.id(), ProjectId::new(2, 0));
        std::fs::write(&path, "damaged beyond reading").unwrap();
        with_terminal(|terminal| save_changes(&mut mine, &here, terminal)).unwrap();
        assert_eq!(load(&path, &Progress::default()).unwrap().project.id(), ProjectId::new(1, 0));
        let kept = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let kept = kept.filter(|path| path.to_string_lossy().contains(".damaged-"));
        assert_eq!(kept.map(|path| std::fs::read_to_string(path).unwrap()).collect::<Vec<_>>(), ["damaged beyond reading"]);
    }

    #[test]
    fn nothing_new_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = start(&folder, 1);
        let here = Surroundings::fixed(1);
        let mut session = with_terminal(|terminal| to_change(&path, &here, terminal)).unwrap();
        std::fs::remove_file(&path).unwrap();
        with_terminal(|terminal| save_changes(&mut session, &here, terminal)).unwrap();
        assert!(!path.exists());
    }
}
