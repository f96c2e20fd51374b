//! Names of people and agencies in credits, captions, bylines and datelines.
//!
//! A name is a few words that begin with a capital letter, with small words such as “de” between them. Credits are names parted by strokes, or names
//! after “Photo:”. A sentence of the body has other small words and so is never a credit.

/// Words that are written small within a name.
const SMALL: [&str; 20] =
    ["of", "for", "the", "and", "via", "de", "del", "von", "van", "der", "den", "la", "le", "du", "da", "di", "y", "und", "et", "bin"];

/// Words by which an agency or a picture's origin is known.
const AGENCY: [&str; 54] = [
    "reuters",
    "ap",
    "afp",
    "epa",
    "efe",
    "ansa",
    "tass",
    "dpa",
    "pa",
    "getty",
    "images",
    "press",
    "photo",
    "photos",
    "photography",
    "foto",
    "agency",
    "agence",
    "agentur",
    "agencia",
    "handout",
    "pool",
    "service",
    "archive",
    "archiv",
    "shutterstock",
    "alamy",
    "istock",
    "wikimedia",
    "flickr",
    "xinhua",
    "anadolu",
    "unsplash",
    "courtesy",
    "file",
    "imago",
    "apa",
    "keystone",
    "epd",
    "kna",
    "belga",
    "anp",
    "ritzau",
    "ntb",
    "lusa",
    "cortesía",
    "archivo",
    "fotografía",
    "adobe",
    "picture",
    "alliance",
    "picture-alliance",
    "sipa",
    "ddp",
];

/// What stands before the name in a credit.
const LABELS: [&str; 44] = [
    "photo credit",
    "photo courtesy of",
    "photo courtesy",
    "photos",
    "photo",
    "photographs",
    "photograph",
    "image credit",
    "image",
    "picture credit",
    "picture",
    "pictures",
    "video credit",
    "illustration",
    "graphic",
    "credit",
    "foto",
    "fotos",
    "bild",
    "imagen",
    "crédito",
    "fotografía",
    "fotografías",
    "foto de archivo",
    "foto cortesía",
    "infografía",
    "ilustración",
    "vídeo",
    "symbolfoto",
    "symbolbild",
    "archivfoto",
    "archivbild",
    "bilder",
    "bildquelle",
    "bildnachweis",
    "grafik",
    "crédit photo",
    "photo d'archives",
    "fotocredit",
    "screenshot",
    "captura",
    "fuente",
    "quelle",
    "quellen",
];

/// What points at people in a picture.
const POINTERS: [&str; 20] = [
    "(l)",
    "(r)",
    "(c)",
    "(l-r)",
    "(r-l)",
    "(left)",
    "(right)",
    "(centre)",
    "(center)",
    "(front)",
    "(back)",
    "(2nd l)",
    "(2nd r)",
    "(second left)",
    "(second right)",
    "(from left)",
    "(top)",
    "(bottom)",
    "(links)",
    "(rechts)",
];

/// Words in capitals before a dash that are no place.
const KICKERS: [&str; 14] = [
    "BREAKING",
    "EXCLUSIVE",
    "UPDATE",
    "UPDATED",
    "WATCH",
    "ANALYSIS",
    "OPINION",
    "LIVE",
    "VIDEO",
    "EXPLAINER",
    "NOTE",
    "CORRECTION",
    "FILE",
    "BREAKING NEWS",
];

/// “Photo: Jane Doe / Agency”, “(Agency Photo/Jane Doe)”, “Jane Doe / Press Office / AGENCY”, “Getty Images”.
pub(super) fn is_credit(words: &str) -> bool {
    let inner = in_brackets(words).unwrap_or(words).trim_end_matches('.');
    if inner.len() > 150 {
        return false;
    }
    if let Some(rest) = after_label(inner) {
        let own = ["privat", "private", "zvg", "archiv"].iter().any(|own| rest.eq_ignore_ascii_case(own));
        return own || (are_names(rest, 1) && rest.split_whitespace().count() <= 12);
    }
    let agencies = ["getty images", "shutterstock", "wikimedia commons", "ap photo", "handout photo"];
    if agencies.iter().any(|agency| inner.eq_ignore_ascii_case(agency)) {
        return true;
    }
    let parts = inner.split('/').count();
    let last = inner.rsplit('/').next().unwrap_or_default().trim();
    let known = || knows_agency(inner) || (parts > 2 && is_in_capitals(last));
    parts > 1 && known() && are_names(inner, 2)
}

/// A paragraph that ends with a credit after a sentence, or in brackets. A body may end with “(Agency/Agency)”, so brackets need a word for a picture
/// in them, or someone pointed at before.
pub(super) fn is_caption(words: &str) -> bool {
    let points = words.contains('(') && {
        let lower = words.to_lowercase();
        POINTERS.iter().any(|pointer| lower.contains(pointer))
    };
    let bracket = words.rfind(['(', '[']).and_then(|at| words.get(at..)).filter(|tail| in_brackets(tail).is_some());
    if let Some(tail) = bracket {
        let inner = tail.to_lowercase();
        let pictured = ["photo", "image", "picture", "foto", "handout", "credit"].iter().any(|word| inner.contains(word));
        return tail.len() < words.len() && (pictured || points) && is_credit(tail);
    }
    let labelled = ["caption:", "image caption,", "bildunterschrift:", "pie de foto:", "légende:", "légende :"];
    if words.len() <= 300 && labelled.iter().any(|label| words.get(..label.len()).is_some_and(|head| head.to_lowercase() == *label)) {
        return true;
    }
    // “… in front of a tanker. / JANE DOE”.
    let signed = words.rsplit_once(" / ").or_else(|| words.rsplit_once(" | ")).is_some_and(|(told, name)| {
        told.ends_with(['.', '!', '?', '”', '»'])
            && (1..=4).contains(&name.split_whitespace().count())
            && is_name(name.trim_end_matches('.'))
    });
    if signed && words.len() <= 300 {
        return true;
    }
    let starts = words.match_indices(['.', '!', '?', ':', ')']).filter_map(|(at, end)| words.get(at + end.len()..));
    starts
        .filter(|tail| tail.starts_with([' ', '"', '”', '’']) && tail.len() <= 150)
        .any(|tail| is_credit(tail.trim_start_matches([' ', '"', '”', '’'])))
}

/// Words of headings such as “By Popular Demand”, which are no names.
const IDIOMS: [&str; 48] = [
    "accident",
    "air",
    "appointment",
    "boat",
    "chance",
    "choice",
    "day",
    "decree",
    "default",
    "definition",
    "degrees",
    "demand",
    "design",
    "election",
    "far",
    "fire",
    "force",
    "hand",
    "invitation",
    "land",
    "law",
    "light",
    "mistake",
    "nature",
    "night",
    "numbers",
    "order",
    "other",
    "own",
    "popular",
    "public",
    "rail",
    "request",
    "road",
    "royal",
    "rule",
    "sea",
    "special",
    "surprise",
    "the",
    "their",
    "train",
    "trial",
    "tube",
    "vote",
    "water",
    "way",
    "word",
];

/// The people and what follows them in “By Jane Doe”, “By Jane Doe and John Roe, Outlet”, “Von Jane Doe”; `None` if the paragraph is no byline.
#[must_use]
pub fn byline(words: &str) -> Option<(&str, &str)> {
    if words.len() > 120 || words.ends_with(['!', '?', ':']) {
        return None;
    }
    let rest = ["By ", "BY ", "by ", "Von ", "VON ", "Por ", "POR ", "Par ", "PAR "].iter().find_map(|by| words.strip_prefix(by))?;
    let cut =
        rest.find([',', '|', '•', '·', '/', '–', '—']).or_else(|| rest.find(" in ")).or_else(|| rest.find(" for ")).unwrap_or(rest.len());
    let (people, after) = rest.split_at_checked(cut)?;
    let persons = people
        .split(" and ")
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(" und "))
        .flat_map(|part| part.split(" y "))
        .flat_map(|part| part.split(" et "));
    let all = persons.into_iter().all(|person| (2..=4).contains(&person.split_whitespace().count()) && is_name(person));
    let idiom = people.to_lowercase().split_whitespace().any(|word| IDIOMS.contains(&word));
    (all && !idiom).then_some((people.trim(), after.trim_start_matches([',', '|', '•', '·', '/', '–', '—', ' ']).trim()))
}

/// “Island Live | By Jane Doe | 4 March 2026”, “Oslo - 4 Mar 2026 - 10:30 CET”: an outlet or a place, people, a date and a time in any order, at least a
/// date or a byline among them. Whether there is a byline; `None` if it is no such line.
pub(super) fn in_parts(words: &str) -> Option<bool> {
    if words.len() > 150 {
        return None;
    }
    let parts: Vec<&str> =
        words.split(['|', '•', '·']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – ")).map(str::trim).collect();
    let told = |part: &str| byline(part).is_some() || super::dates::date_line(part).is_some();
    let also = |part: &str| super::dates::is_time_alone(part) || super::phrases::reason(part).is_some() || is_short_name(part);
    let holds = parts.len() > 1 && parts.iter().any(|part| told(part)) && parts.iter().all(|part| told(part) || also(part));
    holds.then(|| parts.iter().any(|part| byline(part).is_some()))
}

/// “JANE DOE”, “Jane Doe and John Roe”: people and nothing else.
pub(super) fn are_people(words: &str) -> bool {
    // “Jane Doe, Oslo”, “Jane Doe (Oslo)”.
    let place = [", ", " | ", " ("].iter().find_map(|sign| words.split_once(sign)).filter(|(_, place)| place.split(' ').count() <= 3);
    let words = place.filter(|(_, place)| is_name(place.trim_end_matches(')'))).map_or(words, |(people, _)| people);
    let person = |person: &str| {
        let count = person.split_whitespace().count();
        (2..=4).contains(&count)
            && is_name(person)
            && person.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'))
    };
    let people = [" and ", " & ", " und ", " y ", " et ", ", ", " / "];
    let parts = people.iter().fold(vec![words], |parts, joint| parts.iter().flat_map(|part| part.split(joint)).collect());
    words.len() <= 80
        && !words.ends_with('.')
        && parts.into_iter().all(person)
        && !words.split_whitespace().any(|word| IDIOMS.contains(&word.to_lowercase().as_str()))
}

/// “WASHINGTON”, “BERLIN (Agency)”, “Lyon, March 4 (Agency)”.
pub(super) fn is_place(head: &str) -> bool {
    let (place, agency) = match head.split_once('(') {
        Some((place, agency)) => (place.trim_end(), Some(agency)),
        None => (head, None),
    };
    // “Madrid, 4 mar (Agency).–”.
    let agency = agency.map(|agency| agency.trim_end_matches('.'));
    let city = place.split(',').next().unwrap_or(place);
    let words = city.split_whitespace().count();
    let named =
        agency.is_some_and(|agency| agency.strip_suffix(')').is_some_and(|agency| is_name(agency) && agency.len() < 40 || is_sign(agency)));
    if !(1..=4).contains(&words) || (agency.is_some() && !named) || KICKERS.contains(&city) {
        return false;
    }
    is_in_capitals(city) || (named && is_name(city))
}

/// “dpa”, “dpa/lno”: an agency as German newsrooms sign.
fn is_sign(agency: &str) -> bool {
    agency.split('/').all(|part| (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// One to three words with a capital, such as a place without an agency.
pub(super) fn is_bare_place(head: &str) -> bool {
    let word = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-');
    head.split(' ').all(word) && (1..=3).contains(&head.split(' ').count())
}

/// Letters in capitals only, at least three of them, with points and hyphens.
pub(super) fn is_in_capitals(words: &str) -> bool {
    let letters = words.chars().filter(|character| character.is_alphabetic()).count();
    let plain = |character: char| character.is_uppercase() || matches!(character, ' ' | '.' | '-' | '\'' | '’');
    letters > 2 && words.chars().all(plain)
}

/// A place or an outlet: one name of at most six words.
pub(super) fn is_short_name(words: &str) -> bool {
    words.split_whitespace().count() <= 6 && is_name(words)
}

/// Names parted by strokes, bars or commas: each begins with a capital letter. `least` names are wanted.
fn are_names(words: &str, least: usize) -> bool {
    let parts = || words.split(['/', '|', ',']).map(str::trim);
    parts().count() >= least && parts().all(is_name)
}

fn is_name(words: &str) -> bool {
    let mut count = 0;
    let capital = |word: &str| {
        word.trim_start_matches(['(', '“', '"', '\'', '@', '©']).starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
    };
    let fits = words.split_whitespace().all(|word| {
        count += 1;
        capital(word) || SMALL.contains(&word) || AGENCY.contains(&word) || word == "&"
    });
    let ended = words.ends_with(['!', '?', ':', ';']);
    fits && (1..=9).contains(&count) && !ended && (capital(words) || AGENCY.contains(&words))
}

fn knows_agency(words: &str) -> bool {
    words.to_lowercase().split(|character: char| !character.is_alphanumeric()).any(|word| AGENCY.contains(&word))
}

/// What follows “Photo:”, “Photo by” or “Photo ©”.
fn after_label(words: &str) -> Option<&str> {
    // “Photo” begins “Photograph” as well, so every label is tried.
    LABELS.iter().find_map(|label| {
        let rest = words.get(label.len()..).filter(|_| words.get(..label.len()).is_some_and(|head| head.to_lowercase() == *label))?;
        let named = label.ends_with(" of") || label.ends_with("courtesy");
        let after = [":", " :", " by:", " by ", " /", "/", " ©", " courtesy of ", " source,", " source:", " (archiv):", " (archivo):"]
            .iter()
            .find_map(|sign| rest.strip_prefix(sign));
        let after = after.or(if named { rest.strip_prefix(' ') } else { None });
        after.map(|rest| rest.trim().trim_start_matches("the ")).filter(|rest| !rest.is_empty())
    })
}

/// What stands in the brackets that enclose all of `words`.
fn in_brackets(words: &str) -> Option<&str> {
    let words = words.trim_end_matches('.');
    let inner = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.or_else(|| words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))).filter(|inner| !inner.contains(['(', ')', '[', ']']))
}
