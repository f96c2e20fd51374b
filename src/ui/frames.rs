//! A switch for developers: what the frames of the real window cost, written to a file.
//!
//! With `FACTMARK_FRAMES=FILE` in the environment each frame is a row of comma-separated values. Two columns come from
//! the window's own clock around everything that is drawn and answered; the third, of the frame as a whole with
//! tessellation and the graphics card's driver, is what eframe tells of it one frame later. Nothing is measured without
//! the switch.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use egui::Context;

use crate::platform;

/// The variable that names the file.
const FILE: &str = "FACTMARK_FRAMES";
/// The names of the columns.
const HEAD: &str = "frame,at_s,ui_ms,ui_processor_ms,whole_ms,events,why";
/// How often rows are handed to the disk.
const WRITTEN_EVERY: Duration = Duration::from_secs(1);

/// The file of rows, and the row that waits for what eframe tells of its frame.
pub struct Frames {
    file: BufWriter<File>,
    start: Instant,
    written: Instant,
    count: u64,
    waiting: Option<Row>,
}

/// A frame.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    number: u64,
    at: Duration,
    clock: Duration,
    processor: Option<Duration>,
    events: usize,
    why: String,
}

impl Row {
    /// The row as it is written; `whole` is in seconds.
    fn line(&self, whole: Option<f32>) -> String {
        let millis = |time: Duration| format!("{:.3}", time.as_secs_f64() * 1000.0);
        let processor = self.processor.map(millis).unwrap_or_default();
        let whole = whole.map(|whole| format!("{:.3}", whole * 1000.0)).unwrap_or_default();
        let why = self.why.replace('"', "'");
        let Self { number, at, clock, events, .. } = self;
        format!("{number},{:.3},{},{processor},{whole},{events},\"{why}\"", at.as_secs_f64(), millis(*clock))
    }
}

impl Frames {
    /// The file that the environment names, if it names one.
    pub fn of_environment() -> Option<Self> {
        let path = std::env::var_os(FILE)?;
        match Self::create(Path::new(&path)) {
            Ok(frames) => Some(frames),
            Err(error) => {
                eprintln!("factmark: frame times cannot be written to {}: {error}", Path::new(&path).display());
                None
            }
        }
    }

    fn create(path: &Path) -> std::io::Result<Self> {
        let mut file = BufWriter::new(File::create(path)?);
        writeln!(file, "{HEAD}")?;
        let now = Instant::now();
        Ok(Self { file, start: now, written: now, count: 0, waiting: None })
    }

    /// Draws a frame and notes what it cost. `before` is what eframe tells of the frame before, in seconds.
    pub fn measure(&mut self, ctx: &Context, before: Option<f32>, draw: impl FnOnce()) {
        if let Some(row) = self.waiting.take() {
            self.write(&row.line(before));
        }
        let events = ctx.input(|input| input.events.len());
        let why: Vec<String> = ctx.repaint_causes().iter().map(ToString::to_string).collect();
        let (begin, processor) = (Instant::now(), platform::thread_time());
        draw();
        let processor = processor.zip(platform::thread_time()).map(|(begin, end)| end.saturating_sub(begin));
        self.count += 1;
        let at = begin.duration_since(self.start);
        self.waiting = Some(Row { number: self.count, at, clock: begin.elapsed(), processor, events, why: why.join("; ") });
    }

    fn write(&mut self, line: &str) {
        // A full disk must not stop the program that is being measured.
        let _ = writeln!(self.file, "{line}");
        if self.written.elapsed() > WRITTEN_EVERY {
            self.written = Instant::now();
            let _ = self.file.flush();
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some(row) = self.waiting.take() {
            self.write(&row.line(None));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn each_frame_is_a_row_that_says_what_it_cost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("frames.csv");
        let mut frames = Frames::create(&path).unwrap();
        let ctx = Context::default();
        for before in [None, Some(0.002), Some(0.0045)] {
            frames.measure(&ctx, before, || ctx.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear());
        }
        drop(frames);
        let text = std::fs::read_to_string(&path).unwrap();
        let rows: Vec<Vec<&str>> = text.lines().map(|line| line.splitn(7, ',').collect()).collect();
        assert_eq!((rows.len(), text.lines().next()), (4, Some(HEAD)));
        let column = |n: usize| rows.iter().skip(1).filter_map(|row| row.get(n).copied()).collect::<Vec<_>>();
        assert_eq!(column(0), ["1", "2", "3"]);
        assert_eq!(column(4), ["2.000", "4.500", ""]);
        assert!(column(2).iter().all(|ms| ms.parse::<f64>().is_ok()), "{text}");
    }
}
