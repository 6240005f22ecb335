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
beds-close-now = Tanca
beds-open-now = Torna a obrir
beds-closure-hours = Durant quantes hores
hold-until = llit reservat fins a les { $time }
hold-none = cap llit reservat: la reserva ha caducat
keep-bed = Mantén el llit
override-closed = Tancat o ple, però és el centre que toca
