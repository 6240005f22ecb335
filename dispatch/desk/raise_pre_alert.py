"""A team outside a hospital tells that it brings a patient in whom it suspects sepsis."""

from dispatch.assessment import AdultValues, PatientValues
from dispatch.assessment.outside import signs_outside
from dispatch.identity import Role
from dispatch.identity.patient import Identifier
from dispatch.kernel import PreAlertId
from dispatch.kernel.asked import require_confirmed
from dispatch.network import Care
from dispatch.routing.receiving.choose_confirming import choose_confirming
from dispatch.store.entry import Command, Receipt
from dispatch.store.headquarters import Headquarters, verb
from dispatch.transfer.alert_twins import alert_key, with_twins
from dispatch.transfer.asked_identity import asked_of_group, asked_of_identifier
from dispatch.transfer.asked_pairs import OneAct, asked_of_pairs
from dispatch.transfer.asked_values import asked_of_values, with_confirmed
from dispatch.transfer.board import Board
from dispatch.transfer.decide_pre_alert import (
    NewPreAlert,
    PreAlertReport,
    place_of,
    require_able,
)
from dispatch.transfer.decide_pre_alert import raise_pre_alert as decide

ALLOWED = frozenset({Role.CREW, Role.PRIMARY_CARE})


@verb(ALLOWED)
async def raise_pre_alert(
    hq: Headquarters, command: Command, report: PreAlertReport, *, values: PatientValues
) -> Receipt:
    """The nearest hospital able to confirm is told, and its cut-offs judge the signs.

    The subject is the id of the pre-alert. No transfer follows by itself. Raises ``Refused``,
    among others ``no_sign_fired``.
    """
    where = place_of(report, hq.network, hq.bases)
    care = Care.ADULT if isinstance(values, AdultValues) else Care.PAEDIATRIC
    choice = choose_confirming(
        hq.network,
        hq.travel,
        start=where.spot,
        care=care,
        needs_icu=report.needs_icu_reason is not None,
    )
    first = require_able(choice)
    signs = signs_outside(values, (await hq.cutoffs_of(first)).cutoffs)
    new = NewPreAlert(PreAlertId(hq.new_id()), f"PRE-{await hq.log.next_number()}")
    event = decide(report, signs, new=new, to=(where.kept, choice), actor=command.actor)
    key = alert_key(report, first, seal=hq.patient_key)
    others = await hq.log.find_alerts(key, first)
    now_at = hq.clock()
    asked_for = await hq.log.find_alike((key,) if key else (), first)
    event = with_twins(event, key, others, transfers=asked_for, now_at=now_at)
    whose = Identifier(report.patient_reference or "", first, report.identifier)
    asked = (
        *asked_of_identifier(whose),
        *asked_of_group(whose, signs.age_group, on=now_at.date()),
        *asked_of_values(values),
        *asked_of_pairs(OneAct(care=care, values=values)),
    )
    kept = require_confirmed(asked, report.confirmed_doubts)
    (raised,) = with_confirmed((event,), kept)
    return await hq.record(command, Board(), (raised,), subject=new.pre_alert_id)
