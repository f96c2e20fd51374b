//! Speech that a dash begins, as in Spanish and French: “—No había otro barco —dijo el práctico—. Nadie avisó.”
//!
//! How: a paragraph that begins with a dash is speech only if a verb of saying follows a second dash or a comma in it; between that dash and the next, or the
//! sentence's end, the reporter speaks. It takes too little rather than a list for a dialogue.

use super::extraction::Quotation;
use super::language::Language;
use super::marks::trimmed;
use super::speech::{self, People, Who};
use super::verbs;
use crate::text::paragraph::paragraphs;
use crate::text::position::slice;

const DASHES: [char; 3] = ['—', '–', '―'];

/// Whether a text has a paragraph that begins with a dash.
pub fn may_stand_in(text: &str) -> bool {
    text.starts_with(DASHES) || ["\n—", "\n–", "\n―"].iter().any(|start| text.contains(start))
}

/// The speeches that dashes begin.
pub fn quotations(text: &str, language: Language, people: &People) -> Vec<Quotation> {
    if !may_stand_in(text) {
        return Vec::new();
    }
    paragraphs(text).filter_map(|range| speech(text, range, language, people)).collect()
}

fn speech(text: &str, range: std::ops::Range<usize>, language: Language, people: &People) -> Option<Quotation> {
    let paragraph = slice(text, range.clone());
    let dash = paragraph.chars().next().filter(|c| DASHES.contains(c))?;
    let from = dash.len_utf8();
    let said = paragraph.get(from..)?;
    if said.contains(['«', '“', '"', '„']) {
        return None;
    }
    let (cut, narration) = reporter(said, dash)?;
    let rest = said.get(narration..)?;
    let told = rest.find(dash).map_or(rest, |end| rest.get(..end).unwrap_or(rest));
    let who = speech::after(told, language)?;
    let first = trimmed(text, range.start + from..range.start + from + cut);
    let mut parts = vec![first.clone()];
    let mut begins = vec![true];
    if let Some(again) = rest.find(dash) {
        let after = rest.get(again + dash.len_utf8()..)?;
        let lead = after.len() - after.trim_start_matches(['.', ',', ';', ':', ' ', '\u{a0}']).len();
        let start = range.start + from + narration + again + dash.len_utf8() + lead;
        let second = trimmed(text, start..range.end);
        if !second.is_empty() {
            begins.push(after.starts_with('.') || slice(text, first).ends_with(['?', '!', '.']));
            parts.push(second);
        }
    }
    let speaker = match who {
        Who::Name(name) => Some(people.complete(&name).into()),
        Who::Pronoun(_) | Who::Unnamed => None,
    };
    let end = parts.last()?.end;
    Some(Quotation { place: range.start..end, parts, begins, speaker, scare: false, nested: false, unclosed: false })
}

/// Where the speech ends and where the reporter's words begin.
fn reporter(said: &str, dash: char) -> Option<(usize, usize)> {
    let starts_verb = |at: usize| {
        let rest = said.get(at..).unwrap_or_default().trim_start();
        let word = rest.split(|c: char| c.is_whitespace() || c == ',' || c == '.').next().unwrap_or_default();
        verbs::reports(&word.to_lowercase())
    };
    let by_dash = said.match_indices(dash).map(|(at, mark)| (at, at + mark.len())).find(|(_, after)| starts_verb(*after));
    by_dash.or_else(|| {
        let commas = said.match_indices([',', '?', '!']);
        commas.map(|(at, mark)| (if mark == "," { at } else { at + mark.len() }, at + mark.len())).find(|(_, after)| starts_verb(*after))
    })
}
