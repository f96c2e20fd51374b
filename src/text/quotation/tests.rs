use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;

#[test]
fn plain_forms() {
    let cases = [
        ("“He’s here…” – she said", "\"He's here...\" - she said"),
        ("„Ja“ «oui» »ja« ‹a›", "\"Ja\" \"oui\" \"ja\" 'a'"),
        ("5\u{a0}km, 3\u{202f}000−1", "5 km, 3 000-1"),
        ("é 橋 👍", "é 橋 👍"),
    ];
    for (text, expected) in cases {
        assert_eq!(fold(text), expected);
    }
}

#[test]
fn a_variant_folds_to_its_plain_form() {
    for plain in ['"', '\'', '-', ' '] {
        let all = variants(plain).unwrap_or_default();
        assert!(all.contains(plain) && all.chars().all(|c| fold_char(c) == plain), "{plain}");
    }
    assert_eq!(variants('a'), None);
}

#[test]
fn opening_and_closing_marks() {
    let cases = [
        ('“', true, true),
        ('”', false, true),
        ('„', true, false),
        ('«', true, true),
        ('"', true, true),
        ('「', true, false),
        ('」', false, true),
        ('a', false, false),
    ];
    for (c, opening, closing) in cases {
        assert_eq!((is_opening_mark(c), is_closing_mark(c)), (opening, closing), "{c}");
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any_text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert_eq!(once.chars().count(), text.chars().map(|c| if c == '…' { 3 } else { 1 }).sum::<usize>());
    }

    #[test]
    fn a_folded_range_stands_for_its_original(text in any_text()) {
        let folded = Folded::new(&text);
        let whole = folded.original(0..folded.text().len());
        prop_assert_eq!(whole, 0..text.len());
        for (at, c) in folded.text().char_indices().filter(|(_, c)| !matches!(c, '.' | ' ')) {
            let range = folded.original(at..at + c.len_utf8());
            let original = text.get(range).and_then(|piece| piece.chars().next());
            prop_assert_eq!(original.map(fold_char), Some(c));
        }
    }
}
