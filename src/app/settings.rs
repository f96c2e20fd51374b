//! What a person has chosen, kept between starts in one small RON file of the system's settings folder.
//!
//! A file that cannot be read is passed over with a notice and written anew at the next change: settings are a comfort,
//! never the work itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::filter::Filter;
use crate::model::{ArticleId, ProjectId, ReviewerId};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The face that articles are set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadingFace {
    /// Like a printed page.
    #[default]
    Serif,
    /// Like the rest of the window.
    Sans,
}

/// Where a person was in a project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The open article.
    pub article: Option<ArticleId>,
    /// The byte at the top of the page, by article.
    pub tops: Vec<(ArticleId, usize)>,
    /// What was open beside it.
    pub beside: Option<Beside>,
    /// What was shown.
    pub filter: Filter,
}

/// What was open in the pane without the focus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// The article.
    pub article: ArticleId,
    /// The byte at the top of the page.
    pub top: usize,
    /// Whether it stood on the right.
    pub right: bool,
}

/// A project that was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// Its title then.
    pub title: String,
}

/// How many recent projects are kept.
const RECENT: usize = 10;
/// How many projects' places are kept.
const PLACES: usize = 50;
/// The name of the file.
const FILE: &str = "settings.ron";

/// What a person has chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// The size of article text, in tenths of a point.
    pub text_size: u16,
    /// The longest line of article text, in points.
    pub measure: u16,
    /// The face that articles are set in.
    pub face: ReadingFace,
    /// The family that articles are set in, if it is not the built-in one.
    pub reading_font: Option<String>,
    /// The family that the window is set in, if it is not the built-in one.
    pub interface_font: Option<String>,
    /// The size of everything, in percent.
    pub zoom: u16,
    /// The name of the person at this computer.
    pub name: String,
    /// Their identifier, drawn once.
    pub reviewer: Option<ReviewerId>,
    /// Who they are in projects where they are somebody else.
    pub known_as: Vec<(ProjectId, ReviewerId)>,
    /// Whether the list of articles shows.
    pub articles: bool,
    /// Whether the panel on the right shows.
    pub panel: bool,
    /// Whether the tabs below show.
    pub tabs: bool,
    /// How much of the middle the left one of two panes has, in thousandths.
    pub split: u16,
    /// Projects that were open, the newest first.
    pub recent: Vec<Recent>,
    /// Where the person was in each project.
    pub places: Vec<(ProjectId, Place)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_size: 170,
            measure: 680,
            face: ReadingFace::Serif,
            reading_font: None,
            interface_font: None,
            zoom: 100,
            name: String::new(),
            reviewer: None,
            known_as: Vec::new(),
            articles: true,
            panel: true,
            tabs: true,
            split: Self::MOST_SPLIT / 2,
            recent: Vec::new(),
            places: Vec::new(),
        }
    }
}

/// The zoom steps, in percent.
const ZOOMS: [u16; 12] = [80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 275, 300];

impl Settings {
    /// The whole of the middle, in the unit of [`Settings::split`].
    pub const MOST_SPLIT: u16 = 1000;

    /// Reads the settings of a folder. The second value says in words why a file that is there could not be read.
    pub fn read(folder: &Path) -> (Self, Option<String>) {
        let path = folder.join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (Self::default(), None),
            Err(error) => return (Self::default(), Some(format!("The settings in {} cannot be read: {error}.", path.display()))),
        };
        match ron::from_str::<Self>(&text) {
            Ok(settings) => (settings.bounded(), None),
            Err(error) => {
                let why = format!("The settings in {} cannot be read ({error}). The usual ones are used instead.", path.display());
                (Self::default(), Some(why))
            }
        }
    }

    /// The settings as the file holds them.
    ///
    /// # Errors
    /// None that our own types can cause; passed on all the same.
    pub fn to_ron(&self) -> Result<String, ron::Error> {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new().new_line("\n"))
    }

    /// The file in a folder.
    pub fn file(folder: &Path) -> PathBuf {
        folder.join(FILE)
    }

    /// Values that the window can show.
    pub(super) fn bounded(self) -> Self {
        Self {
            text_size: self.text_size.clamp(120, 320),
            measure: self.measure.clamp(360, 1400),
            zoom: self.zoom.clamp(80, 300),
            split: self.split.clamp(200, Self::MOST_SPLIT - 200),
            ..self
        }
    }

    /// The next zoom step up or down.
    pub fn next_zoom(&self, up: bool) -> u16 {
        let next =
            if up { ZOOMS.into_iter().find(|step| *step > self.zoom) } else { ZOOMS.into_iter().rev().find(|step| *step < self.zoom) };
        next.unwrap_or(self.zoom)
    }

    /// Puts a project at the head of the recent ones.
    pub fn note_recent(&mut self, path: &Path, title: &str) {
        self.recent.retain(|recent| recent.path != path);
        self.recent.insert(0, Recent { path: path.to_owned(), title: title.to_owned() });
        self.recent.truncate(RECENT);
    }

    /// Where the person was in a project.
    pub fn place(&self, project: ProjectId) -> Option<&Place> {
        self.places.iter().find(|(id, _)| *id == project).map(|(_, place)| place)
    }

    /// Keeps where the person is in a project.
    pub fn note_place(&mut self, project: ProjectId, place: Place) {
        self.places.retain(|(id, _)| *id != project);
        self.places.insert(0, (project, place));
        self.places.truncate(PLACES);
    }

    /// Who the person is in a project.
    pub fn reviewer_in(&self, project: ProjectId) -> Option<ReviewerId> {
        let known = self.known_as.iter().find(|(id, _)| *id == project).map(|(_, reviewer)| *reviewer);
        known.or(self.reviewer)
    }

    /// Keeps who the person is in a project.
    pub fn note_reviewer(&mut self, project: ProjectId, reviewer: ReviewerId) {
        self.known_as.retain(|(id, _)| *id != project);
        self.known_as.insert(0, (project, reviewer));
        self.known_as.truncate(PLACES);
    }
}

impl Place {
    /// The byte at the top of the page of an article.
    pub fn top(&self, article: ArticleId) -> usize {
        self.tops.iter().find(|(id, _)| *id == article).map_or(0, |(_, top)| *top)
    }

    /// All of them by article.
    pub fn tops_by_article(&self) -> BTreeMap<ArticleId, usize> {
        self.tops.iter().copied().collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn settings_survive_being_written_and_read() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings { theme: Theme::Dark, name: "Ada \"A\" Ömer".into(), ..Settings::default() };
        settings.note_recent(Path::new("a.factmark.ron"), "A");
        settings.note_place(ProjectId::new(1, 2), Place { tops: vec![(ArticleId::of("x"), 12)], ..Place::default() });
        std::fs::write(Settings::file(folder.path()), settings.to_ron().unwrap()).unwrap();
        assert_eq!(Settings::read(folder.path()), (settings, None));
    }

    #[test]
    fn a_missing_file_is_no_fault_and_a_broken_one_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Settings::read(folder.path()), (Settings::default(), None));
        for broken in ["(", "(zoom: 9999999)", "\u{0}", "(unknown: 4, zoom: 100)"] {
            std::fs::write(Settings::file(folder.path()), broken).unwrap();
            let (settings, told) = Settings::read(folder.path());
            assert_eq!(settings, Settings::default());
            assert_eq!(told.is_some(), !broken.contains("unknown"), "{broken}");
        }
    }

    #[test]
    fn zoom_goes_in_steps_and_stays_in_bounds() {
        let mut settings = Settings::default();
        for (up, expected) in [(true, 110), (false, 100), (false, 90), (false, 80), (false, 80)] {
            settings.zoom = settings.next_zoom(up);
            assert_eq!(settings.zoom, expected);
        }
    }

    #[test]
    fn the_newest_recent_project_comes_first_and_once() {
        let mut settings = Settings::default();
        for name in ["a", "b", "a"].iter().chain(&["x"; 30]) {
            settings.note_recent(Path::new(name), name);
        }
        let names: Vec<&str> = settings.recent.iter().map(|recent| recent.title.as_str()).collect();
        assert_eq!(names, ["x", "a", "b"]);
    }
}
