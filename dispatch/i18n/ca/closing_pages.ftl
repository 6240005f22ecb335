## Un tancament desfet: les pàgines

page-ended = Tancats fa poc
page-ended-home = Torna
page-ended-hint = S’ha tancat ({ $closing }) a les { $time }. Si no és veritat, desfeu-ho: el trasllat torna a estar obert allà on era, amb els rellotges, el llit i la unitat, i queda anotat. Es pot fins a les { $until }, mentre no n’hagi seguit res.
page-ended-send = Torna a obrir el trasllat
page-ended-none = Aquest tancament ja no es pot desfer. Truqueu a la central.
page-fault-closing-back = Escriviu per què es desfà el tancament.
page-done-closing-back = El trasllat torna a estar obert.
page-part-back = La confirmació era un error
page-part-back-hint = Vau confirmar: “{ $part }”. Si no és cert, desfeu-ho: queda escrit i la central ho sap. Es pot fins a una hora després, mentre no se n’hagi dit res més.
page-part-back-send = Desfés la confirmació
page-fault-part-back = Escriviu per què es desfà la confirmació.
page-done-part-back = Confirmació desfeta. La central ho sap.
