//! Small signs on buttons, drawn as shapes so that no font can lack them.

use egui::{Color32, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::ui::theme::{Tokens, size};

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Take the whole middle.
    Whole,
    /// Go back below the page.
    Below,
    /// Close.
    Close,
    /// Go up, or back.
    Up,
    /// Go down, or on.
    Down,
}

/// The side of a button with a sign, in points.
const BUTTON: f32 = 26.0;

/// A button that shows only a sign, with a name for those who do not see it.
pub fn icon_button_ui(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(BUTTON), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let tokens = Tokens::of(ui.visuals());
    if enabled && response.hovered() {
        ui.painter().rect_filled(rect, size::RADIUS, tokens.hover);
    }
    focus_ring(ui, rect, &response);
    let colour = if enabled { tokens.dim } else { tokens.strong_line };
    ui.painter().add(shape(icon, Rect::from_center_size(rect.center(), Vec2::splat(10.0)), colour));
    response
}

/// The ring around what has the focus.
pub fn focus_ring(ui: &Ui, rect: Rect, response: &Response) {
    if response.has_focus() {
        ring(ui, rect);
    }
}

/// A ring in the accent, inside a rectangle.
pub fn ring(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(size::FOCUS_RING, Tokens::of(ui.visuals()).accent);
    ui.painter().rect_stroke(rect.shrink(1.0), size::RADIUS, stroke, egui::StrokeKind::Inside);
}

fn shape(icon: Icon, square: Rect, colour: Color32) -> Shape {
    let pen = Stroke::new(1.5, colour);
    let at = |x: f32, y: f32| square.min + vec2(x, y) * square.size();
    let lines = |lines: &[&[Pos2]]| Shape::Vec(lines.iter().map(|points| Shape::line(points.to_vec(), pen)).collect());
    match icon {
        Icon::Whole => lines(&[&[at(0.55, 0.0), at(1.0, 0.0), at(1.0, 0.45)], &[at(0.0, 0.55), at(0.0, 1.0), at(0.45, 1.0)]]),
        Icon::Below => lines(&[&[at(0.66, 0.0), at(0.66, 0.34), at(1.0, 0.34)], &[at(0.0, 0.66), at(0.34, 0.66), at(0.34, 1.0)]]),
        Icon::Close => lines(&[&[at(0.0, 0.0), at(1.0, 1.0)], &[at(0.0, 1.0), at(1.0, 0.0)]]),
        Icon::Up => lines(&[&[at(0.0, 0.7), at(0.5, 0.2), at(1.0, 0.7)]]),
        Icon::Down => lines(&[&[at(0.0, 0.3), at(0.5, 0.8), at(1.0, 0.3)]]),
    }
}

/// The small triangle of a column that sorts the list, its middle at a point.
pub fn sort_sign(middle: Pos2, descending: bool, colour: Color32) -> Shape {
    let tip = if descending { 3.0 } else { -3.0 };
    let points = vec![pos2(middle.x, middle.y + tip), pos2(middle.x - 4.0, middle.y - tip), pos2(middle.x + 4.0, middle.y - tip)];
    Shape::convex_polygon(points, colour, Stroke::NONE)
}

/// The sign for “they differ”, in a square.
pub fn differ(square: Rect, colour: Color32) -> Shape {
    let at = |x: f32, y: f32| square.min + vec2(x, y) * square.size();
    let pen = Stroke::new(1.2, colour);
    Shape::Vec(vec![
        Shape::line_segment([at(0.05, 0.36), at(0.95, 0.36)], pen),
        Shape::line_segment([at(0.05, 0.66), at(0.95, 0.66)], pen),
        Shape::line_segment([at(0.25, 1.0), at(0.75, 0.02)], pen),
    ])
}
