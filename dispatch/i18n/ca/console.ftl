### Consola de la sala de coordinació.

board = Sala
skip-to-queue = Ves a la cua de trasllats
language-switch = Llengua
server-time = Hora del servidor
close = Tanca
loading = Carregant…
try-again = Torna-ho a provar
load-failed = No s’ha pogut carregar.
reason = Motiu
reason-hint = Escriu o tria un motiu
sending = Enviant…
done-at = fet a les { $time }

## Entrada
sign-in = Entra
signing-in = Entrant…
sign-out = Surt
sign-in-wrong = El nom d’usuari o la contrasenya no són correctes.
session-over = La sessió s’ha acabat: s’ha tancat en una altra finestra, ha caducat, o han canviat la contrasenya o el compte. Torna a entrar: el tauler continua, i el que estaves escrivint no s’ha perdut.
username = Nom d’usuari
password = Contrasenya

## Capçalera i connexió
units = Unitats
unit-state-free = lliure
unit-state-en-route = en ruta
unit-state-busy = ocupada
unit-state-off = fora de servei
unit-state-unknown = no se sap
unit-states-free = lliures
unit-states-en-route = en ruta
unit-states-busy = ocupades
unit-states-off = fora de servei
unit-states-unknown = sense dades
icu = UCI
icu-free = lliures
icu-unknown = { $count ->
    [0] Llits d’UCI d’adults lliures i totals
    [one] Llits d’UCI d’adults lliures i totals; falten les dades d’{ $count } hospital
   *[other] Llits d’UCI d’adults lliures i totals; falten les dades de { $count } hospitals
}
admin-elsewhere = Amb aquest compte s’administren els comptes: no veu cap trasllat, i aquesta pantalla no és per a ell.
admin-go = Ves als comptes
link-live = En directe
link-connecting = Connectant…
link-stale = Sense dades noves
stale-title = DADES NO ACTUALITZADES
stale-age = { $seconds ->
    [one] última dada fa { $seconds } segon
   *[other] última dada fa { $seconds } segons
}
stale-advice = si és urgent, assigna per telèfon
unstored-title = NO ES POT DESAR RES
unstored-advice = treballa amb el full imprès i el telèfon
unproposed-title = NO ES CALCULEN PROPOSTES
unproposed-advice = assigna a mà
unwatched-title = EL PROGRAMA NO HO VIGILA TOT
unwatched-advice = vigila-ho tu i avisa els tècnics
undone-since = des de les { $time }
undone-others = ni es vigilen: { $parts }
unwatched-escalation = sol·licituds sense resposta
unwatched-bundle = passos tardans
unwatched-holds = llits reservats
unwatched-grounds = decisions obertes
unwatched-pre-alerts = prealertes no vistes
blocked-stale = Dades no actualitzades: no es pot enviar cap ordre fins que en tornin a arribar.
blocked-role = Només lectura: ordenen els gestors de recursos i els metges coordinadors.

## Avisos
alert-new-p0 = Nova prioritat 0
alert-raised = Puja a prioritat 0
alert-rejected = L’hospital no accepta
alert-released = S’ha quedat sense unitat
alert-died = El pacient ha mort
alert-lost = Sense notícies del pacient de camí
alert-cancelled = L’emissor l’ha anul·lat, amb unitat
alert-gone = S’ha tancat mentre no hi havia connexió
alert-open = Obre
alert-acknowledge = L’he rebut
alerts-more = { $count ->
    [one] i { $count } avís més: mostra’l
   *[other] i { $count } avisos més: mostra’ls
}
alerts-fewer = només els tres primers

## Cua
queue = Cua de trasllats
filters = Filtres
filter-todo = Per fer
filter-asked = Consultats
filter-accepted = Acceptats
filter-assigned = Assignats
filter-outbound = Cap al pacient
filter-transit = En trasllat
filter-all = Tots
search-short = Cerca
search = Cerca número, hospital, unitat
search-found = { $count ->
    [one] 1 trobat: ↵ l’obre
   *[other] { $count } trobats
}
clear-filter = Treu el filtre
queue-empty = Cap trasllat obert · comprovat a les { $time }
queue-filtered-empty = Cap resultat amb aquest filtre.
rows-arrived = { $count ->
    [one] { $count } de nou al final
   *[other] { $count } de nous al final
}
changes-pending = { $count ->
    [one] { $count } canvi espera: actualitza l’ordre
   *[other] { $count } canvis esperen: actualitza l’ordre
}
column-priority = Prior.
column-number = Número
column-clock = Rellotge
column-route = Ruta
column-stage = Etapa
column-unit = Unitat
column-margin = Marge
column-age = Fa
column-who = Qui
column-state = Estat
column-place = Lloc
column-position = Posició
column-hospital = Hospital
column-level = Nivell
column-free = Lliures
column-reported = Dada de fa
needs-action = per fer
row-gone = ja no és a la cua
row-new = nou: encara fora d’ordre
nobody-yet = cap hospital encara
route-to = cap a
route-onward = continua cap a { $hospital }
route-agreed = acordat: { $hospital }
route-asked = consultat: { $hospital }
no-answer-yet = sense resposta
declined-count = { $count ->
    [one] { $count } hospital ha dit que no
   *[other] { $count } hospitals han dit que no
}
clock-up = temps des de l’acord o la sol·licitud
clock-down = temps fins al final de la finestra
clock-stopped = temps quan la unitat ha arribat al pacient
margin-meaning = Final de la finestra menys arribada prevista al pacient
margin-guess = Encara no hi ha unitat: temps que queda de finestra
margin-no-unit = sense unitat
standing-ok = bé
standing-risk = just
standing-late = tard
standing-none = sense termini
standing-asked = decidir

## Mapa, unitats i llits
side-panel = Mapa i llistes
side-map = Mapa
side-units = Unitats
side-beds = Llits
side-failed = No s’ha pogut carregar aquest quadre. La resta funciona.
map-label = Mapa de Catalunya: hospitals, trasllats i unitats. Tot el que mostra és també a les llistes.
map-fit = Tot
map-fit-words = Mostra tot el territori
map-fit-selection = Trasllat
map-fit-selection-words = Mostra el trasllat obert
map-zoom-in = Acosta
map-zoom-out = Allunya
map-legend = Llegenda
filter-units = Filtra: SVA lliure Mataró
no-units = Cap unitat amb aquest filtre.
no-beds = Cap hospital ha informat de llits.
beds = Llits
beds-held = { $count ->
    [one] { $count } de reservat
   *[other] { $count } de reservats
}
beds-closed = tancat
beds-by-phone = Dada rebuda per telèfon. Substitueix l’anterior.
beds-total = Llits dotats
beds-used = Ocupats
beds-meanwhile = Mentrestant ha arribat una altra dada: { $free } de { $total } lliures. La teva la substituirà.
number-needed = Cal un nombre enter.
time-needed = Escriu l’hora així: 14:30.
unit-set = Passa a
set-station = En servei, a la base
set-other_mission = En un altre servei
set-out_of_service = Fora de servei
unit-until = Lliure a les
unit-until-hint = Buida si no se sap
unit-serves = Ara fa un trasllat: el seu estat el marca el trasllat.
now = Ara
until = fins a { $time }
fix-unknown = desconeguda (fa { $age })
provisional-word = provisional

## Detall
detail = Trasllat
detail-closed = Aquest trasllat ja no és al tauler: s’ha tancat o ja no et pertoca.
bedside = llit { $place }
was-raised = la prioritat ha pujat
patient = Pacient
needs = Necessita
needs-none = cap suport especial
clinical-hidden = Les dades clíniques només les veuen els metges que hi intervenen i la dotació.
condition = Estat
condition-hidden = L’estat del pacient el canvien els metges o la dotació.
conflict-title = No s’ha fet: la situació ha canviat
conflict-keep = Deixa-ho com està
conflict-again = Torna-ho a provar
conflict-unit = Assigna una altra unitat
conflict-hospital = Consulta un altre hospital
changed-by = { $who }, fa { $age }
armed-changed = No s’ha fet res: el que anaves a confirmar ha canviat
armed-was = Deia «{ $words }».
armed-now = Ara diu «{ $words }».
armed-gone = Ara ja no es pot confirmar.
armed-read = Entesos
armed-read-form = Ho he llegit: continua
hospital-proposals = Hospital receptor
own-hospital-suffices = L’hospital emissor ja té el nivell que cal.
no-candidates = Cap hospital proposat. Cal decidir-ho per telèfon.
ask-hospital = Consulta { $hospital }
ask-this = Consulta aquest
asked-now = Consultat: esperant la resposta de l’intensivista
other-hospitals = { $count ->
    [one] { $count } hospital més
   *[other] { $count } hospitals més
}
why-not-others = { $count ->
    [one] Per què no l’altre
   *[other] Per què no els altres { $count }
}
minutes-road = { $minutes } min per carretera
beds-free = { $beds ->
    [one] { $beds } llit lliure
   *[other] { $beds } llits lliures
}
beds-not-known = llits lliures: no se sap
has-declined = { $hospital } ha dit que no: { $reason }
override-declined = Els proposats abans han dit que no
override-closer = És més a prop del que sembla
override-equipment = Té l’equipament que cal
override-phone = Acordat per telèfon
override-crew = Ho demana la dotació
override-road = Carretera tallada o mal temps
override-capacity = La capacitat ha canviat
unit-proposals = Unitat
unit-of-transfer = Unitat del trasllat
no-proposal-yet = L’optimitzador encara no ha proposat cap unitat.
nobody-can-go = Ara mateix no hi pot anar cap unitat.
unit-diverted = Això treu { $unit } del seu trasllat:
unit-after = Proposada després de { $number }: encara no es pot confirmar.
confirm-unit = Assigna { $unit }
assign-this = Assigna aquesta
other-units = { $count ->
    [one] { $count } unitat més, i per què no
   *[other] { $count } unitats més, i per què no
}
not-proposed = no proposada
bedside-in = amb el pacient en { $minutes } min
arrival-in = receptor en { $minutes } min
bedside-short = pacient { $time }
bedside-short-overdue = pacient: passa de les { $time }
bedside-at = amb el pacient { $time }
bedside-at-overdue = amb el pacient: previst { $time }, no s’hi ha dit
arrival-at = receptor { $time }
arrival-at-overdue = receptor: previst { $time }, no s’hi ha dit
margin-of = marge { $margin }
manual-unit = Una altra unitat
choice-gone = El que havies triat ja no hi és: tria de nou.
choose-unit = Tria o escriu…
proof-best = Demostrat: cap altre pla és millor
proof-quick = Resposta ràpida, sense demostrar: { $because }
proof-because-no_time = l’optimitzador no ha respost a temps
proof-because-starting = l’optimitzador encara s’està engegant
proof-because-failed = l’optimitzador ha fallat
proof-because-unknown = sense l’optimitzador
proof-nobody = No demostrat: { $far }
proof-p0 = El millor demostrat per a prioritat 0; { $far }
proof-patients = El millor demostrat per als pacients; { $far }
far-unserved_p0 = potser hi ha unitat per a { $gap } P0 més
far-max_p0_response = la P0 més lenta, com a molt a { $gap } min del millor
far-sum_p0_response = les P0 juntes, com a molt a { $gap } min del millor
far-unserved_3h = potser hi ha unitat per a { $gap } més
far-broken_windows = potser { $gap } més arribarien a temps
far-total_lateness = el retard total, com a molt a { $gap } min del millor
far-cost = cost com a molt un { $percent } % per sobre del millor
far-unknown = no se sap quant lluny és el millor
proof-level = { $level }: { $value }, demostrat
proof-level-open = { $level }: { $value }, sense demostrar; el millor no baixa de { $bound }
proved-unserved_p0 = P0 sense unitat
proved-max_p0_response = resposta P0 més llarga
proved-sum_p0_response = resposta P0 total
proved-unserved_3h = 3 h sense unitat
proved-broken_windows = finestres perdudes
proved-total_lateness = retard total
proved-cost = cost
travel-source-osrm = minuts d’OSRM
travel-source-valhalla = minuts de Valhalla
travel-source-matrix = minuts de les carreteres incorporades
travel-source-straight_line = minuts en part en línia recta
computed-in = calculat en { $seconds } s
computed-ago = fa { $age }
proposal-old = proposta antiga
checklist = Llista de verificació
checklist-open = Esperant les quatre respostes de { $hospital }.
checklist-agreed = Acord 4 de 4: { $person }, { $hospital }, { $time }
checklist-version = Versió { $version }
actions = Accions
record-progress = Registra un pas de la dotació
record = Registra
step = Pas
occurred-at = Hora (buida: ara)
occurred-at-paper = Hora del pas que diu el paper
change-condition = Canvia l’estat del pacient
raise-priority = Puja a prioritat 0
lower-priority = Baixa a fins a 3 h
only-doctors-lower = La prioritat la baixa el metge coordinador o l’intensivista.
release-unit = Allibera la unitat
cancel-transfer = Anul·la el trasllat
patient-on-board = El pacient ja viatja: el trasllat no es pot anul·lar, ni se’n pot treure la unitat.
transfer-closed = Aquest trasllat és tancat: ja no es pot anul·lar, desviar ni canviar-ne la prioritat.
reason-worse = El pacient empitjora
reason-better = El pacient millora
reason-doctor = Ho demana el metge responsable
reason-breakdown = Avaria o incident de la unitat
reason-more-urgent = La unitat cal en un trasllat més urgent
reason-mistake = S’ha fet per error
reason-limits = Es limita el tractament de suport vital
reason-other-way = El pacient va per una altra via
timeline = Línia de temps
recorded-at = registrat { $time }

## Tecles
key-legend = Tecles
keys-on = Tecles d’una sola lletra actives
key-next-todo = següent per fer
key-previous-todo = anterior per fer
key-down = fila següent
key-up = fila anterior
key-open = obre
key-close = tanca el detall
key-accept = primera proposta; Retorn confirma
key-manual = una altra unitat
key-search = cerca
key-apply-order = actualitza l’ordre de la cua
key-show-alerts = tots els avisos
key-acknowledge = he rebut l’avís
key-show-map = mapa
key-show-units = unitats
key-show-beds = llits
key-filter = filtres de la cua
