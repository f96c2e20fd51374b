//! Words as the search for repeats compares them: folded, and as numbers.
//!
//! Why: two articles repeat each other whatever the case of their letters and the form of their apostrophes, and a million comparisons of numbers
//! cost less than a million comparisons of letters.
//!
//! How: a word is hashed after folding (FNV-1a, Fowler, Noll & Vo), and so is its stem: cutting words at a fixed length serves many languages
//! (McNamee & Mayfield 2004). Passages are looked for and aligned by stems; how alike they are is said by whole words. Words that carry no meaning of
//! their own are those in [`function_words`](super::function_words), and short ones in alphabets where nearly all short words are such.
//!
//! Where it stops working: two different words in a million have the same stem by chance, and some do by their beginning (“invest”, “investigate”). A language whose function words
//! are long and not in the list has too many words that seem to mean something, which makes its repeats a little shorter than they should be.

use super::function_words::is_function_word;

/// Words of up to this many letters carry no meaning of their own in the alphabets of Europe, unless they are numbers or abbreviations.
const SHORT: usize = 3;

/// How many letters of a word are its stem.
const STEM: usize = 6;

/// A folded word: twenty bits for its stem, nine for the rest of it, and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word(u32);

const MEANING: u32 = 1;
const PART: u32 = 2;
const NUMBER: u32 = 4;
const REST: u32 = 0xff8;

/// The beginning of a word, which words of one stem have in common, or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Stem(u32);

impl Stem {
    /// Whether it is a number.
    pub(super) fn is_number(self) -> bool {
        self.0 & NUMBER != 0
    }

    /// The bits of it.
    pub(super) fn bits(self) -> u32 {
        self.0
    }
}

impl Word {
    /// The number of a word as it is written.
    pub(super) fn of(written: &str) -> Self {
        let letters = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")).unwrap_or(written);
        let mut word = Fold { hash: START, stem: START, single: START, letters: 0, number: false, capitals: true, kind: Script::Short };
        for letter in letters.chars() {
            word.take(letter);
        }
        word.finish(letters)
    }

    /// Whether the word carries meaning: it is no article, preposition, pronoun or the like.
    pub(super) fn has_meaning(self) -> bool {
        self.0 & MEANING != 0
    }

    /// How much of a word it is, in halves: 2 for a word, 1 for a character of a script that is written without spaces.
    pub(super) fn halves(self) -> u32 {
        if self.0 & PART != 0 { 1 } else { 2 }
    }

    /// What it has in common with its other forms.
    pub(super) fn stem(self) -> Stem {
        Stem(self.0 & !(MEANING | PART | REST))
    }
}

/// What the letters of a word say about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// An alphabet in which short words carry no meaning.
    Short,
    /// Any other script with spaces.
    Other,
    /// No spaces, and the character carries meaning.
    Part,
    /// No spaces, and the character mostly serves grammar.
    Particle,
}

/// Where the hash starts.
const START: u64 = 0xcbf2_9ce4_8422_2325;

struct Fold {
    hash: u64,
    /// The hash of the first letters, with and without an s at their end.
    stem: u64,
    single: u64,
    letters: usize,
    number: bool,
    capitals: bool,
    kind: Script,
}

impl Fold {
    fn take(&mut self, letter: char) {
        self.letters += 1;
        self.number |= letter.is_numeric();
        if letter.is_ascii() {
            self.capitals &= !letter.is_ascii_lowercase();
            self.hash(u32::from(letter.to_ascii_lowercase()));
            return;
        }
        self.capitals &= !letter.is_lowercase();
        if self.letters == 1 {
            self.kind = script(letter);
        }
        match letter {
            // Half-hearted hyphenation and apostrophes make no other word.
            '\u{ad}' => {}
            '’' | 'ʼ' => self.hash(u32::from('\'')),
            'ß' => {
                self.hash(u32::from('s'));
                self.letters += 1;
                self.hash(u32::from('s'));
            }
            letter => letter.to_lowercase().for_each(|lower| self.hash(u32::from(lower))),
        }
    }

    fn hash(&mut self, code: u32) {
        self.hash = (self.hash ^ u64::from(code)).wrapping_mul(0x0100_0000_01b3);
        if self.letters <= STEM {
            self.single = if code == u32::from('s') { self.stem } else { self.hash };
            self.stem = self.hash;
        }
    }

    fn finish(self, written: &str) -> Word {
        let meaning = match self.kind {
            _ if self.number => true,
            Script::Short if self.letters <= SHORT => self.capitals && self.letters > 1,
            Script::Particle => false,
            _ => !is_function_word(written),
        };
        let part = matches!(self.kind, Script::Part | Script::Particle) && self.letters <= 2;
        let bits = |hash: u64| (hash ^ (hash >> 32)) as u32;
        let stem = match self.letters {
            // One digit makes another number.
            _ if self.number => self.hash,
            // A plural as long as a stem.
            letters if letters > SHORT + 1 && letters <= STEM => self.single,
            _ => self.stem,
        };
        let flags = (u32::from(meaning) * MEANING) | (u32::from(part) * PART) | (u32::from(self.number) * NUMBER);
        Word((bits(stem) & !(REST | 7)) | ((bits(self.hash) >> 9) & REST) | flags)
    }
}

fn script(first: char) -> Script {
    match first {
        '\u{3041}'..='\u{309f}' => Script::Particle,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Script::Part,
        '\u{2e80}'..='\u{2fff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Script::Part,
        '\0'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' => Script::Short,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::Word;

    #[test]
    fn what_counts_as_one_word_or_one_stem() {
        for (a, b, word, stem) in [
            ("Harbour", "harbour", true, true),
            ("owner's", "owner", true, true),
            ("don’t", "don't", true, true),
            ("Straße", "strasse", true, true),
            ("boats", "boat", false, true),
            ("bridges", "bridge", false, true),
            ("injured", "injuries", false, true),
            ("2,400", "2,401", false, false),
            ("1250000", "1250001", false, false),
            ("bridge", "harbour", false, false),
        ] {
            assert_eq!((Word::of(a) == Word::of(b), Word::of(a).stem() == Word::of(b).stem()), (word, stem), "{a} {b}");
        }
    }

    #[test]
    fn what_carries_meaning() {
        for (written, meaning) in [
            ("harbour", true),
            ("the", false),
            ("With", false),
            ("EU", true),
            ("7", true),
            ("橋", true),
            ("の", false),
            ("said", false),
            ("Straße", true),
        ] {
            assert_eq!(Word::of(written).has_meaning(), meaning, "{written}");
        }
    }
}
