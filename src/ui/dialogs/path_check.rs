//! Looking at typed paths: whether what they name is there. Folders may lie on a slow network, so this is a job.

use std::path::{Path, PathBuf};

use crate::app::dialog::Purpose;

/// What was found of the typed paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Everything is as it must be.
    Ready(Vec<PathBuf>),
    /// There is a file of this name already.
    Exists(PathBuf),
    /// It cannot be, for this reason.
    Not(String),
}

/// The typed words as paths: one for most purposes, one a line for articles. `~` is the person's folder.
pub fn paths(words: &str, purpose: &Purpose, home: Option<&Path>) -> Vec<PathBuf> {
    let lines = words.lines().map(|line| line.trim().trim_matches('"')).filter(|line| !line.is_empty());
    let most = if matches!(purpose, Purpose::AddArticles | Purpose::MergeCopies) { usize::MAX } else { 1 };
    lines.take(most).map(|line| expanded(line, home)).collect()
}

fn expanded(line: &str, home: Option<&Path>) -> PathBuf {
    match (line.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home.to_owned(),
        (Some(rest), Some(home)) if rest.starts_with(['/', '\\']) => home.join(rest.trim_start_matches(['/', '\\'])),
        _ => PathBuf::from(line),
    }
}

/// Looks at the paths. Reads no file.
pub fn look(paths: Vec<PathBuf>, purpose: &Purpose) -> Found {
    if paths.is_empty() {
        return Found::Not("Type the path of a file.".to_owned());
    }
    match purpose {
        Purpose::OpenProject | Purpose::AddArticles | Purpose::MergeCopies => match paths.iter().find_map(|path| unreadable(path)) {
            Some(why) => Found::Not(why),
            None => Found::Ready(paths),
        },
        Purpose::SaveProject | Purpose::ExportSummary(_) => paths.into_iter().next().map_or_else(|| Found::Not(String::new()), writable),
    }
}

fn unreadable(path: &Path) -> Option<String> {
    match std::fs::metadata(path) {
        Ok(data) if data.is_dir() => Some(format!("{} is a folder. Type the path of a file in it.", path.display())),
        Ok(_) => None,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(format!("There is no file {}.", path.display())),
        Err(error) => Some(format!("{} cannot be looked at: {error}.", path.display())),
    }
}

fn writable(path: PathBuf) -> Found {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Found::Not(format!("There is no folder {}.", folder.display()));
    }
    match std::fs::metadata(&path) {
        Ok(data) if data.is_dir() => Found::Not(format!("{} is a folder. Type the name of a file in it.", path.display())),
        Ok(_) => Found::Exists(path),
        Err(_) => Found::Ready(vec![path]),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "files of a test need not survive a crash")]

    use super::*;
    use crate::export::Format;

    #[test]
    fn typed_words_become_paths() {
        let home = Path::new("/home/ada");
        for (words, purpose, expected) in [
            ("", Purpose::OpenProject, &[][..]),
            ("  /a/b.ron \n/c", Purpose::OpenProject, &["/a/b.ron"]),
            ("\"/a b.txt\"\n\n~/c.txt\n~", Purpose::AddArticles, &["/a b.txt", "/home/ada/c.txt", "/home/ada"]),
            ("~other/x", Purpose::SaveProject, &["~other/x"]),
        ] {
            let expected: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
            assert_eq!(paths(words, &purpose, Some(home)), expected, "{words:?}");
        }
    }

    #[test]
    fn what_is_there_decides() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there.txt");
        std::fs::write(&there, "x").unwrap();
        let (new, missing) = (folder.path().join("new.ron"), folder.path().join("no/new.ron"));
        let export = Purpose::ExportSummary(Format::Html);
        assert_eq!(look(vec![there.clone()], &Purpose::AddArticles), Found::Ready(vec![there.clone()]));
        assert!(matches!(look(vec![there.clone(), new.clone()], &Purpose::AddArticles), Found::Not(why) if why.contains("new.ron")));
        assert!(matches!(look(vec![folder.path().to_owned()], &Purpose::OpenProject), Found::Not(_)));
        assert_eq!(look(vec![new.clone()], &Purpose::SaveProject), Found::Ready(vec![new]));
        assert_eq!(look(vec![there.clone()], &export), Found::Exists(there));
        assert!(matches!(look(vec![missing], &export), Found::Not(why) if why.contains("folder")));
        assert!(matches!(look(Vec::new(), &export), Found::Not(_)));
    }
}
