//! How much memory the process takes, where the system tells (Linux).

use std::io::Write as _;

/// Memory of the process, in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// What it takes now.
    pub now: u64,
    /// The same without the pages of its code that have been read, which are the program's whatever it works on.
    pub own: u64,
    /// The most that it has taken.
    pub peak: u64,
}

/// What the process takes; nothing where the system does not tell.
pub fn memory() -> Memory {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse::<u64>().ok());
    let bytes = |name: &str| line(name).unwrap_or(0) * 1024;
    Memory { now: bytes("VmRSS:"), own: bytes("RssAnon:"), peak: bytes("VmHWM:") }
}

/// Lets the peak begin anew at what is taken now.
pub fn forget_peak() {
    // Where this is not possible the peak stays what it was, and the figure is too high rather than too low.
    let _ = std::fs::File::options().write(true).open("/proc/self/clear_refs").and_then(|mut file| file.write_all(b"5"));
}

/// Megabytes (10⁶ bytes), for a table.
pub fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}
