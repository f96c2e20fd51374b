//! A batch: one JSON object a line. Every line is looked at before anything is done.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::super::args::{KINDS, SEVERITIES, VERDICTS, verdict_or_none};
use super::super::error::Wrong;
use super::super::{Failure, Terminal};
use super::wish::{Ready, Wish};
use crate::app::edits::EvidenceDetails;
use crate::model::{Kind, Severity, Source};

/// The largest batch that is read, in bytes.
const LIMIT: u64 = 64 << 20;
/// How many faulty lines are told.
const TOLD: usize = 1_000;

/// A line as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    article: String,
    quote: String,
    nth: Option<usize>,
    verdict: Option<String>,
    kind: Option<String>,
    note: Option<String>,
    correction: Option<String>,
    severity: Option<String>,
    #[serde(default)]
    evidence: Several,
    by: Option<String>,
}

/// A piece of evidence as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    what: Option<String>,
    citation: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    consulted: String,
    #[serde(default)]
    primary: bool,
    #[serde(default)]
    confidential: bool,
}

/// Evidence as a citation, an object, a list of either, or null. Read by hand, so that a fault in it is told in full.
#[derive(Default)]
struct Several(Vec<Piece>);

struct AnyForm;

impl<'de> Visitor<'de> for AnyForm {
    type Value = Several;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a citation, an object with a citation, or a list of either")
    }

    fn visit_unit<E>(self) -> Result<Several, E> {
        Ok(Several::default())
    }

    fn visit_str<E>(self, citation: &str) -> Result<Several, E> {
        let citation = citation.to_owned();
        let (what, text) = (None, String::new);
        let piece = Piece { what, citation, place: text(), words: text(), consulted: text(), primary: false, confidential: false };
        Ok(Several(vec![piece]))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Several, A::Error> {
        Piece::deserialize(MapAccessDeserializer::new(map)).map(|piece| Several(vec![piece]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Several, A::Error> {
        let lists = Vec::<Several>::deserialize(SeqAccessDeserializer::new(list))?;
        Ok(Several(lists.into_iter().flat_map(|several| several.0).collect()))
    }
}

impl<'de> Deserialize<'de> for Several {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyForm)
    }
}

/// Reads a batch from a file, or from the input where the file is `-`, and makes each line ready.
pub fn read(
    file: &Path,
    by: Option<&str>,
    terminal: &mut Terminal,
    ready: impl Fn(Wish) -> Result<Ready, Wrong>,
) -> Result<Vec<Ready>, Failure> {
    let bytes = bytes(file, terminal)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let mut all = Vec::new();
    let mut faults = Vec::new();
    for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        match wish(line, by).and_then(&ready) {
            Ok(ready) => all.push(ready),
            Err(fault) => faults.push((number, fault.to_string())),
        }
        if faults.len() == TOLD {
            faults.push((number, "so many lines are faulty that the rest was not looked at".into()));
            break;
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(Failure::Batch(faults)) }
}

fn bytes(file: &Path, terminal: &mut Terminal) -> Result<Vec<u8>, Failure> {
    let failed = |why: String| Failure::NoBatch(file.display().to_string(), why);
    let mut bytes = Vec::new();
    let mut read = |from: &mut dyn Read| from.take(LIMIT + 1).read_to_end(&mut bytes);
    let done = if file == Path::new("-") { read(terminal.input) } else { File::open(file).and_then(|mut file| read(&mut file)) };
    done.map_err(|error| {
        failed(match error.kind() {
            io::ErrorKind::NotFound => "there is no such file".into(),
            io::ErrorKind::IsADirectory => "it is a folder".into(),
            _ => error.to_string(),
        })
    })?;
    if bytes.len() as u64 > LIMIT {
        return Err(failed(format!("it has more than {} MiB; part it into several", LIMIT >> 20)));
    }
    Ok(bytes)
}

fn wish(line: &[u8], by: Option<&str>) -> Result<Wish, Wrong> {
    if !line.trim_ascii_start().starts_with(b"{") {
        // The library would take a list of values for one too.
        return Err(Wrong::Json("the line is no JSON object, as in {\"article\": …, \"quote\": …}".into()));
    }
    let line: Line = serde_json::from_slice(line).map_err(|error| json_fault(&error))?;
    let evidence = line.evidence.0.into_iter().map(details).collect::<Result<_, _>>()?;
    Ok(Wish {
        article: line.article,
        quote: line.quote,
        nth: line.nth,
        verdict: word(line.verdict, "verdict", verdict_or_none, &VERDICTS)?,
        kind: word(line.kind, "kind", Kind::named, &KINDS)?,
        severity: word(line.severity, "severity", Severity::named, &SEVERITIES)?,
        note: line.note,
        correction: line.correction,
        evidence,
        by: line.by.or_else(|| by.map(str::to_owned)),
    })
}

fn details(piece: Piece) -> Result<EvidenceDetails, Wrong> {
    let Piece { what, citation, place, words, consulted, primary, confidential } = piece;
    let known: Vec<String> = Source::ALL.iter().map(|source| source.label().to_lowercase()).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let source = word(what, "sort of evidence", Source::named, &known)?.unwrap_or_default();
    let is_day = |text: &str| text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok();
    if !consulted.is_empty() && !is_day(&consulted) {
        return Err(Wrong::NoDay(consulted));
    }
    Ok(EvidenceDetails { source, citation, place, words, consulted, primary, confidential })
}

fn word<T>(word: Option<String>, what: &'static str, named: fn(&str) -> Option<T>, known: &[&str]) -> Result<Option<T>, Wrong> {
    let Some(word) = word else { return Ok(None) };
    named(&word).map(Some).ok_or_else(|| Wrong::NoSuchWord { word, what, known: known.join(", ") })
}

/// What is wrong with the JSON. Its place is told as the character of the line: the library counts lines of its own.
fn json_fault(error: &serde_json::Error) -> Wrong {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    Wrong::Json(format!("{message} (at byte {})", error.column()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(json: &str) -> Vec<EvidenceDetails> {
        let line = format!(r#"{{"article": "a", "quote": "q", "evidence": {json}}}"#);
        wish(line.as_bytes(), None).unwrap().evidence
    }

    #[test]
    fn evidence_is_written_in_any_form() {
        let log = EvidenceDetails { citation: "Log".into(), ..EvidenceDetails::default() };
        let count = EvidenceDetails {
            citation: "Count".into(),
            source: Source::Data,
            primary: true,
            consulted: "2026-03-16".into(),
            ..log.clone()
        };
        let object = r#"{"what": "data", "citation": "Count", "primary": true, "consulted": "2026-03-16"}"#;
        assert_eq!(evidence("null"), []);
        assert_eq!(evidence("[]"), []);
        assert_eq!(evidence(r#""Log""#), std::slice::from_ref(&log));
        assert_eq!(evidence(object), std::slice::from_ref(&count));
        assert_eq!(evidence(&format!(r#"["Log", {object}]"#)), [log, count]);
    }

    #[test]
    fn faults_are_told() {
        for (line, told) in [
            ("7", "no JSON object"),
            ("{", "EOF while parsing an object"),
            (r#"["a", "q"]"#, "no JSON object"),
            ("\u{0}", "no JSON object"),
            (r#"{"article": "a"}"#, "missing field `quote`"),
            (r#"{"article": "a", "quote": "q", "colour": 1}"#, "unknown field `colour`"),
            (r#"{"article": "a", "article": "b", "quote": "q"}"#, "duplicate field `article`"),
            (r#"{"article": "a", "quote": "q", "nth": -1}"#, "invalid value: integer `-1`"),
            (r#"{"article": "a", "quote": "q", "verdict": "maybe"}"#, "“maybe” is no verdict; it is one of: verified, disputed"),
            (r#"{"article": "a", "quote": "q", "kind": "tale"}"#, "“tale” is no kind"),
            (r#"{"article": "a", "quote": "q", "severity": "grave"}"#, "“grave” is no severity"),
            (r#"{"article": "a", "quote": "q", "evidence": 7}"#, "expected a citation, an object"),
            (r#"{"article": "a", "quote": "q", "evidence": {}}"#, "missing field `citation`"),
            (r#"{"article": "a", "quote": "q", "evidence": {"citation": "c", "what": "rumour"}}"#, "“rumour” is no sort of evidence"),
            (r#"{"article": "a", "quote": "q", "evidence": {"citation": "c", "consulted": "2026-02-30"}}"#, "“2026-02-30” is no day"),
            (r#"{"article": "a", "quote": "q"} x"#, "trailing characters"),
        ] {
            let fault = wish(line.as_bytes(), None).unwrap_err().to_string();
            assert!(fault.contains(told), "{line}: {fault}");
        }
        assert!(wish(b"{\"article\": \"\xff\"}", None).is_err());
        let deep = format!(r#"{{"article": "a", "quote": "q", "evidence": {}"#, "[".repeat(100_000));
        assert!(wish(deep.as_bytes(), None).unwrap_err().to_string().contains("recursion limit"));
    }
}
