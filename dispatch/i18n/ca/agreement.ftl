### L’acord entre dos metges: qui és de guàrdia, qui no respon, què s’ofereix, què es diu per telèfon.

## Guàrdies
post-first = primer intensivista
post-second = segon intensivista
post-head = cap de guàrdia
nobody = ningú
duty-roster = Llista de guàrdia
duty-now = De guàrdia ara: { $people }
duty-nobody-now = Ara no hi ha ningú a la llista de guàrdia d’aquest hospital.
duty-not-you = Ara no ets a la llista de guàrdia: no pots respondre. Apunta-t’hi o avisa qui hi és.
duty-hint = Decideix a qui es pregunta i qui pot acordar. L’hora és la del rellotge de la paret.
duty-person = Qui
duty-post = Com a
duty-starts = Des de
duty-ends = Fins a
duty-add = Afegeix a la guàrdia
duty-end = Acaba ara
duty-withdraw = Retira
duty-running = de guàrdia ara
duty-ended-by = acabada per { $person }
duty-none = Cap guàrdia escrita.
duty-nobody-employed = Aquest hospital no té cap compte d’intensivista.
duty-choose = Tria…
duty-hospital = Hospital

## Sense resposta
rung-repeat = es torna a preguntar
rung-second = segon intensivista
rung-head = cap de guàrdia
rung-coordinating = metge coordinador
event-transfer-escalated = { $hospital } no respon: { $rung } ({ $doctors })
escalation = Sense resposta
escalation-asked = Preguntat a: { $doctors }
escalation-step = { $time } · { $rung } · { $doctors }
escalation-next = Si no respon: { $rung } a les { $time }
escalation-end = S’ha preguntat a tothom. Ara decideix el metge coordinador: truca, o demana-ho a un altre hospital.

## Contraofertes
offer-after_resuscitation = després de la ressuscitació
offer-other_hospital = en un altre hospital
offer-later = més tard
event-transfer-countered = { $hospital } no pot ara, però proposa: { $offer }
event-transfer-agreement-confirmed = { $hospital }: l’intensivista confirma l’acord donat per telèfon
offers = Contraofertes
offer-line = { $hospital }: { $offer } { $detail }
offer-from = a partir de les { $time }
counter-open = Sí, però no aquí i ara
counter-hint = El pacient no queda rebutjat: mentrestant es demana al següent hospital.
counter-kind = Què proposes?
counter-suggested = Quin hospital
counter-available = A partir de quan
counter-send = Envia la contraoferta

## Per telèfon
phone-agreement = Acord per telèfon
phone-hint = Només per a un metge de guàrdia de l’hospital preguntat. El confirmarà ell mateix.
phone-doctor = Metge que acorda
phone-read-back = He rellegit les quatre respostes al metge i les ha donat per bones
phone-record = Registra l’acord
event-by-phone = per telèfon: ho ha escrit { $recorder } en nom de { $person }
event-phone-confirmed = confirmat
event-phone-unconfirmed = ENCARA NO CONFIRMAT
event-phone-denied = NEGAT
phone-unconfirmed = Acord per telèfon, escrit per { $recorder }: { $person } encara no l’ha confirmat.
phone-disputed = { $person } nega aquest acord telefònic ({ $time }): { $reason }
phone-confirmed = Acord per telèfon, escrit per { $recorder }; confirmat per { $person } a les { $time }.
phone-confirm = Confirmo aquest acord
supporting-data = Dades
supporting-stated-no-limits = Qui demana diu que no hi ha limitació del suport vital.

refused-not_on_duty = No consta a la llista de guàrdia d’aquest hospital ara mateix. Només respon qui és de guàrdia.
refused-shift_order = La guàrdia ha d’acabar després de començar.
refused-shift_over = Aquesta guàrdia ja s’ha acabat.
refused-shift_too_long = La guàrdia és massa llarga. Permès: { $allowed }.
refused-wall_time_missing = Aquesta hora no existeix: el rellotge la salta ({ $value }).
refused-unknown_shift = Aquesta guàrdia no existeix.
refused-offer_needs_hospital = Digues quin altre hospital.
refused-offer_needs_time = Digues a partir de quan, més tard que ara.
refused-not_four_yes = Per telèfon només es registra un acord, 4 de 4. Si és que no, demana-ho a un altre hospital.
refused-read_back_needed = Cal rellegir les respostes al metge abans de registrar-les.
refused-nothing_to_confirm = Aquest trasllat no té cap acord pendent de confirmar.
refused-not_your_agreement = Només ho pot confirmar qui ho va acordar: { $person }.

## Pàgines
page-fault-offer = Tria què proposes
page-fault-wall = Escriu el dia i l’hora, per exemple 22/11/2026 20:00
page-fault-person = Tria qui fa la guàrdia
page-fault-post = Digues com a què fa la guàrdia
page-done-offered = Contraoferta enviada. Mentrestant es demana al següent hospital.
page-done-confirmed = Acord confirmat.
page-done-duty = Llista de guàrdia actualitzada.

## Consola
side-duty = Guàrdies
duty-hours = Durant
alert-unanswered = Ningú no respon
