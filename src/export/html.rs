//! The summary as one HTML file that needs nothing else: no script, no address is loaded, the style is within.
//!
//! Every word of the project passes [`escape`](super::escape), and stands in an element of its own direction. The page
//! forbids itself, by a content security policy, to load or run anything. It follows the reader's light or dark theme
//! and prints. The style sheet is `assets/report/summary.css`, the only place with colours.

mod cross;
mod frame;
mod item;
mod texts;

use super::escape::{attribute, html, web_address};
use super::sign::{class, counted, sign};
use super::{Entry, EvidencePart, Share, Summary};
use crate::model::Verdict;

/// The page's style.
const STYLE: &str = include_str!("../../assets/report/summary.css");

pub(super) fn render(summary: &Summary) -> String {
    let mut out = String::new();
    frame::head(&mut out, summary);
    section(&mut out, "corrections", "Corrections", summary.corrections.len(), |out| item::corrections(out, summary));
    list(&mut out, summary, "disputed", "Disputed", Some(Verdict::Disputed), &summary.disputed);
    section(&mut out, "disagreements", "Disagreements", summary.disagreements.len(), |out| {
        items(out, summary, &summary.disagreements, item::disagreement);
    });
    list(&mut out, summary, "verified", "Verified", Some(Verdict::Verified), &summary.verified);
    if summary.with_unchecked {
        list(&mut out, summary, "unchecked", "Unchecked", None, &summary.unchecked);
    } else if summary.counts.unchecked > 0 {
        section(&mut out, "unchecked", "Unchecked", summary.counts.unchecked, |out| {
            out.push_str("<p class=\"none\">Passages without a verdict are not listed here.</p>\n");
        });
    }
    unplaced(&mut out, summary);
    if let Some(part) = &summary.cross_check {
        cross::part(&mut out, part);
    }
    dismissed(&mut out, summary);
    if summary.with_texts && !summary.articles.is_empty() {
        section(&mut out, "articles", "Articles with notes", summary.articles.len(), |out| {
            for (n, article) in summary.articles.iter().enumerate() {
                texts::article(out, summary, n, article);
            }
        });
    }
    if summary.with_evidence {
        section(&mut out, "evidence", "Evidence", summary.evidence.len(), |out| evidence(out, summary));
    }
    out.push_str(&format!("<footer>Made with Factmark, {}.</footer>\n</main>\n</body>\n</html>\n", html(&summary.made_at)));
    out
}

fn section(out: &mut String, id: &str, title: &str, count: usize, content: impl FnOnce(&mut String)) {
    out.push_str(&format!(
        "<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title} <span class=\"n\">{count}</span></h2>\n"
    ));
    content(out);
    out.push_str("</section>\n");
}

fn items(out: &mut String, summary: &Summary, places: &[usize], each: fn(&mut String, &Summary, &Entry)) {
    if places.is_empty() {
        out.push_str("<p class=\"none\">None.</p>\n");
        return;
    }
    out.push_str("<ul class=\"items\">\n");
    summary.listed(places).for_each(|entry| each(out, summary, entry));
    out.push_str("</ul>\n");
}

fn list(out: &mut String, summary: &Summary, id: &str, title: &str, verdict: Option<Verdict>, places: &[usize]) {
    section(out, id, title, places.len(), |out| {
        items(out, summary, places, item::whole);
        if let Some(words) = super::among_corrections(summary, verdict) {
            out.push_str(&format!("<p class=\"more\">{words}</p>\n"));
        }
    });
}

fn unplaced(out: &mut String, summary: &Summary) {
    let count = summary.unplaced.len() + summary.homeless;
    if count == 0 {
        return;
    }
    section(out, "unplaced", "Not found in the text", count, |out| {
        if !summary.unplaced.is_empty() {
            items(out, summary, &summary.unplaced, item::whole);
        }
        if summary.homeless > 0 {
            let words = counted(summary.homeless, "annotation");
            out.push_str(&format!("<p class=\"more\">{words} of articles that this copy of the project lacks.</p>\n"));
        }
    });
}

fn dismissed(out: &mut String, summary: &Summary) {
    let count = summary.dismissed.iter().map(|part| part.decided + part.proposed).sum();
    section(out, "dismissed", "Dismissed", count, |out| {
        if summary.dismissed.is_empty() {
            out.push_str("<p class=\"none\">Nothing.</p>\n");
            return;
        }
        let words: String = summary.dismissed.iter().map(|part| format!("<li>{}</li>\n", super::dismissed_words(part))).collect();
        out.push_str(&format!("<ul class=\"plain\">\n{words}</ul>\n"));
    });
}

fn evidence(out: &mut String, summary: &Summary) {
    if summary.evidence.is_empty() {
        out.push_str("<p class=\"none\">None.</p>\n");
        return;
    }
    out.push_str("<ol class=\"evidence\">\n");
    for (n, part) in summary.evidence.iter().enumerate() {
        out.push_str(&piece_of_evidence(n + 1, part));
    }
    out.push_str("</ol>\n");
}

fn piece_of_evidence(number: usize, part: &EvidencePart) -> String {
    let mut facts = vec![part.source.label().to_owned()];
    facts.extend(part.primary.then(|| "primary".to_owned()));
    facts.extend(part.confidential.then(|| "<b>confidential</b>".to_owned()));
    facts.extend((!part.place.is_empty()).then(|| place(&part.place)));
    facts.extend((!part.consulted.is_empty()).then(|| format!("consulted {}", html(&part.consulted))));
    let words = match part.words.trim() {
        "" => String::new(),
        words => format!("<blockquote class=\"q\" lang=\"\" dir=\"auto\">{}</blockquote>", html(words)),
    };
    format!(
        "<li id=\"e{number}\"><span class=\"no\">[{number}]</span><div><p>{}</p><p class=\"meta\">{}</p>{words}</div></li>\n",
        bidi(&part.citation),
        facts.join(" · ")
    )
}

/// Words of the project in the direction that they have themselves.
fn bidi(text: &str) -> String {
    format!("<bdi>{}</bdi>", html(text))
}

/// A place: a link if it is a web address, else its words.
fn place(place: &str) -> String {
    match web_address(place) {
        Some(address) => {
            format!("<a href=\"{}\" rel=\"noopener noreferrer nofollow\"><bdi>{}</bdi></a>", attribute(address), html(address))
        }
        None => bidi(place),
    }
}

/// The sign and the number of an annotation; a link to `target` if there is one.
fn numbered(entry: &Entry, target: Option<&str>) -> String {
    let number = entry.number;
    let number = target.map_or_else(|| number.to_string(), |target| format!("<a href=\"#{target}{number}\">{number}</a>"));
    format!("<span class=\"sg {}\">{} {number}</span>", class(entry.verdict), sign(entry.verdict))
}

fn coverage(share: Share) -> String {
    match share.percent() {
        Some(percent) => format!("{percent} % <span class=\"dim\">{} of {}</span>", share.done, share.total),
        None => "<span class=\"dim\">nothing to check</span>".to_owned(),
    }
}
