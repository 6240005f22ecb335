## L’embaràs, i les sis setmanes després del part

value-pregnancy = embaràs, o menys de sis setmanes des del part
pregnancy-hint = Es pregunta a dones de { $from_years } a { $upto_years } anys. Deixeu-ho obert si no se sap.
assess-news2-not-valid = no vàlida en l’embaràs ni en les sis setmanes després del part (RCP 2017)
doubt-pregnancy = Embaràs, o menys de sis setmanes des del part: la NEWS2 no és vàlida, i els límits de SOFA, qSOFA, SIRS i Phoenix no són els de l’embaràs. La classe queda com s’ha calculat; que també la valori obstetrícia. No se sap quins hospitals tenen obstetrícia: pregunteu-ho.
doubt-high_news2_pregnant = NEWS2 de 7 o més en l’embaràs, on no és vàlida: torneu a valorar amb una escala d’alerta obstètrica; mentrestant cal un metge o una metgessa a bord.
why-danger_high_news2_pregnant = NEWS2 de 7 o més en l’embaràs, on no és vàlida
why-doctor_high_news2_pregnant = NEWS2 de 7 o més en l’embaràs, on no és vàlida
need-obstetrics = obstetrícia
why-unknown_obstetrics = no se sap si té obstetrícia: pregunta-ho
