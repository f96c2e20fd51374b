//! Whether two words are two spellings of one name.
//!
//! Three questions, from the surest to the least sure. Do they differ only in marks (José, Jose; Größe, Groesse)? Do they agree once the spellings by
//! which Latin letters render Slavic, Arabic and German sounds are made one (Yuri, Yury; Kowalczyk, Kowalczik; Qaddafi, Gaddafi)? Such folding
//! follows the idea of Double Metaphone (Philips 2000) and of Daitch–Mokotoff Soundex (1985), with fewer codes, since both put too much together. Is it
//! a typing error: one insertion, deletion, exchange or swap (Damerau 1964), in a word that is long enough, with a Jaro–Winkler likeness
//! (Winkler 1990) that is high enough?
//!
//! Before that, words are set apart that look alike and are not one name: inflected forms and derivations (Russia, Russian, Russians; Berlin,
//! Berlins), and first names of women and men (Michael, Michelle; Peter, Petra).
//!
//! Where it stops working: the rules know Latin letters; other scripts have only marks and long typing errors. Two names that really differ in one letter
//! (Keller, Kellner) are taken for a slip where the first names agree.

use std::sync::LazyLock;

use hashbrown::HashMap;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::lexicon::{EXONYMS, SAME_FIRST_NAME};

/// How two spellings of one word differ, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alike {
    /// Only in diacritics, hyphens and apostrophes, or they are known names of one place.
    Marks,
    /// In how sounds are written.
    Sound,
    /// In one typing error.
    Slip,
    /// In vowels, or in two letters of a long word.
    Near,
}

/// Longer words are no names.
const LONGEST: usize = 40;

/// The word without diacritics, hyphens and apostrophes, “ö” as “o” and “ß” as “ss”.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.chars().filter(char::is_ascii_alphanumeric).collect();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.nfd().filter(|c| !is_combining_mark(*c) && c.is_alphanumeric()) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            c => folded.push(c),
        }
    }
    folded
}

/// The word with “ö” as “oe”, as German writes it without the dots.
fn spelled_out(word: &str) -> String {
    let mut letters = String::with_capacity(word.len() + 2);
    for c in word.chars() {
        match c {
            'ä' => letters.push_str("ae"),
            'ö' | 'ø' => letters.push_str("oe"),
            'ü' => letters.push_str("ue"),
            'å' => letters.push_str("aa"),
            c => letters.push(c),
        }
    }
    fold(&letters)
}

/// Spellings of one sound, the longer ones first; the second column is no spelling but a code.
const SOUNDS: [(&str, &str); 48] = [
    ("tsch", "C"),
    ("schtsch", "S"),
    ("shch", "S"),
    ("sch", "S"),
    ("tch", "C"),
    ("dsch", "J"),
    ("dzh", "J"),
    ("ch", "C"),
    ("cz", "C"),
    ("tj", "C"),
    ("sh", "S"),
    ("sz", "S"),
    ("zh", "J"),
    ("kh", "C"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("q", "k"),
    ("cks", "x"),
    ("ks", "x"),
    ("tz", "ts"),
    ("dj", "J"),
    // Spanish: Serguéi.
    ("gue", "ge"),
    ("gui", "gi"),
    ("aa", "a"),
    ("uu", "u"),
    ("w", "v"),
    ("iou", "iu"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("iy", "i"),
    ("yy", "i"),
    ("ij", "i"),
    ("yj", "i"),
    ("ii", "i"),
    ("ay", "ai"),
    ("aj", "ai"),
    ("ey", "ei"),
    ("ej", "ei"),
    ("oy", "oi"),
    ("oj", "oi"),
    ("y", "i"),
    ("j", "i"),
    ("z", "s"),
];

/// The word as it sounds; `word` is folded.
fn sound(word: &str) -> String {
    let mut code = String::with_capacity(word.len());
    // Yevgeny, Evgeny, Jewgeni; Yelena, Elena.
    let mut rest = ["ye", "je", "ie"].iter().find_map(|start| word.strip_prefix(start).and(word.get(1..))).unwrap_or(word);
    while let Some(first) = rest.chars().next() {
        let byte = rest.bytes().next();
        let hit = SOUNDS.iter().find(|(spelling, _)| spelling.bytes().next() == byte && rest.starts_with(spelling));
        let (length, sign) = match (hit, first) {
            (Some((spelling, sign)), _) => (spelling.len(), *sign),
            (None, 'c') => (1, if rest.get(1..2).is_some_and(|next| "eiy".contains(next)) { "s" } else { "k" }),
            // Silent before a consonant and at the end: Sarah, Ahmed.
            (None, 'h') if !code.is_empty() && rest.get(1..2).is_none_or(|next| !"aeiouy".contains(next)) => (1, ""),
            (None, c) => (c.len_utf8(), rest.get(..c.len_utf8()).unwrap_or_default()),
        };
        if !sign.is_empty() && !code.ends_with(sign) {
            code.push_str(sign);
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    for end in ["ff", "f"] {
        // Kalashnikoff, Smirnoff.
        if let Some(stem) = code.strip_suffix(end).filter(|stem| stem.len() > 3 && stem.ends_with(['o', 'e'])) {
            return format!("{stem}v");
        }
    }
    code
}

/// How the beginning of a folded name sounds, in three signs; Spanish writes “j” where others write “kh”.
pub fn beginning(name: &str) -> String {
    let sound = match name.strip_prefix(['j', 'x', 'h']) {
        Some(rest) => sound(&format!("kh{rest}")),
        None => sound(name),
    };
    sound.chars().take(3).map(first_sound).collect()
}

/// The consonants of a [`sound`], with a sign for a vowel before them; “b” and “v”, which are one sound in Spanish and Greek, are one.
fn skeleton(sound: &str) -> impl Iterator<Item = char> + '_ {
    let vowel = |c: char| "aeiou".contains(c);
    sound.chars().enumerate().filter(move |(at, c)| *at == 0 || !vowel(*c)).map(move |(_, c)| first_sound(c))
}

/// A letter of a [`sound`] as the beginning of a word is compared.
fn first_sound(c: char) -> char {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' => 'a',
        'b' => 'v',
        c => c,
    }
}

/// Under which keys a word is filed: two words that are [`alike`] share one, but for slips at two ends of a word. `word` is plain.
pub(super) fn keys(word: &str) -> [u64; 3] {
    let folded = fold(word);
    let sound = sound(&folded);
    let first: String = sound.chars().take(1).map(first_sound).collect();
    let count = folded.chars().count();
    let head: String = folded.chars().take(4.min(count / 2 + 1)).collect();
    let tail: String = folded.chars().skip(count.saturating_sub(4.min(count / 2 + 1))).collect();
    let third = listed(word).map_or_else(|| hash(&["t", &first, &tail]), |row| hash(&["l", &row.to_string()]));
    [hash(&["s", &skeleton(&sound).collect::<String>()]), hash(&["h", &head]), third]
}

/// Which row of the lists of [`EXONYMS`] and [`SAME_FIRST_NAME`] a word stands in.
fn listed(word: &str) -> Option<usize> {
    static ROWS: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
        let places = EXONYMS.iter().map(|(one, other)| vec![*one, *other]);
        let rows = places.chain(SAME_FIRST_NAME.iter().map(|names| names.to_vec()));
        rows.enumerate().flat_map(|(row, words)| words.into_iter().map(move |word| (word, row))).collect()
    });
    ROWS.get(word).copied()
}

/// A hash that is the same in every run (FNV-1a, 64 bits).
pub(super) fn hash(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether and how two plain, unequal words can be spellings of one name.
pub(super) fn alike(a: &str, b: &str) -> Option<Alike> {
    let (long_a, long_b) = (a.chars().count(), b.chars().count());
    if long_a.max(long_b) > LONGEST || long_a.min(long_b) < 2 || long_a.abs_diff(long_b) > 4 {
        return None;
    }
    let row = listed(a).filter(|row| listed(b) == Some(*row));
    if row.is_some_and(|row| row < EXONYMS.len()) {
        return Some(Alike::Marks);
    }
    let (fold_a, fold_b) = (fold(a), fold(b));
    if fold_a == fold_b {
        return Some(Alike::Marks);
    }
    if !a.is_ascii() || !b.is_ascii() {
        let (out_a, out_b) = (spelled_out(a), spelled_out(b));
        if out_a == out_b || fold_a == out_b || out_a == fold_b {
            return Some(Alike::Marks);
        }
    }
    if !fold_a.is_ascii() || !fold_b.is_ascii() {
        let slip = long_a.min(long_b) >= 8 && distance(&fold_a, &fold_b, 1) == Some(1) && !is_inflected(&fold_a, &fold_b);
        return slip.then_some(Alike::Slip);
    }
    let (sound_a, sound_b) = (sound(&fold_a), sound(&fold_b));
    let same_sound = sound_a == sound_b;
    if row.is_some() {
        return Some(if same_sound { Alike::Sound } else { Alike::Near });
    }
    let (begins_a, begins_b) = (sound_a.chars().next(), sound_b.chars().next());
    if begins_a != begins_b {
        // Iyengar, Ayengar; Baigorri, Vaigorri: one where all else agrees.
        let one_sound = begins_a.map(first_sound) == begins_b.map(first_sound) && distance(&fold_a, &fold_b, 1) == Some(1);
        return (one_sound && long_a.min(long_b) >= 6).then_some(Alike::Near);
    }
    if !same_sound && sound_a.replace('b', "v") == sound_b.replace('b', "v") && long_a.min(long_b) >= 5 {
        return Some(Alike::Slip);
    }
    // Lang, Lange; Clark, Clarke: surnames of two families, and one misspelt where the first name is the same.
    let (short, long) = if fold_a.len() < fold_b.len() { (&fold_a, &fold_b) } else { (&fold_b, &fold_a) };
    if short.len() >= 4 && long.strip_prefix(short.as_str()) == Some("e") {
        return Some(Alike::Near);
    }
    if !(same_sound && same_ending(&fold_a, &fold_b)) && is_inflected(&fold_a, &fold_b) {
        return None;
    }
    if same_sound && long_a.min(long_b) > 2 {
        return Some(Alike::Sound);
    }
    if long_a.min(long_b) >= 5 && distance(&fold_a, &fold_b, 1) == Some(1) && likeness(&fold_a, &fold_b) >= 0.9 {
        return Some(Alike::Slip);
    }
    let vowels = skeleton(&sound_a).eq(skeleton(&sound_b)) && likeness(&fold_a, &fold_b) >= 0.82;
    let near = long_a.min(long_b) >= 9 && distance(&fold_a, &fold_b, 2) == Some(2);
    let sounds = distance(&sound_a, &sound_b, 1) == Some(1) && likeness(&sound_a, &sound_b) >= 0.9;
    (long_a.min(long_b) >= 5 && (vowels || near || sounds)).then_some(Alike::Near)
}

/// Whether two plain, unequal first names, with one surname, are one name.
pub(super) fn alike_first(a: &str, b: &str, how: Alike) -> bool {
    if listed(a).is_some_and(|row| listed(b) == Some(row)) {
        return true;
    }
    let (a, b) = (fold(a), fold(b));
    let (a, b) = (a.trim_end_matches('h').to_owned(), b.trim_end_matches('h').to_owned());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    // Dan, Daniel; and Paul, Paula.
    let end = long.strip_prefix(short.as_str());
    if end.is_some_and(|end| end.len() > 1 && end != "yy" || matches!(end, "a" | "e" | "i" | "o" | "s")) {
        return false;
    }
    let last = |word: &str| word.chars().last();
    let open = |word: &str| last(word).is_some_and(|c| "aeo".contains(c));
    // Mario, Maria; Peter, Petra; Marcel, Marcelle.
    if (open(&a) || open(&b)) && last(&a) != last(&b) {
        return false;
    }
    match how {
        Alike::Marks | Alike::Sound => true,
        Alike::Slip => short.len() >= 5,
        // Yannig, Yannick: what ends a word loses its voice.
        Alike::Near => short.len() >= 8 || (short.len() >= 6 && voiceless(&sound(&a)) == voiceless(&sound(&b))),
    }
}

/// A [`sound`] whose consonants have no voice.
fn voiceless(sound: &str) -> String {
    let plain = |c: char| match c {
        'g' => 'k',
        'd' => 't',
        'b' => 'p',
        c => c,
    };
    sound.chars().map(plain).collect()
}

/// Endings by which languages inflect and derive; the empty one first.
const ENDINGS: [&str; 57] = [
    "", "a", "e", "i", "o", "u", "y", "s", "n", "es", "en", "er", "em", "ers", "ens", "in", "innen", "ina", "an", "ans", "ian", "ians",
    "ean", "eans", "ish", "ese", "ic", "ics", "ische", "ischen", "ischer", "isches", "isch", "ia", "is", "os", "as", "om", "ov", "ova",
    "ove", "ou", "ey", "ist", "ists", "ism", "ite", "ites", "al", "ais", "aise", "ien", "ienne", "eno", "ena", "ano", "ana",
];

/// Whether two folded words are forms of one word: one stem of four letters or more with two endings of a list.
fn is_inflected(a: &str, b: &str) -> bool {
    let common: usize = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    // The shared letters may run into the endings: ItalIA, ItalIAn.
    let stems = a.char_indices().map(|(at, _)| at).chain([a.len()]).filter(|at| *at <= common && *at + 3 >= common);
    let is_end = |end: &str| ENDINGS.contains(&end) || (!end.is_ascii() && end.chars().count() <= 3) || end.is_empty();
    stems.into_iter().any(|at| at >= 3 && a.get(at..).is_some_and(is_end) && b.get(at..).is_some_and(is_end))
}

/// Whether two folded words of one sound differ only in how the last vowel is written, or in the middle: no inflection.
fn same_ending(a: &str, b: &str) -> bool {
    let ends = ["skyy", "skiy", "skij", "skyj", "sky", "ski", "skii"];
    let closes = |word: &str| word.ends_with(['i', 'y', 'j', 'h']);
    (closes(a) && closes(b))
        || ends.iter().any(|end| a.ends_with(end))
        || a.chars().last() == b.chars().last()
        || a.ends_with('h')
        || b.ends_with('h')
        || (a.ends_with("ff") || b.ends_with("ff") || a.ends_with('v') || b.ends_with('v'))
        || doubled(a, b)
}

/// “Schmit” and “Schmitt”.
fn doubled(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short).is_some_and(|end| end.chars().count() == 1 && short.ends_with(end))
}

/// The number of insertions, deletions, exchanges and swaps of neighbours between two words, if at most `most` (optimal string alignment).
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let same = |(a, b): &((usize, char), char)| a.1 == *b;
    let start: usize = a.char_indices().zip(b.chars()).take_while(same).map(|((_, c), _)| c.len_utf8()).sum();
    let (a, b) = (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default());
    let end: usize = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let rest = |word: &str| -> Vec<char> { word.get(..word.len() - end).unwrap_or_default().chars().collect() };
    let (a, b) = (rest(a), rest(b));
    // What is between the same start and the same end is short, or not one slip.
    match (a.as_slice(), b.as_slice()) {
        ([], rest) | (rest, []) => return (rest.len() <= most).then_some(rest.len()),
        ([_], [_]) => return (most > 0).then_some(1),
        ([one, other], [first, second]) if one == second && other == first => return (most > 0).then_some(1),
        _ if most < 2 => return None,
        _ => {}
    }
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut older: Vec<usize> = Vec::new();
    let mut old: Vec<usize> = (0..=b.len()).collect();
    for (row, from) in a.iter().enumerate() {
        let mut new = Vec::with_capacity(b.len() + 1);
        new.push(row + 1);
        for (column, to) in b.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&old, column) + usize::from(from != to)).min(at(&old, column + 1) + 1).min(at(&new, column) + 1);
            let swapped = row > 0 && column > 0 && a.get(row - 1) == Some(to) && b.get(column - 1) == Some(from);
            if swapped {
                best = best.min(at(&older, column - 1) + 1);
            }
            new.push(best);
        }
        if new.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        older = std::mem::replace(&mut old, new);
    }
    old.last().copied().filter(|distance| *distance <= most)
}

/// How alike two words are, from 0 to 1 (Jaro, with Winkler’s weight for a common start).
pub(super) fn likeness(a: &str, b: &str) -> f32 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut taken = vec![false; b.len()];
    let mut from = Vec::new();
    for (at, c) in a.iter().enumerate() {
        let window = taken.iter_mut().zip(&b).enumerate().skip(at.saturating_sub(reach)).take(at.min(reach) + reach + 1);
        if let Some((_, (taken, _))) = window.into_iter().find(|(_, (taken, other))| !**taken && *other == c) {
            *taken = true;
            from.push(*c);
        }
    }
    let to = b.iter().zip(&taken).filter(|(_, taken)| **taken).map(|(c, _)| *c);
    let moved = from.iter().zip(to).filter(|(a, b)| **a != *b).count();
    let same = from.len() as f32;
    if from.is_empty() {
        return 0.0;
    }
    let jaro = (same / a.len() as f32 + same / b.len() as f32 + (same - moved as f32 / 2.0) / same) / 3.0;
    let start = a.iter().zip(&b).take(4).take_while(|(a, b)| a == b).count() as f32;
    jaro + start * 0.1 * (1.0 - jaro)
}
