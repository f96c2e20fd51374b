//! From bytes to rectangles and back, on real layouts of random texts.

use egui::{FontId, Pos2, vec2};
use proptest::prelude::*;

use super::super::geometry::{GalleyLines, Lines};
use super::super::mixed::{self, MixedLines, Setting, thousandths};
use super::*;
use crate::text::blocks::Blocks;
use crate::text::grapheme::{is_grapheme_boundary, next_grapheme};
use crate::text::script::is_right_to_left;
use crate::ui::theme::fonts;

type LayOut<'a> = dyn FnMut(&str, f32) -> Box<dyn Lines> + 'a;

/// Lays texts out in one context: starting egui anew for each would take all the time.
fn with_layout(check: impl FnMut(&mut LayOut<'_>) -> Result<(), TestCaseError>) {
    let ctx = egui::Context::default();
    theme::apply(&ctx, theme::Choice::Light);
    let mut check = check;
    let mut failed = None;
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        let font: FontId = fonts::serif(17.0);
        let mut lay_out = |text: &str, width: f32| -> Box<dyn Lines> {
            if mixed::is_plain(text) {
                let mut job = egui::text::LayoutJob::simple(text.to_owned(), font.clone(), egui::Color32::BLACK, width);
                job.break_on_newline = false;
                if let Some(lines) = GalleyLines::new(ui.fonts_mut(|fonts| fonts.layout_job(job))) {
                    return Box::new(lines);
                }
            }
            let setting = Setting {
                words: text.to_owned(),
                parts: Vec::new(),
                family: font.family.clone(),
                families: Vec::new(),
                size: thousandths(font.size),
                right_to_left: is_right_to_left(text),
                width: thousandths(width),
                line: 27_000,
            };
            Box::new(MixedLines::new(ui.ctx(), setting))
        };
        failed = check(&mut lay_out).err();
    });
    output.textures_delta.clear();
    if let Some(failed) = failed {
        panic!("{failed}");
    }
}

/// Text of one block: words of several scripts, long words, white space of all sorts, combining marks, oddities.
fn block_text() -> impl Strategy<Value = String> {
    let words = [
        "日本語の文章",
        "한국어 문장",
        "Ελληνικά",
        "Москва",
        "שלום עולם",
        "שָׁלוֹם",
        "مرحبا بالعالم",
        "السلام",
        "۱۲۳",
        "١٢٣",
        "ภาษาไทย",
        "हिन्दी की",
        "क्षत्रिय",
        "বাংলা",
    ];
    let marks =
        ["é", "e\u{301}", "ö\u{308}\u{323}", "ﬁ", "—", "“", "”", "…", "\u{a0}", "\u{ad}", "\u{202f}", "(", ")", "[12]", "5.5%", "\u{301}"];
    let odd =
        ["\u{200b}", "\u{200d}", "\u{200c}", "\u{2028}", "\u{0}", "\u{202e}", "\u{2067}", "\u{2069}", "\u{feff}", "👨‍👩‍👧", "🇩🇪", "🇩🇪🇫🇷", "👍🏽"];
    let piece = prop_oneof![
        4 => "[a-zA-Z]{1,12}",
        1 => "[a-z]{60,200}",
        4 => Just(" ".to_owned()),
        1 => Just("\t".to_owned()),
        1 => Just("   ".to_owned()),
        2 => prop::sample::select(marks.to_vec()).prop_map(str::to_owned),
        4 => prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        2 => prop::sample::select(odd.to_vec()).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn boundaries(text: &str) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(0), |byte| Some(next_grapheme(text, *byte)).filter(|next| next > byte))
}

/// Runs a law over many random texts.
fn law(cases: u32, check: impl Fn(&str, &dyn Lines) -> Result<(), TestCaseError>) {
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    with_layout(|lay_out| {
        let lay_out = std::cell::RefCell::new(lay_out);
        runner
            .run(&(block_text(), 60.0f32..700.0), |(text, width)| {
                let lines = (lay_out.borrow_mut())(&text, width);
                check(&text, lines.as_ref())
            })
            .map_err(|error| TestCaseError::fail(error.to_string()))
    });
}

fn rows_hold_every_byte(text: &str, lines: &dyn Lines) -> Result<(), TestCaseError> {
    let mut end = 0;
    for row in 0..lines.rows() {
        let bytes = lines.row_bytes(row);
        prop_assert_eq!(bytes.start, end);
        prop_assert!(is_grapheme_boundary(text, bytes.end), "row {} ends inside a grapheme", row);
        end = bytes.end;
    }
    prop_assert_eq!(end, text.len());
    Ok(())
}

/// A grapheme leads to its rectangle, and either half of that rectangle back to the grapheme's start or end.
fn graphemes_lead_back(text: &str, lines: &dyn Lines) -> Result<(), TestCaseError> {
    let all: Vec<usize> = boundaries(text).collect();
    for pair in all.windows(2) {
        let own = lines.boxes(pair[0]..pair[1]);
        let [own] = own.as_slice() else { continue };
        if own.rect.width() < 1.0 {
            continue;
        }
        let inside = own.rect.width() * 0.2;
        let (left, right) = (own.rect.left() + inside, own.rect.right() - inside);
        let (start, end) = if own.backwards { (right, left) } else { (left, right) };
        let y = own.rect.center().y;
        prop_assert_eq!(lines.byte_at(vec2(start, y)), pair[0], "start of {:?} in {:?}", pair, text);
        prop_assert_eq!(lines.byte_at(vec2(end, y)), pair[1], "end of {:?} in {:?}", pair, text);
        let caret = lines.caret(pair[0]).left();
        let edge = if own.backwards { own.rect.right() } else { own.rect.left() };
        prop_assert!((caret - edge).abs() < 0.6, "the caret before {:?} stands at {}, not at {}", pair, caret, edge);
    }
    Ok(())
}

/// The rectangles of a range cover each grapheme in it and none outside.
fn boxes_cover(text: &str, lines: &dyn Lines) -> Result<(), TestCaseError> {
    let all: Vec<usize> = boundaries(text).collect();
    let (from, to) = (all[all.len() / 3], all[all.len() * 2 / 3]);
    let boxes = lines.boxes(from..to);
    let in_order = boxes.windows(2).all(|pair| pair[0].row <= pair[1].row && pair[0].bytes.end <= pair[1].bytes.start);
    prop_assert!(in_order, "in the order of the text");
    for pair in all.windows(2) {
        let own = lines.boxes(pair[0]..pair[1]);
        let Some(own) = own.first().filter(|own| own.rect.width() > 1.0) else { continue };
        let covered = boxes.iter().any(|part| part.row == own.row && part.rect.expand(0.6).contains(own.rect.center()));
        let inside = pair[0] >= from && pair[1] <= to;
        prop_assert_eq!(covered, inside, "{:?} and {:?} in {:?}", pair, from..to, text);
    }
    Ok(())
}

#[test]
fn rows_hold_every_byte_once_and_in_order() {
    law(300, rows_hold_every_byte);
}

#[test]
fn every_grapheme_leads_to_its_rectangle_and_back() {
    law(300, graphemes_lead_back);
}

#[test]
fn the_boxes_of_a_range_cover_its_graphemes_and_no_others() {
    law(200, boxes_cover);
}

/// A giant paragraph is laid out by its blocks: together they are the paragraph, each is short, and in each the laws hold.
#[test]
fn a_paragraph_of_500_kb_holds_the_laws_in_every_block() {
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() });
    with_layout(|lay_out| {
        let lay_out = std::cell::RefCell::new(lay_out);
        let giant = (block_text(), 200.0f32..700.0, prop::collection::vec(any::<prop::sample::Index>(), 3));
        let law = |(words, width, which): (String, f32, Vec<prop::sample::Index>)| {
            let sentence = format!("The tram 7 left Ostrava at nine. {words} ");
            let text = sentence.repeat(500_000 / sentence.len());
            let blocks = Blocks::new(&text);
            let spans: Vec<_> = (0..blocks.len()).map(|block| blocks.span(block)).collect();
            prop_assert_eq!((spans[0].start, spans[spans.len() - 1].end), (0, text.len()));
            prop_assert!(spans.windows(2).all(|pair| pair[0].end == pair[1].start));
            for span in &spans {
                prop_assert!(!span.is_empty() && span.len() <= 8 * 1024 && is_grapheme_boundary(&text, span.start), "{:?}", span);
            }
            for block in which {
                let words = &text[spans[block.index(spans.len())].clone()];
                let lines = (lay_out.borrow_mut())(words, width);
                rows_hold_every_byte(words, lines.as_ref())?;
                graphemes_lead_back(words, lines.as_ref())?;
                boxes_cover(words, lines.as_ref())?;
            }
            Ok(())
        };
        runner.run(&giant, law).map_err(|error| TestCaseError::fail(error.to_string()))
    });
}

#[test]
fn plain_words_lead_back_exactly() {
    with_layout(|lay_out| {
        let text = "The ferry’s office offers five baffling fjords at nine, they said; e\u{301}t cetera 👨‍👩‍👧 and so on. ".repeat(6);
        let text = text.trim_end();
        for width in [90.0, 300.0, 650.0] {
            let lines = lay_out(text, width);
            for byte in boundaries(text) {
                let ends_row = (0..lines.rows()).any(|row| lines.row_bytes(row).end == byte);
                let caret = lines.caret(byte);
                let found = lines.byte_at(caret.center().to_vec2());
                assert!(found == byte || ends_row, "{byte} became {found} at {width}");
            }
        }
        Ok(())
    });
}

#[test]
fn any_point_is_some_grapheme_boundary() {
    law(150, |text, lines| {
        for (x, y) in [(-50.0, -50.0), (0.0, 0.0), (1e4, 0.0), (33.0, 12.0), (100.0, 60.0), (5.0, 1e4), (-1e4, 1e4)] {
            let found = lines.byte_at(vec2(x, y));
            prop_assert!(is_grapheme_boundary(text, found), "{:?} in {:?}", found, Pos2::new(x, y));
        }
        Ok(())
    });
}

#[test]
fn every_hidden_character_has_room_for_its_mark() {
    law(150, |text, lines| {
        for crate::text::script::Unseen { range, name, .. } in crate::text::script::unseen(text) {
            // One at which a row ended, a line separator say, may hang over its end as white space does.
            let ends = (0..lines.rows()).any(|row| text[range.start..lines.row_bytes(row).end.max(range.start)].trim().is_empty());
            let room: f32 = lines.boxes(range.clone()).iter().map(|part| part.rect.width()).sum();
            prop_assert!(room > 3.0 || ends, "{} at {} has {}", name, range.start, room);
        }
        Ok(())
    });
}

#[test]
fn a_ligature_at_the_end_of_a_row_is_not_torn() {
    let text = "lifeboatstafftrafficofficeflagshipoffingbailiffs".repeat(3);
    with_layout(|lay_out| {
        for width in 60..160 {
            let lines = lay_out(&text, width as f32);
            graphemes_lead_back(&text, lines.as_ref())?;
            rows_hold_every_byte(&text, lines.as_ref())?;
        }
        Ok(())
    });
}
