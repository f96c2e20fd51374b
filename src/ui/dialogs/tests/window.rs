//! The whole window on a small project, driven by role and name.

use std::sync::Arc;
use std::time::Duration;

use egui::Key;
use egui_kittest::Harness;

use crate::app::command::Command;
use crate::app::{App, Request, Surroundings};
use crate::model::{AnnotationId, ArticleId};
use crate::ui::Window;

/// A morning in November 2026, in milliseconds since 1970.
const MORNING: u64 = 1_795_338_720_000;
/// Longer than any job of a test takes.
const AT_MOST: Duration = Duration::from_secs(60);

/// Two reports of one invented event.
pub const FERRY: &str =
    "The ferry that did not sail\nThe Osprey left at nine. Forty people were aboard.\nHarbour master Lena Orr said the pier was sound.";
/// The second of the two.
pub const PIER: &str = "Pier closed for a week\nThe Osprey left at ten. Nobody was hurt, Lena Orr said.";

/// The window, made in the first frame because it needs the context.
pub struct Stage {
    app: Option<App>,
    window: Option<Window>,
}

impl Stage {
    /// The program.
    pub fn app(&mut self) -> &mut App {
        &mut self.window.as_mut().unwrap().app
    }

    /// The window.
    pub fn window(&self) -> &Window {
        self.window.as_ref().unwrap()
    }
}

/// A program of one reviewer without an article.
pub fn empty() -> App {
    let mut app = App::new(Surroundings::fixed(MORNING), Arc::new(|| {}));
    app.settings.name = "Ada Lovell".into();
    app
}

/// A program with these articles; the first is open.
pub fn with(texts: &[&str]) -> App {
    let mut app = empty();
    for text in texts {
        app.act(Request::AddText((*text).to_owned()));
        assert!(app.settle(AT_MOST));
    }
    let first = articles(&app)[0];
    app.act(Request::ShowArticle(first));
    app.notices = Default::default();
    app
}

/// The two reports with three annotations in the first.
pub fn ferry() -> App {
    let mut app = with(&[FERRY, PIER]);
    mark(&mut app, "left at nine", Command::Refute);
    mark(&mut app, "Forty people", Command::Verify);
    mark(&mut app, "the pier was sound", Command::Dispute);
    app
}

/// The articles in order.
pub fn articles(app: &App) -> Vec<ArticleId> {
    app.session().project().articles().iter().map(|article| article.id).collect()
}

/// Marks words of the open article.
pub fn mark(app: &mut App, words: &str, command: Command) -> AnnotationId {
    select(app, words);
    app.act(Request::Run(command));
    app.in_hand.unwrap()
}

/// Selects words of the open article.
pub fn select(app: &mut App, words: &str) {
    let text = app.article.and_then(|id| app.session().project().article(id)).unwrap().text().to_string();
    let start = text.find(words).unwrap();
    app.act(Request::Select(start..start + words.len()));
}

/// The window on a program, drawn.
pub fn open(app: App) -> Harness<'static, Stage> {
    sized(app, [1440.0, 900.0])
}

/// The same in another size.
pub fn sized(app: App, size: [f32; 2]) -> Harness<'static, Stage> {
    let stage = Stage { app: Some(app), window: None };
    let frame = |ui: &mut egui::Ui, stage: &mut Stage| match &mut stage.window {
        Some(window) => window.ui(ui),
        None => stage.window = stage.app.take().map(|app| Window::new(ui.ctx(), app)),
    };
    let mut harness = Harness::builder().with_size(size).with_max_steps(120).build_ui_state(frame, stage);
    settle(&mut harness);
    harness
}

/// Draws until nothing moves any more and no job runs.
pub fn settle(harness: &mut Harness<'_, Stage>) {
    for _ in 0..2 {
        harness.run();
        assert!(harness.state_mut().app().settle(AT_MOST));
    }
    harness.run();
}

/// Asks the program for something, as a widget would.
pub fn act(harness: &mut Harness<'_, Stage>, request: Request) {
    harness.state_mut().app().act(request);
    settle(harness);
}

/// Turns the wheel by so many points over what the pointer is at.
pub fn wheel(harness: &Harness<'_, Stage>, by: f32) {
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, by),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: egui::Modifiers::NONE,
    });
}

/// Types into what has the focus.
pub fn write(harness: &mut Harness<'_, Stage>, words: &str) {
    harness.event(egui::Event::Text(words.to_owned()));
    settle(harness);
}

/// Presses a key.
pub fn press(harness: &mut Harness<'_, Stage>, key: Key) {
    harness.key_press(key);
    settle(harness);
}
