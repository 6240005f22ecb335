## Un tancament desfet: les pàgines

page-ended = Tancats fa poc
page-ended-home = Torna
page-ended-hint = S’ha tancat ({ $closing }) a les { $time }. Si no és veritat, desfeu-ho: el trasllat torna a estar obert allà on era, amb els rellotges, el llit i la unitat, i queda anotat. Es pot fins a les { $until }, mentre no n’hagi seguit res.
page-ended-send = Torna a obrir el trasllat
page-ended-none = Aquest tancament ja no es pot desfer. Truqueu a la central.
page-fault-closing-back = Escriviu per què es desfà el tancament.
page-done-closing-back = El trasllat torna a estar obert.
