## Llits: notícies, tancaments, reserves

page-beds-old = llits lliures: no se sap (últim informe { $ago })
page-closed-until = Tancat fins a les { $time }: { $reason } ({ $person })
page-overridden = { $count ->
    [one] demanat igualment { $count } vegada
   *[other] demanat igualment { $count } vegades
}
page-close-beds = Tanca l’admissió
page-close-hint = Surt com un avís amb el motiu i el vostre nom, i acaba sol. Si cal, us poden demanar llit igualment escrivint per què.
page-label-closure-reason = Motiu del tancament
page-label-closure-hours = Durant quantes hores
page-closure-hours = { $hours } h
page-send-closure = Tanca
page-open-beds = Torna a obrir l’admissió
page-fault-closure-reason = Escriviu el motiu del tancament
page-done-closed = Admissió tancada.
page-done-opened = Admissió oberta.
page-done-kept = El llit es continua reservant.
page-ask-despite = Demana-hi igualment
page-label-override-despite = Per què aquest, tot i estar tancat o ple
page-asked-although = Us ho demanen tot i això: { $despite }. Motiu: { $reason }
despite-closed = admissió tancada
despite-full = cap llit lliure
page-hold = Llit reservat
page-hold-until = Reservat fins a les { $time } si cap unitat no ha arribat abans al pacient.
page-hold-arrival = Reservat fins que arribi el pacient.
page-hold-none = La reserva ha caducat: ara no hi ha cap llit reservat per a aquest pacient.
page-keep-bed = Mantén el llit
refused-closure_end = Digueu fins quan: dins de les pròximes { $most_h } hores.
refused-closed_or_full = { $despite ->
    [closed] Aquest hospital té l’admissió tancada: escriviu per què l’hi demaneu igualment.
    [full] Aquest hospital no té cap llit lliure: escriviu per què l’hi demaneu igualment.
   *[other] Aquest hospital té l’admissió tancada i cap llit lliure: escriviu per què l’hi demaneu igualment.
}
refused-not_closed = L’admissió no està tancada.
refused-closure_changed = { $person } hi ha posat un altre tancament ({ $closed_at }): { $reason }, fins a { $ends_at }. No és el que heu vist: mireu-lo i torneu a decidir.
event-transfer-bed-hold-expired = La reserva del llit ha caducat
event-transfer-bed-kept = El llit es continua reservant
event-capacity-closed = { $hospital } tanca l’admissió: { $reason }
event-capacity-opened = { $hospital } torna a obrir l’admissió
event-capacity-overridden = { $hospital }: demanat igualment ({ $despite }): { $reason }
event-capacity-bed-taken = Llit ocupat a { $hospital } sense reserva
beds-closed-until = tancat fins a les { $time }
beds-closed-why = { $reason } ({ $person })
beds-overridden = { $count ->
    [one] demanat igualment { $count } vegada
   *[other] demanat igualment { $count } vegades
}
beds-last = últim: { $free } de { $total }
beds-source-hospital = l’hospital
beds-source-telephone = per telèfon
beds-closing = Admissió
beds-close-now = Tanca l’admissió
beds-open-now = Torna a obrir
beds-closure-hours = Durant quantes hores
hold-until = llit reservat fins a les { $time }
hold-none = cap llit reservat: la reserva ha caducat
keep-bed = Mantén el llit
override-closed = Tancat o ple, però és el centre que toca

## Traspàs, evolució i retorn

page-crew-takes-over = Ens fem càrrec del pacient
page-sender-releases = He lliurat el pacient a la dotació
page-receiver-confirms = Confirmo que ens n’hem fet càrrec
page-done-part = Anotat.
page-done-outcome = Evolució anotada.
page-done-return = Retorn demanat.
page-outcome = Evolució
page-outcome-tell = Anota l’evolució
page-outcome-send = Desa l’evolució
outcome-ward = a planta d’aquest hospital
outcome-home = a casa
outcome-elsewhere = a un altre hospital
outcome-died = mort
outcome-returned = ha tornat a l’hospital d’origen
page-return-ask = Demana el retorn
page-return-hint = Es demana a { $hospital }. És un trasllat a part, que no fa esperar ningú: només hi van unitats que no calen per a cap altre pacient.
page-return-send = Demana el retorn
page-return-follow = Segueix el retorn
page-return-mark = Retorn des de { $hospital }
page-return-first = el trasllat d’anada
page-returning = Pacients que tornen
page-going = Retorns demanats
page-followed = Pacients rebuts
page-followed-away = Pacients traslladats
missing-sender_released = Falta que l’emissor confirmi el lliurament
missing-receiver_took_over = Falta que el receptor confirmi que se n’ha fet càrrec
milestone-sender_released_at = Lliurat per l’emissor
milestone-crew_took_over_at = La dotació se’n fa càrrec
milestone-receiver_confirmed_at = Confirmat pel receptor
milestone-resolved_at = Evolució
part-sender_released = l’emissor ha lliurat el pacient
part-crew_took_over = la dotació se n’ha fet càrrec
part-receiver_took_over = el receptor se n’ha fet càrrec
event-transfer-part-confirmed = Confirmat: { $part }
event-transfer-resolved = Evolució: { $outcome }
event-transfer-return-requested = Retorn demanat
event-transfer-return-dropped = Retorn anul·lat
priority-return = Retorn
priority-short-return = Retorn
priority-words-return = Retorn: quan cap altre pacient no necessita la unitat
rule-return = Retorn a l’hospital d’origen: passa després de tothom
rule-source-return = proposta: el codi va abans
why-home_hospital = hospital d’on va venir el pacient
why-return_waits = espera: hi ha pacients del codi sense unitat
refused-not_your_part = Aquesta part del traspàs la confirma l’altre costat.
refused-already_confirmed = Aquesta part del traspàs ja està confirmada.
refused-outcome_by_return = Que ha tornat ho diu el mateix retorn quan arriba.
refused-return_not_possible = No hi ha cap pacient rebut per retornar (etapa: { $stage }).
refused-return_already_requested = El retorn de { $number } ja s’ha demanat.
refused-return_keeps_priority = { $number } és un retorn i no canvia de prioritat: si el pacient empitjora, anul·leu-lo i torneu a demanar el codi.
refused-only_returns_wait = Només un retorn pot tenir aquesta prioritat.
refused-not_a_return = { $number } no és un retorn: respon l’intensivista.
refused-no_bed_needed = Aquest retorn no necessita llit d’UCI.
refused-bundle_of_return = { $number } és un retorn: el paquet de sèpsia és del trasllat d’anada.
responsible-now = Responsable ara
side-referring = l’emissor
side-crew = la dotació
side-receiving = el receptor
record-part = Anota el traspàs
part-told = Confirma
return-mark = Retorn
question-no_higher_level = ja no necessita aquest nivell
question-stable_for_return = prou estable per viatjar
question-place_ready = llit i equip a punt
question-plan_shared = pla de tractament compartit
