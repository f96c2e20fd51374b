//! `factmark redact`: takes records out of a project for good, and out of what Factmark keeps of it on this computer.

use std::collections::BTreeSet;

use super::args::Redact;
use super::articles::count;
use super::error::Wrong;
use super::terminal::visible_line;
use super::{DONE, FAILED, Failure, Terminal, open, reviewer};
use crate::app::Surroundings;
use crate::app::history::said_words;
use crate::model::{ArticleId, Project, Record, RecordHash, Subject, What};
use crate::storage::Purge;

/// How many characters of a record's name are printed.
const NAME: usize = 12;
/// The fewest characters by which a record may be named.
const SHORTEST: usize = 6;
/// The longest words that stand in the sentence of what was said, in characters; longer ones follow it in full.
const SHOWN: usize = 160;

/// Removes what is asked for, or lists it.
pub fn run(args: &Redact, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    let mut session = open::to_change(&args.project, surroundings, terminal)?;
    let chosen = choose(args, session.project(), terminal)?;
    for number in &chosen {
        if let Some(line) = session.project().records().lines().get(*number) {
            terminal.print(&told(session.project(), line, surroundings))?;
        }
    }
    let (removed, path) = (count(chosen.len(), "record"), args.project.display());
    if args.dry_run {
        terminal.print(&format!("{removed} of {path} would be removed for good. Nothing was changed."))?;
        return Ok(DONE);
    }
    let numbers: Vec<u32> = chosen.into_iter().collect();
    let edit = session.project().redact(&numbers, args.reason.as_deref().unwrap_or_default().trim())?;
    let person = reviewer::Person::here(surroundings, terminal);
    let speaker = reviewer::speaker(session.project(), args.by.as_deref(), &person)?;
    reviewer::speak(&mut session, speaker, surroundings);
    session.apply(&edit, surroundings.now());
    open::save_changes(&mut session, surroundings, terminal)?;
    terminal.print(&format!("{removed} of {path} removed for good."))?;
    terminal
        .warn("Copies that others have keep it until they are merged with this one; exported summaries and backups of the system keep it.");
    clean(&session, surroundings, terminal)
}

/// The numbers of the records that are asked for, in order.
fn choose(args: &Redact, project: &Project, terminal: &mut Terminal) -> Result<BTreeSet<u32>, Failure> {
    let mut chosen = BTreeSet::new();
    for name in &args.record {
        chosen.insert(named(project, name)?);
    }
    let mut texts: BTreeSet<ArticleId> = BTreeSet::new();
    for words in &args.containing {
        if words.trim().is_empty() {
            return Err(Wrong::NoWords.into());
        }
        for number in project.records_with(words) {
            match project.records().lines().get(number).map(Record::from_line) {
                Some(Ok(Record::Text { article, .. })) => drop(texts.insert(article)),
                Some(Ok(Record::Said { what: What::Redaction { .. }, .. })) => {
                    terminal.warn("The reason of an earlier removal has these words too. It stays.");
                }
                _ => drop(chosen.insert(number)),
            }
        }
    }
    for article in texts {
        if args.texts {
            chosen.extend(project.records_about(&Subject::Article(article)));
        } else {
            let title = project.article(article).map(|article| article.title().to_owned()).unwrap_or_default();
            let title = visible_line(&title);
            terminal.warn(&format!(
                "The words stand in the text of “{title}” too. A text goes only as a whole, with all that was said of it: add --texts."
            ));
        }
    }
    if chosen.is_empty() { Err(crate::model::CannotRedact::Nothing.into()) } else { Ok(chosen) }
}

/// The record with a name, which may be shortened.
fn named(project: &Project, name: &str) -> Result<u32, Wrong> {
    let wanted = name.trim().to_ascii_lowercase();
    let is_it = |line: &str| wanted.len() >= SHORTEST && RecordHash::of(line).to_string().starts_with(&wanted);
    let mut found = project.records().lines().numbered().filter(|(_, line)| is_it(line)).map(|(number, _)| number);
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(Wrong::NoRecord(name.to_owned())),
        (Some(_), Some(_)) => Err(Wrong::SeveralRecords(name.to_owned())),
    }
}

/// A record with its name, and with all that goes with it.
fn told(project: &Project, line: &str, surroundings: &Surroundings) -> String {
    let name: String = RecordHash::of(line).to_string().chars().take(NAME).collect();
    let said = match Record::from_line(line) {
        Ok(Record::Said { at, by, what }) => {
            let said = format!("{}  {} {}", surroundings.date_and_time(at.millis()), project.reviewer_name(by), said_words(by, &what));
            let long = what.words().into_iter().filter(|words| words.chars().nth(SHOWN).is_some());
            let in_full: String = long.map(|words| format!("\n      {}", visible_line(words))).collect();
            return format!("  {name}  {}{in_full}", visible_line(&said));
        }
        Ok(Record::Text { n, text, .. }) => format!("paragraph {}: {text}", n.saturating_add(1)),
        Err(_) => "a record of a kind that this version does not know".to_owned(),
    };
    format!("  {name}  {}", visible_line(&said))
}

/// Cleans what is kept of the project on this computer, and tells what could not be reached.
fn clean(session: &crate::app::session::Session, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    let purge = Purge {
        project: session.project().id(),
        lines: session.project().records().snapshot(),
        path: session.path.clone(),
        state: surroundings.state_folder.clone(),
        cache: surroundings.cache_folder.clone(),
        held: Vec::new(),
    };
    let purged = purge.run();
    for path in &purged.cleaned {
        terminal.print(&format!("Removed from {} too.", path.display()))?;
    }
    if purged.unreadable > 0 {
        terminal.print(&format!("{} that nobody can read went with it.", count(purged.unreadable, "line")))?;
    }
    for left in &purged.left {
        terminal.warn(&format!("It may still be in a file: {left}"));
    }
    Ok(if purged.left.is_empty() { DONE } else { FAILED })
}
