//! Irregular forms and everyday synonyms of Spanish, a set a line.

pub(in crate::crosscheck::quotes::stems) const SETS: &str = "\
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
