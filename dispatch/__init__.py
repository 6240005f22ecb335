"""CSI Dispatch: the headquarters of the Interhospital Sepsis Code.

The map, from the pure core up to the people. A room imports only rooms below it.

- ``kernel``      identifiers, units of measure, instants, ``Refused`` and ``Unavailable``
- ``network``     hospitals, levels SEP-1 / SEP-2a / SEP-2b, reference centres
- ``assessment``  what the patient has, and the priority that follows from it
- ``checklist``   the four versioned questions and their verdict
- ``fleet``       life support units: type, shift, status, position
- ``capacity``    ICU beds: free, held, used, and how old the news is
- ``identity``    roles, scopes, what each may see
- ``routing``     travel times, choice of hospital, assignment of units (OR-Tools)
- ``transfer``    events, life cycle, the board that follows from them
- ``registry``    quality measures
- ``config`` ``telemetry`` ``i18n``  settings, logs, screen texts in ca / es / en
- ``adapters``    the solver's process, live roads, password hashes
- ``store``       the log and the state, in PostgreSQL or in memory
- ``desk``        one verb one file: everything a person can do
- ``web`` ``live`` ``watch`` ``interop`` ``simulation``  the edges
- ``main`` ``cli``  wiring and commands
"""
