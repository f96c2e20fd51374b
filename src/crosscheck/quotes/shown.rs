//! The differences of two quotations as a reader is shown them.
//!
//! Why: beside a changed word, a capital, a comma or “can’t” for “cannot” would be marked as loudly, and a reviewer would look at what was counted as
//! no difference. How: the words that a comparison of letters finds different are read as the comparison of quotations reads them, and those that say the same are shown
//! as the same, in the first one's form.
//!
//! Where it stops working: what it answers makes up the first text only; of the second, typography is lost.

use std::ops::Range;

use crate::text::diff::{Change, ChangeKind, word_diff};
use crate::text::position::slice;
use crate::text::quotation::fold;

use super::alignment::{Wording, says_the_same};
use super::language::Language;
use super::tokens::{Token, tokens};

/// Two wordings side by side, with only those differences marked that change a word.
pub fn changes(old: &str, new: &str, language: Language) -> Vec<Change> {
    let all = word_diff(old, new);
    let mut shown: Vec<Change> = Vec::with_capacity(all.len());
    let mut rest = all.into_iter().peekable();
    while let Some(change) = rest.next() {
        let (removed, added) = match change.kind {
            ChangeKind::Same => {
                push(&mut shown, change.kind, change.text);
                continue;
            }
            ChangeKind::Removed => {
                (change.text, rest.next_if(|next| next.kind == ChangeKind::Added).map(|next| next.text).unwrap_or_default())
            }
            ChangeKind::Added => (String::new(), change.text),
        };
        if same(&removed, &added, language) {
            push(&mut shown, ChangeKind::Same, removed);
        } else {
            push(&mut shown, ChangeKind::Removed, removed);
            push(&mut shown, ChangeKind::Added, added);
        }
    }
    shown
}

fn same(removed: &str, added: &str, language: Language) -> bool {
    let words = |text: &str| tokens(text, std::slice::from_ref(&(0..text.len())), language);
    let (one, other) = (words(removed), words(added));
    says_the_same(Wording { text: removed, tokens: &one }, Wording { text: added, tokens: &other })
}

fn push(shown: &mut Vec<Change>, kind: ChangeKind, text: String) {
    match shown.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.kind == ChangeKind::Same && kind == ChangeKind::Same => last.text.push_str(&text),
        _ => shown.push(Change { kind, text }),
    }
}

/// The words of a quotation from one token to another, with marks in their plain forms; its parts are joined by a space.
pub fn stretch(text: &str, parts: &[Range<usize>], tokens: &[Token], range: &Range<usize>) -> String {
    let start = if range.start == 0 { 0 } else { tokens.get(range.start).map_or(0, |token| token.start) };
    let end = tokens.get(range.end).map_or(usize::MAX, |token| token.start);
    let pieces: Vec<String> = parts
        .iter()
        .map(|part| part.start.max(start)..part.end.min(end))
        .filter(|piece| piece.start < piece.end)
        .map(|piece| fold(slice(text, piece).trim()))
        .collect();
    pieces.join(" ").trim_end_matches([',', ' ']).to_owned()
}
