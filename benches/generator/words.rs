//! The vocabulary of the invented reports: people, places and things that do not exist.

/// First names.
pub const FIRST: &[&str] =
    &["Ada", "Bo", "Corin", "Dagny", "Édith", "Ferro", "Gesa", "Hollis", "Ines", "Jarek", "Käthe", "Lorne", "Mirel", "Nils", "Oda", "Pavo"];
/// Family names.
pub const LAST: &[&str] = &[
    "Quill",
    "Ferris",
    "Lind",
    "Castellane",
    "Øvergaard",
    "Marsh",
    "Tolliver",
    "Brandt",
    "Okoro",
    "Vale",
    "Rønne",
    "Sandoval",
    "Thwaite",
    "Müller",
    "Iwu",
    "Peck",
];
/// Towns, rivers, coasts.
pub const PLACES: &[&str] = &[
    "Lowsand",
    "Arle Bridge",
    "Port Hessel",
    "Grauwick",
    "Saint-Orme",
    "the Tarn valley",
    "Upper Wend",
    "Kelderby",
    "the Skerry coast",
    "Marrow Hill",
];
/// Boards, offices, firms.
pub const BODIES: &[&str] = &[
    "the harbour board",
    "the county council",
    "the water office",
    "Northline Ferries",
    "the fire brigade",
    "the auditors",
    "the school district",
    "the mill cooperative",
    "the regional court",
    "the ministry",
];
/// Things that reports are about.
pub const NOUNS: &[&str] = &[
    "bridge",
    "tender",
    "report",
    "reservoir",
    "budget",
    "ferry",
    "contract",
    "inquiry",
    "tunnel",
    "timetable",
    "turbine",
    "permit",
    "grant",
    "pier",
    "survey",
    "levy",
    "depot",
    "hospital wing",
    "sluice",
    "archive",
    "vote",
    "warehouse",
    "harvest",
    "pipeline",
];
/// What is said of them.
pub const ADJECTIVES: &[&str] = &[
    "new",
    "disputed",
    "second",
    "costly",
    "unfinished",
    "northern",
    "public",
    "leaked",
    "former",
    "provisional",
    "flooded",
    "temporary",
    "wooden",
    "annual",
];
/// What is done.
pub const VERBS: &[&str] = &[
    "approved",
    "closed",
    "delayed",
    "examined",
    "paid for",
    "rejected",
    "opened",
    "lost",
    "repaired",
    "announced",
    "sold",
    "inspected",
    "questioned",
    "doubled",
    "moved",
    "cancelled",
];
/// What joins two statements.
pub const JOINTS: &[&str] = &[" and", ", while", ", because", ", after", ", but", ", although", ", so that", ", before"];
/// What is counted.
pub const UNITS: &[&str] = &["tonnes", "people", "euros", "per cent", "metres", "households", "days", "cubic metres", "vehicles"];
/// When.
pub const DAYS: &[&str] =
    &["on Monday", "on Tuesday", "last spring", "in March", "on 14 June", "two years ago", "on Friday evening", "in the same week"];
/// Lines that are no article text.
pub const APART: &[&str] = &[
    "Share this report with a friend",
    "Sign up for the evening letter",
    "Picture: archive of the harbour board",
    "Follow us for more from the county",
];
