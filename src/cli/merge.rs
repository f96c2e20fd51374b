//! `factmark merge`: several copies of a project into one file, with a report of what came from whom.
//!
//! Merging is set union, so the order of the copies changes nothing but whose title stands first when they were started apart. The inputs are left as
//! they are. [`driver`] is the same for git, which has its own contract.

mod driver;

use std::path::{Path, PathBuf};

use super::args::Merge;
use super::articles::count;
use super::terminal::visible_line;
use super::{DONE, FAILED, Failure, Terminal, open};
use crate::app::Surroundings;
use crate::app::came_in::Tally;
use crate::crosscheck::disagreement::open_verdicts;
use crate::model::{Project, Record};
use crate::storage::{Loaded, Progress, SaveRequest, load};

/// Merges, or does what git asks for.
pub fn run(args: &Merge, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    if args.driver {
        return Ok(driver::run(args, terminal));
    }
    let Some(output) = &args.output else { return Err(Failure::NoOutput) };
    if !crate::app::name_of(output).is_empty() && !is_project_name(output) {
        return Err(Failure::Name(output.clone()));
    }
    let copies: Vec<(&PathBuf, Loaded)> =
        args.copies.iter().map(|path| Ok((path, open::read(path, terminal)?))).collect::<Result<_, Failure>>()?;
    let damaged = copies.iter().filter(|(_, copy)| copy.report.damaged_count > 0).count();
    if let Some((path, _)) = copies.iter().find(|(_, copy)| copy.report.read_only) {
        return Err(Failure::ReadOnly((*path).clone()));
    }
    refuse_strangers(&copies, args.apart)?;
    refuse_replacing(output, &copies, args.force)?;
    let (project, report) = join(copies);
    let request = SaveRequest {
        path: output.clone(),
        id: project.id(),
        lines: project.records().snapshot(),
        expected: None,
        damaged: false,
        state: surroundings.state_folder.clone(),
        progress: Progress::default(),
    };
    request.save()?;
    for line in &report.told {
        terminal.print(line)?;
    }
    if report.removed > 0 {
        terminal.print(&format!("{} removed for good, and not brought back.", count(report.removed, "record")))?;
    }
    let (annotations, disagreements) = (project.annotations().count(), open_verdicts(&project, |_| true));
    terminal.print(&format!(
        "{}: {}, {}, {} lost.",
        output.display(),
        count(annotations, "annotation"),
        count(disagreements, "disagreement"),
        report.lost
    ))?;
    if damaged > 0 {
        terminal.warn(&format!(
            "{} damaged: what is whole was merged. Mend the damaged lines with `factmark check --rescue`.",
            count(damaged, "copy was")
        ));
    }
    Ok(if damaged > 0 || report.lost > 0 { FAILED } else { DONE })
}

fn is_project_name(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".factmark.ron"))
}

/// Copies of one project have one identity. Others are joined only on request.
fn refuse_strangers(copies: &[(&PathBuf, Loaded)], apart: bool) -> Result<(), Failure> {
    let Some((first, rest)) = copies.split_first() else { return Ok(()) };
    let stranger = rest.iter().find(|(_, copy)| copy.project.id() != first.1.project.id());
    let Some((path, copy)) = stranger.filter(|_| !apart) else { return Ok(()) };
    let ours = |article: &&&crate::model::Article| first.1.project.article(article.id).is_some();
    let shared = copy.project.articles().iter().filter(ours).count();
    Err(Failure::StartedApart { first: first.0.clone(), other: (*path).clone(), shared })
}

/// A file that is neither a copy of this project nor one of the inputs is somebody else's.
fn refuse_replacing(output: &Path, copies: &[(&PathBuf, Loaded)], force: bool) -> Result<(), Failure> {
    if force || !output.exists() {
        return Ok(());
    }
    let id = copies.first().map(|(_, copy)| copy.project.id());
    match load(output, &Progress::default()) {
        Ok(there) if Some(there.project.id()) == id => Ok(()),
        _ => Err(Failure::Exists(output.to_owned())),
    }
}

/// What a merge did.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// A line for each copy.
    told: Vec<String>,
    /// Records of a copy that the union does not have, although no redaction names them.
    lost: usize,
    /// Records that were left out or taken out, because they were removed for good.
    removed: usize,
}

/// The union of the copies, under the first one's identity.
fn join(copies: Vec<(&PathBuf, Loaded)>) -> (Project, Report) {
    let mut report = Report::default();
    let mut copies = copies.into_iter();
    let Some((_, first)) = copies.next() else { return (Project::new(crate::model::ProjectId::new(0, 0)), report) };
    let mut union = first.project;
    let others: Vec<(&PathBuf, Loaded)> = copies.collect();
    for (path, other) in &others {
        let disagreements = open_verdicts(&union, |_| true);
        let new: Vec<String> =
            other.project.records().lines().iter().filter(|line| !union.records().contains(line)).map(str::to_owned).collect();
        let records: Vec<Record> = new.iter().filter_map(|line| Record::from_line(line).ok()).collect();
        union.add(new.iter().map(String::as_str));
        let tally = Tally::of(records.iter(), |by| union.reviewer_name(by)).words();
        let said = if tally.is_empty() { "nothing new".to_owned() } else { visible_line(&tally) };
        let more = open_verdicts(&union, |_| true).saturating_sub(disagreements);
        let more = if more > 0 { format!("; {}", count(more, "new disagreement")) } else { String::new() };
        report.told.push(format!("From {}: {said}{more}", path.display()));
    }
    for (_, other) in &others {
        let missing = |line: &&str| !union.records().contains(line) && !union.records().refuses(line);
        report.lost += other.project.records().lines().iter().filter(missing).count();
    }
    report.removed = union.records().turned_away();
    (union, report)
}
