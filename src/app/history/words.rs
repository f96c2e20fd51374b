//! What was said, in words.

use crate::model::{Blind, ReviewerId, Target, Verdict, What};

/// How many characters of a note or correction are shown.
const WORDS: usize = 160;

/// What was said, in the words of a sentence whose subject is the reviewer.
pub fn said_words(by: ReviewerId, what: &What) -> String {
    let parts: Vec<String> = match what {
        What::Project { title, blind } => {
            let title = title.as_ref().map(|title| format!("named the project {}", quoted(title)));
            let blind = blind.map(|blind| match blind {
                Blind::Off => "ended the blind check".to_owned(),
                on => format!("set the blind check to “{}”", on.label()),
            });
            title.into_iter().chain(blind).collect()
        }
        What::Reviewer { reviewer, name, .. } => {
            let named = |name: &String| {
                if *reviewer == by { format!("took the name {}", quoted(name)) } else { format!("named a reviewer {}", quoted(name)) }
            };
            name.iter().map(named).collect()
        }
        What::Article { title, outlet, url, date, source_name, .. } => {
            if source_name.is_some() {
                return format!("added the article {}", quoted(title.as_deref().unwrap_or_default()));
            }
            let fields = [("title", title), ("outlet", outlet), ("address", url), ("date", date)];
            fields.into_iter().filter_map(|(field, value)| Some(set(field, value.as_ref()?))).collect()
        }
        What::Annotation { annotation: _, passage, kind } => {
            let passage = passage.as_ref().map(|passage| format!("marked {}", quoted(&passage.words)));
            let kind = kind.map(|kind| format!("set the kind to {}", kind.label().to_lowercase()));
            passage.into_iter().chain(kind).collect()
        }
        What::Judgement { annotation: _, verdict, note, correction, severity, evidence } => {
            let severity = severity.map(|severity| format!("set the severity to {}", severity.label().to_lowercase()));
            let evidence = evidence.as_ref().map(|evidence| match evidence.len() {
                0 => "left the evidence out".into(),
                1 => "chose 1 piece of evidence".into(),
                more => format!("chose {more} pieces of evidence"),
            });
            let words = [verdict_words("gave the verdict", verdict), text_words("note", note), text_words("correction", correction)];
            words.into_iter().chain([severity, evidence]).flatten().collect()
        }
        What::Evidence { citation, .. } => vec![match citation {
            Some(citation) => format!("wrote the evidence {}", quoted(citation)),
            None => "changed a piece of evidence".to_owned(),
        }],
        What::Ruling { annotation: _, verdict, heard: _, correction, reason } => {
            let words = [verdict_words("ruled", verdict), text_words("ruling’s correction", correction), text_words("reason", reason)];
            words.into_iter().flatten().collect()
        }
        What::Link { relation, members, .. } => {
            let count = members.as_ref().map_or(0, Vec::len);
            let relation = relation.map(|relation| format!(" ({})", relation.label().to_lowercase())).unwrap_or_default();
            vec![if count > 0 { format!("linked {count} annotations{relation}") } else { format!("changed a link{relation}") }]
        }
        What::Apart { places, names, apart } if places.len() == 1 && names.is_empty() => {
            vec![if *apart { "said that nothing is wrong at a place" } else { "no longer says that nothing is wrong at a place" }.into()]
        }
        What::Apart { apart, .. } => {
            vec![if *apart { "kept apart what looks alike" } else { "no longer keeps apart what looks alike" }.into()]
        }
        What::Dismissal { reason, .. } => vec![match reason {
            Some(reason) => format!("dismissed a passage: {}", reason.label().to_lowercase()),
            None => "brought a passage back into the review".to_owned(),
        }],
        What::Hiding { target, hidden } => {
            let target = match target {
                Target::Article(_) => "the article",
                Target::Annotation(_) => "the annotation",
                Target::Evidence(_) => "a piece of evidence",
                Target::Link(_) => "a link",
            };
            vec![if *hidden { format!("removed {target}") } else { format!("brought {target} back") }]
        }
        What::Reveal { .. } => vec!["looked at what others said".to_owned()],
        What::Redaction { records, reason } => {
            let records = if records.len() == 1 { "1 record".to_owned() } else { format!("{} records", records.len()) };
            let why = if reason.is_empty() { String::new() } else { format!(": {}", quoted(reason)) };
            vec![format!("removed {records} for good{why}")]
        }
        What::SignOff { signed, reason, .. } => {
            let signed = if *signed { "signed the article off" } else { "took the signature back" };
            let why = reason.as_deref().filter(|reason| !reason.is_empty()).map(|reason| format!(": {}", quoted(reason)));
            vec![format!("{signed}{}", why.unwrap_or_default())]
        }
    };
    if parts.is_empty() { "said something that this version does not show".into() } else { parts.join(", ") }
}

fn set(field: &str, value: &str) -> String {
    if value.is_empty() { format!("took the {field} back") } else { format!("set the {field} to {}", quoted(value)) }
}

fn verdict_words(did: &str, verdict: &Option<Option<Verdict>>) -> Option<String> {
    verdict.map(|verdict| match verdict {
        Some(verdict) => format!("{did} {}", verdict.label().to_lowercase()),
        None => "took the verdict back".into(),
    })
}

fn text_words(what: &str, text: &Option<String>) -> Option<String> {
    text.as_ref().map(|text| if text.is_empty() { format!("took the {what} back") } else { format!("wrote the {what} {}", quoted(text)) })
}

fn quoted(words: &str) -> String {
    let short: String = words.chars().take(WORDS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if short.len() < words.len() { format!("“{short}…”") } else { format!("“{short}”") }
}
