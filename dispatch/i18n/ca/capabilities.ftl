## El que només tenen uns quants hospitals

need-renal_replacement = tractament de substitució renal
need-neurosurgery = neurocirurgia
need-thoracic_surgery = cirurgia toràcica
need-burns = unitat de cremats
need-hyperbaric = cambra hiperbàrica
why-lacks_ecmo = no té ECMO per a aquests pacients
why-lacks_neurosurgery = no té neurocirurgia per a aquests pacients
why-lacks_thoracic_surgery = no té cirurgia toràcica per a aquests pacients
why-lacks_burns = no té unitat de cremats per a aquests pacients
why-lacks_hyperbaric = no té cambra hiperbàrica per a aquests pacients
why-unknown_ecmo = no se sap si té ECMO: pregunta-ho
why-unknown_neurosurgery = no se sap si té neurocirurgia: pregunta-ho
why-unknown_thoracic_surgery = no se sap si té cirurgia toràcica: pregunta-ho
why-unknown_burns = no se sap si té unitat de cremats: pregunta-ho
why-unknown_hyperbaric = no se sap si té cambra hiperbàrica: pregunta-ho
why-capability_provisional = tècnica sense font oficial
