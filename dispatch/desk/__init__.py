"""The desk: everything a person can do, one verb one file, in the order of a patient's journey.

1.  ``request_transfer``    the referring doctor asks
2.  ``propose_hospitals``   headquarters ranks the receiving hospitals
3.  ``ask_hospital``        a person sends the request to one
4.  ``answer_checklist``    its intensivist answers, 4 of 4 or not; the bed is held
    ``keep_bed`` ``expire_hold``  for as long as the hospital keeps it, or until it expires
5.  ``decline_transfer``    or says no at once
    ``counter_offer``       or would, but not here and now
    ``decline_by_phone``    or says no by telephone
    ``agree_by_phone``      or yes, ``confirm_agreement`` later
    ``dispute_agreement``   or the doctor named says that it is not theirs
    ``withdraw_agreement``  or the hospital takes its yes back
    ``escalate_request``    nobody answers: the next ones are asked
    ``move_on``             no bed there: the next hospital is asked
6.  ``propose_units``       headquarters plans all units and transfers together
7.  ``assign_unit``         the dispatcher confirms one
8.  ``release_unit``        or takes it off again
9.  ``report_progress``     the crew: notified, en route, at the bedside, departed, arrived
    ``report_failure``      or that its unit can't go on: another one is needed
    ``take_back_failure`` ``read_failed``  or that it runs again, or never failed
    ``take_back_step``      or that the last button was the wrong one
    ``take_back_closing`` ``read_ended``  also when that button closed the transfer
    ``check_identity``      and, at the bedside, that it is the right patient
10. ``hand_over``           the receiving team takes over
    ``confirm_part``        each side says that its part of the handover is done
    ``take_back_part``      or takes that back
    ``resolve_episode``     how the episode went on
    ``request_return`` ``answer_return``  and the way back
    ``record_death`` ``report_course``  or the patient dies on the way, gets worse or better
    ``drive_elsewhere``  goes to a nearer hospital, or back to the sender
    ``report_unreachable`` ``withdraw_request``  nobody answers there, the sender wants him back
    ``report_missing`` ``report_found``  nobody knows where he is, until somebody does
    ``close_as_lost``       or the search is given up
11. ``change_condition``    the patient changes while waiting
12. ``change_priority``     a person raises or lowers the priority
    ``settle_decision``     or settles, with a reason, what headquarters asks to decide
    ``tell_grounds``        for which the ground has come elsewhere, or gone
13. ``record_bundle`` ``record_assessment`` ``tell_late``  done, measured, out of time
14. ``cancel_transfer``     not needed any more
15. ``report_capacity``     beds
    ``close_beds`` ``open_beds``  and when a unit takes nobody
16. ``report_unit_status``  units in and out of service
    ``raise_pre_alert``     before all this: a team outside brings a patient
    ``acknowledge_pre_alert`` ``redirect_pre_alert``  seen there, or sent elsewhere
    ``resolve_pre_alert`` ``link_pre_alert``  confirmed or not, and the transfer it led to
    ``cancel_pre_alert`` ``expire_pre_alert``  taken back, or over by the clock
17. ``record_positions``    where units are
    ``read_roster``         who is on duty: ``add_shift``, ``end_shift``
18. ``read_board`` ``read_transfer`` ``read_shared`` ``read_pre_alert``  everybody looks
    ``read_named``          doctors, at what waits for their word
    ``read_phone_agreements``  headquarters, at what became of the yes of the telephone
    ``read_sheet``          and what is kept on paper for a day without screens
    ``expect_papers`` ``end_papers``  being entered afterwards: more to come, or that was all
    ``set_cutoffs`` ``read_cutoffs`` ``read_centres``  by which numbers a hospital detects
    ``set_antibiotic_protocol`` ``read_antibiotic_protocols``  its text for each focus
19. ``sign_in`` ``manage_people``     accounts and sessions

Every file has the same steps: who may, load, decide (pure), record, return. Nothing is
announced: the log is the announcement.
"""

from dispatch.store.clocks import Clocks
from dispatch.store.entry import Changes, Command, Person, Receipt
from dispatch.store.headquarters import Headquarters

__all__ = ["Changes", "Clocks", "Command", "Headquarters", "Person", "Receipt"]
