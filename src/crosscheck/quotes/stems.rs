//! What a word means, roughly: its stem, or the set of everyday words that stand for each other.
//!
//! Why: whoever tells a statement in other words changes tense and person, and takes another everyday word. How: endings are taken off by a few rules (the light
//! stemming of Harman 1991 and Savoy 2006) and long words are cut (truncation, McNamee and Mayfield 2004); irregular forms and common synonyms are sets
//! in a table, the third stage of METEOR (Banerjee and Lavie 2005) with a list in the place of a thesaurus.
//!
//! Where it stops working: on words of several meanings, and on every synonym that is not in the table. It only looks for candidates and weighs them; whether
//! quotations differ is never decided by it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::language::Language;
use super::tokens::{folded, hash_of};

mod sets;

/// The hash of a folded word's stem, or of the set that it belongs to.
pub fn stem_of(word: &str, language: Language) -> u32 {
    let stem = cut(word, language);
    let known = match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
        Language::Spanish => &SPANISH,
        Language::French => &FRENCH,
        Language::Unknown => return hash_of(stem) as u32,
    };
    known.get(&stem).map_or_else(|| hash_of(&stem), hash_of) as u32
}

/// The number of a word's set by its stem.
type Sets = LazyLock<HashMap<String, usize>>;

static ENGLISH: Sets = LazyLock::new(|| read(sets::ENGLISH, Language::English));
static GERMAN: Sets = LazyLock::new(|| read(sets::GERMAN, Language::German));
static SPANISH: Sets = LazyLock::new(|| read(sets::SPANISH, Language::Spanish));
static FRENCH: Sets = LazyLock::new(|| read(sets::FRENCH, Language::French));

/// Sets of words, one a line; a word counts for the first set that has it.
fn read(lines: &str, language: Language) -> HashMap<String, usize> {
    let mut sets = HashMap::new();
    for (number, line) in lines.lines().enumerate() {
        for word in line.split_whitespace() {
            sets.entry(cut(&folded(word), language)).or_insert(number);
        }
    }
    sets
}

/// Longer stems, in letters, are cut; German words are compounds, and their first parts are long.
fn longest(language: Language) -> usize {
    match language {
        Language::German => 8,
        Language::Spanish => 7,
        _ => 6,
    }
}

/// A folded word without its ending.
fn cut(word: &str, language: Language) -> String {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.to_owned();
    }
    let bare = match language {
        Language::English => english(word).to_owned(),
        Language::German => german(word),
        Language::Spanish => spanish(word).to_owned(),
        Language::French => without(word, &FRENCH_ENDINGS, 3).unwrap_or(word).to_owned(),
        Language::Unknown => word.to_owned(),
    };
    bare.chars().take(longest(language)).collect()
}

const FRENCH_ENDINGS: [&str; 13] = ["ements", "ement", "ations", "ation", "aient", "ait", "ees", "ee", "es", "er", "ez", "e", "s"];

/// The word without the first of the endings that leaves so many bytes.
fn without<'a>(word: &'a str, endings: &[&str], least: usize) -> Option<&'a str> {
    // “loss” has no ending.
    let taken = |ending: &&str| word.strip_suffix(*ending).filter(|bare| bare.len() >= least && !(*ending == "s" && bare.ends_with('s')));
    endings.iter().find_map(taken)
}

fn english(word: &str) -> &str {
    let bare = without(word, &["ingly", "edly", "ing", "ied", "ies", "ed", "es", "s", "ly"], 3).unwrap_or(word);
    let bare = bare.strip_suffix(['e', 'y', 'i']).filter(|bare| bare.len() >= 3).unwrap_or(bare);
    let mut twice = bare.chars().rev();
    // “stopped” is “stop”.
    if bare.len() > 3 && twice.next() == twice.next() { bare.get(..bare.len() - 1).unwrap_or(bare) } else { bare }
}

fn german(word: &str) -> String {
    // “gezahlt” is “zahlen”.
    let verb = word.len() > 6 && (word.ends_with('t') || word.ends_with("en"));
    let word = if verb { word.strip_prefix("ge").unwrap_or(word) } else { word };
    let least = |least: usize, endings: &[&str]| without(word, endings, least);
    let bare = least(4, &["igkeiten", "igkeit", "heiten", "heit", "keiten", "keit", "ungen", "ung"])
        .or_else(|| least(4, &["test", "ten", "te", "ern", "en", "er", "em", "es", "et", "e", "n", "s", "t"]))
        .unwrap_or(word);
    plain_vowels(bare)
}

/// German words change their vowel with their number: “Haus”, “Häuser”, which are folded to “haeuser”. Of “Mauer” and “neue” the letters stay.
fn plain_vowels(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    let mut before = ' ';
    for c in word.chars() {
        let changed =
            c == 'e' && matches!(before, 'a' | 'o' | 'u') && !plain.ends_with("au") && !plain.ends_with("eu") && !plain.ends_with("qu");
        if !changed {
            plain.push(c);
        }
        before = c;
    }
    plain
}

fn spanish(word: &str) -> &str {
    // “mes” and “país” have no ending.
    let one = if word.len() > 4 { word.strip_suffix('s').unwrap_or(word) } else { word };
    without(one, &["acione", "acion", "amiento", "imiento", "amente", "mente", "iendo", "ieron", "ieran", "ando", "aron", "iera"], 3)
        .or_else(|| without(one, &["ado", "ada", "ido", "ida"], 3))
        .or_else(|| without(one, &["arian", "erian", "irian", "aria", "eria", "iria", "aban", "aba", "amo", "emo", "imo"], 4))
        .or_else(|| without(one, &["ian", "ia", "ar", "er", "ir", "an", "en"], 4))
        .or_else(|| without(one, &["o", "a", "e"], 3))
        .unwrap_or(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_and_its_synonyms_are_one() {
        use Language::{English, French, German, Spanish};
        for (language, one, other, same) in [
            (English, "closing", "closed", true),
            (English, "stopped", "stops", true),
            (English, "carried", "carry", true),
            (English, "beds", "bed", true),
            (English, "went", "gone", true),
            (English, "shut", "closing", true),
            (English, "decision", "decided", true),
            (English, "agreement", "deal", true),
            (English, "bridge", "bride", false),
            (English, "winter", "window", false),
            (German, "gezahlt", "zahlen", true),
            (German, "brechen", "gebrochen", true),
            (German, "schleuse", "schleusen", true),
            (German, "schleuse", "schlecht", false),
            (German, "warnte", "warnen", true),
            (German, "haus", "häuser", true),
            (German, "stadt", "städte", true),
            (German, "mauer", "mauern", true),
            (German, "sicher", "sicherheit", true),
            (Spanish, "puentes", "puente", true),
            (Spanish, "hicieron", "hecho", true),
            (Spanish, "puente", "puerto", false),
            (Spanish, "vendidos", "vende", true),
            (Spanish, "permitimos", "permitir", true),
            (Spanish, "operación", "operar", true),
            (Spanish, "camiones", "camión", true),
            (Spanish, "área", "era", false),
            (Spanish, "toro", "tarea", false),
            (French, "travaux", "travail", true),
            (French, "chercher", "recherche", true),
            (French, "quai", "quart", false),
        ] {
            let same_stem = stem_of(&folded(one), language) == stem_of(&folded(other), language);
            assert_eq!(same_stem, same, "{one} / {other}");
        }
    }
}
