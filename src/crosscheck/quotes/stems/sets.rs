//! Irregular forms and everyday synonyms, a set a line.

pub(super) const ENGLISH: &str = "\
go goes went gone going leave leaves left depart
know knew known aware
hear heard
see saw seen
give gave given
take took taken
come came coming arrive
hold held
break broke broken burst
lose lost loss
keep kept
find found discover
think thought believe opinion
buy bought purchase
pay paid payment
send sent dispatch
spend spent
build built construct
sell sold sale
bring brought
fall fell fallen drop decrease decline
rise rose risen increase grow grew grown
begin began begun start
write wrote written
choose chose chosen
steal stole stolen theft
feel felt
meet met meeting
run ran
stand stood
win won victory
fight fought battle
catch caught
drive drove driven
fly flew flown flight
sink sank sunk
throw threw thrown
hide hid hidden
strike struck hit
lead led
mean meant
speak spoke spoken talk discuss discussion conversation
man men
woman women
child children kid kids
person people
foot feet
life lives
die died death dead
kill killed
close closed shut closure
decide decision decided
deal agreement accord pact
only alone sole solely
swap exchange
room space
perhaps maybe possibly
alarm siren sirens alarms
telephone phone call calls
end finish stop stopped halt cease
house home
help aid assistance
hurt injure injury wound
job post position
big large great huge
money fund funds cash funding
promise pledge vow
quick fast rapid
sack fire dismiss dismissal
save rescue
noise sound
street road
sure certain confident confidence
want wish seek sought
warn warning alert
wrong mistake error
hopeful optimistic hope optimism
ship vessel
car vehicle
fail failed failure collapse
fault blame
back support backed
doctor physician
nurse nurses nursing
police officers
whole entire full complete
allow permit let
need require necessary
try attempt
show reveal
buyer owner
worker employee staff
boss chief head
safe safety secure
danger dangerous risk
rich wealthy
poor poverty
answer reply response
proposal plan scheme
refuse reject decline
ask request
sign signature
trust confidence
hope expect
move transfer shift
patient patients
thing matter";

pub(super) const GERMAN: &str = "\
gehen geht ging gingen gegangen
kommen kommt kam kamen gekommen
wissen weiss wusste wussten gewusst
sehen sieht sah sahen gesehen
stehen steht stand standen gestanden
nehmen nimmt nahm nahmen genommen
geben gab gaben gegeben
finden fand fanden gefunden
bleiben bleibt blieb blieben geblieben
halten haelt hielt hielten gehalten
lassen laesst liess liessen gelassen
verlieren verliert verlor verloren
bekommen bekam erhalten erhielt
sprechen spricht sprach gesprochen reden redet
schliessen schliesst schloss geschlossen
helfen hilft half geholfen hilfe
fallen faellt fiel gefallen
steigen stieg gestiegen
brechen bricht brach gebrochen
schreiben schrieb geschrieben
treffen trifft traf getroffen
denken denkt dachte gedacht glauben
bringen brachte gebracht
luegen log gelogen belogen luege
werfen warf geworfen
verkaufen verkauft verkauf
zahlen zahlt bezahlen bezahlt gezahlt
geld mittel gelder
arbeit arbeiten stelle stellen job
haus heim
anfangen beginnen begann begonnen
ende enden aufhoeren schluss
kinder kind
leute menschen
fehler irrtum schuld
verein klub club
gehalt loehne lohn gehaelter
wahrheit wahr
versprechen versprach versprochen zusage zugesagt
vertrauen vertraut
rettung retten gerettet
grund ursache";

pub(super) const SPANISH: &str = "\
hacer hace hizo hicieron hecho hecha
decir dice dijo dicho
tener tiene tienen tuvo tuvieron tenido
venir viene vino vinieron
saber sabe supo sabia
querer quiere quiso querian
poner pone puso puesto
ver visto vio vieron
dar dio dieron dado
morir muerte muerto fallecer fallecido fallecio
dinero fondos
empezar comenzar empezo comenzo inicio iniciar
terminar acabar fin final
nino nina ninos ninas menores
alumno alumnos escolares estudiantes
escuela colegio
medico doctor
seguro segura seguridad
peligro riesgo
error fallo equivocacion
casa hogar
ayuda ayudar
trabajo empleo
padres familias
cerrar cierre cerrado
abrir abierto apertura
pagar pago
vacuna vacunas vacunar vacunacion
esperar espera
prometer promesa";
