//! The world as a command sees it: what comes in, what goes out, how wide it is.

use std::io::{self, Read, Write};

use crate::text::script::hidden_marks;

/// The streams of a run, and what is known about whoever started it.
pub struct Terminal<'a> {
    /// What is piped in.
    pub input: &'a mut dyn Read,
    /// Where results go.
    pub output: &'a mut dyn Write,
    /// Where messages go.
    pub errors: &'a mut dyn Write,
    /// How many columns the output has if it is a terminal; `None` for a pipe or a file.
    pub width: Option<usize>,
    /// The name of the person in the operating system, if it is known.
    pub user: Option<String>,
    /// Whether a window can be shown.
    pub display: bool,
}

impl Terminal<'_> {
    /// Prints lines of a result, with everything made visible that could act on a terminal.
    ///
    /// # Errors
    /// Those of the output.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.output, "{}", visible(text))
    }

    /// Prints a message. That nobody listens is no fault.
    pub fn warn(&mut self, text: &str) {
        let _ = writeln!(self.errors, "{}", visible(text));
        let _ = self.errors.flush();
    }
}

/// A text in which characters that cannot be seen, that turn the writing direction or that command a terminal are shown by their code.
/// Line feeds and tabs stay.
pub fn visible(text: &str) -> String {
    replaced(text, |c, out| out.push_str(&format!("⟨U+{:04X}⟩", u32::from(c))))
}

/// The same on one line: paragraphs are parted by ¶.
pub fn visible_line(text: &str) -> String {
    visible(text).replace('\n', " ¶ ").replace('\t', " ")
}

/// JSON in which such characters are escaped, so that it says the same. They stand only within strings.
pub fn visible_json(json: &str) -> String {
    let push = |c: char, out: &mut String| c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
    replaced(json, push)
}

fn replaced(text: &str, replace: impl Fn(char, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, _) in hidden_marks(text) {
        out.push_str(text.get(at..range.start).unwrap_or_default());
        text.get(range.clone()).unwrap_or_default().chars().for_each(|c| replace(c, &mut out));
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// The text shortened to `columns` columns, with an ellipsis where something was cut off.
pub fn clip(text: &str, columns: usize) -> String {
    if columns_of(text) <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += columns_of_char(*c);
        used <= columns
    };
    let mut clipped: String = text.chars().take_while(fits).collect();
    clipped.truncate(clipped.trim_end().len());
    clipped.push('…');
    clipped
}

/// How many columns a text takes on a terminal.
pub fn columns_of(text: &str) -> usize {
    text.chars().map(columns_of_char).sum()
}

/// East Asian characters and emoji take two columns, combining marks none. A rough reading of UAX #11: a terminal's own table decides.
fn columns_of_char(c: char) -> usize {
    match u32::from(c) {
        _ if unicode_normalization::char::is_combining_mark(c) => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 => 2,
        0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_act_on_a_terminal_is_shown() {
        for (text, shown, json) in [
            ("plain “words”\n\tmore", "plain “words”\n\tmore", "plain “words”\n\tmore"),
            ("a\u{1b}[31mb", "a⟨U+001B⟩[31mb", "a\\u001b[31mb"),
            ("\u{9b}2J", "⟨U+009B⟩2J", "\\u009b2J"),
            ("x\u{202e}y\r", "x⟨U+202E⟩y⟨U+000D⟩", "x\\u202ey\\u000d"),
            ("a\u{e0041}", "a⟨U+E0041⟩", "a\\udb40\\udc41"),
        ] {
            assert_eq!((visible(text), visible_json(text)), (shown.to_owned(), json.to_owned()));
        }
        assert_eq!(visible_line("a\nb\tc"), "a ¶ b c");
    }

    #[test]
    fn clipped_text_fits() {
        for (text, columns, clipped) in [
            ("short", 5, "short"),
            ("longer", 5, "long…"),
            ("two words", 5, "two…"),
            ("大橋です", 8, "大橋です"),
            ("大橋です", 6, "大橋…"),
            ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"),
            ("ab", 1, "…"),
        ] {
            assert_eq!(clip(text, columns), clipped);
            assert!(columns_of(clipped) <= columns);
        }
    }
}
