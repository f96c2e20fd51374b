//! How far the reviewers agree: a table with a row for each two, the figures of all together, and the verdicts of the chosen two against each other.
//!
//! A figure that is not defined is “n/a” with the reason. Only the rows in sight are drawn: twenty reviewers make 190 pairs.

use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::line::paint;
use super::{heat, told_ui};
use crate::app::{App, Request};
use crate::crosscheck::agreement::{Agreement, Figure, Pair};
use crate::ui::parts;
use crate::ui::theme::{Tokens, fonts, size, space};

/// The height of a row in points: a figure with its interval under it.
const ROW: f32 = 42.0;
/// The height of the head in points.
const HEAD: f32 = 26.0;
/// The width of a figure in points, and the least width of the names.
const COLUMN: f32 = 84.0;
const NAMES: f32 = 190.0;

/// The heads of the columns, with what each means.
const HEADS: [(&str, &str); 8] = [
    ("Matched", "Passages that both have marked: they share half of what they cover together, or more."),
    ("Alone", "Passages that only the first has marked, and only the second."),
    ("Agreed", "The share of matched passages with the same verdict."),
    ("Cohen’s κ", "The same beyond chance, where each draws from their own verdicts (Cohen 1960)."),
    ("Gwet’s AC1", "The same beyond chance, where only hard passages are guessed (Gwet 2008)."),
    ("F1 exact", "How far they marked the same passages, to the byte."),
    ("F1 matched", "How far they marked passages that match."),
    ("F1 letters", "How far they marked the same characters."),
];

pub(super) fn agreement_ui(ui: &mut Ui, app: &App, send: &mut Vec<Request>) {
    let view = &app.compare.agreement;
    ScrollArea::both().id_salt("agreement").auto_shrink(false).show(ui, |ui| {
        let inside = ui.max_rect().shrink2(vec2(space::LARGE, 0.0));
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(inside));
        let ui_inside = &mut inside;
        ui_inside.spacing_mut().item_spacing.y = space::SMALL;
        ui_inside.add_space(space::LARGE);
        if view.running {
            let words = if view.figures.is_some() { "Being worked out anew: these are of before." } else { "Working out the figures…" };
            told_ui(ui_inside, words, false, send);
        } else if view.stopped {
            told_ui(ui_inside, "Stopped: these are of before.", true, send);
        }
        match view.figures.as_deref() {
            _ if view.unseen > 0 => blind_ui(ui_inside, view.unseen),
            Some(figures) if figures.pairs.is_empty() => {
                ui_inside.weak("No two reviewers have given verdicts in the same article: there is nothing to compare yet.");
            }
            Some(figures) => figures_ui(ui_inside, app, figures, send),
            None => {}
        }
        ui_inside.add_space(space::HUGE);
        let shown = inside.min_rect();
        ui.allocate_space(shown.size() + vec2(2.0 * space::LARGE, 0.0));
    });
}

fn blind_ui(ui: &mut Ui, unseen: usize) {
    let noun = if unseen == 1 { "annotation is" } else { "annotations are" };
    ui.weak(format!(
        "Blind check: {unseen} {noun} hidden from you. The figures are shown once you have judged them, or asked to see them."
    ));
}

fn figures_ui(ui: &mut Ui, app: &App, figures: &Agreement, send: &mut Vec<Request>) {
    parts::caps_heading(ui, "Two by two");
    table_ui(ui, app, figures, send);
    ui.add_space(space::LARGE);
    if let Some(pair) = app.compare.agreement.pair() {
        heat::heat_ui(ui, app, pair);
        ui.add_space(space::LARGE);
    }
    parts::caps_heading(ui, "All reviewers together");
    all_ui(ui, "Fleiss’ κ", "over the passages that all have judged", &figures.fleiss_kappa);
    all_ui(ui, "Krippendorff’s α", "of the verdicts, with missing ones", &figures.alpha);
    for (verdict, figure) in &figures.alpha_u {
        let what = format!("Krippendorff’s αU, {}", verdict.label().to_lowercase());
        all_ui(ui, &what, "of where the passages lie", figure);
    }
    ui.add_space(space::SMALL);
    ui.weak("In brackets or below: between which bounds a figure lies in 95 of 100 repetitions, by drawing passages anew.");
}

fn table_ui(ui: &mut Ui, app: &App, figures: &Agreement, send: &mut Vec<Request>) {
    let tokens = Tokens::of(ui.visuals());
    let names = (ui.available_width() - COLUMN * HEADS.len() as f32).clamp(NAMES, 360.0);
    let extent = vec2(names + COLUMN * HEADS.len() as f32, HEAD + ROW * figures.pairs.len() as f32);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let ui = &mut parts::told(ui, rect, Role::Table, "Agreement two by two");
    let cell = |row: Rect, column: usize| {
        Rect::from_min_size(pos2(row.left() + names + COLUMN * column as f32, row.top()), vec2(COLUMN - space::SMALL, row.height()))
    };
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
    let told = &mut parts::told(ui, head, Role::Row, "Columns");
    for (column, (words, tip)) in HEADS.iter().enumerate() {
        let place = cell(head, column);
        paint(ui, place, [(*words, fonts::semibold(size::CAPS), tokens.dim)]);
        let response = told.interact(place, ui.scope_id().with(("head", column)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, *words));
        response.on_hover_text(*tip);
    }
    ui.painter().hline(rect.x_range(), head.bottom() - 0.5, (1.0, tokens.line));
    let clip = ui.clip_rect();
    let first = ((clip.top() - head.bottom()) / ROW).floor().max(0.0) as usize;
    let end = (((clip.bottom() - head.bottom()) / ROW).ceil().max(0.0) as usize).min(figures.pairs.len());
    let chosen = app.compare.agreement.pair().map(|pair| (pair.a, pair.b));
    for (number, pair) in figures.pairs.iter().enumerate().take(end).skip(first) {
        let row = Rect::from_min_size(pos2(rect.left(), head.bottom() + ROW * number as f32), vec2(rect.width(), ROW));
        let is_chosen = chosen == Some((pair.a, pair.b));
        let words = pair_words(app, pair);
        let ui = &mut parts::told(ui, row, Role::Row, &words);
        if row_ui(ui, &words, number, row, names, is_chosen) {
            send.push(Request::ChoosePair([pair.a, pair.b]));
        }
        for (column, (words, below, spoken)) in cells(pair).into_iter().enumerate() {
            let place = cell(row, column);
            let response = ui.interact(place, ui.scope_id().with(("figure", number, column)), Sense::hover());
            let name = HEADS.get(column).map_or("", |(name, _)| *name);
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, format!("{name}: {spoken}")));
            let upper = Rect::from_min_max(place.min + vec2(0.0, 4.0), pos2(place.right(), place.top() + 23.0));
            let colour = if below.is_none() && words == NOT_DEFINED { tokens.dim } else { tokens.text };
            paint(ui, upper, [(words.as_str(), fonts::sans(size::INTERFACE), colour)]);
            if let Some(below) = &below {
                let lower = Rect::from_min_max(pos2(place.left(), place.top() + 21.0), place.max - vec2(0.0, 4.0));
                paint(ui, lower, [(below.as_str(), fonts::sans(size::CAPS), tokens.dim)]);
            }
            response.on_hover_text(spoken);
        }
    }
}

/// The names of a pair.
fn pair_words(app: &App, pair: &Pair) -> String {
    let project = app.session().project();
    format!("{} and {}", project.reviewer_name(pair.a), project.reviewer_name(pair.b))
}

/// Draws the names of a pair; gives back whether it was pressed.
fn row_ui(ui: &mut Ui, words: &str, number: usize, row: Rect, names: f32, is_chosen: bool) -> bool {
    let tokens = Tokens::of(ui.visuals());
    let told = Rect::from_min_size(row.min, vec2(names - space::SMALL, ROW));
    let response = ui.interact(told, ui.scope_id().with(("pair", number)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, words));
    if is_chosen {
        ui.painter().rect_filled(row, 0.0, tokens.selection);
    } else if response.hovered() {
        ui.painter().rect_filled(row, 0.0, tokens.hover);
    }
    super::super::icons::focus_ring(ui, told, &response);
    paint(ui, told.shrink2(vec2(space::TINY, 0.0)), [(words, fonts::sans(size::INTERFACE), tokens.text)]);
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, (1.0, tokens.line));
    response.on_hover_text("Show their verdicts against each other.").clicked()
}

/// What stands where a figure is not defined.
const NOT_DEFINED: &str = "n/a";

/// What a row shows: the figure, its interval below, and all of it in words.
fn cells(pair: &Pair) -> [(String, Option<String>, String); 8] {
    let count = |count: String| (count.clone(), None, count);
    let figure = |figure: &Figure| {
        let below = figure.as_ref().ok().and_then(|estimate| estimate.interval).map(bounds);
        (value(figure), below, in_words(figure))
    };
    let (a, b) = pair.alone;
    [
        count(pair.matched.to_string()),
        count(format!("{a} / {b}")),
        percent(&pair.percent),
        figure(&pair.kappa),
        figure(&pair.ac1),
        figure(&pair.f1_exact),
        figure(&pair.f1_iou),
        figure(&pair.f1_chars),
    ]
}

fn percent(figure: &Figure) -> (String, Option<String>, String) {
    let Ok(estimate) = figure else { return (NOT_DEFINED.to_owned(), None, in_words(figure)) };
    let whole = |share: f64| format!("{:.0} %", share * 100.0);
    let below = estimate.interval.map(|(low, high)| format!("{:.0}–{:.0} %", low * 100.0, high * 100.0));
    let spoken = below.as_ref().map_or_else(|| whole(estimate.value), |below| format!("{} ({below})", whole(estimate.value)));
    (whole(estimate.value), below, spoken)
}

fn value(figure: &Figure) -> String {
    figure.as_ref().map_or_else(|_| NOT_DEFINED.to_owned(), |estimate| format!("{:.2}", estimate.value))
}

fn bounds((low, high): (f64, f64)) -> String {
    format!("{low:.2} to {high:.2}")
}

/// “0.62 (0.41 to 0.80)”, or “n/a: nobody used this verdict”.
pub(super) fn in_words(figure: &Figure) -> String {
    match figure {
        Ok(estimate) => {
            let interval = estimate.interval.map_or(String::new(), |interval| format!(" ({})", bounds(interval)));
            format!("{}{interval}", value(figure))
        }
        Err(why) => format!("{NOT_DEFINED}: {why}"),
    }
}

fn all_ui(ui: &mut Ui, what: &str, of: &str, figure: &Figure) {
    let tokens = Tokens::of(ui.visuals());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width().max(560.0), 20.0), Sense::hover());
    let told = in_words(figure);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{what}: {told}")));
    let (left, right) = rect.split_left_right_at_x(rect.left() + NAMES + 24.0);
    paint(ui, left, [(what, fonts::sans(size::INTERFACE), tokens.text)]);
    let colour = if figure.is_ok() { tokens.text } else { tokens.dim };
    let parts = [
        (told.as_str(), fonts::sans(size::INTERFACE), colour),
        ("   ", fonts::sans(size::SECONDARY), tokens.dim),
        (of, fonts::sans(size::SECONDARY), tokens.dim),
    ];
    paint(ui, right, parts);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crosscheck::agreement::Undefined;
    use crate::crosscheck::agreement::bootstrap::Estimate;

    #[test]
    fn a_figure_is_told_with_its_bounds_or_the_reason_why_there_is_none() {
        for (figure, expected) in [
            (Ok(Estimate { value: 0.62, interval: Some((0.4, 0.8)) }), "0.62 (0.40 to 0.80)"),
            (Ok(Estimate { value: -0.5, interval: None }), "-0.50"),
            (Err(Undefined::Unused), "n/a: nobody used this verdict"),
            (Err(Undefined::OneVerdict), "n/a: only one verdict was used, so that chance alone would agree"),
        ] {
            assert_eq!(in_words(&figure), expected);
        }
        assert_eq!(percent(&Ok(Estimate { value: 0.8, interval: Some((0.6, 0.95)) })).1, Some("60–95 %".to_owned()));
        assert_eq!(percent(&Err(Undefined::NothingShared)).0, NOT_DEFINED);
    }
}
