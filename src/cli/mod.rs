//! The commands without a window.
//!
//! Why: reviews are prepared by scripts, checked in pipelines and made on machines without a screen; and every command is a test of the
//! program below the window. How it works: [`run`] reads the arguments, one module a command does the work with the same edits and the same
//! session as the window, [`Terminal`] is all it knows of the world besides [`Surroundings`]. What it does not do: draw, keep settings, or
//! open the window; that it only asks for.
//!
//! Output is fit for pipes, a closed pipe is no fault, and nothing from a project reaches a terminal that could act on it. The exit code is
//! [`DONE`], [`FAILED`] or [`UNUSABLE`].

mod add;
mod agreement;
mod args;
mod articles;
mod check;
mod crosscheck;
mod diff;
mod error;
mod git_setup;
mod list;
mod mark;
mod merge;
mod new;
mod open;
mod redact;
mod reviewer;
mod summary;
mod terminal;
mod window;

use std::ffi::OsString;
use std::io;

use clap::Parser;
use clap::error::ErrorKind;

use crate::app::Surroundings;
use args::{Args, Command};
pub use error::Failure;
pub use terminal::Terminal;
pub use window::Window;

/// The exit code when all went well.
pub const DONE: u8 = 0;
/// The exit code when something was refused or failed; for `check`, when the project is damaged.
pub const FAILED: u8 = 1;
/// The exit code for wrong arguments, a project that cannot be read, or a window that cannot be opened.
pub const UNUSABLE: u8 = 2;

/// How a run ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With this exit code.
    Code(u8),
    /// In a window, which the caller opens.
    Window(Window),
}

/// Runs the program with these arguments, the first of which is its name.
pub fn run(args: impl IntoIterator<Item = OsString>, surroundings: &Surroundings, terminal: &mut Terminal) -> Ending {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => return Ending::Code(explain(&error, terminal)),
    };
    let ending = match args.command {
        None => window::run(args.paths, args.sample, terminal).map(Ending::Window),
        Some(command) => work(command, surroundings, terminal).map(Ending::Code),
    };
    let ending = ending.and_then(|ending| Ok(terminal.output.flush().map(|()| ending)?));
    match ending {
        Ok(ending) => ending,
        // Who reads only the first lines has got what they wanted.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ending::Code(DONE),
        Err(failure) => {
            // What was printed before the failure comes before it.
            let _ = terminal.output.flush();
            terminal.warn(&failure.to_string());
            Ending::Code(failure.code())
        }
    }
}

fn work(command: Command, surroundings: &Surroundings, terminal: &mut Terminal) -> Result<u8, Failure> {
    match command {
        Command::New(args) => new::run(&args, surroundings, terminal),
        Command::Add(args) => add::run(&args, surroundings, terminal),
        Command::Mark(args) => mark::run(args, surroundings, terminal),
        Command::List(args) => list::run(&args, surroundings, terminal),
        Command::Summary(args) => summary::run(&args, surroundings, terminal),
        Command::Check(args) => check::run(&args, surroundings, terminal),
        Command::Crosscheck(args) => crosscheck::run(&args, surroundings, terminal),
        Command::Agreement(args) => agreement::run(&args, terminal),
        Command::Merge(args) => merge::run(&args, surroundings, terminal),
        Command::Redact(args) => redact::run(&args, surroundings, terminal),
        Command::Diff(args) => diff::run(&args, terminal),
        Command::GitSetup(args) => git_setup::run(&args, terminal),
    }
}

/// Prints help, or what is wrong with the arguments.
fn explain(error: &clap::Error, terminal: &mut Terminal) -> u8 {
    let text = error.to_string();
    if !matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        terminal.warn(text.trim_end());
        return UNUSABLE;
    }
    // Help that nobody reads to its end is no fault.
    let _ = terminal.print(text.trim_end());
    let _ = terminal.output.flush();
    DONE
}
