"""Numbers as people write them: one reader for every field of every form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.kernel.figures import Bounds, Unread, read_count, read_figure, write_figure

FLUIDS = Bounds(0, 30_000, is_whole=True, is_counted=True)
URINE = Bounds(0, 20_000, is_counted=True)
PULSE = Bounds(10, 350, is_whole=True, is_counted=True)
LACTATE = Bounds(0, 30)
PLATELETS = Bounds(0, 3000)
FIBRINOGEN = Bounds(10, 2000)
DEGREES = Bounds(-180, 180)


@pytest.mark.parametrize(
    ("written", "bounds", "read"),
    [
        ("5,1", LACTATE, 5.1),
        ("5.1", LACTATE, 5.1),
        (" 5,1 ", LACTATE, 5.1),
        ("05", LACTATE, 5),
        ("0,125", LACTATE, 0.125),
        ("2,125", LACTATE, 2.125),
        ("-2.6", DEGREES, -2.6),
        ("41,617", DEGREES, 41.617),
        ("14,0", PULSE, 14),
        ("2000", FLUIDS, 2000),
        ("1.250", FIBRINOGEN, 1250),
        ("12,500", Bounds(0, 1000), 12.5),
    ],
)
def test_digits_with_one_comma_or_point_are_a_number(written, bounds, read):
    assert read_figure(written, bounds) == read


@pytest.mark.parametrize("written", ["2.000", "2,000"])
@pytest.mark.parametrize("bounds", [FLUIDS, URINE])
def test_three_digits_after_the_mark_of_a_volume_are_thousands(written, bounds):
    """2.000 mL in Calella and 2,000 mL in London are two litres; they were stored as 2 mL."""
    assert read_figure(written, bounds) == 2000


@pytest.mark.parametrize(
    ("written", "bounds", "one", "other"),
    [
        ("0.500", FLUIDS, 0.5, 500),
        ("80.000", PULSE, 80, 80_000),
        ("1,500", PLATELETS, 1.5, 1500),
        ("1234.567", FLUIDS, 1234.567, 1_234_567),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked(written, bounds, one, other):
    assert read_figure(written, bounds) == Unread("two_readings", one, other)


@pytest.mark.parametrize(
    "written",
    [
        *("", "high", "1e3", "1E3", "0x10", "1_000", "nan", "inf", "-inf", "infinity"),
        *("２０００", "٣", "²", "1.2.3", "1,2,3", "1.000.000", "5 1", "2 000", ".5", "5."),
        *("+5", "--5", "5-", "1/2", "5\n", "\xa05", "0b1", "1j", "True", "1" * 10),
    ],
)
@pytest.mark.parametrize("bounds", [FLUIDS, LACTATE])
def test_what_only_a_program_reads_is_no_number(written, bounds):
    assert read_figure(written, bounds) == Unread("not_a_number")


@pytest.mark.parametrize("written", ["80,5", "80.25", "0,5"])
def test_whole_quantity_has_no_decimals(written):
    assert read_figure(written, PULSE) == Unread("not_whole")


@pytest.mark.parametrize(
    ("written", "count"),
    [
        *(("0", 0), ("12", 12), ("", None), ("-1", None), ("2.0", None), ("1.000", None)),
        *(("²", None), ("９", None), ("1_0", None), ("9" * 7, None)),
    ],
)
def test_count_is_digits_alone(written, count):
    assert read_count(written) == count


@given(
    st.integers(0, 30_000),
    st.integers(0, 999_999),
    st.sampled_from([LACTATE, URINE, FLUIDS, PLATELETS, DEGREES]),
    st.sampled_from(["ca", "es", "en"]),
)
def test_number_written_into_a_field_is_read_back_or_asked(whole, decimals, bounds, language):
    """A form shows what is known: sent back untouched it must never mean something else."""
    value = float(f"{whole}.{decimals}")
    read = read_figure(write_figure(value, language), bounds)
    if isinstance(read, Unread):
        assert bounds.is_whole or (bounds.is_counted and value < 1)
    else:
        assert read == float(f"{value:.6g}")


@given(st.text(max_size=8))
def test_no_text_breaks_the_reader(written):
    read = read_figure(written, FLUIDS)
    assert isinstance(read, Unread | int)
