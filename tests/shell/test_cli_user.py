"""``csi user``: accounts from the command line, on a real database."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from dispatch.cli import csi
from dispatch.store.embedded.account import choose_place
from dispatch.store.embedded.start import find_postgres, start_postgres
from dispatch.web.devices import Devices, device_key_of

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
    assert "No hospital “nowhere”. Did you mean:" in said.stderr


@pytest.mark.parametrize("typed", ["Calela", "CALELLA"])
def test_hospital_is_found_or_one_alike_is_named(csi_says, typed):
    said = add(csi_says, hospital=typed)
    assert "calella" in (said.stderr if said.exit_code else csi_says("user", "list").stdout)
    assert said.exit_code == (2 if typed == "Calela" else 0)


def test_names_are_whole_where_nobody_looks(csi_says):
    username, name = "metge-de-guardia-de-nit-planta-quatre", "Metge de guàrdia de nit " * 3
    assert add(csi_says, username, name=name.strip()).exit_code == 0
    lines = csi_says("user", "list").stdout.splitlines()
    assert any(line.startswith(username) and name.strip() in line for line in lines)


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


def test_accounts_are_managed_while_the_embedded_database_serves():
    folder = Path(tempfile.mkdtemp(prefix="csi test "))
    folder.chmod(0o755)
    running = start_postgres(folder / "data", on_step=lambda _: None)
    try:
        env = {"CSI_LANGUAGE": "en", "CSI_DATABASE_URL": running.url}
        assert CliRunner(env=env).invoke(csi, ["migrate"]).exit_code == 0
        env = {"CSI_LANGUAGE": "en", "CSI_DATA_DIR": str(folder / "data")}

        def say(*arguments: str, stdin: str = ""):
            return CliRunner(env=env).invoke(csi, arguments, input=stdin)

        assert add(say).exit_code == 0
        assert "metge" in say("user", "list").stdout
        assert "changed" in say("user", "password", "metge", stdin=f"{PASSWORD} 2\n").stdout
        assert "disabled" in say("user", "disable", "metge").stdout
        assert running.is_alive
    finally:
        running.stop()
        shutil.rmtree(folder)


def test_nothing_is_found_where_no_database_runs(tmp_path):
    place = tmp_path / "data"
    assert find_postgres(place, on_step=lambda _: None) is None
    left = choose_place(place, lambda _: None)
    left.cluster.mkdir()
    for text in ("", "1\n", f"1\n{place}\n1\n5432\n{place}\n"):
        (left.cluster / "postmaster.pid").write_text(text)
        assert find_postgres(place, on_step=lambda _: None) is None
    shutil.rmtree(left.home)


def test_invitation_is_of_the_service_and_of_an_account_there_is(csi_says, postgres_url):
    add(csi_says)
    refused = csi_says("user", "invite", "metge")
    assert refused.exit_code == 2
    assert "CSI_SECRET" in refused.stderr
    env = {
        "CSI_LANGUAGE": "en",
        "CSI_DATABASE_URL": postgres_url,
        "CSI_SECRET": "0123456789abcdef" * 3,
        "CSI_PUBLIC_ORIGIN": "https://csi.example.org",
    }
    said = CliRunner(env=env).invoke(csi, ("user", "invite", "metge"))
    address = said.stdout.split()[-1]
    assert address.startswith("https://csi.example.org/sign-in?invitation=")
    brought = address.split("=")[1]
    devices = Devices(device_key_of(env["CSI_SECRET"]))
    assert devices.invited(brought, "metge", now_at=datetime.now(UTC)) is not None
    nobody = CliRunner(env=env).invoke(csi, ("user", "invite", "ningu"))
    assert nobody.exit_code == 2
