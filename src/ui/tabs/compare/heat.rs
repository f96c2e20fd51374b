//! The verdicts of two reviewers against each other: how often each met each, as a square of counts on a colour that grows with them.

use egui::{Align2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::line::paint;
use crate::app::App;
use crate::crosscheck::agreement::Pair;
use crate::model::Verdict;
use crate::ui::article::tip;
use crate::ui::parts::{self, Inline};
use crate::ui::theme::{Tokens, fonts, signs, size, space};

/// The extent of a cell in points.
const CELL: egui::Vec2 = vec2(104.0, 44.0);
/// The width of the names at the left, in points.
const LABEL: f32 = 160.0;

pub(super) fn heat_ui(ui: &mut Ui, app: &App, pair: &Pair) {
    let project = app.session().project();
    let (a, b) = (project.reviewer_name(pair.a), project.reviewer_name(pair.b));
    let title = format!("Verdicts of {a} against those of {b}");
    parts::caps_heading(ui, &title);
    if pair.confusion.total() == 0 {
        ui.weak("They have marked no passage in common.");
        return;
    }
    let tokens = Tokens::of(ui.visuals());
    let small = fonts::sans(size::SECONDARY);
    let count = Verdict::ALL.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(LABEL + CELL.x * count, CELL.y * count + 46.0), Sense::hover());
    let ui = &mut parts::told(ui, rect, Role::Table, &title);
    let corner = pos2(rect.left() + LABEL, rect.top() + 46.0);
    let above = Rect::from_min_size(pos2(corner.x, rect.top()), vec2(CELL.x * count, 20.0));
    paint(ui, above, [(b.as_str(), fonts::semibold(size::SECONDARY), tokens.text)]);
    let beside = Rect::from_min_size(pos2(rect.left(), corner.y - 24.0), vec2(LABEL - space::SMALL, 20.0));
    paint(ui, beside, [(a.as_str(), fonts::semibold(size::SECONDARY), tokens.text)]);
    let verdict_at = |ui: &Ui, left: egui::Pos2, verdict: Verdict| {
        let colour = tokens.verdict(Some(verdict)).text;
        Inline::new()
            .sign(Some(verdict), 10.0, colour)
            .words(ui, signs::name(Some(verdict)), small.clone(), colour)
            .paint(ui.painter(), left);
    };
    let most = pair.confusion.0.iter().flatten().copied().max().unwrap_or_default().max(1);
    for (row, (ours, counts)) in Verdict::ALL.iter().zip(pair.confusion.0).enumerate() {
        let top = corner.y + CELL.y * row as f32;
        let across = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), CELL.y));
        let ui = &mut parts::told(ui, across, Role::Row, &format!("{a} {}", ours.label().to_lowercase()));
        verdict_at(ui, pos2(rect.left(), top + CELL.y / 2.0), *ours);
        for (column, (theirs, times)) in Verdict::ALL.iter().zip(counts).enumerate() {
            let left = corner.x + CELL.x * column as f32;
            if row == 0 {
                verdict_at(ui, pos2(left + 4.0, corner.y - 13.0), *theirs);
            }
            let place = Rect::from_min_size(pos2(left, top), CELL).shrink(1.5);
            let response = ui.interact(place, ui.scope_id().with(("met", row, column)), Sense::hover());
            ui.painter().rect_filled(place, size::CHIP_RADIUS, tokens.heat(times as f32 / most as f32));
            if row == column {
                // Where they agree, a frame says so too.
                ui.painter().rect_stroke(place, size::CHIP_RADIUS, (1.0, tokens.strong_line), egui::StrokeKind::Inside);
            }
            ui.painter().text(place.center(), Align2::CENTER_CENTER, times, fonts::semibold(size::INTERFACE), tokens.text);
            let [ours, theirs] = [ours, theirs].map(|verdict| verdict.label().to_lowercase());
            let noun = if times == 1 { "passage" } else { "passages" };
            let said = format!("{a} {ours}, {b} {theirs}: {times} {noun}");
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &said));
            tip(response, &said);
        }
    }
}
