# Numbers as people write them, in all forms.

page-fault-not_a_number = a number in digits is needed, with one comma or point at most. Allowed: { $allowed }
page-fault-not_whole = a number without decimals is needed. Allowed: { $allowed }
page-fault-two_readings = this can be read as { $one } or { $other }: write it without a mark for thousands. Allowed: { $allowed }
degrees-needed = A number in degrees is needed, for example 41.6170
page-fault-time = a time is needed, for example 14:05
page-fault-day = this time has not come yet today, or lies almost a day back. If it was on { $day } at { $time }, confirm it; if not, correct the time
page-confirm = Yes, that is right
told-day-asked = This time has not come yet today, or lies almost a day back. If it was { $when }, confirm it; if not, correct the time.
told-never-was = This hour does not exist: clocks leave it out.
told-confirm = Yes, it was { $when }
refused-time_in_future = This time has not come yet. Allowed: { $allowed }.
