"""What a doctor's pages have of pre-alerts: those coming, and the request that follows one."""

from collections.abc import Iterable

from dispatch.desk.read_pre_alert import read_pre_alert
from dispatch.kernel import PreAlertId
from dispatch.transfer.pre_alert_view import PreAlertView
from dispatch.web.pages.visit import Visit

FIELD = "pre_alert_id"
"""The box by which a request says what it came of; without it, it is sent by itself."""

PICTURE = {
    "rr": "clinical/respiratory_rate_rpm",
    "hr": "clinical/heart_rate_bpm",
    "spo2": "clinical/spo2_pct",
    "gcs": "clinical/gcs",
}
"""What a pre-alert told that the picture of a request asks, too."""


def by_arrival(pre_alerts: Iterable[PreAlertView]) -> tuple[PreAlertView, ...]:
    """The next one to arrive first."""
    return tuple(sorted(pre_alerts, key=lambda each: (each.arrives_at, each.number)))


async def filled_from(visit: Visit, pre_alert_id: str | None) -> dict[str, str]:
    """The fields of a request that a pre-alert fills; the doctor states all the rest."""
    if not pre_alert_id:
        return {}
    pre_alert = await read_pre_alert(visit.hq, visit.reading, PreAlertId(pre_alert_id))
    vitals = pre_alert.vitals or {}
    return {
        FIELD: pre_alert.pre_alert_id,
        "care": "adult" if pre_alert.age_group == "adult" else "paediatric",
        **{
            field: visit.words.number(round(vitals[key]))
            for key, field in PICTURE.items()
            if key in vitals
        },
    }
