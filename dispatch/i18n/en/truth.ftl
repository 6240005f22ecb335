# How old the truth is

cli-watch-old = { $at }  DATA NOT UP TO DATE: the server has not read the database since { $since }. If it is urgent, telephone.
cli-watch-true-again = { $at }  The data are up to date again.

## Two dispatchers, one unit

refused-version_needed = Say which version of the transfer you looked at (If-Match): nobody takes something from somebody without knowing how things stand.
refused-unit_taken_meanwhile = Meanwhile { $unit } has gone to { $number }. To take it from there, say so expressly.
takes-from = Takes the unit from { $number }
conflict-takes = Take { $unit } from { $number } and assign it here
