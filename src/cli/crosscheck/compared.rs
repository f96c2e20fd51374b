//! The articles to compare: those of a project, or files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::{Failure, Terminal, articles, open};
use crate::crosscheck::{Apart, ArticleNo, Place, Source, Sources, reviewed};
use crate::import::{ImportError, import_file};

/// The articles, with the names by which they are told.
pub struct Compared {
    sources: Sources,
    /// What `article` says in JSON: the file's name, or the article's identifier; by number.
    names: Vec<String>,
    /// What people read, by number.
    labels: Vec<String>,
    /// Where each paragraph starts, by number.
    paragraphs: Vec<Vec<usize>>,
    /// What people have said is not the same.
    pub apart: Apart,
}

impl Compared {
    fn new(sources: Sources, names: Vec<String>, labels: Vec<String>, apart: Apart) -> Self {
        let starts = |text: &str| std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        let paragraphs = sources.values().map(|source| starts(&source.text)).collect();
        Self { sources, names, labels, paragraphs, apart }
    }

    /// The articles in their order.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }

    /// The name of an article for programs.
    pub fn name(&self, no: ArticleNo) -> &str {
        self.names.get(no.0 as usize).map(String::as_str).unwrap_or_default()
    }

    /// The name of an article for people.
    pub fn label(&self, no: ArticleNo) -> &str {
        self.labels.get(no.0 as usize).map(String::as_str).unwrap_or_default()
    }

    /// The words at a place.
    pub fn words(&self, place: &Place) -> &str {
        self.sources.get(&place.article).and_then(|source| source.text.get(place.range())).unwrap_or_default()
    }

    /// The article and the number of the paragraph, for people: `courier.txt ¶5`.
    pub fn location(&self, place: &Place) -> String {
        let starts = self.paragraphs.get(place.article.0 as usize).map(Vec::as_slice).unwrap_or_default();
        format!("{} ¶{}", self.label(place.article), starts.partition_point(|start| *start <= place.start))
    }
}

/// Reads one project, or articles: all of them, or none.
pub fn read(paths: &[PathBuf], terminal: &mut Terminal) -> Result<Compared, Failure> {
    let mut imported = Vec::new();
    let mut faults = Vec::new();
    for path in paths {
        match import_file(path, &|| false) {
            Ok(article) => imported.push(article),
            Err(ImportError::ProjectFile { .. }) if paths.len() == 1 => return project(path, terminal),
            Err(ImportError::ProjectFile { .. }) => return Err(Failure::ProjectAmongArticles(path.clone())),
            Err(error) => faults.push(error.to_string()),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::NotCompared(faults));
    }
    let names = told_apart(paths, imported.iter().map(|article| article.source_name.as_str()));
    let sources = imported.into_iter().zip(0..).map(|(article, no)| {
        let date = article.date.and_then(|date| date.parse().ok());
        (ArticleNo(no), Source { no: ArticleNo(no), text: Arc::from(article.text), date })
    });
    Ok(Compared::new(sources.collect(), names.clone(), names, Apart::default()))
}

/// The names of the files; where two files have one name, their paths.
fn told_apart<'a>(paths: &[PathBuf], names: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let mut seen = HashSet::new();
    let twice: HashSet<&str> = names.clone().filter(|name| !seen.insert(*name)).collect();
    names.zip(paths).map(|(name, path)| if twice.contains(name) { path.display().to_string() } else { name.to_owned() }).collect()
}

fn project(path: &Path, terminal: &mut Terminal) -> Result<Compared, Failure> {
    let loaded = open::read(path, terminal)?;
    let (sources, apart) = reviewed::sources(&loaded.project);
    let articles = reviewed::articles(&loaded.project);
    let names = articles.iter().map(|article| article.id.to_string()).collect();
    let labels = articles.iter().map(|article| articles::label(article).to_owned()).collect();
    Ok(Compared::new(sources, names, labels, apart))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_are_told_apart_by_their_paths() {
        for (paths, names) in [
            (&["a.txt", "b.txt"][..], &["a.txt", "b.txt"][..]),
            (&["x/a.txt", "y/a.txt", "y/b.txt"], &["x/a.txt", "y/a.txt", "b.txt"]),
            (&[], &[]),
        ] {
            let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
            let files = paths.iter().map(|path| path.file_name().unwrap().to_str().unwrap());
            assert_eq!(told_apart(&paths, files), names);
        }
    }
}
