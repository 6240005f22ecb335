### L’antibiòtic del paquet de mesures.

care-adequate = L’antibiòtic cobreix el que se sospita?
care-adequate-hint = Ho jutja qui el dona, segons el protocol del seu hospital. Si no, el pas continua pendent.
bundle-doubt-antibiotic_inadequate = l’antibiòtic registrat no cobreix el que se sospita
