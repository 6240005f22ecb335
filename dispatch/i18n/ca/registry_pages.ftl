### Què ha estat dels acords donats per telèfon

phones-hint = Llista de feina de la coordinació: els nombres petits es mostren tal com són. No diu qui és cap pacient. Compta cada acord escrit en nom d’un metge, pel dia en què es va donar; si el metge parla més d’un cop, val l’última paraula.
phones-from = Des del dia
phones-to = Fins al dia (inclòs)
phones-count = Compta
phones-total = Donats del { $begins } al { $ends }: { $total }
phones-none = Cap acord per telèfon en aquests dies.
phones-hospitals = Per hospital receptor
phones-list = Un per un, l’últim primer
phones-word-confirmed_before = confirmat abans de la sortida
phones-word-confirmed_later = confirmat després de la sortida o del final
phones-word-disputed = negat abans de la sortida
phones-word-protested = negat després de la sortida o del final
phones-word-never = mai confirmat, i ja tancat
phones-word-open = encara sense confirmar, i obert
phones-line = Donat: { $time }. Ho ha escrit { $recorder } ({ $role }) en nom de { $person }.
phones-late = Entrat del paper: { $time }.
