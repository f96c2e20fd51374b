//! From bytes to rectangles and back, on real galleys of random texts.

use egui::{FontId, Pos2, vec2};
use proptest::prelude::*;

use super::super::geometry::{GalleyLines, Lines};
use super::*;
use crate::text::grapheme::is_grapheme_boundary;
use crate::ui::theme::fonts;

/// Lays texts out in one context: starting egui anew for each would take all the time.
fn with_layout(check: impl FnMut(&mut dyn FnMut(&str, f32) -> GalleyLines) -> Result<(), TestCaseError>) {
    let ctx = egui::Context::default();
    theme::apply(&ctx, theme::Choice::Light);
    let mut check = check;
    let mut failed = None;
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        let mut lay_out = |text: &str, width: f32| {
            let font: FontId = fonts::serif(17.0);
            let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, egui::Color32::BLACK, width);
            job.break_on_newline = false;
            GalleyLines::new(ui.fonts_mut(|fonts| fonts.layout_job(job)))
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
    let piece = prop_oneof![
        6 => "[a-zA-Z]{1,12}",
        2 => "[a-z]{60,200}",
        3 => Just(" ".to_owned()),
        1 => Just("\t".to_owned()),
        1 => Just("   ".to_owned()),
        1 => prop::sample::select(vec!["é", "e\u{301}", "ö\u{308}\u{323}", "ﬁ", "—", "“", "”", "…", "\u{a0}", "\u{ad}"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["日本語の文章", "한국어", "Ελληνικά", "Москва", "שלום עולם", "مرحبا", "ไทย", "हिन्दी"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["\u{200b}", "\u{200d}", "\u{2028}", "\u{0}", "\u{202e}", "👨‍👩‍👧", "🇩🇪", "🇩🇪🇫🇷"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn boundaries(text: &str) -> impl Iterator<Item = usize> + '_ {
    (0..=text.len()).filter(|byte| is_grapheme_boundary(text, *byte))
}

/// Runs a law over many random texts.
fn law(cases: u32, check: impl Fn(&str, &GalleyLines) -> Result<(), TestCaseError>) {
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    with_layout(|lay_out| {
        let lay_out = std::cell::RefCell::new(lay_out);
        runner
            .run(&(block_text(), 60.0f32..700.0), |(text, width)| {
                let lines = (lay_out.borrow_mut())(&text, width);
                check(&text, &lines)
            })
            .map_err(|error| TestCaseError::fail(error.to_string()))
    });
}

#[test]
fn rows_hold_every_byte_once_and_in_order() {
    law(300, |text, lines| {
        let mut end = 0;
        for row in 0..lines.rows() {
            let bytes = lines.row_bytes(row);
            prop_assert_eq!(bytes.start, end);
            prop_assert!(text.is_char_boundary(bytes.end));
            end = bytes.end;
        }
        prop_assert_eq!(end, text.len());
        Ok(())
    });
}

#[test]
fn a_caret_leads_back_to_its_byte() {
    law(300, |text, lines| {
        for byte in boundaries(text) {
            let caret = lines.caret(byte);
            let found = lines.byte_at(caret.center().to_vec2());
            prop_assert!(is_grapheme_boundary(text, found), "{} cuts a grapheme", found);
            // Where several boundaries share a place (marks without width, white space at which a row was broken), any of
            // them is right.
            let row = lines.row_of(byte);
            let same_place = lines.caret(found) == caret;
            let broken_space = text[byte..].chars().next().is_none_or(char::is_whitespace) || text[..byte].ends_with(char::is_whitespace);
            let mixed = text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{202e}'));
            prop_assert!(found == byte || same_place || broken_space || mixed, "{} became {} in row {}", byte, found, row);
        }
        Ok(())
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
fn the_boxes_of_a_range_cover_its_graphemes_and_no_others() {
    law(150, |text, lines| {
        let all: Vec<usize> = boundaries(text).collect();
        let (from, to) = (all[all.len() / 3], all[all.len() * 2 / 3]);
        let boxes = lines.boxes(from..to);
        prop_assert!(boxes.windows(2).all(|pair| pair[0].row < pair[1].row), "one box a row, in order");
        if text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{202e}')) {
            return Ok(());
        }
        for pair in all.windows(2) {
            let own = lines.boxes(pair[0]..pair[1]);
            let Some(own) = own.first().filter(|own| own.rect.width() > 1.0) else { continue };
            let covered = boxes.iter().any(|part| part.row == own.row && part.rect.expand(0.6).contains(own.rect.center()));
            let inside = pair[0] >= from && pair[1] <= to;
            let outside = pair[1] <= from || pair[0] >= to;
            prop_assert!(!inside || covered, "{:?} is not covered by {:?}", pair, from..to);
            prop_assert!(!outside || !covered, "{:?} is covered by {:?}", pair, from..to);
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
