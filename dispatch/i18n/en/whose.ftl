### Whose request it is: identifiers, duplicates, and the check at the bedside.

prealert-comes-of = It comes of the pre-alert
prealert-untick = If it can’t be linked, untick “It comes of the pre-alert” and send the request again.
