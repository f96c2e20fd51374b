//! The signs and lines of the verdicts, drawn as shapes so that no font can lack them: ✓ and a solid line for
//! verified, ? and a dashed one for disputed, ✗ and a wavy one for erroneous, ○ and a dotted one for the unchecked.
//!
//! A verdict is thereby never told by colour alone. Lines keep their phase by the place on the screen, so that the
//! pieces of a passage over several rows look like one pen's work.

use std::f32::consts::TAU;

use egui::emath::Rot2;
use egui::{Color32, Painter, Pos2, Rangef, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::Tokens;
use crate::model::Verdict;

/// How much room an underline of any verdict takes, in points.
pub const LINE_ROOM: f32 = 3.0;

/// The sign of a verdict in a square, in a colour. `None` is the unchecked.
pub fn sign(verdict: Option<Verdict>, square: Rect, colour: Color32) -> Shape {
    let side = square.width().min(square.height());
    let at = |x: f32, y: f32| square.center() + vec2(x - 0.5, y - 0.5) * side;
    let pen = Stroke::new((side * 0.165).max(1.0), colour);
    match verdict {
        Some(Verdict::Verified) => Shape::line(vec![at(0.10, 0.56), at(0.37, 0.84), at(0.90, 0.17)], pen),
        Some(Verdict::Disputed) => question(at, pen, side),
        Some(Verdict::Erroneous) => Shape::Vec(vec![
            Shape::line_segment([at(0.17, 0.15), at(0.83, 0.85)], pen),
            Shape::line_segment([at(0.83, 0.15), at(0.17, 0.85)], pen),
        ]),
        None => Shape::circle_stroke(square.center(), side * 0.38, Stroke::new((side * 0.125).max(1.0), colour)),
    }
}

/// A question mark: three quarters of a ring, a stem and a point.
fn question(at: impl Fn(f32, f32) -> Pos2, pen: Stroke, side: f32) -> Shape {
    let ring = (0..=10).map(|step| {
        let turn = Rot2::from_angle(TAU * (0.5 + 0.66 * step as f32 / 10.0));
        let from_centre = turn * vec2(0.24, 0.0);
        at(0.5 + from_centre.x, 0.29 + from_centre.y)
    });
    let points = ring.chain([at(0.5, 0.62)]).collect();
    Shape::Vec(vec![Shape::line(points, pen), Shape::circle_filled(at(0.5, 0.86), side * 0.095, pen.color)])
}

/// A widget that shows a verdict's sign, `side` points wide, in the verdict's colour, with the verdict's name for those
/// who do not see it.
pub fn sign_ui(ui: &mut Ui, verdict: Option<Verdict>, side: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    let colour = Tokens::of(ui.visuals()).verdict(verdict).text;
    ui.painter().add(sign(verdict, rect, colour));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name(verdict)));
    response
}

/// The word for a verdict, also for none.
pub fn name(verdict: Option<Verdict>) -> &'static str {
    verdict.map_or("Unchecked", Verdict::label)
}

/// Adds the line of a verdict from left to right, its upper edge at `top`.
pub fn line(shapes: &mut Vec<Shape>, verdict: Option<Verdict>, x: Rangef, top: f32, colour: Color32) {
    match verdict {
        Some(Verdict::Verified) => shapes.push(bar(x, top, 2.0, colour)),
        Some(Verdict::Disputed) => shapes.extend(dashes(x, 5.0, 3.0).map(|dash| bar(dash, top, 2.0, colour))),
        Some(Verdict::Erroneous) => shapes.push(wave(x, top, colour)),
        None => shapes.extend(dashes(x, 1.5, 2.0).map(|dot| bar(dot, top, 1.5, colour))),
    }
}

/// Draws the line of a verdict under a rectangle.
pub fn underline(painter: &Painter, verdict: Option<Verdict>, rect: Rect, colour: Color32) {
    let mut shapes = Vec::new();
    line(&mut shapes, verdict, rect.x_range(), rect.bottom(), colour);
    painter.extend(shapes);
}

fn bar(x: Rangef, top: f32, height: f32, colour: Color32) -> Shape {
    Shape::rect_filled(Rect::from_x_y_ranges(x, Rangef::new(top, top + height)), 0.0, colour)
}

/// The parts of a stretch that a pen draws which is down for `on` points and up for `off`.
fn dashes(x: Rangef, on: f32, off: f32) -> impl Iterator<Item = Rangef> {
    let period = on + off;
    let first = (x.min / period).floor();
    let count = ((x.max / period).ceil() - first).clamp(0.0, 10_000.0) as usize;
    (0..count).filter_map(move |n| {
        let start = (first + n as f32) * period;
        let dash = Rangef::new(start.max(x.min), (start + on).min(x.max));
        (dash.span() > 0.2).then_some(dash)
    })
}

fn wave(x: Rangef, top: f32, colour: Color32) -> Shape {
    const LENGTH: f32 = 5.0;
    const HEIGHT: f32 = 1.1;
    const STEP: f32 = 1.25;
    let count = ((x.span() / STEP).ceil()).clamp(1.0, 20_000.0) as usize;
    let points = (0..=count).map(|n| {
        let at = (x.min + n as f32 * STEP).min(x.max);
        pos2(at, top + 1.3 + HEIGHT * (at / LENGTH * TAU).sin())
    });
    Shape::line(points.collect(), Stroke::new(1.5, colour))
}
