//! How far a long comparison is, on standard error. A short one says nothing.

use std::time::{Duration, Instant};

use super::super::Terminal;

/// How long somebody waits without being told, and between two messages.
const PATIENCE: Duration = Duration::from_secs(2);
/// The share of the work that reading the articles is, in per cent.
const READING: usize = 60;

/// Tells how far it is.
pub struct Meter<'a, 'b> {
    terminal: &'a mut Terminal<'b>,
    told: Instant,
    bytes: usize,
    read: usize,
}

impl<'a, 'b> Meter<'a, 'b> {
    /// Begins; there are so many bytes to read.
    pub fn start(bytes: usize, terminal: &'a mut Terminal<'b>) -> Self {
        Self { terminal, told: Instant::now(), bytes: bytes.max(1), read: 0 }
    }

    /// So many bytes more are read.
    pub fn read(&mut self, bytes: usize) {
        self.read += bytes;
        self.tell(self.read * READING / self.bytes);
    }

    /// This share of the comparison is done, from 0 to 1.
    pub fn compared(&mut self, share: f32) {
        self.tell(READING + (share * (100 - READING) as f32) as usize);
    }

    fn tell(&mut self, percent: usize) {
        if self.told.elapsed() >= PATIENCE {
            self.told = Instant::now();
            self.terminal.warn(&format!("Comparing: {} %", percent.min(100)));
        }
    }
}
