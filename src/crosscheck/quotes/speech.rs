//! Who says a quotation: the words before, after and between its parts.
//!
//! How: in the sentence around the quotation the nearest verb of [`verbs`] is looked for; its subject is the name beside it, over an apposition
//! (“Ada Quist, a friend of Bo Lind, said”), or after it (“said the mayor, Ada Quist”). This is the pattern method of O'Keefe et al. 2012 (“A sequence
//! labelling approach to quote attribution”, the rule baseline). A pronoun stands for the subject of the sentence before in the same paragraph, or for the only person
//! named in it, or for the last speaker when the paragraph before names nobody else (after the salience rules of Lappin and Leass 1994).
//! A last name is completed to the full name that the article gives.
//!
//! Where it stops working: it names nobody rather than a wrong person, so speakers without a name (“a fisherman”) and those named two paragraphs
//! earlier stay unknown. A German noun after an article is not taken for a name.

use std::collections::HashMap;

use super::language::{Language, Sort, sort_of};
use super::tokens::folded;
use super::verbs;

/// Who is said to speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A name, as it is written beside the verb.
    Name(String),
    /// A pronoun: whether it is a woman's, where it tells.
    Pronoun(Option<bool>),
    /// There is a verb of saying, but no name.
    Unnamed,
}

/// At most so many words around a quotation are read.
const MOST_WORDS: usize = 60;

/// A word of the narration.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    text: &'a str,
    at: usize,
    /// The first character after it that is no space; a space if there is none.
    mark: char,
}

impl Word<'_> {
    fn small(&self) -> String {
        self.text.to_lowercase()
    }

    fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    fn possessive(&self) -> Option<&str> {
        self.text.strip_suffix("’s").or_else(|| self.text.strip_suffix("'s"))
    }
}

/// A name in a row of words.
#[derive(Clone, Debug)]
struct Name {
    first: usize,
    last: usize,
    text: String,
    titles: Vec<String>,
    /// “Quist’s”: it belongs to what follows.
    possessive: bool,
}

fn words(narration: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut start: Option<usize> = None;
    let mut chars = narration.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let inside = c.is_alphanumeric()
            || (start.is_some() && matches!(c, '\'' | '’' | '-' | '.') && next.is_alphanumeric())
            || (start.is_some() && c == '.' && is_short(narration.get(start.unwrap_or(at)..at).unwrap_or_default()));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.extend(narration.get(from..at).map(|text| Word { text, at: from, mark: ' ' }));
                start = None;
            }
            _ => {}
        }
        if !inside
            && !c.is_whitespace()
            && let Some(last) = found.last_mut().filter(|last| last.mark == ' ')
        {
            last.mark = c;
        }
        if found.len() >= MOST_WORDS {
            return found;
        }
    }
    found.extend(start.and_then(|from| narration.get(from..).map(|text| Word { text, at: from, mark: ' ' })));
    found
}

/// Whether a point after these letters belongs to them: “J.”, “Dr.”, “U.S.”.
fn is_short(letters: &str) -> bool {
    let capital = letters.chars().next().is_some_and(char::is_uppercase);
    capital
        && (letters.chars().count() == 1
            || letters.contains('.')
            || (letters.len() <= 4 && verbs::is_title(letters) && !letters.chars().all(char::is_uppercase)))
}

/// Where in the words of an unclosed quotation its reporter begins to speak: “…, said Ada Quist”, “…, he said”.
pub fn breaks_off(said: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(comma) = said.get(from..)?.find([',', '?', '!']) {
        let at = from + comma;
        from = at + 1;
        let mut end = said.len().min(from + 160);
        while !said.is_char_boundary(end) {
            end -= 1;
        }
        let next = words(said.get(from..end).unwrap_or_default());
        let [first, second, ..] = next.as_slice() else { continue };
        let (one, two) = (first.small(), second.small());
        let speaks = |word: &str| PAST.contains(&word);
        let named = second.is_capital()
            || PRONOUNS.contains(&two.as_str())
            || matches!(two.as_str(), "the" | "a" | "one" | "die" | "der" | "el" | "la" | "le" | "un" | "une");
        let third = next.get(2).is_some_and(|third| speaks(&third.small()));
        if (speaks(&one) && named)
            || ((PRONOUNS.contains(&one.as_str()) || first.is_capital()) && speaks(&two))
            || (first.is_capital() && second.is_capital() && third)
        {
            return Some(at + 1);
        }
    }
    None
}

/// Verbs that hardly do anything but report.
const PAST: &[&str] = &[
    "said",
    "says",
    "told",
    "added",
    "explained",
    "replied",
    "insisted",
    "sagte",
    "erklärte",
    "betonte",
    "meinte",
    "dijo",
    "afirmó",
    "aseguró",
    "explicó",
    "déclare",
    "explique",
    "affirme",
    "ajoute",
    "dit",
    "répond",
    "raconte",
    "lance",
    "assure",
];
const PRONOUNS: &[&str] = &["he", "she", "they", "it", "i", "we", "er", "sie", "él", "ella", "il", "elle"];

fn pronoun(word: &str) -> Option<Who> {
    Some(match word {
        "he" | "er" | "él" | "il" => Who::Pronoun(Some(false)),
        "she" | "ella" | "elle" => Who::Pronoun(Some(true)),
        "they" | "it" | "sie" => Who::Pronoun(None),
        _ => return None,
    })
}

/// The names in a row of words.
fn names(words: &[Word<'_>], language: Language) -> Vec<Name> {
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(word) = words.get(index) {
        if !may_name(word, language) {
            index += 1;
            continue;
        }
        let first = index;
        let mut last = index;
        while let Some(current) = words.get(last) {
            if current.mark != ' ' && !(current.mark == '.' && current.text.len() <= 3) {
                break;
            }
            let of = |next: &Word<'_>| verbs::is_body(current.text) && matches!(next.text, "of" | "for");
            // “die Sprecherin der Feuerwehr”, “la directora del hospital”: the particle belongs to the office.
            let office = current.text.len() > 5 && verbs::is_title(current.text);
            let particle =
                words.get(last + 1).is_some_and(|next| next.mark == ' ' && ((PARTICLES.contains(&next.text) && !office) || of(next)));
            let step = if particle && words.get(last + 2).is_some_and(Word::is_capital) { 2 } else { 1 };
            match words.get(last + step).filter(|next| may_name(next, language)) {
                Some(_) => last += step,
                None => break,
            }
        }
        index = last + 1;
        found.extend(name(words, first, last, language));
    }
    found
}

const PARTICLES: &[&str] = &["de", "da", "del", "van", "von", "der", "bin", "al", "le", "la", "di", "du"];

fn may_name(word: &Word<'_>, language: Language) -> bool {
    if !word.is_capital() || verbs::is_calendar(word.text) || word.text.len() < 2 {
        return false;
    }
    let plain = folded(word.text);
    // A short word is no function word only because the language is not known.
    let (sort, _) = sort_of(&plain, if language == Language::Unknown { Language::English } else { language });
    word.text.chars().all(|c| c.is_uppercase()) || sort == Sort::Content
}

fn name(words: &[Word<'_>], first: usize, last: usize, language: Language) -> Option<Name> {
    let run = words.get(first..=last)?;
    // Of “Kremlin’s Ada Quist” the end speaks, of “St Anne’s Hospital” the whole.
    let after_possessive = run.iter().rposition(|word| word.possessive().is_some()).map_or(0, |at| at + 1);
    let (start, run) = if (1..run.len().saturating_sub(1)).contains(&after_possessive) {
        (first + after_possessive, run.get(after_possessive..)?)
    } else {
        (first, run)
    };
    let titles = run.iter().take_while(|word| verbs::is_title(word.text)).count();
    let bare = run.get(titles..)?;
    let (final_word, alone) = (bare.last()?, bare.len() == 1);
    let before = first.checked_sub(1).and_then(|at| words.get(at));
    if alone && start == 0 && titles == 0 && verbs::opens_sentence(final_word.text) {
        return None;
    }
    let determined =
        before.is_some_and(|word| word.text.chars().all(char::is_lowercase) && word.mark == ' ' && !verbs::reports(&word.small()));
    let determined = determined
        || (start > 0
            && words.first().is_some_and(|word| word.at == 0)
            && start == 1
            && before.is_some_and(|word| is_article(&word.small())));
    if language == Language::German && alone && titles == 0 && determined {
        return None;
    }
    let text: Vec<&str> = bare.iter().map(|word| word.text.trim_end_matches('.')).collect();
    let text = text.join(" ");
    let plain = text.strip_suffix("’s").or_else(|| text.strip_suffix("'s")).unwrap_or(&text);
    Some(Name {
        first: start,
        last,
        text: plain.to_owned(),
        titles: run.iter().take(titles).map(|word| word.text.to_owned()).collect(),
        possessive: final_word.possessive().is_some(),
    })
}

fn is_article(word: &str) -> bool {
    matches!(word, "der" | "die" | "das" | "den" | "dem" | "ein" | "eine")
}

fn preposition_before(words: &[Word<'_>], name: &Name) -> bool {
    name.first.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| verbs::is_preposition(&word.small()) && word.mark == ' ')
}

/// The subject of the verb at `verb`, from the words before it.
fn subject_before(words: &[Word<'_>], verb: usize, language: Language) -> Option<Who> {
    let mut at = verb.checked_sub(1)?;
    let passes = |word: &Word<'_>| word.mark == ' ' && verbs::is_between(&word.small()) && pronoun(&word.small()).is_none();
    while at > 0 && words.get(at).is_some_and(passes) {
        at -= 1;
    }
    let before = words.get(at)?;
    if let Some(who) = pronoun(&before.small()).filter(|_| before.mark == ' ') {
        return Some(who);
    }
    let head = words.get(..verb)?;
    let named: Vec<Name> = names(head, language).into_iter().filter(|name| !name.possessive && !preposition_before(words, name)).collect();
    let who = |name: &Name| Who::Name(name.text.clone());
    let marked = |name: &Name| words.get(name.last).is_some_and(|word| word.mark == ',');
    let beside = words.get(verb - 1)?;
    let joined = matches!(beside.small().as_str(), "and" | "but" | "und" | "y" | "et" | "pero" | "mais" | "aber");
    if joined || verbs::is_participle(&words.get(verb)?.small()) {
        // The subject of the sentence, also if it is a pronoun; whom it speaks to is none.
        let told = reporting(head).next().unwrap_or(verb);
        let name = named.first().filter(|name| name.first < told);
        let spoken = head.iter().enumerate().find_map(|(at, word)| pronoun(&word.small()).map(|who| (at, who)));
        return match (name, spoken) {
            (Some(name), Some((at, _))) if name.first < at => Some(who(name)),
            (_, Some((_, spoken))) => Some(spoken),
            (name, None) => name.map(who),
        };
    }
    if beside.mark == ',' {
        let apposition = named.iter().rev().find(|name| marked(name) && name.last + 1 < verb);
        return apposition.or_else(|| named.iter().rev().find(|name| name.last + 1 == verb)).map(who);
    }
    // “the Kremlin adviser said”: a name that only describes is no subject.
    let is_subject = |name: &&Name| {
        let between = words.get(name.last + 1..verb).unwrap_or_default();
        let first = between.first().map(Word::small);
        let leads =
            first.as_deref().is_some_and(|word| verbs::is_preposition(word) || matches!(word, "who" | "der" | "die" | "quien" | "qui"));
        between.len() <= 14 && (leads || between.iter().all(|word| verbs::is_between(&word.small())))
    };
    named.iter().rev().find(is_subject).map(who)
}

/// The subject of the verb at `verb`, from the words after it.
fn subject_after(words: &[Word<'_>], verb: usize, language: Language) -> Option<Who> {
    let verb_word = words.get(verb)?;
    if verb_word.text.contains('-') {
        let small = verb_word.small();
        if verbs::french_first(&small).is_some() {
            return pronoun(small.rsplit('-').next().unwrap_or_default());
        }
    }
    if let Some(who) = words.get(verb + 1).and_then(|word| pronoun(&word.small())) {
        return Some(who);
    }
    let tail = words.get(verb + 1..)?;
    let preposition = |word: &Word<'_>| verbs::is_preposition(&word.small()) && !PARTICLES.contains(&word.text);
    let end = tail.iter().position(|word| matches!(word.mark, '.' | '!' | '?' | ';' | ':')).map_or(tail.len(), |at| at + 1);
    let with_verb = words.get(..verb + 1 + end.min(14))?;
    // After “a spokesman for Lind” only “, Ada Quist” is the one who speaks.
    let office = tail.iter().position(preposition).map_or(usize::MAX, |at| verb + 1 + at);
    let speaks = |name: &Name| {
        let comma = |at: usize| words.get(at).is_some_and(|word| matches!(word.mark, ',' | '.' | ';'));
        let first = name.first.saturating_sub(name.titles.len());
        let set_off = first.checked_sub(1).is_some_and(comma) && (comma(name.last) || name.last + 1 == words.len());
        name.first > verb && !name.possessive && (name.first < office || set_off)
    };
    names(with_verb, language).into_iter().find(speaks).map(|name| Who::Name(name.text))
}

/// The verbs of saying in a row of words, by index.
fn reporting<'a>(words: &'a [Word<'_>]) -> impl DoubleEndedIterator<Item = usize> + 'a {
    words.iter().enumerate().filter_map(|(at, word)| {
        let adverb = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.text.ends_with("ly"));
        let before = at.checked_sub(if adverb { 2 } else { 1 }).and_then(|before| words.get(before)).filter(|word| word.mark == ' ');
        let verb = verbs::reports(&word.small()) && !(word.is_capital() && word.at > 0);
        // “a déclaré” is French; “a report” is none.
        let perfect = before.is_some_and(|before| before.text == "a") && (!word.text.is_ascii() || word.text == "dit");
        (verb && (perfect || !before.is_some_and(|before| verbs::makes_noun(&before.small())))).then_some(at)
    })
}

/// Who speaks by the words after a quotation, up to the end of the sentence.
pub fn after(narration: &str, language: Language) -> Option<Who> {
    let words = words(narration);
    let end = words.iter().position(|word| matches!(word.mark, '.' | '!' | '?' | ';')).map_or(words.len(), |at| at + 1);
    let words = words.get(..end)?;
    let other = || {
        let subject = |word: &Word<'_>| word.is_capital() || pronoun(&word.small()).is_some();
        let at = words.iter().take(4).position(|word| verbs::may_report(word.text))?;
        (matches!(language, Language::English | Language::Unknown) && words.iter().take(at).all(subject)).then_some(at)
    };
    let found = reporting(words).find(|verb| *verb < 16);
    let Some(verb) = other().filter(|at| found.is_none_or(|found| *at < found)).or(found) else { return source_named(words, language) };
    if verb == 0 || verbs::french_first(&words.get(verb)?.small()).is_some() {
        return Some(subject_after(words, verb, language).unwrap_or(Who::Unnamed));
    }
    // “has said”, “a déclaré”, “hat gesagt”.
    if words.iter().take(verb).all(|word| verbs::is_between(&word.small())) {
        return Some(subject_after(words, verb, language).unwrap_or(Who::Unnamed));
    }
    match subject_before(words, verb, language) {
        Some(who) => Some(who),
        None => (verb <= 6).then_some(Who::Unnamed),
    }
}

/// Who speaks by the words before a quotation, from the start of the sentence.
pub fn before(narration: &str, language: Language) -> Option<Who> {
    let words = words(narration);
    let Some(verb) = reporting(&words).next_back() else { return source_named(&words, language) };
    if let Some(who) = subject_before(&words, verb, language) {
        return Some(who);
    }
    if (verb <= 1 || matches!(language, Language::German))
        && let Some(who) = subject_after(&words, verb, language)
    {
        return Some(who);
    }
    source_named(&words, language).or(Some(Who::Unnamed))
}

/// Who speaks in a sentence that tells in its own words what somebody has said, and where the verb stands in it; nothing where nobody speaks.
pub fn teller(sentence: &str, language: Language) -> Option<(Who, usize)> {
    let words = words(sentence);
    let mut speaks = None;
    for verb in reporting(&words) {
        let at = words.get(verb).map_or(0, |word| word.at);
        let follows = words.get(verb + 1).is_some_and(|next| next.is_capital() || verbs::is_determiner(&next.small()));
        let turned = verb.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| before.mark == ',') && follows;
        let (first, second): (Subject, Subject) = if turned { (subject_after, subject_before) } else { (subject_before, subject_after) };
        let other = turned || language == Language::German;
        match first(&words, verb, language).or_else(|| second(&words, verb, language).filter(|_| other)) {
            Some(who) => return Some((who, at)),
            None => speaks = Some((Who::Unnamed, at)),
        }
    }
    source_named(&words, language).map(|who| (who, 0)).or_else(|| so_says(&words, language)).or(speaks)
}

/// “…, so Ada Quist”, “…, so die Bürgermeisterin”, with the byte of “so”.
fn so_says(words: &[Word<'_>], language: Language) -> Option<(Who, usize)> {
    let set_off = |pair: &[Word<'_>]| matches!(pair, [before, so] if before.mark != ' ' && so.text == "so" && so.mark == ' ');
    let so = words.windows(2).rposition(set_off).filter(|_| language == Language::German)? + 1;
    let tail = words.get(so + 1..words.len().min(so + 8))?;
    let named = names(tail, language).into_iter().find(|name| name.first <= 4 && !preposition_before(tail, name));
    let follows = tail.first().is_some_and(|next| next.is_capital() || is_article(&next.small()));
    let at = words.get(so)?.at;
    follows.then(|| (named.map_or(Who::Unnamed, |name| Who::Name(name.text)), at))
}

/// Looks for the subject of a verb on one of its sides.
type Subject = fn(&[Word<'_>], usize, Language) -> Option<Who>;

/// “according to Ada Quist”, “so Ada Quist”.
fn source_named(words: &[Word<'_>], language: Language) -> Option<Who> {
    let mut previous: Option<String> = None;
    for (index, word) in words.iter().enumerate().take(12) {
        let small = word.small();
        let so = language == Language::German && small == "so" && index == 0;
        if so || verbs::is_according(previous.as_deref(), &small) {
            // “Nach den Worten von Ada Quist”: the noun is no name.
            let tail = words.get(index + 1..words.len().min(index + 8))?;
            let name = names(tail, language).into_iter().find(|name| name.first <= 4)?;
            return Some(Who::Name(name.text));
        }
        previous = Some(small);
    }
    None
}

/// What stands before the last pronoun of a sentence that could be its speaker; nothing where it has none.
pub fn before_pronoun(sentence: &str) -> &str {
    let words = words(sentence);
    let at = words.iter().rev().find(|word| pronoun(&word.small()).is_some()).map_or(0, |word| word.at);
    sentence.get(..at).unwrap_or_default()
}

/// The office of the subject of the verb at a byte of a sentence, folded: “the mayor said”, “said the mayor”.
pub fn office(sentence: &str, verb: usize) -> Option<String> {
    let words = words(sentence);
    let at = words.iter().position(|word| word.at == verb)?;
    let clause = words.iter().take(at).rposition(|word| word.mark != ' ').map_or(0, |last| last + 1);
    let before = words.get(clause..at).filter(|clause| (1..9).contains(&clause.len())).unwrap_or_default();
    let after = words.get(at + 1..words.len().min(at + 5)).unwrap_or_default();
    before.iter().chain(if before.is_empty() { after } else { &[] }).find_map(|word| office_of(word.text))
}

/// The offices that a narration names, folded.
pub fn offices(narration: &str) -> Vec<String> {
    words(narration).iter().filter_map(|word| office_of(word.text)).collect()
}

/// A word that gives an office, folded; “Mr” gives none.
fn office_of(word: &str) -> Option<String> {
    (word.len() > 3 && verbs::is_title(word) && verbs::is_woman(word).is_none()).then(|| folded(word))
}

/// The offices that stand beside a name: “Mayor Ada Quist”, “the mayor, Ada Quist”, “Ada Quist, the mayor”.
fn offices_beside(words: &[Word<'_>], name: &Name) -> Vec<String> {
    let mut found: Vec<String> = name.titles.iter().filter_map(|title| office_of(title)).collect();
    let before = name.first.checked_sub(1).and_then(|at| words.get(at)).filter(|word| matches!(word.mark, ' ' | ','));
    found.extend(before.and_then(|word| office_of(word.text)));
    if words.get(name.last).is_some_and(|word| word.mark == ',') {
        let after = words.iter().skip(name.last + 1).take(5);
        let mut open = true;
        found.extend(after.take_while(|word| std::mem::replace(&mut open, word.mark == ' ')).find_map(|word| office_of(word.text)));
    }
    found
}

/// The persons that an article names in full, by their last name, and who holds which office.
#[derive(Debug, Default)]
pub struct People {
    full: HashMap<String, String>,
    offices: HashMap<String, Option<String>>,
}

impl People {
    /// Reads the names of an article: two or three capitalised words in a row. Of several with one last name the commonest counts, if there is one.
    pub fn read(text: &str, language: Language) -> Self {
        let mut counts: HashMap<String, HashMap<String, usize>> = HashMap::new();
        let mut offices: HashMap<String, Option<String>> = HashMap::new();
        let lines = text.split('\n').flat_map(|line| line.split_inclusive(['.', ';', '!', '?']));
        for piece in lines {
            let mut rest = piece;
            while !rest.trim().is_empty() {
                let words = words(rest);
                for name in names(&words, language) {
                    let count = name.text.split(' ').count();
                    let last = name.text.rsplit(' ').next().unwrap_or_default();
                    if (2..=3).contains(&count) && !name.text.contains(|c: char| c.is_ascii_digit()) {
                        *counts.entry(last.to_owned()).or_default().entry(name.text.clone()).or_default() += 1;
                        for office in offices_beside(&words, &name) {
                            let holder = offices.entry(office).or_insert_with(|| Some(name.text.clone()));
                            // An office with two holders tells nobody.
                            *holder = holder.take().filter(|holder| *holder == name.text);
                        }
                    }
                }
                let read = words.get(MOST_WORDS - 1).map_or(rest.len(), |word| word.at + word.text.len());
                rest = rest.get(read..).unwrap_or_default();
            }
        }
        let commonest = |(last, names): (String, HashMap<String, usize>)| {
            let most = names.values().copied().max()?;
            let mut best = names.into_iter().filter(|(_, count)| *count == most).map(|(name, _)| name);
            let first = best.next()?;
            best.next().is_none().then_some((last, first))
        };
        Self { full: counts.into_iter().filter_map(commonest).collect(), offices }
    }

    /// The full name of someone.
    pub fn complete(&self, name: &str) -> String {
        let full = if name.contains(' ') { None } else { self.full.get(name).cloned() };
        full.unwrap_or_else(|| name.to_owned())
    }

    /// Who holds an office, if it is one person.
    pub fn holder(&self, office: &str) -> Option<&str> {
        self.offices.get(office)?.as_deref()
    }

    /// The offices with their holders.
    pub fn offices(&self) -> impl Iterator<Item = (&str, &str)> {
        self.offices.iter().filter_map(|(office, holder)| Some((office.as_str(), holder.as_deref()?)))
    }

    fn is_person(&self, name: &Name) -> bool {
        !name.titles.is_empty() || name.text.contains(' ') || self.full.contains_key(&name.text)
    }

    /// The one whom a pronoun after these sentences means: the subject of the nearest sentence with a verb of saying, else the only person of the nearest
    /// sentence that names any, else whoever it begins with.
    pub fn antecedent(&self, sentences: &[&str], woman: Option<bool>, language: Language) -> Option<String> {
        for sentence in sentences.iter().rev() {
            let words = words(sentence);
            let named: Vec<Name> = names(&words, language).into_iter().filter(|name| self.is_person(name)).collect();
            if let Some(Who::Name(name)) = before(sentence, language) {
                return Some(name);
            }
            let named: Vec<Name> = named.into_iter().filter(|name| !name.possessive).collect();
            let fits = |name: &&Name| {
                let told = name.titles.iter().find_map(|title| verbs::is_woman(title));
                told.is_none() || woman.is_none() || told == woman
            };
            let mut distinct: Vec<&str> = named.iter().map(|name| name.text.as_str()).collect();
            distinct.sort_unstable();
            distinct.dedup();
            if let [_] = distinct.as_slice() {
                return named.first().filter(fits).map(|name| name.text.clone());
            }
            if let Some(first) = named.first() {
                let leads = first.first.saturating_sub(first.titles.len()) <= 1;
                return Some(first).filter(|_| leads).filter(fits).map(|name| name.text.clone());
            }
        }
        None
    }

    /// Whom a narration names, in order; in German, where every noun is written as a name is, only persons.
    pub fn named(&self, narration: &str, language: Language) -> Vec<String> {
        let words = words(narration);
        let named = names(&words, language).into_iter().filter(|name| language != Language::German || self.is_person(name));
        named.map(|name| self.complete(&name.text)).collect()
    }

    /// Whether a text names a person.
    pub fn names_anyone(&self, text: &str, language: Language) -> bool {
        names(&words(text), language).iter().any(|name| self.is_person(name))
    }
}
