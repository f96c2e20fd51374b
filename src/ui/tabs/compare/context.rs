//! The statement in its context: the paragraph around it, what all have marked on one colour, what only some have on a weaker one.

use std::collections::BTreeSet;
use std::ops::Range;

use egui::text::LayoutJob;
use egui::{Color32, Id, Role, Sense, TextFormat, Ui, WidgetInfo};

use super::super::cross::{context, paragraph_number};
use crate::app::{App, Request};
use crate::model::{AnnotationId, Article, ArticleId};
use crate::text::position::{clamp, slice};
use crate::ui::article::job_ui;
use crate::ui::parts;
use crate::ui::theme::{Tokens, fonts, space};

/// The size of an article's words, in points.
const WORDS: f32 = 15.5;
/// How strong the colour of what all have marked is.
const ALL: f32 = 0.5;
/// A passage shows up to so many bytes; it may be a whole article.
const LONGEST: usize = 4_000;

/// Draws the statement; a press on its place goes there.
pub(super) fn context_ui(ui: &mut Ui, app: &App, article: &Article, annotations: &[AnnotationId], send: &mut Vec<Request>) {
    let project = app.session().project();
    let marked: Vec<(AnnotationId, Range<usize>)> = annotations.iter().filter_map(|id| Some((*id, project.place(*id)?.1))).collect();
    let ranges: Vec<Range<usize>> = marked.iter().map(|(_, range)| range.clone()).collect();
    let Some(whole) = hull(&ranges) else { return };
    let number = paragraph_of(ui, article, whole.start);
    parts::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::SMALL;
        if parts::place_button(ui, article.title(), &format!(" · ¶ {number}")).on_hover_text("Go to this place in its article.").clicked()
        {
            send.extend(marked.first().map(|(id, _)| Request::GoTo(*id)));
        }
        let seen = whole.start..clamp(article.text(), whole.end.min(whole.start.saturating_add(LONGEST)));
        let job = job(article.text(), &seen, &ranges, Tokens::of(ui.visuals()), ui.available_width());
        let shown = job_ui(ui, job, Sense::hover());
        let spoken = slice(article.text(), context(article.text(), &seen));
        shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
    });
}

/// The paragraph of a byte, counted once for as long as it is shown: the text may be long.
fn paragraph_of(ui: &Ui, article: &Article, byte: usize) -> usize {
    let (key, place) = (Id::unique("paragraph of the statement"), (article.id, byte));
    let known = ui.data(|data| data.get_temp::<((ArticleId, usize), usize)>(key)).filter(|(of, _)| *of == place);
    known.map_or_else(
        || {
            let number = paragraph_number(article, byte);
            ui.data_mut(|data| data.insert_temp(key, (place, number)));
            number
        },
        |(_, number)| number,
    )
}

/// From the first start to the last end.
fn hull(ranges: &[Range<usize>]) -> Option<Range<usize>> {
    let start = ranges.iter().map(|range| range.start).min()?;
    let end = ranges.iter().map(|range| range.end).max()?;
    Some(start..end)
}

/// The stretches between all ends, and whether all or only some have marked each.
fn stretches(whole: &Range<usize>, ranges: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let edges: BTreeSet<usize> = ranges.iter().flat_map(|range| [range.start, range.end]).chain([whole.start, whole.end]).collect();
    let all = |at: usize| ranges.iter().all(|range| range.contains(&at));
    let inside = edges.iter().zip(edges.iter().skip(1)).filter(|(from, to)| whole.start <= **from && **to <= whole.end);
    inside.map(|(from, to)| (*from..*to, all(*from))).collect()
}

fn job(text: &str, whole: &Range<usize>, ranges: &[Range<usize>], tokens: &Tokens, width: f32) -> LayoutJob {
    let around = context(text, whole);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let format = |background: Color32| TextFormat {
        background,
        line_height: Some(WORDS * 1.6),
        ..TextFormat::simple(fonts::serif(WORDS), tokens.text)
    };
    let plain = format(Color32::TRANSPARENT);
    if around.start > 0 && !slice(text, 0..around.start).ends_with('\n') {
        job.append("… ", 0.0, plain.clone());
    }
    job.append(slice(text, around.start..whole.start), 0.0, plain.clone());
    for (range, all) in stretches(whole, ranges) {
        job.append(slice(text, range), 0.0, format(if all { tokens.heat(ALL) } else { tokens.hit }));
    }
    job.append(slice(text, whole.end..around.end), 0.0, plain.clone());
    if around.end < text.len() && !slice(text, around.end..text.len()).starts_with('\n') {
        job.append(" …", 0.0, plain);
    }
    job
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::single_range_in_vec_init)]
mod tests {
    use super::*;

    #[test]
    fn what_all_have_marked_is_told_from_what_only_some_have() {
        for (ranges, expected) in [
            (vec![2..8], vec![(2..8, true)]),
            (vec![2..8, 2..8], vec![(2..8, true)]),
            (vec![2..8, 4..8], vec![(2..4, false), (4..8, true)]),
            (vec![2..8, 4..10], vec![(2..4, false), (4..8, true), (8..10, false)]),
        ] {
            let whole = hull(&ranges).unwrap();
            assert_eq!(stretches(&whole, &ranges), expected);
        }
    }
}
