# Números tal como los escribe la gente, en todos los formularios.

page-fault-not_a_number = hace falta un número escrito con cifras, con una coma o un punto como mucho. Permitido: { $allowed }
page-fault-not_whole = hace falta un número sin decimales. Permitido: { $allowed }
page-fault-two_readings = se puede leer { $one } o { $other }: escríbalo sin el punto ni la coma de los miles. Permitido: { $allowed }
degrees-needed = Hace falta un número en grados, por ejemplo 41,6170
page-fault-time = hace falta una hora, por ejemplo 14:05
page-fault-cleared = dejarlo en blanco no cambia nada de lo que se sabe ({ $known }). Escriba el valor de ahora; si se ha parado, 0.
page-fault-meanwhile = alguien lo ha cambiado entretanto: al abrir el formulario decía «{ $was }», ahora dice «{ $now }» y usted ha escrito «{ $typed }». Deje lo que vale ahora y vuelva a enviarlo.
page-fault-day = { $which ->
    [today] las { $time } de hoy, { $day }, son hace casi un día entero
   *[yesterday] hoy aún no han llegado las { $time }: serían las de ayer, { $day }
}. Si es el día que quiere decir, confírmelo; si no, corrija la hora
page-confirm = Sí, es correcto
told-day-asked = Esta hora hoy aún no ha llegado, o hace casi un día. Si fue el { $when }, confírmelo; si no, corrija la hora.
told-never-was = Esta hora no existe: el reloj la salta.
told-confirm = Sí, fue el { $when }
refused-time_in_future = Esta hora aún no ha llegado. Permitido: { $allowed }.

# Valores por confirmar antes de guardarlos.
page-doubt-unusual_value = { $value } es inusual (habitual: { $usual }). Si es correcto, confírmelo; si no, corríjalo.
page-doubt-age_of_other_care = Un paciente de { $value } años casi nunca se atiende allí (habitual: { $usual }). Si es correcto, confírmelo; si no, corrija la edad o si es adulto o niño.
page-doubt-care_not_offered = { $other } no atiende a estos pacientes. Si el paciente está allí, confírmelo: se propone la cadena de referencia del hospital más cercano que los atiende. Si no, corrija si es adulto o niño.
unit-perhaps = ¿Quizá está en { $unit }? Serían { $would_be }.
unit-perhaps-unsure = ¿Quizá está en { $unit }?
slip-lactate_mg_dl = Quizá esté en mg/dL: 9 mg/dL son 1 mmol/L.
slip-kpa = Quizá esté en kPa: 1 kPa son 7,5 mmHg.
slip-per_minute = Quizá sea por minuto, por hora o en mL/h, y no por kilo y minuto.
slip-pounds = Quizá esté en libras: 2,2 libras son 1 kg; o la edad no es la del paciente.
slip-litres = Quizá esté en litros.
slip-bilirubin_umol_l = Quizá esté en µmol/L: 17,1 µmol/L son 1 mg/dL.
slip-creatinine_umol_l = Quizá esté en µmol/L: 88,4 µmol/L son 1 mg/dL.
slip-g_l = Quizá esté en g/L: 1 g/L son 100 mg/dL.
slip-per_hour = Quizá es de una hora, o en litros: aquí cuenta un día entero. Si no hay nada, escriba 0.
slip-not_measured = ¿Quizá no se ha medido? Entonces déjelo vacío: un cero cuenta como valor medido.
refused-doubts_unconfirmed = Hay valores dudosos que nadie ha confirmado: { $doubts }. Corríjalos o confírmelos.
assess-unconfirmed = Por confirmar o corregir: { $doubt }
care-none-runs-contradicted = Se ha escrito la dosis de un vasoactivo y marcado que no hay ninguno en marcha: corrija una cosa o la otra
care-noradrenaline-twice = Noradrenalina: hay dos dosis distintas, esta y la de los datos clínicos; deje una

# Valores que se contradicen.
page-doubt-consciousness_disagrees = Glasgow { $value } y nivel de consciencia { $other } no concuerdan (con { $other }, { $usual } puntos). Corrija uno o confírmelo.
page-doubt-oxygen_disagrees = Una fracción de oxígeno de { $value } no concuerda con lo que se dice del oxígeno o del soporte respiratorio (se esperaría { $usual }). Corrija uno o confírmelo.
page-doubt-air_with_support = Se dice que no recibe oxígeno, y que tiene o necesita soporte respiratorio. Corrija uno o confírmelo.
page-doubt-vasoactives_disagree = Se dice que hacen falta vasoactivos, y que no pasa ninguno. Corrija uno o confírmelo.
page-doubt-pao2_on_air = Sin oxígeno no se llega a una PaO2 de { $value } (se esperaría { $usual }). Corríjala, diga el oxígeno o confírmelo.
page-doubt-pressures_disagree = Una presión media de { $value } no concuerda con la otra presión, { $other } (se esperaría { $usual }). Corrija una o confírmelo.
page-doubt-pupils_disagree = Glasgow { $value } con ambas pupilas fijas: corrija uno o confírmelo.
page-doubt-fluids_short = Con { $other } mL aún no ha pasado el primer volumen que corresponde al peso ({ $usual }). Corríjalo o confirme que han sido los correctos.
page-doubt-ages_disagree = { $value } meses no concuerda con la edad que ya se conoce de este paciente (se esperaría { $usual } meses). Las presiones se juzgan por la edad: corrija una o confirme que la buena es esta.
page-doubt-years_disagree = { $value } años no concuerda con la edad que ya se conoce de este paciente (se esperaría { $usual }). Corrija una o confirme que la buena es esta.
page-doubt-pregnancy_unlikely = Se ha dicho embarazo, o menos de seis semanas desde el parto, de un hombre o fuera de los { $usual } años. Corríjalo, o confirme que es así.
page-doubt-weights_disagree = { $value } kg no concuerda con el peso que ya se conoce de este paciente, { $other } kg (se esperaría { $usual }). Los volúmenes se calculan con el peso: corrija uno o confirme que el bueno es este.
page-doubt-fluids_unweighed = No se sabe el peso: no se puede juzgar si { $other } mL bastan. Diga el peso, aunque sea aproximado, o confirme que no se sabe.
refused-weight_needed = Hace falta el peso del niño, aunque sea aproximado: sin él no se puede juzgar el volumen de fluidos.

# Identifiers.
page-doubt-identifier_letter = La letra no corresponde a las cifras del DNI o NIE. Corríjalo o confirme que es así.
page-doubt-identifier_form = Un identificador de este tipo no se escribe así. Corríjalo, elija otro tipo o confirme que es así.
page-doubt-identifier_birth = Este CIP lleva una fecha de nacimiento que no es ningún día. Corríjalo, elija otro tipo o confirme que es así.
page-doubt-identifier_of_another = Por su propio código, este identificador parece de una persona de otro sexo o de otra edad que los descritos. Compruebe de quién es: corríjalo, corrija el sexo o la edad, o confirme que es de este paciente.
