//! The small words of four languages: which carry no meaning by themselves, which turn it round, which report speech.
//!
//! How: a text's language is the one whose commonest function words it has most of (the method of function words, Grefenstette 1995). In a language
//! that is not known, short words count as function words.
//!
//! Where it stops working: on a text in two languages, and on a few words of text.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A language that the comparison knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Any other, or too little text to tell.
    Unknown,
}

/// What a word does in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// It carries meaning by itself.
    Content,
    /// It is a number, in figures or letters.
    Number,
    /// It turns the meaning round, or says what can, must or will be.
    Strong,
    /// It only joins others.
    Function,
}

/// Function words of which one cannot stand for another: persons, tenses, currencies.
pub type Family = u8;

/// A function word that belongs to no family.
pub const NO_FAMILY: Family = 0;
/// “’s”, which is “is”, “has” or nothing.
pub const SHORT_S: Family = 1;
/// “’d”, which is “had” or “would”.
pub const SHORT_D: Family = 2;
const PERSONS: std::ops::RangeInclusive<Family> = 10..=19;
const TENSES: std::ops::RangeInclusive<Family> = 20..=29;
const CURRENCIES: std::ops::RangeInclusive<Family> = 30..=49;

/// Whether two function words are of one set and differ in it: “we” and “they”, “is” and “was”, “euros” and “dollars”.
pub fn excludes(a: Family, b: Family) -> bool {
    let same_set = |set: &std::ops::RangeInclusive<Family>| set.contains(&a) && set.contains(&b);
    a != b && [PERSONS, TENSES, CURRENCIES].iter().any(same_set)
}

const ENGLISH: &[&str] = &["the", "and", "of", "with", "said", "for", "they", "were", "that", "it", "is", "to", "we", "you"];
const GERMAN: &[&str] =
    &["der", "die", "das", "und", "nicht", "den", "dem", "ist", "sich", "auf", "ein", "eine", "mit", "wir", "im", "von", "zu", "sagte"];
const SPANISH: &[&str] = &["el", "los", "las", "una", "por", "del", "con", "para", "su", "y", "en", "lo", "dijo", "al", "se"];
const FRENCH: &[&str] = &["le", "les", "des", "et", "une", "dans", "du", "au", "pour", "sur", "qui", "nous", "ne", "il", "à", "ce"];

/// How many bytes of a text are read to tell its language.
const READ: usize = 4_000;

/// The language of a text.
pub fn language_of(text: &str) -> Language {
    let mut hits = [(0_usize, Language::English), (0, Language::German), (0, Language::Spanish), (0, Language::French)];
    let mut end = READ.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let read = text.get(..end).unwrap_or(text);
    for word in read.split(|c: char| !c.is_alphanumeric()).filter(|word| (1..=6).contains(&word.len())) {
        for ((count, _), list) in hits.iter_mut().zip([ENGLISH, GERMAN, SPANISH, FRENCH]) {
            *count += usize::from(list.iter().any(|known| known.eq_ignore_ascii_case(word)));
        }
    }
    hits.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match hits {
        [(first, language), (second, _), ..] if first >= 2 && first > second => language,
        _ => Language::Unknown,
    }
}

/// What a folded word does, and which family it is of.
pub fn sort_of(word: &str, language: Language) -> (Sort, Family) {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return (Sort::Number, NO_FAMILY);
    }
    let known = match language {
        Language::English => &EN,
        Language::German => &DE,
        Language::Spanish => &ES,
        Language::French => &FR,
        Language::Unknown => {
            let short = word.is_ascii() && word.len() <= 3;
            return (if short { Sort::Function } else { Sort::Content }, NO_FAMILY);
        }
    };
    known.get(word).copied().unwrap_or((Sort::Content, NO_FAMILY))
}

/// Small words with what they do.
type Words = LazyLock<HashMap<&'static str, (Sort, Family)>>;
type Families = &'static [(Family, &'static [&'static str])];

static EN: Words = LazyLock::new(|| table(EN_FUNCTION, EN_FAMILIES, EN_STRONG));
static DE: Words = LazyLock::new(|| table(DE_FUNCTION, DE_FAMILIES, DE_STRONG));
static ES: Words = LazyLock::new(|| table(ES_FUNCTION, ES_FAMILIES, ES_STRONG));
static FR: Words = LazyLock::new(|| table(FR_FUNCTION, FR_FAMILIES, FR_STRONG));

fn table(function: &'static [&'static str], families: Families, strong: &'static [&'static str]) -> HashMap<&'static str, (Sort, Family)> {
    let function = function.iter().map(|word| (*word, (Sort::Function, NO_FAMILY)));
    let families = families.iter().flat_map(|(family, words)| words.iter().map(|word| (*word, (Sort::Function, *family))));
    let strong = strong.iter().map(|word| (*word, (Sort::Strong, NO_FAMILY)));
    function.chain(families).chain(strong).collect()
}

/// The figure that a folded number word stands for.
pub fn figure_of(word: &str, language: Language) -> Option<&'static str> {
    let list: &[&str] = match language {
        Language::English => &[
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        Language::German => &[
            "-",
            "zwei",
            "drei",
            "vier",
            "fuenf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwoelf",
            "dreizehn",
            "vierzehn",
            "fuenfzehn",
            "sechzehn",
            "siebzehn",
            "achtzehn",
            "neunzehn",
            "zwanzig",
        ],
        Language::Spanish => &[
            "-",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
            "trece",
            "catorce",
            "quince",
            "dieciseis",
            "diecisiete",
            "dieciocho",
            "diecinueve",
            "veinte",
        ],
        Language::French => &[
            "-", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze",
            "seize", "-", "-", "-", "vingt",
        ],
        Language::Unknown => &[],
    };
    let at = list.iter().position(|name| *name == word)?;
    FIGURES.get(at).copied()
}

const FIGURES: [&str; 20] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"];

/// The family of an amount's currency, for a sign or a folded word.
pub fn currency(word: &str) -> Option<Family> {
    Some(match word {
        "$" | "dollar" | "dollars" | "dolar" | "dolares" => 30,
        "€" | "euro" | "euros" => 31,
        "£" | "pound" | "pounds" => 32,
        "¥" | "yen" => 33,
        "franc" | "francs" | "franken" => 34,
        _ => return None,
    })
}

const EN_STRONG: &[&str] = &[
    "not", "never", "no", "nor", "none", "nobody", "nothing", "neither", "nowhere", "without", "can", "could", "may", "might", "must",
    "shall", "should", "will", "would", "ought", "cannot", "all", "only", "every", "always", "against", "before", "after", "under", "over",
    "more", "less", "most", "least", "many", "few", "some", "any",
];
const EN_FAMILIES: &[(Family, &[&str])] = &[
    (10, &["i", "me", "my", "mine", "myself"]),
    (11, &["we", "us", "our", "ours", "ourselves"]),
    (12, &["he", "him", "his", "himself"]),
    (13, &["she", "her", "hers", "herself"]),
    (14, &["they", "them", "their", "theirs", "themselves"]),
    (20, &["is", "are", "am", "has", "have", "does", "do"]),
    (21, &["was", "were", "had", "did"]),
];
const EN_FUNCTION: &[&str] = &[
    "the", "a", "an", "and", "or", "but", "of", "to", "in", "on", "at", "for", "from", "by", "with", "as", "that", "this", "these",
    "those", "it", "its", "you", "your", "yours", "be", "been", "being", "having", "doing", "so", "if", "then", "than", "which", "who",
    "whom", "whose", "what", "when", "where", "there", "here", "how", "because", "while", "into", "onto", "upon", "about", "up", "out",
    "off", "down", "just", "also", "too", "well", "oh", "um", "uh", "yes", "ok", "okay", "now", "very", "such", "own", "other", "each",
    "both", "through", "during", "between", "again", "once", "s", "d", "like", "really", "going", "get", "got", "go",
];
const DE_STRONG: &[&str] = &[
    "nicht", "nie", "niemals", "nein", "kein", "keine", "keinen", "keinem", "keiner", "nichts", "niemand", "ohne", "kann", "koennen",
    "konnte", "koennte", "koennten", "darf", "duerfen", "muss", "muessen", "musste", "soll", "sollen", "sollte", "sollten", "will",
    "wollen", "wollte", "wird", "werden", "wuerde", "wuerden", "alle", "nur", "immer", "gegen", "vor", "nach", "mehr", "weniger", "viele",
];
const DE_FAMILIES: &[(Family, &[&str])] = &[
    (10, &["ich", "mich", "mir", "mein", "meine", "meinen"]),
    (11, &["wir", "uns", "unser", "unsere", "unseren"]),
    (12, &["er", "ihn", "ihm"]),
    (20, &["ist", "sind", "bin", "hat", "haben", "habe"]),
    (21, &["war", "waren", "hatte", "hatten"]),
];
const DE_FUNCTION: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "und", "oder", "aber", "von", "zu", "zum",
    "zur", "in", "im", "ins", "an", "am", "auf", "fuer", "mit", "bei", "beim", "aus", "um", "als", "dass", "es", "sie", "ihr", "ihre",
    "ihren", "sich", "sein", "seine", "seinen", "so", "wenn", "dann", "wer", "was", "wie", "wo", "da", "hier", "weil", "denn", "auch",
    "noch", "ja", "doch", "nun", "sehr", "man", "worden", "gewesen", "dieser", "diese", "dieses", "diesen", "diesem", "ueber", "unter",
    "durch", "bis", "seit", "schon", "mal", "ihnen", "jetzt", "also", "gibt", "vom",
];
const ES_STRONG: &[&str] = &[
    "no", "nunca", "jamas", "nada", "nadie", "ningun", "ninguna", "ninguno", "tampoco", "ni", "sin", "puede", "pueden", "puedo", "podemos",
    "podia", "podria", "podrian", "debe", "deben", "debemos", "deberia", "deberian", "todos", "todas", "todo", "toda", "solo", "siempre",
    "contra", "antes", "despues", "mas", "menos", "muchos", "muchas", "pocos",
];
const ES_FAMILIES: &[(Family, &[&str])] = &[
    (10, &["yo", "mi", "mis", "me"]),
    (11, &["nosotros", "nosotras", "nos", "nuestro", "nuestra", "nuestros", "nuestras"]),
    (14, &["ellos", "ellas"]),
    (20, &["es", "son", "soy", "somos", "esta", "estan", "estamos", "ha", "han", "hemos", "hay"]),
    (21, &["era", "eran", "fue", "fueron", "estaba", "estaban", "habia", "habian", "hubo"]),
];
const ES_FUNCTION: &[&str] = &[
    "el", "la", "los", "las", "un", "una", "unos", "unas", "lo", "y", "e", "o", "u", "pero", "de", "del", "a", "al", "en", "con", "por",
    "para", "que", "se", "su", "sus", "le", "les", "te", "tu", "como", "si", "cuando", "donde", "quien", "cual", "este", "esta", "esto",
    "estos", "estas", "ese", "esa", "eso", "muy", "ya", "tambien", "porque", "sobre", "entre", "hasta", "desde", "ser", "estar", "haber",
    "sido", "estado", "aqui", "ahora", "asi", "pues", "bien",
];
const FR_STRONG: &[&str] = &[
    "ne",
    "pas",
    "jamais",
    "rien",
    "personne",
    "aucun",
    "aucune",
    "non",
    "sans",
    "ni",
    "peut",
    "peuvent",
    "pouvons",
    "pouvait",
    "pourrait",
    "doit",
    "doivent",
    "devons",
    "devrait",
    "devraient",
    "faut",
    "tous",
    "toutes",
    "tout",
    "toute",
    "seulement",
    "toujours",
    "contre",
    "avant",
    "apres",
    "plus",
    "moins",
    "beaucoup",
];
const FR_FAMILIES: &[(Family, &[&str])] = &[
    (10, &["je", "j", "moi", "mon", "ma", "mes", "me"]),
    (11, &["nous", "notre", "nos"]),
    (12, &["il"]),
    (13, &["elle"]),
    (14, &["ils", "elles", "leur", "leurs"]),
    (20, &["est", "sont", "suis", "sommes", "ont", "ai", "avons"]),
    (21, &["etait", "etaient", "fut", "avait", "avaient", "avions"]),
];
const FR_FUNCTION: &[&str] = &[
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "des",
    "du",
    "de",
    "d",
    "et",
    "ou",
    "mais",
    "a",
    "au",
    "aux",
    "en",
    "dans",
    "par",
    "pour",
    "avec",
    "sur",
    "sous",
    "que",
    "qu",
    "qui",
    "dont",
    "ce",
    "c",
    "cet",
    "cette",
    "ces",
    "se",
    "s",
    "son",
    "sa",
    "ses",
    "vous",
    "votre",
    "vos",
    "on",
    "y",
    "n",
    "m",
    "t",
    "si",
    "quand",
    "comme",
    "tres",
    "aussi",
    "bien",
    "deja",
    "encore",
    "parce",
    "car",
    "donc",
    "lui",
    "ete",
    "etre",
    "avoir",
    "ici",
    "maintenant",
    "cela",
    "ca",
];
