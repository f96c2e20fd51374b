//! The place on the page, over blocks with given heights.

use proptest::prelude::*;

use super::super::scroll::{Anchor, Placed, Stack, hold, place};
use crate::text::blocks::Blocks;

/// Blocks of ten bytes, each with rows of ten points, one byte a row from its start.
#[derive(Debug)]
struct Plain {
    rows: Vec<usize>,
}

impl Stack for Plain {
    fn len(&self) -> usize {
        self.rows.len()
    }
    fn at(&self, byte: usize) -> usize {
        (byte / 10).min(self.rows.len() - 1)
    }
    fn height(&mut self, block: usize) -> f32 {
        self.rows[block] as f32 * 10.0
    }
    fn row_top(&mut self, block: usize, byte: usize) -> f32 {
        (byte - block * 10).min(self.rows[block] - 1) as f32 * 10.0
    }
    fn first_row_below(&mut self, block: usize, y: f32) -> Option<usize> {
        (0..self.rows[block]).find(|row| (*row as f32 + 1.0) * 10.0 > y).map(|row| block * 10 + row)
    }
}

fn stack() -> impl Strategy<Value = Plain> {
    prop::collection::vec(1usize..10, 1..40).prop_map(|rows| Plain { rows })
}

/// Whether two pages show the same blocks at the same places, but for rounding.
fn same(a: &[Placed], b: &[Placed]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.block == b.block && (a.top - b.top).abs() < 0.01)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_page_is_full_and_never_beyond_its_ends(mut stack in stack(), byte in 0usize..400, y in -3000.0f32..3000.0, height in 20.0f32..300.0) {
        let anchor = Anchor { byte: byte.min(stack.len() * 10 - 1), y };
        let placed = place(&mut stack, anchor, height, 0.0);
        let total: f32 = (0..stack.len()).map(|block| stack.height(block)).sum();
        let first = placed.first().copied();
        let last = placed.last().copied();
        prop_assert!(first.is_some());
        let (first, last) = (first.unwrap(), last.unwrap());
        let bottom = last.top + stack.height(last.block);
        prop_assert!(first.top <= 0.01, "empty space at the top");
        prop_assert!(bottom >= height.min(total) - 0.01, "empty space at the bottom: {} of {}", bottom, height);
        let mut expected = first.top;
        for (n, placed) in placed.iter().enumerate() {
            prop_assert_eq!(placed.block, first.block + n);
            prop_assert!((placed.top - expected).abs() < 0.01);
            expected += stack.height(placed.block);
        }
    }

    #[test]
    fn holding_the_page_does_not_move_it(mut stack in stack(), byte in 0usize..400, y in -300.0f32..300.0, height in 20.0f32..300.0) {
        let anchor = Anchor { byte: byte.min(stack.len() * 10 - 1), y };
        let before = place(&mut stack, anchor, height, 0.0);
        let held = hold(&mut stack, &before);
        prop_assert!(held.is_some());
        let after = place(&mut stack, held.unwrap(), height, 0.0);
        prop_assert!(same(&before, &after), "{:?} became {:?}", before, after);
    }

    #[test]
    fn scrolling_there_and_back_does_not_move_the_page(mut stack in stack(), by in prop::collection::vec(-40.0f32..40.0, 1..20)) {
        let height = 60.0;
        let total: f32 = (0..stack.len()).map(|block| stack.height(block)).sum();
        let mut anchor = Anchor { byte: 0, y: 0.0 };
        let mut at: f32 = 0.0;
        for by in by {
            anchor.y -= by;
            at = (at + by).clamp(0.0, (total - height).max(0.0));
            let placed = place(&mut stack, anchor, height, 0.0);
            anchor = hold(&mut stack, &placed).unwrap();
            let first = placed[0];
            let above: f32 = (0..first.block).map(|block| stack.height(block)).sum();
            prop_assert!((above - first.top - at).abs() < 0.1, "at {} instead of {}", above - first.top, at);
        }
    }

    #[test]
    fn what_lies_beyond_the_view_does_not_change_it(mut stack in stack(), byte in 0usize..400, y in -300.0f32..300.0) {
        let anchor = Anchor { byte: byte.min(stack.len() * 10 - 1), y };
        let plain = place(&mut stack, anchor, 80.0, 0.0);
        let more = place(&mut stack, anchor, 80.0, 80.0);
        let shared: Vec<Placed> = more.iter().copied().filter(|more| plain.iter().any(|plain| plain.block == more.block)).collect();
        prop_assert!(same(&plain, &shared), "{:?} became {:?}", plain, more);
    }

    #[test]
    fn blocks_hold_every_byte_once(paragraphs in prop::collection::vec("[a-z .]{0,40}|é{0,9}", 0..6), times in 1usize..2000) {
        let text = paragraphs.join("\n").repeat(times.min(20_000 / (1 + paragraphs.iter().map(String::len).sum::<usize>())) + 1);
        let blocks = Blocks::new(&text);
        let mut end = 0;
        for block in 0..blocks.len() {
            let span = blocks.span(block);
            prop_assert_eq!(span.start, end);
            prop_assert!(span.len() <= 8193 && text.is_char_boundary(span.end));
            prop_assert!(!text[blocks.range(&text, block)].contains('\n'));
            prop_assert!(span.is_empty() || blocks.at(span.start) == block && blocks.at(span.end - 1) == block);
            end = span.end;
        }
        prop_assert_eq!(end, text.len());
    }
}

#[test]
fn a_long_paragraph_is_cut_at_a_sentence_else_at_a_space_else_at_a_grapheme() {
    for (unit, ends_with) in [("The tide was out when they came. ", ". "), ("and so on ", " "), ("e\u{301}", "e\u{301}"), ("字", "字")] {
        let text = unit.repeat(100_000 / unit.len());
        let blocks = Blocks::new(&text);
        assert!(blocks.len() >= 12, "{unit}");
        for block in 0..blocks.len() - 1 {
            let words = &text[blocks.span(block)];
            assert!(words.ends_with(ends_with), "{unit}: …{:?}", words.chars().rev().take(5).collect::<String>());
            assert!(blocks.is_continued(&text, block + 1));
        }
    }
    let marks = "\u{301}".repeat(100_000);
    assert!(Blocks::new(&marks).len() > 20);
}
