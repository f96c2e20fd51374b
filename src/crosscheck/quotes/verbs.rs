//! The verbs that report speech, in four languages, and the words around them.

mod lists;
mod reporting;

use std::collections::HashSet;
use std::sync::LazyLock;

use lists::{BETWEEN, CALENDAR, NOUN_BEFORE, OPENERS, PREPOSITIONS, TITLES};
use reporting::VERBS;

/// Whether a word, in small letters, reports speech.
pub fn reports(word: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| VERBS.iter().copied().collect());
    KNOWN.contains(word) || french_first(word).is_some_and(|verb| KNOWN.contains(verb))
}

/// Whether a reporting verb is a participle, whose subject is that of the sentence: “adding”.
pub fn is_participle(word: &str) -> bool {
    word.ends_with("ing") && reports(word)
}

/// Whether a participle says that the same person goes on: “adding”, “and added”.
pub fn goes_on(word: &str) -> bool {
    const WORDS: [&str; 10] =
        ["adding", "added", "continuing", "continued", "hinzu", "añadió", "agregó", "añadiendo", "ajoutant", "ajoute"];
    WORDS.contains(&word)
}

/// “dit-il”, “répond-elle”: the verb.
pub fn french_first(word: &str) -> Option<&str> {
    let (verb, rest) = word.split_once('-')?;
    matches!(rest, "il" | "elle" | "t-il" | "t-elle" | "ils" | "elles" | "on").then_some(verb)
}

/// Whether a word may stand between a name and its verb: “later”, “has”.
pub fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word) || (word.len() > 4 && word.ends_with("ly"))
}

/// Whether a word only gives someone's title or office: “President”, “Dr”.
pub fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let small = word.to_lowercase();
    let abroad = ["meister", "meisterin", "sprecher", "sprecherin", "minister", "ministerin", "präsident", "präsidentin"]
        .iter()
        .chain(&["leiter", "leiterin", "chef", "chefin", "direktor", "direktorin", "kommissar", "kommissarin", "führer", "führerin"])
        .any(|ending| small.ends_with(ending));
    abroad || TITLES.contains(&small.as_str()) || (word.len() <= 3 && word.chars().all(char::is_uppercase))
}

/// What a title says of the sex: `Some(true)` for a woman.
pub fn is_woman(title: &str) -> Option<bool> {
    match title.trim_end_matches('.').to_lowercase().as_str() {
        "ms" | "mrs" | "miss" | "madam" | "lady" | "frau" | "señora" | "sra" | "doña" | "madame" | "mme" | "mlle" => Some(true),
        "mr" | "sir" | "lord" | "herr" | "señor" | "sr" | "don" | "monsieur" => Some(false),
        _ => None,
    }
}

/// Whether a word is the name of a day or a month.
pub fn is_calendar(word: &str) -> bool {
    CALENDAR.contains(&word.to_lowercase().as_str())
}

/// Whether a word before a verb of saying makes a noun or an adjective of it: “the claims”, “his reported approach”.
pub fn makes_noun(word: &str) -> bool {
    word.ends_with("’s") || word.ends_with("'s") || NOUN_BEFORE.contains(&word)
}

/// Whether a capitalised word at the start of a sentence is no name: “According”, “Speaking”.
pub fn opens_sentence(word: &str) -> bool {
    let small = word.to_lowercase();
    (small.len() > 5 && small.ends_with("ing")) || (small.len() > 4 && small.ends_with("ly")) || OPENERS.contains(&small.as_str())
}

/// Whether a capitalised word may go on with “of …” and be the name of a body: “Department of Health”.
pub fn is_body(word: &str) -> bool {
    const BODIES: [&str; 24] = [
        "department",
        "ministry",
        "office",
        "board",
        "university",
        "bank",
        "council",
        "institute",
        "federation",
        "union",
        "house",
        "chamber",
        "court",
        "bureau",
        "society",
        "association",
        "college",
        "school",
        "port",
        "church",
        "ministerio",
        "universidad",
        "ministère",
        "université",
    ];
    BODIES.contains(&word.to_lowercase().as_str())
}

/// Whether an English word may be a verb that stands for saying after a comma and a closing mark: “…,” raged Quist.
pub fn may_report(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.chars().all(char::is_lowercase)
}

/// Whether a word begins what someone is called: “the mayor”, “seine Sprecherin”.
pub fn is_determiner(word: &str) -> bool {
    const WORDS: [&str; 32] = [
        "the", "a", "an", "his", "her", "their", "its", "one", "der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre", "el",
        "la", "los", "las", "un", "una", "su", "sus", "le", "les", "une", "sa", "son", "leur", "l",
    ];
    WORDS.contains(&word)
}

/// Words after which a name is not the one who speaks.
pub fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
}

/// Whether words name a source without a verb: “according to”, “laut”, “nach den Worten”.
pub fn is_according(before: Option<&str>, word: &str) -> bool {
    matches!(
        (before, word),
        (_, "laut" | "zufolge" | "selon" | "según")
            | (Some("according"), "to")
            | (Some("d’après" | "d'après"), _)
            | (Some("den"), "worten")
            | (Some("nach"), "angaben")
            | (Some("palabras"), "de")
    )
}

/// Whether a German word is a verb in the mood of indirect speech, which no other form of it looks like: “sei”, “müsse”; “habe” where no “ich” stands before.
pub fn is_subjunctive(before: Option<&str>, word: &str) -> bool {
    const WORDS: [&str; 12] = ["sei", "seien", "müsse", "könne", "wolle", "solle", "dürfe", "möge", "wisse", "hätten", "würden", "könnten"];
    const ALSO_FIRST: [&str; 16] = [
        "habe", "werde", "gebe", "komme", "gehe", "stehe", "liege", "bleibe", "lasse", "bestehe", "brauche", "beginne", "kenne", "halte",
        "sehe", "gehöre",
    ];
    WORDS.contains(&word) || (ALSO_FIRST.contains(&word) && before != Some("ich"))
}
