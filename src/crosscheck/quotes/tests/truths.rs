//! What was planted in the sample, read as it is imported.

use serde_json::Value;

use super::super::super::finding::Fault;
use super::*;

/// The text of an article of the sample without its markup, as the quotations see it.
fn sample() -> (Vec<String>, Vec<Source>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/projects/harbour-bridge");
    let truths = std::fs::read_to_string(format!("{folder}/truths.json")).unwrap();
    let truths: Value = serde_json::from_str(&truths).unwrap();
    let names: Vec<String> =
        truths["articles"].as_array().unwrap().iter().map(|article| article["article"].as_str().unwrap().to_owned()).collect();
    let source = |(no, name): (usize, &String)| {
        let bytes = std::fs::read(format!("{folder}/{name}")).unwrap();
        Source { no: ArticleNo(u32::try_from(no).unwrap()), text: decoded(&bytes).into(), date: None }
    };
    let sources = names.iter().enumerate().map(source).collect();
    (names, sources)
}

/// This layer may not import; the five files need no more than this.
fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => {
            String::from_utf16(&rest.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect::<Vec<_>>()).unwrap()
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
        },
    };
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n").replace("<u>", "").replace("</u>", "").replace("**", "")
}

#[test]
fn every_quotation_planted_in_the_sample_is_found_and_nothing_else_is_reworded() {
    let (names, list) = sample();
    let sources: Sources = list.into_iter().map(|source| (source.no, source)).collect();
    let mut quotes = Quotes::default();
    sources.values().for_each(|source| quotes.add(source));
    let (groups, faults) = quotes.find(&sources, &Apart::default());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/projects/harbour-bridge/truths.json");
    let truths: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let place = |passage: &Value| {
        let name = passage["article"].as_str().unwrap();
        let article = ArticleNo(u32::try_from(names.iter().position(|known| known == name).unwrap()).unwrap());
        let quote = passage["quote"].as_str().unwrap();
        let start = sources[&article].text.find(quote).unwrap_or_else(|| panic!("{name} has no {quote}"));
        Place { article, start, end: start + quote.len() }
    };
    let (mut reworded, mut unclosed, mut stray) = (0, 0, 0);
    for truth in truths["truths"].as_array().unwrap() {
        let kind = truth["kind"].as_str().unwrap();
        let places: Vec<Place> = truth["passages"].as_array().unwrap().iter().filter(|_| kind.contains("quot")).map(place).collect();
        let group = || {
            let holds = |group: &&QuoteGroup| {
                places.iter().all(|place| group.members.iter().any(|member| 2 * member.place.shared(place) >= place.end - place.start))
            };
            groups.iter().find(holds).unwrap_or_else(|| panic!("not found: {truth}"))
        };
        let class = |at: usize| group().members.iter().find(|member| member.place.shared(&places[at]) > 0).unwrap().class;
        match kind {
            "reworded_quote" => {
                assert_eq!(group().class, QuoteClass::Reworded, "{truth}");
                reworded += 1;
            }
            "cut_quote" => assert_eq!((group().class, class(0)), (QuoteClass::Cut, QuoteClass::Cut), "{truth}"),
            "same_quote" => {
                let first = class(0);
                let alike =
                    (0..places.len()).all(|at| class(at) == first || matches!(class(at), QuoteClass::Same | QuoteClass::Punctuation));
                assert!(alike, "{truth}");
            }
            "quote_over_paragraphs" => {
                let text = &sources[&places[0].article].text;
                let whole = |quotation: &Quotation| {
                    places.iter().all(|place| quotation.place.start <= place.start && place.end <= quotation.place.end)
                };
                assert!(quotations(text).quotations.iter().any(whole), "{truth}");
            }
            "unclosed_quotation_mark" | "stray_quotation_mark" => {
                let fault = if kind.starts_with("stray") { Fault::Stray } else { Fault::Unclosed };
                assert!(faults.iter().any(|found| found.fault == fault && found.place.shared(&places[0]) > 0), "{truth}");
                *(if fault == Fault::Stray { &mut stray } else { &mut unclosed }) += 1;
            }
            _ => {}
        }
    }
    let found = groups.iter().filter(|group| group.class == QuoteClass::Reworded).count();
    assert_eq!((found, faults.len()), (reworded, unclosed + stray));
    assert!(reworded > 0 && unclosed > 0 && stray > 0, "the list of truths speaks of quotations");
}
