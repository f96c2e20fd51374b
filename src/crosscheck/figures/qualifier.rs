//! What stands around a number and says how exactly it is meant: “about”, “more than”, “up to”.
//!
//! The classes follow the hedges of news text (Channell, “Vague Language”, 1994): around a number, just below it, and open to one side.

use super::language::Language;
use super::token::Token;

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Qualifier {
    /// As it stands.
    #[default]
    Exact,
    /// About, some, roughly.
    About,
    /// Nearly, almost: a little less.
    Nearly,
    /// A little over, just over: a little more.
    JustOver,
    /// More than, at least.
    AtLeast,
    /// Less than, up to.
    AtMost,
}

/// The qualifier that ends right before token `at`, and the token it starts at.
pub(super) fn before(tokens: &[Token], at: usize, language: Language) -> (Qualifier, usize) {
    let word = |back: usize| {
        at.checked_sub(back).and_then(|at| tokens.get(at)).filter(|token| token.is_word()).map_or("", |token| token.lower.as_ref())
    };
    let two = (word(2), word(1));
    let three = (word(3), word(2), word(1));
    let (qualifier, length) = match three {
        ("a", "little", "over" | "more") | ("just", "a", "over") => (Qualifier::JustOver, 3),
        ("no", "fewer" | "less", "than") | ("not", "less", "than") => (Qualifier::AtLeast, 3),
        ("no", "more", "than") | ("not", "more", "than") => (Qualifier::AtMost, 3),
        ("a", "little", "under") | ("poco", "menos", "de") | ("un", "peu", "moins") => (Qualifier::Nearly, 3),
        ("poco", "más", "de") | ("little", "more", "than") => (Qualifier::JustOver, 3),
        _ => match two {
            ("little" | "just" | "slightly", "over") | ("knapp" | "etwas", "über") => (Qualifier::JustOver, 2),
            ("little" | "just" | "slightly", "under") | ("close", "to") | ("cerca", "de") => (Qualifier::Nearly, 2),
            ("more" | "greater" | "higher", "than")
            | ("at", "least")
            | ("mehr", "als")
            | ("más", "de")
            | ("al", "menos")
            | ("por", "menos")
            | ("plus", "de")
            | ("au", "moins")
            | ("a", "minimum") => (Qualifier::AtLeast, 2),
            ("less" | "fewer" | "lower", "than")
            | ("up", "to")
            | ("at", "most")
            | ("bis", "zu")
            | ("weniger", "als")
            | ("menos", "de")
            | ("moins", "de")
            | ("hasta", "unos") => (Qualifier::AtMost, 2),
            ("in" | "im", "region") | ("some", "of") => (Qualifier::Exact, 0),
            ("alrededor" | "aproximadamente" | "environ", "de") | ("around", "about") => (Qualifier::About, 2),
            _ => match (two.1, language) {
                (
                    "about" | "some" | "around" | "roughly" | "approximately" | "circa" | "estimated" | "etwa" | "rund" | "ca" | "ungefähr"
                    | "zirka" | "gut" | "unos" | "unas" | "aproximadamente" | "environ" | "quelque",
                    _,
                ) => (Qualifier::About, 1),
                ("nearly" | "almost" | "fast" | "knapp" | "beinahe" | "casi" | "presque" | "près", _) => (Qualifier::Nearly, 1),
                ("over" | "mindestens" | "über" | "wenigstens", _) => (Qualifier::AtLeast, 1),
                ("under" | "unter" | "höchstens" | "maximal" | "hasta", _) => (Qualifier::AtMost, 1),
                _ => (Qualifier::Exact, 0),
            },
        },
    };
    (qualifier, at - length)
}

/// A qualifier that follows: “300 or so”, “300 or more”.
pub(super) fn after(tokens: &[Token], at: usize) -> Option<(Qualifier, usize)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    match (word(at), word(at + 1)) {
        ("or", "so") => Some((Qualifier::About, at + 2)),
        ("or", "more") | ("oder", "mehr") | ("o", "más") => Some((Qualifier::AtLeast, at + 2)),
        ("or", "less" | "fewer") => Some((Qualifier::AtMost, at + 2)),
        _ => None,
    }
}
