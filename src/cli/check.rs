//! `factmark check`: whether a project file is whole, and what is in it.

mod laws;
mod rescue;

use super::args::Check;
use super::articles::{self, count};
use super::terminal::visible_line;
use super::{DONE, FAILED, Failure, Terminal};
use crate::app::Surroundings;
use crate::crosscheck::Coverage;
use crate::export::touched_words;
use crate::model::{Counts, FAR_AHEAD_MS};
use crate::storage::{Fingerprint, Loaded, Progress, Report, load};

/// Reads the file, proves the laws on it, and prints what it found.
pub fn run(args: &Check, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    if let Some(out) = &args.rescue {
        return rescue::run(&args.project, out, surroundings, terminal);
    }
    let loaded = load(&args.project, &Progress::default())?;
    let bytes = std::fs::read(&loaded.path)?;
    if Fingerprint::of(&bytes) != loaded.disk {
        return Err(Failure::ChangedMeanwhile(args.project.clone()));
    }
    let faults = laws::broken(&loaded, &bytes);
    contents(&loaded, terminal)?;
    notes(&loaded, surroundings.now(), terminal)?;
    damage(&loaded.report, terminal)?;
    for fault in &faults {
        terminal.print(&format!("Fault: {fault}"))?;
    }
    if loaded.report.is_sound() && faults.is_empty() {
        terminal.print("The project is sound.")?;
        return Ok(DONE);
    }
    let found = loaded.report.damaged_count + faults.len() + usize::from(loaded.report.other_id.is_some());
    terminal.print(&format!("The project is damaged: {} found. What is whole can be read.", count(found, "fault")))?;
    Ok(FAILED)
}

fn contents(loaded: &Loaded, terminal: &mut Terminal) -> Result<(), Failure> {
    let project = &loaded.project;
    let title = if project.title().is_empty() { "Untitled project" } else { project.title() };
    terminal.print(&format!("{} ({})", visible_line(title), loaded.path.display()))?;
    let (articles, annotations) = (project.articles(), project.annotations().count());
    terminal.print(&format!(
        "{}, {}, {}, {}, {}",
        count(loaded.report.records, "record"),
        count(articles.len(), "article"),
        count(annotations, "annotation"),
        pieces(project.all_evidence().count()),
        count(project.reviewers().filter(|reviewer| !reviewer.name().is_empty()).count(), "reviewer"),
    ))?;
    terminal.print(&standing(project.counts()))?;
    let coverage: Vec<Coverage> = articles.iter().map(|article| Coverage::of(project, article)).collect();
    let (done, total) = coverage.iter().fold((0, 0), |(done, total), own| (done + own.done(), total + own.total()));
    terminal.print(&format!("Coverage: {}", share(done, total)))?;
    for (article, coverage) in articles.iter().zip(&coverage) {
        let whole = if article.is_whole() { "" } else { " — its text is not whole" };
        terminal.print(&format!(
            "  {}  {}: {}, {}{whole}",
            article.id.short(),
            visible_line(articles::label(article)),
            count(article.counts().total(), "annotation"),
            share(coverage.done(), coverage.total()),
        ))?;
        for (by, sign_off) in article.sign_offs().filter(|(_, sign_off)| sign_off.signed_at().is_some()) {
            let void = sign_off.void().map(|touch| format!("; void since then: {}", touched_words(project, touch))).unwrap_or_default();
            terminal.print(&format!("    Signed off by {}", visible_line(&format!("{}{void}", project.reviewer_name(by)))))?;
        }
    }
    Ok(())
}

fn pieces(number: usize) -> String {
    format!("{} of evidence", count(number, "piece"))
}

fn standing(counts: Counts) -> String {
    let Counts { verified, disputed, erroneous, unchecked, disagreements } = counts;
    format!("{verified} verified, {disputed} disputed, {erroneous} erroneous, {unchecked} unchecked; reviewers disagree on {disagreements}")
}

fn share(done: usize, total: usize) -> String {
    // Never rounded up to 100: what is left must show.
    let percent = (done * 100).checked_div(total);
    let percent = percent.map(|percent| format!(" ({percent} %)")).unwrap_or_default();
    format!("{done} of {} done{percent}", count(total, "checkable sentence"))
}

/// What is worth knowing and no damage.
fn notes(loaded: &Loaded, now: u64, terminal: &mut Terminal) -> Result<(), Failure> {
    let Report { unknown, unchecked, conflict_markers, read_only, redacted, .. } = loaded.report;
    let removed: usize = loaded.project.redactions().map(|redaction| redaction.records).sum();
    let far = loaded.project.newest().millis() > now.saturating_add(FAR_AHEAD_MS);
    let records = |number| count(number, "record");
    for (told, note) in [
        (unknown > 0, format!("{} of a kind that this version does not know; kept as they are", records(unknown))),
        (unchecked > 0, format!("{} without a checksum; another tool or a person has written them", records(unchecked))),
        (conflict_markers > 0, "conflict markers of git were passed over; both sides count, and saving removes the markers".into()),
        (redacted > 0, format!("{} that were removed for good were left out; saving takes them out of the file", records(redacted))),
        (removed > 0, format!("{} removed for good at some time", records(removed))),
        (read_only, "the file was written by a newer Factmark; this one can only read it".into()),
        (far, "the newest record is dated more than a day ahead of this computer's clock; one of the clocks is wrong".into()),
    ] {
        if told {
            terminal.print(&format!("Note: {note}."))?;
        }
    }
    Ok(())
}

fn damage(report: &Report, terminal: &mut Terminal) -> Result<(), Failure> {
    for damaged in &report.damaged {
        terminal.print(&format!("Line {}: {}.", damaged.line, damaged.why))?;
        if !damaged.text.is_empty() {
            terminal.print(&format!("    {}", damaged.text))?;
        }
    }
    if report.damaged_count > report.damaged.len() {
        terminal.print(&format!("… and {} more damaged lines.", report.damaged_count - report.damaged.len()))?;
    }
    if let Some(other) = report.other_id {
        terminal.print(&format!(
            "The file holds the records of two projects: the second is {other}. Part them by hand if they were merged by mistake."
        ))?;
    }
    Ok(())
}
