//! The system's trash: where files go that are no longer needed, and from where a person can bring them back.

use std::path::Path;

/// Moves a file to the trash.
///
/// # Errors
/// Why it could not be moved, in the system's words; the file is where it was then.
pub fn move_to_trash(path: &Path) -> Result<(), String> {
    trash::delete(path).map_err(|error| match error {
        trash::Error::Unknown { description } | trash::Error::Os { description, .. } => description,
        trash::Error::CouldNotAccess { target } => format!("{target} cannot be reached"),
        // The rest names only its own source code.
        _ => "this drive has no trash".to_owned(),
    })
}
