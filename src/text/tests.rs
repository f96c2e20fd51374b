//! The layer's promise: no offset and no range can panic, and every answer is a place in the text.

use proptest::prelude::*;

use super::sample::any_text;
use super::{anchor, blocks, find, grapheme, movement, paragraph, position, sentence, word};

fn any_offset() -> impl Strategy<Value = usize> {
    prop_oneof![4 => 0..200usize, 1 => any::<usize>(), 1 => Just(usize::MAX)]
}

proptest! {
    #[test]
    fn any_offset_is_answered(text in any_text(), a in any_offset(), b in any_offset()) {
        let blocks = blocks::Blocks::new(&text);
        let ranges = [
            paragraph::paragraph_at(&text, a),
            blocks.paragraph(&text, a),
            sentence::sentence_at(&text, a),
            word::word_at(&text, a),
            grapheme::trim(&text, a..b),
            position::clamp_range(&text, a..b),
        ];
        prop_assert!(ranges.into_iter().all(|range| text.get(range).is_some()));
        let offsets = [
            position::clamp(&text, a),
            grapheme::next_grapheme(&text, a),
            grapheme::previous_grapheme(&text, a),
            grapheme::floor_grapheme(&text, a),
            grapheme::ceil_grapheme(&text, a),
            movement::next_word_start(&text, a),
            movement::next_word_end(&text, a),
            movement::previous_word_start(&text, a),
            movement::next_sentence_start(&text, a),
            movement::previous_sentence_start(&text, a),
            blocks.next_paragraph(a),
            blocks.previous_paragraph(a),
        ];
        prop_assert!(offsets.into_iter().all(|byte| text.is_char_boundary(byte)));
        let (before, after) = anchor::context(&text, a..b);
        anchor::locate(&text, &before, &after, "", b);
        let query = find::Query { pattern: "a".into(), ..find::Query::default() };
        prop_assert!(query.compile().is_ok_and(|finder| finder.find_in(&text, a).all(|hit| text.get(hit).is_some())));
        prop_assert_eq!(position::slice(&text, a..b), position::slice(&text, position::clamp_range(&text, a..b)));
    }
}
