//! The findings for programs: one JSON object, a finding a line. Offsets are bytes of the article's text as imported.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::super::terminal::visible_json;
use super::compared::Compared;
use crate::crosscheck::finding::{FigureGroup, NameDifference, NameGroup, QuoteGroup, Repeat};
use crate::crosscheck::{Findings, Place};

/// The findings as JSON.
pub fn json(compared: &Compared, findings: &Findings) -> String {
    let (spellings, roles): (Vec<&NameGroup>, Vec<&NameGroup>) =
        findings.names.iter().partition(|group| group.difference == NameDifference::Spelling);
    let sections: [(&str, Vec<Value>); 9] = [
        ("quotes", findings.quotes.iter().map(|group| quote(compared, group)).collect()),
        ("quote_faults", findings.quote_faults.iter().map(|fault| with(place(compared, &fault.place), "fault", fault.fault)).collect()),
        ("repeats", findings.repeats.iter().map(|found| repeat(compared, found)).collect()),
        ("names", spellings.iter().map(|group| name(compared, group)).collect()),
        ("roles", roles.iter().map(|group| role(compared, group)).collect()),
        ("figures", findings.figures.iter().map(|group| figure(compared, group)).collect()),
        ("claims", findings.claims.iter().map(|claim| with(place(compared, &claim.place), "reasons", &claim.reasons)).collect()),
        (
            "boilerplate",
            findings
                .boilerplate
                .iter()
                .map(|found| with(quoted(compared, &found.place), "reason", found.reason.label().to_lowercase()))
                .collect(),
        ),
        (
            "shared",
            findings
                .shared
                .iter()
                .map(|shared| json!({ "a": compared.name(shared.a), "b": compared.name(shared.b), "of_a": rounded(shared.of_a), "of_b": rounded(shared.of_b) }))
                .collect(),
        ),
    ];
    let sections: Vec<String> = sections.iter().map(|(name, rows)| section(name, rows)).collect();
    visible_json(&format!("{{\n{}\n}}\n", sections.join(",\n")))
}

fn section(name: &str, rows: &[Value]) -> String {
    if rows.is_empty() {
        return format!(" \"{name}\": []");
    }
    let rows: Vec<String> = rows.iter().map(|row| format!("  {row}")).collect();
    format!(" \"{name}\": [\n{}\n ]", rows.join(",\n"))
}

fn place(compared: &Compared, place: &Place) -> Map<String, Value> {
    let fields = [("article", json!(compared.name(place.article))), ("start", json!(place.start)), ("end", json!(place.end))];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn quoted(compared: &Compared, at: &Place) -> Map<String, Value> {
    let mut fields = place(compared, at);
    fields.insert("text".into(), json!(compared.words(at)));
    fields
}

fn with(mut fields: Map<String, Value>, name: &str, value: impl Serialize) -> Value {
    fields.insert(name.into(), json!(value));
    Value::Object(fields)
}

fn quote(compared: &Compared, group: &QuoteGroup) -> Value {
    let members = group.members.iter().map(|member| {
        let mut fields = quoted(compared, &member.place);
        fields.insert("speaker".into(), json!(member.speaker));
        with(fields, "class", member.class)
    });
    json!({ "class": group.class, "members": members.collect::<Vec<_>>(), "diff": group.diff })
}

fn repeat(compared: &Compared, repeat: &Repeat) -> Value {
    let members: Vec<_> = repeat.members.iter().map(|member| quoted(compared, member)).collect();
    json!({ "members": members, "similarity": rounded(repeat.similarity) })
}

fn name(compared: &Compared, group: &NameGroup) -> Value {
    json!({ "variants": variants(compared, group) })
}

fn role(compared: &Compared, group: &NameGroup) -> Value {
    json!({ "name": group.name, "differs": group.difference, "variants": variants(compared, group) })
}

fn variants(compared: &Compared, group: &NameGroup) -> Vec<Value> {
    let variants = group.variants.iter().map(|variant| {
        let articles: BTreeSet<_> = variant.places.iter().map(|place| place.article).collect();
        let articles: Vec<&str> = articles.into_iter().map(|no| compared.name(no)).collect();
        json!({ "text": variant.text, "count": variant.places.len(), "articles": articles })
    });
    variants.collect()
}

fn figure(compared: &Compared, group: &FigureGroup) -> Value {
    let values = group.values.iter().map(|value| {
        let members: Vec<_> = value.members.iter().map(|member| quoted(compared, member)).collect();
        json!({ "value": value.value, "members": members })
    });
    json!({ "what": group.what, "kind": group.kind, "conflict": group.conflict, "reason": group.reason, "values": values.collect::<Vec<_>>() })
}

/// Three digits are more than the methods can tell.
fn rounded(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}
