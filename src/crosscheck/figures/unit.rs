//! Units, currencies and what a figure is a figure of.
//!
//! Each unit is its dimension and a factor to one base (metres, square metres, litres, kilograms, kilometres an hour, degrees Celsius, watts, watt-hours, seconds).
//! Gallons are those of the United States; a ton is a tonne. Within a dimension figures are compared, between dimensions never.

/// What sort of thing is measured. Figures of different dimensions are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Dimension {
    Count,
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    Power,
    Energy,
    Money,
    Percent,
    Points,
    Duration,
    Age,
    Date,
    Clock,
}

/// A unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unit {
    pub dimension: Dimension,
    /// What one of it is in the base unit.
    pub factor: f64,
    /// How it is shown.
    pub sign: &'static str,
}

const fn unit(dimension: Dimension, factor: f64, sign: &'static str) -> Option<Unit> {
    Some(Unit { dimension, factor, sign })
}

/// How the base unit of a dimension is shown.
pub(super) fn base_sign(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Length => "m",
        Dimension::Area => "m²",
        Dimension::Volume => "L",
        Dimension::Mass => "kg",
        Dimension::Speed => "km/h",
        Dimension::Temperature => "°C",
        Dimension::Power => "W",
        Dimension::Energy => "Wh",
        _ => "",
    }
}

/// The unit that a word in lower case names, in English, German, Spanish or French.
pub(super) fn named(word: &str) -> Option<Unit> {
    use Dimension::{Age, Area, Duration, Energy, Length, Mass, Percent, Points, Power, Speed, Volume};
    match word {
        "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters" | "milímetro" | "milímetros" => unit(Length, 0.001, "mm"),
        "cm" | "centimetre" | "centimetres" | "centimeter" | "centimeters" | "zentimeter" | "zentimetern" | "centímetro"
        | "centímetros" | "centimètre" | "centimètres" => unit(Length, 0.01, "cm"),
        "m" | "metre" | "metres" | "meter" | "meters" | "metern" | "metro" | "metros" | "mètre" | "mètres" => unit(Length, 1.0, "m"),
        "km" | "kms" | "kilometre" | "kilometres" | "kilometer" | "kilometers" | "kilometern" | "kilómetro" | "kilómetros"
        | "kilomètre" | "kilomètres" => unit(Length, 1000.0, "km"),
        "mile" | "miles" | "meile" | "meilen" | "milla" | "millas" => unit(Length, 1609.344, "mi"),
        "yard" | "yards" => unit(Length, 0.9144, "yd"),
        "foot" | "feet" | "ft" | "pies" => unit(Length, 0.3048, "ft"),
        "inch" | "inches" | "zoll" | "pulgadas" => unit(Length, 0.0254, "in"),
        "hectare" | "hectares" | "hektar" | "hectárea" | "hectáreas" | "ha" => unit(Area, 10_000.0, "ha"),
        "acre" | "acres" => unit(Area, 4046.856, "acres"),
        "m²" | "quadratmeter" | "quadratmetern" => unit(Area, 1.0, "m²"),
        "km²" | "quadratkilometer" | "quadratkilometern" => unit(Area, 1e6, "km²"),
        "litre" | "litres" | "liter" | "liters" | "litern" | "litro" | "litros" => unit(Volume, 1.0, "L"),
        "gallon" | "gallons" | "galones" => unit(Volume, 3.785_411_8, "gal"),
        "barrel" | "barrels" | "barriles" => unit(Volume, 158.987_3, "barrels"),
        "m³" | "kubikmeter" | "kubikmetern" => unit(Volume, 1000.0, "m³"),
        "g" | "gram" | "grams" | "gramm" | "gramos" | "grammes" => unit(Mass, 0.001, "g"),
        "kg" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramm" | "kilogramos" => unit(Mass, 1.0, "kg"),
        "tonne" | "tonnes" | "ton" | "tons" | "tonnen" | "tonelada" | "toneladas" => unit(Mass, 1000.0, "t"),
        "pound" | "pounds" | "lb" | "lbs" => unit(Mass, 0.453_592_4, "lb"),
        "ounce" | "ounces" => unit(Mass, 0.028_349_5, "oz"),
        "kmh" | "kph" | "stundenkilometer" | "stundenkilometern" => unit(Speed, 1.0, "km/h"),
        "mph" => unit(Speed, 1.609_344, "mph"),
        "knot" | "knots" | "knoten" | "nudos" => unit(Speed, 1.852, "knots"),
        "kw" | "kilowatt" | "kilowatts" => unit(Power, 1e3, "kW"),
        "mw" | "megawatt" | "megawatts" => unit(Power, 1e6, "MW"),
        "gw" | "gigawatt" | "gigawatts" => unit(Power, 1e9, "GW"),
        "kwh" | "kilowattstunden" => unit(Energy, 1e3, "kWh"),
        "mwh" | "megawattstunden" => unit(Energy, 1e6, "MWh"),
        "gwh" | "gigawattstunden" => unit(Energy, 1e9, "GWh"),
        "percent" | "pct" | "prozent" => unit(Percent, 1.0, "%"),
        "prozentpunkt" | "prozentpunkte" | "prozentpunkten" => unit(Points, 1.0, "percentage points"),
        "second" | "seconds" | "sekunde" | "sekunden" | "segundo" | "segundos" | "seconde" | "secondes" => unit(Duration, 1.0, "s"),
        "minute" | "minutes" | "minuten" | "minuto" | "minutos" | "mins" | "min" => unit(Duration, 60.0, "min"),
        "hour" | "hours" | "stunde" | "stunden" | "hora" | "horas" | "heure" | "heures" | "hrs" => unit(Duration, 3600.0, "h"),
        "day" | "days" | "tag" | "tage" | "tagen" | "día" | "días" | "jour" | "jours" => unit(Duration, 86_400.0, "days"),
        "week" | "weeks" | "woche" | "wochen" | "semana" | "semanas" | "semaine" | "semaines" => unit(Duration, 604_800.0, "weeks"),
        "month" | "months" | "monat" | "monate" | "monaten" | "mes" | "meses" | "mois" => unit(Duration, 2_629_800.0, "months"),
        "year" | "years" | "jahr" | "jahre" | "jahren" | "año" | "años" | "an" | "ans" | "années" => {
            unit(Duration, 31_557_600.0, "years")
        }
        "jährige" | "jähriger" | "jährigen" | "jähriges" | "jährig" => unit(Age, 31_557_600.0, "years"),
        "viertelstunde" | "viertelstunden" => unit(Duration, 900.0, "quarter hours"),
        "dreiviertelstunde" => unit(Duration, 2700.0, "three quarter hours"),
        "decade" | "decades" | "jahrzehnt" | "jahrzehnte" | "jahrzehnten" | "década" | "décadas" => {
            unit(Duration, 315_576_000.0, "decades")
        }
        _ => None,
    }
}

/// A unit of two words: “square miles”, “cubic metres”, “percentage points”, “per cent”, “por ciento”.
pub(super) fn named_by_two(first: &str, second: &str) -> Option<Unit> {
    use Dimension::{Area, Percent, Points, Volume};
    let length = || named(second).filter(|unit| unit.dimension == Dimension::Length);
    match (first, second) {
        ("per", "cent") | ("por", "ciento") | ("pour", "cent") => unit(Percent, 1.0, "%"),
        ("percentage", "point" | "points") | ("puntos" | "punto", "porcentuales" | "porcentual") => unit(Points, 1.0, "percentage points"),
        ("square" | "sq", _) => {
            let length = length()?;
            let sign = match length.sign {
                "km" => "km²",
                "mi" => "sq mi",
                "ft" => "sq ft",
                _ => "m²",
            };
            unit(Area, length.factor * length.factor, sign)
        }
        ("metros", "cuadrados") | ("mètres", "carrés") => unit(Area, 1.0, "m²"),
        ("kilómetros", "cuadrados") | ("kilomètres", "carrés") => unit(Area, 1e6, "km²"),
        ("metros" | "mètres", "cúbicos" | "cubes") => unit(Volume, 1000.0, "m³"),
        ("cubic", _) => {
            length().and_then(|length| unit(Volume, 1000.0 * length.factor.powi(3), if length.sign == "ft" { "cu ft" } else { "m³" }))
        }
        _ => None,
    }
}

/// A currency by its sign, code or name, as its code; the table below has them all.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    Some(match word {
        "€" | "EUR" | "euro" | "euros" => "EUR",
        "$" | "USD" | "US$" | "dollar" | "dollars" | "dólar" | "dólares" => "USD",
        "£" | "GBP" | "sterling" => "GBP",
        "¥" | "JPY" | "yen" => "JPY",
        "₽" | "RUB" | "rouble" | "roubles" | "ruble" | "rubles" | "rubel" | "rublos" => "RUB",
        "CHF" | "franken" | "franc" | "francs" => "CHF",
        "₴" | "UAH" | "hryvnia" | "hryvnias" => "UAH",
        "₹" | "INR" | "Rs" | "rupee" | "rupees" => "INR",
        "CNY" | "yuan" => "CNY",
        "PLN" | "zloty" | "zlotys" | "złoty" => "PLN",
        "peso" | "pesos" => "peso",
        "SEK" | "kronor" => "SEK",
        "NOK" | "DKK" | "kroner" => "kroner",
        "CAD" => "CAD",
        "AUD" => "AUD",
        _ => return None,
    })
}

/// What follows “a”, “per”, “pro”, “al”: the word that makes a figure a rate.
pub(super) fn is_rate_word(word: &str) -> bool {
    matches!(
        word,
        "second"
            | "minute"
            | "hour"
            | "day"
            | "night"
            | "week"
            | "month"
            | "year"
            | "quarter"
            | "person"
            | "head"
            | "household"
            | "capita"
            | "employee"
            | "vehicle"
            | "litre"
            | "liter"
            | "kilometre"
            | "mile"
            | "tonne"
            | "ton"
            | "share"
            | "sekunde"
            | "minute."
            | "stunde"
            | "tag"
            | "woche"
            | "monat"
            | "jahr"
            | "kopf"
            | "haushalt"
            | "aktie"
            | "quadratmeter"
            | "hora"
            | "día"
            | "semana"
            | "mes"
            | "año"
            | "persona"
            | "habitante"
            | "hogar"
            | "heure"
            | "jour"
            | "semaine"
            | "mois"
            | "an"
            | "personne"
    )
}
