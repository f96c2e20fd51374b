//! Each line is a paragraph and what it is; the second half are paragraphs that look like such and are article text.

#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]

use super::dates::{Label, date_in_path, date_line};
use super::*;
use Reason::{Address, Byline, Caption, Copyright, Credit, Dateline, ImageMark, RelatedArticle, ShareLine};

const BODY: &str = "The ferry to the outer islands will not sail again before the first week of May.";

fn proposals(text: &str) -> Vec<(&str, Reason)> {
    not_article_text(text).into_iter().map(|(range, reason)| (&text[range], reason)).collect()
}

/// Between headline and body.
fn above(paragraph: &str) -> Vec<(String, Reason)> {
    let text = format!("Ferry stays in port\n{paragraph}\n{BODY}\n{BODY}");
    proposals(&text).into_iter().map(|(words, reason)| (words.to_owned(), reason)).collect()
}

/// In the middle of the body.
fn within(paragraph: &str) -> Vec<(String, Reason)> {
    let text = format!("Ferry stays in port\n{BODY}\n{paragraph}\n{BODY}");
    proposals(&text).into_iter().map(|(words, reason)| (words.to_owned(), reason)).collect()
}

fn check(paragraph: &str, reason: Reason) {
    assert_eq!(within(paragraph), [(paragraph.to_owned(), reason)], "{paragraph}");
    assert_eq!(above(paragraph), [(paragraph.to_owned(), reason)], "{paragraph}");
}

fn check_above(paragraph: &str, reason: Reason) {
    assert_eq!(above(paragraph), [(paragraph.to_owned(), reason)], "{paragraph}");
    assert_eq!(within(paragraph), [], "{paragraph} within the body");
}

fn check_none(paragraph: &str) {
    assert_eq!(within(paragraph), [], "{paragraph}");
    assert_eq!(above(paragraph), [], "{paragraph} above the body");
}

#[test]
fn share_lines() {
    for line in [
        "For immediate release",
        "ENDS",
        "Notes to editors",
        "For more information, contact Ada Quist on 01632 960 417 or press@ferries.example",
        "Were you on the ferry? Call our newsroom on 01632 960 233",
        "Vous êtes témoin ? Écrivez-nous : temoins@rade.example",
        "Temps de lecture : 4 min",
        "La Vigie est une feuille libre. Abonnez-vous : 12 euros par an.",
    ] {
        check(line, ShareLine);
    }
    check("Most read", RelatedArticle);
    check("@adawrites", Address);
    for line in ["Le billet de Jonas Arzur, 12 juin 2026", "EXCLUSIVE by ADA QUIST", "Directeur de la publication : Jonas Arzur"] {
        check(line, Byline);
    }
    check("Publié le 10 juin 2026 à 06h02, mis à jour à 11h48", Dateline);
    check("Published: 09:12, 9 October 2026 | Updated: 13:40, 9 October 2026", Dateline);
    check("Le bac au quai, mardi matin. Photo : Jonas Arzur", Caption);
    check_above("The Ferry Post – 8 October 2026 – by Jonas Arzur", Byline);
    for line in [
        "The season ends",
        "Exclusive by nature, the club took nobody in this year.",
        "For more information they had to wait until 2027.",
        "Most read the letter twice.",
    ] {
        check_none(line);
    }
    for line in [
        "Share this @islandnews.example",
        "Share this article",
        "Share this story on Facebook, Twitter and WhatsApp",
        "SHARE ON FACEBOOK",
        "Share: Facebook X LinkedIn",
        "Follow us on Instagram for more pictures.",
        "Follow the Island Post on Bluesky",
        "Follow @islandpost",
        "Like us on Facebook",
        "Subscribe to our weekly newsletter",
        "Subscribe now",
        "Sign up for our morning briefing",
        "Get the day's headlines delivered to your inbox",
        "Download our free app",
        "Leave a comment",
        "Join the conversation",
        "12 comments",
        "Comments (3)",
        "What do you think? Let us know in the comments below!",
        "Seen something? Write to desk@islandpost.example",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Copy link",
        "Listen to this article",
        "4 min read",
        "Lesezeit: 4 Minuten",
        "Artikel teilen",
        "Teilen Sie diesen Artikel",
        "Newsletter abonnieren",
        "Kommentare (12)",
        "Anzeige",
        "Haben Sie etwas gesehen? Schreiben Sie uns an desk@inselpost.example",
        "Comparte esta noticia",
        "Únete a nuestro canal de WhatsApp",
        "3 comentarios",
        "Publicidad",
        "¿Lo ha visto? Escríbanos a mesa@isla.example",
        "Folgen Sie uns auf Instagram",
        "Abonnieren Sie unseren Newsletter",
        "Síguenos en Telegram",
        "Compartir: Facebook | WhatsApp | X",
        "Diesen Artikel teilen: Facebook · X · E-Mail",
        "Share this story: X | Facebook | Email",
        "Seen this before? Subscribe here.",
        "View this email in your browser",
        "Ver este correo en el navegador",
        "Unsubscribe | Privacy policy",
        "Súmate al canal de WhatsApp de La Isla",
        "Holen Sie sich unseren Newsletter",
        "Recevez chaque matin notre newsletter",
        "Contact Mara Lindqvist at m.lindqvist@isla.example",
        "– Anzeige –",
        "La noticia continúa tras la publicidad",
        "Already a subscriber? Log in",
        "Dieser Artikel ist nur für Abonnenten",
        "Become a member",
    ] {
        check(line, ShareLine);
    }
}

#[test]
fn image_marks() {
    for line in ["![]()", "![](ferry.jpg)", "![The ferry at dawn](https://img.example/1.jpg)", "![]() ![]()"] {
        check(line, ImageMark);
    }
}

#[test]
fn credits() {
    for line in [
        "Photo: Mara Lindqvist / Island Post",
        "Photo by Mara Lindqvist",
        "Photograph: Mara Lindqvist/The Post",
        "Photo credit: Coast Guard",
        "Image: Wikimedia Commons",
        "Foto: Jan Petersen/dpa",
        "Foto: privat",
        "Symbolbild: Jan Petersen",
        "Fotografía: Ana Lanza / Efe",
        "Foto de archivo: Ana Lanza",
        "Mara Lindqvist / Harbour Press Service / NORDA",
        "Mara Lindqvist/Reuters",
        "(AP Photo/Mara Lindqvist)",
        "Getty Images",
        "Photo courtesy of the Lifeboat Museum",
    ] {
        check(line, Credit);
    }
}

#[test]
fn captions() {
    for line in [
        "Harbour pilot Mara Lindqvist (L) and mayor Joost Amsel (R) on the quay in April. Piet Oort / City Press Office / NORDA",
        "The ferry lies at the quay on Monday. Photo: Piet Oort / Island Post",
        "The ferry lies at the quay on Monday. Photograph: Piet Oort/The Post",
        "The ferry lies at the quay on Monday. (AP Photo/Piet Oort)",
        "Mayor Joost Amsel (left) leaves the hall. (Piet Oort/Reuters)",
        "Waves break over the pier. [Photo: Piet Oort]",
        "La cola ante el muelle, el lunes. / ANA LANZA",
        "Bildunterschrift: Die Fähre am Montag im Hafen",
    ] {
        check(line, Caption);
    }
}

#[test]
fn copyright_notices() {
    for line in [
        "© 2026 The Island Post. All rights reserved.",
        "© 2026 The Island Post",
        "(c) Island Post 2026",
        "Copyright 2025 Northern News Agency. All rights reserved. This report may not be copied or distributed without our consent.",
        "Copyright © 2019-2026 Island Post Ltd.",
        "Copyright The Island Post, 2026. All rights reserved.",
        "All rights reserved.",
        "Alle Rechte vorbehalten",
        "Reproduction without written permission is prohibited.",
        "This article was republished under a Creative Commons licence.",
        "© 2026 Island Live. Follow us @islandlive",
        "© Agencia Norda, 2026. Prohibida la reproducción total o parcial sin permiso.",
        "© norda-dienst, nda:260304-12",
        "(c) 2026 Norda News. Not for republication without a licence.",
    ] {
        check(line, Copyright);
    }
}

#[test]
fn a_notice_after_the_body_is_found_alone() {
    let notice = "© 2026 The Island Post. All rights reserved.";
    for paragraph in [format!("{BODY} {notice}"), format!("“We wait,” he said, “and that is all.” {notice}")] {
        assert_eq!(within(&paragraph), [(notice.to_owned(), Copyright)]);
    }
    let long = format!("{} {notice}", BODY.repeat(40));
    assert_eq!(within(&long), [(notice.to_owned(), Copyright)]);
}

#[test]
fn related_articles() {
    for line in [
        "Related article: Ferry line buys a second ship",
        "Related: Ferry line buys a second ship",
        "Read more: Ferry line buys a second ship",
        "READ MORE: Ferry line buys a second ship",
        "Also read: Ferry line buys a second ship",
        "See also – Ferry line buys a second ship",
        "Related articles",
        "WATCH: The ferry turns in the storm",
        "Lesen Sie auch: Fähre bleibt im Hafen",
        "Lea también: El barco no sale",
        "Mehr zum Thema",
        "Das könnte Sie auch interessieren: Fähre bleibt im Hafen",
        "Te puede interesar: El barco no sale",
        "Noticias relacionadas",
        "Más información: El barco no sale",
        "Archivado en: Islas · Barcos",
        "Bericht Seite 3",
        "News > Islands > Ferries",
        "Continued on page 12",
    ] {
        check(line, RelatedArticle);
    }
}

#[test]
fn addresses() {
    for line in [
        "https://islandpost.example/2026/03/04/ferry",
        "www.islandpost.example",
        "Original url: https://islandpost.example/ferry",
        "Source: https://a.example",
        "Escúchenos: www.isla.example/vivo",
    ] {
        check(line, Address);
    }
    let text = format!("{BODY}\nOriginal url:\nhttps://islandpost.example/ferry");
    assert_eq!(proposals(&text), [("Original url:", Address), ("https://islandpost.example/ferry", Address)]);
    assert_eq!(proposals(&format!("{BODY}\nSource:\n{BODY}")), []);
}

#[test]
fn bylines() {
    for line in [
        "{IslandPost.example}",
        "NORDA contributed reporting.",
        "Mara Lindqvist and Joost Amsel contributed to this report from Oslo.",
        "Reporting by Mara Lindqvist; editing by Joost Amsel",
        "(Reporting by our island desk; editing by J. Amsel)",
        "Edited by Joost Amsel",
        "With files from Northern News",
        "(dpa/mli)",
        "Mitarbeit: Jan Petersen",
        "Eine Reportage von Mara Lindqvist",
        "Con información de Ana Lanza",
        "(With inputs from Norda)",
        "(Mit Material der nda)",
        "Locución: Ana Lanza. Producción: Piet Oort.",
        "Por Redacción",
        "By our own correspondent",
        "NDA mli/joa",
        "nda0113 4 vm 240 nda 0077",
    ] {
        check(line, Byline);
    }
    for line in [
        "By Mara Lindqvist",
        "BY MARA LINDQVIST",
        "By Mara Lindqvist and Joost Amsel, Island Post",
        "By Mara de Vries | 4 March 2026",
        "Von Mara Lindqvist",
        "By Mara Lindqvist in Oslo",
        "Por Ana Lanza y Piet Oort",
        "Island Live | By Mara Lindqvist | 4 March 2026",
    ] {
        check_above(line, Byline);
    }
}

#[test]
fn a_name_alone_and_an_outlet_with_its_motto() {
    let text = format!(
        "Ferry stays in port\nANA LANZA\nOslo - 4 mar 2026 - 05:30\n{BODY}\nIsland Live | News from the islands\n© 2026 Island Live Ltd."
    );
    assert_eq!(
        proposals(&text),
        [
            ("ANA LANZA", Byline),
            ("Oslo - 4 mar 2026 - 05:30", Dateline),
            ("Island Live | News from the islands", Byline),
            ("© 2026 Island Live Ltd.", Copyright),
        ]
    );
    check_none("Ana Lanza");
    check_none("Island Live | News from the islands");
}

#[test]
fn datelines() {
    for line in [
        "Published: March 4, 2026",
        "Updated 4 March 2026, 10:30 GMT",
        "Posted by the editors on March 13, 2026",
        "Published 4 March 2026 | Updated 5 March 2026",
        "Correction: An earlier version of this article gave a wrong name for the ferry.",
        "In einer früheren Version dieses Artikels hieß die Fähre anders.",
        "Esta noticia ha sido actualizada con la respuesta de la naviera.",
        "Updated 3 hours ago",
        "Vor 3 Stunden",
    ] {
        check(line, Dateline);
    }
    for line in [
        "March 4, 2026",
        "Wednesday, 4 March 2026",
        "4. März 2026",
        "03/04/2026",
        "2026-03-04",
        "LONDON, 4 March 2026",
        "The Island Post, 4 March 2026",
        "Wednesday, 4 March",
        "Oslo, 4. März",
        "Oslo - 4 mar 2026 - 05:30 CET",
        "March 4, 2026, 4:12 p.m. EST | 3 min read",
        "4 de marzo de 2026 | Actualizado a las 21:07",
        "Published - March 4, 2026 06:40 am IST - OSLO",
    ] {
        check_above(line, Dateline);
    }
}

#[test]
fn the_head_of_the_first_paragraph() {
    for (head, rest) in [
        ("OSLO –", "The ferry to the outer islands stays in port for another week."),
        ("NEW YORK —", "“The ferry to the outer islands stays in port for another week,” he said."),
        ("Oslo (NORDA) —", "The ferry to the outer islands stays in port for another week."),
        ("OSLO, March 4 (Norda) -", "The ferry to the outer islands stays in port for another week."),
        ("Puerto Lindo, 4 mar (Norda).-", "El barco de las islas se queda en el puerto una semana más, dice la naviera."),
        ("ST. JOHN'S –", "14 people on the islands wait for the ferry, which stays in port."),
    ] {
        let paragraph = format!("{head} {rest}");
        assert_eq!(above(&paragraph), [(head.to_owned(), Dateline)], "{paragraph}");
    }
    for paragraph in [
        "NATO – which has a port on the island – said that it does not use the ferry.",
        "EXCLUSIVE – The ferry to the outer islands stays in port for another week.",
        "The ferry – a ship of forty years – stays in port for another week, it seems.",
        "Well-known Oslo - A ferry to the outer islands stays in port for another week.",
    ] {
        check_none(paragraph);
    }
    let twice = "Oslo – The ferry to the outer islands stays in port for another week, said a clerk in Oslo.";
    assert_eq!(above(twice), [("Oslo –".to_owned(), Dateline)]);
    assert_eq!(
        above("Oslo (nda/mli) - The ferry to the outer islands stays in port for a week."),
        [("Oslo (nda/mli) -".to_owned(), Dateline)]
    );
    assert_eq!(within("OSLO – The ferry to the outer islands stays in port for another week."), []);
}

#[test]
fn article_text_is_left() {
    for paragraph in [
        "Share this burden, minister tells cities",
        "Anzeige gegen den Bürgermeister",
        "Werbung: Warum die Stadt jetzt Plakate klebt, erklärt der Kämmerer am Dienstag im Rat.",
        "Hintergrund: Die Fähre fährt seit vierzig Jahren und war schon dreimal in der Werft.",
        "Newsletter für Eltern bringt die Schule in Not",
        "Compartir el barco, una idea que gusta en las islas",
        "Únete o calla, dijo el capitán a la tripulación",
        "Prohibida la pesca en la bahía",
        "Redaktion und Druckerei ziehen um",
        "Texto y música son de la misma autora",
        "Share on the rise as ferry line recovers",
        "Shares in the ferry line fell by four per cent on Monday, the exchange in Oslo said.",
        "Follow us or stay behind, captain told crew",
        "Subscribe to the view that ferries matter",
        "“Leave a comment if you must, but leave the crew alone,” the captain told the passengers.",
        "Comments by the mayor anger islanders",
        "Read more slowly, teachers advise",
        "Related companies also lost money last year",
        "Photo finish in the mayoral race",
        "Photo: how a picture of the ferry went round the world",
        "Picture of health",
        "Video: fire crews free the ferry from the ice",
        "Copyright law reform splits parliament",
        "Copyright 2025 was the year in which the courts in Oslo heard the case.",
        "The © sign has a history of its own, and it begins in a printing shop in the port.",
        "By land and sea, help reaches the islands",
        "By Monday the ferry line had cancelled forty crossings, more than in the whole year before.",
        "Edited by hand, the film shows the storm",
        "By Popular Demand",
        "By Royal Decree",
        "By Land and Sea",
        "Oslo / Bergen: two ports, one ferry",
        "News / Islands",
        "AC/DC",
        "The minister said so in the morning. The agency dpa reported it at noon. (dpa/AFP)",
        "He spoke to Reuters/AP on Monday.",
        "The mayor (L) is a liberal and her deputy (C) a conservative, as the list of the council shows.",
        "The report was written by Mara Lindqvist and praised by everybody on the islands, he said.",
        "This report has been kept from the islanders for a year.",
        "Donate blood, the islands' only clinic asks",
        "In Oslo, 4 of 5 ferries stay in port",
        "Er sagte »gut« und ging an Bord",
        "Der Artikel wurde 2024 veröffentlicht und gilt bis heute, sagt die Ministerin.",
        "Sigue el canal cerrado por el temporal en las islas",
        "Storm – The ferry to the outer islands stays in port for another week, it seems.",
        "Topics: The council met on Monday. It had three topics.",
        "Krill and/or squid are what the whales around the islands live on, it seems.",
        "See also the view of the crew, who have waited for a new ship since 2011.",
        "Original: why the first ferry still floats",
        "“All rights reserved” is what it said on the hull, and nobody knew why, the captain recalled.",
        "- Feb. 2 The ferry leaves the yard",
        "![",
        "{braces}",
        "2026",
        "14 islands",
    ] {
        check_none(paragraph);
    }
    // A chronology has dates as headings.
    assert_eq!(proposals(&format!("{BODY}\n4 March 2026\n{BODY}\n5 March 2026\n{BODY}")), []);
}

#[test]
fn dates_are_read() {
    let check = |line: &str, expected: Option<&str>| {
        assert_eq!(date_line(line).map(|line| line.iso), Some(expected.map(str::to_owned)), "{line}");
    };
    for line in [
        "March 4, 2026",
        "MARCH 4, 2026",
        "Mar. 4, 2026",
        "4 March 2026",
        "4th of March 2026",
        "March 4th, 2026",
        "Wed, March 4, 2026",
        "Wednesday 4 March 2026 at 10:30 am",
        "4. März 2026",
        "Mittwoch, 4. März 2026, 10.30 Uhr",
        "4 de marzo de 2026",
        "miércoles, 4 de marzo de 2026",
        "4 mars 2026",
        "4 marzo 2026",
        "2026-03-04",
        "2026-03-04T10:30:00Z",
        "04.03.2026",
        "4.3.2026",
        "2026/03/04",
        "Published: March 4, 2026",
        "Veröffentlicht am 4. März 2026",
        "Published on March 4, 2026 10:30 p.m. EST",
        "Updated March 5, 2026 | Published March 4, 2026",
    ] {
        check(line, Some("2026-03-04"));
    }
    check("13/03/2026", Some("2026-03-13"));
    check("03/13/2026", Some("2026-03-13"));
    check("04/04/2026", Some("2026-04-04"));
    check("03/04/2026", None);
    check("29 February 2024", Some("2024-02-29"));
    for line in [
        "29 February 2026",
        "31/31/2026",
        "March 2026",
        "4 March",
        "On 4 March 2026 the ferry sank",
        "March 4, 2026 was a Wednesday",
        "12:30",
        "1.2.3.4",
        "",
        "4",
    ] {
        assert_eq!(date_line(line), None, "{line}");
    }
    assert_eq!(date_line("Updated: 4 March 2026").unwrap().label, Some(Label::Updated));
    assert_eq!(date_in_path("https://a.example/2026/03/04/ferry"), Some("2026-03-04".to_owned()));
    assert_eq!(date_in_path("https://a.example/2026/3/4/ferry"), Some("2026-03-04".to_owned()));
    assert_eq!(date_in_path("https://a.example/2026/13/04/ferry"), None);
    assert_eq!(date_in_path("https://a.example/ferry-2026"), None);
}

proptest::proptest! {
    #[test]
    fn proposals_are_ordered_ranges_of_the_text(text in "(?s)([A-Z(@©!\\[\\]{}–—/.: \n]|Photo|By |OSLO – |Copyright 2026 |é|All rights reserved|.){0,60}") {
        let mut end = 0;
        for (range, _) in not_article_text(&text) {
            proptest::prop_assert!(range.start >= end && range.start < range.end);
            proptest::prop_assert!(text.get(range.clone()).is_some_and(|words| words.trim() == words && !words.contains('\n')));
            end = range.end;
        }
    }
}
