//! The page around the content: its head, what the summary is about, the contents, the counts.

use super::super::escape::html;
use super::super::sign::{ALL, class, counted, label, sign};
use super::super::{Summary, chart};
use super::{STYLE, bidi, coverage};

/// What the page allows itself: its own style, nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

pub(super) fn head(out: &mut String, summary: &Summary) {
    let title = html_title(&summary.title);
    out.push_str(&format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"Factmark\">\n<title>{title} – review summary</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<header>\n<p class=\"eyebrow\">Review summary</p>\n<h1>{}</h1>\n",
        bidi(&summary.title)
    ));
    facts(out, summary);
    out.push_str("</header>\n");
    contents(out, summary);
    glance(out, summary);
}

/// The title for the window's frame, where no element can stand.
fn html_title(title: &str) -> String {
    super::attribute(title)
}

fn facts(out: &mut String, summary: &Summary) {
    out.push_str(&format!("<dl class=\"facts\">\n<dt>Made</dt><dd>{}</dd>\n", html(&summary.made_at)));
    if let Some((first, last)) = &summary.judged {
        out.push_str(&format!("<dt>Judgements</dt><dd>{} to {}</dd>\n", html(first), html(last)));
    }
    if !summary.reviewers.is_empty() {
        out.push_str("<dt>Reviewers</dt><dd>");
        for (n, reviewer) in summary.reviewers.iter().enumerate() {
            let rulings = if reviewer.rulings > 0 { format!(", {}", counted(reviewer.rulings, "ruling")) } else { String::new() };
            let gap = if n > 0 { "<br>" } else { "" };
            let judgements = counted(reviewer.judgements, "judgement");
            out.push_str(&format!("{gap}{} <span class=\"dim\">{judgements}{rulings}</span>", bidi(&reviewer.name)));
        }
        out.push_str("</dd>\n");
    }
    out.push_str("</dl>\n");
    if let Some(words) = summary.blind_words(bidi) {
        out.push_str(&format!("<p class=\"meta\">{words}</p>\n"));
    }
}

fn contents(out: &mut String, summary: &Summary) {
    let mut parts = vec![
        ("corrections", "Corrections", summary.corrections.len()),
        ("disputed", "Disputed", summary.disputed.len()),
        ("disagreements", "Disagreements", summary.disagreements.len()),
        ("verified", "Verified", summary.verified.len()),
    ];
    if summary.with_unchecked {
        parts.push(("unchecked", "Unchecked", summary.unchecked.len()));
    }
    if summary.with_texts && !summary.articles.is_empty() {
        parts.push(("articles", "Articles with notes", summary.articles.len()));
    }
    if summary.with_evidence {
        parts.push(("evidence", "Evidence", summary.evidence.len()));
    }
    let part = |(id, title, count)| format!("<li><a href=\"#{id}\">{title}</a> <span class=\"n\">{count}</span></li>\n");
    let parts: String = parts.into_iter().map(part).collect();
    out.push_str(&format!("<nav aria-label=\"Contents\"><ul>\n{parts}</ul></nav>\n"));
}

fn glance(out: &mut String, summary: &Summary) {
    let counts = summary.counts;
    out.push_str(&format!(
        "<section id=\"glance\" aria-labelledby=\"glance-title\">\n\
         <h2 id=\"glance-title\">At a glance <span class=\"n\">{}</span></h2>\n",
        counted(counts.total(), "annotation")
    ));
    if counts.total() > 0 {
        out.push_str(&chart::svg(counts));
    }
    out.push_str("\n<ul class=\"legend\">\n");
    for verdict in ALL {
        let (class, sign, label) = (class(verdict), sign(verdict), label(verdict));
        out.push_str(&format!("<li><span class=\"sg {class}\">{sign}</span> {label} <b>{}</b></li>\n", counts.of(verdict)));
    }
    out.push_str(&format!("<li class=\"dim\">Disagreements <b>{}</b></li>\n</ul>\n", summary.disagreements.len()));
    articles(out, summary);
    out.push_str("</section>\n");
}

fn articles(out: &mut String, summary: &Summary) {
    let head: String = ALL
        .iter()
        .map(|verdict| {
            format!("<th scope=\"col\" class=\"num\" title=\"{0}\" aria-label=\"{0}\">{1}</th>", label(*verdict), sign(*verdict))
        })
        .collect();
    out.push_str(&format!(
        "<table>\n<thead><tr><th scope=\"col\">Article</th>{head}<th scope=\"col\" class=\"cov\">Coverage</th></tr></thead>\n<tbody>\n"
    ));
    for (n, article) in summary.articles.iter().enumerate() {
        let title = bidi(&article.title);
        let title = if summary.with_texts { format!("<a href=\"#article{}\">{title}</a>", n + 1) } else { title };
        let published: Vec<String> =
            [&article.outlet, &article.date].into_iter().filter(|detail| !detail.is_empty()).map(|detail| bidi(detail)).collect();
        let published =
            if published.is_empty() { String::new() } else { format!("<br><span class=\"dim\">{}</span>", published.join(" · ")) };
        let signed: String = article.signed.iter().map(|signed| format!("<br><span class=\"dim\">{}</span>", signed.words(bidi))).collect();
        row(out, &format!("{title}{published}{signed}"), article.counts, article.coverage);
    }
    out.push_str("</tbody>\n<tfoot>\n");
    row(out, "In all", summary.counts, summary.coverage);
    out.push_str("</tfoot>\n</table>\n");
}

fn row(out: &mut String, title: &str, counts: crate::model::Counts, share: super::Share) {
    let numbers: String = ALL.iter().map(|verdict| format!("<td class=\"num\">{}</td>", counts.of(*verdict))).collect();
    let meter = share.percent().map(chart::meter).unwrap_or_default();
    out.push_str(&format!("<tr><th scope=\"row\">{title}</th>{numbers}<td class=\"cov\">{}{meter}</td></tr>\n", coverage(share)));
}
