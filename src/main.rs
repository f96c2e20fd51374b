//! The program: the window, or one of the commands without it.

use std::process::ExitCode;

fn main() -> ExitCode {
    let paths = std::env::args_os().skip(1).map(Into::into).collect();
    let sample = std::env::var_os("FACTMARK_START").is_some_and(|start| start == "sample");
    match factmark::ui::start::open(&factmark::ui::start::Start { paths, sample }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
