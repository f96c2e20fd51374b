//! What several articles say of one thing.

use super::*;

/// The conflicts between the articles, as “value ≠ value”, the commonest first.
fn conflicts(texts: &[&str], date: &str) -> Vec<String> {
    let mut found: Vec<String> = find(&sources(texts, date))
        .into_iter()
        .filter(|group| group.conflict)
        .map(|group| group.values.into_iter().map(|value| value.value.replace('\u{a0}', " ")).collect::<Vec<_>>().join(" ≠ "))
        .collect();
    found.sort();
    found
}

/// Reports of one event in German.
#[track_caller]
fn check_german(cases: &[(&str, &str, &str)]) {
    const EVENT: &str = "In der Papierfabrik von Orrelstadt hat es am Dienstag gebrannt. Das Feuer in der Papierfabrik wurde von der Feuerwehr aus Orrelstadt und Lindhafen gelöscht. Die Feuerwehr war mit allen Wagen in Orrelstadt. Die Fabrik ist geschlossen.";
    check_event(EVENT, cases);
}

/// Reports of one event in Spanish.
#[track_caller]
fn check_spanish(cases: &[(&str, &str, &str)]) {
    const EVENT: &str = "La fábrica de papel de Orreles ardió el martes. Los bomberos de Orreles y de Puerto Lindo apagaron el incendio de la fábrica. Los bomberos llegaron a la fábrica de Orreles con todos los camiones. La fábrica de papel está cerrada.";
    check_event(EVENT, cases);
}

/// Articles of one event: the first is held against each of the others. Expected are the conflicts, “” for none.
#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    const EVENT: &str = "The fire brigade of Lindmouth fought a fire in the paper mill at Orrel on Tuesday. The mill of Orrel Paper burnt for hours and smoke drifted over Lindmouth harbour. Fire crews came from all of Lindmouth county to Orrel. The owner, Orrel Paper, closed the mill.";
    check_event(EVENT, cases);
}

#[track_caller]
fn check_event(event: &str, cases: &[(&str, &str, &str)]) {
    for (first, second, expected) in cases {
        let articles = [format!("{event}\n{first}"), format!("{event}\n{second}")];
        let found = conflicts(&[&articles[0], &articles[1]], "2026-03-12");
        assert_eq!(&found.join("; "), expected, "{first} / {second}");
    }
}

#[test]
fn numbers_that_cannot_both_be_right() {
    check(&[
        ("Twelve workers were injured in the fire.", "The fire injured 21 workers.", "12 ≠ 21"),
        ("Three people were killed.", "The fire killed five people.", "3 ≠ 5"),
        (
            "The damage to the roof is put at 3.5 million euros.",
            "Damage to the roof reaches 35 million euros.",
            "3,500,000 € ≠ 35,000,000 €",
        ),
        ("The tank held 400 litres of solvent.", "Solvent leaked: 400 gallons of solvent were in the tank.", "400 L ≠ 400 gal (1,514 L)"),
    ]);
}

#[test]
fn shares_of_a_whole() {
    check(&[
        ("A third of the workers at Orrel stayed at home.", "Half of the workers at Orrel stayed at home.", "33.3% ≠ 50%"),
        ("A third of the workers at Orrel stayed at home.", "At Orrel 33 per cent of the workers stayed at home.", ""),
        ("Nearly a quarter of the workers at Orrel stayed at home.", "At Orrel 23% of the workers stayed at home.", ""),
        ("The board voted with 40 hands for and 12 against.", "The board voted with 40 hands for and 21 against.", "12 ≠ 21"),
    ]);
    check_german(&[(
        "Von den Arbeitern der Fabrik blieb ein Viertel zu Hause.",
        "Ein Drittel der Arbeiter in der Fabrik blieb zu Hause.",
        "25% ≠ 33.3%",
    )]);
    check_spanish(&[(
        "Un tercio de los obreros de la fábrica se quedó en casa.",
        "La mitad de los obreros de la fábrica se quedó en casa.",
        "33.3% ≠ 50%",
    )]);
}

#[test]
fn times_that_cannot_both_be_right() {
    check(&[
        (
            "The siren of the boiler house sounded at 7:07 a.m. Pacific time.",
            "The siren of the boiler house sounded at 8:07 a.m. Pacific time.",
            "7:07 ≠ 8:07",
        ),
        ("The siren of the boiler house sounded at 7:07 a.m. Pacific time.", "The siren of the boiler house sounded at 4:07 p.m. CET.", ""),
        ("The siren of the boiler house sounded at 7.40 p.m.", "The siren of the boiler house sounded shortly before 8 p.m.", ""),
        ("The siren of the boiler house sounded at half past seven in the evening.", "The siren of the boiler house sounded at 19:30.", ""),
    ]);
    check_german(&[
        ("Die Sirene im Kesselhaus heulte um 6.42 Uhr.", "Die Sirene im Kesselhaus heulte gegen Viertel vor sieben.", ""),
        (
            "Die Sirene im Kesselhaus heulte um halb acht.",
            "Die Sirene im Kesselhaus heulte um 8.30 Uhr.",
            "7:30 (a.m. or p.m.) ≠ 8:30 (a.m. or p.m.)",
        ),
    ]);
    check_spanish(&[(
        "La sirena de la caldera sonó a las 04.30 en la fábrica.",
        "La sirena de la caldera de la fábrica sonó a las seis y media de la madrugada.",
        "4:30 (a.m. or p.m.) ≠ 6:30",
    )]);
}

#[test]
fn digits_changed_over_and_years_past() {
    check(&[
        ("The 412-kilogram bell came down.", "Nobody saw how the 421-kilogram casting fell.", "412 kg ≠ 421 kg"),
        ("The mill asked for a new boiler six years ago.", "The mill asked for a new boiler eight years ago.", "6 years ≠ 8 years"),
        ("The farmer lost two cows out of 80.", "The farmer drove 80 cows up the hill.", ""),
    ]);
    check_german(&[(
        "Die Anlage wurde zuletzt am 14. Januar geprüft.",
        "Die letzte Prüfung war am 24. Januar.",
        "14 January 2026 ≠ 24 January 2026",
    )]);
}

#[test]
fn numbers_that_may_both_be_right() {
    check(&[
        ("About 300 workers were sent home.", "Orrel Paper sent 296 workers home.", ""),
        ("More than 100 firefighters fought the flames.", "At Orrel 120 firefighters fought the flames.", ""),
        ("The mill made nearly 2.5 million tonnes of paper.", "The mill made 2.4 million tonnes of paper.", ""),
        ("Twelve workers were injured in the fire.", "The fire injured 12 workers.", ""),
        ("A plan of 20 points, the 20-point plan for the mill, was agreed.", "A 28-point plan for the mill was agreed.", ""),
        ("In 2019 the mill employed 340 workers.", "In 2024 the mill employed 280 workers.", ""),
        ("The hall is 62 metres long.", "A chimney of 40 metres fell.", ""),
    ]);
}

#[test]
fn other_languages() {
    check_german(&[
        ("Zwölf Arbeiter wurden bei dem Brand verletzt.", "Bei dem Brand wurden 21 Arbeiter verletzt.", "12 ≠ 21"),
        ("Drei Menschen starben in den Flammen.", "In den Flammen starben fünf Menschen.", "3 ≠ 5"),
        (
            "Der Sachschaden am Dach wird auf 3,5 Millionen Euro geschätzt.",
            "Am Dach entstand ein Schaden von 35 Mio. Euro.",
            "3,500,000 € ≠ 35,000,000 €",
        ),
        ("Rund 300 Anwohner mussten ihre Häuser verlassen.", "296 Anwohner mussten ihre Häuser verlassen.", ""),
        ("Der Brand begann um 6.42 Uhr im Lager.", "Im Lager begann der Brand um 6:42 Uhr.", ""),
    ]);
    check_spanish(&[
        ("El fuego dejó doce obreros heridos en el almacén.", "En el almacén resultaron heridos 21 obreros.", "12 ≠ 21"),
        ("Tres personas murieron.", "Murieron cinco personas.", "3 ≠ 5"),
        (
            "Los daños en el tejado suman 3,5 millones de euros.",
            "El tejado sufrió daños de 35 millones de euros.",
            "3,500,000 € ≠ 35,000,000 €",
        ),
        ("Unos 300 vecinos dejaron sus casas por el humo.", "Por el humo, 296 vecinos dejaron sus casas.", ""),
    ]);
}

#[test]
fn dates_that_cannot_both_be_right() {
    check(&[
        (
            "The boiler was last inspected in October 2024.",
            "The last inspection of the boiler was in October 2014.",
            "October 2024 ≠ October 2014",
        ),
        (
            "The hearing of the owner begins on 28 March.",
            "The hearing of the owner is to begin on 29 March.",
            "28 March 2026 ≠ 29 March 2026",
        ),
        ("The hearing of the owner begins on 28 March.", "The hearing of the owner will begin on Saturday, 28 March.", ""),
        ("The boiler was inspected in October 2024.", "The chimney fell on 3 May 2019.", ""),
    ]);
}

#[test]
fn within_one_article() {
    let twice = |first: &str, second: &str| conflicts(&[&format!("{first}\nThe mill was old.\n{second}")], "2026-03-12");
    let told = "workers of the Orrel paper mill were injured by falling beams in the boiler house";
    assert_eq!(twice(&format!("Twelve {told}."), &format!("The 21 {told}, said the owner.")), ["12 ≠ 21"]);
    assert_eq!(twice("Twelve workers came.", "Later 21 workers left."), Vec::<String>::new());
    assert_eq!(twice("It opens on Friday, 28 March 2026.", "It closes on Sunday, 29 March 2026."), ["Friday, 28 March 2026"]);
}

#[test]
fn the_dead_of_a_later_report_may_be_more() {
    let told = |count: &str| format!("The paper mill at Orrel burnt. The fire at the Orrel mill killed {count} workers.");
    let mut later = sources(&[&told("three"), &told("five")], "2026-03-12");
    assert_eq!(find(&later).iter().filter(|group| group.conflict).count(), 1, "on one day");
    later.get_mut(&ArticleNo(1)).unwrap().date = "2026-03-14".parse().ok();
    assert!(find(&later).iter().all(|group| !group.conflict), "two days later");
    later.get_mut(&ArticleNo(0)).unwrap().date = "2026-03-16".parse().ok();
    assert_eq!(find(&later).iter().filter(|group| group.conflict).count(), 1, "fewer in the later report");
}

#[test]
fn what_people_have_told_apart_stays_apart() {
    let sources = sources(
        &["The mill at Orrel burnt. The Orrel fire killed three people.", "The mill at Orrel burnt. The Orrel fire killed five people."],
        "2026-03-12",
    );
    let group = find(&sources).into_iter().find(|group| group.conflict).unwrap();
    let mut apart = Apart::default();
    apart.keep_places(&group.values.iter().flat_map(|value| value.members.clone()).collect::<Vec<_>>());
    let mut figures = Figures::default();
    sources.values().for_each(|source| figures.add(source));
    assert!(figures.find(&sources, &apart).iter().all(|group| !group.conflict));
}

#[test]
fn articles_come_and_go() {
    let sources = sources(
        &[
            "Orrel mill burnt: 12 boilers were lost in the Orrel mill.",
            "Orrel mill burnt: 21 boilers were lost in the Orrel mill.",
            "Nothing here.",
        ],
        "2026-03-12",
    );
    let mut figures = Figures::default();
    for _ in 0..3 {
        sources.values().for_each(|source| figures.add(source));
        assert_eq!(figures.find(&sources, &Apart::default()).len(), 1);
        figures.remove(ArticleNo(1));
        assert_eq!(figures.find(&sources, &Apart::default()), []);
        figures.remove(ArticleNo(7));
    }
}
