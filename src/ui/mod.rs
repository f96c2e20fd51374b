//! The window: draws the [`App`] with egui and sends it [`Request`]s. It decides nothing.
//!
//! Each part is a function that ends in `_ui`, looks at the `&App` and pushes what the person asks for onto a list; at
//! the end of the frame the list is answered in one place. What a part must remember between frames that is no matter
//! of the program (words being typed, where a list is scrolled to) lies in its own state here. Colours and sizes come
//! from [`theme`] and from nowhere else.

mod areas;
pub mod article;
pub mod dialogs;
mod files;
mod frames;
pub mod keys;
mod page;
pub mod panel;
pub mod parts;
mod room;
pub mod shell;
pub mod start;
pub mod tabs;
#[cfg(test)]
mod tests;
pub mod theme;
mod warm;

use std::time::Duration;

use egui::{CentralPanel, Context, Event, Frame, OutputCommand, Panel, Ui, ViewportCommand};

use crate::app::settings::Theme;
use crate::app::{App, Field, Request};
use areas::{Area, Areas, reserve};
use dialogs::Dialogs;
use page::Pages;
use panel::PanelState;
use room::Room;
use shell::ShellState;
use tabs::TabsState;
use theme::{Tokens, size};
use warm::Warming;

/// How often the settings are kept while the program runs, in seconds.
const KEEP_SETTINGS_S: f64 = 10.0;
/// A longer selection does not become the primary one by itself, since every change of it would copy it. In bytes.
const MOST_PRIMARY: usize = 1 << 20;
/// How often progress is drawn while a job runs.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);

/// The window with everything it must remember between frames.
pub struct Window {
    /// The program that it shows.
    pub app: App,
    areas: Areas,
    pages: Pages,
    shell: ShellState,
    panel: PanelState,
    tabs: TabsState,
    dialogs: Dialogs,
    file_dialogs: bool,
    settings_kept: f64,
    /// The revision of the typefaces that are installed.
    typefaces: u64,
    title: String,
    /// How many projects were opened when the last frame was drawn.
    openings: u64,
    frames: Option<frames::Frames>,
    warming: Option<Warming>,
}

impl Window {
    /// A window on a program. Installs fonts and styles in the context.
    pub fn new(ctx: &Context, app: App) -> Self {
        crate::platform::keep_freed_memory();
        theme::style::install(ctx);
        Self {
            openings: app.openings(),
            app,
            areas: Areas::default(),
            pages: Pages::default(),
            shell: ShellState::default(),
            panel: PanelState::default(),
            tabs: TabsState::default(),
            dialogs: Dialogs::default(),
            file_dialogs: crate::platform::has_file_dialog(),
            settings_kept: 0.0,
            typefaces: 0,
            title: String::new(),
            frames: None,
            warming: None,
        }
    }

    /// A window that draws the letters of articles ahead of need.
    pub fn warming(self) -> Self {
        Self { warming: Some(Warming::default()), ..self }
    }

    /// A window that writes what its frames cost to the file that the environment names, if it names one.
    pub fn with_frames_of_environment(self) -> Self {
        Self { frames: frames::Frames::of_environment(), ..self }
    }

    /// A window that asks for paths to be typed instead of opening the system's file dialogs, as tests need it.
    pub fn without_file_dialogs(self) -> Self {
        Self { file_dialogs: false, ..self }
    }

    /// Draws a frame and answers what was asked for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.app.poll();
        self.apply_settings(ui.ctx());
        let mut send = Vec::new();
        outside(ui.ctx(), &mut send);
        let escape = areas::escapes(ui, &self.app, self.pages.take_focus());
        keys::shortcuts(ui.ctx(), &self.app, &mut send);
        if self.app.focus == Some(Field::Article) {
            self.app.tab_whole = false;
        }
        let just_opened = self.openings != self.app.openings();
        self.openings = self.app.openings();
        self.parts_ui(ui, just_opened, &mut send);
        let selection = self.app.selection.clone();
        let selects = send.iter().any(|request| matches!(request, Request::Select(_)));
        for request in send {
            self.app.act(request);
        }
        if let Some(escape) = escape {
            escape.lead_back(&mut self.app);
        }
        // The primary selection of X11 and Wayland.
        let selects = selects && self.app.selection.as_ref().is_some_and(|range| range.len() <= MOST_PRIMARY);
        if selects && let Some(words) = self.app.selected_words() {
            ui.ctx().send_cmd(OutputCommand::TextSelectionSettled(words));
        }
        if self.app.selection != selection {
            self.pages.follow_selection(&self.app);
        }
        files::answer(&mut self.app, self.file_dialogs);
        self.after(ui.ctx());
    }

    /// Draws all parts. Nothing of a project that was just opened is laid out yet: its page comes first, list and panel
    /// one frame later, so that no frame has to do it all.
    fn parts_ui(&mut self, ui: &mut Ui, just_opened: bool, send: &mut Vec<Request>) {
        if just_opened {
            ui.ctx().request_repaint();
        }
        let Self { app, areas, pages, shell, panel, tabs, dialogs, .. } = self;
        let tokens = Tokens::of(ui.visuals());
        let surface = Frame::new().fill(tokens.surface);
        let page = Frame::new().fill(tokens.page);
        areas.begin(ui, app);
        shell::announce_ui(ui, app);
        let top = reserve(ui, Panel::top("top bar").exact_size(size::TOP_BAR).frame(surface));
        areas.fill(ui, Area::TopBar, top, |ui| shell::top_bar_ui(ui, app, shell, send));
        let status = reserve(ui, Panel::bottom("status bar").exact_size(size::STATUS_BAR).frame(surface));
        shell::bars_ui(ui, app, send);
        if app.session().project().articles().is_empty() {
            app.focus = None;
            CentralPanel::default().frame(page).show(ui, |ui| shell::empty_ui(ui, app, shell, send));
        } else {
            let room = Room::of(ui.ctx().content_rect().size(), app, areas.front());
            if room.gives_way {
                let bar = reserve(ui, Panel::top("areas").exact_size(room::BAR).frame(surface));
                if let Some(area) = areas.fill(ui, Area::TopBar, bar, |ui| room::bar_ui(ui, app, room)) {
                    areas.go_to(ui, area);
                }
            }
            if room.list {
                let others = if room.panel { room::LEAST_PANEL } else { 0.0 };
                let range = room::LEAST_LIST..=room::widest(ui, room::LEAST_LIST, 480.0, others);
                let left = reserve(ui, Panel::left("articles").default_size(size::LEFT_PANEL).size_range(range).frame(surface));
                areas.fill(ui, Area::Articles, left, |ui| shell::articles_ui(ui, app, shell, send));
            }
            let right = room.panel.then(|| {
                let range = room::LEAST_PANEL..=room::widest(ui, room::LEAST_PANEL, 560.0, 0.0);
                reserve(ui, Panel::right("panel").default_size(size::RIGHT_PANEL).size_range(range).frame(surface))
            });
            let below = room.below.then(|| {
                let range = room::LEAST_LISTS..=room::highest(ui, room::LEAST_LISTS, 600.0);
                let below = Panel::bottom("tabs").default_size(size::BOTTOM_PANEL).size_range(range);
                reserve(ui, below.resizable(true).frame(surface))
            });
            let ground = if room.middle == Area::Page { page } else { surface };
            CentralPanel::default().frame(ground).show(ui, |ui| {
                let rect = ui.max_rect();
                areas.fill(ui, room.middle, rect, |ui| match room.middle {
                    Area::Articles => shell::articles_ui(ui, app, shell, send),
                    Area::Panel => panel::panel_ui(ui, app, panel, send),
                    Area::Lists => tabs::tabs_ui(ui, app, tabs, send),
                    Area::TopBar | Area::Page | Area::StatusBar => pages.page_ui(ui, app, send),
                });
            });
            if let Some(right) = right.filter(|_| !just_opened) {
                areas.fill(ui, Area::Panel, right, |ui| panel::panel_ui(ui, app, panel, send));
            }
            if let Some(below) = below.filter(|_| !just_opened) {
                areas.fill(ui, Area::Lists, below, |ui| tabs::tabs_ui(ui, app, tabs, send));
            }
        }
        areas.fill(ui, Area::StatusBar, status, |ui| shell::status_bar_ui(ui, app, send));
        shell::notices_ui(ui, app, shell, send);
        dialogs::dialogs_ui(ui, app, dialogs, send);
    }

    fn apply_settings(&mut self, ctx: &Context) {
        let choice = match self.app.settings.theme {
            Theme::System => theme::Choice::System,
            Theme::Light => theme::Choice::Light,
            Theme::Dark => theme::Choice::Dark,
        };
        theme::style::choose(ctx, choice);
        let typefaces = &self.app.typefaces;
        if self.typefaces != typefaces.revision {
            self.typefaces = typefaces.revision;
            theme::style::set_typefaces(ctx, typefaces.reading.typeface(), typefaces.interface.typeface());
        }
        let zoom = f32::from(self.app.settings.zoom) / 100.0;
        if (ctx.zoom_factor() - zoom).abs() > f32::EPSILON {
            ctx.set_zoom_factor(zoom);
        }
    }

    fn after(&mut self, ctx: &Context) {
        if let Some(warming) = &mut self.warming {
            warming.follow(warm::Setting {
                text: self.app.settings.text_size,
                sans: page::face(&self.app) == article::Face::Sans,
                scale: (ctx.pixels_per_point() * 1000.0) as u32,
                typefaces: self.typefaces,
            });
            warming.go_on(ctx);
        }
        let now = ctx.input(|input| input.time);
        if now - self.settings_kept > KEEP_SETTINGS_S {
            self.settings_kept = now;
            self.app.keep_settings();
        }
        let title = self.window_title();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title.as_str()));
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        if let Some(words) = self.app.copied.take() {
            ctx.copy_text(words);
        }
        if self.app.focus.is_some() {
            ctx.request_repaint();
        }
        if self.app.quit {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        if self.app.list.wants_frames() || self.app.is_seeking() {
            ctx.request_repaint();
        } else if !self.app.jobs.running().is_empty() {
            ctx.request_repaint_after(PROGRESS_EVERY);
        }
    }

    fn window_title(&self) -> String {
        let session = self.app.session();
        if session.project().articles().is_empty() && session.path.is_none() {
            return "Factmark".into();
        }
        let unsaved = if session.is_unsaved() { "● " } else { "" };
        format!("{unsaved}{} – Factmark", session.title())
    }
}

/// What comes from outside the window: dropped files, and the wish to close it.
fn outside(ctx: &Context, send: &mut Vec<Request>) {
    let dropped: Vec<_> = ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    if !dropped.is_empty() {
        send.push(Request::Take(dropped));
    }
    if ctx.input(|input| input.viewport().close_requested()) {
        send.push(Request::CloseWindow);
    }
    if ctx.input(|input| input.events.contains(&Event::WindowFocused(true))) {
        send.push(Request::LookAgain);
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let closing = ui.ctx().input(|input| input.viewport().close_requested());
        match self.frames.take() {
            Some(mut frames) => {
                let ctx = ui.ctx().clone();
                frames.measure(&ctx, frame.info().cpu_usage, || Window::ui(self, ui));
                self.frames = Some(frames);
            }
            None => Window::ui(self, ui),
        }
        if closing && !self.app.quit {
            ui.ctx().send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.frames = None;
        self.app.finish();
    }
}
