"""How fast a unit drives: by lights or with the traffic, and at what hour of the day.

Every factor is proposed, without a local source: own records should replace them.
"""

from datetime import datetime

from dispatch.fleet.shift import LOCAL
from dispatch.routing.travel.road_model import LIGHTS, NORMAL, Pace

PEAK_HOURS = ((7, 9), (17, 20))
"""From the first hour up to the second, by the clock in Barcelona, Monday to Friday. Public
holidays aren't known.
"""

PEAK_CITY = 1.3
"""Minutes of city streets and urban expressways in the peak, against free flow (proposed)."""

NORMAL_PEAK = Pace(city=NORMAL.city * PEAK_CITY, road=NORMAL.road)
LIGHTS_PEAK = Pace(city=LIGHTS.city * PEAK_CITY, road=LIGHTS.road)

PACES = (NORMAL, LIGHTS, NORMAL_PEAK, LIGHTS_PEAK)
"""All there are: one table of travel times each."""


def is_peak(now_at: datetime) -> bool:
    """Whether the streets are full at this instant."""
    local = now_at.astimezone(LOCAL)
    is_weekday = local.weekday() < 5
    return is_weekday and any(start <= local.hour < end for start, end in PEAK_HOURS)


def pace_at(now_at: datetime, *, by_lights: bool) -> Pace:
    """The pace of a drive that begins at this instant."""
    if is_peak(now_at):
        return LIGHTS_PEAK if by_lights else NORMAL_PEAK
    return LIGHTS if by_lights else NORMAL
