"""``csi user``: accounts from the command line, on a real database."""

import pytest
from click.testing import CliRunner

from dispatch.cli import csi

pytestmark = pytest.mark.postgres

PASSWORD = "correct horse battery"


@pytest.fixture
def csi_says(postgres_url, engine):
    def say(*arguments: str, stdin: str = ""):
        env = {"CSI_LANGUAGE": "en", "CSI_DATABASE_URL": postgres_url}
        return CliRunner(env=env).invoke(csi, arguments, input=stdin)

    return say


def add(csi_says, username="metge", *, password=PASSWORD, **options):
    given = {"name": "Metge", "role": "referring_doctor", "hospital": "calella", **options}
    flags = [word for name, value in given.items() for word in (f"--{name}", value)]
    return csi_says("user", "add", username, *flags, stdin=f"{password}\n")


def test_added_account_is_listed(csi_says):
    assert add(csi_says).exit_code == 0
    listed = csi_says("user", "list").stdout
    assert "metge" in listed
    assert "calella" in listed
    assert PASSWORD not in listed


def test_short_password_is_refused_in_a_sentence(csi_says):
    said = add(csi_says, password="short")
    assert said.exit_code == 2
    assert "too short" in said.stderr


def test_doctor_of_an_unknown_hospital_is_refused(csi_says):
    said = add(csi_says, hospital="nowhere")
    assert said.exit_code == 2
    assert "not in the network" in said.stderr


def test_password_and_account_can_be_changed(csi_says):
    add(csi_says)
    changed = csi_says("user", "password", "metge", stdin="another long password\n")
    assert "Password of metge changed" in changed.stdout
    assert "disabled" in csi_says("user", "disable", "metge").stdout
    assert " no" in csi_says("user", "list").stdout


def test_unknown_account_is_refused(csi_says):
    said = csi_says("user", "disable", "nobody")
    assert said.exit_code == 2
    assert "does not exist" in said.stderr


def test_migrate_says_when_it_is_done(csi_says):
    said = csi_says("migrate")
    assert said.exit_code == 0
    assert "newest schema" in said.stdout
