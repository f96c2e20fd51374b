//! Laws: any texts are answered, with places that a reader could have marked, and the order of coming does not matter.

use proptest::prelude::*;

use super::*;
use crate::text::grapheme::trim;

/// Texts that repeat words, sentences and marks of many scripts.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        FERRY,
        FERRY_EDITED,
        TUGS,
        BAKERY,
        ORCHARD,
        "\n",
        " ",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "«",
        "»",
        "harbour ",
        "the ",
        "Arle. ",
        "12 ",
        "e\u{301}",
        "\u{301}",
        "橋が崩れた。",
        "二億四千万円",
        "ขนส่ง",
        "한국 ",
        "👩‍👩‍👧",
        "\u{200d}",
        "🇩🇪",
        "\u{202e}",
        "\u{ad}",
        "!",
        "...",
        "– ",
        "\t",
        "WASHINGTON – ",
        "Copyright 2026 The Gazette. All rights reserved.",
        "- ",
        "# ",
    ]);
    prop_oneof![4 => prop::collection::vec(pieces, 0..30).prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn any_texts_are_answered(texts in prop::collection::vec(any_text(), 0..6)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (found, shared) = find(&texts);
        for repeat in &found {
            prop_assert!(repeat.members.len() > 1);
            prop_assert!(repeat.members.is_sorted_by(|a, b| a < b));
            prop_assert!((0.0..=1.0).contains(&repeat.similarity));
            prop_assert!(repeat.compared.0 < repeat.compared.1 && repeat.compared.1 < repeat.members.len());
            prop_assert_eq!(repeat.within, repeat.members.iter().all(|member| member.article == repeat.members[0].article));
            for member in &repeat.members {
                let text = texts[member.article.0 as usize];
                // As a selection is kept: whole graphemes, no white space at the ends.
                prop_assert_eq!(trim(text, member.range()), member.range());
            }
        }
        prop_assert!(shared.iter().all(|shared| shared.a < shared.b && shared.of_a > 0.0 && shared.of_b > 0.0 && shared.of_a <= 1.0 && shared.of_b <= 1.0));
    }

    #[test]
    fn what_went_leaves_no_trace(texts in prop::collection::vec(any_text(), 1..6), gone in any_text(), at in 0..6_usize) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut with = Repeats::default();
        for (no, text) in texts.iter().enumerate() {
            if no == at {
                with.add(&source(99, &gone));
            }
            with.add(&source(no, text));
        }
        with.remove(ArticleNo(99));
        prop_assert_eq!(with.find(&Apart::default()), find(&texts));
    }
}
