//! The events of the system for a folder: which of them are worth a look.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::super::presence;
use super::super::saver;
use crate::platform;

/// What an event was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stir {
    /// Something in the folder.
    Inside,
    /// The folder itself, or its rights.
    Folder,
    /// A note of somebody's presence.
    Note,
}

/// The folder that is watched, if it is there.
pub(super) struct Events {
    stirred: Arc<dyn Fn(Stir) + Send + Sync>,
    watcher: Option<RecommendedWatcher>,
    folder: Option<PathBuf>,
    /// Which folder that was: another one may take its name.
    is: Option<std::fs::Metadata>,
}

impl Events {
    pub(super) fn new(stirred: Arc<dyn Fn(Stir) + Send + Sync>) -> Self {
        Self { stirred, watcher: None, folder: None, is: None }
    }

    /// Watches a folder, if it is not the one that is watched. What cannot be watched is looked at now and then only.
    pub(super) fn follow(&mut self, folder: &Path) {
        let now = std::fs::metadata(folder).ok().filter(std::fs::Metadata::is_dir);
        let same = match (&self.is, &now) {
            (Some(was), Some(now)) => !platform::other_file(was, now),
            (was, now) => was.is_none() && now.is_none(),
        };
        if same && self.folder.as_deref() == Some(folder) {
            return;
        }
        (self.watcher, self.folder, self.is) = (None, Some(folder.to_owned()), now);
        if self.is.is_some() {
            self.watcher = self.watch(folder).ok();
        }
    }

    fn watch(&self, folder: &Path) -> notify::Result<RecommendedWatcher> {
        let (stirred, here) = (Arc::clone(&self.stirred), folder.to_owned());
        let handler = move |event: notify::Result<Event>| {
            let stir = event.map_or(Some(Stir::Inside), |event| worth_a_look(&event, &here));
            if let Some(stir) = stir {
                stirred(stir);
            }
        };
        let mut watcher = RecommendedWatcher::new(handler, Config::default())?;
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
        Ok(watcher)
    }
}

/// Reading is no change, and what Factmark itself writes beside the file on its way is none either.
fn worth_a_look(event: &Event, folder: &Path) -> Option<Stir> {
    let is_change = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
    };
    if !is_change {
        return None;
    }
    let is_folder = |path: &PathBuf| path == folder;
    if event.paths.iter().any(is_folder) {
        let about_itself = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Metadata(_) | ModifyKind::Name(_)));
        return Some(if about_itself { Stir::Folder } else { Stir::Inside });
    }
    let all = |is: fn(&str) -> bool| {
        let names = || event.paths.iter().map(|path| path.file_name().and_then(|name| name.to_str()));
        !event.paths.is_empty() && names().all(|name| name.is_some_and(is))
    };
    if all(|name| saver::is_temporary(name) || saver::is_hint(name)) {
        None
    } else if all(presence::is_note) {
        Some(Stir::Note)
    } else {
        Some(Stir::Inside)
    }
}
