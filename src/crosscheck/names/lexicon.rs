//! The words by which a name is known for what it is: titles, offices, particles, and what makes an organisation or a place.
//!
//! Why lists: they are data that anyone can lengthen, and each hit can be explained to a reviewer. English, German and Spanish are covered well,
//! French and Italian for the commonest titles. All words are in lower case and without their final point.

use std::sync::LazyLock;

use hashbrown::HashMap;

/// What a word can be; several at once.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Class(u16);

impl Class {
    /// Stands before a name and belongs to a person.
    pub(super) const TITLE: Self = Self(1);
    /// An office or a trade that a person holds.
    pub(super) const OFFICE: Self = Self(2);
    /// Makes another office of an office: deputy, former.
    pub(super) const RANK: Self = Self(4);
    /// Written small within a person's name.
    pub(super) const PARTICLE: Self = Self(8);
    /// Makes an organisation of the words around it.
    pub(super) const ORGANISATION: Self = Self(16);
    /// Makes a place of the words around it.
    pub(super) const PLACE: Self = Self(32);
    /// A month or weekday.
    pub(super) const CALENDAR: Self = Self(64);
    /// Opens a sentence and is never a name.
    pub(super) const OPENER: Self = Self(128);
    /// An article, or another word after which German writes a noun.
    pub(super) const DETERMINER: Self = Self(256);
    /// After “of” part of an office: Secretary of State.
    pub(super) const DEPARTMENT: Self = Self(512);
    /// An office that one person holds in one place.
    pub(super) const SINGLE: Self = Self(1024);
    /// A people or its language: an adjective, never a name to compare.
    pub(super) const PEOPLE: Self = Self(2048);
    /// A verb of saying.
    pub(super) const SAYING: Self = Self(4096);

    /// Whether it is one of `other`.
    pub(super) fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const TITLES: &str = "mr mrs ms miss mx dr prof professor sir dame lord lady madam president vice-president premier minister chancellor senator sen rep \
    representative congressman congresswoman governor gov mayor deputy captain capt colonel col general gen sergeant sgt lieutenant lt major \
    maj commander cmdr admiral adm judge justice king queen prince princess emperor pope cardinal archbishop bishop rev reverend father sister brother rabbi \
    imam sheikh ayatollah ambassador envoy commissioner director chairman chairwoman chair councillor councilor cllr alderman sheriff detective inspector \
    superintendent constable officer pc coach secretary attorney chief spokesman spokeswoman prosecutor mp msp baron baroness count countess saint pastor \
    undersecretary speaker treasurer dean rector principal engineer nurse \
    herr frau fräulein bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin präsident präsidentin bundeskanzler bundeskanzlerin kanzler \
    kanzlerin ministerin ministerpräsident ministerpräsidentin außenminister außenministerin landrat landrätin stadtrat stadträtin pfarrer pfarrerin kapitän \
    hafenmeister hafenmeisterin \
    professorin sprecher sprecherin staatsanwalt staatsanwältin richter richterin kommissar kommissarin \
    señor señora señorita sr sra srta don doña presidente presidenta alcalde alcaldesa ministro ministra gobernador gobernadora senador senadora diputado diputada \
    concejal concejala fiscal juez jueza capitán coronel padre \
    monsieur madame mademoiselle mme mlle m président présidente maire ministre préfet \
    signor signora sindaco onorevole";

/// Offices and trades after which, or after a comma, a name can stand. With `TITLES` that are offices.
const OFFICES: &str = "master harbourmaster keeper engineer spokesperson spokesman spokeswoman director manager chief head president vice-president chairman \
    chairwoman chair chairperson minister secretary adviser advisor aide envoy ambassador officer commander captain pilot mate skipper mayor governor premier chancellor \
    senator congressman congresswoman lawmaker treasurer commissioner superintendent inspector detective sheriff prosecutor attorney lawyer judge coroner \
    professor lecturer teacher headteacher headmaster headmistress principal dean rector doctor physician surgeon nurse historian scientist biologist geologist \
    economist analyst researcher curator conservator librarian archivist architect planner surveyor editor reporter journalist author writer \
    owner founder co-founder ceo cfo coach trainer leader councillor councilor alderman bishop archbishop pastor vicar priest imam rabbi king queen prince princess \
    general colonel major lieutenant sergeant admiral firefighter lifeguard ranger warden fisherman farmer baker brewer vintner \
    negotiator representative delegate mp whip speaker ombudsman auditor clerk foreman conductor driver coordinator organiser organizer undersecretary \
    bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin ministerin \
    ministerpräsident ministerpräsidentin landrat landrätin pfarrer pfarrerin kapitän hafenmeister hafenmeisterin sprecher sprecherin pressesprecher pressesprecherin \
    leiter leiterin direktor direktorin chef chefin vorsitzender vorsitzende vorsitzenden staatsanwalt staatsanwältin richter richterin ingenieur ingenieurin \
    geschäftsführer geschäftsführerin stadtrat stadträtin einsatzleiter einsatzleiterin feuerwehrchef förster försterin winzer winzerin \
    presidente presidenta alcalde alcaldesa ministro ministra gobernador gobernadora senador senadora diputado diputada concejal concejala fiscal juez jueza \
    capitán director directora jefe jefa portavoz ingeniero ingeniera secretario secretaria coordinador coordinadora gerente \
    maire président présidente ministre directeur directrice porte-parole préfet";

const SINGLES: &str = "mayor governor premier chancellor harbourmaster sheriff headteacher headmaster headmistress ceo bürgermeister oberbürgermeister \
    landrat hafenmeister alcalde gobernador maire";

const RANKS: &str = "deputy vice former ex acting interim assistant associate junior late retired then incoming honorary co first second \
    stellvertretender stellvertretende stellvertretenden vize ehemaliger ehemalige ehemaligen früherer frühere früheren kommissarischer kommissarische amtierender amtierende \
    ex-president ex-minister ex-mayor ex-bürgermeister altbürgermeister vizebürgermeister vizebürgermeisterin vizepräsident vizepräsidentin \
    exalcalde exalcaldesa expresidente expresidenta exministro exministra vicepresidente vicepresidenta vicealcalde vicealcaldesa subdirector subdirectora \
    teniente interino interina antiguo antigua adjunto adjunta vice-president undersecretary";

const PARTICLES: &str = "van von der den de del della di da dos das du la le las los el al bin ibn bint ben abu ter ten te zu zum zur y e af av op ap ó ní mac st";

const ORGANISATIONS: &str = "ministry university college school academy institute institution council committee commission court parliament senate assembly congress \
    agency authority board bureau office department service services group company corporation corp inc ltd llc plc gmbh ag kg se spa sa bv nv co bank fund trust \
    foundation association society union federation league club party church press news media radio television times post herald courier gazette tribune journal \
    hospital clinic museum library theatre theater police army navy force guard brigade embassy consulate airlines airways railways shipping lines energy \
    partners holdings industries international systems stadtwerke universität ministerium behörde amt verein verband gesellschaft stiftung krankenhaus klinikum \
    gemeinderat stadtrat feuerwehr polizei genossenschaft universidad ministerio ayuntamiento junta consejo instituto asociación fundación hospital partido tribunal \
    cooperativa université ministère conseil";

const PLACES: &str = "street road avenue lane square bridge river lake bay sea ocean island islands isle mountain mount hill hills valley park forest wood woods beach point cape \
    coast harbour harbor port quay pier airport station county district province state city town village house hall palace castle tower exchange centre center \
    straße strasse platz brücke fluss insel bahnhof hafen rathaus kreis bezirk landkreis calle plaza puente río isla playa monte valle puerto \
    provincia ciudad barrio rue place pont";

const CALENDAR: &str = "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec \
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun januar februar märz mai juni juli oktober dezember jänner \
    montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre \
    lunes martes miércoles jueves viernes sábado domingo janvier février mars avril juin juillet août septembre octobre novembre décembre \
    lundi mardi mercredi jeudi vendredi samedi dimanche christmas easter ostern weihnachten uhr am pm gmt utc cet est";

const OPENERS: &str = "the a an and but or nor so yet if when while where who what why how which that this these those there here then thus hence also although though \
    because since until unless after before during despite in on at by for from to of with without within under over about above below between among against \
    as like near behind beyond into onto out up down off he she it they we you i his her its their our my your me him them us all any both each every few \
    many most much no none not nobody nothing one two three four five six seven eight nine ten some several such only even just still never ever once now today yesterday tomorrow \
    tonight later earlier meanwhile however moreover furthermore additionally instead nevertheless according asked told said is are was were be been being has have had do does did will would can \
    could shall should may might must let yes ok please perhaps maybe another other others following asked given last next new old first second third more less \
    der die das ein eine einen einem einer eines und oder aber wenn als wie wo wer was warum wann dass weil nach vor bei mit von aus auf für über unter zwischen durch gegen ohne um seit bis \
    er sie es wir ihr ich sein seine seinen ihre ihren ihrem ihrer unser unsere im am zum zur beim vom dem den des dann doch noch nur auch schon so da hier dort heute gestern morgen jetzt nun \
    nicht kein keine alle viele manche einige zwei drei vier fünf sechs sieben acht neun zehn laut trotz wegen während bereits nachdem damit dabei daher danach zuvor zudem außerdem jedoch \
    el la los las un una unos unas y o pero si cuando como donde quien qué que por para con sin sobre entre desde hasta según tras ante bajo durante también ya no ni más muy \
    su sus este esta estos estas ese esa eso esto aquel lo al del en de se le les yo nosotros ayer hoy mañana ahora además sin embargo mientras así dos tres cuatro cinco seis todo todos toda \
    le les des une du et ou mais où qui dans sur avec sans sous pour par il elle ils elles nous vous ce cette ces son sa ses leur leurs il lo gli uno di da con per tra fra ma se che \
    het een van en maar ook niet";

const DETERMINERS: &str = "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur beim vom ins ans fürs aufs seine seinen seinem seiner seines \
    ihre ihren ihrem ihrer ihres sein ihr unser unsere unseren unserem diese dieser dieses diesen diesem jede jeder jedes jeden jedem alle allen aller viele vielen mehr \
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf welche welcher ohne pro";

const DEPARTMENTS: &str = "state defense defence energy war finance justice labor labour health transport transportation education commerce agriculture interior foreign trade environment \
    police staff parliament treasury culture tourism fisheries";

const PEOPLES: &str = "russian russians american americans ukrainian ukrainians british english german germans french spanish italian italians european europeans chinese japanese \
    dutch danish swedish norwegian finnish polish czech turkish greek israeli israelis palestinian palestinians iranian iranians iraqi iraqis syrian syrians indian indians african africans \
    asian asians arab arabs jewish muslim muslims christian christians catholic catholics republican republicans democrat democrats democratic conservative conservatives liberal liberals \
    north south east west northern southern eastern western central upper lower great internet covid";

const SAYING: &str = "said says told tells added asked explained stated declared insisted announced warned argued claimed confirmed denied replied responded admitted noted wrote recalled \
    sagte sagt erklärte betonte meinte teilte berichtete warnte kündigte fügte dijo afirmó explicó declaró aseguró señaló añadió indicó advirtió";

static WORDS: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
    let lists = [
        (TITLES, Class::TITLE),
        (OFFICES, Class::OFFICE),
        (RANKS, Class::RANK),
        (PARTICLES, Class::PARTICLE),
        (ORGANISATIONS, Class::ORGANISATION),
        (PLACES, Class::PLACE),
        (CALENDAR, Class::CALENDAR),
        (OPENERS, Class::OPENER),
        (DETERMINERS, Class::DETERMINER),
        (DEPARTMENTS, Class::DEPARTMENT),
        (SINGLES, Class::SINGLE),
        (PEOPLES, Class::PEOPLE),
        (SAYING, Class::SAYING),
    ];
    let mut words: HashMap<&'static str, Class> = HashMap::new();
    for (list, class) in lists {
        for word in list.split_whitespace() {
            let known = words.entry(word).or_default();
            *known = known.and(class);
        }
    }
    words
});

/// What a word in lower case can be.
pub(super) fn class(word: &str) -> Class {
    WORDS.get(word).copied().unwrap_or_default()
}

/// German compounds are told by their last part: Hafenmeisterin, Polizeisprecher.
pub(super) fn is_german_office(word: &str) -> bool {
    let stem = word.strip_suffix("in").unwrap_or(word);
    const ENDS: [&str; 15] = [
        "meister",
        "minister",
        "präsident",
        "sprecher",
        "leiter",
        "direktor",
        "kanzler",
        "anwalt",
        "anwält",
        "richter",
        "chef",
        "vorsitzende",
        "vorsitzender",
        "beauftragte",
        "beauftragter",
    ];
    ENDS.iter().any(|end| stem.len() > end.len() && stem.ends_with(end))
}

/// Other names of one place that look alike enough to be mistaken for a typing error, or that style books tell apart; after the romanisation
/// tables of the United Nations Group of Experts on Geographical Names.
pub(super) const EXONYMS: [(&str, &str); 22] = [
    ("kyiv", "kiev"),
    ("kharkiv", "kharkov"),
    ("lviv", "lvov"),
    ("odesa", "odessa"),
    ("mykolaiv", "nikolaev"),
    ("chernihiv", "chernigov"),
    ("dnipro", "dnepr"),
    ("zaporizhzhia", "zaporozhye"),
    ("luhansk", "lugansk"),
    ("chornobyl", "chernobyl"),
    ("mumbai", "bombay"),
    ("kolkata", "calcutta"),
    ("chennai", "madras"),
    ("beijing", "peking"),
    ("yangon", "rangoon"),
    ("makkah", "mecca"),
    ("almaty", "alma-ata"),
    ("chisinau", "kishinev"),
    ("minsk", "mensk"),
    ("belarus", "byelorussia"),
    ("türkiye", "turkey"),
    ("czechia", "tschechien"),
];

/// First names that are one name in two spellings and yet end differently, as first names of two people often do. Sorted out by hand.
pub(super) const SAME_FIRST_NAME: [&[&str]; 48] = [
    &["ann", "anna", "anne"],
    &["steven", "stephen", "stefan", "stephan"],
    &["catherine", "katherine", "kathryn", "catharine", "katharine", "katharina"],
    &["mohammed", "muhammad", "mohamed", "mohammad", "muhammed", "mohamad"],
    &["jon", "john"],
    &["geoffrey", "jeffrey", "jeffery"],
    &["hussein", "husain", "hossein", "hussain"],
    &["yusuf", "yousef", "youssef", "yousuf", "jusuf"],
    &["ahmed", "ahmad", "achmed"],
    &["aleksandr", "alexander", "oleksandr", "alexandr", "aleksander"],
    &["volodymyr", "vladimir", "wolodymyr", "wladimir"],
    &["sergei", "sergey", "serhiy", "sergej", "serhii"],
    &["dmitry", "dmitri", "dmytro", "dimitri", "dmitrij"],
    &["mykola", "nikolai", "nikolay"],
    &["elisabeth", "elizabeth", "elisabet", "elizabet"],
    &["margaret", "margret", "margarete", "margarethe"],
    &["kristin", "kirsten", "christin", "kristen"],
    &["yevgeny", "evgeny", "evgeni", "yevgeni", "jewgeni", "yevhen", "evgenij", "jewgenij"],
    &["yekaterina", "ekaterina", "jekaterina", "kateryna"],
    &["oleksiy", "alexei", "alexey", "aleksei", "aleksey", "alexej", "oleksii"],
    &["mikhail", "michail", "mykhailo", "mikhael"],
    &["andrei", "andrey", "andriy", "andrej", "andrii"],
    &["abdullah", "abdallah", "abdulla"],
    &["hasan", "hassan"],
    &["said", "saeed", "sayeed"],
    &["omar", "umar", "omer"],
    &["osama", "usama", "ussama"],
    &["günter", "günther", "guenter", "guenther", "gunter", "gunther"],
    &["walter", "walther"],
    &["christoph", "christof", "kristof"],
    &["helmut", "helmuth", "hellmut"],
    &["matthias", "mathias"],
    &["stefanie", "stephanie"],
    &["javier", "xavier"],
    &["sofía", "sofia", "sophia", "sofie", "sophie"],
    &["sean", "shaun", "shawn", "seán"],
    &["graham", "graeme"],
    &["alan", "allan", "allen"],
    &["philip", "phillip", "filip", "philipp"],
    &["marc", "mark"],
    &["eric", "erik", "erich"],
    &["carl", "karl"],
    &["frederick", "frederic", "friedrich", "frederik"],
    &["teresa", "theresa", "therese"],
    &["sara", "sarah"],
    &["hannah", "hanna", "hana"],
    &["lindsay", "lindsey"],
    &["tracy", "tracey"],
];
