"""Who somebody is, is found inside a sentence; figures of medicine are left alone."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch.identity.in_text import CONTROL_LETTERS, require_nobody_in
from dispatch.kernel import Refused
from tests.builders import refused
from tests.work import LINEAR_AT_MOST, growth

IDENTIFIERS = (
    "12345678Z",
    "dni 12345678-z",
    "12.345.678-Z",
    "pacient 12345678 Z, dona",
    "12.345.678 Z",
    "DNI: 12345678",
    "NIF 12.345.678",
    "X1234567L",
    "x-1234567-l",
    "X 1234567 L",
    "nie Y1234567X.",
    "PUGA1680512005",
    "puga 1 680512 00 5",
    "CIP: PUGA-1680512005",
    "PUGA 1680512 005",
    "BBBBBBBBBB123456",
    "(12345678Z)",
    "１２３４５６７８Z",
    "DNI núm. 12345678",
    "dni n.12.345.678",
    "DNI12345678",
    "pacient X 12345678Z",
    "pacient X: 12.345.678-Z",
    "12345678A",
    "12345678/Z",
    "12345678\u2013Z",
    "12345678\u2011Z",
    "12345678_Z",
    "12345678.Z",
    "12345678:Z",
    "12345678(Z)",
    "12345678 / Z",
    "12 345 678 Z",
    "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668Z",
    "X-1.234.567-L",
    "X.1234567.L",
    "MAME 0 45 03 02 00 1",
    "MAME/0450302001",
    "MAME:0450302001",
    "MAME  0450302001",
    "CIPMAME0450302001",
    "1 2 3 4 5 6 7 8 Z",
    "1, 2, 3, 4, 5, 6, 7, 8",
    "A B C D 1 8 5 0 1 0 1 0 0 5",
    "pacient12345678Z",
    "12345678Zx",
    "X12345678Z",
    "12345678Z9",
    "pacientX1234567L",
    "12,345,678Z",
    "12,345,678 Z",
    "a12.345.678Zb",
    "1234 5678Z",
    "12 34 56 78Z",
    "DNI 12,345,678",
    "pacABCD1850101005",
    "ABCD1850101005x",
    "ABCD 1,850101,00,5",
    "pacBBBBBBBBBB123456",
    "NSS 08/12345678/90",
    "08/12345678/69",
    "NUSS: 08 1234 5678 69",
    "081234567869",
    "0812 3456 7869",
    "08 12 34 56 78 69",
    "08-1234-5678-69",
    "08 12 345 678 69",
    "08/123 456 78/69",
    "080123456774",
    "Seguretat Social 08 123456789",
    "12345678",
    "12345678 L de res",
    "pacient12345678",
    "NHC 123456",
)
PHONES = (
    "937690201",
    "93 769 02 01",
    "93.769.02.01",
    "93-769-02-01",
    "truca al 600 123 456",
    "600-12-34-56",
    "+34 600 123 456",
    "0034937690201",
    "tel:937690201",
    "+33 1 23 45 67 89",
    "filla 612345678, esposa",
    "93 769 0201",
    "Truqueu al 612345678 l'Anna",
    "612345678 / fill",
    "612345678 h",
    "612345678 min",
    "93 581 22 33 /ext 4",
    "+34 612345678 l'Anna",
    "93 5812233",
    "93-5812233",
    "(93) 581 22 33",
    "93/581.22.33",
    "93/581/22/33",
    "612.345.678",
    "612-345678",
    "612 345678",
    "612/345/678",
    "612\u2013345\u2013678",
    "34612345678",
    "tel612345678",
    "612  345  678",
    "61 23 45 67 8",
    "\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
    "612 345 678 mL",
    "tel 61 23 45 678",
    "tel 612,345,678",
    "612,345,678",
    "6 1 2 3 4 5 6 7 8",
    "6-1-2-3-4-5-6-7-8",
    "6123 45678",
    "61234 5678",
    "telèfon: 6 12 34 56 78",
    "truca al 61 23 45 678",
    "Mòbil núm. 61,23,45,678",
    "tlf 6123 456 78",
    "filla612345678",
    "612345678filla",
)
MAILS = (
    "joan.garcia@example.cat",
    "a l'adreça Anna_P@mail.example.org, la filla",
    "joan @ x.com",
)
MEDICINE = (
    "Box 4, UCI 12, llit 3-B",
    "Urgències, box 12A",
    "noradrenalina 0,35 mcg/kg/min",
    "TA 85/45, FC 118, FR 28, SatO2 91 %, T 38,9",
    "penicil·lina 10000000U i.v.",
    "heparina 5.000 UI",
    "lactat 4.6 mmol/L a les 19:40, 3.1 a les 21:10",
    "SG 500 mL + SF 1000 mL + 250 mL",
    "600 800 900 mL",
    "plaquetes 650000000/L",
    "leucòcits 12.400, PCR 312, PCT 28.4",
    "glucosa 90 110 95 88 102",
    "2026-11-30 02:41",
    "30/11/2026",
    "ext. 4412, planta 7",
    "habitació 60012",
    "pH 7.21, pCO2 48, HCO3 16",
    "dos focus: abdominal i urinari",
    "meropenem 1 g/8 h + amikacina 15 mg/kg",
    "SVA-15, no la SVI-03",
    "carretera C-32 km 104, desviament N-II",
    "el pes és 72,5 kg; talla 168 cm",
    "FiO2 0.6, PEEP 10, Vt 420",
    "x 1234567 unitats",
    "TA 120/80/65",
    "612 mL",
    "platelets 612345",
    "2026-11-30 08:45",
    "HR 110 RR 24 SpO2 93",
    "HR 95 110/70 24",
    "FC 95 110/70/83",
    "pols 110 118 95 88",
    "UCI 3-12, llit 12/4",
    "+250 300 400 mL",
    "noradrenalina @ 0.35 mcg/kg/min",
    "dopamina 800 mg/500 mL a 12,5 mL/h",
    "12.345.678 plaquetes",
    "balanç \u2212850 mL",
    "TA 85/45, FC 120, lactat 4,6",
    "Box 12",
    "3.500 mL",
    "2026-11-30 18:40",
    "30/11/2026 18:40, lactat 4,6 a les 19.10",
    "lactat 4,6 3,1 2,8 2,2",
    "lactats 4.6/3.1/2.8/2.2",
    "EVA 3 4 2 1 5, Glasgow 3 5 6",
    "SOFA 2 1 3 0 2 4",
    "glucosa 95 88 90 120",
    "FC 110 95 88 20 T 38,9",
    "plaquetes 650000000/L",
    "leucos 8500 12000, plaquetes 98000 7500",
    "referència 081234567870",
    "penicil·lina 12000000 UI",
    "telemetria 95 88 90 120",
    "truca si FC > 120, TA < 90/60",
    "diüresi 30 20 15 10 mL/h",
    "12.500 leucos, 250.000 plaquetes, Hb 9,8",
    "gasos 7,21 48 62 16 -9",
    "PAS 110 118 950 120",
    "2 mg/kg 3 dosis, 08 12 16 20 h",
    "meropenem 1 g a les 18:40, 2 g a les 20:15",
    "HC 2 positius de 4",
    "pes 72 kg, talla 168, edat 78",
    "120 110 100 95 90 85 80 75",
)


@pytest.mark.parametrize("text", IDENTIFIERS)
def test_identifier_is_found(text):
    with refused("patient_in_text", field="reason"):
        require_nobody_in(text, field="reason")


@pytest.mark.parametrize("text", PHONES)
def test_telephone_is_found(text):
    with refused("phone_in_text", field="bedside"):
        require_nobody_in(text, field="bedside")


@pytest.mark.parametrize("text", MAILS)
def test_address_of_mail_is_found(text):
    with refused("mail_in_text", field="reason"):
        require_nobody_in(text, field="reason")


@pytest.mark.parametrize("text", MEDICINE)
def test_figures_of_medicine_are_left_alone(text):
    require_nobody_in(text, field="reason")


@given(
    number=st.integers(0, 99_999_999),
    mark=st.sampled_from(("", "-", " ", " - ", "/", ".", "_", ":", " / ", "\u2013", "  ")),
    around=st.sampled_from(("{}", "Sra. Puig {}", "({})", "és {}, box 3", "dni:{}")),
)
def test_every_dni_is_found_however_it_is_written(number, mark, around):
    dni = f"{number:08}{mark}{CONTROL_LETTERS[number % 23]}"
    with refused("patient_in_text"):
        require_nobody_in(around.format(dni), field="reason")


@given(
    number=st.integers(600_000_001, 999_999_999),
    cuts=st.sampled_from(((3, 6), (3, 5, 7), (2, 5, 7), (2, 5), (2,), (3,), (2, 4, 6, 8), ())),
    mark=st.sampled_from((" ", "-", ".", "\u2013", "  ")),
    around=st.sampled_from(
        ("{}", "truqueu al {} l'Anna", "tel:{}", "({})", "{} / fill", "{} h")
    ),
)
def test_every_telephone_is_found_however_it_is_written(number, cuts, mark, around):
    ends = zip((0, *cuts), (*cuts, 9), strict=True)
    phone = mark.join(str(number)[start:end] for start, end in ends)
    with refused("phone_in_text"):
        require_nobody_in(around.format(phone), field="reason")


@pytest.mark.parametrize(
    "part", ["6", "6 ", "1.", "X-", "A@", "a", "(", "DNI", "+1 ", "ABCD 0 "]
)
def test_a_text_costs_no_more_than_its_length(part):
    def work(size: int) -> Callable[[], object]:
        text = part * size + "."

        def act() -> None:
            with suppress(Refused):
                require_nobody_in(text, field="reason")

        return act

    assert growth(work, size=200) < LINEAR_AT_MOST


@given(st.lists(st.integers(0, 250), min_size=1, max_size=7))
def test_readings_in_a_row_are_no_identifier(readings):
    require_nobody_in(", ".join(map(str, readings)), field="reason")


def test_words_of_a_refusal_do_not_repeat_who_it_was():
    with pytest.raises(Refused) as caught:
        require_nobody_in("12345678Z", field="reason")
    assert "12345678" not in str(caught.value)
