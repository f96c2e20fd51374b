//! What is read of one sentence.

use super::super::read::read;
use super::super::show::worth;
use crate::crosscheck::not_article_text;

/// The figures of sentences, each as “words = value”, in articles of 12 March 2026, a Thursday.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (sentence, expected) in cases {
        let found: Vec<String> = read(sentence, "2026-03-12".parse().ok(), &not_article_text(sentence))
            .mentions
            .iter()
            .map(|mention| format!("{} = {}", &sentence[mention.start..mention.end], worth(&mention.worth).replace('\u{a0}', " ")))
            .collect();
        assert_eq!(&found.join("; "), expected, "{sentence}");
    }
}

#[test]
fn counts_in_digits_and_words() {
    check(&[
        ("About 1,234 residents left the town.", "About 1,234 residents = 1,234"),
        ("At least two dozen boats were lost in the storm.", "At least two dozen boats = at least 24"),
        ("Some 12 boats sank, and three more boats were towed in.", "Some 12 boats = 12; three more boats = 3"),
        ("A hundred and five homes had no power.", "A hundred and five homes = 105"),
        ("Twenty-five crews fought the blaze.", "Twenty-five crews = 25"),
        ("Between 10 and 12 boats were lost.", "10 and 12 boats = 10–12"),
        ("The town has half a million trees.", "half a million trees = 500,000"),
        ("The club sold 2.5 million tickets.", "2.5 million tickets = 2,500,000"),
        ("Two hundred thousand voters stayed away.", "Two hundred thousand voters = 200,000"),
        ("One and a half million people voted.", "One and a half million people = 1,500,000"),
        ("In all 300 or so boats took part.", "300 or so boats = 300"),
        ("The crash killed 12 and injured 30.", "12 = 12; 30 = 30"),
        ("The board was divided, seven votes to four.", "seven votes = 7; four = 4"),
    ]);
}

#[test]
fn units_are_brought_to_one_base() {
    check(&[
        ("The span moved 40 centimetres to the east.", "40 centimetres = 40 cm (0.4 m)"),
        ("The tank held 300 gallons of diesel.", "300 gallons of diesel = 300 gal (1,136 L)"),
        ("The fire burnt 1,200 acres of forest.", "1,200 acres of forest = 1,200 acres (4,856,227 m²)"),
        ("It covers 20 square miles of moor.", "20 square miles of moor = 20 sq mi (51,799,762 m²)"),
        ("The train ran at 120 km/h through the station.", "120 km/h = 120 km/h"),
        ("It was 50 degrees Fahrenheit in the hall.", "50 degrees Fahrenheit = 10 °C"),
        ("It lasted 3 hours and 20 minutes.", "3 hours and 20 minutes = 3.33 h"),
        ("The wait was two and a half hours.", "two and a half hours = 2.5 h"),
        ("Turnout rose by 3 percentage points to 54.5 per cent.", "3 percentage points = 3 percentage points; 54.5 per cent = 54.5%"),
        ("The car was doing 90mph on the bridge.", "90mph = 90 mph (144.84 km/h)"),
    ]);
}

#[test]
fn money() {
    check(&[
        ("It cost €2.4 million to mend.", "€2.4 million = 2,400,000 €"),
        ("The firm owes $5bn to its banks.", "$5bn = 5,000,000,000 $"),
        ("The firm owes US$40m to its banks.", "US$40m = 40,000,000 $"),
        ("The grant was 4.5 million pounds of public money.", "4.5 million pounds of public money = 4,500,000 £"),
        ("Tickets are up to £750 a head.", "up to £750 a head = at most 750 £"),
        ("He paid 300 EUR for it.", "300 EUR = 300 €"),
    ]);
}

#[test]
fn dates_and_times() {
    check(&[
        ("It opened on 12 March 2024 in the rain.", "12 March 2024 = 12 March 2024"),
        ("It opened on March 12, 2024.", "March 12, 2024 = 12 March 2024"),
        ("It opened on the 3rd of May.", "3rd of May = 3 May 2026"),
        ("It opens on 2026-04-01 at 6.42 a.m. sharp.", "2026-04-01 = 1 April 2026; 6.42 a.m. = 6:42"),
        ("They met from Oct. 24-26 by the sea.", "Oct. 24-26 = 24–26 October 2025"),
        ("They met on Tuesday.", "Tuesday = 10 March 2026"),
        ("They will meet on Tuesday.", "Tuesday = 17 March 2026"),
        ("It fell yesterday.", "yesterday = 11 March 2026"),
        ("It fell last month.", "last month = February 2026"),
        ("The mill was built in 1934 by the sea.", "1934 = 1934"),
        ("The doors open at 18:30 and close at noon.", "18:30 = 18:30; noon = 12:00"),
        ("School begins at ten o’clock.", "ten o’clock = 10:00 (a.m. or p.m.)"),
        ("It is due on 13/4/2026 or on 3/4/2026.", "13/4/2026 = 13 April 2026"),
        ("It was on 31 February, on 99/99/9999 or 40.13.2026.", ""),
        ("“We leave on Friday,” she said.", ""),
    ]);
}

#[test]
fn other_languages() {
    check(&[
        (
            "Bei dem Brand wurden am Dienstag mindestens zwölf Menschen verletzt.",
            "Dienstag = 10 March 2026; mindestens zwölf Menschen = at least 12",
        ),
        ("Der Schaden liegt nach Angaben der Polizei bei 2,4 Mio. Euro.", "2,4 Mio. Euro = 2,400,000 €"),
        ("Das Werk hat 1.250 Mitarbeiter und ist nicht mit dem in Orrel verbunden.", "1.250 Mitarbeiter = 1,250"),
        (
            "Am 3. Oktober 2025 kamen zweihundertfünfzig Gäste in das Rathaus.",
            "3. Oktober 2025 = 3 October 2025; zweihundertfünfzig Gäste = 250",
        ),
        ("Die Sitzung am 12.3.2026 um 18.30 Uhr ist nicht öffentlich.", "12.3.2026 = 12 March 2026; 18.30 Uhr = 18:30"),
        ("Die Feuerwehr war anderthalb Stunden mit dem Brand beschäftigt.", "anderthalb Stunden = 1.5 h"),
        ("El incendio dejó al menos veintidós heridos en las casas del pueblo.", "al menos veintidós heridos = at least 22"),
        ("El coste de las obras es de 2,4 millones de euros, según el alcalde.", "2,4 millones de euros = 2,400,000 €"),
        ("El 12 de marzo de 2026 se cerraron los 35 puentes de la ciudad.", "12 de marzo de 2026 = 12 March 2026; 35 puentes = 35"),
        ("Treinta y cinco vecinos se quejaron por el ruido de los barcos.", "Treinta y cinco vecinos = 35"),
        ("La ville a 1 234 567 habitants et le maire est content.", "1 234 567 habitants = 1,234,567"),
    ]);
}

#[test]
fn what_only_names_something_is_no_figure() {
    check(&[
        ("She took the number 4 bus along Route 66 to the 19th floor.", ""),
        ("They won 3-2 at home and the fans of the 1990s sang.", ""),
        ("One fisherman said that he had seen it.", ""),
        ("See version 1.2.3 of the form.", ""),
        ("All three went home the same day.", ""),
        ("Two days later they came back.", ""),
    ]);
}

#[test]
fn ages() {
    check(&[
        ("Ellen Marsh, 43, runs the mill.", "43 = 43 years"),
        ("The 92-year-old bridge was shut.", "92-year-old = 92 years"),
        ("Ellen Marsh is 43 years old.", "43 years old = 43 years"),
    ]);
}

#[test]
fn times_in_words() {
    check(&[
        ("The doors open at half past seven.", "half past seven = 7:30 (a.m. or p.m.)"),
        ("The siren was heard at quarter to eight in the evening.", "quarter to eight in the evening = 19:45"),
        ("They left shortly before 8 p.m. on Tuesday.", "8 p.m. = 20:00; Tuesday = 10 March 2026"),
        ("It was seen at 1407 UTC.", "1407 UTC = 14:07"),
        ("Der Brand war gegen Viertel vor sieben am Morgen und nicht im Hof.", "Viertel vor sieben am Morgen = 6:45"),
        ("Der Zug kam um halb acht abends und nicht mit dem Bus.", "halb acht abends = 19:30"),
        ("El incendio empezó a las siete y media de la tarde en el puerto.", "siete y media de la tarde = 19:30"),
        ("La reunión acabó a las once y cuarto de la noche con los vecinos.", "once y cuarto de la noche = 23:15"),
        ("El barco llevó a las dos mujeres a la isla y al puerto.", "dos mujeres = 2"),
        ("Le feu est parti à sept heures et demie du matin dans la grange et il est éteint.", "sept heures et demie du matin = 7:30"),
    ]);
}

#[test]
fn the_stamps_of_a_ticker_are_none_of_its_times() {
    check(&[
        ("14:05 – The crew of 12 boats came home.", "12 boats = 12"),
        ("19:40 Uhr: Der Brand ist gelöscht und die Straße wird um 20 Uhr frei.", "20 Uhr = 20:00"),
        ("06:30 | El paro de los 40 barcos se alarga por la tarde.", "40 barcos = 40"),
        ("14:05 was the time on the clock.", "14:05 = 14:05"),
    ]);
}

#[test]
fn parts_of_a_whole() {
    check(&[
        ("About a third of the boats were lost.", "About a third of the boats = 33.3%"),
        ("Two-thirds of the boats were saved.", "Two-thirds of the boats = 66.7%"),
        ("A quarter of an hour went by.", ""),
        ("Half of the boats sank.", "Half of the boats = 50%"),
        ("Ein Drittel der Boote ist nicht mit dem Sturm gesunken.", "Ein Drittel der Boote = 33.3%"),
        ("Von den Booten hat ein Viertel keinen Motor und liegt im Hafen.", "ein Viertel keinen Motor = 25%"),
        ("La mitad de los barcos se perdió por el temporal.", "mitad de los barcos = 50%"),
        ("Un cuarto de hora con los barcos.", ""),
    ]);
}

#[test]
fn how_long_something_is_past() {
    check(&[
        ("It was built six years ago.", "six years = 6 years"),
        ("Das Haus wurde vor sechs Jahren mit der Schule und dem Tor gebaut.", "sechs Jahren = 6 years"),
        ("The train stood for 40 minutes before its doors opened.", "40 minutes = 40 min"),
        ("It lasted an hour and a half.", "an hour and a half = 1.5 h"),
        ("Es dauerte eine halbe Stunde und das ist nicht viel.", "halbe Stunde = 0.5 h"),
        ("La obra dura dos horas y media con las pausas y los coros.", "dos horas y media = 2.5 h"),
        ("Der Zug fuhr mit Tempo 120 durch den Bahnhof und das ist nicht erlaubt.", "120 = 120 km/h"),
    ]);
}
