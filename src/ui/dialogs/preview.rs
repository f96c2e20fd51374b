//! What the exported file holds: its lines, or for a table its cells. Only what is in sight is laid out.

use std::ops::Range;
use std::sync::Arc;

use egui::{FontId, Frame, Margin, Rect, ScrollArea, Sense, Stroke, TextStyle, Ui, pos2, vec2};

use crate::export::Format;
use crate::ui::tabs::line::paint;
use crate::ui::theme::{Tokens, fonts, size, space};

/// How many rows of a table are shown.
const ROWS: usize = 500;
/// The width of a column of a table, in points.
const COLUMN: f32 = 132.0;
/// The widest line of text that is laid out, in points: longer ones are cut.
const LINE: f32 = 2_400.0;

/// A file, cut into what is drawn one by one.
#[derive(Default)]
pub struct Preview {
    text: Option<Arc<str>>,
    lines: Vec<Range<usize>>,
    table: Vec<Vec<String>>,
    /// The line to begin at, until it has been shown: a page's style sheet is nothing to read.
    begin: Option<usize>,
}

impl Preview {
    /// Takes a file, if it is another than before.
    pub fn take(&mut self, format: Format, text: &Arc<str>) {
        if self.text.as_ref().is_some_and(|before| Arc::ptr_eq(before, text)) {
            return;
        }
        self.text = Some(Arc::clone(text));
        (self.lines, self.table) = (Vec::new(), Vec::new());
        if format == Format::Csv {
            self.table = table(text);
            return;
        }
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            self.lines.push(start..start + line.trim_end().len());
            start = end;
        }
        let is_body = |line: &Range<usize>| text.get(line.clone()).is_some_and(|line| line.trim_start().starts_with("<body"));
        self.begin = Some(if format == Format::Html { self.lines.iter().position(is_body).unwrap_or(0) } else { 0 });
    }

    /// Draws it, `height` points high.
    pub fn preview_ui(&mut self, ui: &mut Ui, height: f32) {
        let tokens = Tokens::of(ui.visuals());
        let frame = Frame::new().fill(tokens.page).stroke(Stroke::new(size::HAIRLINE, tokens.line));
        frame.corner_radius(size::CARD_RADIUS).inner_margin(Margin::same(space::SMALL as i8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_height(height - 2.0 * space::SMALL);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.name_inputs("Preview", |ui| if self.table.is_empty() { self.lines_ui(ui) } else { self.table_ui(ui) });
        });
    }

    fn lines_ui(&mut self, ui: &mut Ui) {
        let Some(text) = self.text.clone() else { return };
        let font = TextStyle::Monospace.resolve(ui.style());
        let (height, colour) = (ui.text_style_height(&TextStyle::Monospace) + 2.0, Tokens::of(ui.visuals()).text);
        let mut area = ScrollArea::both().id_salt("lines").auto_shrink(false);
        if let Some(line) = self.begin.take_if(|_| !ui.is_sizing_pass()) {
            area = area.vertical_scroll_offset(line as f32 * height);
        }
        area.show_rows(ui, height, self.lines.len(), |ui, rows| {
            for line in self.lines.get(rows).unwrap_or_default() {
                let words = text.get(line.clone()).unwrap_or_default();
                let wide = words.chars().take(400).count() as f32 * font.size * 0.62;
                let (rect, _) = ui.allocate_exact_size(vec2(wide.min(LINE), height), Sense::hover());
                paint(ui, Rect::from_min_size(rect.min, vec2(LINE, height)), [(words, font.clone(), colour)]);
            }
        });
    }

    fn table_ui(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui.visuals());
        let columns = self.table.first().map_or(0, Vec::len);
        let height = 22.0;
        ScrollArea::both().id_salt("table").auto_shrink(false).show_rows(ui, height, self.table.len(), |ui, rows| {
            for place in rows {
                let (rect, _) = ui.allocate_exact_size(vec2(COLUMN * columns as f32, height), Sense::hover());
                ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, tokens.line));
                let font: FontId = if place == 0 { fonts::semibold(size::SECONDARY) } else { fonts::sans(size::SECONDARY) };
                for (column, cell) in self.table.get(place).into_iter().flatten().enumerate() {
                    let at = pos2(rect.left() + COLUMN * column as f32, rect.top());
                    let cell_rect = Rect::from_min_size(at, vec2(COLUMN - space::SMALL, height));
                    if ui.is_rect_visible(cell_rect) {
                        paint(ui, cell_rect, [(cell.as_str(), font.clone(), tokens.text)]);
                    }
                }
            }
        });
    }
}

/// The first rows of a table, each cell cut to what a column can show.
fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let row = |record: csv::StringRecord| record.iter().map(|cell| cell.chars().take(60).collect()).collect();
    reader.records().take(ROWS).filter_map(Result::ok).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_into_its_lines_once() {
        let text: Arc<str> = "# Title\r\n\nLast".into();
        let mut preview = Preview::default();
        preview.take(Format::Markdown, &text);
        let lines: Vec<&str> = preview.lines.iter().map(|line| &text[line.clone()]).collect();
        assert_eq!(lines, ["# Title", "", "Last"]);
    }

    #[test]
    fn a_table_is_read_into_cells() {
        let cells = table("\u{feff}a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n");
        assert_eq!(cells, [vec!["a", "b"], vec!["x, \"y\"", "two\nlines"]]);
        assert!(table("").is_empty());
    }
}
