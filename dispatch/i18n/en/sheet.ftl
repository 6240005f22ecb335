### The sheet for a day without screens, and what is entered from it afterwards.

sheet-title = Sheet for work without screens
sheet-stale = Made at the time above. Anything on it may have changed: confirm by telephone before you act.
sheet-every = A new one is made every { $minutes } min: if this is older, the system makes none.
sheet-number = Event { $seq }
sheet-transfers = Open transfers: { $count }
sheet-none = No transfer was open at the time above.
sheet-window = at the bedside by { $time }
sheet-propose = proposed
sheet-unit = Unit
sheet-proposed-unit = the optimiser proposed { $unit }
sheet-expected-bedside = at the bedside about { $time }
sheet-expected-arrival = at the receiving hospital about { $time }
sheet-pre-alerts = Open pre-alerts: { $count }
sheet-what = Number
sheet-arrives = Arrives
sheet-raised-by = Who pre-alerts
sheet-telephone = Telephone
sheet-units = Units on shift
sheet-beds-read = free/total, time of the report; ? = not known
sheet-held = { $beds } held
sheet-other-numbers = Other telephones
sheet-forms = Blank requests
sheet-forms-hint = Write the time of each step. When the system is back, headquarters enters all of it with these times, marked as entered late.
sheet-form-hospital = Referring hospital
sheet-form-doctor = Doctor in charge and telephone
sheet-form-care = Adult / paediatric
sheet-form-condition = Sepsis / septic shock / multi-organ failure
sheet-form-needs = What is needed (ICU, vasoactives, ventilation…)
sheet-form-limits = Limitation of life support?
sheet-form-asked = Hospital asked, and when
sheet-form-agreed = Time of the agreement (4 of 4)
sheet-form-intensivist = Intensivist who agrees
sheet-form-unit = Unit, and when assigned
sheet-form-read-back = read back by telephone
