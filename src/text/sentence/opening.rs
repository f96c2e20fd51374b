//! What follows a candidate: does it look like the start of a sentence?

use crate::text::position::split;

/// How far to look for a verb of saying, in words.
const SAYING_REACH: usize = 5;

/// The text after a candidate, from its first letter or digit on.
#[derive(Debug)]
pub(super) struct Opening<'a> {
    /// From the first letter or digit on.
    rest: &'a str,
    /// The first letter or digit.
    first: char,
    /// The letters from the first one on.
    word: &'a str,
    /// Whether nothing stands between the candidate and the first letter.
    glued: bool,
}

impl<'a> Opening<'a> {
    /// What follows at `byte`; nothing if the sentence goes on there (a comma, another full stop) or no word follows.
    pub fn at(text: &'a str, byte: usize) -> Option<Self> {
        let after = split(text, byte).1;
        let skipped = after.find(|c: char| c.is_alphanumeric() || is_continuation(c))?;
        let rest = split(after, skipped).1;
        let first = rest.chars().next().filter(|c| c.is_alphanumeric())?;
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Some(Self { rest, first, word: split(rest, length).0, glued: skipped == 0 })
    }

    /// A small letter, unless the word is a brand like “iPhone”.
    pub fn is_lowercase(&self) -> bool {
        self.first.is_lowercase() && !self.word.chars().nth(1).is_some_and(char::is_uppercase)
    }

    pub fn is_digit(&self) -> bool {
        self.first.is_numeric()
    }

    /// A capital and a small letter right at the candidate.
    pub fn is_glued_capital(&self) -> bool {
        let second = self.rest.chars().nth(1);
        self.glued && self.first.is_uppercase() && second.is_some_and(|c| c.is_lowercase() || c.is_whitespace())
    }

    /// “I” has a capital anywhere.
    pub fn is_first_person(&self) -> bool {
        self.word == "I"
    }

    pub fn is_month(&self) -> bool {
        is_month(self.word)
    }

    /// What follows “a.m.” in the same sentence.
    pub fn is_day_or_zone(&self) -> bool {
        matches!(
            self.word,
            "Monday"
                | "Tuesday"
                | "Wednesday"
                | "Thursday"
                | "Friday"
                | "Saturday"
                | "Sunday"
                | "Mon"
                | "Tue"
                | "Tues"
                | "Wed"
                | "Thu"
                | "Thur"
                | "Thurs"
                | "Fri"
                | "Sat"
                | "Sun"
                | "ET"
                | "EST"
                | "EDT"
                | "CT"
                | "CST"
                | "CDT"
                | "MT"
                | "MST"
                | "MDT"
                | "PT"
                | "PST"
                | "PDT"
                | "GMT"
                | "UTC"
                | "BST"
                | "CET"
                | "CEST"
                | "EET"
                | "IST"
                | "JST"
                | "MSK"
                | "Eastern"
                | "Central"
                | "Mountain"
                | "Pacific"
                | "Greenwich"
        )
    }

    /// A noun that German writes after an ordinal number: “am 3. Mai”, “im 19. Jahrhundert”.
    pub fn follows_ordinal(&self) -> bool {
        self.is_month()
            || matches!(
                self.word,
                "Januar"
                    | "Jänner"
                    | "Februar"
                    | "März"
                    | "Mai"
                    | "Juni"
                    | "Juli"
                    | "Oktober"
                    | "Dezember"
                    | "Jahrhundert"
                    | "Jahrhunderts"
                    | "Jh"
                    | "Stock"
                    | "Platz"
                    | "Mal"
                    | "Jahrestag"
                    | "Geburtstag"
                    | "Spieltag"
                    | "Minute"
                    | "Bundesliga"
                    | "Weltkrieg"
                    | "Weltkriegs"
                    | "Lebensjahr"
            )
    }

    /// A word that commonly starts a sentence and rarely continues a name.
    pub fn starts_sentence(&self) -> bool {
        is_starter(self.word) || is_article_and_name_part(self.word)
    }

    /// As [`Self::starts_sentence`], without the words that also start family names.
    pub fn starts_sentence_after_initial(&self) -> bool {
        is_starter(self.word)
    }

    /// “Smith asked”, “Mayor Jane Smith told reporters”, but not “He asked”: a pronoun with a capital starts anew.
    pub fn is_name_with_verb_of_saying(&self) -> bool {
        if self.starts_sentence() {
            return false;
        }
        self.rest
            .split_whitespace()
            .take(SAYING_REACH)
            .find(|word| !word.starts_with(char::is_uppercase) || word.ends_with([',', ';', ':']))
            .is_some_and(|word| is_verb_of_saying(word.trim_end_matches(|c: char| !c.is_alphanumeric())))
    }

    /// What follows a quotation in Japanese when the sentence goes on.
    pub fn continues_wide_quotation(&self) -> bool {
        self.glued && ["と", "って", "など", "との", "という"].iter().any(|particle| self.rest.starts_with(particle))
    }
}

/// Marks that show that the sentence goes on, or that another candidate follows.
fn is_continuation(c: char) -> bool {
    super::is_candidate(c) || matches!(c, ',' | ';' | ':' | '、' | '，' | '；' | '：' | '،' | '؛')
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sept"
            | "Sep"
            | "Oct"
            | "Nov"
            | "Dec"
    )
}

fn is_starter(word: &str) -> bool {
    matches!(
        word,
        // English
        "The" | "A" | "This" | "That" | "These" | "Those" | "He" | "She" | "It" | "They" | "We" | "You" | "I" | "His"
            | "Her" | "Its" | "Their" | "Our" | "My" | "Your" | "There" | "Here" | "But" | "And" | "Or" | "Nor" | "So" | "Yet"
            | "On" | "At" | "For" | "From" | "By" | "With" | "Without" | "As" | "If" | "When" | "While" | "After"
            | "Before" | "During" | "Since" | "Because" | "Although" | "Though" | "Despite" | "However" | "Meanwhile"
            | "Moreover" | "Also" | "Then" | "Now" | "Not" | "No" | "Yes" | "What" | "Who" | "Why" | "How" | "Where" | "Which"
            | "Some" | "Many" | "Most" | "Both" | "Each" | "Every" | "Several" | "Still" | "Such" | "Once"
            | "Until" | "Under" | "According" | "Asked" | "Instead" | "Later" | "Earlier" | "Today" | "Yesterday" | "Nobody"
            | "Another" | "Others" | "To" | "Was" | "Were" | "Is" | "Are" | "Did" | "Does" | "Could" | "Would" | "Should"
            | "Has" | "Have" | "Had" | "Than" | "Thus" | "Therefore" | "Nevertheless" | "Nonetheless" | "Neither" | "Either"
            | "Even" | "Just" | "Only" | "Perhaps" | "Almost" | "Among" | "Between" | "Through" | "Two" | "Three" | "One"
            // German
            | "Der" | "Das" | "Dem" | "Ein" | "Eine" | "Einen" | "Er" | "Sie" | "Es" | "Wir" | "Doch" | "Aber" | "Und"
            | "Im" | "Am" | "Auf" | "Bei" | "Mit" | "Nach" | "Seit" | "Zum" | "Zur" | "Für" | "Laut" | "Auch" | "Nun" | "Dabei"
            | "Damit" | "Dann" | "Dort" | "Hier" | "Diese" | "Dieser" | "Dieses" | "Wenn" | "Weil" | "Während" | "Zudem"
            // Spanish
            | "Un" | "Una" | "Y" | "Pero" | "Se" | "Según" | "Cuando" | "Este" | "Esta" | "Por" | "Para" | "Tras" | "Además"
            // French
            | "Il" | "Elle" | "Ils" | "Elles" | "Nous" | "Mais" | "Et" | "Dans" | "Selon" | "Pour" | "Cette"
    )
}

/// Words that start sentences, and family names as well: “J. Le Roux”, “M. Die”.
fn is_article_and_name_part(word: &str) -> bool {
    matches!(
        word,
        "An" | "In" | "All" | "Die" | "Den" | "El" | "La" | "Los" | "Las" | "Le" | "Les" | "Une" | "On" | "En" | "Su" | "Con" | "Sin"
    )
}

fn is_verb_of_saying(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "asked"
            | "asks"
            | "told"
            | "tells"
            | "wrote"
            | "writes"
            | "added"
            | "adds"
            | "replied"
            | "replies"
            | "answered"
            | "answers"
            | "responded"
            | "continued"
            | "explained"
            | "declared"
            | "insisted"
            | "argued"
            | "warned"
            | "noted"
            | "stated"
            | "recalled"
            | "joked"
            | "shouted"
            | "cried"
            | "tweeted"
            | "posted"
            | "demanded"
            | "wondered"
            | "quipped"
            | "commented"
            | "exclaimed"
            | "remarked"
            | "inquired"
            | "retorted"
            | "yelled"
    )
}
