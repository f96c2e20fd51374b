#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;

use super::*;
use crate::text::grapheme::is_grapheme_boundary;
use crate::text::sample::any_text;

/// The text with a bar at each place, two where the line must end.
fn barred(text: &str) -> String {
    let mut out = String::new();
    let mut from = 0;
    for Break { byte, must } in line_breaks(text) {
        out.push_str(&text[from..byte]);
        out.push_str(if must { "||" } else { "|" });
        from = byte;
    }
    out.push_str(&text[from..]);
    out
}

#[test]
fn lines_end_where_readers_expect_it() {
    for (text, expected) in [
        ("two words", "two |words"),
        ("half-way, he said", "half-|way, |he |said"),
        ("5\u{a0}km or 5\u{202f}km", "5\u{a0}km |or |5\u{202f}km"),
        ("word—word", "word|—|word"),
        ("a\u{2028}b", "a\u{2028}||b"),
        ("橋は閉鎖された。", "橋|は|閉|鎖|さ|れ|た。"),
        ("「橋」です", "「橋」|で|す"),
        ("다리가 닫혔다", "다|리|가 |닫|혔|다"),
        ("สะพานปิด", "สะพาน|ปิด"),
        ("पुल बंद है", "पुल |बंद |है"),
        ("גשר סגור", "גשר |סגור"),
        ("👨\u{200d}👩\u{200d}👧👍", "👨\u{200d}👩\u{200d}👧|👍"),
        ("", ""),
    ] {
        assert_eq!(barred(text), expected);
    }
}

proptest! {
    #[test]
    fn places_are_in_order_and_inside(text in any_text()) {
        let mut last = 0;
        for found in line_breaks(&text) {
            prop_assert!(found.byte > last && found.byte < text.len() && is_grapheme_boundary(&text, found.byte));
            last = found.byte;
        }
    }
}
