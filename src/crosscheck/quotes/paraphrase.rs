//! A statement that one article quotes and another tells in its own words.
//!
//! How: the [`tellings`] of each article and the quotations are kept under pairs of voice ([`voices`](super::voices)) and stem, so that a sentence meets only what the
//! same people are quoted with; those that share a few rarer stems are weighed by [`likeness`]. The less is known of who speaks, the more the words must prove. A telling
//! belongs to the quotation that it tells most of, and only in an article that does not quote the statement itself.
//!
//! Where it stops working: on a paraphrase in other words than those, and on speakers whose names are written with other first letters. It is meant to be right rather
//! than complete.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::crosscheck::finding::{Place, QuoteClass, QuoteGroup, Quoted};
use crate::crosscheck::source::{Apart, ArticleNo, Source, Sources};

use super::extraction::{Quotation, same_name};
use super::index::Index;
use super::language::{Language, Sort};
use super::likeness::{Likeness, Rarity, Words, likeness};
use super::speech::People;
use super::tellings::{Telling, tellings, words_of};
use super::tokens::{Token, hash_of, stemmed};
use super::voices::voice;
use super::wordings::{Articles, Told, Wordings};

/// A quotation with fewer stems is not looked for.
const LEAST: usize = 3;

/// From so many stems on the words alone may prove it, without a speaker.
const LONG: usize = 4;

/// What stands under more numbers leads nowhere.
const COMMON: usize = 24;

/// So many articles are kept by their rarity while new sentences are weighed.
const MOST_KEPT: usize = 64;

/// A telling in its article.
#[derive(Clone, Debug)]
struct Sentence {
    article: ArticleNo,
    telling: Telling,
}

/// The sentences in which someone speaks, and the quotations they may tell.
#[derive(Clone, Debug, Default)]
pub struct Paraphrases {
    sentences: Vec<Option<Sentence>>,
    free: Vec<u32>,
    new: Vec<u32>,
    by_article: BTreeMap<ArticleNo, Vec<u32>>,
    by_stem: Index,
    /// The numbers of wordings under the same hashes.
    quotes: Index,
    /// Which wording is known under which voice.
    voices: HashSet<(u32, u32)>,
    /// Which wording may be told by which sentence.
    told: BTreeMap<(u32, u32), Likeness>,
}

impl Paraphrases {
    /// Takes in the sentences of an article.
    pub fn add(&mut self, source: &Source, quotations: &[Quotation], language: Language, people: &People) {
        for (telling, words) in tellings(&source.text, quotations, language, people) {
            let keys = keys(&stems(&words), &telling.voices);
            if keys.is_empty() {
                continue;
            }
            let at = self.free.pop().unwrap_or(u32::try_from(self.sentences.len()).unwrap_or(u32::MAX));
            let sentence = Some(Sentence { article: source.no, telling });
            match self.sentences.get_mut(at as usize) {
                Some(slot) => *slot = sentence,
                None => self.sentences.push(sentence),
            }
            self.by_stem.add(&keys, at);
            self.by_article.entry(source.no).or_default().push(at);
            self.new.push(at);
        }
    }

    /// Forgets the sentences of an article, and the wordings that stand nowhere any more.
    pub fn remove(&mut self, article: ArticleNo, wordings: &Wordings) {
        let gone: HashSet<u32> = self.by_article.remove(&article).unwrap_or_default().into_iter().collect();
        for at in &gone {
            self.sentences.get_mut(*at as usize).into_iter().for_each(|slot| *slot = None);
        }
        let lost = |at: u32| wordings.slots().get(at as usize).is_none_or(|slot| slot.places.is_empty());
        self.by_stem.forget(|at| gone.contains(&at));
        self.quotes.forget(lost);
        self.new.retain(|at| !gone.contains(at));
        self.voices.retain(|(wording, _)| !lost(*wording));
        self.told.retain(|(wording, sentence), _| !lost(*wording) && !gone.contains(sentence));
        self.free.extend(gone);
    }

    /// Looks for what the new sentences tell, and for who tells the wordings that stand in new places.
    pub fn settle(&mut self, touched: &[u32], wordings: &Wordings, articles: &Articles, sources: &Sources) {
        self.by_stem.settle();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for wording in touched {
            let places = wordings.places(*wording, articles);
            let mut voices: Vec<u32> = places.iter().flat_map(|told| told.unit.voices.iter().copied()).collect();
            voices.push(NOBODY);
            voices.sort_unstable();
            voices.dedup();
            voices.retain(|voice| !self.voices.contains(&(*wording, *voice)));
            let Some(first) = places.first().filter(|_| !voices.is_empty()) else { continue };
            let own = stems(&words(first, sources));
            if own.len() < LEAST {
                continue;
            }
            let keys: Vec<u32> = voices
                .iter()
                .filter(|voice| **voice != NOBODY || own.len() >= LONG || voices.len() == 1)
                .flat_map(|voice| under(*voice, &own))
                .collect();
            pairs.extend(leading(&keys, &self.by_stem).map(|sentence| (*wording, sentence)));
            self.quotes.add(&keys, *wording);
            self.voices.extend(voices.into_iter().map(|voice| (*wording, voice)));
        }
        self.quotes.settle();
        for at in std::mem::take(&mut self.new) {
            let Some(sentence) = self.sentences.get(at as usize).and_then(Option::as_ref) else { continue };
            let own = stems(&told_words(sentence, articles, sources));
            let keys = keys(&own, &sentence.telling.voices);
            pairs.extend(leading(&keys, &self.quotes).map(|wording| (wording, at)));
        }
        self.weigh(pairs, wordings, articles, sources);
    }

    /// Keeps those of the pairs that may tell.
    fn weigh(&mut self, mut pairs: Vec<(u32, u32)>, wordings: &Wordings, articles: &Articles, sources: &Sources) {
        // The sentences of one article follow each other, as their numbers do mostly.
        pairs.sort_unstable_by_key(|(wording, sentence)| (*sentence, *wording));
        pairs.dedup();
        let mut rarities: HashMap<ArticleNo, Rarity> = HashMap::new();
        for (wording, at) in pairs {
            let Some(sentence) = self.sentences.get(at as usize).and_then(Option::as_ref) else { continue };
            let Some(quote) = wordings.first(wording, articles) else { continue };
            let (Some(source), Some(extract)) = (sources.get(&sentence.article), articles.get(&sentence.article)) else { continue };
            if rarities.len() > MOST_KEPT {
                rarities.clear();
            }
            let rarity = rarities.entry(sentence.article).or_insert_with(|| Rarity::of(&source.text, extract.language));
            let (own, told) = (words(&quote, sources), told_words(sentence, articles, sources));
            let Some(text) = sources.get(&quote.article).map(|source| &source.text) else { continue };
            let own = Words { tokens: &own, text, language: quote.extract.language };
            let told = Words { tokens: &told, text: &source.text, language: extract.language };
            let found = likeness(own, told, rarity).filter(|found| tells(found, Voice::Same) || tells(found, Voice::Unknown));
            self.told.extend(found.map(|found| ((wording, at), found)));
        }
    }

    /// Adds to the groups the sentences that tell what is quoted, and makes groups for quotations that have none.
    pub fn join(&self, groups: &mut Vec<QuoteGroup>, wordings: &Wordings, articles: &Articles, apart: &Apart) {
        let mut found: Vec<Candidate> = Vec::new();
        let mut spoken: Option<(u32, Spoken<'_>)> = None;
        // What a sentence tells of the quotation that comes after it: it leads up to that one.
        let mut own: HashMap<u32, f32> = HashMap::new();
        for ((wording, at), likeness) in &self.told {
            let Some(sentence) = self.sentences.get(*at as usize).and_then(Option::as_ref) else { continue };
            let quote = match &spoken {
                Some((known, quote)) if known == wording => quote,
                _ => &spoken.insert((*wording, Spoken::of(&wordings.places(*wording, articles)))).1,
            };
            if quote.comes_after(sentence) {
                let most = own.entry(*at).or_default();
                *most = most.max(likeness.told * likeness.weight);
            }
            found.extend(quote.candidate(*at, sentence, likeness));
        }
        found.retain(|candidate| own.get(&candidate.sentence).is_none_or(|own| *own < candidate.rank));
        if found.is_empty() {
            return;
        }
        found.sort_by(|a, b| {
            b.rank.total_cmp(&a.rank).then_with(|| (a.telling.place, a.quote.place).cmp(&(b.telling.place, b.quote.place)))
        });
        let mut known: HashMap<(ArticleNo, usize), usize> = HashMap::new();
        // A quotation that stands in several groups is told to the one that most places are in.
        let mut order: Vec<usize> = (0..groups.len()).collect();
        order.sort_by_key(|at| groups.get(*at).map(|group| group.members.len()));
        for (at, group) in order.into_iter().filter_map(|at| Some((at, groups.get(at)?))) {
            let parts = group.members.iter().flat_map(|member| member.parts.iter().map(|part| (member.place.article, part.0)));
            known.extend(parts.map(|part| (part, at)));
        }
        let mut taken: HashSet<Place> = HashSet::new();
        for Candidate { quote, telling, words, .. } in found {
            let start = (quote.place.article, quote.parts.first().map_or(0, |part| part.0));
            if taken.contains(&telling.place) || apart.places(&quote.place, &telling.place) {
                continue;
            }
            let place = telling.place;
            let joined = match known.get(&start).and_then(|at| groups.get_mut(*at)) {
                Some(group) => insert(group, &quote.place, telling, apart),
                None => {
                    known.insert(start, groups.len());
                    groups.push(pair(quote, telling, words));
                    true
                }
            };
            if joined {
                taken.insert(place);
            }
        }
    }
}

/// A quotation and a sentence that tells it.
struct Candidate {
    quote: Quoted,
    telling: Quoted,
    /// The number of the sentence.
    sentence: u32,
    /// How many words of the quotation carry meaning.
    words: usize,
    rank: f32,
}

/// Where a wording stands, and who is said to have spoken it.
struct Spoken<'a> {
    first: Option<Told<'a>>,
    articles: HashSet<ArticleNo>,
    starts: Vec<(ArticleNo, usize)>,
    names: Vec<&'a str>,
    voices: HashSet<u32>,
}

impl<'a> Spoken<'a> {
    fn of(places: &[Told<'a>]) -> Self {
        let mut names: Vec<&str> = places.iter().filter_map(|told| told.unit.speaker.as_deref()).collect();
        names.sort_unstable();
        names.dedup();
        let voices = places.iter().flat_map(|told| told.unit.voices.iter().copied()).collect();
        let starts = places.iter().map(|told| (told.article, told.unit.place().start)).collect();
        Self { first: places.first().copied(), starts, articles: places.iter().map(|told| told.article).collect(), names, voices }
    }

    /// Whether it stands in the article of a sentence, right after it.
    fn comes_after(&self, sentence: &Sentence) -> bool {
        let end = sentence.telling.range().end;
        self.starts.iter().any(|(article, start)| *article == sentence.article && (end..end + NEXT).contains(start))
    }

    /// The quotation with a sentence that tells it, if speakers and words agree.
    fn candidate(&self, at: u32, sentence: &Sentence, found: &Likeness) -> Option<Candidate> {
        if self.articles.contains(&sentence.article) {
            return None;
        }
        let first = self.first?;
        let same = |teller: &str| self.names.iter().any(|name| same_name(name, teller));
        let telling = &sentence.telling;
        let holders =
            |office: u32| first.extract.offices.iter().filter(move |(held, _)| *held == office).map(|(_, holder)| holder.as_ref());
        let beside = telling.voices.iter().any(|voice| self.voices.contains(voice));
        let known = match (telling.speaker.as_deref(), telling.office) {
            (Some(teller), _) if same(teller) => Voice::Same,
            (Some(_), _) if !self.names.is_empty() && !beside => return None,
            // “The mayor said” of her whom the quoting article calls the mayor.
            (None, Some(office)) if holders(office).any(same) => Voice::Same,
            (None, Some(office)) if holders(office).any(|holder| self.voices.contains(&voice(holder))) => Voice::Beside,
            _ if beside => Voice::Beside,
            _ => Voice::Unknown,
        };
        if !tells(found, known) {
            return None;
        }
        let range = first.unit.place();
        let quote = Quoted {
            place: Place { article: first.article, start: range.start, end: range.end },
            parts: first.unit.parts().iter().map(|part| (part.start, part.end)).collect(),
            speaker: first.unit.speaker.as_deref().map(str::to_owned),
            class: QuoteClass::Same,
        };
        let range = sentence.telling.range();
        let telling = Quoted {
            place: Place { article: sentence.article, start: range.start, end: range.end },
            parts: vec![(range.start, range.end)],
            speaker: sentence.telling.speaker.as_deref().map(str::to_owned),
            class: QuoteClass::Paraphrased,
        };
        Some(Candidate { quote, telling, sentence: at, words: first.unit.meaning as usize, rank: found.told * found.weight })
    }
}

/// What is known of who speaks on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    /// The same person.
    Same,
    /// The one side names, beside what is said, somebody of the other.
    Beside,
    /// Nothing.
    Unknown,
}

/// A quotation that starts within so many bytes comes right after a sentence.
const NEXT: usize = 150;

/// Two words in common weigh less where the article is full of them: that is what it is about, not what somebody said.
const RARE: f32 = 5.2;

/// Whether so much in common makes a paraphrase.
fn tells(found: &Likeness, voice: Voice) -> bool {
    let Likeness { common, weight, run, share, told } = *found;
    // A row of rare words is hardly said twice by chance: “wells of twelve metres”.
    let row = run > 2 && weight >= 8.5 && told >= 0.27;
    match (voice, common) {
        (_, 0 | 1) | (Voice::Unknown, 2) => false,
        (Voice::Same, 2) => told >= 0.28 && weight >= RARE,
        (Voice::Same, 3) => told >= 0.25 && share >= 0.3,
        (Voice::Same, _) => told >= 0.22 && share >= 0.28,
        (Voice::Beside, 2) => told >= 0.42 && weight >= RARE,
        (Voice::Beside, 3) => told >= 0.3 && share >= 0.35,
        (Voice::Beside, _) => told >= 0.26 && share >= 0.33,
        (Voice::Unknown, 3) => row || (told >= 0.5 && share >= 0.65),
        (Voice::Unknown, _) => row || (told >= 0.4 && share >= 0.5),
    }
}

/// Numbers that several of the hashes lead to.
fn leading(own: &[u32], index: &Index) -> impl Iterator<Item = u32> {
    let mut hits: HashMap<u32, usize> = HashMap::new();
    for key in own {
        let run = index.under(*key);
        if run.len() <= COMMON {
            run.iter().for_each(|(_, at)| *hits.entry(*at).or_default() += 1);
        }
    }
    hits.into_iter().filter(|(_, count)| *count > 1).map(|(at, _)| at)
}

/// The voice of those who are not named.
const NOBODY: u32 = 0;

/// Hashes of the stems with a voice.
fn under(voice: u32, stems: &[u32]) -> impl Iterator<Item = u32> + '_ {
    stems.iter().map(move |stem| hash_of((voice, stem)) as u32)
}

/// Hashes of the stems with each voice; and with none where nobody is named, or where they are many.
fn keys(stems: &[u32], voices: &[u32]) -> Vec<u32> {
    let nobody = (voices.is_empty() || stems.len() >= LONG).then_some(NOBODY);
    voices.iter().copied().chain(nobody).flat_map(|voice| under(voice, stems)).collect()
}

fn stems(words: &[Token]) -> Vec<u32> {
    let telling = words.iter().filter(|token| matches!(token.sort, Sort::Content | Sort::Number));
    let mut all: Vec<u32> = telling.map(|token| token.stem).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn words(quote: &Told<'_>, sources: &Sources) -> Vec<Token> {
    sources.get(&quote.article).map(|source| stemmed(&source.text, &quote.unit.parts(), quote.extract.language)).unwrap_or_default()
}

fn told_words(sentence: &Sentence, articles: &Articles, sources: &Sources) -> Vec<Token> {
    let (Some(source), Some(extract)) = (sources.get(&sentence.article), articles.get(&sentence.article)) else { return Vec::new() };
    let range = sentence.telling.range();
    let from = extract.units.partition_point(|unit| unit.place().end <= range.start);
    let near = extract.units.iter().skip(from).take_while(|unit| unit.place().start < range.end);
    let quoted: Vec<Range<usize>> = near.flat_map(|unit| unit.parts()).collect();
    words_of(&source.text, &sentence.telling, quoted.into_iter(), extract.language)
}

/// Puts a paraphrase into a group; not where the group has a quotation of the same article.
fn insert(group: &mut QuoteGroup, quote: &Place, telling: Quoted, apart: &Apart) -> bool {
    let place = telling.place;
    let against = |member: &Quoted| member.place.article == place.article || apart.places(&member.place, &place);
    if group.members.iter().any(against) {
        return false;
    }
    let at = group.members.partition_point(|member| member.place < place);
    group.members.insert(at, telling);
    let moved = |index: usize| if index >= at { index + 1 } else { index };
    group.compared = (moved(group.compared.0), moved(group.compared.1));
    if group.class > QuoteClass::Paraphrased {
        group.class = QuoteClass::Paraphrased;
        let quoted = group.members.iter().position(|member| member.place.shared(quote) > 0).unwrap_or(group.compared.0);
        group.compared = (quoted, at);
        group.diff.clear();
        group.changed_words = 0;
    }
    true
}

/// A group of a quotation and its paraphrase.
fn pair(quote: Quoted, telling: Quoted, words: usize) -> QuoteGroup {
    let (members, compared) = if quote.place < telling.place { (vec![quote, telling], (0, 1)) } else { (vec![telling, quote], (1, 0)) };
    QuoteGroup { class: QuoteClass::Paraphrased, members, compared, diff: Vec::new(), changed_words: 0, words }
}
