"""A fault says where, what and what is allowed; many are told in file order."""

from dispatch.kernel.faults import Fault, Faulty, in_file_order

LOW = Fault("beds.csv", 3, "free", "-1", "0 or more", "out_of_range")
HIGH = Fault("beds.csv", 9, "", "2 cells", "3 cells", "cell_count")


def test_fault_says_line_column_and_allowed():
    assert str(LOW) == "beds.csv:3 free: '-1' (out_of_range); allowed: 0 or more"


def test_fault_of_whole_line_names_no_column():
    assert str(HIGH) == "beds.csv:9: '2 cells' (cell_count); allowed: 3 cells"


def test_faulty_tells_every_fault_on_its_line():
    assert str(Faulty((LOW, HIGH))) == f"{LOW}\n{HIGH}"


def test_faults_are_ordered_by_line_without_repetition():
    assert in_file_order((HIGH, LOW, HIGH)) == (LOW, HIGH)
