## Un tancament desfet

event-transfer-closing-taken-back = Tancament desfet ({ $closing }): { $reason }
event-transfer-return-reopened = El retorn, tancat per error, continua
event-capacity-bed-vacated = El llit de { $hospital } no està ocupat: el traspàs era un error
release-elsewhere = és en un altre lloc
refused-no_bed_used = No hi ha cap llit ocupat en aquest hospital.
refused-no_closing_to_take_back = No hi ha cap tancament per desfer.
refused-closing_not_that = El trasllat no està tancat així. El que es pot desfer és: { $allowed }.
refused-closing_of_others = El tancament de { $number } el desfà qui el va dir, o la central: truqueu-hi.
refused-closing_too_long_ago = Ja no es pot desfer: es pot fins a { $allowed } després de dir-ho. Truqueu a la central; si cal, s’obre un trasllat nou.
refused-closing_confirmed = L’hospital receptor ja ha confirmat que té el pacient de { $number }: el traspàs no es pot desfer.
refused-closing_resolved = De { $number } ja s’ha dit com continua l’episodi: el tancament no es pot desfer.
refused-closing_return_asked = De { $number } ja s’ha demanat un retorn: el tancament no es pot desfer.
refused-closing_unit_elsewhere = { $unit } ja té una altra missió ({ $number }): traieu-la-hi primer, perquè el pacient de quan es va tancar anava amb ella.
refused-patient_requested_again = Aquest pacient ja té un altre trasllat obert: { $number }. Cancel·leu-lo primer si és el que sobra.
decision-bed_given_away = El llit reservat ja no hi és
decision-do-bed_given_away = El trasllat estava tancat per error i el seu llit s’ha donat. Truca a l’hospital receptor: que en mantingui un altre, que retiri l’acord, o demana-ho a un altre hospital.
why-bed_given_away = sense llit lliure a { $hospital }
closing-handed_over = el traspàs
closing-cancelled = la cancel·lació
closing-died = la mort
closing-taken_back = el retorn a l’emissor
closing-lost = la cerca abandonada
