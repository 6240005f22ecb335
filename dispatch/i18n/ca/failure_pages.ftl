## A unit that fails with the patient: pages

page-failure = La unitat no pot continuar
page-failure-hint = La central planifica de seguida una altra unitat. Quedeu-vos amb el pacient: en responeu fins que la dotació següent se’n faci càrrec.
page-failure-hint-on-the-way = La central planifica de seguida una altra unitat per al pacient. La vostra queda fora de servei fins que digueu que torna a estar en servei.
page-label-failure-reason = Què ha passat
page-label-lat = Latitud (opcional)
page-label-lon = Longitud (opcional)
page-failure-place = Només si aquest dispositiu no envia la posició.
page-failure-send = Demana una altra unitat
page-fault-failure = Escriviu què ha passat.
page-done-failure = Avisat. Quedeu-vos amb el pacient.
page-done-failure-free = Avisat. La unitat és fora de servei; digueu aquí quan torni a estar en servei.
page-failure-wait = Quedeu-vos amb el pacient fins que { $unit } se’n faci càrrec.
page-failure-wait-none = Quedeu-vos amb el pacient: la central busca una altra unitat.
page-failure-notice = { $unit } ha fallat ({ $time }). La seva dotació es queda amb el pacient.
page-failure-next = { $unit } hi va.
page-failure-next-none = S’hi envia una altra unitat.
page-failure-with = El pacient és amb la dotació de { $unit }, la unitat de la qual ha fallat.
page-failure-road = El pacient s’espera a la carretera:
page-done-left = Has sortit. El servei no pot desar res ara mateix: la sessió ja no val, i s’esborrarà quan es pugui tornar a desar o, com a molt tard, quan caduqui.
