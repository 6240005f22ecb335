"""Words every room shares: identifiers, units of measure, instants, the two kinds of failure.

The kernel knows nothing of hospitals, patients or units and never will.
"""

from dispatch.kernel.failures import Refused, Unavailable
from dispatch.kernel.ids import HospitalCode, PersonId, PreAlertId, TransferId, UnitId
from dispatch.kernel.instants import elapsed_min, require_utc
from dispatch.kernel.units import Km, Minutes

__all__ = [
    "HospitalCode",
    "Km",
    "Minutes",
    "PersonId",
    "PreAlertId",
    "Refused",
    "TransferId",
    "Unavailable",
    "UnitId",
    "elapsed_min",
    "require_utc",
]
