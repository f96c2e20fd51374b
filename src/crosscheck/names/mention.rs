//! Where a text names someone or something: mentions of names, found without a model.
//!
//! How: runs of capitalised words with particles, initials and “of” between them. As in the classic rule-based recognisers (McDonald 1996, “Internal and
//! external evidence in the identification and semantic categorization of proper names”), the words themselves tell what is named (titles,
//! “Ministry”, “GmbH”), and so does what stands beside them. A capital at the start of a sentence counts only if the same article does not write
//! the word small (after Mikheev 1999). Headings in title case and paragraphs in capitals are no evidence.
//!
//! German writes every noun with a capital. There a word that also follows an article or a figure is a noun, and only names of two words, words
//! after a title, surnames of names already found, and words that end as the names of places do count.
//!
//! Where it stops working: scripts without capitals have no mentions. A name of one word that only stands at the start of sentences is missed. Names of
//! works, ships and brands are found but not told from people.

use std::ops::Range;

use hashbrown::HashSet;

use super::lexicon::{Class, class, is_german_office};
use super::role::{Role, role_around};
use super::token::{Gap, Shape, Token, plain, tokens};

/// A name has at most so many words; a longer run is a heading or a list.
const LONGEST: usize = 7;

/// What the text says a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// A title, an office or a verb of saying stands beside it.
    Person,
    /// A word such as “Street” is in it.
    Place,
    /// A word such as “Ministry” is in it, or an acronym in brackets after it.
    Organisation,
    /// Nothing.
    None,
}

/// A place where a text names something.
#[derive(Clone, Debug)]
pub(super) struct Mention<'a> {
    /// In bytes of the article's text, without title and possessive.
    pub range: Range<usize>,
    /// The words as written, without points.
    pub words: Vec<&'a str>,
    /// What it seems to name.
    pub hint: Hint,
    /// The office given beside it.
    pub role: Option<Role>,
}

/// What an article tells about its words.
#[derive(Default)]
struct Evidence {
    /// Words that stand in small letters.
    small: HashSet<String>,
    /// Words with a capital that no start of a sentence explains.
    named: HashSet<String>,
    /// In German, words that follow an article or a figure.
    nouns: HashSet<String>,
    german: bool,
}

/// The mentions in `paragraphs`, each with the byte where it starts in the article's text; in order.
pub(super) fn mentions<'a>(paragraphs: &[(usize, &'a str)]) -> Vec<Mention<'a>> {
    let all: Vec<Vec<Token<'a>>> = paragraphs
        .iter()
        .map(|(start, words)| (words, tokens(words, *start)))
        .filter(|(words, tokens)| !is_heading(words, tokens))
        .map(|(_, tokens)| tokens)
        .collect();
    let evidence = Evidence::of(&all);
    let mut found = Vec::new();
    for tokens in &all {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if !token.is_capital() {
                at += 1;
                continue;
            }
            let end = run_end(tokens, at);
            found.extend(evidence.name(tokens, at..end));
            at = end;
        }
    }
    if evidence.german {
        keep_german_singles(&mut found);
    }
    found
}

/// Whether most of the longer words have a capital, or most words are in capitals.
fn is_heading(paragraph: &str, tokens: &[Token<'_>]) -> bool {
    let words = || tokens.iter().filter(|token| token.shape != Shape::Figure);
    let count = words().count();
    let capitals = words().filter(|token| token.shape == Shape::Capitals).count();
    let long = || words().filter(|token| token.text.len() > 3);
    let small = long().filter(|token| token.shape == Shape::Small).count();
    let ended = paragraph.trim_end_matches(['"', '”', '’', '“', '»', ')']).ends_with(['.', '!', '?', '…', ':', ';', ',']);
    (count >= 4 && 2 * capitals > count) || (!ended && count >= 5 && 5 * small <= long().count())
}

/// Whether a capital at `at` may come from the start of a sentence, a quotation or a heading.
fn opens(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    match (before, tokens.get(at).map(|token| token.gap)) {
        (Some(_), Some(Gap::Space | Gap::Comma | Gap::Bracket)) => false,
        (Some(before), Some(Gap::Point)) => !is_shortened(before),
        _ => true,
    }
}

/// A word whose point does not end a sentence.
fn is_shortened(token: &Token<'_>) -> bool {
    let short = ["st", "jr", "ft", "mt", "fr", "nr", "no"];
    token.shape == Shape::Initial
        || (token.is_capital() && token.text.len() <= 4 && {
            let word = plain(token.text);
            class(&word).is(Class::TITLE) || short.contains(&word.as_str())
        })
}

/// Where the run of capitalised words ends that begins at `start`; always behind it.
fn run_end(tokens: &[Token<'_>], start: usize) -> usize {
    let mut end = start + 1;
    let mut body = false;
    while let (Some(last), Some(next)) = (tokens.get(end - 1), tokens.get(end)) {
        let word = plain(last.text);
        let known = class(&word);
        body = body || known.is(Class::ORGANISATION) || known.is(Class::PLACE);
        let joined = next.gap == Gap::Space || (next.gap == Gap::Point && is_shortened(last));
        if end - start >= LONGEST || !joined || known.is(Class::CALENDAR) {
            break;
        }
        if last.possessive && !owns(tokens, end) {
            break;
        }
        if next.is_capital() {
            end += 1;
            continue;
        }
        let small = tokens.get(end..).unwrap_or_default().iter().take(4);
        // “Ada Quist von der Werft”: who has a first name and a surname comes from there.
        let names = tokens.get(start..end).unwrap_or_default().iter().filter(|token| token.is_capital() && !is_title(token)).count();
        if names > 1 && matches!(next.text, "von" | "vom" | "zu") {
            break;
        }
        let gap = small.take_while(|token| token.gap == Gap::Space && joins(token.text, body)).count();
        match tokens.get(end + gap) {
            Some(after) if gap > 0 && after.is_capital() && after.gap == Gap::Space => end += gap + 1,
            _ => break,
        }
    }
    end
}

fn is_title(token: &Token<'_>) -> bool {
    let word = plain(token.text);
    class(&word).is(Class::TITLE.and(Class::OFFICE)) || is_german_office(&word)
}

/// Whether a small word can stand within a name; “of” only in that of a place or an organisation.
fn joins(word: &str, body: bool) -> bool {
    class(word).is(Class::PARTICLE) || (body && matches!(word, "of" | "the" | "für" | "for"))
}

/// “St Brannoc’s Hospital” is one name, “Halloran’s Ministry” rarely stands in a text.
fn owns(tokens: &[Token<'_>], next: usize) -> bool {
    let after =
        |at: usize| tokens.get(at).filter(|token| token.is_capital() && token.gap == Gap::Space).map(|token| class(&plain(token.text)));
    after(next).is_some_and(|known| known.is(Class::ORGANISATION.and(Class::PLACE))) && after(next + 1).is_none()
}

impl Evidence {
    fn of(all: &[Vec<Token<'_>>]) -> Self {
        let mut evidence = Self::default();
        let (mut german, mut other) = (0_usize, 0_usize);
        for tokens in all {
            for (at, token) in tokens.iter().enumerate() {
                match token.shape {
                    Shape::Small => {
                        match token.text {
                            "der" | "die" | "und" | "das" | "den" | "nicht" | "mit" | "ist" | "ein" | "eine" => german += 1,
                            "the" | "of" | "and" | "el" | "los" | "que" | "y" | "les" | "et" | "het" | "een" | "il" | "che" => other += 1,
                            _ => {}
                        }
                        if !evidence.small.contains(token.text) {
                            evidence.small.insert(plain(token.text));
                        }
                    }
                    Shape::Capital if !opens(tokens, at) => {
                        let word = plain(token.text);
                        evidence.named.insert(word);
                    }
                    _ => {}
                }
            }
        }
        evidence.german = german > other && german >= 3;
        if evidence.german {
            evidence.nouns = all.iter().flat_map(|tokens| nouns(tokens)).collect();
        }
        evidence
    }

    /// The name in a run of capitalised words, if there is one.
    fn name<'a>(&self, tokens: &[Token<'a>], run: Range<usize>) -> Option<Mention<'a>> {
        let opening = opens(tokens, run.start);
        let (core, titled) = self.core(tokens, run.clone(), opening)?;
        let words = tokens.get(core.clone())?;
        let (first, last) = (words.first()?, words.last()?);
        let range = first.start..last.range().end;
        let whole = opening && core.start == run.start;
        let classes: Vec<Class> = words.iter().map(|token| class(&plain(token.text))).collect();
        let has =
            |wanted: Class| classes.first().is_some_and(|known| known.is(wanted)) || classes.last().is_some_and(|known| known.is(wanted));
        let initials = || words.iter().filter(|token| token.is_capital()).filter_map(|token| token.text.chars().next());
        let acronym =
            tokens.get(core.end).is_some_and(|next| next.gap == Gap::Bracket && words.len() > 1 && next.text.chars().eq(initials()));
        let several = words.iter().filter(|token| token.is_capital()).count() > 1;
        if !several && !titled && !self.stands_alone(first, whole, *classes.first()?) {
            return None;
        }
        let shouted = words.iter().all(|token| matches!(token.shape, Shape::Capitals | Shape::Initial | Shape::Small));
        if shouted && !titled {
            return None;
        }
        if several && !titled && classes.iter().all(|known| known.is(Class::PEOPLE.and(Class::OPENER).and(Class::TITLE))) {
            return None;
        }
        let role = role_around(tokens, run.start..core.start, core.clone()).filter(|_| !has(Class::ORGANISATION) || titled);
        let says = |at: Option<&Token<'_>>| at.is_some_and(|token| token.shape == Shape::Small && class(token.text).is(Class::SAYING));
        let saying = says(tokens.get(core.end)) || says(run.start.checked_sub(1).and_then(|before| tokens.get(before)));
        let hint = match () {
            () if titled => Hint::Person,
            () if acronym || has(Class::ORGANISATION) => Hint::Organisation,
            () if role.is_some() => Hint::Person,
            () if has(Class::PLACE) => Hint::Place,
            () if saying && words.len() < 5 => Hint::Person,
            () => Hint::None,
        };
        Some(Mention { range, words: words.iter().map(|token| token.text).collect(), hint, role })
    }

    /// The words of a run that are the name, and whether a title stood before them.
    fn core(&self, tokens: &[Token<'_>], run: Range<usize>, opening: bool) -> Option<(Range<usize>, bool)> {
        let mut core = run.clone();
        let known = |at: usize| tokens.get(at).map(|token| class(&plain(token.text))).unwrap_or_default();
        let written_small = |at: usize| tokens.get(at).is_some_and(|token| self.small.contains(&plain(token.text)));
        // “The Courier”, “But Ingrid”, “Witness Ingrid Berg” at the start of a sentence.
        while core.len() > 1 {
            let word = known(core.start);
            let at_opening = opening && core.start == run.start;
            let opener = word.is(Class::OPENER) && (at_opening || tokens.get(core.start).is_some_and(|token| token.text == "The"));
            let common = at_opening && written_small(core.start) && !word.is(Class::TITLE.and(Class::OFFICE).and(Class::PLACE));
            if !opener && !common {
                break;
            }
            core.start += 1;
        }
        while core.len() > 1 && known(core.end - 1).is(Class::CALENDAR) {
            core.end -= 1;
        }
        let ends = known(core.end - 1);
        let is_body = ends.is(Class::ORGANISATION.and(Class::PLACE))
            || (core.len() > 1
                && known(core.start).is(Class::ORGANISATION)
                && tokens.get(core.start + 1).is_some_and(|token| token.shape == Shape::Small));
        let is_title = |at: usize| {
            let word = known(at);
            let office = self.german && tokens.get(at).is_some_and(|token| is_german_office(&plain(token.text)));
            office || word.is(Class::TITLE.and(Class::OFFICE))
        };
        // “Mayor Hill” is a person, “Queen Street” is none.
        const IN_STREETS: [&str; 8] = ["king", "queen", "prince", "princess", "saint", "bishop", "general", "count"];
        let in_streets = |at: usize| tokens.get(at).is_some_and(|token| IN_STREETS.contains(&plain(token.text).as_str()));
        let person = core.len() < 4 && is_title(core.start) && (core.len() == 3 || !in_streets(core.start));
        let mut titled = false;
        if !is_body || person {
            let title = (core.start..core.end).rev().find(|at| is_title(*at) && !tokens.get(*at).is_some_and(|token| token.possessive));
            if let Some(title) = title {
                core.start = title + 1;
                titled = true;
            }
        }
        // “Secretary of State Ada Quist”: the office reaches into the run.
        let before = |back: usize| core.start.checked_sub(back).and_then(|at| tokens.get(at));
        let of_office = before(1).is_some_and(|token| matches!(token.text, "of" | "for")) && before(2).is_some_and(known_office);
        if !titled && of_office && core.len() > 2 && known(core.start).is(Class::DEPARTMENT) {
            core.start += 1;
            titled = true;
        }
        // “Bürgermeister von Seefeld”: the particle belongs to the place.
        if titled && tokens.get(core.start).is_some_and(|token| token.shape == Shape::Small) && core.len() < 3 {
            core.start += 1;
            titled = false;
        }
        if !titled
            && core.len() > 2
            && known(core.start).is(Class::PEOPLE)
            && !written_small(core.start)
            && known(core.start).is(Class::PEOPLE)
        {
            let direction = tokens
                .get(core.start)
                .is_some_and(|token| matches!(token.text, "North" | "South" | "East" | "West" | "Upper" | "Lower" | "Great"));
            core.start += usize::from(!direction);
        }
        if self.german && !titled {
            let noun = (core.start..core.end).rev().find(|at| tokens.get(*at).is_some_and(|token| self.nouns.contains(&plain(token.text))));
            core.start = noun.map_or(core.start, |noun| noun + 1);
        }
        while tokens.get(core.start).is_some_and(|token| token.shape == Shape::Small) && core.start < core.end && !titled {
            core.start += 1;
        }
        while core.len() > 1 && tokens.get(core.end - 1).is_some_and(|token| matches!(token.text, "Jr" | "Sr" | "II" | "III")) {
            core.end -= 1;
        }
        let pair = tokens.get(core.clone())?.iter().any(|token| self.is_pair(token));
        (!core.is_empty() && !pair).then_some((core, titled))
    }

    /// “Halloran-Voss” where both stand alone as well: two names, as in “the Halloran-Voss talks”.
    fn is_pair(&self, token: &Token<'_>) -> bool {
        let (first, second) = token.text.split_once('-').unwrap_or((token.text, ""));
        let capital = |part: &str| part.starts_with(char::is_uppercase);
        let stands = |part: &str| part.chars().all(char::is_uppercase) || self.named.contains(&plain(part));
        capital(first) && capital(second) && stands(first) && stands(second)
    }

    /// Whether one capitalised word without a title is a name.
    fn stands_alone(&self, token: &Token<'_>, opening: bool, known: Class) -> bool {
        let word = plain(token.text);
        let never = Class::OPENER.and(Class::CALENDAR).and(Class::TITLE).and(Class::OFFICE).and(Class::PEOPLE);
        let body = Class::ORGANISATION.and(Class::PLACE).and(Class::DEPARTMENT).and(Class::RANK);
        let sure = !opening || self.named.contains(&word);
        token.shape == Shape::Capital && word.chars().count() > 2 && sure && !known.is(never.and(body)) && !self.small.contains(&word)
    }
}

fn known_office(token: &Token<'_>) -> bool {
    class(&plain(token.text)).is(Class::OFFICE.and(Class::TITLE))
}

/// The words of a German paragraph that follow an article, an article and an adjective, or a figure.
fn nouns(tokens: &[Token<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    let mut ready = false;
    let mut before = "";
    for token in tokens {
        let joined = token.gap == Gap::Space;
        // “von der Heide” is a surname.
        let of = std::mem::replace(&mut before, token.text) == "von";
        match token.shape {
            Shape::Figure => ready = true,
            Shape::Small if class(token.text).is(Class::DETERMINER) => ready = !of,
            Shape::Small => ready = ready && joined && token.text.ends_with(['e', 'n', 'r', 's', 'm']),
            _ if class(&plain(token.text)).is(Class::DETERMINER) => ready = true,
            _ => {
                if ready && joined {
                    found.push(plain(token.text));
                }
                ready = false;
            }
        }
    }
    found
}

/// Of the German names of one word, keeps those that something speaks for.
fn keep_german_singles(found: &mut Vec<Mention<'_>>) {
    const PLACES: [&str; 20] = [
        "burg", "berg", "hafen", "haven", "stadt", "dorf", "heim", "hausen", "ingen", "bach", "furt", "brück", "münde", "walde", "kirchen",
        "feld", "hagen", "rode", "au", "see",
    ];
    let surnames: HashSet<&str> = found.iter().filter(|one| one.words.len() > 1).filter_map(|one| one.words.last().copied()).collect();
    let keep = |one: &Mention<'_>| {
        let word = one.words.first().copied().unwrap_or_default();
        let genitive = word.strip_suffix('s').is_some_and(|word| surnames.contains(word));
        one.words.len() > 1
            || one.hint == Hint::Person
            || surnames.contains(word)
            || genitive
            || PLACES.iter().any(|end| word.ends_with(end))
    };
    let kept: Vec<bool> = found.iter().map(keep).collect();
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or_default());
}
