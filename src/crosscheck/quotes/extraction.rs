//! The quotations of one text, each with its parts and its speaker.
//!
//! How: the [`pieces`] between marks are put together to statements: further paragraphs of one speech, and what “, he said,” breaks
//! (Pareti et al. 2013 call these the mixed and discontinuous quotations). The speaker is looked for by [`speech`] around each part.
//! One or two words, and titles, are scare quotes.
//!
//! Where it stops working: two speakers who talk in one paragraph without a verb of saying between them become one statement.

use std::ops::Range;
use std::sync::Arc;

use crate::crosscheck::finding::Fault;
use crate::text::position::slice;
use crate::text::sentence::sentences;

use super::dialogue;
use super::incise::{Broken, broken};
use super::language::{Language, language_of};
use super::marks::{Piece, pieces};
use super::speech::{self, People, Who};
use super::verbs;

/// A direct quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// From the first mark to the last, with what stands between the parts, in bytes of the text.
    pub place: Range<usize>,
    /// The words quoted, without marks.
    pub parts: Vec<Range<usize>>,
    /// For each part, whether it begins a sentence of its own after the part before.
    pub begins: Vec<bool>,
    /// Who is said to have said it.
    pub speaker: Option<Arc<str>>,
    /// Whether only a word or two, or a title, stands in marks.
    pub scare: bool,
    /// Whether it stands within another quotation.
    pub nested: bool,
    /// Whether no mark closes it, so that its end is a guess.
    pub unclosed: bool,
}

/// What was found in one text.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The language that the text is in.
    pub language: Language,
    /// The quotations, in the order of their starts.
    pub quotations: Vec<Quotation>,
    /// Marks without a partner, with the words they seem to belong to, in order.
    pub faults: Vec<(Range<usize>, Fault)>,
}

/// The most words that may break a statement.
const MOST_BETWEEN: usize = 32;

/// All direct quotations of a text. Takes time linear in the text. The method and its limits: see the [module](self).
pub fn quotations(text: &str) -> Extraction {
    let language = language_of(text);
    read(text, language, &People::read(text, language))
}

/// The quotations of a text whose language and persons are known.
pub(super) fn read(text: &str, language: Language, people: &People) -> Extraction {
    let (found, mut faults) = pieces(text);
    faults.sort_by_key(|(range, _)| range.start);
    let mut quotations: Vec<Quotation> = found.iter().filter(|piece| piece.nested).map(nested).collect();
    let mut top: Vec<Piece> = found.into_iter().filter(|piece| !piece.nested).collect();
    if top.is_empty() && !dialogue::may_stand_in(text) {
        return Extraction { language, quotations, faults };
    }
    // A quotation that swallows its own neighbours would stand in front of them.
    let mut end = 0;
    top.retain(|piece| {
        let free = piece.outer.start >= end;
        end = end.max(piece.outer.end);
        free
    });
    let mut assembly = Assembly { text, language, people, done: Vec::new(), draft: None, last: None, paragraph: 0..0 };
    for (index, piece) in top.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|at| top.get(at));
        assembly.take(piece, previous, top.get(index + 1));
    }
    assembly.finish();
    quotations.append(&mut assembly.done);
    quotations.extend(dialogue::quotations(text, language, people));
    quotations.sort_by_key(|quotation| (quotation.place.start, quotation.place.end));
    Extraction { language, quotations, faults }
}

fn nested(piece: &Piece) -> Quotation {
    Quotation {
        place: piece.outer.clone(),
        parts: vec![piece.words.clone()],
        begins: vec![true],
        speaker: None,
        scare: false,
        nested: true,
        unclosed: piece.unclosed,
    }
}

struct Assembly<'a> {
    text: &'a str,
    language: Language,
    people: &'a People,
    done: Vec<Quotation>,
    draft: Option<Draft>,
    /// The last one who spoke, and where that quotation's narration ended.
    last: Option<(String, usize)>,
    /// The paragraph of the last piece.
    paragraph: Range<usize>,
}

struct Draft {
    quotation: Quotation,
    who: Option<Who>,
    /// The narration after the last part.
    after: Range<usize>,
    /// The narration before the first part, in its paragraph.
    before: Range<usize>,
}

impl Assembly<'_> {
    fn take(&mut self, piece: &Piece, previous: Option<&Piece>, next: Option<&Piece>) {
        let Range { start, end } = self.paragraph_of(piece);
        let before = previous.map_or(start, |previous| previous.outer.end.max(start))..piece.outer.start;
        let after = piece.outer.end..next.map_or(end, |next| next.outer.start.min(end));
        let own = self.speaker_after(piece, &after);
        let whole = || Broken { parts: vec![piece.words.clone()], begins: vec![true], who: None };
        let Broken { parts, begins, who: within } = broken(self.text, &piece.words, self.language).unwrap_or_else(whole);
        let own = within.or(own);
        if let Some(mut draft) = self.draft.take() {
            let same_paragraph = draft.after.end == piece.outer.start && draft.quotation.place.end >= start;
            let joins = piece.continues || (same_paragraph && self.joins(&draft, own.as_ref()));
            if joins {
                let narration = slice(self.text, draft.after.clone()).trim();
                draft.quotation.begins.push(piece.continues || goes_on(narration) || !narration.ends_with([',', '-', '–', '—']));
                draft.quotation.begins.extend(begins.into_iter().skip(1));
                draft.quotation.place.end = piece.outer.end;
                draft.quotation.parts.extend(parts);
                draft.quotation.unclosed |= piece.unclosed;
                draft.who = match (draft.who.take(), own) {
                    (Some(who @ Who::Name(_)), _) => Some(who),
                    (_, Some(who @ Who::Name(_))) => Some(who),
                    (first, second) => first.or(second),
                };
                draft.after = after;
                self.draft = Some(draft);
                return;
            }
            self.complete(draft);
        }
        let who = self.speaker_before(piece, &before, own);
        let quotation =
            Quotation { place: piece.outer.clone(), parts, begins, speaker: None, scare: false, nested: false, unclosed: piece.unclosed };
        self.draft = Some(Draft { quotation, who, after, before });
    }

    /// The paragraph of a piece. Those of one paragraph come one after the other, so that it is looked for once.
    fn paragraph_of(&mut self, piece: &Piece) -> Range<usize> {
        if piece.outer.end > self.paragraph.end || self.paragraph.is_empty() {
            let rest = self.text.get(piece.outer.end..).unwrap_or_default();
            let end = piece.outer.end + rest.find('\n').unwrap_or(rest.len());
            let known = self.paragraph.end.min(piece.outer.start);
            let start = slice(self.text, known..piece.outer.start).rfind('\n').map_or(known, |newline| known + newline + 1);
            self.paragraph = start..end;
        }
        self.paragraph.clone()
    }

    fn finish(&mut self) {
        if let Some(draft) = self.draft.take() {
            self.complete(draft);
        }
    }

    /// Whether the next part goes on with a statement after the narration between.
    fn joins(&self, draft: &Draft, next: Option<&Who>) -> bool {
        let narration = slice(self.text, draft.after.clone()).trim();
        let last = draft.quotation.parts.last().map_or("", |part| slice(self.text, part.clone()));
        let ended = last.ends_with([',', '.', '!', '?', '…', '-', '–', '—', '。', '！', '？']) || narration.starts_with(',');
        if draft.quotation.unclosed || !ended {
            return false;
        }
        let first = draft.quotation.parts.first().map_or("", |part| slice(self.text, part.clone()));
        if first.split_whitespace().nth(1).is_none() && !narration.is_empty() && first.ends_with('.') {
            return false;
        }
        let two = matches!((draft.who.as_ref(), next), (Some(Who::Name(one)), Some(Who::Name(other))) if !same_name(one, other));
        if two {
            return false;
        }
        if narration.is_empty() {
            return true;
        }
        let ends = narration.ends_with(['.', ',', '-', '–', '—', '!']) || goes_on(narration);
        let short = narration.split_whitespace().count() <= MOST_BETWEEN;
        ends && short && self.one_sentence(narration) && speech::after(narration, self.language).is_some()
    }

    fn one_sentence(&self, narration: &str) -> bool {
        let narration = narration.trim_start_matches([',', ' ']);
        sentences(narration).len() <= 1
    }

    /// Who speaks by the narration after a part.
    fn speaker_after(&self, piece: &Piece, after: &Range<usize>) -> Option<Who> {
        let narration = near_start(slice(self.text, after.clone()));
        let words = slice(self.text, piece.words.clone());
        let trimmed = narration.trim_start();
        let ended = words.ends_with(['.', '。']) || trimmed.starts_with(['.', ';', '!', '?']);
        let apart = ended && (trimmed.starts_with(['.', ';', '!', '?']) || trimmed.starts_with(char::is_uppercase));
        if trimmed.is_empty() || apart {
            return None;
        }
        speech::after(trimmed.trim_start_matches([',', ' ', '—', '–', '-']), self.language)
    }

    /// Who speaks by the narration before the first part, or after it.
    fn speaker_before(&self, piece: &Piece, before: &Range<usize>, after: Option<Who>) -> Option<Who> {
        let fragment = own_fragment(near_end(slice(self.text, before.clone())));
        let announced = fragment.ends_with(':');
        if after.is_some() && !announced {
            let lower = slice(self.text, piece.words.clone()).starts_with(char::is_lowercase);
            let told = if lower { speech::before(fragment, self.language) } else { None };
            return match (told, after) {
                (Some(who @ Who::Name(_)), Some(Who::Unnamed)) => Some(who),
                (_, after) => after,
            };
        }
        if fragment.is_empty() { after } else { speech::before(fragment, self.language).or(after) }
    }

    fn complete(&mut self, draft: Draft) {
        let Draft { mut quotation, who, after, before } = draft;
        let text = self.text;
        quotation.scare = is_scare(text, &quotation);
        let lead = near_end(slice(text, before.clone()));
        let fragment = own_fragment(lead);
        let told = lead.get(..lead.len() - fragment.len()).unwrap_or_default().trim();
        let speaker = match who {
            Some(Who::Name(name)) => Some(name),
            Some(Who::Pronoun(woman)) => {
                let antecedents = sentences(told);
                let named: Vec<&str> = antecedents.iter().rev().take(2).rev().map(|range| slice(told, range.clone())).collect();
                // “Ada Quist said on Friday that she believed “…””.
                let own = self.people.antecedent(&[speech::before_pronoun(fragment)], woman, self.language);
                if own.is_some() {
                    own
                } else if self.people.names_anyone(told, self.language) {
                    self.people.antecedent(&named, woman, self.language)
                } else {
                    self.last_speaker(before.start)
                }
            }
            None | Some(Who::Unnamed) if self.same_sentence(&before, fragment) => self.speaker_of_sentence(&before),
            Some(Who::Unnamed) => None,
            None if quotation.scare => None,
            None if fragment.is_empty() && !self.people.names_anyone(told, self.language) => {
                self.speaker_of_paragraph(before.start, quotation.place.start)
            }
            None => None,
        };
        quotation.speaker = speaker.map(|name| self.one_name(self.people.complete(name.trim_end_matches("’s").trim_end_matches("'s"))));
        if let Some(name) = &quotation.speaker {
            self.last = Some((name.to_string(), after.end));
        } else if !quotation.scare {
            self.last = None;
        }
        self.done.push(quotation);
    }

    /// A name that is kept once, however often it speaks in a row.
    fn one_name(&self, name: String) -> Arc<str> {
        let before = self.done.iter().rev().take(8).find_map(|quotation| quotation.speaker.as_ref().filter(|speaker| ***speaker == *name));
        before.cloned().unwrap_or_else(|| name.into())
    }

    /// The last speaker, if nobody was named and at most one paragraph ended since.
    fn last_speaker(&self, at: usize) -> Option<String> {
        let (name, end) = self.last.as_ref()?;
        let between = slice(self.text, *end..at);
        let near = between.len() < 400 && between.matches('\n').count() <= 1;
        (near && !self.people.names_anyone(between, self.language)).then(|| name.clone())
    }

    /// Whether a quotation before stands in the same sentence.
    fn same_sentence(&self, before: &Range<usize>, fragment: &str) -> bool {
        let narration = slice(self.text, before.clone());
        let quoted = slice(self.text, 0..before.start).ends_with(crate::text::quotation::is_closing_mark);
        let plain = narration.trim_start().starts_with(|c: char| c.is_lowercase() || c == ',');
        quoted && plain && !fragment.is_empty() && fragment.len() >= narration.trim().len()
    }

    fn speaker_of_sentence(&self, before: &Range<usize>) -> Option<String> {
        let (name, _) = self.last.as_ref()?;
        let last = self.done.last()?;
        (last.place.end == before.start && last.speaker.is_some()).then(|| name.clone())
    }

    /// The last speaker, if it was in the same paragraph.
    fn speaker_of_paragraph(&self, at: usize, start: usize) -> Option<String> {
        let (name, end) = self.last.as_ref()?;
        let between = slice(self.text, (*end).min(start)..start);
        let near = at <= start && between.len() < 200 && !between.contains('\n');
        (near && !self.people.names_anyone(between, self.language)).then(|| name.clone())
    }
}

/// Whether two names can be one person's: they share the last name, or a name like it, or a first name and the last name's first letter.
pub fn same_name(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split([' ', '-']).map(super::tokens::folded).filter(|word| !word.is_empty()).collect() };
    let (a, b) = (words(one), words(other));
    let (Some(last), Some(other_last)) = (a.last(), b.last()) else { return false };
    let initial = |word: &String| word.chars().next();
    let alike = |word: &String, other: &String| word == other || super::alignment::nearly_equal(word, other);
    let first = a.len() > 1 && b.len() > 1 && a.first() == b.first() && initial(last) == initial(other_last);
    first || alike(last, other_last) || a.iter().any(|word| word == other_last) || b.iter().any(|word| word == last)
}

/// “, said Ada Quist, adding: “…””.
fn goes_on(narration: &str) -> bool {
    narration.trim_end_matches([':', ',']).rsplit(' ').next().is_some_and(verbs::goes_on)
}

/// The last words of a narration: enough for two sentences.
fn near_end(narration: &str) -> &str {
    let mut start = narration.len().saturating_sub(700);
    while !narration.is_char_boundary(start) {
        start += 1;
    }
    narration.get(start..).unwrap_or_default()
}

/// The first words of a narration.
fn near_start(narration: &str) -> &str {
    let mut end = narration.len().min(500);
    while !narration.is_char_boundary(end) {
        end -= 1;
    }
    narration.get(..end).unwrap_or_default()
}

/// The beginning of the sentence that the quotation after it completes; empty where the quotation begins a sentence.
fn own_fragment(narration: &str) -> &str {
    let bare = narration.trim_end();
    if bare.ends_with(['.', '!', '?', '…', '。']) || bare.is_empty() {
        return "";
    }
    let all = sentences(bare);
    all.last().map_or("", |range| bare.get(range.start..).unwrap_or_default())
}

/// One or two words, or a title: several capitalised words without a sentence's end.
fn is_scare(text: &str, quotation: &Quotation) -> bool {
    let [part] = quotation.parts.as_slice() else { return false };
    let words = slice(text, part.clone());
    if words.chars().take(400).any(super::tokens::is_ideograph) {
        return words.chars().nth(4).is_none();
    }
    let mut count = 0;
    let mut small = 0;
    for word in words.split_whitespace().take(12) {
        count += 1;
        small += usize::from(word.starts_with(char::is_lowercase) && word.len() > 3);
    }
    count <= 2 || (count <= 7 && small == 0 && !words.ends_with(['.', '!', '?', ',']))
}
