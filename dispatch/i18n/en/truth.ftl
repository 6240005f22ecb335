# How old the truth is

cli-watch-old = { $at }  DATA NOT UP TO DATE: the server has not read the database since { $since }. If it is urgent, telephone.
cli-watch-true-again = { $at }  The data are up to date again.
