//! Work on other threads: everything that could hold up the window.
//!
//! A job is a closure that runs on a thread of its own with a [`Progress`], and gives back what is to be done with its
//! result on the interface thread. Jobs never touch the [`App`]; they get what they need when they start.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::App;
use crate::storage::Progress;

/// What is done on the interface thread when a job has ended.
pub type Finish = Box<dyn FnOnce(&mut App) + Send>;

/// Tells the window that there is something new to look at.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The stack of a job, in bytes: nested input must not end the program.
const STACK_BYTES: usize = 8 * 1024 * 1024;

/// A job that runs.
pub struct Running {
    id: u64,
    /// What it does, as a person would say it: “Opening harbour.factmark.ron”.
    pub label: String,
    /// How far it is.
    pub progress: Progress,
}

/// The jobs that run, and the results that have come in.
pub struct Jobs {
    running: Vec<Running>,
    count: u64,
    sender: Sender<(u64, Finish)>,
    receiver: Receiver<(u64, Finish)>,
    wake: Wake,
}

impl Jobs {
    /// No jobs; `wake` is called whenever a result has come in.
    pub fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self { running: Vec::new(), count: 0, sender, receiver, wake }
    }

    /// Starts a job; gives back its progress, by which it can be stopped.
    pub fn start(&mut self, label: impl Into<String>, work: impl FnOnce(&Progress) -> Finish + Send + 'static) -> Progress {
        self.count += 1;
        let (id, progress) = (self.count, Progress::default());
        let started = progress.clone();
        self.running.push(Running { id, label: label.into(), progress: progress.clone() });
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let run = move || {
            let finish = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&progress)));
            let finish = finish.unwrap_or_else(|_| Box::new(|app: &mut App| app.job_broke()));
            // The window may be gone by now; then nobody is left to tell.
            let _ = sender.send((id, finish));
            wake();
        };
        if std::thread::Builder::new().name("factmark job".into()).stack_size(STACK_BYTES).spawn(run).is_err() {
            let finish: Finish = Box::new(|app: &mut App| app.job_broke());
            let _ = self.sender.send((id, finish));
        }
        started
    }

    /// The jobs that run.
    pub fn running(&self) -> &[Running] {
        &self.running
    }

    /// A way for other threads to have something done on the interface thread.
    pub fn outside(&self) -> impl Fn(Finish) + Send + Sync + Clone + 'static {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        move |finish| {
            let _ = sender.send((0, finish));
            wake();
        }
    }

    /// What tells the window that there is something new.
    pub fn wake(&self) -> Wake {
        Arc::clone(&self.wake)
    }

    /// The next result that has come in.
    pub(super) fn next(&mut self) -> Option<Finish> {
        let (id, finish) = self.receiver.try_recv().ok()?;
        self.running.retain(|running| running.id != id);
        Some(finish)
    }

    /// The next result, waiting for it while a job runs.
    pub(super) fn wait(&mut self, at_most: Duration) -> Option<Finish> {
        let (id, finish) = self.receiver.recv_timeout(at_most).ok()?;
        self.running.retain(|running| running.id != id);
        Some(finish)
    }
}
