//! The closed word lists: verdict, severity, kind of passage, kind of evidence, relation of a link, blind check.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $label:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$word_doc])* $word,)+ }

        impl $name {
            /// All of them, in the order in which lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];

            /// The word for a person.
            pub fn label(self) -> &'static str {
                match self { $(Self::$word => $label,)+ }
            }

            /// The value with this word, whatever its case.
            pub fn named(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.label().eq_ignore_ascii_case(word.trim()))
            }
        }
    };
}

words! {
    /// A reviewer's word on a passage. Ordered by how much it weighs: the last outweighs the first.
    Verdict {
        /// Checked against a source, and right.
        Verified = "Verified",
        /// Sources differ, or the passage misleads.
        Disputed = "Disputed",
        /// Checked against a source, and wrong.
        Erroneous = "Erroneous",
    }
}

words! {
    #[derive(Default)]
    /// How much harm a mistake does.
    Severity {
        /// A slip.
        Minor = "Minor",
        /// What most mistakes are.
        #[default]
        Normal = "Normal",
        /// Changes what the article says, or hurts somebody.
        Serious = "Serious",
    }
}

words! {
    #[derive(Default)]
    /// What sort of statement a passage is.
    Kind {
        /// A statement of fact.
        #[default]
        Claim = "Claim",
        /// Somebody's words.
        Quote = "Quote",
        /// A number with what it counts.
        Figure = "Figure",
        /// When something happened.
        Date = "Date",
        /// How somebody or something is called.
        Name = "Name",
        /// Who is said to have said or done something.
        Attribution = "Attribution",
        /// Anything else.
        Other = "Other",
    }
}

words! {
    #[derive(Default)]
    /// What sort of source a piece of evidence is.
    Source {
        /// A record, a contract, a transcript.
        #[default]
        Document = "Document",
        /// A page on the web.
        Web = "Web",
        /// Somebody who was asked.
        Person = "Person",
        /// A book, a paper, a news article.
        Publication = "Publication",
        /// A table, a register, a measurement.
        Data = "Data",
        /// Sound or pictures.
        Recording = "Recording",
        /// What the reviewer saw.
        Observation = "Observation",
        /// Anything else.
        Other = "Other",
    }
}

words! {
    #[derive(Default)]
    /// Why annotations are linked.
    Relation {
        /// The same words of the same speaker.
        SameQuote = "Same quote",
        #[default]
        /// One statement, told several times.
        SameClaim = "Same claim",
        /// They cannot all be right.
        InConflict = "In conflict",
        /// Looked alike, and are not one statement.
        NotTheSame = "Not the same",
    }
}

words! {
    #[derive(Default)]
    /// What reviewers do not see of each other before they have judged for themselves.
    Blind {
        #[default]
        /// Everybody sees everything.
        Off = "Off",
        /// Others' judgements on an annotation stay hidden.
        Judgements = "Judgements",
        /// Others' annotations stay hidden, with the judgements on them.
        Annotations = "Annotations",
    }
}
