//! What the cross-check noticed, in HTML.

use super::super::cross::{CrossPart, StatementPart};
use super::super::sign::counted;
use super::bidi;

pub(super) fn part(out: &mut String, part: &CrossPart) {
    let count = part.reworded.len() + part.conflicts.len() + part.repeats.len();
    super::section(out, "comparison", "Noticed by comparing the articles", count, |out| {
        out.push_str("<p class=\"more\">Suggestions of the program, nobody’s verdict.</p>\n");
        for (title, statements) in
            [("Reworded quotes", &part.reworded), ("Figures and dates in conflict", &part.conflicts), ("Repeated text", &part.repeats)]
        {
            if !statements.is_empty() {
                let told: String = statements.iter().map(told).collect();
                out.push_str(&format!("<h3>{title}</h3>\n<ul class=\"plain\">\n{told}</ul>\n"));
            }
        }
        let outlets = part.outlets.iter().map(|outlet| {
            format!(
                "<li>{}: {}, {}, {}</li>\n",
                bidi(&outlet.name),
                counted(outlet.reworded, "reworded quote"),
                counted(outlet.conflicts, "conflict"),
                counted(outlet.repeats, "repeated passage")
            )
        });
        out.push_str(&format!("<h3>By outlet</h3>\n<ul class=\"plain\">\n{}</ul>\n", outlets.collect::<String>()));
    });
}

fn told(statement: &StatementPart) -> String {
    let about = if statement.about.is_empty() { "One statement".to_owned() } else { bidi(&statement.about) };
    let places = statement.places.iter().map(|place| {
        let value = if place.value.is_empty() { String::new() } else { format!("<b>{}</b>: ", bidi(&place.value)) };
        format!("<li>{}: {value}{}</li>\n", bidi(&place.outlet), bidi(&place.words))
    });
    format!("<li>{about}\n<ul>\n{}</ul></li>\n", places.collect::<String>())
}
