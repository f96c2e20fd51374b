//! `factmark check --rescue`: all that is left of a damaged project, in a new file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::super::articles::count;
use super::super::{DONE, FAILED, Failure, Terminal, new};
use crate::app::Surroundings;
use crate::storage::{Place, Progress, Rescue, load, rescue, save, write_file};

/// Writes what can be rescued of `project` to `out`, and tells of each damaged line what became of it.
pub fn run(project: &Path, out: &Path, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    new::check_name(out)?;
    if out.symlink_metadata().is_ok() {
        return Err(Failure::RescueExists(out.to_owned()));
    }
    if load(project, &Progress::default()).is_ok_and(|loaded| loaded.report.is_sound()) {
        terminal.print("The project is sound; there is nothing to rescue, and nothing was written.")?;
        return Ok(DONE);
    }
    let rescue = rescue(project, surroundings.state_folder.as_deref(), &Progress::default())?;
    save(out, rescue.id, &rescue.lines, None, &Progress::default())?;
    let kept = keep_lost(&rescue, out)?;
    fates(&rescue, terminal)?;
    if rescue.missing > 0 {
        terminal.print(&format!("{} that the file lacked altogether came from there as well.", count(rescue.missing, "record")))?;
    }
    terminal.print(&format!("Wrote {} to {}.", count(rescue.lines.len(), "record"), out.display()))?;
    let lost = rescue.fates.len() - rescue.found_again() + rescue.left_out;
    let Some(kept) = kept.filter(|_| lost > 0) else { return Ok(DONE) };
    terminal.print(&format!("{} found nowhere; as they stand, they are in {}.", count(lost, "damaged line"), kept.display()))?;
    Ok(FAILED)
}

/// Writes the lines that nobody has beside the new file; returns where.
fn keep_lost(rescue: &Rescue, out: &Path) -> Result<Option<PathBuf>, Failure> {
    let Some(lines) = rescue.lost_lines() else { return Ok(None) };
    let mut name = out.file_name().map(OsString::from).unwrap_or_default();
    name.push(".damaged-lines.txt");
    let path = out.with_file_name(name);
    write_file(&path, &lines)?;
    Ok(Some(path))
}

fn fates(rescue: &Rescue, terminal: &mut Terminal) -> Result<(), Failure> {
    for fate in &rescue.fates {
        let line = fate.damaged.line;
        match &fate.place {
            Some(Place::Here) => terminal.print(&format!("Line {line}: whole on another line of the file."))?,
            Some(Place::File(path)) => terminal.print(&format!("Line {line}: found in {}.", path.display()))?,
            None => {
                terminal.print(&format!("Line {line}: lost. {}.", fate.damaged.why))?;
                terminal.print(&format!("    {}", fate.damaged.text))?;
            }
        }
    }
    Ok(())
}
