//! Reviewers as small discs in their colour, with their initials.

use egui::{Color32, Rect, Response, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::model::{Project, Reviewer, ReviewerId};
use crate::ui::article;
use crate::ui::theme::{Tokens, fonts, size, style};

/// The diameter of the disc beside a name, in points.
const BESIDE_NAME: f32 = 18.0;

/// A reviewer's disc and name.
pub fn who_ui(ui: &mut Ui, project: &Project, by: ReviewerId) {
    let name = project.reviewer_name(by);
    let reviewer = project.reviewer(by).filter(|reviewer| !reviewer.name().is_empty());
    let initials = reviewer.map_or_else(|| "?".into(), Reviewer::initials);
    avatar_ui(ui, &initials, reviewer.map_or(0, Reviewer::colour), BESIDE_NAME, &name);
    article::label_ui(ui, RichText::new(name).text_style(style::strong()));
}

/// A reviewer's disc, as a picture of this name.
pub fn avatar_ui(ui: &mut Ui, initials: &str, colour: u8, diameter: f32, name: &str) -> Response {
    let (_, response) = ui.allocate_exact_size(Vec2::splat(diameter), Sense::hover());
    paint(ui, &response, initials, colour);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), name));
    response
}

/// A reviewer's disc that can be pressed; `name` says what that does.
pub fn avatar_button(ui: &mut Ui, initials: &str, colour: u8, diameter: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(diameter), Sense::click());
    paint(ui, &response, initials, colour);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if response.has_focus() || response.hovered() {
        let ring = Stroke::new(size::FOCUS_RING, Tokens::of(ui.visuals()).accent);
        ui.painter().circle_stroke(rect.center(), diameter / 2.0 + 2.0, ring);
    }
    response
}

fn paint(ui: &Ui, response: &Response, initials: &str, colour: u8) {
    paint_avatar(ui, response.rect, initials, colour);
}

/// Paints a reviewer's disc into a square.
pub fn paint_avatar(ui: &Ui, disc: Rect, initials: &str, colour: u8) {
    let colours = Tokens::of(ui.visuals()).reviewer(colour);
    ui.painter().circle_filled(disc.center(), disc.width() / 2.0, colours.fill);
    let font = fonts::semibold((disc.width() * 0.45).clamp(8.0, 12.0));
    let galley = ui.painter().layout_no_wrap(initials.to_owned(), font, colours.text);
    ui.painter().galley(disc.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
}
