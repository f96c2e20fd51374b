//! What the cross-check noticed, in Markdown.

use super::super::cross::{CrossPart, StatementPart};
use super::super::escape::markdown_line;
use super::super::sign::counted;

pub(super) fn part(out: &mut String, part: &CrossPart) {
    out.push_str("## Noticed by comparing the articles\n\nSuggestions of the program, nobody's verdict.\n\n");
    for (title, statements) in
        [("Reworded quotes", &part.reworded), ("Figures and dates in conflict", &part.conflicts), ("Repeated text", &part.repeats)]
    {
        if statements.is_empty() {
            continue;
        }
        out.push_str(&format!("### {title} ({})\n\n", statements.len()));
        statements.iter().for_each(|statement| told(out, statement));
        out.push('\n');
    }
    out.push_str("### By outlet\n\n");
    for outlet in &part.outlets {
        out.push_str(&format!(
            "- {}: {}, {}, {}\n",
            markdown_line(&outlet.name),
            counted(outlet.reworded, "reworded quote"),
            counted(outlet.conflicts, "conflict"),
            counted(outlet.repeats, "repeated passage")
        ));
    }
    out.push('\n');
}

fn told(out: &mut String, statement: &StatementPart) {
    let about = if statement.about.is_empty() { "One statement".to_owned() } else { markdown_line(&statement.about) };
    out.push_str(&format!("- {about}\n"));
    for place in &statement.places {
        let value = if place.value.is_empty() { String::new() } else { format!("**{}**: ", markdown_line(&place.value)) };
        out.push_str(&format!("  - {}: {value}{}\n", markdown_line(&place.outlet), markdown_line(&place.words)));
    }
}
