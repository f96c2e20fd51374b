//! Titles and offices beside a name: “deputy mayor Ingrid Berg”, “Ingrid Berg, the harbour master”.
//!
//! How: an office is a word of a list (“mayor”, “keeper”) that stands right before the name, with a comma after it if an article stands before (“The
//! harbour master, Ingrid Berg,”), or after the name and a comma. The word before the office makes it another one when it is a rank (“former”,
//! “deputy”); otherwise it tells which (“harbour master”). The same grammar of appositions is used for question answering by Fleischman, Hovy and
//! Echihabi (2003).
//!
//! Where it stops working: an office told by a clause (“who runs the harbour”) is not seen, nor what follows “of”.

use std::ops::Range;

use super::lexicon::{Class, class, is_german_office};
use super::token::{Gap, Shape, Token, plain};

/// An office given to someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// “deputy”, “former”, in one spelling; empty if none.
    pub rank: String,
    /// The word before the office: “harbour” of “harbour master”; empty if none.
    pub which: String,
    /// The office in its male form where the language has two.
    pub office: String,
    /// Its words in bytes of the article's text.
    pub range: Range<usize>,
}

/// The office around the name at `name` in a paragraph; `titles` are the capitalised words right before it.
pub(super) fn role_around(tokens: &[Token<'_>], titles: Range<usize>, name: Range<usize>) -> Option<Role> {
    let last_title = titles.clone().rev().find(|at| tokens.get(*at).is_some_and(is_office));
    if let Some(at) = last_title {
        return role_at(tokens, at);
    }
    let first = tokens.get(name.start)?;
    let before = name.start.checked_sub(1).filter(|at| tokens.get(*at).is_some_and(is_office));
    if let Some(at) = before {
        let role = role_at(tokens, at)?;
        let introduced = || {
            let start = tokens.iter().position(|token| token.start == role.range.start)?;
            let article = start.checked_sub(1)?;
            let word = plain(tokens.get(article)?.text);
            // “After talks with the harbour master, Ingrid Berg went home.”
            let before = article.checked_sub(1).and_then(|before| tokens.get(before));
            let opens = before.is_none_or(|before| {
                tokens.get(article).is_some_and(|token| token.gap != Gap::Space) || is_verb(before.text) || before.text == "and"
            });
            (opens && name.len() > 1).then_some(())?;
            (class(&word).is(Class::DETERMINER) || matches!(word.as_str(), "the" | "its" | "their" | "his" | "her" | "el" | "la" | "le"))
                .then_some(())
        };
        return match first.gap {
            Gap::Space => Some(role),
            Gap::Comma if introduced().is_some() => Some(role),
            _ => None,
        };
    }
    after(tokens, name.end)
}

/// “, the harbour master,” and “, mayor of”.
fn after(tokens: &[Token<'_>], mut at: usize) -> Option<Role> {
    if tokens.get(at)?.gap != Gap::Comma {
        return None;
    }
    let article = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(token.text, "the" | "a" | "an" | "its" | "der" | "die" | "el" | "la" | "le"))
    };
    at += usize::from(article(at));
    let office = (at..at + 4).find(|at| tokens.get(*at).is_some_and(is_office))?;
    let between = tokens.get(at + 1..=office).unwrap_or_default();
    let alone = between.iter().all(|token| token.gap == Gap::Space) && tokens.get(at..office)?.iter().all(|token| !is_function(token));
    // “Ingrid Berg, mayor Jonas Weber and …” is a list.
    let ends = tokens.get(office + 1).is_none_or(|next| {
        next.gap != Gap::Space || matches!(next.text, "of" | "for" | "at" | "von" | "der" | "des" | "de" | "del" | "in")
    });
    (alone && ends).then(|| role_at(tokens, office)).flatten()
}

fn is_office(token: &Token<'_>) -> bool {
    let word = plain(token.text);
    !token.possessive && (class(&word).is(Class::OFFICE) || (token.is_capital() && is_german_office(&word)))
}

fn is_function(token: &Token<'_>) -> bool {
    class(&plain(token.text)).is(Class::OPENER)
}

/// The office at `at` with the words before it that belong to it.
fn role_at(tokens: &[Token<'_>], at: usize) -> Option<Role> {
    let office = tokens.get(at)?;
    let word = plain(office.text);
    let mut role = Role { rank: String::new(), which: String::new(), office: one_gender(&word), range: office.range() };
    if let Some((rank, office)) = rank_within(&word) {
        role.rank = rank.to_owned();
        role.office = one_gender(office);
    }
    // “Harbour master” opens a sentence; “approach President” is no office.
    let starts = at == 0;
    let mut place = at;
    while let Some(before) = place.checked_sub(1).and_then(|at| tokens.get(at)) {
        let joined = tokens.get(place).is_some_and(|token| token.gap == Gap::Space || (token.gap == Gap::Other && before.text == "vice"));
        let word = plain(before.text);
        if !joined || before.possessive || before.shape == Shape::Figure || at - place > 2 {
            break;
        }
        if class(&word).is(Class::RANK) {
            role.rank = rank(&word).to_owned();
        } else {
            let small = office.is_capital() && !before.is_capital() && !starts;
            let more = !role.which.is_empty() || !role.rank.is_empty();
            if class(&word).is(Class::OPENER) || is_verb(&word) || more || small {
                break;
            }
            role.which = word;
        }
        role.range.start = before.start;
        place -= 1;
    }
    Some(role)
}

fn is_verb(word: &str) -> bool {
    class(word).is(Class::SAYING) || word.ends_with("ing") || word.ends_with("ed")
}

/// Ranks that mean the same are one.
fn rank(word: &str) -> &str {
    match word {
        "former" | "ex" | "then" | "retired" | "late" | "ehemaliger" | "ehemalige" | "ehemaligen" | "früherer" | "frühere" | "früheren"
        | "antiguo" | "antigua" => "former",
        "acting" | "interim" | "kommissarischer" | "kommissarische" | "amtierender" | "amtierende" | "interino" | "interina" => "acting",
        "deputy" | "vice" | "vize" | "assistant" | "associate" | "stellvertretender" | "stellvertretende" | "stellvertretenden"
        | "teniente" | "adjunto" | "adjunta" => "deputy",
        // “First mayor”, “junior minister”, “co-chair”: not sure to be another office.
        other => other,
    }
}

/// “Vizepräsident”, “ex-mayor”, “exalcalde”.
fn rank_within(word: &str) -> Option<(&'static str, &str)> {
    let heads = [
        ("ex-", "former"),
        ("alt", "former"),
        ("ex", "former"),
        ("vice-", "deputy"),
        ("vize", "deputy"),
        ("vice", "deputy"),
        ("sub", "deputy"),
        ("under", "deputy"),
    ];
    heads.into_iter().find_map(|(head, rank)| {
        let rest = word.strip_prefix(head)?;
        class(rest).is(Class::OFFICE).then_some((rank, rest))
    })
}

/// “Bürgermeisterin” is the office of a “Bürgermeister”, “spokeswoman” that of a “spokesman”.
fn one_gender(word: &str) -> String {
    let pairs = [
        ("spokeswoman", "spokesman"),
        ("spokesperson", "spokesman"),
        ("chairwoman", "chairman"),
        ("chairperson", "chairman"),
        ("chair", "chairman"),
        ("congresswoman", "congressman"),
        ("alcaldesa", "alcalde"),
        ("headmistress", "headmaster"),
        ("headteacher", "headmaster"),
        ("councilor", "councillor"),
        ("advisor", "adviser"),
        ("aide", "adviser"),
        ("jueza", "juez"),
        ("directrice", "directeur"),
        ("capt", "captain"),
        ("gov", "governor"),
        ("sen", "senator"),
        ("gen", "general"),
        ("col", "colonel"),
        ("lt", "lieutenant"),
        ("prof", "professor"),
    ];
    if let Some((_, male)) = pairs.iter().find(|(female, _)| *female == word) {
        return (*male).to_owned();
    }
    let german = word.strip_suffix("in").filter(|stem| class(stem).is(Class::OFFICE) || is_german_office(word));
    let spanish = || {
        word.strip_suffix('a')
            .map(|stem| (format!("{stem}o"), format!("{stem}e"), stem))
            .and_then(|(o, e, stem)| [o, e, stem.to_owned()].into_iter().find(|male| class(male).is(Class::OFFICE)))
    };
    german.map(str::to_owned).or_else(spanish).unwrap_or_else(|| word.to_owned())
}
