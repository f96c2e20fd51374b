//! `factmark crosscheck`: what articles say about each other, for people and for programs.
//!
//! Findings are no verdicts and no failures: the exit code tells only whether the articles could be compared.

mod compared;
mod json;
mod meter;
mod text;

use super::args::{Crosscheck, FindingsForm};
use super::{DONE, Failure, Terminal};
use crate::app::Surroundings;
use crate::crosscheck::{self, CrossCheck, Findings};
use crate::storage::{Cache, CacheKey};
use compared::Compared;
use meter::Meter;

/// Reads a project or articles, compares them and prints the findings.
pub fn run(args: &Crosscheck, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    let compared = compared::read(&args.paths, terminal)?;
    let findings = findings(&compared, surroundings, terminal);
    match args.format {
        FindingsForm::Text => text::print(&compared, &findings, terminal)?,
        FindingsForm::Json => terminal.output.write_all(json::json(&compared, &findings).as_bytes())?,
    }
    Ok(DONE)
}

/// The findings: those that are kept from an earlier run, or new ones.
fn findings(compared: &Compared, surroundings: &Surroundings, terminal: &mut Terminal) -> Findings {
    let cache = surroundings.cache_folder.as_deref().map(Cache::in_folder);
    let key = CacheKey::of(&crosscheck::identity(compared.sources(), &compared.apart));
    if let Some(found) = cache.as_ref().and_then(|cache| cache.get(&key)) {
        return found;
    }
    let mut meter = Meter::start(compared.sources().map(|source| source.text.len()).sum(), terminal);
    let mut check = CrossCheck::new();
    for source in compared.sources() {
        check.add(source.clone());
        meter.read(source.text.len());
    }
    let findings = check.findings(&compared.apart, &mut |part| {
        meter.compared(part);
        std::ops::ControlFlow::Continue(())
    });
    let findings = findings.unwrap_or_default();
    if let Some(cache) = cache {
        // Without it the next run takes longer, and nothing else.
        let _ = cache.keep(&key, &findings);
    }
    findings
}
