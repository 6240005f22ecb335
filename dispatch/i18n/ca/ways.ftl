## El que surt d’una altra manera

step-crew_took_over = la dotació se n’ha fet càrrec
event-transfer-step-taken-back = Pas desfet: { $step } ({ $reason })
refused-no_step_to_take_back = No hi ha cap pas per desfer.
refused-step_not_last = Aquest pas ja no és l’últim. Només es pot desfer: { $allowed }.
refused-unit_moved_on = { $unit } ja no espera amb el pacient: aquest pas no es pot desfer.
take-back-step = Desfés l’últim pas: { $step }
reason-wrong-button = botó equivocat
reason-told-too-early = s’ha informat massa aviat
page-step-back = M’he equivocat de botó
page-step-back-hint = L’últim pas va ser «{ $step }». Desfeu-lo si no és veritat: els rellotges tornen a com eren i queda anotat.
page-label-step-back-reason = Per què
page-step-back-send = Desfés el pas
page-fault-step-back = Escriviu per què es desfà el pas.
page-done-step-back = Pas desfet.
event-transfer-agreement-withdrawn = { $hospital } retira l’acord: { $reason }
event-transfer-agreement-disputed = L’intensivista nega l’acord telefònic de { $hospital }: { $reason }
refused-no_receiver = { $number } no té hospital receptor: el que havia acceptat ho ha retirat. No sortiu fins que un altre accepti.
refused-nothing_to_withdraw = No hi ha cap acord per retirar.
refused-already_disputed = Ja heu negat aquest acord.
refused-hospital_agreed = Aquest hospital ja ha acceptat.

## Sortides del pla

stage-died = mort
stage-taken_back = tornat a l’emissor
stage-lost = sense notícies
milestone-died_at = Mort
milestone-taken_back_at = De nou amb l’equip emissor
milestone-lost_at = Sense notícies
outcome-lost = se n’ha perdut el rastre
page-awaited-died = res més: el pacient ha mort
page-awaited-taken_back = res més: el pacient torna a ser a l’hospital emissor
page-awaited-lost = res més: no se sap on és el pacient
course-worse = empitjora
course-better = millora
why-said = «{ $said }»
why-not_confirmed = { $person } no ho ha confirmat
event-transfer-died = El pacient ha mort
event-transfer-lost = No se sap on és el pacient: { $reason }
event-transfer-taken-back = L’equip emissor torna a tenir el pacient
event-transfer-driven-elsewhere = La dotació va cap a { $hospital }: { $reason }
event-transfer-course-reported = El pacient { $course } durant el trasllat
event-transfer-request-withdrawn = L’emissor ja no vol el trasllat: { $reason }
event-transfer-receiver-unreachable = { $hospital } no respon: { $reason }
event-transfer-receiver-closed = { $hospital } tanca la unitat: { $reason }
refused-already_there = El pacient ja és on se’l porta.
refused-driving_there_already = La dotació ja va cap a aquest hospital.
refused-patient_not_on_the_road = El pacient no és de camí.
refused-patient_not_with_crew = El pacient no és amb la dotació: el canvi d’estat l’escriuen els metges.
refused-not_your_patient = Ara respon del pacient una altra part.
decision-receiver_withdrew = L’hospital receptor ha retirat l’acord
decision-do-receiver_withdrew = Busca un altre hospital; el rellotge del primer acord continua. La unitat segueix assignada fins que algú la tregui.
decision-receiver_closed = L’hospital receptor ha tancat la unitat
decision-do-receiver_closed = Truca-hi: que confirmi que el rep (manté el llit) o que retiri l’acord.
decision-receiver_unreachable = L’hospital receptor no respon
decision-do-receiver_unreachable = Truca al segon intensivista o al cap de guàrdia, o demana-ho a un altre hospital.
decision-agreement_disputed = L’intensivista nega l’acord telefònic
decision-do-agreement_disputed = Parla-hi, millor abans que surti el pacient: que el confirmi, que el retiri o que es busqui un altre hospital. Si ja és de camí, avisa la dotació.
decision-agreement_unconfirmed = L’acord telefònic encara no està confirmat
decision-do-agreement_unconfirmed = La unitat ja és amb el pacient. Demana a l’intensivista que el confirmi abans de sortir, o abans d’arribar si ja és de camí.
decision-patient_worse = El pacient empitjora de camí
decision-do-patient_worse = Parla amb la dotació: continuar, un hospital més proper o suport d’una altra unitat. Avisa el receptor.
decision-crew_diverts = La dotació va a un hospital que no ha acceptat
decision-do-crew_diverts = Avisa els dos hospitals i demana l’acord al nou. El llit del primer continua reservat.
decision-request_withdrawn = L’emissor ja no vol el trasllat i el pacient és de camí
decision-do-request_withdrawn = Decideix amb els dos metges si la dotació torna o continua.

## Sortides del pla: consola

reason-rang = no contesta al telèfon
reason-no-contact = sense contacte per ràdio ni telèfon
way-withdrawal = L’hospital receptor retira l’acord
way-told-by = Qui ho ha dit
way-course = Canvi del pacient amb la dotació
way-note = Què hi veuen
way-elsewhere = La dotació va a un altre hospital
way-unreachable = L’hospital receptor no respon
way-request-withdrawal = L’emissor ja no vol el trasllat
way-death = El pacient ha mort
way-lost = No se sap on és el pacient
way-diverted = Va cap a { $hospital } ({ $time }): { $reason }
way-course-is = El pacient { $course } ({ $time }) { $note }
way-ask-another = Demana-ho també a un altre hospital
page-elsewhere-back = tornem a l’emissor
page-death-sure = Confirmo que el pacient ha mort. El trasllat es tanca.
