### Pàgines de metges i dotacions. Funcionen sense cap script.

page-skip = Ves al contingut
page-language = Llengua
page-sign-in = Entra
page-sign-out = Surt
page-sign-in-as = Entra com a { $name }
page-label-username = Nom d’usuari
page-label-password = Contrasenya
page-demo-title = Persones de la demostració
page-demo-hint = Cap d’aquestes persones no existeix. Tria’n una per entrar amb el seu perfil.
page-person = Persona
page-place = Lloc
page-trouble = No s’ha pogut mostrar
page-go-home = Ves a la teva pantalla
page-defect = Hi ha hagut un error nostre i ha quedat registrat. Torna enrere i prova-ho un altre cop. Si és urgent, truca a la central.
page-checked = Comprovat a les { $time }
page-stale = DADES NO ACTUALITZADES: no arriba res de nou. Si és urgent, truca a la central.
page-desk-phone = Telèfon de la central: { $phone }
page-news = Hi ha novetats.
page-reload = Actualitza
page-warning = Atenció
page-next = Ara toca

## Temps
page-ago-min = { $minutes ->
    [0] ara mateix
   *[other] fa { $minutes } min
}
page-ago-hours = fa { $hours } h { $minutes } min
page-ago-days = { $days ->
    [one] fa { $days } dia
   *[other] fa { $days } dies
}
page-left-min = en queden { $minutes } min
page-left-hours = en queden { $hours } h { $minutes } min
page-left-days = { $days ->
    [one] en queda { $days } dia
   *[other] en queden { $days } dies
}
page-over-min = passada de { $minutes } min
page-over-hours = passada de { $hours } h { $minutes } min
page-over-days = { $days ->
    [one] passada d’{ $days } dia
   *[other] passada de { $days } dies
}

## El que s’ha omplert
page-faults-title = Hi ha alguna cosa per corregir
page-fault-mark = Error
page-fault-username = Escriu el nom d’usuari
page-fault-password = Escriu la contrasenya
page-fault-care = Indica si el pacient és adult o pediàtric
page-fault-condition = Tria l’estat del pacient
page-fault-has_treatment_limits = Indica si hi ha limitació del tractament de suport vital
page-fault-needs-icu = Indica si necessita un llit d’UCI
page-fault-patient_reference = Escriu el CIP o el número d’història
page-fault-bedside = Escriu on és el pacient
page-fault-contact_phone = Escriu un telèfon directe
page-fault-reason = Escriu el motiu
page-fault-count = cal un nombre sense decimals
page-fault-unanswered = Respon la pregunta { $number }: { $question }
page-fault-answer-no = Amb un «No» no es pot acceptar. Si no és un error, tria un motiu a «No puc acceptar»

## Fet
page-done-requested = Sol·licitud enviada. Ara tria l’hospital que vols consultar.
page-done-asked = Consulta enviada. L’intensivista ja la veu.
page-done-condition = Estat del pacient actualitzat. Tothom qui hi intervé ja el veu.
page-done-cancelled = Trasllat anul·lat.
page-done-accepted = Has acceptat el trasllat: acord 4 de 4. El llit queda reservat.
page-done-declined = Resposta enviada: no s’accepta. Es consultarà un altre hospital.
page-done-handed_over = Transferència feta. El pacient és responsabilitat vostra.
page-done-beds = Llits actualitzats.
page-done-step = Pas registrat.
page-done-status = Estat de la unitat actualitzat.

## Llista i nova sol·licitud
page-requests = Els trasllats del teu hospital
page-requests-none = Cap trasllat obert · comprovat a les { $time }
page-new-request = Nova sol·licitud
page-new-hint = Amb aquests camps n’hi ha prou per enviar-la. Les dades opcionals es poden omplir ara o més tard.
page-requested = sol·licitat { $ago }
page-bedside-of = Lloc: { $place }
page-to = cap a { $hospital }
page-from = des de { $hospital }
page-asking = consultat: { $hospital }
page-label-care = Pacient
page-label-condition = Estat
page-leads-P0 = → prioritat 0, immediat
page-leads-3h = → fins a 3 h
page-label-hypotensive = Continua hipotens després dels fluids
page-label-limits = Té limitació del tractament de suport vital?
page-hint-limits = Si en té, el codi no s’activa i l’atenció bàsica continua. En cas de dubte, parla-ho amb la central abans d’enviar.
page-label-icu = Necessita un llit d’UCI?
page-label-needs = Què més necessita?
page-hint-needs = Marca tot el que calgui. Si no cal res, deixa-ho en blanc.
page-label-patient = CIP o número d’història
page-hint-patient = Només serveix per no repetir la sol·licitud: es converteix en un codi i no es desa.
page-label-bedside = On és el pacient
page-hint-bedside = Per exemple: Urgències, box 4
page-label-phone = Telèfon directe
page-hint-phone = Del metge o metgessa que atén el pacient
page-optional = Dades clíniques (opcionals)
page-optional-hint = El que no se sàpiga es deixa en blanc: es mostrarà com a «no se sap».
page-label-antibiotic = Antibiòtic, hora de la primera dosi
page-send-request = Envia la sol·licitud

## El trasllat
page-awaited-requested = cal triar l’hospital que es vol consultar
page-awaited-asked = ha de respondre l’intensivista · { $hospital }
page-awaited-accepted = la central ha d’assignar una unitat
page-awaited-assigned = la dotació ha de confirmar l’avís · { $unit }
page-awaited-notified = la dotació ha de sortir · { $unit }
page-awaited-en_route = la unitat ve cap al pacient · { $unit }
page-awaited-at_patient = la dotació prepara el pacient · { $unit }
page-awaited-departed = el pacient va cap a { $hospital } · { $unit }
page-awaited-arrived = l’equip receptor ha de fer la transferència · { $hospital }
page-awaited-handed_over = res més: el trasllat s’ha tancat
page-awaited-cancelled = res més: el trasllat s’ha anul·lat
page-asked-since = consultat { $ago }
page-asked-at = Consultat a les { $time } ({ $ago })
page-window = Prioritat
page-since-request = Sol·licitat { $ago }.
page-window-ends = La finestra acaba a les { $time }: { $left }.
page-window-not-yet = La finestra comença amb l’acord 4 de 4.
page-window-met = La unitat ha arribat al pacient a les { $time }.
page-hospitals = Hospitals receptors proposats
page-own-suffices = El teu hospital ja té el nivell que cal per a aquest pacient. Revisa si el trasllat és necessari.
page-road = { $minutes } min per carretera
page-beds-unknown = llits lliures: no se sap
page-beds-closed = admissió tancada
page-reported = actualitzat { $ago }
page-ask = Consulta aquest hospital
page-ask-other = Consulta aquest, amb un motiu
page-ask-another = Consulta un altre hospital
page-ask-instead = Ara la consulta és aquí: { $hospital }. Si en consultes un altre, deixarà de veure-la.
page-label-override = Per què aquest i no el primer proposat
page-hint-override = Queda escrit a la línia de temps
page-override-declined = El proposat primer ha dit que no
page-no-hospitals = Cap hospital proposat. Truca a la central.
page-not-proposed = { $count ->
    [one] Per què no { $count } hospital més
   *[other] Per què no { $count } hospitals més
}
page-declined = Han dit que no
page-agreed-by = Acord 4 de 4: { $person }, { $time }
page-unit = Unitat
page-expected = previst { $time }
page-expected-overdue = era previst { $time }: passa de l’hora
page-expected-bedside = Amb el pacient: previst { $time }
page-expected-bedside-overdue = Amb el pacient: era previst { $time } i no ha arribat, que se sàpiga
page-expected-arrival = Arribada: prevista { $time }
page-expected-arrival-overdue = Arribada: era prevista { $time } i no ha arribat, que se sàpiga
page-pending = pendent
page-responsible = Responsable ara
page-responsible-referring = { $person }, { $hospital }
page-responsible-crew = Dotació de { $unit }, fins a la transferència
page-responsible-crew-last = Última al càrrec: la dotació { $unit }
page-responsible-receiving = Equip receptor, { $hospital }
page-journey = Passos
page-sent = El que has enviat
page-patient = Pacient
page-needs = Necessita
page-needs-none = cap suport especial
page-unusual = anormal
page-unusual-legend = «Anormal»: fora dels límits proposats per a adults (d’un infant, només el Glasgow), pendents de validació clínica.
page-changed = El pacient ha canviat
page-changed-hint = Corregeix el que hagi canviat. Si passa a xoc sèptic o fallada multiorgànica, la prioritat puja a l’instant.
page-send-change = Envia el canvi
page-cancel = Anul·la el trasllat
page-cancel-hint = El trasllat es tanca per a tothom. El llit i la unitat queden lliures.
page-label-reason = Motiu
page-cancel-send = Anul·la’l
page-keep = No l’anul·lis

## Intensivista
page-answers = Consultes a la teva UCI
page-waiting = Esperen la teva resposta
page-waiting-none = Cap consulta pendent · comprovat a les { $time }
page-answer-now = Obre i respon
page-coming = Acceptats
page-coming-none = Cap pacient acceptat en camí.
page-own-beds = Els teus llits
page-beds-counts = { $total } en total · { $used ->
    [one] { $used } ocupat
   *[other] { $used } ocupats
} · { $held ->
    [one] { $held } reservat
   *[other] { $held } reservats
}
page-report-beds = Actualitza els llits
page-beds-hint = Compta els llits amb personal. Els reservats per acords es mantenen a part.
page-label-total = Llits en total
page-label-used = Ocupats
page-send-beds = Desa
page-call = Truca: { $person }
page-facts = Dades del pacient
page-checklist = Llista de verificació, 4 de 4
page-version = versió { $version }
page-evidence = Mira: { $evidence }
page-accept = Accepto el trasllat
page-decline = No puc acceptar
page-decline-why = Per què no?
page-reasons-here = No pot ser en aquest hospital: se’n consultarà un altre
page-reasons-patient = Ara el pacient no s’ha de traslladar
page-decline-send = Envia que no
page-take-over = Ens fem càrrec del pacient

## Dotació
page-step-notified = Avís rebut
page-step-en_route = Sortim cap al pacient
page-step-at_patient = Som amb el pacient
page-step-departed = Sortim amb el pacient
page-step-arrived = Hem arribat a l’hospital receptor
page-step-handed_over = Transferència feta
page-pick-up = Recollida
page-navigate = Obre al mapa
page-unit-status = Estat de la unitat
page-mission-none = Cap missió ara · comprovat a les { $time }
page-in-service = En servei
page-out-of-service = Fora de servei
page-position-sent = Posició enviada a les
page-position-failed = Posició no enviada: es tornarà a provar.
page-position-off = Aquest aparell no dona la posició. La resta funciona igual.
page-position-script = Sense JavaScript no s’envia la posició. La resta funciona igual.
