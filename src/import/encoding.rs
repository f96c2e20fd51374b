//! From bytes to Unicode: which encoding, and one form for line ends and characters.
//!
//! Why: passages are byte ranges and are compared between articles, so “é” must be the same bytes however the file was saved.
//!
//! How: a byte order mark decides; else valid UTF-8 is UTF-8; else NUL in every other byte is UTF-16; else `chardetng` guesses as browsers do.
//! A file that is UTF-8 but for a few damaged bytes stays UTF-8, with a replacement character for each.
//!
//! What it does not do: UTF-16 without a byte order mark is only found where most of it is Latin; UTF-32 and EBCDIC count as binary.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::ImportError;

/// How many bytes from the first non-ASCII byte on are enough for a guess.
const GUESS: usize = 256 << 10;

/// A text and the encoding that it was in.
#[derive(Debug)]
pub(super) struct Decoded {
    /// What [`normalise`] gives.
    pub text: String,
    /// The encoding's name in the WHATWG standard.
    pub encoding: &'static str,
}

/// Decodes `bytes` and brings them into one form.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, ImportError> {
    let (encoding, content) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None => (without_mark(bytes), bytes),
    };
    let (text, damaged) = encoding.decode_without_bom_handling(content);
    let replaced = if damaged { text.chars().filter(|character| *character == char::REPLACEMENT_CHARACTER).count() } else { 0 };
    if is_too_many(replaced, text.len()) {
        return Err(ImportError::Binary { name: name.to_owned() });
    }
    Ok(Decoded { text: normalise(name, &text)?, encoding: encoding.name() })
}

/// The encoding of bytes without a byte order mark.
fn without_mark(bytes: &[u8]) -> &'static Encoding {
    if bytes.contains(&0) {
        // With NUL it is UTF-16 or binary; read as UTF-8, a NUL survives and is refused.
        return utf16(bytes).unwrap_or(UTF_8);
    }
    if mostly_utf8(bytes) { UTF_8 } else { guess(bytes) }
}

/// UTF-16 of Latin text has NUL in at least 40 % of the bytes of one side, and hardly any on the other.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (mut even, mut odd, mut pairs) = (0_usize, 0_usize, 0_usize);
    for pair in bytes.chunks_exact(2) {
        pairs += 1;
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    let (many, few) = (pairs * 2 / 5, pairs / 20);
    if pairs < 2 {
        None
    } else if odd > many && even <= few {
        Some(UTF_16LE)
    } else if even > many && odd <= few {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether the bytes are UTF-8 with at most one damaged place to four good characters outside ASCII. In other encodings such characters are chance.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        // Continuation bytes are not counted: every other byte above ASCII begins a character.
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad * 4 <= good
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0).saturating_sub(64);
    let window = bytes.get(start..).unwrap_or_default();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(window.get(..GUESS).unwrap_or(window), true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if guessed == UTF_8 { WINDOWS_1252 } else { guessed }
}

/// One form: `\n` as the only line end, NFC, no byte order mark, no control character but tab.
pub(super) fn normalise(name: &str, text: &str) -> Result<String, ImportError> {
    let mut result = String::with_capacity(text.len());
    let (mut characters, mut strange) = (0_usize, 0_usize);
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        characters += 1;
        match character {
            '\0' => return Err(ImportError::Binary { name: name.to_owned() }),
            '\r' => {
                rest.next_if_eq(&'\n');
                result.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => result.push('\n'),
            _ => {
                let known = readable(character);
                strange += usize::from(known.is_none() && character != '\u{feff}');
                result.extend(known);
            }
        }
    }
    if is_too_many(strange, characters) {
        return Err(ImportError::Binary { name: name.to_owned() });
    }
    if result.trim().is_empty() {
        return Err(ImportError::Empty { name: name.to_owned() });
    }
    Ok(nfc(&result).into_owned())
}

/// Whether so many characters out of `all` cannot come from a text with a few faults.
fn is_too_many(strange: usize, all: usize) -> bool {
    strange > 3 && strange > all / 50
}

/// The character as it is kept: control characters and stray byte order marks go, and a control character from 128 to 159 is what Windows-1252
/// means by that byte, which is how such characters come about.
pub(super) fn readable(character: char) -> Option<char> {
    match character {
        '\t' => Some('\t'),
        '\u{feff}' => None,
        '\u{80}'..='\u{9f}' => {
            let byte = [u8::try_from(u32::from(character)).ok()?];
            let (meant, _) = WINDOWS_1252.decode_without_bom_handling(&byte);
            meant.chars().next().filter(|meant| !meant.is_control())
        }
        _ => Some(character).filter(|character| !character.is_control()),
    }
}

/// Unicode's normal form C; without a copy where `text` has it.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}
