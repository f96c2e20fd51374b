//! `factmark` without a command: what the window is to open.

use std::path::PathBuf;

use super::{Failure, Terminal};

/// What the window is to open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// A project, or articles.
    pub paths: Vec<PathBuf>,
    /// The bundled sample.
    pub sample: bool,
}

/// Checks that a window can be shown and that there is something to show: a mistyped command is not an article.
pub fn run(paths: Vec<PathBuf>, sample: bool, terminal: &Terminal) -> Result<Window, Failure> {
    if let Some(missing) =
        paths.iter().find(|path| path.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound))
    {
        return Err(Failure::NoSuchPath(missing.clone()));
    }
    if !terminal.display {
        return Err(Failure::NoDisplay);
    }
    Ok(Window { paths, sample })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_opens_what_is_there_where_there_is_a_display() {
        let folder = tempfile::tempdir().unwrap();
        let (there, missing) = (folder.path().to_owned(), folder.path().join("missing"));
        for (paths, sample, display, expected) in [
            (vec![], false, true, Ok((0, false))),
            (vec![], true, true, Ok((0, true))),
            (vec![there.clone()], false, true, Ok((1, false))),
            (vec![there.clone()], false, false, Err("no display")),
            (vec![there, missing], false, true, Err("no command of that name")),
        ] {
            let (mut output, mut errors) = (Vec::new(), Vec::new());
            let terminal =
                Terminal { input: &mut std::io::empty(), output: &mut output, errors: &mut errors, width: None, user: None, display };
            match (run(paths, sample, &terminal), expected) {
                (Ok(window), expected) => assert_eq!(Ok((window.paths.len(), window.sample)), expected),
                (Err(failure), Err(told)) => assert!(failure.to_string().contains(told), "{failure}"),
                (Err(failure), expected) => panic!("{failure} instead of {expected:?}"),
            }
        }
    }
}
