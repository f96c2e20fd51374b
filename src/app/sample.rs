//! The bundled sample: five invented reports of one event, reviewed by two people. It is part of the program, so that
//! it can be opened anywhere; saving it asks for a place of its own.

use crate::model::Project;
use crate::storage::{Progress, parse};

/// The file, as it lies in `projects/`.
const FILE: &[u8] = include_bytes!("../../projects/harbour-bridge/harbour-bridge.factmark.ron");

/// Reads the sample.
///
/// # Errors
/// Says why in words; a test proves that it does not happen.
pub fn project(progress: &Progress) -> Result<Project, String> {
    let read = parse(FILE, progress).map_err(|error| error.to_string())?;
    let mut project = Project::new(read.id);
    project.add_read(read.lines);
    Ok(project)
}
