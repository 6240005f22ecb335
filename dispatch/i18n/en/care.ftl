### What the console says too of the bundle and the values.

event-transfer-bundle-recorded = Step of the sepsis bundle recorded
event-transfer-bundle-late = Steps of the sepsis bundle out of time
event-transfer-assessment-recorded = Values for the scores recorded
refused-bundle_in_future = This time has not come yet. Allowed: { $allowed }.
refused-bundle_too_early = This time is too long before sepsis was recognised. Allowed: { $allowed }.
refused-recognition_needed = This time is before the request, and nobody has said when sepsis was recognised. Record the recognition first; otherwise, allowed: { $allowed }.
refused-before_recognition = This time is before sepsis was recognised. If it was recognised earlier, correct the recognition first; otherwise, allowed: { $allowed }.
refused-bundle_out_of_order = This time does not fit the other steps. Allowed: { $allowed }.
refused-bundle_value_needed = The value of this step is missing.
refused-bundle_value_strange = This value does not belong to this step: { $value }.
refused-assessment_other_population = The values are of another population (adult or paediatric) than the transfer.
refused-assessment_older = There are later values already. Allowed: { $allowed }.
refused-assessment_contradicts = It contradicts the values of a moment ago ({ $values }): check which are right.
refused-assessment_invalid = Some values cannot be accepted ({ $count }).
care-open-shared = Shared page and sepsis bundle
told-old = old
