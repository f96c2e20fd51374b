#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use super::measure::Measure;
use super::plan::Plan;
use super::*;
use crate::text::script::{is_gap, is_right_to_left};

/// A face in which every character is ten points wide, which gives words from right to left as egui does.
struct Typewriter;

impl Measure for Typewriter {
    fn glyphs(&mut self, words: &str, _part: Option<usize>) -> Vec<(char, f32)> {
        let glyphs = words.chars().map(|c| (c, 10.0));
        if words.starts_with(is_right_to_left_letter) { glyphs.rev().collect() } else { glyphs.collect() }
    }

    fn mark(&mut self, _short: &str) -> f32 {
        20.0
    }
}

fn plan(words: &str, width: f32) -> Plan {
    let setting = Setting {
        words: words.to_owned(),
        parts: Vec::new(),
        family: FontFamily::Proportional,
        families: Vec::new(),
        size: 17_000,
        right_to_left: is_right_to_left(words),
        width: thousandths(width),
        line: 27_000,
    };
    Plan::new(&setting, &mut Typewriter)
}

/// What stands on each row from left to right; hidden characters as dots.
fn shown(words: &str, width: f32) -> Vec<String> {
    let row = |row: &Row| {
        let mut runs: Vec<&Run> = row.runs.iter().collect();
        runs.sort_by(|a, b| a.left.total_cmp(&b.left));
        let drawn = |run: &&Run| match &run.text {
            Some(text) if run.backwards() => text.chars().rev().collect(),
            Some(text) => text.clone(),
            None if words[run.bytes.clone()].chars().all(is_gap) => words[run.bytes.clone()].to_owned(),
            None => "·".to_owned(),
        };
        runs.iter().map(drawn).collect::<String>()
    };
    plan(words, width).rows.iter().map(row).collect()
}

#[test]
fn words_stand_on_rows_as_they_are_read() {
    for (words, width, expected) in [
        ("שלום", 300.0, vec!["םולש"]),
        ("אבג דהו זחט", 80.0, vec![" והד גבא", "טחז"]),
        ("אבג abc (דה)", 300.0, vec!["(הד) abc גבא"]),
        ("abc אבג דה def", 300.0, vec!["abc הד גבא def"]),
        ("abc אבג דה def", 80.0, vec!["abc גבא ", "הד def"]),
        ("אבג 12.5, דה", 300.0, vec!["הד ,12.5 גבא"]),
        ("۱۲۳ الف", 300.0, vec!["فلا ۱۲۳"]),
        ("pay\u{200b}pal", 300.0, vec!["pay·pal"]),
        ("a\u{202e}bc", 300.0, vec!["a·bc"]),
        ("日本語です", 30.0, vec!["日本語", "です"]),
        ("สะพานปิด", 60.0, vec!["สะพาน", "ปิด"]),
        ("abcdefgh ก", 30.0, vec!["abc", "def", "gh ", "ก"]),
        ("a\u{2028}b", 300.0, vec!["a·", "b"]),
        ("", 300.0, vec![""]),
    ] {
        assert_eq!(shown(words, width), expected, "{words:?}");
    }
}

#[test]
fn lines_from_right_to_left_end_at_the_right_edge() {
    let plan = plan("אבג דהו זחט", 80.0);
    let reach: Vec<_> = plan.rows.iter().map(|row| (row.reach.min, row.reach.max)).collect();
    assert_eq!(reach, [(10.0, 80.0), (50.0, 80.0)], "the space at the end hangs over the left edge");
}

#[test]
fn an_odd_order_of_glyphs_takes_a_word_apart() {
    struct Wrong;
    impl Measure for Wrong {
        fn glyphs(&mut self, words: &str, _part: Option<usize>) -> Vec<(char, f32)> {
            words.chars().map(|c| (c, 10.0)).collect()
        }
        fn mark(&mut self, _: &str) -> f32 {
            20.0
        }
    }
    let setting = Setting {
        words: "אבג".to_owned(),
        parts: Vec::new(),
        family: FontFamily::Proportional,
        families: Vec::new(),
        size: 17_000,
        right_to_left: true,
        width: 100_000,
        line: 27_000,
    };
    let plan = Plan::new(&setting, &mut Wrong);
    let runs: Vec<_> = plan.rows[0].runs.iter().map(|run| (run.text.as_deref().unwrap(), run.left)).collect();
    assert_eq!(runs, [("א", 90.0), ("ב", 80.0), ("ג", 70.0)]);
}

#[test]
fn each_part_is_measured_in_its_own_face() {
    /// The second part is twice as wide.
    struct Two;
    impl Measure for Two {
        fn glyphs(&mut self, words: &str, part: Option<usize>) -> Vec<(char, f32)> {
            Typewriter.glyphs(words, part).into_iter().map(|(c, width)| (c, if part == Some(1) { 2.0 * width } else { width })).collect()
        }
        fn mark(&mut self, _: &str) -> f32 {
            20.0
        }
    }
    let words = "ab \u{5d0}\u{5d1} cd";
    let setting = Setting {
        words: words.to_owned(),
        parts: vec![0..3, 3..words.len()],
        family: FontFamily::Proportional,
        families: vec![FontFamily::Proportional, FontFamily::Monospace],
        size: 17_000,
        right_to_left: false,
        width: 300_000,
        line: 27_000,
    };
    let plan = Plan::new(&setting, &mut Two);
    let widths: Vec<_> = plan.rows[0].runs.iter().filter_map(|run| Some((run.text.as_deref()?, run.width))).collect();
    assert_eq!(widths, [("ab ", 30.0), ("\u{5d0}\u{5d1}", 40.0), (" cd", 60.0)]);
    let faces = [None, Some(0), Some(1), Some(2)].map(|part| setting.font(part).family);
    assert_eq!(faces.map(|face| face == FontFamily::Monospace), [false, false, true, false]);
}
