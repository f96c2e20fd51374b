//! How a review goes, in one page.

use egui::{RichText, Ui};

use super::frame;
use crate::app::Request;
use crate::app::command::Command;
use crate::ui::parts::command::key_of;
use crate::ui::theme::{space, style};

/// Draws the dialog.
pub fn how_to_ui(ui: &Ui, first: bool, send: &mut Vec<Request>) {
    frame::dialog(ui, "How a review goes", 600.0, send, |ui, send| {
        frame::body(ui, |ui| {
            for (title, words) in steps() {
                ui.label(RichText::new(title).text_style(style::strong()));
                ui.label(words);
                ui.add_space(space::TINY);
            }
        });
        frame::close(ui, first, send);
    });
}

fn key(command: Command) -> String {
    let key = key_of(command);
    if key.is_empty() { format!("“{}” in the menu", command.entry().title) } else { key }
}

/// The steps, with the keys of the command table.
fn steps() -> [(&'static str, String); 7] {
    [
        (
            "1. Bring the articles in",
            format!(
                "Drop text or Markdown files on the window, add them with {}, or paste one with {}. Usually they are several reports of one event. What is no article text is greyed; one click brings it back. The text itself never changes.",
                key(Command::AddArticles),
                key(Command::PasteArticle)
            ),
        ),
        (
            "2. Go through them line by line",
            format!(
                "Select a passage and say how it stands: {} verified, {} disputed, {} erroneous, {} to be checked later. {} dismisses a sentence with nothing to check. {} takes you to the next sentence that nobody has looked at; coverage tells how much is done.",
                key(Command::Verify),
                key(Command::Dispute),
                key(Command::Refute),
                key(Command::ToCheck),
                key(Command::Dismiss),
                key(Command::NextUnchecked)
            ),
        ),
        (
            "3. Say why",
            format!(
                "{} writes a note, {} a correction: what the passage should read. {} adds the evidence: a source that the project has already, or a new one. Mark a source as confidential if it must not be named in what is published.",
                key(Command::Note),
                key(Command::Correct),
                key(Command::Cite)
            ),
        ),
        (
            "4. Compare the articles",
            format!(
                "{} lays the articles against each other: quotes that were reworded or cut, passages that were copied, names that are spelt differently, figures and dates in conflict, and who tells what. Each finding shows its places side by side; mark them, link them, or say that they are not the same. It suggests; the verdict is yours. {} opens a second page beside the article, {} goes to the other side; {} lays both places of a finding next to each other. {} finds words in all articles. {} marks the selected words wherever any article has them, in one step that one undo takes back.",
                key(Command::CrossCheck),
                key(Command::OpenBeside),
                key(Command::OtherSide),
                key(Command::OpenBoth),
                key(Command::FindInAll),
                key(Command::MarkEveryInAll)
            ),
        ),
        (
            "5. Work together",
            format!(
                "Pass the project file to another reviewer by any means, or keep it in a shared folder: what others save comes in by itself, and the status bar says who else has it open. Everybody's judgements are kept: where reviewers differ, nothing is overwritten. {} lays their judgements side by side: {} agrees with another, {} settles it by a ruling with a reason, and the same place tells in figures how far you agree. “{}” hides from each what the others said until they have judged for themselves, or asked to see it, which is recorded. {} tells who said what when, and brings back what was said before. What must not stay in the file, such as the name of a source, “{}” takes out of it and of what is kept on this computer, for good.",
                key(Command::Compare),
                key(Command::Agree),
                key(Command::Settle),
                Command::BlindCheck.entry().title.trim_end_matches('…'),
                key(Command::History),
                Command::Redact.entry().title.trim_end_matches('…')
            ),
        ),
        (
            "6. Save",
            format!(
                "Every change is in the journal at once, so that a crash loses next to nothing: open the project again, and it is there, to be reviewed, kept or set aside. {} writes the project to its file. {} takes back anything, to the start of the session.",
                key(Command::Save),
                key(Command::Undo)
            ),
        ),
        (
            "7. Hand over the summary",
            format!(
                "{} writes the review summary as a web page, as Markdown or as a table: corrections first, the most serious first, then what is disputed, verified and unchecked, with the sources. “{}” says before that you answer for an article as it stands: it lists what is still open, stands in the summary, and is void as soon as somebody changes what you signed.",
                key(Command::Export),
                Command::SignOff.entry().title.trim_end_matches('…')
            ),
        ),
    ]
}
