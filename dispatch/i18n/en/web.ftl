### Errors of the interface.

refused-title = This can't be done
refused-method = This address does not take that kind of request.
refused-not_understood = The request is not understood.
unavailable-title = Not possible right now
defect-title = Fault of the program
defect-detail = The fault is ours and has been noted. Nothing was half-stored: try again, or call headquarters.
refused-hospital_already_asked = This hospital already has the request: it has not answered yet.

fact-from = { $time } or later
fact-upto = { $time } or earlier
