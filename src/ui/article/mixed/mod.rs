//! The lines of a block that egui does not set right by itself: words from right to left, scripts whose lines break
//! elsewhere than at spaces, and characters that cannot be seen.
//!
//! egui 0.37 knows neither UAX #9 nor UAX #14. So the block is cut into pieces that egui does set right (`pieces`), each
//! is measured (`measure`), rows are filled from them, and the pieces of a row are put in the order in which they stand
//! (`plan`). Where each grapheme lies follows from the glyphs (`glyphs`). The plan holds numbers only, is kept while its
//! block is in view, and is drawn with galleys from egui's own cache. `label` and `line` set words elsewhere in the window so,
//! `field` those of text fields. When egui has learnt both, this folder can go.

mod column;
mod field;
mod glyphs;
mod label;
mod line;
mod measure;
mod pieces;
mod plan;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use egui::cache::FramePublisher;
use egui::{Color32, Context, FontFamily, FontId, Painter, Pos2, Rangef, Rect, Vec2, pos2};

use self::measure::Fonts;
use self::plan::{Plan, Row, Run};
use super::geometry::{Lines, RowBox};
use crate::text::direction::runs_left;
use crate::text::grapheme::{ceil_grapheme, floor_grapheme};
use crate::text::script::{PILE, Unseen, is_right_to_left_letter};
use crate::ui::theme::Tokens;

pub use self::field::field_ui;
pub use self::label::{Words, job_ui, label_ui, tip, tip_ui, words_ui};
pub use self::line::{on_widget, one_line};
pub(super) use self::measure::chip;

/// How far parts may be apart and still be one, in points.
const TOUCH: f32 = 0.5;

/// How a block is to be set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Setting {
    /// Its words.
    pub(super) words: String,
    /// Parts of them that are drawn otherwise, as what is dismissed; in bytes, in order. No piece lies in two.
    pub(super) parts: Vec<Range<usize>>,
    /// The face.
    pub(super) family: FontFamily,
    /// The faces of the parts, where they have their own; those beyond are set as all else.
    pub(super) families: Vec<FontFamily>,
    /// Its size, in thousandths of a point.
    pub(super) size: u32,
    /// Whether its paragraph runs from right to left.
    pub(super) right_to_left: bool,
    /// The width of the column, in thousandths of a point.
    pub(super) width: u32,
    /// The height of a line, in thousandths of a point.
    pub(super) line: u32,
}

impl Setting {
    fn font(&self, part: Option<usize>) -> FontId {
        let family = part.and_then(|part| self.families.get(part)).unwrap_or(&self.family);
        FontId::new(points(self.size), family.clone())
    }
}

/// A length as a setting holds it.
pub(super) fn thousandths(points: f32) -> u32 {
    (points.max(0.0) * 1000.0).round() as u32
}

fn points(thousandths: u32) -> f32 {
    thousandths as f32 / 1000.0
}

/// Whether egui sets these words right as they are: alphabets from left to right, with spaces between words and nothing
/// hidden among them.
pub(super) fn is_plain(words: &str) -> bool {
    words.is_ascii() && !words.bytes().any(|byte| byte.is_ascii_control() && byte != b'\t')
        || words.chars().all(is_plain_char) && !has_pile(words)
}

/// Whether more marks follow each other than are drawn.
fn has_pile(words: &str) -> bool {
    let mut marks = 0;
    words.chars().any(|c| {
        marks = if matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}') {
            marks + 1
        } else {
            0
        };
        marks > PILE
    })
}

fn is_plain_char(c: char) -> bool {
    match c {
        ' '..='~' | '\t' => true,
        // Latin, Greek, Cyrillic, Armenian; marks that combine.
        '\u{a0}'..='\u{58f}' => !matches!(c, '\u{ad}' | '\u{34f}'),
        '\u{10a0}'..='\u{10ff}' | '\u{1c80}'..='\u{1cbf}' | '\u{1d00}'..='\u{1fff}' => true,
        // Spaces at which a line may end, marks, signs, shapes.
        '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' => true,
        '\u{2070}'..='\u{27ff}' | '\u{2900}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}' | '\u{a720}'..='\u{a7ff}' => true,
        '\u{fb00}'..='\u{fb06}' | '\u{fffd}' | '\u{1f000}'..='\u{1faff}' => true,
        _ => false,
    }
}

/// The plans of the blocks in view, kept from frame to frame.
type Kept = FramePublisher<(Arc<Setting>, u32), Arc<Plan>>;

/// A block set in pieces.
pub(super) struct MixedLines {
    plan: Arc<Plan>,
    setting: Arc<Setting>,
}

impl MixedLines {
    /// Sets a block, or takes what was made of it in the frame before.
    pub(super) fn new(ctx: &Context, setting: Setting) -> Self {
        let setting = Arc::new(setting);
        let key = (setting.clone(), thousandths(ctx.pixels_per_point()));
        let kept = ctx.memory_mut(|memory| memory.caches.cache::<Kept>().get(&key).cloned());
        let plan = kept.unwrap_or_else(|| Arc::new(Plan::new(&setting, &mut Fonts::new(ctx, &setting))));
        ctx.memory_mut(|memory| memory.caches.cache::<Kept>().set(key, plan.clone()));
        Self { plan, setting }
    }

    /// The parts that are drawn otherwise, in bytes.
    fn parts(&self) -> &[Range<usize>] {
        &self.setting.parts
    }

    fn line(&self) -> f32 {
        points(self.setting.line)
    }

    fn top(&self, row: usize) -> f32 {
        row as f32 * self.line()
    }

    /// Whether a place in a row is nearer to the end of a grapheme that has a hidden character in it.
    fn is_past_middle(&self, grapheme: Range<usize>, x: f32) -> bool {
        let parts = self.boxes(grapheme);
        let reach =
            parts.iter().map(|part| part.rect.x_range()).reduce(|all, part| Rangef::new(all.min.min(part.min), all.max.max(part.max)));
        let backwards = parts.first().is_some_and(|part| part.backwards);
        reach.is_some_and(|reach| (x > reach.center()) != backwards)
    }

    fn row(&self, row: usize) -> Option<&Row> {
        self.plan.rows.get(row)
    }
}

impl Lines for MixedLines {
    fn height(&self) -> f32 {
        self.top(self.rows())
    }

    fn rows(&self) -> usize {
        self.plan.rows.len()
    }

    fn row_bytes(&self, row: usize) -> Range<usize> {
        let end = self.setting.words.len();
        self.row(row).map_or(end..end, |row| row.bytes.clone())
    }

    fn row_rect(&self, row: usize) -> Rect {
        let x = self.row(row).map_or(Rangef::point(0.0), |row| row.reach);
        Rect::from_x_y_ranges(x, Rangef::new(self.top(row), self.top(row + 1)))
    }

    fn row_of(&self, byte: usize) -> usize {
        self.plan.rows.partition_point(|row| row.bytes.start <= byte).saturating_sub(1)
    }

    fn boxes(&self, range: Range<usize>) -> Vec<RowBox> {
        let mut found: Vec<RowBox> = Vec::new();
        let from = self.plan.rows.partition_point(|row| row.bytes.end <= range.start);
        for (number, row) in self.plan.rows.iter().enumerate().skip(from).take_while(|(_, row)| row.bytes.start < range.end) {
            let y = Rangef::new(self.top(number), self.top(number + 1));
            let first = row.runs.partition_point(|run| run.bytes.end <= range.start);
            for run in row.runs.iter().skip(first).take_while(|run| run.bytes.start < range.end) {
                let bytes = range.start.max(run.bytes.start)..range.end.min(run.bytes.end).min(row.words_end);
                if bytes.start >= bytes.end {
                    continue;
                }
                let x = run.reach(&bytes);
                let backwards = run.backwards();
                let last = found.last_mut().filter(|last| {
                    let meets = if backwards { last.rect.left() - x.max } else { x.min - last.rect.right() };
                    last.row == number && last.backwards == backwards && last.bytes.end == bytes.start && meets.abs() < TOUCH
                });
                match last {
                    Some(last) => {
                        last.rect = last.rect.union(Rect::from_x_y_ranges(x, y));
                        last.bytes.end = bytes.end;
                    }
                    None => found.push(RowBox { row: number, rect: Rect::from_x_y_ranges(x, y), bytes, backwards }),
                }
            }
        }
        found.retain(|part| part.rect.width() > 0.0);
        found
    }

    fn caret(&self, byte: usize) -> Rect {
        let row = self.row_of(byte);
        let y = Rangef::new(self.top(row), self.top(row + 1));
        let Some(found) = self.row(row) else { return Rect::from_x_y_ranges(Rangef::point(0.0), y) };
        let x = found.run_at(byte).or(found.runs.last()).map_or(found.reach.min, |run| run.x_of(byte));
        Rect::from_x_y_ranges(Rangef::point(x), y)
    }

    fn byte_at(&self, point: Vec2) -> usize {
        let number = ((point.y / self.line().max(1.0)).floor().max(0.0) as usize).min(self.rows().saturating_sub(1));
        let Some(row) = self.row(number) else { return 0 };
        let words = &self.setting.words;
        let x = point.x.clamp(row.reach.min, row.reach.max);
        let distance = |run: &&Run| ((run.left - x).max(x - run.left - run.width).max(0.0) * 256.0) as i64;
        let in_words = row.runs.iter().filter(|run| run.bytes.start < row.words_end && run.width > 0.0);
        let Some(run) = in_words.min_by_key(distance) else { return floor_grapheme(words, row.bytes.start) };
        let (start, end, nearer_end) = run.cell_at(x);
        let whole = floor_grapheme(words, start)..ceil_grapheme(words, end);
        let nearer_end = if whole == (start..end) { nearer_end } else { self.is_past_middle(whole.clone(), x) };
        let byte = if nearer_end { whole.end } else { whole.start };
        if byte > row.words_end || byte < row.bytes.start { floor_grapheme(words, row.words_end) } else { byte }
    }

    fn runs_left(&self, byte: usize) -> bool {
        let run = self.row(self.row_of(byte)).and_then(|row| row.run_at(byte));
        run.map_or(self.setting.right_to_left, Run::backwards)
    }

    fn unseen(&self) -> &[Unseen] {
        &self.plan.unseen
    }

    fn words(&self) -> &str {
        &self.setting.words
    }

    fn draw(&self, painter: &Painter, origin: Pos2, tokens: &Tokens) {
        self.draw_in(painter, origin, |part| if part.is_some() { tokens.greyed } else { tokens.text });
    }
}

impl MixedLines {
    /// Draws the rows in sight, each part in its colour.
    fn draw_in(&self, painter: &Painter, origin: Pos2, colour: impl Fn(Option<usize>) -> Color32) {
        let clip = painter.clip_rect();
        let first = ((clip.top() - origin.y) / self.line().max(1.0)).floor().max(0.0) as usize;
        let rows = self.plan.rows.iter().enumerate().skip(first);
        let seen = rows.take_while(|(number, _)| origin.y + self.top(*number) < clip.bottom());
        for (number, run) in seen.flat_map(|(number, row)| row.runs.iter().map(move |run| (number, run))) {
            if let Some(text) = &run.text {
                let colour = colour(run.part);
                let job = measure::job(text.clone(), &self.setting, run.part, colour);
                let galley = painter.ctx().fonts_mut(|fonts| fonts.layout_job(job));
                painter.galley(pos2(origin.x + run.left, origin.y + self.top(number)), galley, colour);
            }
        }
    }
}
