//! What a figure is a figure of, as a reviewer reads it: a short stretch of the article's own words, with “…” where the figure stands.
//!
//! How: from the figure outwards as far as its clause goes, a few words to either side, without the small words at the outer ends: “dyke was last
//! raised in …”, “flooded … houses”. A clause ends at a mark and before “and” or “but”, as chunks do in Abney, “Parsing by chunks” (1991). Where nothing of
//! the clause is left but small words there is no label.

use crate::text::position::slice;
use crate::text::sentence::sentence_at;

use super::context::stem;
use super::entry::Entry;
use super::language::Language;
use super::token::{Token, tokens};
use super::vocabulary::{is_function_word, is_one_of};

/// How many words before the figure belong to the label, and how many after it.
const BEFORE: usize = 10;
const AFTER: usize = 6;

/// The words around a figure of `text`; `None` where they tell nothing.
pub(super) fn label(entry: &Entry, text: &str, language: Language) -> Option<String> {
    let place = entry.place();
    let tokens = tokens(text, sentence_at(text, place.start));
    let first = tokens.partition_point(|token| token.start < place.start);
    let next = tokens.partition_point(|token| token.start < place.end);
    let tells = |token: &Token| stem(token, language).is_some();
    let noun = first + tokens.get(first..next)?.iter().position(tells).unwrap_or(next - first);

    let clause = tokens.get(..first)?.iter().rev().take(BEFORE).take_while(|token| !is_limit(token)).count();
    let before = tokens.get(first - clause..first)?;
    let before = before.get(before.iter().take_while(|token| is_small(token, language)).count()..)?;
    let clause = tokens.get(next..)?.iter().take(AFTER).take_while(|token| !is_limit(token)).count();
    let after = without_small_words(tokens.get(noun..next + clause)?, language);
    let words = |tokens: &[Token]| tokens.first().zip(tokens.last()).map(|(first, last)| slice(text, first.start..last.end()).to_owned());
    if !before.iter().chain(after).any(tells) {
        // “On 29 October, the council met”: the next clause tells.
        let rest = tokens.get(next + 1..)?;
        let clause = rest.get(..rest.iter().take(BEFORE).take_while(|token| !is_limit(token)).count())?;
        return clause.iter().any(tells).then(|| words(without_small_words(clause, language))).flatten().map(|words| format!("… {words}"));
    }
    // “20-point plan”.
    let hyphen = after
        .first()
        .is_some_and(|token| noun < next && !token.spaced && tokens.get(noun.wrapping_sub(1)).is_some_and(|mark| mark.is_mark('-')));
    let parts: Vec<String> = [words(before), Some("…".to_owned()), words(after)].into_iter().flatten().collect();
    Some(if hyphen { parts.join(" ").replacen("… ", "…-", 1) } else { parts.join(" ") })
}

/// Without the small words at the end.
fn without_small_words<'a, 't>(tokens: &'a [Token<'t>], language: Language) -> &'a [Token<'t>] {
    let small = tokens.iter().rev().take_while(|token| is_small(token, language)).count();
    tokens.get(..tokens.len() - small).unwrap_or_default()
}

fn is_small(token: &Token, language: Language) -> bool {
    !token.is_digits() && (!token.is_word() || is_function_word(&token.lower, language))
}

/// Whether a clause ends at a token.
fn is_limit(token: &Token) -> bool {
    let mark =
        !token.is_word() && !token.is_digits() && !token.is_mark('-') && !matches!(token.text, "€" | "$" | "£" | "%" | "'" | "’" | "&");
    mark || (token.is_mark('-') && token.spaced)
        || is_one_of(&token.lower, "and but while whereas und aber während y e pero mientras et mais")
}

#[cfg(test)]
mod tests {
    use crate::crosscheck::figures::tests::{find, sources};

    #[test]
    fn a_label_is_a_stretch_of_the_article() {
        for (told, expected) in [
            ("The dyke of the mill was last raised in 1998.", "dyke of the mill was last raised in …"),
            ("The fire destroyed 126 houses and drove people out of bed.", "fire destroyed … houses"),
            ("A report put the cost of a new roof for the mill at £4.5 million, but nobody paid.", "cost of a new roof for the mill at …"),
            ("On Friday, 3 April, the council of Orrel met at the mill.", "… the council of Orrel met at the mill"),
            ("The council agreed on a 20-point plan for the mill.", "council agreed on a …-point plan for the mill"),
            ("Firefighters took 23 people out of upper windows by boat.", "Firefighters took … people out of upper windows by boat"),
        ] {
            let told = format!("The paper mill at Orrel burnt.\n{told}");
            let found = find(&sources(&[&told, &told], "2026-03-12"));
            assert!(
                found.iter().any(|group| group.what == expected),
                "{expected}: {:?}",
                found.iter().map(|group| &group.what).collect::<Vec<_>>()
            );
        }
    }
}
