//! The program: the window, or one of the commands without it.

use std::io::{self, BufWriter, IsTerminal};
use std::process::ExitCode;

use factmark::app::Surroundings;
use factmark::cli::{self, Ending, Terminal};
use factmark::platform;
use factmark::ui::start::{self, Start};

/// The columns of a terminal that does not say how many it has.
const USUAL_WIDTH: usize = 80;

fn main() -> ExitCode {
    // `cargo run` in a checkout shows the sample: see .cargo/config.toml.
    let sample = std::env::args_os().len() == 1 && std::env::var_os("FACTMARK_START").is_some_and(|start| start == "sample");
    match command() {
        Ending::Code(code) => ExitCode::from(code),
        Ending::Window(window) => open(Start { paths: window.paths, sample: sample || window.sample }),
    }
}

/// Reads the arguments and does what can be done without a window.
fn command() -> Ending {
    let stdout = io::stdout();
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok();
    let mut terminal = Terminal {
        width: stdout.is_terminal().then(|| columns().unwrap_or(USUAL_WIDTH)),
        input: &mut io::stdin(),
        output: &mut BufWriter::new(stdout),
        errors: &mut io::stderr(),
        user: ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok().filter(|user| !user.trim().is_empty())),
        display: platform::has_display(),
    };
    cli::run(std::env::args_os(), &Surroundings::of_system(), &mut terminal)
}

fn open(start: Start) -> ExitCode {
    match start::open(&start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody may be there to read it.
            let _ = io::Write::write_fmt(&mut io::stderr(), format_args!("{error}\n"));
            ExitCode::from(cli::UNUSABLE)
        }
    }
}
