## A closing taken back: the pages

page-ended = Closed lately
page-ended-home = Back
page-ended-hint = It was closed ({ $closing }) at { $time }. If that is not true, take it back: the transfer is open again where it stood, with its clocks, bed and unit, and it is written down. Possible until { $until }, while nothing has followed.
page-ended-send = Open the transfer again
page-ended-none = This closing can’t be taken back any more. Telephone headquarters.
page-fault-closing-back = Write why the closing is taken back.
page-done-closing-back = The transfer is open again.
page-part-back = The confirmation was a mistake
page-part-back-hint = You confirmed: “{ $part }”. If it is not true, take it back: it is written down and headquarters knows. Possible until an hour later, while nothing more was told.
page-part-back-send = Take the confirmation back
page-fault-part-back = Write why the confirmation is taken back.
page-done-part-back = Confirmation taken back. Headquarters knows.
