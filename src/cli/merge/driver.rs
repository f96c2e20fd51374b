//! The merge driver of git: `factmark merge --driver --base %O --ours %A --theirs %B --path %P`.
//!
//! git gives three temporary files of any name and takes the result from that of ours. 0 is a clean merge. With 1, 2 or 127 git would keep ours as the
//! result and theirs would be gone from sight, so whatever cannot be joined ends above 128, on which git stops and changes nothing. The base is not
//! needed: nothing is ever taken out of a set but by a redaction, which is a record itself. The base may be empty, as where both have added the file.

use std::path::Path;

use super::super::Terminal;
use super::super::args::Merge;
use crate::storage::{Loaded, Progress, load, render, write_file};

/// git stops and leaves everything as it is.
const STOP: u8 = 129;

/// Joins theirs into ours.
pub(super) fn run(args: &Merge, terminal: &mut Terminal) -> u8 {
    let (Some(ours), Some(theirs)) = (&args.ours, &args.theirs) else {
        terminal.warn("The driver needs --ours and --theirs. `factmark git-setup` sets it up.");
        return STOP;
    };
    let name = args.path.as_deref().unwrap_or("the project");
    match join(ours, theirs) {
        Ok(()) => super::DONE,
        Err(why) => {
            terminal.warn(&format!("{name} was not merged, and nothing of it was changed: {why}"));
            STOP
        }
    }
}

fn join(ours: &Path, theirs: &Path) -> Result<(), String> {
    let (mut union, other) = (whole(ours, "our")?.project, whole(theirs, "their")?.project);
    if union.id() != other.id() {
        return Err("the two sides are projects that were started apart. Merge them with `factmark merge --apart A B -o OUT`.".to_owned());
    }
    union.join(other.records());
    let bytes = render(union.id(), union.records().lines(), &Progress::default()).map_err(|cancelled| cancelled.to_string())?;
    write_file(ours, &bytes).map_err(|error| error.to_string())?;
    Ok(())
}

/// A side of which every line can be read.
fn whole(path: &Path, whose: &str) -> Result<Loaded, String> {
    let loaded = load(path, &Progress::default()).map_err(|error| format!("{whose} side cannot be read. {error}"))?;
    if loaded.report.read_only {
        return Err(format!("{whose} side was written by a newer Factmark."));
    }
    if loaded.report.damaged_count > 0 {
        return Err(format!("{whose} side is damaged. Mend it with `factmark check --rescue`, and merge again."));
    }
    Ok(loaded)
}
