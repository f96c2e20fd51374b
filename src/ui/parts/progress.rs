//! Thin bars that show how far something has come.

use egui::{CornerRadius, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::model::{Counts, Verdict};
use crate::ui::theme::Tokens;

/// How high the bars are, in points.
pub const HEIGHT: f32 = 3.0;

/// Paints a review's progress into a rectangle: as long as the coverage (0 to 1), parted in the verdicts' colours by
/// how many annotations stand at each. What was dismissed without any verdict is dim.
pub fn verdict_progress(ui: &Ui, rect: Rect, counts: &Counts, coverage: f32) {
    let tokens = Tokens::of(ui.visuals());
    let round = CornerRadius::same(2);
    ui.painter().rect_filled(rect, round, tokens.line);
    let length = rect.width() * coverage.clamp(0.0, 1.0);
    let judged = counts.total() - counts.unchecked;
    if length <= 0.0 {
        return;
    }
    let done = Rect::from_min_size(rect.min, vec2(length, rect.height()));
    if judged == 0 {
        ui.painter().rect_filled(done, round, tokens.strong_line);
        return;
    }
    let mut from = done.left();
    for verdict in [Verdict::Verified, Verdict::Disputed, Verdict::Erroneous] {
        let share = counts.of(Some(verdict)) as f32 / judged as f32;
        let to = from + length * share;
        if share > 0.0 {
            let part = Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.bottom()));
            ui.painter().rect_filled(part, CornerRadius::same(1), tokens.verdict(Some(verdict)).line);
        }
        from = to;
    }
}

/// The bar of a job, from 0 to 1, in the accent's colour.
pub fn progress_bar(ui: &mut Ui, width: f32, fraction: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let tokens = Tokens::of(ui.visuals());
    ui.painter().rect_filled(rect, CornerRadius::same(2), tokens.line);
    let done = Rect::from_min_size(rect.min, Vec2::new(width * fraction.clamp(0.0, 1.0), HEIGHT));
    ui.painter().rect_filled(done, CornerRadius::same(2), tokens.accent);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, ui.is_enabled(), name);
        info.value = Some(f64::from(fraction));
        info
    });
    response
}
