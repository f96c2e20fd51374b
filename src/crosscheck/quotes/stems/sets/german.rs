//! Irregular forms and everyday synonyms of German, a set a line.

pub(in crate::crosscheck::quotes::stems) const SETS: &str = "\
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
grund ursache
abstimmen abstimmung stimme stimmen waehlen wahl
aendern aenderung veraendern wandel
angst fuerchten fuerchtet befuerchten sorge sorgen besorgt
angreifen angriff attacke attackieren
anklage anklagen beschuldigen vorwurf vorwerfen
antrag beantragen beantragt
anwohner bewohner nachbar nachbarn
arzt aerztin mediziner doktor
aufklaeren aufklaerung untersuchen untersuchung ermitteln ermittlung pruefen pruefung
ausschliessen ausgeschlossen
auto wagen fahrzeug
beamte beamter polizist polizei
beenden aufhoeren stoppen gestoppt
bedauern entschuldigen entschuldigung leid
beleg beweis beweisen nachweis
bitten bitte bat gebeten
boot schiff
brand feuer
brauchen benoetigen noetig notwendig
buerger einwohner
chef leiter chefin leiterin
dorf ort gemeinde stadt
eigen besitz besitzen gehoeren
einig einigung vereinbarung abkommen
entscheiden entscheidet entschied entschieden entscheidung beschluss beschliessen beschlossen
erklaeren erklaerung
erlauben erlaubt genehmigen genehmigung erlaubnis
erleben erlebt erlebnis
erst zuerst
falsch irrig
familie angehoerige eltern
fahren faehrt fuhr gefahren fahrt
firma unternehmen betrieb konzern
fluss strom
fordern forderung verlangen
fragen frage
frau frauen
frei freilassen
freuen froh freude gluecklich
frueh frueher
gefahr gefaehrlich risiko
gehoeren angehoeren
geschehen geschah passieren passiert vorfall
gesetz vorschrift regel
gewinnen gewann gewonnen sieg
gross riesig gewaltig
gut besser bestens
hoeren hoert gehoert
hoffen hoffnung
huegel berg
idee einfall
jagen jagd
jung jugend jugendliche
kaempfen kampf
kauf kaufen kaufte gekauft
kennen kannte gekannt
klein winzig
klinik krankenhaus spital
kosten preis teuer
koennen kann konnte
krank krankheit erkrankt
krieg konflikt
kuerzen kuerzung senken gesenkt
lachen gelacht
lange laenger
leben lebt gelebt
lehrer lehrerin
leiden leidet litt
lernen gelernt schueler
liegen liegt lag gelegen
loesen loesung
luft atem
machen tun tat getan
maedchen junge
mangel fehlen fehlt
mitarbeiter beschaeftigte angestellte personal
mord toeten getoetet tot tote sterben starb gestorben
muede erschoepft
neu frisch
niemand keiner niemandem keinem
oeffnen geoeffnet oeffnung auf
ordnung ordentlich
patient patienten verletzte verletzten
plan vorhaben konzept
plotz ploetzlich
politik politiker
problem schwierigkeit
protest protestieren demonstration demonstrieren
rauben raub diebstahl stehlen gestohlen
recht richtig
rede ansprache
regierung kabinett
reichen genuegen genug
reparieren reparatur
rufen gerufen anrufen telefon
ruhe still leise
schaden beschaedigt beschaedigen zerstoeren zerstoert
schicken schickt geschickt senden gesandt
schicksal los
schlafen schlief geschlafen
schlecht schlimm uebel
schnell rasch zuegig
schrei schreien geschrien
schule schulen
schutz schuetzen geschuetzt
schwer schwierig
see meer
sicher sicherheit
soldat soldaten armee truppen
spaet verspaetung verzoegerung
spiel partie
stark kraeftig
strasse weg
streik streiken ausstand
suchen sucht gesucht suche
tag tage
teil stueck
tor tore
tragen traegt trug getragen
trauer traurig
trinken trank getrunken
ueberraschen ueberrascht ueberraschung
unfall unglueck
unterstuetzen unterstuetzung
urteil gericht richter
vater mutter
verbieten verboten verbot
verbessern verbesserung
vergessen vergisst vergass
verhandeln verhandlung gespraech gespraeche
verhaften festnehmen festgenommen festnahme
verletzen verletzt verletzung
verschieben verschoben
verstehen versteht verstand verstanden
versuchen versucht versuch
vertrag kontrakt
vorbereiten vorbereitet bereit
wachsen waechst wuchs gewachsen
warnen warnung gewarnt
warten wartet gewartet
wasser nass
weinen traenen
wetter sturm
wichtig entscheidend
wohnen wohnung
wollen will wollte
wut wuetend zornig
zeigen zeigt gezeigt
ziel zweck
zug bahn
zukunft kuenftig
zweifel zweifeln bezweifeln";
