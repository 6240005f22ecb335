"""Which hospital receives.

The territory is made of clusters: each hospital has its centres of reference. The program
proposes in order and says of every other hospital why not; headquarters asks, and the
intensivist there decides.
"""

import pytest

from dispatch.capacity.beds import BedKind, Closure
from dispatch.network.levels import Level
from dispatch.transfer.parts import Needs
from dispatch.transfer.propose_hospitals import propose_hospitals
from dispatch.transfer.stage import Stage
from tests.builders import (
    CALELLA,
    GERMANS_TRIAS,
    MATARO,
    NOON,
    Story,
    a_board,
    a_network,
    a_story,
    a_transfer,
    at,
    refused,
    some_beds,
    travel_times,
)


def candidates(*, beds=(), minutes=0, **changes):
    """The hospitals proposed for a patient in Calella, by code."""
    proposed = propose_hospitals(
        a_transfer(**changes),
        network=a_network(),
        travel=travel_times(),
        beds={(row.hospital, row.kind): row for row in beds},
        now_at=at(minutes),
    )
    return {each.hospital: each for each in proposed.candidates}


def warnings(hospital, **changes):
    return {why.code for why in candidates(**changes)[hospital].warnings}


def test_every_level_includes_the_lower_ones():
    """SEP-1 resuscitates and controls the focus, SEP-2 has an ICU, SEP-2b operates on every
    focus day and night; every level includes the lower one.

    Source: Yébenes 2020, levels of healthcare.
    """
    assert Level.SEP_2B.includes(Level.SEP_2A)
    assert Level.SEP_2A.includes(Level.SEP_1)
    assert not Level.SEP_1.includes(Level.SEP_2A)


def test_small_hospital_refers_to_its_reference_centre():
    """A patient who needs an ICU goes from Calella (SEP-1) to its reference, Mataró (SEP-2a).

    Source: Yébenes 2020, Table 2.
    """
    first = a_transfer(referring=CALELLA).candidates[0]
    assert (first.hospital, first.is_reference) == (MATARO, True)


@pytest.mark.parametrize(
    ("sender", "sep_2a", "sep_2b"),
    [
        ("calella", "mataro", "germans-trias"),
        ("esperit-sant", "germans-trias", "germans-trias"),
        ("badalona-municipal", "germans-trias", "germans-trias"),
        ("mataro", "germans-trias", "germans-trias"),
    ],
)
def test_cluster_of_the_paper_is_the_cluster_of_the_program(sender, sep_2a, sep_2b):
    """The cluster of Barcelonès Nord and Maresme refers as the paper prints it; a hospital that
    is its own reference at one level refers to the next.

    Source: Yébenes 2020, Table 2.
    """
    assert a_transfer(referring=sender).candidates[0].hospital == sep_2a
    surgery = Needs(complex_source_control=True)
    assert a_transfer(referring=sender, needs=surgery).candidates[0].hospital == sep_2b


def test_complex_focus_refers_to_the_higher_level():
    """A focus beyond abdomen and soft tissue, or surgery at any hour, needs SEP-2b: Mataró is
    not proposed for it, and the reason is its level.

    Source: Yébenes 2020, levels of healthcare.
    """
    transfer = a_transfer(needs=Needs(complex_source_control=True))
    assert transfer.candidates[0].hospital == GERMANS_TRIAS
    mataro = next(each for each in transfer.not_proposed if each.hospital == MATARO)
    assert mataro.reasons[0].code == "level_too_low"


def test_full_or_closed_hospital_is_shown_with_its_warning():
    """A full or a closed centre of reference carries a warning and is not hidden: people may
    know of a bed that the program does not. Another centre of reference, which is not known to
    be full or closed, comes before it, and it says so; hospitals of no reference do not.

    Source: decision 13 (closed or full warns, never hides); the order of two centres of
    reference is proposed.
    """
    full = some_beds(MATARO, total=10, used=10)
    assert warnings(MATARO, beds=[full]) >= {"no_free_beds"}
    closure = Closure("Oxygen", "Dr. Vidal", NOON, None)
    closed = some_beds(MATARO, closure=closure)
    assert warnings(MATARO, beds=[closed]) >= {"closed"}
    assert list(candidates(beds=[full]))[:2] == [GERMANS_TRIAS, MATARO]


def test_beds_nobody_reported_are_unknown_and_not_free():
    """A count of beds that nobody reported is unknown; it is never shown as nought or as free.

    Source: decision 13.
    """
    assert candidates()[MATARO].beds_free is None
    assert "beds_unknown" in warnings(MATARO)


def test_old_count_of_beds_becomes_unknown():
    """A count older than thirty minutes is unknown again, and the warning says that it is old.

    Source: decision 13; thirty minutes are proposed.
    """
    told = some_beds(MATARO, total=10, used=6)
    assert candidates(beds=[told], minutes=30)[MATARO].beds_free == 4
    assert candidates(beds=[told], minutes=31)[MATARO].beds_free is None
    assert "beds_report_old" in warnings(MATARO, beds=[told], minutes=31)


def test_every_other_hospital_has_its_reason():
    """Every hospital of the network is proposed or has a reason why not, and none is both.

    Source: decision 13.
    """
    transfer = a_transfer()
    proposed = [each.hospital for each in transfer.candidates]
    others = [each.hospital for each in transfer.not_proposed]
    assert sorted([*proposed, *others]) == sorted(a_network().hospitals)
    assert all(each.reasons for each in transfer.not_proposed)


def test_own_hospital_that_suffices_is_said_so():
    """When the hospital of the patient has the level that is needed, the page says so.

    Source: decision 13.
    """
    assert a_transfer(referring=GERMANS_TRIAS).own_hospital_suffices
    assert not a_transfer(referring=CALELLA).own_hospital_suffices


def test_other_hospital_than_the_first_needs_a_reason():
    """Headquarters may ask another hospital than the first proposed, and says why; the reason
    stays in the log.

    Source: decision 16.
    """
    story = a_story()
    with refused("override_reason_needed", field="override_reason"):
        story.ask(hospital=GERMANS_TRIAS)
    story.ask(hospital=GERMANS_TRIAS, reason="the family lives there")
    assert story.transfer().asked == GERMANS_TRIAS


def test_hospital_of_too_low_a_level_is_not_asked_even_with_a_reason():
    """A hospital that lacks what the patient needs is not asked, whatever the reason.

    Source: Yébenes 2020, levels of healthcare; decision 13.
    """
    story = a_story(needs=Needs(complex_source_control=True))
    with refused("hospital_not_suitable", field="hospital"):
        story.ask(hospital=MATARO, reason="it is near")


def test_hospital_that_said_no_is_asked_again_only_with_a_reason():
    """A hospital that said no to this patient is left out, with its reason. A person asks it
    again with a reason of their own; the program never does.

    Source: decision 13.
    """
    story = a_story(Stage.ASKED)
    story.decline(reason="no_bed")
    with refused("hospital_declined", field="override_reason"):
        story.ask(hospital=MATARO)
    story.ask(hospital=MATARO, reason="a patient of theirs leaves at six")
    assert story.transfer().asked == MATARO


def test_agreement_holds_a_bed_and_cancelling_gives_it_back():
    """Agreement holds one bed, cancelling frees it; held, used and free beds always make up
    the total.

    Source: decision 7.
    """
    story = Story(a_board(beds=[some_beds(MATARO, total=10, used=6)]))
    story.request()
    story.bring_to(Stage.ACCEPTED)
    assert (story.beds().held, story.beds().used, story.beds().total) == (1, 6, 10)
    story.cancel()
    assert (story.beds().held, story.beds().used, story.beds().total) == (0, 6, 10)


def test_patient_from_a_hospital_is_never_sent_to_the_same():
    """The hospital where the patient lies is never asked to receive the patient.

    Source: Yébenes 2020, stage 3 (between a referring and a receiving hospital).
    """
    story = a_story()
    with refused("transfer_to_oneself", field="hospital"):
        story.ask(hospital=CALELLA, reason="stay")


def test_beds_of_adults_and_children_are_counted_apart():
    """A bed of an adult ICU is none for a child, and the other way round.

    Source: Yébenes 2020, levels of healthcare (a level of their own for children).
    """
    told = some_beds(MATARO, kind=BedKind.PICU, reported_at=NOON)
    assert candidates(beds=[told])[MATARO].beds_free is None
