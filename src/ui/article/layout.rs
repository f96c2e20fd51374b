//! From blocks to lines: which face, size and distance a block has, and egui's layout of it.
//!
//! A [`Typesetter`] lives for one frame and lays out what it is asked for. It keeps nothing from frame to frame; egui
//! keeps the galleys that were used in the frame before, which are the visible ones.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{Context, FontId};

use super::geometry::{GalleyLines, Lines};
use super::mixed::{self, MixedLines, Setting, Words, thousandths};
use super::page::{Face, Page};
use super::scroll::Stack;
use crate::model::Dismissed;
use crate::text::blocks::Blocks;
use crate::text::paragraph::{Block, block_kind};
use crate::text::position::{clamp_range, slice};
use crate::text::script::is_right_to_left;
use crate::ui::theme::{Tokens, fonts, size, space};

/// Over the first line and under the last, in points.
const PAGE_TOP: f32 = 28.0;
const PAGE_BOTTOM: f32 = 96.0;

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The article's title, where the text begins with it.
    Title,
    /// A heading between parts.
    Heading,
    /// A point of a list.
    ListItem,
    /// Running text.
    Body,
    /// Running text that goes on from the block before.
    Continued,
}

/// A block that is laid out.
pub(super) struct Laid {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// How it is set.
    pub(super) kind: Kind,
    /// Its rows.
    pub(super) lines: Box<dyn Lines>,
    /// Room over the first row, with what stands over the text.
    pub(super) above: f32,
    /// Room under the last row.
    pub(super) below: f32,
    /// How far it is moved in.
    pub(super) indent: f32,
    /// How high the face is, without the room between lines.
    pub(super) face_height: f32,
    /// What stands over or under the first block: each with its distance from the top of the block.
    pub(super) header: Vec<(f32, Words)>,
}

impl Laid {
    /// The whole height.
    pub(super) fn height(&self) -> f32 {
        self.above + self.lines.height() + self.below
    }

    /// The part of a range of the text that is in this block, in bytes of the block.
    pub(super) fn local(&self, range: &Range<usize>) -> Range<usize> {
        let from = range.start.clamp(self.range.start, self.range.end) - self.range.start;
        let to = range.end.clamp(self.range.start, self.range.end) - self.range.start;
        from..to.max(from)
    }
}

/// Lays out the blocks of one article in one frame.
pub(super) struct Typesetter<'a> {
    ctx: &'a Context,
    page: &'a Page<'a>,
    text: &'a str,
    blocks: &'a Blocks,
    tokens: &'a Tokens,
    column: f32,
    laid: HashMap<usize, Rc<Laid>>,
}

impl<'a> Typesetter<'a> {
    /// For a column of a width in points.
    pub(super) fn new(ctx: &'a Context, page: &'a Page<'a>, blocks: &'a Blocks, tokens: &'a Tokens, column: f32) -> Self {
        Self { ctx, page, text: page.article.text(), blocks, tokens, column, laid: HashMap::new() }
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The blocks of the text.
    pub(super) fn blocks(&self) -> &'a Blocks {
        self.blocks
    }

    /// The height of a line of running text.
    pub(super) fn line(&self) -> f32 {
        self.even(self.page.text_size * self.page.line_height)
    }

    /// A block, laid out now if it was not yet in this frame.
    pub(super) fn laid(&mut self, block: usize) -> Rc<Laid> {
        if let Some(laid) = self.laid.get(&block) {
            return laid.clone();
        }
        let laid = Rc::new(self.lay_out(block));
        self.laid.insert(block, laid.clone());
        laid
    }

    fn lay_out(&self, block: usize) -> Laid {
        let range = self.blocks.range(self.text, block);
        let words = slice(self.text, range.clone());
        let kind = self.kind(block, &range, words);
        let (font, line, indent) = self.set(kind);
        let face_height = self.ctx.fonts_mut(|fonts| fonts.row_height(&font));
        let right_to_left = self.runs_left(block);
        let lines = self.lines(range.clone(), words, &font, line, self.column - indent, right_to_left);
        // A list from right to left is moved in at its right edge.
        let indent = if right_to_left { 0.0 } else { indent };
        let mut laid = Laid { range, kind, lines, above: self.gap(kind), below: 0.0, indent, face_height, header: Vec::new() };
        if block == 0 {
            self.add_header(&mut laid, words);
        }
        if block + 1 == self.blocks.len() {
            laid.below += PAGE_BOTTOM;
        }
        laid
    }

    /// Sets words in a column: by egui where egui does it right, else in pieces.
    fn lines(&self, range: Range<usize>, words: &str, font: &FontId, line: f32, width: f32, right_to_left: bool) -> Box<dyn Lines> {
        let width = width.max(40.0);
        if !right_to_left && mixed::is_plain(words) {
            let job = self.job(range.clone(), words, font, line, width);
            if let Some(lines) = GalleyLines::new(self.ctx.fonts_mut(|fonts| fonts.layout_job(job))) {
                return Box::new(lines);
            }
        }
        let setting = Setting {
            words: words.to_owned(),
            parts: self.dismissed(range, words),
            family: font.family.clone(),
            families: Vec::new(),
            size: thousandths(font.size),
            right_to_left,
            width: thousandths(width),
            line: thousandths(line),
        };
        Box::new(MixedLines::new(self.ctx, setting))
    }

    /// Whether the paragraph of a block runs from right to left. All blocks of a paragraph run the same way.
    fn runs_left(&self, block: usize) -> bool {
        is_right_to_left(slice(self.text, self.blocks.range(self.text, self.blocks.head(block))))
    }

    /// What of a block is dismissed, in bytes of the block, in order, not overlapping.
    fn dismissed(&self, range: Range<usize>, words: &str) -> Vec<Range<usize>> {
        let mut done = 0;
        let part = |dismissed: Dismissed| {
            let from = dismissed.range.start.saturating_sub(range.start);
            let part = clamp_range(words, from..dismissed.range.end.saturating_sub(range.start));
            let part = part.start.max(done)..part.end.max(done);
            done = part.end;
            part
        };
        self.page.article.dismissals_in(range.clone()).map(part).filter(|part| !part.is_empty()).collect()
    }

    /// What a block is set as. A line that was dismissed, a byline say, is no heading however much it looks like one.
    fn kind(&self, block: usize, range: &Range<usize>, words: &str) -> Kind {
        if self.blocks.is_continued(self.text, block) {
            return Kind::Continued;
        }
        match block_kind(words) {
            Block::Heading if block == 0 && self.repeats_title(words) => Kind::Title,
            Block::Heading if self.page.article.dismissal(range).is_some() => Kind::Body,
            Block::Heading => Kind::Heading,
            Block::ListItem => Kind::ListItem,
            Block::Body => Kind::Body,
        }
    }

    fn repeats_title(&self, words: &str) -> bool {
        self.page.header.own_title() == Some(words.trim())
    }

    /// Face, line height and indent of a block.
    fn set(&self, kind: Kind) -> (FontId, f32, f32) {
        let text = self.page.text_size;
        let plain = |size: f32| if self.page.face == Face::Serif { fonts::serif(size) } else { fonts::sans(size) };
        let bold = |size: f32| if self.page.face == Face::Serif { fonts::serif_bold(size) } else { fonts::semibold(size) };
        match kind {
            Kind::Title => (bold(self.title_size()), self.even(self.title_size() * 1.3), 0.0),
            Kind::Heading => (bold(text * 1.06), self.even(text * 1.06 * 1.45), 0.0),
            Kind::ListItem => (plain(text), self.line(), text * 1.2),
            Kind::Body | Kind::Continued => (plain(text), self.line(), 0.0),
        }
    }

    /// Room over a block.
    fn gap(&self, kind: Kind) -> f32 {
        match kind {
            Kind::Title | Kind::Continued => 0.0,
            Kind::Heading => self.even(self.line() * 1.0),
            Kind::ListItem => self.even(self.line() * 0.35),
            Kind::Body => self.even(self.line() * 0.6),
        }
    }

    fn title_size(&self) -> f32 {
        size::TITLE * self.page.text_size / size::ARTICLE
    }

    /// A length rounded to whole pixels, so that all lines have the same distance.
    fn even(&self, length: f32) -> f32 {
        let scale = self.ctx.pixels_per_point();
        (length * scale).round() / scale
    }

    /// One shaping run for all words that are in play, and one for each dismissed passage. Nothing else parts the text:
    /// highlights are painted, so they cut no ligature.
    fn job(&self, range: Range<usize>, words: &str, font: &FontId, line: f32, width: f32) -> LayoutJob {
        let mut job = LayoutJob { text: words.to_owned(), break_on_newline: false, ..LayoutJob::default() };
        job.wrap.max_width = width;
        let mut section = |part: Range<usize>, color| {
            if !part.is_empty() {
                let format = TextFormat { font_id: font.clone(), color, line_height: Some(line), ..TextFormat::default() };
                job.sections.push(LayoutSection { leading_space: 0.0, byte_range: part.start.into()..part.end.into(), format });
            }
        };
        let mut done = 0;
        for part in self.dismissed(range, words) {
            section(done..part.start, self.tokens.text);
            section(part.clone(), self.tokens.greyed);
            done = part.end;
        }
        section(done..words.len(), self.tokens.text);
        if job.sections.is_empty() {
            let format = TextFormat { font_id: font.clone(), line_height: Some(line), ..TextFormat::default() };
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range: 0.into()..0.into(), format });
        }
        job
    }

    /// Puts the title and the line of details over the text, or the details under the title that the text begins with.
    /// An article without a title of its own has its opening words for one: they are not said twice.
    fn add_header(&self, laid: &mut Laid, words: &str) {
        let header = self.page.header;
        let details = self.simple(header.details, fonts::sans(size::INTERFACE), self.tokens.dim);
        let details_height = details.as_ref().map_or(0.0, |details| details.height() + space::TINY);
        laid.above = PAGE_TOP;
        if laid.kind == Kind::Title {
            if let Some(details) = details {
                laid.header.push((laid.above + laid.lines.height() + space::TINY, details));
                laid.below += details_height;
            }
            return;
        }
        if !self.repeats_title(words)
            && let Some(title) = self.simple(header.own_title().unwrap_or_default(), fonts::serif_bold(self.title_size()), self.tokens.text)
        {
            let height = title.height();
            laid.header.push((laid.above, title));
            laid.above += height + space::TINY;
        }
        if let Some(details) = details {
            laid.header.push((laid.above, details));
            laid.above += details_height;
        }
        laid.above = self.even(laid.above + self.line() * 0.6);
    }

    fn simple(&self, words: &str, font: FontId, colour: egui::Color32) -> Option<Words> {
        let words = words.trim();
        let job = || LayoutJob::simple(words.to_owned(), font, colour, self.column);
        (!words.is_empty()).then(|| Words::new(self.ctx, job(), self.column))
    }
}

impl Stack for Typesetter<'_> {
    fn len(&self) -> usize {
        self.blocks.len()
    }

    fn at(&self, byte: usize) -> usize {
        self.blocks.at(byte)
    }

    fn height(&mut self, block: usize) -> f32 {
        self.laid(block).height()
    }

    fn row_top(&mut self, block: usize, byte: usize) -> f32 {
        let laid = self.laid(block);
        let local = byte.clamp(laid.range.start, laid.range.end) - laid.range.start;
        laid.above + laid.lines.row_rect(laid.lines.row_of(local)).top()
    }

    fn first_row_below(&mut self, block: usize, y: f32) -> Option<usize> {
        let laid = self.laid(block);
        let row = (0..laid.lines.rows()).find(|row| laid.above + laid.lines.row_rect(*row).bottom() > y)?;
        Some(laid.range.start + laid.lines.row_bytes(row).start)
    }
}
