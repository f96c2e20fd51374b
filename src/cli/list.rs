//! `factmark list`: the annotations as a table, as CSV, as JSON.

mod json;
mod table;

use std::collections::{HashMap, HashSet};

use super::args::{Form, List};
use super::{DONE, Failure, Terminal, articles, open, reviewer};
use crate::app::Surroundings;
use crate::app::filter::Filter;
use crate::export::{Format, Options, gather, render};
use crate::model::{Annotation, AnnotationId, Article, ArticleId, Project, Verdict};

pub use json::json;

/// An annotation with the article in which it stands.
pub type Listed<'a> = (&'a Article, &'a Annotation);

/// Prints the list.
pub fn run(args: &List, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    let loaded = open::read(&args.project, terminal)?;
    open::tell_blind(&loaded.project, terminal);
    let project = &loaded.project;
    let listed = listed(project, &filter(args, project)?, only(args, project)?);
    match args.format {
        Form::Table => table::print(project, &listed, terminal)?,
        Form::Json => terminal.output.write_all(json(project, &listed, args.confidential).as_bytes())?,
        Form::Csv => {
            let made_at = surroundings.date_and_time(surroundings.now());
            let options = Options { confidential: args.confidential, ..Options::new(made_at, surroundings.local_time) };
            let ids: HashSet<AnnotationId> = listed.iter().map(|(_, annotation)| annotation.id).collect();
            let mut summary = gather(project, &options);
            summary.entries.retain(|entry| ids.contains(&entry.id));
            // Other programs take the byte order mark for a part of the first column's name.
            terminal.output.write_all(render(&summary, Format::Csv).trim_start_matches('\u{feff}').as_bytes())?;
        }
    }
    Ok(DONE)
}

fn filter(args: &List, project: &Project) -> Result<Filter, Failure> {
    let shows = |verdict: Option<Verdict>| args.verdict.is_none_or(|only| only.0 == verdict);
    let mut filter = Filter { kind: args.kind.map(|kind| kind.0), this_article: false, ..Filter::default() };
    for verdict in Verdict::ALL.iter().copied().map(Some).chain([None]) {
        *filter.switch(verdict) = shows(verdict);
    }
    filter.reviewer = args.reviewer.as_deref().map(|asked| reviewer::find(project, asked)).transpose()?;
    Ok(filter)
}

fn only(args: &List, project: &Project) -> Result<Option<ArticleId>, Failure> {
    Ok(args.article.as_deref().map(|asked| articles::find(project, asked)).transpose()?.map(|article| article.id))
}

/// The annotations that a filter shows, by article and place; at the end of an article those whose words do not stand where they say.
pub fn listed<'a>(project: &'a Project, filter: &Filter, only: Option<ArticleId>) -> Vec<Listed<'a>> {
    let mut strays: HashMap<ArticleId, Vec<&Annotation>> = HashMap::new();
    for annotation in project.unplaced() {
        if let Some(passage) = annotation.passage() {
            strays.entry(passage.article).or_default().push(annotation);
        }
    }
    let mut listed = Vec::new();
    for article in project.articles().into_iter().filter(|article| only.is_none_or(|only| only == article.id)) {
        let placed = article.places().iter().filter_map(|(_, id)| project.annotation(id));
        let mut stray = strays.remove(&article.id).unwrap_or_default();
        stray.sort_by_key(|annotation| annotation.id);
        let shown = placed.chain(stray).filter(|annotation| filter.shows(annotation));
        listed.extend(shown.map(|annotation| (article, annotation)));
    }
    listed
}
