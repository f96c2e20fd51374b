//! Articles as commands name them, and their way into a project.

use std::path::{Path, PathBuf};

use super::error::Wrong;
use super::{Failure, Terminal};
use crate::app::Surroundings;
use crate::app::edits;
use crate::app::session::Session;
use crate::import::{Imported, import_file};
use crate::model::{Article, Project};
use crate::text::word::word_count;

/// The fewest characters by which an identifier may be named.
const SHORTEST_ID: usize = 6;
/// How many articles a message names.
const NAMED: usize = 12;

/// Finds an article by the name of its file, its title, or the beginning of its identifier.
pub fn find<'a>(project: &'a Project, name: &str) -> Result<&'a Article, Wrong> {
    let name = name.trim();
    let file = Path::new(name).file_name().and_then(|file| file.to_str()).unwrap_or(name);
    let articles = project.articles();
    let known = |article: &&&Article| {
        (!article.source_name().is_empty() && [name, file].contains(&article.source_name())) || article.title().trim() == name
    };
    let by_id = |article: &&&Article| name.len() >= SHORTEST_ID && article.id.to_string().starts_with(&name.to_ascii_lowercase());
    let mut found: Vec<&Article> = articles.iter().filter(known).copied().collect();
    if found.is_empty() {
        found = articles.iter().filter(by_id).copied().collect();
    }
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Wrong::NoArticle { name: name.to_owned(), known: list(&articles) }),
        several => Err(Wrong::SeveralArticles { name: name.to_owned(), found: list(several) }),
    }
}

/// Articles for a message.
fn list(articles: &[&Article]) -> String {
    let mut names: Vec<String> =
        articles.iter().take(NAMED).map(|article| format!("{} ({})", label(article), article.id.short())).collect();
    if articles.is_empty() {
        names.push("no articles yet".into());
    } else if articles.len() > NAMED {
        names.push(format!("and {} more", articles.len() - NAMED));
    }
    names.join(", ")
}

/// The name of an article's file, else its title.
pub fn label(article: &Article) -> &str {
    if article.source_name().is_empty() { article.title() } else { article.source_name() }
}

/// Reads article files: all of them, or none.
pub fn import(paths: &[PathBuf]) -> Result<Vec<Imported>, Failure> {
    let mut read = Vec::new();
    let mut faults = Vec::new();
    for path in paths {
        match import_file(path, &|| false) {
            Ok(imported) => read.push(imported),
            Err(error) => faults.push(error.to_string()),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(Failure::Articles(faults)) }
}

/// Adds articles that the project does not have yet; returns a line about each.
pub fn add(session: &mut Session, articles: &[Imported], surroundings: &Surroundings, terminal: &mut Terminal) -> Vec<String> {
    let mut added = Vec::new();
    for imported in articles {
        let (id, edit) = edits::add_article(imported);
        let there = session.project().article(id).is_some_and(|there| there.is_whole() && !there.is_hidden());
        if there {
            let Imported { source_name, title, .. } = imported;
            terminal.warn(&format!("{source_name} was passed over: the project has its text already, as “{title}”."));
        } else if session.apply(&edit, surroundings.now()) {
            let words = word_count(&imported.text);
            added.push(format!("  {}  {} ({}, {words} words)", id.short(), imported.title, imported.source_name));
        }
    }
    added
}

/// “1 article” or “3 articles”.
pub fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}
