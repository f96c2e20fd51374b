//! From nothing to the first frame, without a window: what of the start is the program's own.
//!
//! Each start is a process of its own, so that nothing is warm but the disk. What the system and the graphics card add
//! (opening a window, compiling shaders) is not in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod measure;

use std::time::{Duration, Instant};

use factmark::ui::Window;
use factmark::ui::start::{Start, begin};
use measure::headless::{Headless, program};

/// How many starts are measured.
const STARTS: usize = 15;
/// The longest that a frame is waited for.
const LONG: Duration = Duration::from_secs(10);

fn main() {
    if measure::arguments().first().is_some_and(|argument| argument == "start") {
        return start();
    }
    let lines: Vec<String> = (0..STARTS).map(|_| measure::apart(&["start"])).collect();
    let steps = ["program and settings", "fonts and style", "first frame, empty", "sample asked for, read and drawn", "all of it"];
    let time = |line: &str, step: usize| Duration::from_nanos(line.trim().split('\t').nth(step).unwrap().parse().unwrap());
    let row = |(step, name): (usize, &&str)| {
        let times: Vec<Duration> = lines.iter().map(|line| time(line, step)).collect();
        let [middle, .., most] = measure::time::percentiles(&times);
        let least = measure::time::millis(times.into_iter().min().unwrap());
        vec![(*name).to_owned(), least, middle, most]
    };
    println!("Start to first frame, {STARTS} starts (milliseconds on the clock):\n");
    measure::table(&["step", "min", "p50", "max"], &steps.iter().enumerate().map(row).collect::<Vec<_>>());
}

/// One start; prints the nanoseconds of each step.
fn start() {
    let folder = measure::folder();
    let zero = Instant::now();
    let (app, woken) = program(folder.path());
    let made = Instant::now();
    let mut screen = Headless::new();
    let mut window = Window::new(&screen.ctx, app);
    let dressed = Instant::now();
    screen.frame(Vec::new(), |ui| window.ui(ui));
    let first = Instant::now();
    begin(&mut window.app, Start { sample: true, ..Start::default() });
    while window.app.article.is_none() {
        woken.recv_timeout(LONG).unwrap();
        screen.frame(Vec::new(), |ui| window.ui(ui));
    }
    let sample = Instant::now();
    let steps = [made - zero, dressed - made, first - dressed, sample - first, sample - zero];
    println!("{}", steps.map(|step| step.as_nanos().to_string()).join("\t"));
}
