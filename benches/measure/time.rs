//! How long something takes: on the clock, and for the processor alone.

use std::time::{Duration, Instant};

/// The processor time that this thread has taken. Unlike the clock it does not run while other programs do, so that a
/// busy machine gives the same figures as one at rest. Where the system does not tell, it is the clock after all.
pub fn cpu() -> Duration {
    // Linux brings the figure up to date when a thread gives way.
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanos.map_or_else(clock, Duration::from_nanos)
}

fn clock() -> Duration {
    static BEGIN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    BEGIN.get_or_init(Instant::now).elapsed()
}

/// What was measured, and how long it took on the clock.
pub fn clocked<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    let done = work();
    (done, begin.elapsed())
}

/// The shortest of several runs, on the clock: what the work takes when nothing else holds it up.
pub fn shortest<T>(runs: usize, mut work: impl FnMut() -> T) -> (T, Duration) {
    let first = clocked(&mut work);
    (1..runs).fold(first, |best, _| {
        let next = clocked(&mut work);
        if next.1 < best.1 { next } else { best }
    })
}

/// Milliseconds, for a table.
pub fn millis(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}

/// Seconds, for a table.
pub fn seconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64())
}

/// 50th, 95th and 99th percentile and the greatest, in milliseconds, for a table.
pub fn percentiles(times: &[Duration]) -> [String; 4] {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = |percent: usize| sorted.get((sorted.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default();
    [50, 95, 99, 100].map(|percent| millis(at(percent)))
}
