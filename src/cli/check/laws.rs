//! The laws of DESIGN.md, proved on one project, and what must hold between its records.

use super::super::list::{json, listed};
use crate::app::filter::Filter;
use crate::model::Project;
use crate::storage::{Loaded, Progress, parse, render};

/// What does not hold, in words. `bytes` are those of the file.
pub fn broken(loaded: &Loaded, bytes: &[u8]) -> Vec<String> {
    let project = &loaded.project;
    let mut faults = Vec::new();
    let mut claim = |holds: bool, fault: &str| {
        if !holds {
            faults.push(format!("{fault}. This is a fault of Factmark: keep the file and report it."));
        }
    };
    claim(holds_every_line(project, bytes), "a line that is not damaged is not in the set of records");
    claim(joined_with_itself_is_the_same(project), "the project joined with itself is not the same project");
    claim(order_does_not_matter(project), "the records in another order show something else");
    claim(saved_twice_is_the_same(project), "saved, loaded and saved again, the file has other bytes");
    faults.extend(misplaced(project));
    faults
}

fn holds_every_line(project: &Project, bytes: &[u8]) -> bool {
    parse(bytes, &Progress::default()).is_ok_and(|read| read.lines.iter().all(|(line, _)| project.records().contains(line)))
}

fn joined_with_itself_is_the_same(project: &Project) -> bool {
    let mut joined = project.clone();
    let changes = joined.join(project.records());
    changes.is_empty() && saved(&joined) == saved(project)
}

fn order_does_not_matter(project: &Project) -> bool {
    let mut lines: Vec<&str> = project.records().lines().iter().collect();
    lines.reverse();
    let mut reversed = Project::new(project.id());
    reversed.add(lines);
    shown(&reversed) == shown(project)
}

fn saved_twice_is_the_same(project: &Project) -> bool {
    let once = saved(project);
    let again = once.as_ref().and_then(|bytes| parse(bytes, &Progress::default()).ok()).and_then(|read| {
        let mut project = Project::new(read.id);
        project.add_read(read.lines);
        saved(&project)
    });
    once.is_some() && once == again
}

fn saved(project: &Project) -> Option<Vec<u8>> {
    render(project.id(), project.records().lines(), &Progress::default()).ok()
}

fn shown(project: &Project) -> String {
    let listed = listed(project, &Filter { this_article: false, ..Filter::default() }, None);
    format!("{}{:?}{}", project.title(), project.counts(), json(project, &listed, true))
}

/// Articles that lack paragraphs, and annotations whose words do not stand where they say.
fn misplaced(project: &Project) -> Vec<String> {
    let articles = project.articles().into_iter().filter(|article| !article.is_whole());
    let articles = articles.map(|article| {
        format!("the text of “{}” ({}) is not whole; paragraphs are missing or were changed.", article.title(), article.id.short())
    });
    let mut annotations: Vec<_> = project.unplaced().collect();
    annotations.sort_by_key(|annotation| annotation.id);
    let annotations = annotations.into_iter().map(|annotation| {
        let passage = annotation.passage();
        let (words, article) = passage.map(|passage| (passage.words.as_str(), passage.article.short())).unwrap_or_default();
        format!("annotation {}: the words “{words}” do not stand where it says in article {article}.", annotation.id)
    });
    articles.chain(annotations).collect()
}
