"""Measures over what has happened: numerator, denominator, interval, worked out of the log.

The room knows no patient and never will. Counts below five are not shown to the public; the
lists of work that headquarters keeps for itself (``phone_agreements``) are plain.
"""

from dispatch.registry.period import Period, last_days, period
from dispatch.registry.phone_agreements import (
    Counts,
    PhoneAgreement,
    Word,
    agreed_by_phone,
    counted,
)

__all__ = [
    "Counts",
    "Period",
    "PhoneAgreement",
    "Word",
    "agreed_by_phone",
    "counted",
    "last_days",
    "period",
]
