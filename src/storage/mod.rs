//! Storage: the project file, saving, the journal, and the worker that keeps all of it off the interface thread.
//!
//! A project is a set of lines, so everything here is about moving lines safely: [`load()`] reads what is whole and
//! says what is not, [`SaveRequest`] replaces a file completely or not at all and joins what
//! others have written to it, [`Journal`] has every change on the disk within a moment, [`Writer`] does the last two in order on one thread. Nothing here knows what a record means.

mod cache;
mod copies;
mod error;
mod file;
mod fingerprint;
mod journal;
mod load;
mod presence;
mod progress;
mod purge;
mod report;
mod rescue;
mod saver;
#[cfg(test)]
mod tests;
mod watch;
mod writer;

pub use cache::{Cache, CacheKey};
pub use error::{LoadError, SaveError};
pub use file::{FORMAT, FileError, MAX_FILE, MAX_LINE, MAX_RECORDS, Read, ReadLine, parse, parse_here, render};
pub use fingerprint::Fingerprint;
pub use journal::{Journal, JournalError, Leftover, journal_records, leftovers};
pub use load::{Loaded, load};
pub use presence::Present;
pub use progress::{Cancelled, Progress};
pub use purge::{Purge, PurgeError, Purged};
pub use report::{Damaged, MAX_DAMAGED, Report, Why};
pub use rescue::{Fate, Place, Rescue, rescue};
pub use saver::{Backup, SaveRequest, Saved, save, sweep, write_file};
pub use watch::{OnDisk, Pace, Seen, Watch, WatchPlace};
pub use writer::{Done, JournalPlace, Writer, flush_on_panic};
