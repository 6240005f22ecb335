"""Where a municipality is, and that a position lies in Catalonia."""

import pytest

from dispatch.network import Base
from dispatch.network.towns import require_in_region, towns
from tests.builders import CALELLA, a_network, refused

PINEDA = Base("base-pineda", "Pineda de Mar", 41.63, 2.69, "made for tests")
SECOND = Base("base-calella", "Calella", 40.6, 0.2, "made for tests")


def test_municipality_is_where_its_hospital_is():
    calella = a_network().hospitals[CALELLA]
    assert towns(a_network(), (SECOND,))["Calella"] == (calella.lat, calella.lon)


def test_municipality_without_a_hospital_is_where_its_base_is():
    assert towns(a_network(), (PINEDA,))["Pineda de Mar"] == (41.63, 2.69)


def test_municipalities_are_told_by_name():
    assert list(towns(a_network(), (PINEDA,))) == sorted(towns(a_network(), (PINEDA,)))


@pytest.mark.parametrize(
    ("spot", "field"),
    [
        ((40.4, 2.0), "lat"),
        ((43.0, 2.0), "lat"),
        ((41.0, 0.0), "lon"),
        ((41.0, 3.5), "lon"),
        ((float("nan"), 2.0), "lat"),
    ],
)
def test_position_outside_catalonia_is_refused(spot, field):
    with refused("position_invalid", field=field):
        require_in_region(spot)


def test_position_at_the_edge_is_accepted():
    assert require_in_region((40.5, 3.4)) == (40.5, 3.4)
