//! `factmark mark`: one passage, or a batch of them; all or none.

mod batch;
mod evidence;
mod quote;
mod wish;

use super::args::Mark;
use super::terminal::clip;
use super::{DONE, Failure, Terminal, open, reviewer};
use crate::app::Surroundings;
use crate::app::edits::EvidenceDetails;
use evidence::Known;
use wish::{Marked, Wish};

/// How much of a passage a message repeats, in columns.
const SHOWN: usize = 72;

/// Marks what is asked for.
pub fn run(args: Mark, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    let mut session = open::to_change(&args.project, surroundings, terminal)?;
    let person = reviewer::Person::here(surroundings, terminal);
    let project = args.project.clone();
    let (wishes, one) = match &args.batch {
        Some(file) => (batch::read(file, args.by.as_deref(), terminal, |wish| wish.ready(session.project(), &person))?, false),
        None => (vec![wish_of(args).ready(session.project(), &person)?], true),
    };
    let mut known = Known::of(session.project());
    let marked: Vec<Marked> =
        wishes.into_iter().map(|ready| ready.carry_out(&mut session, &person, &mut known, surroundings)).collect::<Result<_, _>>()?;
    open::save_changes(&mut session, surroundings, terminal)?;
    match marked.as_slice() {
        [only] if one => terminal.print(&told(only))?,
        all => {
            let new = all.iter().filter(|marked| marked.new).count();
            let unchanged = all.iter().filter(|marked| !marked.changed).count();
            let lines = super::articles::count(all.len(), "line");
            let evidence = known.added();
            terminal.print(&format!(
                "{lines} carried out in {}: {new} new annotations, {evidence} new pieces of evidence, {unchanged} with nothing new.",
                project.display()
            ))?;
        }
    }
    Ok(DONE)
}

fn wish_of(args: Mark) -> Wish {
    let Mark { article, quote, nth, verdict, kind, severity, note, correction, evidence, by, .. } = args;
    let evidence = evidence.into_iter().map(|citation| EvidenceDetails { citation, ..EvidenceDetails::default() }).collect();
    Wish {
        article: article.unwrap_or_default(),
        quote: quote.unwrap_or_default(),
        nth,
        verdict: verdict.map(|verdict| verdict.0),
        kind: kind.map(|kind| kind.0),
        severity: severity.map(|severity| severity.0),
        note,
        correction,
        evidence,
        by,
    }
}

fn told(marked: &Marked) -> String {
    let Marked { annotation, words, verdict, new, changed } = marked;
    let words = clip(&super::terminal::visible_line(words), SHOWN);
    match (verdict, new, changed) {
        (_, _, false) => format!("“{words}” is marked so already (annotation {annotation})."),
        (Some(verdict), ..) => format!("Marked “{words}” as {} (annotation {annotation}).", verdict.label().to_lowercase()),
        (None, true, _) => format!("Marked “{words}” to check (annotation {annotation})."),
        (None, false, _) => format!("Changed what is said of “{words}” (annotation {annotation})."),
    }
}
