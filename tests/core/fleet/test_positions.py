"""A fix is kept only when it can be true."""

from datetime import timedelta

import pytest

from dispatch.fleet import STALE_S, UNKNOWN_S, require_position
from tests.builders import NOON, a_position, refused


def test_fix_of_now_is_kept_as_it_is():
    position = a_position(heading_deg=180.0)
    assert require_position(position, NOON, ahead_s=120) is position


@pytest.mark.parametrize("lat", [-90.1, 90.1, 4155.0, float("nan"), float("inf")])
def test_latitude_off_the_globe_is_refused(lat):
    with refused("position_invalid", field="lat", allowed="-90..90"):
        require_position(a_position(lat=lat), NOON, ahead_s=120)


@pytest.mark.parametrize("lon", [-180.1, 180.1, 243.0, float("nan")])
def test_longitude_off_the_globe_is_refused(lon):
    with refused("position_invalid", field="lon", allowed="-180..180"):
        require_position(a_position(lon=lon), NOON, ahead_s=120)


@pytest.mark.parametrize(("lat", "lon"), [(90, 180), (-90, -180), (0, 2.4), (41.5, 0)])
def test_edge_of_the_globe_is_a_place(lat, lon):
    assert require_position(a_position(lat=lat, lon=lon), NOON, ahead_s=120).lat == lat


def test_receiver_without_a_fix_is_refused():
    # A receiver that has no fix yet says 0, 0, in the sea off Africa.
    with refused("position_invalid", field="lat", allowed="a real fix"):
        require_position(a_position(lat=0, lon=0), NOON, ahead_s=120)


def test_clock_a_little_ahead_is_borne():
    position = a_position(seen_at=NOON + timedelta(seconds=120))
    assert require_position(position, NOON, ahead_s=120) is position


def test_fix_from_the_future_is_refused():
    late = a_position(seen_at=NOON + timedelta(seconds=120 + 1))
    with refused("position_invalid", field="seen_at", value="2026-11-22T12:02:01+00:00"):
        require_position(late, NOON, ahead_s=120)


def test_old_fix_is_kept_for_what_it_is():
    old = a_position(seen_at=NOON - timedelta(days=1))
    assert require_position(old, NOON, ahead_s=120) is old


def test_position_is_old_before_it_is_unknown():
    assert 0 < STALE_S < UNKNOWN_S


@pytest.mark.parametrize("heading_deg", [-0.1, 360, 1000])
def test_heading_outside_the_compass_is_refused(heading_deg):
    with refused("position_invalid", field="heading_deg"):
        require_position(a_position(heading_deg=heading_deg), NOON, ahead_s=120)
