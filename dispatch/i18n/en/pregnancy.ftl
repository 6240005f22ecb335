## Pregnancy, and the six weeks after birth

value-pregnancy = pregnant, or less than six weeks since giving birth
pregnancy-hint = Asked of women of { $from_years } to { $upto_years } years. Leave it open if nobody knows.
assess-news2-not-valid = not valid in pregnancy nor in the six weeks after birth (RCP 2017)
doubt-pregnancy = Pregnancy, or less than six weeks since birth: NEWS2 is not valid, and the limits of SOFA, qSOFA, SIRS and Phoenix are not those of pregnancy. The class stays as computed; have an obstetrician judge it too. It is not known which hospitals have obstetrics: ask.
doubt-high_news2_pregnant = NEWS2 of 7 or more in pregnancy, where it is not valid: look again with an obstetric early warning scale; until then a doctor is needed on board.
why-danger_high_news2_pregnant = NEWS2 of 7 or more in pregnancy, where it is not valid
why-doctor_high_news2_pregnant = NEWS2 of 7 or more in pregnancy, where it is not valid
need-obstetrics = obstetrics
why-unknown_obstetrics = nobody knows whether it has obstetrics: ask
