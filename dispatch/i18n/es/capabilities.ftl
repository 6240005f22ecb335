## Lo que solo tienen unos cuantos hospitales

need-renal_replacement = tratamiento de sustitución renal
need-neurosurgery = neurocirugía
need-thoracic_surgery = cirugía torácica
need-burns = unidad de quemados
need-hyperbaric = cámara hiperbárica
why-lacks_ecmo = no tiene ECMO para estos pacientes
why-lacks_neurosurgery = no tiene neurocirugía para estos pacientes
why-lacks_thoracic_surgery = no tiene cirugía torácica para estos pacientes
why-lacks_burns = no tiene unidad de quemados para estos pacientes
why-lacks_hyperbaric = no tiene cámara hiperbárica para estos pacientes
why-unknown_ecmo = no se sabe si tiene ECMO: pregúntalo
why-unknown_neurosurgery = no se sabe si tiene neurocirugía: pregúntalo
why-unknown_thoracic_surgery = no se sabe si tiene cirugía torácica: pregúntalo
why-unknown_burns = no se sabe si tiene unidad de quemados: pregúntalo
why-unknown_hyperbaric = no se sabe si tiene cámara hiperbárica: pregúntalo
why-capability_provisional = técnica sin fuente oficial
