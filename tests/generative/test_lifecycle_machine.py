"""Anybody commands anything in any order, and what must hold on the board always holds."""

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from dispatch.assessment.priority import Priority
from dispatch.capacity.beds import free_beds
from dispatch.fleet.types import UnitType
from dispatch.fleet.unit import LOADED, Activity
from dispatch.kernel.ids import TransferId
from dispatch.transfer.board import row_of
from dispatch.transfer.custody import responsible, responsible_unit
from dispatch.transfer.decide_answer import bed_kind
from dispatch.transfer.events import AnyTransferEvent, TransferRequested, UnitFailed
from dispatch.transfer.lifecycle import TABLE, happening, settled
from dispatch.transfer.stage import CLOSED, WITH_UNIT, Stage
from dispatch.transfer.transfer import Transfer, is_open, roadside, waiting_unit
from tests.builders import ALL_YES, Story
from tests.generative import commands
from tests.story import all_yes

ON_A_MISSION = LOADED | {Activity.DISPATCHED, Activity.ACKNOWLEDGED, Activity.EN_ROUTE}
BEFORE = ("requested_at", "agreed_at")
AFTER = ("departed_at", "arrived_at", "handed_over_at")
OF_THE_UNIT = (*BEFORE, "assigned_at", "notified_at", "en_route_at", *AFTER)
OF_THE_PATIENT = (*BEFORE, "at_patient_at", "crew_took_over_at", *AFTER)
IN_ALL = (*OF_THE_UNIT[:5], *OF_THE_PATIENT[2:])


def words_aside(transfer: Transfer) -> Transfer:
    """A closed transfer without what may still be said about it."""
    times = replace(
        transfer.milestones,
        sender_released_at=None,
        receiver_confirmed_at=None,
        resolved_at=None,
    )
    agreed = transfer.agreement and replace(
        transfer.agreement, confirmed_at=None, disputed_at=None, disputed_because=None
    )
    return replace(
        transfer,
        milestones=times,
        agreement=agreed,
        outcome=None,
        return_id=None,
        version=0,
    )


class Headquarters(RuleBasedStateMachine):
    """The board under any commands. ``stages`` is kept by the table alone, beside the core."""

    def __init__(self) -> None:
        super().__init__()
        self.story = Story()
        self.told = 0
        self.stages: dict[TransferId, Stage] = {}
        self.closed: dict[TransferId, Transfer] = {}

    @rule(command=commands.requests)
    def somebody_requests(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.asking | commands.answering)
    def somebody_looks_for_a_hospital(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.sending)
    def somebody_sends_a_unit(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.travelling)
    def somebody_reports_a_step(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.changing)
    def somebody_changes_the_plan(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.reporting | commands.of_beds)
    def somebody_reports_beds_or_units(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.handing_over)
    def somebody_speaks_of_the_handover(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.leaving)
    def somebody_leaves_the_plan(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.going_on)
    def all_goes_well(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @rule(command=commands.waiting)
    def time_passes(self, command: commands.Command) -> None:
        commands.give(self.story, command)

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        return tuple(self.story.board.transfers.values())

    @invariant()
    def stages_are_exactly_those_of_the_table(self) -> None:
        for line in self.story.lines[self.told :]:
            event = line.event
            if isinstance(event, TransferRequested):
                self.stages[event.transfer_id] = Stage.REQUESTED
            elif isinstance(event, AnyTransferEvent):
                here = self.stages[event.transfer_id]
                self.stages[event.transfer_id] = TABLE[here, happening(event)]
        self.told = len(self.story.lines)
        for row in self.transfers:
            is_agreed, is_asked = row.agreement is not None, row.asked is not None
            self.stages[row.transfer_id] = settled(
                self.stages[row.transfer_id], is_agreed=is_agreed, is_asked=is_asked
            )
        assert self.stages == {row.transfer_id: row.stage for row in self.transfers}

    @invariant()
    def no_unit_goes_without_four_yes(self) -> None:
        for transfer in self.transfers:
            took_back = any(no.took_back for no in transfer.declined)
            if transfer.unit_id is not None and transfer.agreement is None:
                assert took_back
                assert transfer.stage in {*WITH_UNIT, Stage.AT_PATIENT}
            elif transfer.unit_id is not None and transfer.agreement is not None:
                assert transfer.agreement.answers == all_yes(transfer)
                assert len(transfer.agreement.answers) == len(ALL_YES)

    @invariant()
    def agreement_is_of_a_hospital_that_was_proposed_and_never_of_the_sender(self) -> None:
        for transfer in self.transfers:
            if transfer.agreement is not None:
                proposed = {candidate.hospital for candidate in transfer.candidates}
                assert transfer.agreement.hospital in proposed - {transfer.referring}
                assert transfer.agreement.intensivist_id != transfer.referring_doctor_id

    @invariant()
    def exactly_one_is_responsible_for_the_next_step(self) -> None:
        for transfer in self.transfers:
            agreed = transfer.agreement is not None
            travelling = transfer.unit_id is not None
            looking = not agreed and not travelling and transfer.asked is None
            deciding = not agreed and not travelling and transfer.asked is not None
            sending = agreed and not travelling
            if is_open(transfer):
                assert [looking, deciding, sending, travelling].count(True) == 1
                assert looking == (transfer.stage is Stage.REQUESTED)
                assert deciding == (transfer.stage is Stage.ASKED)
                assert sending == (transfer.stage is Stage.ACCEPTED)

    @invariant()
    def exactly_one_side_answers_for_the_patient(self) -> None:
        for transfer in self.transfers:
            side = responsible(transfer)
            is_taken = transfer.stage in {Stage.DEPARTED, Stage.ARRIVED}
            assert (side == "receiving") == (transfer.stage is Stage.HANDED_OVER)
            assert side == "crew" or not is_taken
            if side == "crew" and is_open(transfer):
                stranded = transfer.stranded is not None
                assert is_taken or stranded or transfer.stage is Stage.AT_PATIENT

    @invariant()
    def patient_on_the_road_is_in_the_care_of_one_crew(self) -> None:
        units = self.story.board.units
        for transfer in self.transfers:
            waits = waiting_unit(transfer)
            if is_open(transfer):
                in_care = responsible(transfer) == "crew"
                assert (responsible_unit(transfer) is not None) == in_care
                assert in_care or roadside(transfer) is None
                assert waits is None or waits == responsible_unit(transfer) != transfer.unit_id
            if waits is not None:
                assert units[waits].transfer_id == transfer.transfer_id
                assert units[waits].activity is Activity.OUT_OF_SERVICE

    @invariant()
    def return_and_first_know_each_other(self) -> None:
        board = self.story.board
        for row in self.transfers:
            assert (row.priority is Priority.RETURN) == (row.returns is not None)
            if row.returns is not None and row.stage not in {Stage.CANCELLED, Stage.TAKEN_BACK}:
                assert board.transfers[row.returns].return_id == row.transfer_id
                assert board.transfers[row.returns].patient_key == row.patient_key
                ended = board.transfers[row.returns].outcome == "returned"
                assert ended or row.stage is not Stage.HANDED_OVER

    @invariant()
    def unit_serves_one_open_transfer_at_most_and_both_say_so(self) -> None:
        served = [row for row in self.transfers if is_open(row) and row.unit_id]
        serving = {row.unit_id: row.transfer_id for row in served}
        assert len(serving) == len(served)
        waiting = {waiting_unit(row): row.transfer_id for row in self.transfers}
        for unit in self.story.board.units.values():
            mission = serving.get(unit.unit_id)
            waits = waiting.get(unit.unit_id)
            assert unit.transfer_id == (waits if mission is None else mission)
            assert (unit.activity in ON_A_MISSION) == (mission is not None)
            assert mission is None or unit.unit_type is not UnitType.SVB

    @invariant()
    def loaded_unit_belongs_to_a_patient_at_the_bedside_or_beyond(self) -> None:
        for transfer in self.transfers:
            if is_open(transfer) and transfer.unit_id is not None:
                is_loaded = self.story.board.units[transfer.unit_id].activity in LOADED
                assert is_loaded == (transfer.stage not in WITH_UNIT)

    @invariant()
    def beds_add_up_and_are_held_for_somebody(self) -> None:
        for (hospital, kind), beds in self.story.board.beds.items():
            free = max(0, beds.total - beds.used - beds.held)
            assert min(beds.total, beds.used, beds.held) >= 0
            assert free_beds(beds) in {None, free}
            holding = [
                row
                for row in self.transfers
                if row.bed_held_at and row.agreement and row.agreement.hospital == hospital
            ]
            assert all(is_open(row) for row in holding)
            assert beds.held == sum(bed_kind(row) is kind for row in holding)

    @invariant()
    def log_has_no_gap_and_rows_know_their_last_line(self) -> None:
        lines, board = self.story.lines, self.story.board
        assert [line.seq for line in lines] == list(range(1, board.seq + 1))
        last = {row_of(line.event): line.seq for line in lines}
        rows = (board.transfers, board.units, board.beds)
        versions = {key: row.version for kind in rows for key, row in kind.items()}
        assert {key: version for key, version in versions.items() if version} == last

    @invariant()
    def closed_transfer_never_changes_while_it_is(self) -> None:
        for transfer in self.transfers:
            if transfer.stage in CLOSED:
                known = self.closed.setdefault(transfer.transfer_id, transfer)
                assert words_aside(known) == words_aside(transfer)
            else:
                self.closed.pop(transfer.transfer_id, None)
        assert self.closed.keys() <= self.story.board.transfers.keys()

    @invariant()
    def steps_of_a_journey_are_in_time(self) -> None:
        """Where a unit failed, the first one reached the patient and the next one goes on."""
        told = (line.event for line in self.story.lines)
        failed = {event.transfer_id for event in told if isinstance(event, UnitFailed)}
        for transfer in self.transfers:
            is_plain = transfer.transfer_id not in failed
            for names in (OF_THE_UNIT, OF_THE_PATIENT, *((IN_ALL,) if is_plain else ())):
                known = (getattr(transfer.milestones, name) for name in names)
                times = [at for at in known if at is not None]
                assert times == sorted(times)


Headquarters.TestCase.settings = settings(
    max_examples=40, stateful_step_count=40, deadline=None
)
TestHeadquarters = Headquarters.TestCase
