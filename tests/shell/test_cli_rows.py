"""Rows for people and for pipes: a username is never cut."""

from rich.console import Console

from dispatch.cli import rows

LONG = "metge-de-guardia-de-nit-de-la-planta-quatre"


def test_username_is_whole_on_a_narrow_terminal(monkeypatch, capsys):
    monkeypatch.setattr(rows, "out", Console(force_terminal=True, width=60, no_color=True))
    rows.show_rows(["username", "name"], [(LONG, "Metge de guàrdia " * 4)])
    assert LONG in capsys.readouterr().out


def test_pipe_gets_whole_lines(monkeypatch, capsys):
    monkeypatch.setattr(rows, "out", Console(width=20))
    rows.show_rows(["username", "name"], [(LONG, "x" * 90)])
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["username", "name"]
    assert row.split() == [LONG, "x" * 90]
