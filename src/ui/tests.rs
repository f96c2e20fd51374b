//! The frames of the whole window, without a screen.

#![allow(clippy::expect_used)]

use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Pos2, RawInput, Rect, Shape, ViewportId, vec2};

use super::Window;
use crate::app::command::Command;
use crate::app::{App, Request, Surroundings};

/// The words that a frame draws, and whether it asks for another one at once.
fn frame(ctx: &Context, window: &mut Window) -> (Vec<String>, bool) {
    let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0)));
    let mut output = ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| window.ui(ui));
    output.textures_delta.clear();
    let mut words = Vec::new();
    output.shapes.iter().for_each(|clipped| gather(&clipped.shape, &mut words));
    let delay = output.viewport_output.get(&ViewportId::ROOT).map(|viewport| viewport.repaint_delay);
    (words, delay == Some(Duration::ZERO))
}

fn gather(shape: &Shape, words: &mut Vec<String>) {
    match shape {
        Shape::Text(text) => words.push(text.galley.text().to_owned()),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, words)),
        _ => {}
    }
}

#[test]
fn the_first_frame_of_a_project_has_its_page_and_the_next_one_list_and_panel() {
    let ctx = Context::default();
    let app = App::new(Surroundings::fixed(1_795_338_720_000), Arc::new(|| {}));
    let mut window = Window::new(&ctx, app).without_file_dialogs();
    frame(&ctx, &mut window);
    window.app.act(Request::Run(Command::OpenSample));
    assert!(window.app.settle(Duration::from_secs(60)));
    let title =
        window.app.article.and_then(|id| window.app.session().project().article(id)).expect("an article is open").title().to_owned();
    let (first, wants_more) = frame(&ctx, &mut window);
    let (second, _) = frame(&ctx, &mut window);
    let rows = |words: &[String]| words.iter().filter(|words| *words == "Passage" || *words == "Annotations").count();
    assert!(first.iter().any(|words| words.trim() == title) && wants_more, "{first:?}");
    assert_eq!(rows(&first), 0, "{first:?}");
    assert!(rows(&second) > 0 && second.len() > first.len(), "{second:?}");
}
