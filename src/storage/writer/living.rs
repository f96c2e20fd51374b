//! The writers that live, so that a panic anywhere can have their journals on the disk before the program goes.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use super::Message;

/// Longer than this no panic waits for the disk.
const AT_MOST: Duration = Duration::from_secs(3);

static LIVING: Mutex<Vec<(ThreadId, Sender<Message>)>> = Mutex::new(Vec::new());

fn living() -> MutexGuard<'static, Vec<(ThreadId, Sender<Message>)>> {
    LIVING.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn enter(sender: &Sender<Message>, thread: ThreadId) {
    living().push((thread, sender.clone()));
}

/// Lets go of a writer, which would wait for more as long as its sender is kept here.
pub(super) fn leave(thread: ThreadId) {
    living().retain(|(living, _)| *living != thread);
}

/// From now on a panic on any thread first has everything that was given to a writer in its journal, then does what it
/// did before. Call it once, at the start of the program.
pub fn flush_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        flush(AT_MOST);
        before(panic);
    }));
}

/// Waits until all writers have journaled what they were given, but no longer than `at_most`.
fn flush(at_most: Duration) {
    let writers = match LIVING.try_lock() {
        Ok(living) => living.clone(),
        Err(TryLockError::Poisoned(living)) => living.into_inner().clone(),
        // The panic came from right here: nothing must wait for itself.
        Err(TryLockError::WouldBlock) => return,
    };
    let here = thread::current().id();
    let (done, wait) = channel();
    let asked = writers.iter().filter(|(thread, sender)| *thread != here && sender.send(Message::Flush(done.clone())).is_ok()).count();
    let until = Instant::now() + at_most;
    for _ in 0..asked {
        let left = until.saturating_duration_since(Instant::now());
        if wait.recv_timeout(left).is_err() {
            return;
        }
    }
}
