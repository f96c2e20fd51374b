//! Frames without a window: egui runs, lays out and tessellates as in the window; only the graphics card is left out.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use egui::epaint::Primitive;
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Ui, Vec2,
    ViewportId, pos2, vec2,
};

use factmark::app::{App, Surroundings};

use super::time::cpu;

/// The size of the window that is drawn, in points; one point is one pixel.
pub const SIZE: Vec2 = vec2(1440.0, 900.0);
/// The middle of the page in a window of that size.
pub const PAGE: Pos2 = pos2(640.0, 300.0);

/// A screen that nobody sees.
pub struct Headless {
    /// The context that draws.
    pub ctx: Context,
    time: f64,
}

/// What a frame took of the processor.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// All of it.
    pub cost: Duration,
    /// The part of tessellation.
    pub tessellation: Duration,
    /// How many corners the triangles have that the graphics card gets: how much there was to see.
    pub vertices: usize,
    /// Whether another frame was asked for at once.
    pub wants_more: bool,
}

impl Headless {
    /// A screen on which nothing was drawn yet.
    pub fn new() -> Self {
        Self { ctx: Context::default(), time: 0.0 }
    }

    /// Draws a frame, a sixtieth of a second after the one before.
    pub fn frame(&mut self, events: Vec<Event>, draw: impl FnMut(&mut Ui)) -> Frame {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            max_texture_side: Some(8192),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let begin = cpu();
        let output = self.ctx.run_ui(input, draw);
        let drawn = cpu();
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let end = cpu();
        let vertices = meshes.iter().map(|mesh| if let Primitive::Mesh(mesh) = &mesh.primitive { mesh.vertices.len() } else { 0 }).sum();
        let delay = output.viewport_output.get(&ViewportId::ROOT).map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        Frame { cost: end - begin, tessellation: end - drawn, vertices, wants_more: delay < Duration::from_millis(50) }
    }
}

/// A program that keeps its settings and its journal in a folder, and what tells that it has something new to show.
pub fn program(folder: &Path) -> (App, Receiver<()>) {
    let mut surroundings = Surroundings::of_system();
    surroundings.settings_folder = Some(folder.join("settings"));
    surroundings.state_folder = Some(folder.join("state"));
    surroundings.cache_folder = Some(folder.join("cache"));
    let (wake, woken): (Sender<()>, _) = channel();
    let wake = move || {
        // Nobody listens any more at the end.
        let _ = wake.send(());
    };
    (App::new(surroundings, Arc::new(wake)), woken)
}

/// The pointer moves to a place.
pub fn pointer(at: Pos2) -> Event {
    Event::PointerMoved(at)
}

/// The wheel is turned: more than zero goes on in the text.
pub fn wheel(points: f32) -> Event {
    let delta = vec2(0.0, -points);
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: MouseWheelSource::Wheel,
    }
}

/// The primary button goes down or up.
pub fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// A key goes down.
pub fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}
