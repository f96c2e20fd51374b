//! `factmark add`: articles into a project.

use super::args::Add;
use super::{DONE, Failure, Terminal, articles, open, reviewer};
use crate::app::Surroundings;

/// Adds the articles, or none.
pub fn run(args: &Add, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    let mut session = open::to_change(&args.project, surroundings, terminal)?;
    let read = articles::import(&args.articles)?;
    let person = reviewer::Person::here(surroundings, terminal);
    let speaker = reviewer::speaker(session.project(), args.by.as_deref(), &person)?;
    let before = session.project().records().next();
    reviewer::speak(&mut session, speaker, surroundings);
    let introduced = session.project().records().next();
    let added = articles::add(&mut session, &read, surroundings, terminal);
    if session.project().records().next() == introduced && before != introduced {
        // Somebody who said nothing need not be introduced.
        session.note_saved(introduced, surroundings.now());
    }
    open::save_changes(&mut session, surroundings, terminal)?;
    terminal.print(&format!("Added {} to {}.", articles::count(added.len(), "article"), args.project.display()))?;
    added.iter().try_for_each(|line| terminal.print(line))?;
    Ok(DONE)
}
