//! From a path to bytes: which files are read at all, how much of them, and what their content betrays.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::ImportError;

/// The largest text that is imported, in bytes: 64 MiB, some thirty novels.
pub const TEXT_LIMIT: u64 = 64 << 20;

/// How many bytes are read between two looks at `cancel`.
const CHUNK: u64 = 256 << 10;

/// The extensions that are read, in lower case.
const EXTENSIONS: [&str; 4] = ["txt", "md", "markdown", "text"];

/// The end of a project's file name.
const PROJECT_END: &str = ".factmark.ron";

/// First bytes of formats that are often given a wrong name, with the words for them.
const SIGNATURES: [(&[u8], &str); 6] = [
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "word-processor and ZIP"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old word-processor"),
    (b"<!DOCTYPE html", "web page"),
    (b"<html", "web page"),
];

/// Whether the name says that the file can be imported: `.txt`, `.md`, `.markdown` or `.text`, in any case.
#[must_use]
pub fn is_supported(path: &Path) -> bool {
    extension(&name(path)).is_some_and(|found| EXTENSIONS.contains(&found.as_str()))
}

/// The file's name without folders; a name that is no Unicode is shown as well as it can be.
pub(super) fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Reads the whole file, unless its name, its kind or its size forbids it.
pub(super) fn read(path: &Path, cancel: &dyn Fn() -> bool) -> Result<Vec<u8>, ImportError> {
    let name = name(path);
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ImportError::Missing { name: name.clone() },
        _ => ImportError::Unreadable { name: name.clone(), error },
    };
    let metadata = path.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(ImportError::IsFolder { name });
    }
    check_name(&name)?;
    if !metadata.is_file() {
        // A pipe or a device may never end.
        return Err(failed(io::Error::other("it is a device, not a file")));
    }
    if metadata.len() > TEXT_LIMIT {
        return Err(ImportError::too_large(&name, metadata.len()));
    }
    // The size may have changed since: one byte beyond the limit is enough to know.
    let mut reader = File::open(path).map_err(failed)?.take(TEXT_LIMIT + 1);
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    loop {
        if cancel() {
            return Err(ImportError::Cancelled);
        }
        if reader.by_ref().take(CHUNK).read_to_end(&mut bytes).map_err(failed)? == 0 {
            return Ok(bytes);
        }
    }
}

/// Refuses what by name or content cannot be an article.
pub(super) fn check(name: &str, bytes: &[u8]) -> Result<(), ImportError> {
    check_name(name)?;
    check_content(name, bytes)
}

/// Refuses content that is too large, a project, or a format that is no plain text.
pub(super) fn check_content(name: &str, bytes: &[u8]) -> Result<(), ImportError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > TEXT_LIMIT {
        return Err(ImportError::too_large(name, size));
    }
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if start.starts_with(b"// Factmark project.") {
        return Err(ImportError::ProjectFile { name: name.to_owned() });
    }
    let starts_with = |sign: &[u8]| start.get(..sign.len()).is_some_and(|head| head.eq_ignore_ascii_case(sign));
    match SIGNATURES.iter().find(|(sign, _)| starts_with(sign)) {
        Some((_, format)) => Err(ImportError::UnsupportedFormat { name: name.to_owned(), format: (*format).to_owned() }),
        None => Ok(()),
    }
}

/// A name without an extension is allowed: then the content decides.
fn check_name(name: &str) -> Result<(), ImportError> {
    if name.to_ascii_lowercase().ends_with(PROJECT_END) {
        return Err(ImportError::ProjectFile { name: name.to_owned() });
    }
    match extension(name) {
        Some(found) if !EXTENSIONS.contains(&found.as_str()) => {
            Err(ImportError::UnsupportedFormat { name: name.to_owned(), format: found.to_ascii_uppercase() })
        }
        _ => Ok(()),
    }
}

/// The extension in lower case. What follows a full stop in a name such as “Report of 4 Dec. 2026” is none.
fn extension(name: &str) -> Option<String> {
    let (stem, end) = name.rsplit_once('.')?;
    let plausible = !stem.is_empty() && (1..=10).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plausible.then(|| end.to_ascii_lowercase())
}

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
