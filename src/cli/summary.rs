//! `factmark summary`: the review summary, to a file or to the output.

use std::ops::ControlFlow;
use std::path::Path;

use super::args::Summary;
use super::{DONE, Failure, Terminal, new, open};
use crate::app::Surroundings;
use crate::crosscheck::CrossCheck;
use crate::crosscheck::reviewed::{articles, sources};
use crate::export::{Format, Options, Summary as Content, gather, render};
use crate::model::{ArticleId, Project};
use crate::platform;
use crate::storage::write_file;

/// Writes the summary.
pub fn run(args: &Summary, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    let loaded = open::read(&args.project, terminal)?;
    open::tell_blind(&loaded.project, terminal);
    let by_name = || args.output.as_deref()?.extension()?.to_str().and_then(Format::named);
    let format = args.format.map(|format| format.0).or_else(by_name).unwrap_or(Format::Markdown);
    let made_at = surroundings.date_and_time(surroundings.now());
    let options = Options { confidential: args.confidential, ..Options::new(made_at, surroundings.local_time) };
    let mut content = gather(&loaded.project, &options);
    compare(&loaded.project, &mut content);
    let text = render(&content, format);
    match &args.output {
        Some(path) if is_project(path, &loaded.path) => return Err(Failure::OntoProject(path.clone())),
        Some(path) => {
            write_file(path, text.as_bytes())?;
            terminal.print(&format!("Wrote the summary to {}.", path.display()))?;
        }
        // The formats have made visible what cannot be seen.
        None => terminal.output.write_all(text.as_bytes())?,
    }
    Ok(DONE)
}

/// Adds what the articles say about each other.
fn compare(project: &Project, content: &mut Content) {
    let (sources, apart) = sources(project);
    let mut compared = CrossCheck::new();
    sources.into_values().for_each(|source| compared.add(source));
    // Nobody stops it here.
    if let Ok(findings) = compared.findings(&apart, &mut |_| ControlFlow::Continue(())) {
        let articles: Vec<ArticleId> = articles(project).iter().map(|article| article.id).collect();
        content.add_cross_check(&articles, &findings);
    }
}

fn is_project(path: &Path, project: &Path) -> bool {
    let named = path.as_os_str().as_encoded_bytes().ends_with(new::ENDING.as_bytes());
    named || platform::canonical(path).is_ok_and(|path| path == project)
}
