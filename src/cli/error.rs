//! Why a command did not do what it was asked, in words: what happened, where, what to do.

use std::io;
use std::path::PathBuf;

use super::articles::count;
use super::{FAILED, UNUSABLE};
use crate::model::CannotRedact;
use crate::storage::{LoadError, SaveError};

/// A command came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The project cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The file cannot be written.
    #[error("Not saved. {0}")]
    Save(#[from] SaveError),
    /// Records cannot be removed as asked.
    #[error(transparent)]
    Redact(#[from] CannotRedact),
    /// The output cannot be written.
    #[error("The output could not be written: {0}. Make room or send it elsewhere, and try again.")]
    Output(#[from] io::Error),
    /// A project would be overwritten.
    #[error("{} is there already and was left as it is. Choose another name, add to it with `factmark add`, or replace it with --force.", .0.display())]
    Exists(PathBuf),
    /// What is rescued must not be written over anything.
    #[error("{} is there already and was left as it is. Name a new file for what is rescued.", .0.display())]
    RescueExists(PathBuf),
    /// A project must be known by its name.
    #[error("{} cannot be the name of a project: the names of project files end in .factmark.ron. Put that at its end.", .0.display())]
    Name(PathBuf),
    /// A summary would be written over a project.
    #[error("{} is a project, and the summary would replace it. Choose another name for the summary.", .0.display())]
    OntoProject(PathBuf),
    /// A merge needs a file to write.
    #[error("Say where the merged project goes: -o OUT.factmark.ron.")]
    NoOutput,
    /// The copies are of different projects.
    #[error(
        "{} and {} were started apart and have {} in common. To join them all the same, under the identity of the first, add --apart.",
        .first.display(), .other.display(), count(*.shared, "article")
    )]
    StartedApart {
        /// The first copy.
        first: PathBuf,
        /// The one that is of another project.
        other: PathBuf,
        /// How many articles both have.
        shared: usize,
    },
    /// git refuses, or is not there.
    #[error("{0}. Run this inside a repository, or with --global.")]
    Git(String),
    /// The project was written by a newer version.
    #[error(
        "{} was written by a newer Factmark and can only be read by this one. Nothing was changed. Use the newer version to change it.", .0.display()
    )]
    ReadOnly(PathBuf),
    /// A change would drop the damaged lines.
    #[error(
        "{} is damaged in {}. Saving it would lose them, so nothing was changed. `factmark check --rescue NEW.factmark.ron` looks for them in the backup and writes all that is whole to a new file.",
        .0.display(), count(*.1, "line")
    )]
    Damaged(PathBuf, usize),
    /// The file was changed while it was looked at.
    #[error("{} was changed while it was being checked. Check it again.", .0.display())]
    ChangedMeanwhile(PathBuf),
    /// Articles cannot be read; one reason a line.
    #[error("Nothing was added, because of these files:\n{}", .0.join("\n"))]
    Articles(Vec<String>),
    /// Articles to compare cannot be read; one reason a line.
    #[error("Nothing was compared, because of these files:\n{}", .0.join("\n"))]
    NotCompared(Vec<String>),
    /// A project was named beside articles, or beside another project.
    #[error("{} is a project. Compare one project by itself, or articles.", .0.display())]
    ProjectAmongArticles(PathBuf),
    /// What was asked for does not fit the project.
    #[error("{}", sentence(&.0.to_string()))]
    Wrong(#[from] Wrong),
    /// Lines of a batch, each with its number, that cannot be carried out.
    #[error("{}", batch(.0))]
    Batch(Vec<(usize, String)>),
    /// The batch itself cannot be read.
    #[error("The batch {0} cannot be read: {1}.")]
    NoBatch(String, String),
    /// No window can be shown.
    #[error(
        "There is no display to show the window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\nThese work without one: factmark new, add, mark, list, summary, check, crosscheck. `factmark --help` tells about them."
    )]
    NoDisplay,
    /// Neither a file nor a command.
    #[error("There is no file {} and no command of that name. `factmark --help` lists the commands.", .0.display())]
    NoSuchPath(PathBuf),
}

/// What was asked for does not fit the project.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// No article goes by that name.
    #[error("no article is called “{name}”. The project has: {known}")]
    NoArticle {
        /// The name as given.
        name: String,
        /// The articles that there are.
        known: String,
    },
    /// Several articles go by that name.
    #[error("“{name}” is the name of several articles: {found}. Name one by the beginning of its identifier")]
    SeveralArticles {
        /// The name as given.
        name: String,
        /// The articles of that name.
        found: String,
    },
    /// The quote is empty.
    #[error("the quote is empty. Give the words to mark, as they stand in the article")]
    NoQuote,
    /// The quote does not occur.
    #[error("“{quote}” does not stand in “{title}”. Copy the words from the article as Factmark reads it; capitals count")]
    QuoteMissing {
        /// The quote, shortened.
        quote: String,
        /// The article's title.
        title: String,
    },
    /// The quote occurs several times.
    #[error("“{quote}” stands in {count} places of “{title}”; say which by its number (--nth):{places}")]
    QuoteSeveral {
        /// The quote, shortened.
        quote: String,
        /// The article's title.
        title: String,
        /// How many places there are.
        count: usize,
        /// A line for each.
        places: String,
    },
    /// There are fewer places.
    #[error("there is no place number {nth}: “{quote}” stands in “{title}” {count} times. Places are counted from 1")]
    NoSuchPlace {
        /// The number as given.
        nth: usize,
        /// The quote, shortened.
        quote: String,
        /// The article's title.
        title: String,
        /// How many places there are.
        count: usize,
    },
    /// No words to look for.
    #[error("there are no words to look for. Give the words that are to be removed")]
    NoWords,
    /// No record has this name.
    #[error("no record is called “{0}”. `factmark redact --containing WORDS --dry-run` lists records with their names")]
    NoRecord(String),
    /// Several records have names that begin so.
    #[error("the names of several records begin with “{0}”. Give more of the name")]
    SeveralRecords(String),
    /// Nobody has said who speaks.
    #[error("it is not known who judges. Give a name with --by (in a batch, \"by\")")]
    NoName,
    /// The name of the reviewer is empty.
    #[error("the reviewer's name is empty")]
    EmptyName,
    /// Several reviewers have the name.
    #[error("{count} reviewers are called “{name}”. Name one by their identifier: {ids}")]
    SeveralReviewers {
        /// The name.
        name: String,
        /// How many have it.
        count: usize,
        /// Their identifiers.
        ids: String,
    },
    /// No reviewer has the identifier or name.
    #[error("no reviewer is called “{name}”. The project has: {known}")]
    NoReviewer {
        /// The name or identifier.
        name: String,
        /// The reviewers that there are.
        known: String,
    },
    /// Evidence without a citation.
    #[error("a piece of evidence has no citation. Say what the source is")]
    NoCitation,
    /// The day is not a day.
    #[error("“{0}” is no day. Write the day on which the evidence was consulted as YYYY-MM-DD")]
    NoDay(String),
    /// A word that is not in the list.
    #[error("“{word}” is no {what}; it is one of: {known}")]
    NoSuchWord {
        /// What was given.
        word: String,
        /// What it should have been.
        what: &'static str,
        /// The words that there are.
        known: String,
    },
    /// A line of a batch is no JSON object with the right fields.
    #[error("{0}")]
    Json(String),
}

impl Failure {
    /// The exit code that tells of it.
    pub fn code(&self) -> u8 {
        match self {
            Self::Load(_)
            | Self::Name(_)
            | Self::OntoProject(_)
            | Self::NoBatch(..)
            | Self::NoDisplay
            | Self::NoSuchPath(_)
            | Self::ProjectAmongArticles(_) => UNUSABLE,
            _ => FAILED,
        }
    }
}

/// With a capital at its start and, unless it ends in a list, a full stop at its end.
fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    let stop = if text.contains('\n') { "" } else { "." };
    format!("{}{}{stop}", first.collect::<String>(), rest.as_str())
}

fn batch(faults: &[(usize, String)]) -> String {
    let lines = if faults.len() == 1 { "this line".to_owned() } else { format!("these {} lines", faults.len()) };
    let told: String = faults.iter().map(|(line, fault)| format!("\nline {line}: {fault}.")).collect();
    format!("Nothing was marked, because of {lines}:{told}")
}
