//! A window in a test: the real one, with a clock that stands where it is put and folders that go away.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{DroppedFile, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, HarnessBuilder};
use factmark::app::{App, Surroundings};
use factmark::model::Article;
use factmark::ui::Window;

/// When the clock of a window begins, in milliseconds since 1970.
const START: u64 = 1_795_338_720_000;

/// The window, made in the first frame, when there is a context to make it in.
pub struct Held {
    app: Option<App>,
    window: Option<Window>,
}

/// A window under test.
pub struct Bench {
    pub harness: Harness<'static, Held>,
    pub folder: tempfile::TempDir,
}

/// A file on its way into the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// The folder of the sample.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("projects").join("harbour-bridge")
}

/// The five reports of the sample.
pub fn reports() -> Vec<PathBuf> {
    ["courier.txt", "northline.txt", "dockside-live.txt", "coastland-radio.md", "arle-reader.txt"]
        .iter()
        .map(|name| sample().join(name))
        .collect()
}

impl Bench {
    pub fn new() -> Self {
        Self::sized(1440.0, 900.0)
    }

    pub fn sized(width: f32, height: f32) -> Self {
        Self::built(Harness::builder().with_size(egui::vec2(width, height)))
    }

    /// A window in a harness of one's own making.
    pub fn built(builder: HarnessBuilder<Held>) -> Self {
        Self::built_at(builder, START)
    }

    /// A window whose clock and chance begin at a time, in milliseconds since 1970: another one's than [`Bench::new`].
    #[allow(dead_code, reason = "not every test has two windows")]
    pub fn at(start: u64) -> Self {
        Self::built_at(Harness::builder().with_size(egui::vec2(1440.0, 900.0)), start)
    }

    fn built_at(builder: HarnessBuilder<Held>, start: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut surroundings = Surroundings::fixed(start);
        surroundings.settings_folder = Some(folder.path().join("settings"));
        surroundings.state_folder = Some(folder.path().join("state"));
        surroundings.cache_folder = Some(folder.path().join("cache"));
        let app = App::new(surroundings, Arc::new(|| {}));
        let held = Held { app: Some(app), window: None };
        let frame = |ui: &mut egui::Ui, held: &mut Held| match &mut held.window {
            Some(window) => window.ui(ui),
            None => held.window = held.app.take().map(|app| Window::new(ui.ctx(), app).without_file_dialogs()),
        };
        let harness = builder.with_max_steps(40).build_ui_state(frame, held);
        let mut bench = Self { harness, folder };
        bench.settle();
        bench
    }

    /// A window with the five reports, reviewed by Ada Quist.
    pub fn with_reports() -> Self {
        let mut bench = Self::new();
        bench.name("Ada Quist");
        bench.drop_files(&reports());
        bench
    }

    pub fn name(&mut self, name: &str) {
        self.type_into("Your name", name);
        self.harness.key_press(Key::Enter);
        self.settle();
    }

    pub fn app(&self) -> &App {
        &self.harness.state().window.as_ref().unwrap().app
    }

    pub fn app_mut(&mut self) -> &mut App {
        &mut self.harness.state_mut().window.as_mut().unwrap().app
    }

    /// Lets jobs end and the window come to rest.
    pub fn settle(&mut self) {
        for _ in 0..3 {
            self.harness.run_ok();
            if self.harness.state().window.is_some() {
                assert!(self.app_mut().settle(Duration::from_secs(60)), "the jobs do not end");
            }
        }
        self.harness.run_ok();
    }

    pub fn drop_files(&mut self, paths: &[PathBuf]) {
        let dropped = paths.iter().map(|path| Arc::new(Dropped(path.clone())) as _).collect();
        self.harness.input_mut().dropped_files = dropped;
        self.settle();
    }

    pub fn click(&mut self, role: Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).click();
        self.settle();
    }

    /// Clicks the last of the things of a role and name: the one in the dialog over the window.
    pub fn click_last(&mut self, role: Role, name: &str) {
        let last = self.harness.get_all_by_role_and_label(role, name).last();
        last.unwrap_or_else(|| panic!("no {role:?} named “{name}”")).click();
        self.settle();
    }

    /// Clicks the one thing of a role whose name begins like this.
    pub fn click_starting(&mut self, role: Role, start: &str) {
        let found =
            self.harness.get_all_by(|node| node.role() == role && node.label().is_some_and(|label| label.starts_with(start))).next();
        found.unwrap_or_else(|| panic!("no {role:?} named “{start}…”")).click();
        self.settle();
    }

    /// Whether there is something of a role whose name has these words.
    pub fn has(&self, role: Role, words: &str) -> bool {
        self.harness.query_all_by(|node| node.role() == role && node.label().is_some_and(|label| label.contains(words))).next().is_some()
    }

    /// Whether these words stand somewhere in the window.
    pub fn says(&self, words: &str) -> bool {
        let stands = |text: Option<String>| text.is_some_and(|text| text.contains(words));
        self.harness.query_all_by(|node| stands(node.label()) || stands(node.value())).next().is_some()
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// The text field of a name.
    fn field(&self, name: &str) -> egui_kittest::Node<'_> {
        let fields = self.harness.query_all_by(|node| matches!(node.role(), Role::TextInput | Role::MultilineTextInput));
        let named = fields.into_iter().find(|node| node.accesskit_node().label().is_some_and(|label| label == name));
        named.unwrap_or_else(|| panic!("no text field named “{name}”"))
    }

    pub fn type_into(&mut self, field: &str, words: &str) {
        self.field(field).focus();
        self.harness.run_ok();
        self.field(field).type_text(words);
        self.settle();
    }

    /// Selects words of the open article: the caret before them, then Shift and the arrow as often as needed.
    pub fn select(&mut self, words: &str) {
        let text = self.article().text().to_string();
        let start = text.find(words).unwrap_or_else(|| panic!("“{words}” is not in the article"));
        let article = self.app().article.unwrap();
        self.app_mut().act(factmark::app::Request::GoToPlace(article, start..start + words.len()));
        self.settle();
        self.harness.get_by_role(Role::Document).focus();
        self.settle();
    }

    pub fn article(&self) -> &Article {
        self.app().session().project().article(self.app().article.unwrap()).unwrap()
    }

    /// Types the path that a dialog asks for.
    pub fn answer_path(&mut self, path: &Path, verb: &str) {
        self.field("Path of the file").focus();
        self.harness.run_ok();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run_ok();
        self.field("Path of the file").type_text(&path.to_string_lossy());
        self.settle();
        self.click(Role::Button, verb);
    }
}
