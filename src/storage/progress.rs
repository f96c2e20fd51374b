//! How far a job is, and the wish to stop it: shared by the worker that does it and the window that shows it.
//!
//! Cheap to clone and to ask. It counts in whatever unit the job likes; only the fraction is ever shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The job was stopped because somebody asked for it; nothing was changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("cancelled; nothing was changed")]
pub struct Cancelled;

/// The progress of one job. All clones are one progress.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    total: AtomicU64,
    done: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Says how much there is to do, in a unit of the job's choice, and begins at nothing done.
    pub fn set_total(&self, total: u64) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Says that this much more is done.
    pub fn advance(&self, done: u64) {
        self.0.done.fetch_add(done, Ordering::Relaxed);
    }

    /// The share that is done, from 0 to 1; 0 while the total is not known.
    pub fn fraction(&self) -> f32 {
        let total = self.0.total.load(Ordering::Relaxed);
        let done = self.0.done.load(Ordering::Relaxed).min(total);
        if total == 0 { 0.0 } else { (done as f64 / total as f64) as f32 }
    }

    /// Asks the job to stop at the next chance.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the job was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.load(Ordering::Relaxed)
    }

    /// Advances, unless the job was asked to stop.
    ///
    /// # Errors
    /// [`Cancelled`] when it was.
    pub fn step(&self, done: u64) -> Result<(), Cancelled> {
        self.advance(done);
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_are_one_progress_and_the_fraction_stays_between_0_and_1() {
        let progress = Progress::default();
        let other = progress.clone();
        assert_eq!(progress.fraction(), 0.0);
        progress.set_total(4);
        for (done, fraction) in [(1, 0.25), (1, 0.5), (2, 1.0), (9, 1.0)] {
            other.advance(done);
            assert_eq!(progress.fraction(), fraction);
        }
        assert_eq!(other.step(0), Ok(()));
        progress.cancel();
        assert!(other.is_cancelled());
        assert_eq!(other.step(0), Err(Cancelled));
    }
}
