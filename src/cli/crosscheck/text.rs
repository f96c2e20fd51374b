//! The findings for people: what wants a decision first, each with its reason and its places; what is harmless only counted.

use super::super::articles::count;
use super::super::terminal::{columns_of, visible_line};
use super::super::{Failure, Terminal};
use super::compared::Compared;
use crate::crosscheck::finding::{FigureGroup, NameDifference, NameGroup, QuoteClass, QuoteGroup, Repeat};
use crate::crosscheck::{Fault, Findings, Place};
use crate::text::diff::{Change, ChangeKind};

/// How far places stand to the right of what they belong to.
const INDENT: usize = 4;
/// Where the words go on below their place.
const WORDS: usize = 6;
/// The fewest columns that words get.
const NARROWEST: usize = 30;
/// Below this share of both articles, shared text is not told.
const LITTLE: f32 = 0.05;

/// Prints the findings.
pub fn print(compared: &Compared, findings: &Findings, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut page = Page { compared, terminal };
    page.line(&format!("{} compared.", count(compared.sources().count(), "article")))?;
    page.quotes("Quotes with other words", findings, QuoteClass::Reworded)?;
    page.section("Figures and dates in conflict", findings.figures.iter().filter(|group| group.conflict), Page::figure)?;
    page.section("Quotation marks without a partner", findings.quote_faults.iter(), |page, fault| {
        let what = if fault.fault == Fault::Unclosed { "opens and is never closed" } else { "closes what nothing opened" };
        page.line(&format!("  {what}"))?;
        page.place(&fault.place)
    })?;
    let names = |difference| findings.names.iter().filter(move |group| group.difference == difference);
    page.section("Names written in several ways", names(NameDifference::Spelling), Page::name)?;
    page.section("One office, several holders", names(NameDifference::Holder), Page::name)?;
    page.section("Titles and roles that differ", names(NameDifference::Role), Page::name)?;
    page.quotes("Quotes cut short", findings, QuoteClass::Cut)?;
    page.quotes("Quotes told in other words", findings, QuoteClass::Paraphrased)?;
    page.section("Passages that stand in several places", findings.repeats.iter(), Page::repeat)?;
    let much = findings.shared.iter().filter(|shared| shared.of_a >= LITTLE || shared.of_b >= LITTLE);
    page.section("Shared text", much, |page, shared| {
        let (a, b) = (page.compared.label(shared.a), page.compared.label(shared.b));
        page.line(&format!("  {} of {a} stands in {b}; {} the other way", percent(shared.of_a), percent(shared.of_b)))
    })?;
    page.section("Not article text", findings.boilerplate.iter(), |page, found| {
        page.line(&format!("  {}", found.reason.label()))?;
        page.place(&found.place)
    })?;
    page.rest(findings)
}

struct Page<'a, 'b> {
    compared: &'a Compared,
    terminal: &'a mut Terminal<'b>,
}

impl Page<'_, '_> {
    fn line(&mut self, text: &str) -> Result<(), Failure> {
        Ok(self.terminal.print(&text.split('\n').map(visible_line).collect::<Vec<_>>().join("\n"))?)
    }

    /// A heading with its number of findings; nothing at all where there are none.
    fn section<T>(
        &mut self,
        title: &str,
        found: impl Iterator<Item = T> + Clone,
        show: impl Fn(&mut Self, T) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let number = found.clone().count();
        if number > 0 {
            self.line(&format!("\n{title} ({number})"))?;
        }
        for one in found {
            self.line("")?;
            show(self, one)?;
        }
        Ok(())
    }

    fn quotes(&mut self, title: &str, findings: &Findings, class: QuoteClass) -> Result<(), Failure> {
        self.section(title, findings.quotes.iter().filter(|group| group.class == class), Self::quote)
    }

    fn quote(&mut self, group: &QuoteGroup) -> Result<(), Failure> {
        let speaker = group.members.iter().find_map(|member| member.speaker.as_deref()).unwrap_or("No speaker named");
        let difference = match group.class {
            QuoteClass::Reworded => format!(": {} of {} differ", group.changed_words, count(group.words, "word")),
            _ => String::new(),
        };
        self.line(&format!("  {speaker}{difference}"))?;
        if group.class == QuoteClass::Reworded {
            self.words(&marked(&group.diff))?;
        }
        group.members.iter().try_for_each(|member| self.place(&member.place))
    }

    fn figure(&mut self, group: &FigureGroup) -> Result<(), Failure> {
        self.line(&format!("  {}. {}", group.what, group.reason))?;
        for value in &group.values {
            self.line(&format!("{:INDENT$}{}", "", value.value))?;
            value.members.iter().try_for_each(|member| self.place(member))?;
        }
        Ok(())
    }

    fn name(&mut self, group: &NameGroup) -> Result<(), Failure> {
        self.line(&format!("  {}", group.name))?;
        for variant in &group.variants {
            let mut locations: Vec<String> = variant.places.iter().map(|place| self.compared.location(place)).collect();
            locations.dedup();
            self.wrapped(&format!("{} ({}): {}", variant.text, variant.places.len(), locations.join(", ")), INDENT)?;
        }
        Ok(())
    }

    fn repeat(&mut self, repeat: &Repeat) -> Result<(), Failure> {
        let whole = repeat.similarity >= 1.0;
        let alike = if whole { "word for word".to_owned() } else { format!("{} of the words alike", percent(repeat.similarity)) };
        let within = if repeat.within { ", in one article" } else { "" };
        self.line(&format!("  {alike}{within}"))?;
        // Where all say the same, once is enough.
        if !whole {
            return repeat.members.iter().try_for_each(|member| self.place(member));
        }
        let locations: Vec<String> = repeat.members.iter().map(|member| self.compared.location(member)).collect();
        self.wrapped(&locations.join(", "), INDENT)?;
        repeat.members.first().map_or(Ok(()), |member| self.words(self.compared.words(member)))
    }

    fn place(&mut self, place: &Place) -> Result<(), Failure> {
        self.line(&format!("{:INDENT$}{}", "", self.compared.location(place)))?;
        self.words(self.compared.words(place))
    }

    fn words(&mut self, words: &str) -> Result<(), Failure> {
        self.wrapped(words, WORDS)
    }

    /// On a terminal in lines that fit it; in a pipe on one line.
    fn wrapped(&mut self, text: &str, indent: usize) -> Result<(), Failure> {
        let width = self.terminal.width.map_or(usize::MAX, |width| width.saturating_sub(indent).max(NARROWEST));
        for line in wrap(&visible_line(text), width) {
            self.line(&format!("{:indent$}{line}", ""))?;
        }
        Ok(())
    }

    /// What nobody has to look at.
    fn rest(&mut self, findings: &Findings) -> Result<(), Failure> {
        let alike = findings.quotes.iter().filter(|group| matches!(group.class, QuoteClass::Same | QuoteClass::Punctuation)).count();
        let agreed = findings.figures.iter().filter(|group| !group.conflict).count();
        let sentences = findings.claims.len();
        self.line(&format!(
            "\nAlso {} told alike, {} without a conflict, {} that can be checked: --format json tells them.",
            count(alike, "quote"),
            count(agreed, "figure"),
            count(sentences, "sentence"),
        ))
    }
}

/// Words side by side: [-only in the first-] {+only in the second+}.
fn marked(diff: &[Change]) -> String {
    let change = |change: &Change| match change.kind {
        ChangeKind::Same => change.text.clone(),
        ChangeKind::Removed => format!("[-{}-]", change.text),
        ChangeKind::Added => format!("{{+{}+}}", change.text),
    };
    diff.iter().map(change).collect()
}

fn percent(share: f32) -> String {
    // Never rounded up to all of it.
    format!("{} %", (share * 100.0).floor().clamp(0.0, 100.0))
}

/// Lines of at most `width` columns, broken at spaces; a longer word stands alone.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ') {
        let columns = columns_of(word);
        if used > 0 && used + 1 + columns > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
            }
            line.push_str(word);
        }
        used += usize::from(used > 0) + columns;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_nothing() {
        for (text, width, lines) in [
            ("one two three", 7, &["one two", "three"][..]),
            ("unbreakable x", 4, &["unbreakable", "x"]),
            ("", 5, &[""]),
            ("大橋 です", 5, &["大橋", "です"]),
        ] {
            assert_eq!(wrap(text, width), lines, "{text}");
        }
        assert_eq!(wrap("a b c", usize::MAX).len(), 1);
    }

    #[test]
    fn changes_are_marked() {
        let change = |kind, text: &str| Change { kind, text: text.into() };
        let diff = [change(ChangeKind::Same, "we "), change(ChangeKind::Removed, "used"), change(ChangeKind::Added, "needed")];
        assert_eq!(marked(&diff), "we [-used-]{+needed+}");
        assert_eq!(percent(0.999), "99 %");
    }
}
