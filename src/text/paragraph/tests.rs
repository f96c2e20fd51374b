#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;

use super::*;
use crate::text::sample::any_text;

#[test]
fn headings() {
    let cases = [
        "Mayor Quits After Flood",
        "Mayor quits after flood in old town",
        "Report: Mayor Told Builders How To Win Over the Town",
        "Who Paid for the New Bridge?",
        "What Dr. Lee and the U.S. Envoy Said",
        "‘We Knew’: Letters Show What the Town Hall Planned",
        "Advertisement",
        "12 Injured in Harbour Fire",
        "Prices up 3.5%",
        "Brücke bleibt gesperrt",
        "橋が開通",
        "iPhone Sales Fall",
        "**Bridge Stays Closed**",
        "$5m for the Old Bridge",
    ];
    for line in cases {
        assert_eq!(block_kind(line), Block::Heading, "{line}");
    }
}

#[test]
fn list_items() {
    let cases = [
        ("- The bridge opens", "- "),
        ("• The bridge opens.", "• "),
        ("* The bridge opens", "* "),
        ("  1. The bridge opens", "1. "),
        ("12)  The bridge opens", "12)  "),
        ("a) The bridge opens", "a) "),
    ];
    for (line, marker) in cases {
        assert_eq!(block_kind(line), Block::ListItem, "{line}");
        assert_eq!(&line[list_marker(line).unwrap()], marker);
    }
}

#[test]
fn body() {
    let cases = [
        "The mayor quit.",
        "“We knew,” she said.",
        "Was it late?",
        "the mayor and",
        "November 26, 2025",
        "Mon, 3 Nov 2025, 14:05 GMT",
        "2025-11-26",
        "https://example.org/a-b-c",
        "www.example.org",
        "Share this @example",
        "{Example.org}",
        "![]()",
        "-5 degrees were measured",
        "2008. A bad year.",
        "1.5 million people came.",
        "— Ann Hill",
        "It rained. Nobody came",
        "What we know so far:",
        "-",
        "",
    ];
    for line in cases {
        assert_eq!(block_kind(line), Block::Body, "{line}");
    }
    let long = "The mayor ".repeat(40);
    assert_eq!(block_kind(&long), Block::Body);
}

#[test]
fn dates_and_addresses() {
    for line in ["26 November 2025", "Nov. 26, 2025 at 3:15 pm", "26.11.2025", "am 3. Oktober 2025", "26 de noviembre de 2025"] {
        assert!(is_date_line(line), "{line}");
    }
    for line in ["2025", "May", "In 2025 it rained", "November 26, 2025 – The mayor quit", ""] {
        assert!(!is_date_line(line), "{line}");
    }
    for line in ["https://example.org", " <http://example.org/a?b=c> ", "www.example.org"] {
        assert!(is_bare_url(line), "{line}");
    }
    for line in ["See https://example.org", "example", ""] {
        assert!(!is_bare_url(line), "{line}");
    }
}

proptest! {
    #[test]
    fn paragraphs_are_the_lines(text in any_text(), byte in 0..400usize) {
        let lines: Vec<&str> = paragraphs(&text).map(|range| &text[range]).collect();
        prop_assert_eq!(lines.join("\n"), text.clone());
        let inside = paragraph_at(&text, byte);
        prop_assert!(paragraphs(&text).any(|range| range == inside));
        let byte = text.floor_char_boundary(byte);
        prop_assert!(inside.start <= byte && byte <= inside.end);
    }

    #[test]
    fn a_marker_is_at_the_start(text in any_text()) {
        block_kind(&text);
        is_date_line(&text);
        if let Some(marker) = list_marker(&text) {
            prop_assert!(text[..marker.start].trim().is_empty() && !text[marker].trim().is_empty());
        }
    }
}
