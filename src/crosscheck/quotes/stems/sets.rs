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
thing matter
accuse accused accusation charge charges charged
agree agreed approve approved approval
amount sum total
angry anger furious fury
apologise apologised apologize apology sorry
arrest arrested detain detained detention
attack attacked assault
bad worse worst poor terrible awful
ban banned forbid forbidden prohibit prohibited outlaw
become became
belong belongs own owned
blow setback
border frontier
call demand demanded urge urged appeal
carry carried transport
cause caused reason
change changed alter altered
cheap cheaper affordable
choice option alternative
citizen citizens resident residents inhabitant inhabitants
cost costs price prices
court judge ruling verdict
create created establish established found founded
cut reduce reduced reduction
damage damaged destroy destroyed destruction
delay delayed postpone postponed
difficult hard tough
early sooner
easy simple
enemy opponent rival
enough sufficient
event incident
evidence proof prove proved proven
examine examined inspect inspected inspection check checked
family families relatives relative
farmer farmers grower growers
fear afraid scared frightened worry worried concern concerned
fire blaze flames
firm company business enterprise
free freed release released
future ahead
goal aim target
good fine well better best
government ministers
guess estimate estimated
guilty culprit
happy glad pleased delighted
hospital clinic
ignore ignored disregard
illegal unlawful
important crucial vital essential
inquiry investigation investigate investigated probe
join joined
law legislation statute rule rules
lawyer solicitor attorney barrister
lie lied lying
limit limited cap
listen listened
long lengthy
machine equipment device
main chief primary
match game
mistaken erroneous
neighbour neighbours neighbor neighbors
new fresh
old aged ancient
order ordered command
parent parents mother father
part component piece
pass passed
pay wage wages salary salaries
peace truce ceasefire
place location site spot
plane aircraft jet
possible feasible
prison jail
problem trouble difficulty
protect protected protection shield defend defended
protest protested demonstration demonstrate demonstrated
public open
pupil pupils student students
question doubt doubts doubted
rain storm downpour
read reading
ready prepared prepare
receive received get got gotten obtain obtained
remain remained stay stayed
remember remembered recall recalled
repair repaired fix fixed mend mended
replace replaced replacement
report reported
rest remainder
result outcome
right correct
sad grief grieve
sea ocean
shop store
shout shouted yell yelled scream screamed
sick ill illness disease
side part
small little tiny
soldier soldiers troops army
staff crew team
story tale
strange odd weird
strong powerful
supply supplied provide provided
surprise surprised shock shocked
taxpayer taxpayers
teach taught teacher teachers
thank thanks thanked grateful
threat threaten threatened
time moment
tired exhausted weary
town city village
training train trained
trial test tested tests
true truth honest honestly
understand understood
use used using
useless pointless
victim victims casualty casualties
visit visited
vote voted ballot
wait waited
wall barrier
war conflict
wash washed clean cleaned
watch watched look looked
weak weaker
wear wore worn
weather climate
whole total
wife husband spouse
window glass
woods forest
word words language
world globe global
year years annual annually
young youth youngster";

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
prometer promesa
abogado abogada letrado
abrir abrio apertura
aceptar acepto aprobar aprobado aprobacion
acusar acuso acusacion denunciar denuncia
acuerdo pacto convenio
agua aguas
alcalde alcaldesa
amenaza amenazar amenazo
anciano ancianos mayores viejo viejos
apoyo apoyar respaldo respaldar
arreglar reparar reparacion arreglo
ataque atacar ataco agresion
aumentar aumento subir subida crecer crecio incremento
bajar baja descenso caer caida cayo reducir reduccion recorte recortar
barco buque nave
bueno mejor bien
buscar busco busqueda
calle via
cambiar cambio modificar
camino ruta carretera
cansado agotado
carcel prision preso presos
casa vivienda hogar
causa motivo razon
ciudad municipio pueblo localidad
coche auto vehiculo
compania empresa firma
comprar compra compro
conocer conocio
conseguir lograr logro obtener obtuvo
construir construyo construccion obra obras
coste costo precio caro
crear creo fundar
creer cree pensar piensa opinar
crisis apuro
culpa culpable responsable
dano danos destruir destruido destrozar
deber deben obligar obligatorio obligacion
decidir decidio decision
dejar deja dejo
detener detenido detencion arrestar arresto
dificil duro complicado
disculpa disculpas perdon
domicilio direccion
dormir durmio
duda dudar
edificio inmueble
ejercito soldado soldados militar militares militarizar tropas
elegir eleccion votar voto votacion
encontrar hallar hallo encontro
enfadado furioso rabia ira
enfermo enfermedad enfermos
ensenar maestro profesor docente
entender entiende comprender
enviar envio mandar
escribir escribio escrito
escuchar oir oyo
esconder escondido ocultar
esfuerzo intentar intento tratar
familia familiares parientes
feliz contento alegria alegre
firma firmar firmo
fuego incendio llamas
fuerte potente
fuga escapar huir huyo
ganar gano victoria
gobierno ejecutivo
grave serio
grande enorme gran
guardar guarda guardado
guerra conflicto
hablar hablo conversar dialogo dialogar
hambre comida comer
herido heridos herir lesion
hijo hijos hija
hombre hombres
hospital clinica sanatorio
huelga paro parar paramos
huelguista huelguistas trabajadores obreros operarios empleados plantilla
ida salir salio salida partir
importante clave esencial
investigar investigacion indagar
ir iba fue van
ladron robar robo
lento despacio
ley norma reglamento
libre liberar libertad
limpiar limpio lavar lavado
llamar llamada telefono
llegar llego llegada
llenar lleno
llevar lleva llevo
llorar lagrimas
lluvia tormenta temporal
mal peor malo
matar mato asesinar asesinato
medida medidas
menor pequeno
mentir mentira falso
miedo temor temer asustado
mirar miro
modo manera forma
mover mudar trasladar traslado
mujer mujeres
necesitar necesita necesario
nadie ninguno ninguna
negociar negociacion conversaciones
noche noches
nuevo reciente
oferta ofrecer ofrecido ofrecio
olvidar olvido
orden ordenar ordeno
paz tregua
pedir pide pidio solicitar solicitud
pelea pelear lucha luchar
perder perdio perdida
permitir permite permiso autorizar autorizacion licencia
permanecer quedar queda quedo
plan proyecto programa
plata sueldo sueldos salario salarios
pobre pobreza
poder puede pudo
policia agentes agente
posible factible
preguntar pregunta
preparar listo
primero inicial
prohibir prohibido prohibicion
prometer compromiso
proteger proteccion defender defensa
protesta protestar manifestacion
prueba pruebas demostrar
publico abierto
rapido veloz pronto
recibir recibio
recordar recuerdo
rechazar rechazo negar negativa
rescate rescatar salvar salvado
responder respuesta contestar
resultado desenlace
retraso retrasar aplazar demora
reunion reunir reunirse
rico riqueza
rio cauce
roto romper rompio
sed sediento
seguir continuar continua
sentencia fallo tribunal juez jueza
sentir siente
sorpresa sorprender
subvencion ayudas
sucio suciedad
sufrir sufrio padecer
terminar termino
tiempo plazo
tirar lanzar arrojar
tomar tomo
tonto absurdo
transporte transportar
triste tristeza
usar uso utilizar
vecino vecinos habitantes residentes
vender vendio venta
ver mirar
verdad cierto
viaje viajar
victima victimas
vida vivir
vigilar vigilancia
visita visitar
voz grito gritar
vuelta volver regreso regresar";
