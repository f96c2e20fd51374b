//! What the tests of the commands share: running them, in a process of their own or in this one.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

pub mod sample;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use factmark::app::Surroundings;
use factmark::cli::{self, Ending, Terminal};

/// What a run has left behind.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// Fails unless the run ended with this code.
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }

    /// Fails unless the messages hold all of these words, and no trace of a panic.
    #[track_caller]
    pub fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.err.contains(word), "“{word}” is missing: {self:?}");
        }
        assert!(!self.err.contains("panicked") && !self.err.contains("RUST_BACKTRACE"), "{self:?}");
        self
    }

    /// Fails unless the output holds all of these words.
    #[track_caller]
    pub fn prints(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.out.contains(word), "“{word}” is missing: {self:?}");
        }
        self
    }
}

/// A folder in which the real program runs, without a display and with settings of its own.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// An empty one.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// One with a project `p.factmark.ron` of the article `ferry.txt`, by Ada Ferris.
    pub fn with_project() -> Self {
        let desk = Self::new();
        desk.write("ferry.txt", FERRY);
        desk.run(&["new", "--title", "Ferry", "-o", "p.factmark.ron", "ferry.txt", "--by", "Ada Ferris"]).ends(0);
        desk
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        #[expect(clippy::disallowed_methods, reason = "a test's own file")]
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The bytes of a file.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// The program, ready to run here.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factmark"));
        command.args(args).current_dir(self.folder.path());
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "FACTMARK_START", "COLUMNS", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        let home = self.path("home");
        command
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"));
        command.env("APPDATA", home.join("config")).env("LOCALAPPDATA", home.join("cache")).env("USER", "somebody").env("TZ", "UTC");
        command
    }

    /// Runs the program.
    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, b"")
    }

    /// Runs the program with something piped in.
    pub fn run_with(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        // A program that refuses its arguments reads nothing.
        let _ = pipe.write_all(input);
        drop(pipe);
        let output = child.wait_with_output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The annotations as `list --format json` gives them.
    pub fn list(&self, project: &str) -> Vec<serde_json::Value> {
        serde_json::from_str(&self.run(&["list", project, "--format", "json"]).ends(0).out).unwrap()
    }
}

/// An article of an invented event.
pub const FERRY: &str = "Ferry runs aground off Lowsand\n\nThe ferry Plover ran aground off Lowsand on Monday with 41 people on board.\n\n“We felt a long scrape,” said the master, Hanna Odell. The ferry was afloat again by noon.\n\nThe ferry carries 200 cars.\n";

/// Runs a command in this process, at a fixed time.
pub fn run_fixed(args: &[&str], start: u64, input: &mut dyn Read) -> Ran {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let mut terminal = Terminal { input, output: &mut output, errors: &mut errors, width: None, user: None, display: false };
    let args = std::iter::once("factmark").chain(args.iter().copied()).map(OsString::from);
    let code = match cli::run(args, &Surroundings::fixed(start), &mut terminal) {
        Ending::Code(code) => i32::from(code),
        Ending::Window(window) => panic!("{window:?}"),
    };
    Ran { code, out: String::from_utf8(output).unwrap(), err: String::from_utf8(errors).unwrap() }
}

/// The folder of the bundled sample.
pub fn sample_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("projects/harbour-bridge")
}
