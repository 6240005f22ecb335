# Numbers as people write them, in all forms.

page-fault-not_a_number = a number in digits is needed, with one comma or point at most. Allowed: { $allowed }
page-fault-not_whole = a number without decimals is needed. Allowed: { $allowed }
page-fault-two_readings = this can be read as { $one } or { $other }: write it without a mark for thousands. Allowed: { $allowed }
degrees-needed = A number in degrees is needed, for example 41.6170
