//! Identifiers: of articles (the SHA-256 of the text), of records (the SHA-256 of the line, cut to 128 bits) and of
//! everything else (128 bits, 26 characters in the file).
//!
//! An identifier is a label and never a path. The model draws no random numbers of its own: whoever makes
//! something new passes in the milliseconds and the randomness, so that the same calls always give the same project.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// The letters of Crockford's base 32, in lower case: no `i`, `l`, `o`, `u`.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 26;

/// The text is not an identifier of the kind that was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an identifier")]
pub struct NotAnId(String);

/// 128 bits that sort by the time at which they were made, then by chance (the layout of a ULID).
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Bits(u128);

impl Bits {
    fn new(millis: u64, random: u128) -> Self {
        Self((u128::from(millis) << 80) | (random & ((1 << 80) - 1)))
    }

    fn letters(self) -> [u8; LENGTH] {
        let mut letters = [b'0'; LENGTH];
        let mut rest = self.0;
        for letter in letters.iter_mut().rev() {
            *letter = LETTERS.get((rest & 31) as usize).copied().unwrap_or(b'0');
            rest >>= 5;
        }
        letters
    }

    fn parse(text: &str) -> Option<Self> {
        if text.len() != LENGTH {
            return None;
        }
        let mut bits: u128 = 0;
        for byte in text.bytes() {
            let value = LETTERS.iter().position(|letter| *letter == byte)?;
            if bits >> 123 != 0 {
                return None;
            }
            bits = (bits << 5) | value as u128;
        }
        Some(Self(bits))
    }
}

impl fmt::Display for Bits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.letters()).unwrap_or_default())
    }
}

/// Reads a string without copying it first, and parses it.
struct Parsed<T>(std::marker::PhantomData<T>);

impl<T: FromStr<Err = NotAnId>> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identifier")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! as_string {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parsed(std::marker::PhantomData))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Bits);

        impl $name {
            /// A new identifier from the time in milliseconds since 1970 and 80 random bits.
            pub fn new(millis: u64, random: u128) -> Self {
                Self(Bits::new(millis, random))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Bits::parse(text).map(Self).ok_or_else(|| NotAnId(text.chars().take(64).collect()))
            }
        }

        as_string!($name);
    };
}

id! {
    /// Identifies a project; copies of one project share it.
    ProjectId
}
id! {
    /// Identifies an annotation.
    AnnotationId
}
id! {
    /// Identifies a piece of evidence.
    EvidenceId
}
id! {
    /// Identifies a link between annotations.
    LinkId
}
id! {
    /// Identifies a reviewer; two people of the same name have two.
    ReviewerId
}

/// Identifies an article: the SHA-256 of its text, so that the same text is the same article everywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId([u8; 32]);

impl ArticleId {
    /// The identifier of an article with this text.
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The first characters, as people are shown them.
    pub fn short(&self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

/// Names a growing text: paragraph by paragraph, with a line feed between them.
#[derive(Default)]
pub(super) struct Digest {
    hasher: Sha256,
    begun: bool,
}

impl Digest {
    /// The identifier of the text up to and with this paragraph.
    pub(super) fn with(&mut self, paragraph: &str) -> ArticleId {
        if std::mem::replace(&mut self.begun, true) {
            self.hasher.update(b"\n");
        }
        self.hasher.update(paragraph.as_bytes());
        ArticleId(self.hasher.clone().finalize().into())
    }
}

/// Names a record by its line without telling the line: the first 128 bits of its SHA-256. Who guesses the whole line,
/// stamp and identifiers too, can prove the guess.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordHash([u8; 16]);

impl RecordHash {
    /// The name of a record with this line.
    pub fn of(line: &str) -> Self {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(Sha256::digest(line.as_bytes())).for_each(|(byte, hashed)| *byte = hashed);
        Self(bytes)
    }
}

macro_rules! hexadecimal {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                digits(text).map(Self).ok_or_else(|| NotAnId(text.chars().take(64).collect()))
            }
        }

        as_string!($name);
    };
}

hexadecimal!(ArticleId);
hexadecimal!(RecordHash);

/// The bytes that exactly this many pairs of hexadecimal digits spell.
fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let [high, low] = pair else { return None };
        *byte = hex(*high)? << 4 | hex(*low)?;
    }
    (text.len() == 2 * N).then_some(bytes)
}

/// The value of a lower-case hexadecimal digit. Upper case is refused: one identifier has one spelling.
fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn an_id_survives_its_spelling() {
        for id in [AnnotationId::new(0, 0), AnnotationId::new(1_790_000_000_000, 77), AnnotationId::new(u64::MAX >> 16, u128::MAX)] {
            assert_eq!(id.to_string().parse::<AnnotationId>().unwrap(), id);
        }
    }

    #[test]
    fn ids_sort_like_their_spelling() {
        let (early, late) = (LinkId::new(5, u128::MAX), LinkId::new(6, 0));
        assert!(early < late && early.to_string() < late.to_string());
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "01k", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000U", "é0000000000000000000000000"] {
            assert!(text.parse::<EvidenceId>().is_err(), "{text}");
        }
        for text in ["", "ab", &"A".repeat(64), &"g0".repeat(32)] {
            assert!(text.parse::<ArticleId>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_record_is_named_by_its_line() {
        let hash = RecordHash::of("abc");
        assert_eq!(hash.to_string(), "ba7816bf8f01cfea414140de5dae2223");
        assert_eq!(hash.to_string().parse::<RecordHash>().unwrap(), hash);
        assert!("ba78".parse::<RecordHash>().is_err());
    }

    #[test]
    fn an_article_is_named_by_its_text() {
        let id = ArticleId::of("abc");
        assert_eq!(id.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(id.to_string().parse::<ArticleId>().unwrap(), id);
    }
}
