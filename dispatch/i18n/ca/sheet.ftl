### El full per a un dia sense pantalles, i el que se’n passa després.

sheet-title = Full per treballar sense pantalles
sheet-stale = Fet a l’hora de dalt. Tot el que hi diu pot haver canviat: confirma-ho per telèfon abans d’actuar.
sheet-every = Se’n fa un de nou cada { $minutes } min: si aquest és més antic, el sistema no en fa.
sheet-number = Esdeveniment { $seq }
sheet-transfers = Trasllats oberts: { $count }
sheet-none = Cap trasllat obert a l’hora de dalt.
sheet-window = amb el pacient abans de les { $time }
sheet-propose = es proposa
sheet-unit = Unitat
sheet-proposed-unit = l’optimitzador proposava { $unit }
sheet-expected-bedside = amb el pacient cap a les { $time }
sheet-expected-arrival = a l’hospital receptor cap a les { $time }
sheet-pre-alerts = Prealertes obertes: { $count }
sheet-what = Número
sheet-arrives = Arriba
sheet-raised-by = Qui prealerta
sheet-telephone = Telèfon
sheet-units = Unitats de torn
sheet-beds-read = lliures/total, hora de la dada; ? = no se sap
sheet-held = { $beds } reservats
sheet-other-numbers = Altres telèfons
sheet-forms = Sol·licituds en blanc
sheet-forms-hint = Escriu l’hora de cada pas. Quan el sistema torni, la central ho entra tot amb aquestes hores i queda marcat com a entrat més tard.
sheet-form-hospital = Hospital emissor
sheet-form-doctor = Metge/essa responsable i telèfon
sheet-form-care = Adult / pediàtric
sheet-form-condition = Sèpsia / xoc sèptic / fallada multiorgànica
sheet-form-needs = Què necessita (UCI, vasoactius, ventilació…)
sheet-form-limits = Limitació del suport vital?
sheet-form-asked = Hospital consultat i hora
sheet-form-agreed = Hora de l’acord (4 de 4)
sheet-form-intensivist = Intensivista que acorda
sheet-form-unit = Unitat i hora d’assignació
sheet-form-read-back = rellegit per telèfon
