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
