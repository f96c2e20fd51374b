//! The arguments, and the help that teaches them.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};

use crate::export::Format;
use crate::model::{Kind, Severity, Verdict};

/// The kinds as they are typed.
pub const KINDS: [&str; 7] = ["claim", "quote", "figure", "date", "name", "attribution", "other"];
/// The severities as they are typed.
pub const SEVERITIES: [&str; 3] = ["minor", "normal", "serious"];
/// The verdicts as they are typed, and the word for none.
pub const VERDICTS: [&str; 4] = ["verified", "disputed", "erroneous", "unchecked"];

/// Check facts in articles: mark passages as verified, disputed or erroneous, with evidence and corrections.
///
/// Without a command, Factmark opens its window with the project, or with the articles, that are named. The commands do the same work
/// without a window. A project is one file, NAME.factmark.ron; an article is a text file (.txt or .md).
#[derive(Debug, Parser)]
#[command(
    name = "factmark",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "\
A whole review:
  factmark new --title \"Harbour bridge\" -o bridge.factmark.ron courier.txt
  factmark mark bridge.factmark.ron --article courier.txt \\
      --quote \"40 metres\" --verdict erroneous --correction \"14 metres\" \\
      --evidence \"County road register\"
  factmark list bridge.factmark.ron --verdict erroneous
  factmark summary bridge.factmark.ron -o bridge.html
  factmark crosscheck bridge.factmark.ron
  factmark check bridge.factmark.ron

Results go to standard output, messages to standard error. Exit codes: 0 done;
1 refused or failed, or the project is damaged; 2 wrong arguments, a project
that cannot be read, or no display for the window."
)]
pub struct Args {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A project, or articles, to open in the window.
    #[arg(value_name = "PROJECT|ARTICLE")]
    pub paths: Vec<PathBuf>,
    /// Open the sample: five short reports of one invented event, reviewed by two people.
    #[arg(long, conflicts_with = "paths")]
    pub sample: bool,
}

/// The commands without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a project from articles.
    New(New),
    /// Add articles to a project.
    Add(Add),
    /// Mark a passage, with a verdict, note, correction and evidence.
    Mark(Mark),
    /// List the annotations.
    List(List),
    /// Write the review summary.
    Summary(Summary),
    /// Check that a project file is whole, and count what is in it.
    Check(Check),
    /// Lay articles against each other: quotes, repeats, names, figures.
    Crosscheck(Crosscheck),
    /// Merge copies of a project into one file.
    Merge(Merge),
    /// Show what two copies say differently, or one project in words.
    Diff(Diff),
    /// Remove records for good: a confidential source, a personal name.
    Redact(Redact),
    /// Say how far the reviewers agree.
    Agreement(Agreement),
    /// Teach git to merge projects and to show their differences.
    GitSetup(GitSetup),
}

/// `factmark new`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  factmark new --title \"Harbour bridge\" -o bridge.factmark.ron a.txt b.md

If one of the articles cannot be read, nothing is created.")]
pub struct New {
    /// The title of the project.
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// The file to create; its name ends in .factmark.ron.
    #[arg(short, long, value_name = "PROJECT")]
    pub output: PathBuf,
    /// Replace the file if it is there already (it is kept beside the new one, with .bak at the end of its name).
    #[arg(long)]
    pub force: bool,
    /// Who starts it [default: the name in the window's settings, else that of the user].
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Text files to check.
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<PathBuf>,
}

/// `factmark add`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  factmark add bridge.factmark.ron tabloid.txt blog.md

An article that the project has already is passed over. If one of them cannot
be read, nothing is added.")]
pub struct Add {
    /// The project file.
    pub project: PathBuf,
    /// Who adds them [default: the name in the window's settings, else that of the user].
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Text files to check.
    #[arg(value_name = "ARTICLE", required = true)]
    pub articles: Vec<PathBuf>,
}

/// `factmark mark`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark mark bridge.factmark.ron --article courier.txt \\
      --quote \"seven people\" --verdict erroneous --severity serious \\
      --correction \"three people\" --evidence \"Hospital, statement of 12 March\"
  factmark mark bridge.factmark.ron --batch marks.jsonl
  generate-marks | factmark mark bridge.factmark.ron --batch - --by \"Ada Ferris\"

A batch has one JSON object a line, with the fields article, quote, nth,
verdict, kind, note, correction, severity, evidence and by; only article and
quote are needed. All lines are carried out, or none:
  {\"article\": \"courier.txt\", \"quote\": \"seven\", \"verdict\": \"erroneous\",
   \"evidence\": [{\"what\": \"web\", \"citation\": \"Hospital, statement\"}]}
(shown here on two lines). Evidence is a citation, an object, or a list of
either. The object has the fields what (document, web, person, publication,
data, recording, observation, other), citation, place, words, consulted
(YYYY-MM-DD), primary and confidential; only citation is needed.

Evidence with the same details is the same piece of evidence. Marking the same
words again changes your judgement; what you do not mention stays as it is.")]
pub struct Mark {
    /// The project file.
    pub project: PathBuf,
    /// The article: the name of its file, its title, or at least 6 characters of the beginning of its identifier.
    #[arg(long, value_name = "FILE|TITLE|ID", required_unless_present = "batch")]
    pub article: Option<String>,
    /// The words to mark, as they stand in the article. Variants of quotation marks, dashes and spaces do not matter; capitals do.
    #[arg(long, value_name = "WORDS", required_unless_present = "batch")]
    pub quote: Option<String>,
    /// Which place, counted from 1, if the words stand in several.
    #[arg(long, value_name = "N")]
    pub nth: Option<usize>,
    /// The verdict. Without one, the passage is marked to check; `unchecked` takes your verdict back.
    #[arg(long, value_parser = one_of(VERDICTS, "verdict", verdict_or_none), ignore_case = true)]
    pub verdict: Option<Word<Option<Verdict>>>,
    /// What sort of statement it is [default: guessed from the words].
    #[arg(long, value_parser = one_of(KINDS, "kind", Kind::named), ignore_case = true)]
    pub kind: Option<Word<Kind>>,
    /// How much harm the mistake does [default: normal].
    #[arg(long, value_parser = one_of(SEVERITIES, "severity", Severity::named), ignore_case = true)]
    pub severity: Option<Word<Severity>>,
    /// Why. An empty note takes yours back.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// What the passage should say. An empty correction takes yours back.
    #[arg(long, value_name = "TEXT")]
    pub correction: Option<String>,
    /// A source, as it is cited. May be given several times.
    #[arg(long, value_name = "CITATION")]
    pub evidence: Vec<String>,
    /// Who judges: the name or identifier of a reviewer, or a new name [default: the name in the window's settings, else that of the user].
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Marks one after the other, one JSON object a line; `-` reads them from standard input.
    #[arg(long, value_name = "FILE|-", conflicts_with_all = ["article", "quote", "nth", "verdict", "kind", "severity", "note", "correction", "evidence"])]
    pub batch: Option<PathBuf>,
}

/// `factmark list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark list bridge.factmark.ron --verdict disputed
  factmark list bridge.factmark.ron --format json | jq '.[].correction'

The table fits the terminal; in a pipe its columns are whole and parted by
tabs. The columns of --format csv are those of the summary: a row for each
judgement. Offsets (start, end) are bytes of the article's text in UTF-8.")]
pub struct List {
    /// The project file.
    pub project: PathBuf,
    /// The form of the list.
    #[arg(long, value_enum, default_value_t = Form::Table)]
    pub format: Form,
    /// Only annotations that stand at this verdict.
    #[arg(long, value_parser = one_of(VERDICTS, "verdict", verdict_or_none), ignore_case = true)]
    pub verdict: Option<Word<Option<Verdict>>>,
    /// Only those in this article: the name of its file, its title, or the beginning of its identifier.
    #[arg(long, value_name = "FILE|TITLE|ID")]
    pub article: Option<String>,
    /// Only those that this reviewer has marked or judged.
    #[arg(long, value_name = "NAME|ID")]
    pub reviewer: Option<String>,
    /// Only those of this kind.
    #[arg(long, value_parser = one_of(KINDS, "kind", Kind::named), ignore_case = true)]
    pub kind: Option<Word<Kind>>,
    /// Tell confidential evidence too.
    #[arg(long)]
    pub confidential: bool,
}

/// `factmark summary`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark summary bridge.factmark.ron -o bridge.html
  factmark summary bridge.factmark.ron --format md | less")]
pub struct Summary {
    /// The project file.
    pub project: PathBuf,
    /// The format [default: that of the output's name, else md].
    #[arg(long, value_parser = one_of(["md", "html", "csv"], "format", Format::named), ignore_case = true)]
    pub format: Option<Word<Format>>,
    /// The file to write [default: standard output].
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Tell confidential evidence too.
    #[arg(long)]
    pub confidential: bool,
}

/// `factmark check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  factmark check bridge.factmark.ron
  factmark check --rescue whole.factmark.ron bridge.factmark.ron

--rescue looks for what a damaged project has lost in its .bak file and in the
journals, and writes all that is whole to a new file. Each damaged line is told
with the place where it was found. Lines that nobody has are written as they
stand to a text file beside the new one. The damaged file is not touched.

Exit codes: 0 the project is sound, or all of it was rescued; 1 it is damaged,
and each damaged line is named; 2 it cannot be read at all.")]
pub struct Check {
    /// The project file.
    pub project: PathBuf,
    /// Write what can be rescued of a damaged project to this new file; its name ends in .factmark.ron.
    #[arg(long, value_name = "OUT")]
    pub rescue: Option<PathBuf>,
}

/// `factmark crosscheck`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark crosscheck bridge.factmark.ron
  factmark crosscheck courier.txt tabloid.txt blog.md | less
  factmark crosscheck *.txt --format json | jq '.quotes[] | select(.class == \"reworded\")'

It finds quotes that differ, cut or told in other words; quotation marks that
do not pair; passages that stand twice; names written in several ways; figures
and dates in conflict; what is no article text. In the text, [-words-] stand
only in the first place, {+words+} only in the second.

The fields of --format json are quotes, quote_faults, repeats, names, roles,
figures, claims, boilerplate and shared. Offsets (start, end) are bytes of the
article's text in UTF-8 as it was imported; article is the name of the file,
or, for a project, the article's identifier.

Findings are suggestions, never verdicts, and the exit code does not tell of
them: 0 compared; 1 an article cannot be read; 2 wrong arguments, or a project
that cannot be read.")]
pub struct Crosscheck {
    /// A project file, or text files to compare.
    #[arg(value_name = "PROJECT|ARTICLE", required = true)]
    pub paths: Vec<PathBuf>,
    /// The form of the findings.
    #[arg(long, value_enum, default_value_t = FindingsForm::Text)]
    pub format: FindingsForm,
}

/// The form of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FindingsForm {
    /// In sections, for people.
    Text,
    /// An object of lists, for programs.
    Json,
}

/// `factmark merge`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark merge ada.factmark.ron ben.factmark.ron -o both.factmark.ron
  factmark merge *.factmark.ron -o all.factmark.ron

The copies stay as they are. Any number merge in any order with the same result,
and nothing is lost: disagreements stand side by side. If OUT is a copy of the
same project, what it holds is kept too. Projects that were started apart, of
the same articles, are joined with --apart under the identity of the first.

Exit codes: 0 merged; 1 refused, or a copy was damaged and only what is whole
was merged; 2 a copy cannot be read at all. As git's driver: 0, else 129.")]
pub struct Merge {
    /// The copies.
    #[arg(value_name = "PROJECT", required_unless_present = "driver", num_args = 2..)]
    pub copies: Vec<PathBuf>,
    /// The file to write.
    #[arg(short, long, value_name = "OUT", required_unless_present = "driver")]
    pub output: Option<PathBuf>,
    /// Join projects that were started apart, too.
    #[arg(long)]
    pub apart: bool,
    /// Replace OUT if it is something else (it is kept beside it, with .bak at the end of its name).
    #[arg(long)]
    pub force: bool,
    /// Merge for git: `factmark git-setup` sets this up.
    #[arg(long, hide_short_help = true, conflicts_with_all = ["copies", "output", "apart", "force"])]
    pub driver: bool,
    /// The common ancestor, which is not needed.
    #[arg(long, value_name = "FILE", requires = "driver", hide = true)]
    pub base: Option<PathBuf>,
    /// Our side, and the result.
    #[arg(long, value_name = "FILE", requires = "driver", hide = true)]
    pub ours: Option<PathBuf>,
    /// Their side.
    #[arg(long, value_name = "FILE", requires = "driver", hide = true)]
    pub theirs: Option<PathBuf>,
    /// What git calls the file.
    #[arg(long, value_name = "PATH", requires = "driver", hide = true)]
    pub path: Option<String>,
    /// How long conflict markers would be, which are not needed.
    #[arg(long, value_name = "N", requires = "driver", hide = true)]
    pub marker_size: Option<String>,
}

/// `factmark diff`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark diff monday.factmark.ron tuesday.factmark.ron
  factmark diff bridge.factmark.ron | less

Lines that only A has begin with -, those that only B has with +; above them
stand the article and the passage. With one project, all of it is told in words:
git uses that to show differences once `factmark git-setup` has run.")]
pub struct Diff {
    /// A project.
    pub a: PathBuf,
    /// Another copy of it.
    pub b: Option<PathBuf>,
}

/// `factmark redact`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark redact bridge.factmark.ron --containing \"Jan Roth\" --dry-run
  factmark redact bridge.factmark.ron --containing \"Jan Roth\" \\
      --reason \"A source who must not be named\"
  factmark redact bridge.factmark.ron --record 3f9c51aa07e2 --reason \"Slip\"

The records are taken out of the file, its backup, the journals and kept
findings on this computer. It cannot be undone. That something was removed,
when, by whom and why stays on record. A copy that is merged later cannot bring
it back; copies that are not merged keep it.

Exit codes: 0 removed, or listed; 1 refused, or some file on this computer
could not be cleaned and is named; 2 the project cannot be read.")]
pub struct Redact {
    /// The project file.
    pub project: PathBuf,
    /// A record, by the beginning of its name as --dry-run lists it.
    #[arg(long, value_name = "NAME", required_unless_present = "containing")]
    pub record: Vec<String>,
    /// All records in which somebody wrote or marked these words, in any case.
    #[arg(long, value_name = "WORDS")]
    pub containing: Vec<String>,
    /// Where the words stand in an article's text: the whole article, and all that was said of it.
    #[arg(long, requires = "containing")]
    pub texts: bool,
    /// Why. It stays on record: do not repeat what is removed.
    #[arg(long, value_name = "REASON", required_unless_present = "dry_run")]
    pub reason: Option<String>,
    /// Only list what would be removed.
    #[arg(long)]
    pub dry_run: bool,
    /// Who removes it [default: the name in the window's settings, else that of the user].
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

/// `factmark git-setup`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark git-setup
  factmark git-setup --global
  factmark git-setup --remove

In the repository, .gitattributes gets merge=union, which works for everybody;
.git gets the driver and the way to show differences, for this machine. With
--global they go into your own settings instead, for every repository.")]
pub struct GitSetup {
    /// For all repositories of this user.
    #[arg(long)]
    pub global: bool,
    /// Take it back.
    #[arg(long)]
    pub remove: bool,
}

/// `factmark agreement`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  factmark agreement bridge.factmark.ron
  factmark agreement bridge.factmark.ron --format json

Passages of two reviewers match where they share half of what they cover
together. percent, kappa (Cohen 1960) and AC1 (Gwet 2008) compare the verdicts
on passages that match; F1 says how far the passages are the same: to the byte,
matching, and by characters. fleiss_kappa (1971) needs the verdicts of all
reviewers, alpha (Krippendorff 2011) bears missing ones, alpha_u (Krippendorff
2004) compares where the passages of each verdict lie. Only articles that both
have worked on count. Where a figure is not defined, the table says n/a and
why, and the JSON has null.")]
pub struct Agreement {
    /// The project file.
    pub project: PathBuf,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = AgreementForm::Table)]
    pub format: AgreementForm,
}

/// The form of the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AgreementForm {
    /// For people, with intervals.
    Table,
    /// One object, for programs.
    Json,
}

/// The form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// A row for each annotation, for people.
    Table,
    /// A row for each judgement, for spreadsheets.
    Csv,
    /// An array of annotations, for programs.
    Json,
}

/// A word of a list that was typed. It keeps clap from taking an optional verdict for an optional argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<T>(pub T);

/// A verdict by its word; `unchecked` is none.
pub fn verdict_or_none(word: &str) -> Option<Option<Verdict>> {
    if word.trim().eq_ignore_ascii_case("unchecked") { Some(None) } else { Verdict::named(word).map(Some) }
}

fn one_of<T: Clone + Send + Sync + 'static>(
    words: impl IntoIterator<Item = &'static str>,
    what: &'static str,
    named: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = Word<T>> {
    PossibleValuesParser::new(words).try_map(move |word| named(&word).map(Word).ok_or_else(|| format!("“{word}” is no {what}")))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_fit_together() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_word_that_can_be_typed_is_known_and_none_is_missing() {
        assert!(KINDS.iter().map(|word| Kind::named(word)).eq(Kind::ALL.iter().copied().map(Some)));
        assert!(SEVERITIES.iter().map(|word| Severity::named(word)).eq(Severity::ALL.iter().copied().map(Some)));
        let verdicts = Verdict::ALL.iter().copied().map(Some).chain([None]);
        assert!(VERDICTS.iter().map(|word| verdict_or_none(word)).eq(verdicts.map(Some)));
    }
}
