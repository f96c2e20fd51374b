//! Starting the window: which renderer, which size, and what to do when one does not start.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use super::Window;
use crate::app::command::Command;
use crate::app::{App, Request, Surroundings};
use crate::storage::flush_on_panic;

/// What the window is to open at the start.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Projects and articles.
    pub paths: Vec<PathBuf>,
    /// The bundled sample.
    pub sample: bool,
}

/// The window could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("The window cannot be opened: {0}")]
pub struct NoWindow(String);

/// The renderers in the order in which they are tried. Why this order: see ARCHITECTURE.md, “The renderer”.
const RENDERERS: [Renderer; 2] = [Renderer::Glow, Renderer::Wgpu];

/// The variable that names the renderer to try first, for a computer whose drivers dislike the usual one.
const CHOICE: &str = "FACTMARK_RENDERER";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When no renderer starts, in the words of each that was tried.
pub fn open(start: &Start) -> Result<(), NoWindow> {
    flush_on_panic();
    let chosen = std::env::var(CHOICE).unwrap_or_default();
    let mut renderers = RENDERERS;
    renderers.sort_by_key(|renderer| !renderer.to_string().eq_ignore_ascii_case(&chosen));
    let mut faults = Vec::new();
    for renderer in renderers {
        match run(renderer, start.clone()) {
            Ok(()) => return Ok(()),
            Err(error) => faults.push(format!("{renderer}: {error}")),
        }
    }
    Err(NoWindow(faults.join("; ")))
}

fn run(renderer: Renderer, start: Start) -> eframe::Result {
    let viewport = ViewportBuilder::default()
        .with_title("Factmark")
        .with_app_id("factmark")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([640.0, 420.0])
        .with_drag_and_drop(true)
        .with_icon(icon());
    let options = NativeOptions { viewport, renderer, persist_window: true, ..NativeOptions::default() };
    eframe::run_native(
        "Factmark",
        options,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            let mut app = App::new(Surroundings::of_system(), Arc::new(move || ctx.request_repaint()));
            begin(&mut app, start);
            Ok(Box::new(Window::new(&creation.egui_ctx, app).warming().with_frames_of_environment()))
        }),
    )
}

/// Opens what was asked for at the start.
pub fn begin(app: &mut App, start: Start) {
    let Start { paths, sample } = start;
    if sample {
        app.act(Request::Run(Command::OpenSample));
    } else if !paths.is_empty() {
        app.act(Request::Take(paths));
    }
}

fn icon() -> Arc<egui::IconData> {
    let png = include_bytes!("../../assets/icon/icon-128.png");
    Arc::new(eframe::icon_data::from_png_bytes(png).unwrap_or_default())
}
