#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;
use crate::text::script::is_right_to_left;

/// The characters of a text in the order in which they stand, one a piece. Small stand-ins make the cases readable:
/// capitals are letters that run from right to left.
fn shown(text: &str) -> String {
    let hebrew = |c: char| char::from_u32(0x5d0 + u32::from(c) - u32::from('A')).unwrap();
    let text: String = text.chars().map(|c| if c.is_ascii_uppercase() { hebrew(c) } else { c }).collect();
    let directions = Directions::of(&text, is_right_to_left(&text));
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let levels: Vec<u8> = chars.iter().map(|(at, _)| directions.level(*at)).collect();
    let capital = |c: char| if ('\u{5d0}'..'\u{5ea}').contains(&c) { char::from(b'A' + (u32::from(c) - 0x5d0) as u8) } else { c };
    let piece = |at: usize| if runs_left(levels[at]) { mirrored(chars[at].1) } else { chars[at].1 };
    visual_order(&levels).into_iter().map(|at| capital(piece(at))).collect()
}

#[test]
fn words_stand_in_the_order_of_their_scripts() {
    for (text, expected) in [
        ("plain words, 12 (of them)", "plain words, 12 (of them)"),
        ("ABC", "CBA"),
        ("ABC DEF", "FED CBA"),
        ("he said ABC DEF, he said", "he said FED CBA, he said"),
        ("ABC said DEF", "FED said CBA"),
        ("ABC 123 DEF", "FED 123 CBA"),
        ("ABC (DEF) GHI", "IHG (FED) CBA"),
        ("ABC: 12.5%", "12.5% :CBA"),
        ("“ABC”, he said", "he said ,”CBA“"),
        ("A\tB", "B\tA"),
        ("", ""),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn no_control_hides_what_is_stored() {
    for (text, expected) in [
        // An override turns no letters round, in a text of either direction.
        ("pay \u{202e}12 gnp\u{202c} now", "pay \u{202e}12 gnp\u{202c} now"),
        ("pay \u{202e}12 gnp", "pay \u{202e}12 gnp"),
        // Nor do embeddings and isolates where no word runs from right to left.
        ("if \u{2067}admin\u{2069} \u{2066}ok\u{2069}", "if \u{2067}admin\u{2069} \u{2066}ok\u{2069}"),
        ("A \u{202d}BC\u{202c}", "\u{202c}CB\u{202d} A"),
    ] {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        assert_eq!(letters(&shown(text)), letters(expected), "{text:?}");
    }
}

proptest! {
    #[test]
    fn every_character_stands_somewhere_once(text in any_text(), right_to_left in any::<bool>()) {
        let directions = Directions::of(&text, right_to_left);
        let levels: Vec<u8> = text.char_indices().map(|(at, _)| directions.level(at)).collect();
        let mut order = visual_order(&levels);
        order.sort_unstable();
        prop_assert_eq!(order, (0..levels.len()).collect::<Vec<_>>());
        prop_assert!(levels.iter().all(|level| *level >= directions.base()));
    }

    #[test]
    fn mirroring_twice_is_nothing(c in any::<char>()) {
        prop_assert_eq!(mirrored(mirrored(c)), c);
    }
}
