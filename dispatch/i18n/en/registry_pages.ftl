### What became of the agreements given by telephone

phones-hint = The coordinating doctors’ own list of work: small numbers are shown as they are. It says who no patient is. Every agreement written down in a doctor’s name counts, by the day on which it was given; where the doctor spoke more than once, the last word counts.
phones-from = From
phones-to = To (that day included)
phones-count = Count
phones-total = Given from { $begins } to { $ends }: { $total }
phones-none = No agreement by telephone in these days.
phones-hospitals = By receiving hospital
phones-list = One by one, the last first
phones-word-confirmed_before = confirmed before departure
phones-word-confirmed_later = confirmed after departure or the end
phones-word-disputed = denied before departure
phones-word-protested = denied after departure or the end
phones-word-never = never confirmed, and closed
phones-word-open = not confirmed yet, and open
phones-line = Given: { $time }. Written down by { $recorder } ({ $role }) in the name of { $person }.
phones-late = Entered from paper: { $time }.
