"""What the two doctors share of a transfer, on one page both see (Yébenes 2020, stage 3).

Focus, systemic repercussion, absence of limits, right resuscitation, degree of organ failure,
support needed: the transfer, its bundle and its scores, as of an instant.
"""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dispatch.assessment.answer import Answer, answer_of
from dispatch.assessment.assess import Assessment, assess
from dispatch.assessment.centre import CutoffsInUse
from dispatch.assessment.fields import key_of
from dispatch.assessment.priority import Priority
from dispatch.assessment.values import AdultValues, PatientValues
from dispatch.identity.actor import Actor
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.antibiotic_protocol import ProtocolVersion
from dispatch.transfer.assessed import Assessed, Said, said_of, values_of
from dispatch.transfer.bundle import BundleView, bundle_of
from dispatch.transfer.known_values import values_now
from dispatch.transfer.merged_values import told_in
from dispatch.transfer.sayings import with_right_fluids
from dispatch.transfer.shown_protocol import ShownProtocol, shown_protocols
from dispatch.transfer.transfer import Transfer
from dispatch.transfer.views import TransferView, view_transfer


class OfHospitals(Struct, frozen=True):
    """What hospitals set for themselves: ``cutoffs`` where the patient is; ``protocols``, all
    versions, of both sides.
    """

    cutoffs: CutoffsInUse = CutoffsInUse()
    protocols: Mapping[HospitalCode, tuple[ProtocolVersion, ...]] = {}


NOTHING_SET = OfHospitals()


class SharedView(Struct, frozen=True):
    """``assessment`` in the keys of ``csi assess``, None while nobody recorded values; it
    reads everything that is known now, ``values`` and whatever request, picture and steps say.

    ``values``: those known, in the same keys: of each the one last said; ``values_said``: when
    each was last said in an assessment, and by whom.
    ``cutoffs_of``: ``centre`` or ``proposed``; ``cutoffs_since_at`` when the centre set them.
    ``values_lead_higher``: to priority 0, which is not in force; people decide.
    ``protocols``: the antibiotic protocols of the hospital that sends, and of the one that
    has agreed.
    """

    transfer: TransferView
    bundle: BundleView
    assessment: Answer | None
    values: dict[str, object] | None
    values_said: dict[str, Said]
    assessed_at: datetime | None
    assessed_by: str | None
    values_lead_higher: bool
    cutoffs_of: str
    cutoffs_since_at: datetime | None
    protocols: tuple[ShownProtocol, ...] = ()


def shared_view(
    transfer: Transfer, actor: Actor, *, now_at: datetime, own: OfHospitals = NOTHING_SET
) -> SharedView:
    """Everything the two doctors share, for an actor who may see the clinical picture."""
    view = view_transfer(transfer, actor, in_full=True)
    assert view is not None
    assert view.clinical is not None
    assessed, known = transfer.assessed, _known(transfer)
    used = own.cutoffs
    found = None if known is None else assess(_without_limits(known), used.cutoffs)
    return SharedView(
        transfer=view,
        bundle=bundle_of(transfer, now_at=now_at),
        assessment=None if found is None else answer_of(transfer.number, found),
        values=None if known is None else _by_key(_as_said(transfer, known)),
        values_said={} if assessed is None else _said_by_key(assessed),
        assessed_at=None if assessed is None else assessed.assessed_at,
        assessed_by=None if assessed is None else assessed.recorded_by,
        values_lead_higher=found is not None and _leads_higher(transfer, found),
        cutoffs_of=used.of,
        cutoffs_since_at=used.since_at,
        protocols=shown_protocols(transfer, own.protocols, now_at=now_at),
    )


def _known(transfer: Transfer) -> PatientValues | None:
    values = values_now(transfer)
    return None if values is None else with_right_fluids(transfer, values)


def _without_limits(known: PatientValues) -> PatientValues:
    """No request is taken without the word that treatment has no limits: it is not missing."""
    is_unsaid = known.has_treatment_limits is None
    return replace(known, has_treatment_limits=False) if is_unsaid else known


def _as_said(transfer: Transfer, known: PatientValues) -> PatientValues:
    """As people said them: what was only presupposed or worked out is nobody's word."""
    assert transfer.assessed is not None
    said = values_of(transfer.assessed)
    is_adult = isinstance(said, AdultValues)
    names = ["infection_suspected", *(("adequate_fluids_given",) if is_adult else ())]
    if transfer.assessed.is_mean_confirmed and known.systolic_mmhg is not None:
        names.append("diastolic_mmhg")
    return replace(known, **{name: getattr(said, name) for name in names})


def _said_by_key(assessed: Assessed) -> dict[str, Said]:
    names = told_in(values_of(assessed))
    return {key_of(name): said_of(assessed, name) for name in names}


def _by_key(values: PatientValues) -> dict[str, object]:
    named = {name: getattr(values, name) for name in values.__struct_fields__}
    return {key_of(name): value for name, value in named.items() if value is not None}


def _leads_higher(transfer: Transfer, found: Assessment) -> bool:
    """Upwards only: values that ask for less take nothing back, the graver counts."""
    is_zero = found.ruling is not None and found.ruling.priority is Priority.ZERO
    return is_zero and transfer.priority is Priority.THREE_HOURS
