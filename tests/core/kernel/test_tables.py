"""Files are read line by line, and all their faults are told together."""

from hypothesis import given
from hypothesis import strategies as st

from dispatch.kernel.columns import filled, free_text, unique, whole
from dispatch.kernel.tables import read_table

COLUMNS = (unique(filled("code")), whole("beds", 0, 9), free_text("notes"))
HEADER = "code,beds,notes\n"


def read(content, **options):
    return read_table(content, file="t.csv", columns=COLUMNS, **options)


def found(content):
    faults = read(content).faults
    return [(fault.line, fault.column, fault.value, fault.code) for fault in faults]


def test_reader_gives_rows_with_their_lines():
    rows = read(HEADER + "vic,2,\n\nolot,0,x\n").rows
    assert [(row.line, row.cells["code"]) for row in rows] == [(2, "vic"), (4, "olot")]


def test_reader_accepts_byte_order_mark_and_crlf():
    content = ("\ufeff" + HEADER + 'vic,2,"a, b"\n').replace("\n", "\r\n").encode()
    table = read(content)
    assert (table.faults, table.rows[0].cells["notes"]) == ((), "a, b")


def test_reader_accepts_columns_in_any_order():
    assert read("notes,code,beds\n,vic,3\n").rows[0].cells["beds"] == "3"


def test_reader_refuses_empty_file():
    assert found("\n \n") == [(0, "", "", "file_empty")]


def test_reader_refuses_header_without_rows():
    assert found(HEADER) == [(1, "", "", "no_rows")]


def test_reader_accepts_no_rows_when_told():
    assert read(HEADER, may_be_empty=True) == read(HEADER + "\n", may_be_empty=True)
    assert read(HEADER, may_be_empty=True).faults == ()


def test_reader_refuses_bytes_that_are_not_utf8():
    assert found(HEADER.encode() + b"m\xd8ra,1,\n") == [(2, "", "\\xd8", "not_utf8")]
    assert found(HEADER.encode() + b"m\x81ra,1,\n") == [(2, "", "\\x81", "not_utf8")]
    assert found(HEADER.encode("utf-16-le")) == [(1, "", "\\x00", "not_utf8")]


def test_reader_names_columns_missing_unknown_and_repeated():
    assert found("code,code,phone\nvic,vic,1\n") == [
        (1, "beds", "", "column_missing"),
        (1, "notes", "", "column_missing"),
        (1, "phone", "phone", "column_unknown"),
        (1, "code", "code", "column_repeated"),
    ]


def test_reader_counts_cells_too_few_and_too_many():
    assert found(HEADER + "vic,2\nolot,2,,\n") == [
        (2, "", "2 cells", "cell_count"),
        (3, "", "4 cells", "cell_count"),
    ]


def test_row_of_wrong_width_keeps_its_first_cell():
    assert read(HEADER + "vic,2\n").rows[0].cells == {"code": "vic"}


def test_open_quote_costs_its_own_line_only():
    content = HEADER + 'vic,2,"oops\nolot,12,\nberga,"1"1,\n'
    assert found(content) == [
        (2, "", 'vic,2,"oops', "quote_not_closed"),
        (3, "beds", "12", "out_of_range"),
        (4, "", 'berga,"1"1,', "quote_not_closed"),
    ]


def test_open_quote_in_header_stops_the_reading():
    assert found('code,"beds,notes\nvic,2,\n') == [
        (1, "", 'code,"beds,notes', "quote_not_closed")
    ]


def test_row_holds_only_accepted_cells():
    assert read(HEADER + "vic,many,\n").rows[0].cells == {"code": "vic", "notes": ""}


def test_second_use_of_unique_value_is_at_fault():
    (fault,) = read(HEADER + "vic,1,\nolot,1,\nvic,2,\n").faults
    assert (fault.line, fault.column, fault.value) == (4, "code", "vic")
    assert fault.allowed == "a value not used before (line 2 has it)"


@given(st.text())
def test_reader_never_breaks_on_any_text(text):
    table = read(text)
    assert table.rows or table.faults


@given(st.binary())
def test_reader_never_breaks_on_any_bytes(content):
    table = read(content)
    assert table.rows or table.faults
