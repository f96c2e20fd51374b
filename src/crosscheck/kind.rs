//! A first guess at what sort of statement a passage is. It only pre-fills a field that the reviewer can change.

use crate::model::Kind;
use crate::text::quotation::{is_closing_mark, is_opening_mark};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTH_ENDS: [&str; 12] = ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"];

/// The most likely kind: a quote where the words stand in quotation marks, a date where they are mostly a day or
/// month, a figure where there is a number, a name where every word is capitalised, else a claim.
pub fn likely_kind(words: &str) -> Kind {
    let trimmed = words.trim();
    let quoted = trimmed.starts_with(is_opening_mark) && trimmed.chars().rev().take(2).any(is_closing_mark);
    if quoted {
        return Kind::Quote;
    }
    let parts: Vec<&str> = trimmed.split_whitespace().map(|part| part.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let has_digit = trimmed.chars().any(char::is_numeric);
    if parts.len() <= 5 && parts.iter().any(|part| is_day_or_month(part, has_digit)) {
        return Kind::Date;
    }
    if has_digit && parts.len() <= 8 {
        return Kind::Figure;
    }
    let capitalised = |part: &&str| part.chars().next().is_some_and(char::is_uppercase);
    if (1..=4).contains(&parts.len()) && parts.iter().all(capitalised) { Kind::Name } else { Kind::Claim }
}

/// Whether a word names a day or a month; “May” and “March” alone do not, without a number beside them.
fn is_day_or_month(word: &str, beside_number: bool) -> bool {
    let word = word.to_lowercase();
    let month =
        MONTHS.iter().zip(MONTH_ENDS).any(|(start, end)| word.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest == end));
    DAYS.contains(&word.as_str()) || (month && beside_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_guessed_from_the_words() {
        for (words, kind) in [
            ("“We had no warning,”", Kind::Quote),
            ("\"Stop.\"", Kind::Quote),
            ("12 March", Kind::Date),
            ("on Thursday", Kind::Date),
            ("March 2026", Kind::Date),
            ("September 3", Kind::Date),
            ("40 centimetres", Kind::Figure),
            ("€2.4 million", Kind::Figure),
            ("Ingrid Halloran", Kind::Name),
            ("May", Kind::Name),
            ("the bridge had been inspected", Kind::Claim),
            ("the bridge was inspected by a team of nine people in all on that day", Kind::Claim),
            ("", Kind::Claim),
        ] {
            assert_eq!(likely_kind(words), kind, "{words}");
        }
    }
}
