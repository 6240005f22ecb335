# Nombres tal com els escriu la gent, en tots els formularis.

page-fault-not_a_number = cal un nombre escrit amb xifres, amb una coma o un punt com a molt. Permès: { $allowed }
page-fault-not_whole = cal un nombre sense decimals. Permès: { $allowed }
page-fault-two_readings = es pot llegir { $one } o { $other }: escriviu-ho sense el punt ni la coma dels milers. Permès: { $allowed }
degrees-needed = Cal un nombre en graus, per exemple 41,6170
page-fault-time = cal una hora, per exemple 14:05
page-fault-cleared = deixar-ho en blanc no canvia res del que se sap ({ $known }). Escriviu el valor d’ara; si s’ha aturat, 0.
page-fault-meanwhile = algú ho ha canviat mentrestant: quan vau obrir el formulari hi deia «{ $was }», ara hi diu «{ $now }» i vós heu escrit «{ $typed }». Deixeu-hi el que val ara i torneu-ho a enviar.
page-fault-day = { $which ->
    [today] les { $time } d’avui, { $day }, són fa gairebé un dia sencer
   *[yesterday] avui encara no han arribat les { $time }: serien les d’ahir, { $day }
}. Si és el dia que voleu dir, confirmeu-ho; si no, corregiu l’hora
page-confirm = Sí, és correcte
told-day-asked = Aquesta hora avui encara no ha arribat, o fa gairebé un dia. Si va ser el { $when }, confirmeu-ho; si no, corregiu l’hora.
told-never-was = Aquesta hora no existeix: el rellotge la salta.
told-confirm = Sí, va ser el { $when }
refused-time_in_future = Aquesta hora encara no ha arribat. Permès: { $allowed }.

# Valors per confirmar abans de desar-los.
page-doubt-unusual_value = { $value } és inusual (habitual: { $usual }). Si és correcte, confirmeu-ho; si no, corregiu-lo.
page-doubt-age_of_other_care = Un pacient de { $value } anys gairebé mai no s’hi atén (habitual: { $usual }). Si és correcte, confirmeu-ho; si no, corregiu l’edat o si és adult o infant.
page-doubt-care_not_offered = { $other } no atén aquests pacients. Si el pacient és allà, confirmeu-ho: es proposa la cadena de referència de l’hospital més proper que els atén. Si no, corregiu si és adult o infant.
unit-perhaps = Potser és en { $unit }? Serien { $would_be }.
unit-perhaps-unsure = Potser és en { $unit }?
slip-lactate_mg_dl = Potser és en mg/dL: 9 mg/dL són 1 mmol/L.
slip-kpa = Potser és en kPa: 1 kPa són 7,5 mmHg.
slip-per_minute = Potser és per minut, per hora o en mL/h, i no per quilo i minut.
slip-pounds = Potser és en lliures: 2,2 lliures són 1 kg; o l’edat no és la del pacient.
slip-litres = Potser és en litres.
slip-bilirubin_umol_l = Potser és en µmol/L: 17,1 µmol/L són 1 mg/dL.
slip-creatinine_umol_l = Potser és en µmol/L: 88,4 µmol/L són 1 mg/dL.
slip-g_l = Potser és en g/L: 1 g/L són 100 mg/dL.
slip-per_hour = Potser és d’una hora, o en litres: aquí compta un dia sencer. Si no n’hi ha gens, escriviu 0.
slip-not_measured = Potser no s’ha mesurat? Si és així deixeu-ho buit: un zero compta com a valor mesurat.
refused-doubts_unconfirmed = Hi ha valors dubtosos que ningú no ha confirmat: { $doubts }. Corregiu-los o confirmeu-los.
assess-unconfirmed = Per confirmar o corregir: { $doubt }
care-none-runs-contradicted = S’ha escrit la dosi d’un vasoactiu i marcat que no n’hi ha cap en marxa: corregiu una cosa o l’altra
care-noradrenaline-twice = Noradrenalina: hi ha dues dosis diferents, aquesta i la de les dades clíniques; deixeu-ne una

# Valors que es contradiuen.
page-doubt-consciousness_disagrees = Glasgow { $value } i nivell de consciència { $other } no concorden (amb { $other }, { $usual } punts). Corregiu-ne un o confirmeu-ho.
page-doubt-oxygen_disagrees = Una fracció d’oxigen de { $value } no concorda amb el que es diu de l’oxigen o del suport respiratori (s’esperaria { $usual }). Corregiu-ne un o confirmeu-ho.
page-doubt-air_with_support = Es diu que no rep oxigen, i que té o li cal suport respiratori. Corregiu-ne un o confirmeu-ho.
page-doubt-vasoactives_disagree = Es diu que calen vasoactius, i que no en passa cap. Corregiu-ne un o confirmeu-ho.
page-doubt-pao2_on_air = Sense oxigen no s’arriba a una PaO2 de { $value } (s’esperaria { $usual }). Corregiu-la, digueu l’oxigen o confirmeu-ho.
page-doubt-pressures_disagree = Una pressió mitjana de { $value } no concorda amb l’altra pressió, { $other } (s’esperaria { $usual }). Corregiu-ne una o confirmeu-ho.
page-doubt-pupils_disagree = Glasgow { $value } amb totes dues pupil·les fixes: corregiu-ne un o confirmeu-ho.
page-doubt-fluids_short = Amb { $other } mL encara no s’ha passat el primer volum que correspon al pes ({ $usual }). Corregiu-ho o confirmeu que han estat els correctes.
page-doubt-ages_disagree = { $value } mesos no concorda amb l’edat que ja es coneix d’aquest pacient (s’esperaria { $usual } mesos). Les pressions es jutgen per l’edat: corregiu-ne una o confirmeu que la bona és aquesta.
page-doubt-years_disagree = { $value } anys no concorda amb l’edat que ja es coneix d’aquest pacient (s’esperaria { $usual }). Corregiu-ne una o confirmeu que la bona és aquesta.
page-doubt-pregnancy_unlikely = S’ha dit embaràs, o menys de sis setmanes des del part, d’un home o fora dels { $usual } anys. Corregiu-ho, o confirmeu que és així.
page-doubt-weights_disagree = { $value } kg no concorda amb el pes que ja es coneix d’aquest pacient, { $other } kg (s’esperaria { $usual }). Els volums es calculen amb el pes: corregiu-ne un o confirmeu que el bo és aquest.
page-doubt-fluids_unweighed = No se sap el pes: no es pot jutjar si { $other } mL són suficients. Digueu el pes, encara que sigui aproximat, o confirmeu que no se sap.
refused-weight_needed = Cal el pes de l’infant, encara que sigui aproximat: sense ell no es pot jutjar el volum de fluids.

# Identifiers.
page-doubt-identifier_letter = La lletra no correspon a les xifres del DNI o NIE. Corregiu-lo o confirmeu que és així.
page-doubt-identifier_form = Un identificador d’aquesta mena no s’escriu així. Corregiu-lo, trieu-ne una altra mena o confirmeu que és així.
page-doubt-identifier_birth = Aquest CIP porta una data de naixement que no és cap dia. Corregiu-lo, trieu-ne una altra mena o confirmeu que és així.
page-doubt-identifier_of_another = Pel seu mateix codi, aquest identificador sembla d’una persona d’un altre sexe o d’una altra edat que les que s’han descrit. Comproveu de qui és: corregiu-lo, corregiu el sexe o l’edat, o confirmeu que és d’aquest pacient.
