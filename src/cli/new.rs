//! `factmark new`: a project from articles.

use std::path::Path;

use super::args::New;
use super::{DONE, Failure, Terminal, articles, open, reviewer};
use crate::app::Surroundings;
use crate::app::edits;
use crate::app::session::Session;

/// The ending of project files.
pub const ENDING: &str = ".factmark.ron";

/// Creates the project, or nothing.
pub fn run(args: &New, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    let path = &args.output;
    check_name(path)?;
    if !args.force && path.symlink_metadata().is_ok() {
        return Err(Failure::Exists(path.clone()));
    }
    let read = articles::import(&args.articles)?;
    let mut session = Session::empty(surroundings.now(), surroundings.random());
    let person = reviewer::Person::here(surroundings, terminal);
    let speaker = reviewer::speaker(session.project(), args.by.as_deref(), &person)?;
    reviewer::speak(&mut session, speaker, surroundings);
    if let Some(title) = args.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) {
        session.apply(&edits::set_title(title), surroundings.now());
    }
    let added = articles::add(&mut session, &read, surroundings, terminal);
    open::save_to(path, &mut session, surroundings, terminal)?;
    terminal.print(&format!("Created {} with {}.", path.display(), articles::count(added.len(), "article")))?;
    added.iter().try_for_each(|line| terminal.print(line))?;
    Ok(DONE)
}

/// Whether a new project may have this name.
pub fn check_name(path: &Path) -> Result<(), Failure> {
    let named = path.file_name().is_some_and(|name| name.len() > ENDING.len() && name.as_encoded_bytes().ends_with(ENDING.as_bytes()));
    if named { Ok(()) } else { Err(Failure::Name(path.to_owned())) }
}
