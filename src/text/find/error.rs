//! What is wrong with a query, said for people who do not write regular expressions every day.

/// Why a query cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// There is nothing to look for.
    #[error("Type the words to look for.")]
    Empty,
    /// The regular expression has a mistake.
    #[error("{}", sentence(*.position, .message))]
    Syntax {
        /// Where in the pattern the mistake is, in bytes, if it is known.
        position: Option<usize>,
        /// What is wrong, in words, without a capital or a full stop.
        message: String,
    },
    /// The pattern would need too much memory.
    #[error("The pattern is too large. Use a shorter one, or smaller numbers of repeats.")]
    TooLarge,
}

impl FindError {
    /// Reads what the `regex` crate says about `pattern`.
    pub(super) fn new(error: regex::Error, pattern: &str) -> Self {
        match error {
            regex::Error::Syntax(report) => Self::Syntax { position: position_in(&report, pattern), message: in_words(&report) },
            _ => Self::TooLarge,
        }
    }
}

fn sentence(position: Option<usize>, message: &str) -> String {
    match position {
        Some(byte) => format!("The regular expression does not work: {message} (at byte {byte})."),
        None => format!("The regular expression does not work: {message}."),
    }
}

/// The crate shows the pattern and, on the line below, `^` under the mistake, both indented by four spaces.
fn position_in(report: &str, pattern: &str) -> Option<usize> {
    if pattern.contains('\n') {
        return None;
    }
    let marks = report.lines().find(|line| line.trim_start().starts_with('^') && line.trim_matches([' ', '^']).is_empty())?;
    let column = marks.find('^')?.checked_sub(4)?;
    pattern.char_indices().map(|(at, _)| at).chain([pattern.len()]).nth(column)
}

fn in_words(report: &str) -> String {
    const WORDS: [(&str, &str); 14] = [
        ("unclosed group", "a “(” has no “)”"),
        ("unopened group", "a “)” has no “(”"),
        ("unclosed character class", "a “[” has no “]”"),
        ("repetition operator missing expression", "nothing stands before the “*”, “+”, “?” or “{” that could be repeated"),
        ("unclosed counted repetition", "a “{” has no “}”"),
        ("repetition quantifier expects a valid decimal", "a number is missing between “{” and “}”; write “\\{” for the brace itself"),
        ("invalid repetition count range", "in “{from,to}” the first number is larger than the second"),
        ("incomplete escape sequence", "a “\\” at the end has nothing to escape; write “\\\\” for the mark itself"),
        ("unrecognized escape sequence", "this letter has no meaning after “\\”"),
        ("backreferences are not supported", "references to an earlier group, like “\\1”, cannot be used"),
        ("look-around", "looking ahead or behind, like “(?=…)”, cannot be used"),
        ("invalid character class range", "in “[from-to]” the first character comes after the second"),
        ("Unicode property not found", "there is no such class of characters"),
        ("unrecognized flag", "the letter after “(?” is not known"),
    ];
    let line = report.lines().rev().find_map(|line| line.trim().strip_prefix("error: ")).unwrap_or(report).trim();
    WORDS.iter().find(|(technical, _)| line.contains(technical)).map_or(line, |(_, plain)| plain).to_owned()
}
