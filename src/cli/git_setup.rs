//! `factmark git-setup`: teaches git to merge and to show projects.
//!
//! What travels with the repository works without Factmark: `.gitattributes` says `merge=union`, which is built into git and is the set union. What
//! belongs to this machine lies in `.git` (or in the user's own settings with `--global`): the driver and the way to show differences, which
//! need the program. So a colleague without Factmark merges as safely, only with less to read.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::args::GitSetup;
use super::{DONE, Failure, Terminal};
use crate::storage::write_file;

/// Which files it is about.
const PATTERN: &str = "*.factmark.ron";
/// What travels with the repository.
const SHARED: &str = "*.factmark.ron merge=union text eol=lf";
/// What this machine does instead.
const OWN: &str = "*.factmark.ron merge=factmark diff=factmark text eol=lf";
/// What lies beside a project and is nobody else's.
const IGNORED: [&str; 2] = ["*.factmark.ron.bak", ".*.factmark-presence-*"];

/// Sets git up, or takes it back.
pub fn run(args: &GitSetup, terminal: &mut Terminal) -> Result<u8, Failure> {
    let program = std::env::current_exe()?;
    let scope = if args.global { "--global" } else { "--local" };
    let places = if args.global { Places::of_user()? } else { Places::of_repository()? };
    for (key, value) in settings(&program) {
        if args.remove {
            // A setting that is not there is gone already.
            let _ = git(&["config", scope, "--unset-all", key]);
        } else {
            git(&["config", scope, key, &value])?;
        }
    }
    for (file, lines) in places.files() {
        let before = std::fs::read_to_string(&file).unwrap_or_default();
        let after = if args.remove { without(&before, &lines) } else { with(&before, &lines) };
        if after != before {
            if let Some(folder) = file.parent() {
                std::fs::create_dir_all(folder)?;
            }
            write_file(&file, after.as_bytes())?;
            let done = if args.remove { "Took out of" } else { "Wrote to" };
            terminal.print(&format!("{done} {}: {}", file.display(), lines.join("; ")))?;
        }
    }
    terminal.print(if args.remove {
        "git treats projects as any other text again."
    } else {
        "git now merges projects with Factmark and shows their differences in words. `factmark git-setup --remove` takes it back.\n\
         A colleague without Factmark merges as safely: .gitattributes says merge=union, which git knows by itself."
    })?;
    Ok(DONE)
}

/// The settings of git: their names, and what they are set to.
fn settings(program: &Path) -> Vec<(&'static str, String)> {
    let program = quoted(program);
    vec![
        ("merge.factmark.name", "Factmark: set union of records".to_owned()),
        ("merge.factmark.driver", format!("{program} merge --driver --base %O --ours %A --theirs %B --path %P --marker-size %L")),
        ("diff.factmark.textconv", format!("{program} diff")),
    ]
}

/// A path as git's shell takes it, also on Windows: forward slashes, in single quotes.
fn quoted(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    format!("'{}'", path.replace('\'', r"'\''"))
}

/// Where attributes lie.
struct Places {
    shared: Option<PathBuf>,
    own: PathBuf,
    ignored: PathBuf,
}

impl Places {
    fn of_repository() -> Result<Self, Failure> {
        let root = PathBuf::from(git(&["rev-parse", "--show-toplevel"])?);
        let info = |name: &str| git(&["rev-parse", "--git-path", &format!("info/{name}")]).map(PathBuf::from);
        Ok(Self { shared: Some(root.join(".gitattributes")), own: info("attributes")?, ignored: info("exclude")? })
    }

    fn of_user() -> Result<Self, Failure> {
        let folder = directories::BaseDirs::new().map(|folders| folders.config_dir().join("git"));
        let set =
            |key: &str| git(&["config", "--global", "--type=path", "--get", key]).ok().filter(|path| !path.is_empty()).map(PathBuf::from);
        let place = |key: &str, name: &str| {
            set(key)
                .or_else(|| folder.as_ref().map(|folder| folder.join(name)))
                .ok_or_else(|| Failure::Git("the user's folder is not known".into()))
        };
        Ok(Self { shared: None, own: place("core.attributesFile", "attributes")?, ignored: place("core.excludesFile", "ignore")? })
    }

    fn files(&self) -> Vec<(PathBuf, Vec<&'static str>)> {
        let shared = self.shared.iter().map(|path| (path.clone(), vec![SHARED]));
        shared.chain([(self.own.clone(), vec![OWN]), (self.ignored.clone(), IGNORED.to_vec())]).collect()
    }
}

/// The file with these lines at its end; a line about projects that says something else gives way.
fn with(before: &str, lines: &[&str]) -> String {
    let mut after = without(before, lines);
    if !after.is_empty() && !after.ends_with('\n') {
        after.push('\n');
    }
    for line in lines {
        after.push_str(line);
        after.push('\n');
    }
    if before.lines().filter(|line| lines.contains(line)).count() == lines.len() { before.to_owned() } else { after }
}

/// The file without these lines, and without other lines of ours for the same pattern.
fn without(before: &str, lines: &[&str]) -> String {
    let ours = |line: &&str| {
        lines.contains(line) || (line.starts_with(PATTERN) && (line.contains("merge=union") || line.contains("merge=factmark")))
    };
    before.split_inclusive('\n').filter(|line| !ours(&line.trim_end())).collect()
}

/// Runs git and gives back what it prints.
fn git(args: &[&str]) -> Result<String, Failure> {
    let run = Command::new("git").args(args).output().map_err(|error| Failure::Git(format!("git cannot be run: {error}")))?;
    if !run.status.success() {
        let said = String::from_utf8_lossy(&run.stderr).trim().to_owned();
        return Err(Failure::Git(if said.is_empty() { format!("git {} failed", args.join(" ")) } else { said }));
    }
    Ok(String::from_utf8_lossy(&run.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_put_in_once_and_taken_out_without_trace() {
        for (before, after) in [
            ("", "*.factmark.ron merge=union text eol=lf\n"),
            ("*.png binary", "*.png binary\n*.factmark.ron merge=union text eol=lf\n"),
            ("*.factmark.ron merge=union\n*.md text\n", "*.md text\n*.factmark.ron merge=union text eol=lf\n"),
            ("*.factmark.ron merge=union text eol=lf\n*.md text\n", "*.factmark.ron merge=union text eol=lf\n*.md text\n"),
        ] {
            assert_eq!(with(before, &[SHARED]), after);
            assert_eq!(with(after, &[SHARED]), after);
            assert!(!without(after, &[SHARED]).contains(PATTERN));
        }
    }

    #[test]
    fn a_path_with_spaces_and_apostrophes_reaches_the_shell_whole() {
        for (path, shell) in [
            ("/usr/bin/factmark", "'/usr/bin/factmark'"),
            ("/opt/Ada's tools/factmark", r"'/opt/Ada'\''s tools/factmark'"),
            (r"C:\Program Files\Factmark\factmark.exe", "'C:/Program Files/Factmark/factmark.exe'"),
        ] {
            assert_eq!(quoted(Path::new(path)), shell);
        }
    }
}
