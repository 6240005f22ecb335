## El embarazo, y las seis semanas después del parto

value-pregnancy = embarazo, o menos de seis semanas desde el parto
pregnancy-hint = Se pregunta a mujeres de { $from_years } a { $upto_years } años. Déjelo abierto si no se sabe.
assess-news2-not-valid = no válida en el embarazo ni en las seis semanas después del parto (RCP 2017)
doubt-pregnancy = Embarazo, o menos de seis semanas desde el parto: la NEWS2 no es válida, y los límites de SOFA, qSOFA, SIRS y Phoenix no son los del embarazo. La clase queda como se ha calculado; que también la valore obstetricia. No se sabe qué hospitales tienen obstetricia: pregunte.
doubt-high_news2_pregnant = NEWS2 de 7 o más en el embarazo, donde no es válida: vuelva a valorar con una escala de alerta obstétrica; entretanto hace falta un médico o una médica a bordo.
why-danger_high_news2_pregnant = NEWS2 de 7 o más en el embarazo, donde no es válida
why-doctor_high_news2_pregnant = NEWS2 de 7 o más en el embarazo, donde no es válida
need-obstetrics = obstetricia
why-unknown_obstetrics = no se sabe si tiene obstetricia: pregúntalo
