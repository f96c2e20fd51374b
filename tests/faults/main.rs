//! The programme of faults: what became of people's work when a process is killed, a disk fails, the power goes, or two programs write one file.
//!
//! The victim is this very test program, started again as a [`worker`]: the program without its window, on real files. What a worker has told on its
//! standard output counts as acknowledged, and nothing acknowledged may be missing afterwards. A short part runs with every `cargo test`;
//! `FACTMARK_LONG=1` runs all of it. A test whose tools are missing says “left out”.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::print_stdout)]

mod calls;
mod kills;
mod power;
mod processes;
mod worker;

/// Whether all of it runs.
fn long() -> bool {
    std::env::var_os("FACTMARK_LONG").is_some()
}

/// Whether a program can be run.
fn has(program: &str) -> bool {
    std::process::Command::new(program).arg("--version").output().is_ok_and(|run| run.status.success())
}

/// Numbers that only look like chance; the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}
