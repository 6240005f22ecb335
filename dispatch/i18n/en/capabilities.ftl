## What only a few hospitals have

need-renal_replacement = renal replacement therapy
need-neurosurgery = neurosurgery
need-thoracic_surgery = thoracic surgery
need-burns = burns unit
need-hyperbaric = hyperbaric chamber
why-lacks_ecmo = has no ECMO for these patients
why-lacks_neurosurgery = has no neurosurgery for these patients
why-lacks_thoracic_surgery = has no thoracic surgery for these patients
why-lacks_burns = has no burns unit for these patients
why-lacks_hyperbaric = has no hyperbaric chamber for these patients
why-unknown_ecmo = nobody knows whether it has ECMO: ask
why-unknown_neurosurgery = nobody knows whether it has neurosurgery: ask
why-unknown_thoracic_surgery = nobody knows whether it has thoracic surgery: ask
why-unknown_burns = nobody knows whether it has a burns unit: ask
why-unknown_hyperbaric = nobody knows whether it has a hyperbaric chamber: ask
why-capability_provisional = capability without an official source
