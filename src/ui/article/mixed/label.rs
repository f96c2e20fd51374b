//! Words of articles elsewhere in the window, as labels that wrap and as tooltips: in the order in which they are read,
//! hidden characters as marks.
//!
//! Whoever draws words of an article makes a [`LayoutJob`] of them, as for egui, and hands it over here, or to
//! [`one_line`](super::one_line) where they stand on one line. Words that egui sets right go to egui as they are.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::ByteRangeExt as _;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, Context, FontSelection, Galley, Label, Painter, Pos2, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind,
    TextStyle, Ui, WidgetInfo, WidgetText, vec2,
};

use super::{Lines as _, MixedLines, Setting, is_plain, thousandths};
use crate::text::script::is_right_to_left;
use crate::ui::article::hidden;
use crate::ui::theme::{Tokens, size};

/// How wide a tooltip is at most, in points.
const TIP: f32 = 360.0;

/// A label that wraps: words of an article in a text style. Those that are clicked are a link to a screen reader, with a ring
/// while they have the focus.
pub fn words_ui(ui: &mut Ui, words: &str, style: TextStyle, sense: Sense) -> Response {
    let format = TextFormat::simple(style.resolve(ui.style()), Color32::PLACEHOLDER);
    let shown = job_ui(ui, LayoutJob::single_section(words.to_owned(), format), sense);
    if sense.senses_click() {
        shown.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), words));
    }
    if shown.has_focus() {
        let stroke = Stroke::new(size::FOCUS_RING, Tokens::of(ui.visuals()).accent);
        ui.painter().rect_stroke(shown.rect.expand(2.0), f32::from(size::CHIP_RADIUS), stroke, StrokeKind::Inside);
    }
    shown
}

/// A label that wraps, in place of egui's.
pub fn label_ui(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    let words = words.into();
    if is_set_right(words.text()) {
        return ui.add(Label::new(words).wrap());
    }
    let job = words.into_layout_job(ui.style(), FontSelection::Default, Align::Center);
    job_ui(ui, Arc::unwrap_or_clone(job), Sense::hover())
}

/// A label that wraps: words of an article, with faces, colours, grounds and lines of their own. All have one size, that of
/// the first, where egui cannot set them.
pub fn job_ui(ui: &mut Ui, job: LayoutJob, sense: Sense) -> Response {
    if is_set_right(&job.text) {
        return ui.add(Label::new(job).wrap().sense(sense));
    }
    let is_beside = ui.layout().is_horizontal();
    if is_beside && ui.layout().main_wrap() {
        // They begin a row of their own.
        ui.end_row();
    }
    let width = ui.available_width();
    let words = Words::new(ui.ctx(), job, width);
    words.put(ui, if is_beside { words.reach().x_range() } else { Rangef::new(0.0, width) }, sense)
}

/// Says words of an article to who points at something.
pub fn tip(response: Response, words: &str) -> Response {
    response.on_hover_ui(|ui| tip_ui(ui, words))
}

/// Words of an article in a tooltip: no wider than they are.
pub fn tip_ui(ui: &mut Ui, words: impl Into<WidgetText>) {
    let words = words.into();
    if is_set_right(words.text()) {
        ui.label(words);
        return;
    }
    let job = words.into_layout_job(ui.style(), FontSelection::Default, Align::Center);
    let words = Words::new(ui.ctx(), Arc::unwrap_or_clone(job), TIP);
    words.put(ui, words.reach().x_range(), Sense::hover());
}

/// Whether egui sets these paragraphs right by itself.
pub(super) fn is_set_right(words: &str) -> bool {
    words.split('\n').all(is_plain)
}

/// Paragraphs of an article's words, set in a column.
pub struct Words {
    job: LayoutJob,
    set: Set,
}

enum Set {
    Galley(Arc<Galley>),
    Paragraphs(Vec<Paragraph>),
}

/// A paragraph of a column.
pub(super) struct Paragraph {
    /// Its first byte.
    pub(super) start: usize,
    /// The number of its first row.
    pub(super) first: usize,
    /// How far down it is, in points.
    pub(super) top: f32,
    /// Its rows.
    pub(super) lines: MixedLines,
    /// The numbers of the sections that its parts belong to.
    sections: Vec<usize>,
}

impl Words {
    /// Sets them in a column of a width in points. What was set in the frame before is not measured again.
    pub fn new(ctx: &Context, mut job: LayoutJob, width: f32) -> Self {
        if is_set_right(&job.text) {
            job.wrap.max_width = width;
            let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job.clone()));
            return Self { job, set: Set::Galley(galley) };
        }
        let format = job.sections.first().map(|section| section.format.clone()).unwrap_or_default();
        let line = format.line_height.unwrap_or_else(|| ctx.fonts_mut(|fonts| fonts.row_height(&format.font_id)));
        let (mut paragraphs, mut top, mut start, mut first) = (Vec::new(), 0.0, 0, 0);
        for words in job.text.split('\n') {
            let (sections, parts) = parts(&job, start..start + words.len());
            let setting = Setting {
                words: words.to_owned(),
                parts,
                family: format.font_id.family.clone(),
                families: sections.iter().filter_map(|at| job.sections.get(*at)).map(|one| one.format.font_id.family.clone()).collect(),
                size: thousandths(format.font_id.size),
                right_to_left: is_right_to_left(words),
                width: thousandths(width),
                line: thousandths(line),
            };
            let lines = MixedLines::new(ctx, setting);
            let (height, rows) = (lines.height(), lines.rows());
            paragraphs.push(Paragraph { start, first, top, lines, sections });
            start += words.len() + 1;
            first += rows;
            top += height;
        }
        Self { job, set: Set::Paragraphs(paragraphs) }
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.job.text
    }

    /// How high they are, in points.
    pub fn height(&self) -> f32 {
        match &self.set {
            Set::Galley(galley) => galley.size().y,
            Set::Paragraphs(all) => all.last().map_or(0.0, |last| last.top + last.lines.height()),
        }
    }

    /// The paragraphs; none where egui sets the words.
    pub(super) fn paragraphs(&self) -> &[Paragraph] {
        match &self.set {
            Set::Galley(_) => &[],
            Set::Paragraphs(all) => all,
        }
    }

    /// From where to where they reach in the column.
    pub(super) fn reach(&self) -> Rect {
        let rows = |paragraph: &Paragraph| {
            let row = |row| paragraph.lines.row_rect(row).translate(vec2(0.0, paragraph.top));
            (0..paragraph.lines.rows()).map(row).collect::<Vec<_>>()
        };
        match &self.set {
            Set::Galley(galley) => Rect::from_min_size(Pos2::ZERO, galley.size()),
            Set::Paragraphs(all) => all.iter().flat_map(rows).reduce(Rect::union).unwrap_or(Rect::ZERO),
        }
    }

    /// Puts as much of the column as lies in a range from its left into a view.
    fn put(&self, ui: &mut Ui, reach: Rangef, sense: Sense) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(reach.span(), self.height()), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text()));
        self.draw(ui.painter(), rect.min - vec2(reach.min, 0.0), ui.visuals().text_color(), Tokens::of(ui.visuals()));
        response
    }

    /// Draws them with their upper left corner at a point; `fallback` is the colour of what has none.
    pub fn draw(&self, painter: &Painter, origin: Pos2, fallback: Color32, tokens: &Tokens) {
        match &self.set {
            Set::Galley(galley) => painter.galley(origin, galley.clone(), fallback),
            Set::Paragraphs(all) => all.iter().for_each(|paragraph| self.draw_paragraph(paragraph, painter, origin, fallback, tokens)),
        }
    }

    fn draw_paragraph(&self, paragraph: &Paragraph, painter: &Painter, origin: Pos2, fallback: Color32, tokens: &Tokens) {
        let origin = origin + vec2(0.0, paragraph.top);
        let lines = &paragraph.lines;
        let format = |part: usize| paragraph.sections.get(part).and_then(|at| self.job.sections.get(*at)).map(|section| &section.format);
        let boxes = || lines.parts().iter().enumerate().filter_map(|(part, bytes)| Some((format(part)?, bytes.clone())));
        for (format, bytes) in boxes().filter(|(format, _)| format.background != Color32::TRANSPARENT) {
            for part in lines.boxes(bytes) {
                painter.rect_filled(part.rect.translate(origin.to_vec2()), 0.0, format.background);
            }
        }
        let colour = |colour: Color32| if colour == Color32::PLACEHOLDER { fallback } else { colour };
        lines.draw_in(painter, origin, |part| part.and_then(&format).map_or(fallback, |format| colour(format.color)));
        for (format, bytes) in boxes().filter(|(format, _)| format.strikethrough != Stroke::NONE) {
            for part in lines.boxes(bytes) {
                let rect = part.rect.translate(origin.to_vec2());
                painter.hline(rect.x_range(), rect.center().y, format.strikethrough);
            }
        }
        let size = format(0).map_or(0.0, |format| format.font_id.size);
        hidden::paint(painter, lines, origin, size, tokens);
    }
}

/// The sections that lie in a paragraph: their numbers, and the bytes of the paragraph that each has.
fn parts(job: &LayoutJob, paragraph: Range<usize>) -> (Vec<usize>, Vec<Range<usize>>) {
    let part = |(number, section): (usize, &egui::text::LayoutSection)| {
        let bytes = section.byte_range.as_usize();
        let (from, to) = (bytes.start.max(paragraph.start), bytes.end.min(paragraph.end));
        (from < to).then(|| (number, from - paragraph.start..to - paragraph.start))
    };
    job.sections.iter().enumerate().filter_map(part).unzip()
}
