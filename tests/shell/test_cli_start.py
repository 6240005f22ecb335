"""What keeps the command line from starting is one sentence; and what it says of itself."""

import re
import socket
import subprocess
import sys
import tempfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from dispatch.cli import csi
from dispatch.cli.demo import demo_settings
from dispatch.cli.port import open_port
from dispatch.cli.say import sentence
from dispatch.config import DEMO_SECRET
from dispatch.fleet.reconcile import FleetNews
from dispatch.i18n import LANGUAGES, catalogue
from dispatch.kernel import Refused, Unavailable, UnitId
from dispatch.main import tell_fleet
from tests.builders import REPOSITORY
from tests.waits import PATIENCE_S

COMMANDS = ("demo", "serve", "migrate", "network", "user", "watch", "version")
SECRET = "a secret of thirty-two characters"


def csi_says(*arguments: str, stdin: str = "", **environment: str):
    env = {"CSI_LANGUAGE": "en", **environment}
    return CliRunner(env=env).invoke(csi, arguments, input=stdin)


@pytest.fixture
def busy_port():
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_help_names_every_command():
    said = csi_says("--help").stdout
    assert all(re.search(rf"\b{name}\b", said) for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    assert csi_says(command, "--help").exit_code == 0


@pytest.mark.parametrize(
    ("started", "left"), [("dispatch.__main__", "dispatch.cli"), ("dispatch.cli", "pandas")]
)
def test_start_leaves_for_later_what_waits(started, left):
    """The solver's process runs the script again; only that process plans."""
    code = f"import sys, {started}; print({left!r} in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=PATIENCE_S
    )
    assert said.stdout.split() == [b"False"]


def test_version_is_the_installed_one():
    assert re.fullmatch(r"CSI Dispatch \d+\.\d+\.\d+\n", csi_says("version").stdout)
    assert csi_says("--version").stdout == csi_says("version").stdout


def test_busy_port_is_told_before_anything_starts(busy_port, tmp_path):
    folder = tmp_path / "data"
    said = csi_says("demo", "--port", str(busy_port), "--data-dir", str(folder))
    assert said.exit_code == 2
    assert f"Port {busy_port} is in use" in said.stderr
    assert f"--port {busy_port + 1}" in said.stderr
    assert not folder.exists()


def test_headquarters_that_is_open_already_is_told(tmp_path):
    class Alive(BaseHTTPRequestHandler):
        def do_GET(self):
            assert self.path == "/health/live"
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"is_alive": true}')

        def log_message(self, *told):
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Alive) as ours:
        Thread(target=ours.serve_forever, daemon=True).start()
        port = ours.server_address[1]
        said = csi_says("demo", "--port", str(port), "--data-dir", str(tmp_path / "data"))
        service = {"CSI_SECRET": SECRET, "CSI_PUBLIC_ORIGIN": "https://csi.example"}
        serves = csi_says("serve", "--port", str(port), **service)
        ours.shutdown()
    assert said.exit_code == 2
    assert f"already open at http://127.0.0.1:{port}" in said.stderr
    assert "--data-dir" in said.stderr
    assert f"already open at http://127.0.0.1:{port}" in serves.stderr
    assert "CSI_DATA_DIR" in serves.stderr
    assert "--data-dir" not in serves.stderr


def test_accounts_are_not_looked_for_in_a_new_database(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    said = csi_says("user", "list", CSI_DATA_DIR="var")
    assert said.exit_code == 2
    assert "no database in var" in said.stderr
    assert "var/demo" in said.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("added", "told"), [(8, list), (9, int)])
def test_a_new_fleet_is_told_as_a_number(monkeypatch, added, told):
    lines = list[dict[str, object]]()
    told_to = SimpleNamespace(info=lambda _, **facts: lines.append(facts))
    monkeypatch.setattr("dispatch.main.logger", lambda _: told_to)
    tell_fleet(FleetNews(removed=tuple(UnitId(f"SVA-{each}") for each in range(added))))
    assert isinstance(lines[0]["removed"], told)


def test_ctrl_c_while_the_program_is_read_leaves_no_trace():
    code = """
import sys
class Broken:
    def find_spec(self, name, *rest):
        if name == "dispatch.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Broken())
from dispatch.__main__ import main
main()
"""
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=PATIENCE_S
    )
    assert (said.returncode, said.stdout, said.stderr) == (130, b"", b"")


def test_address_of_another_machine_is_refused():
    with pytest.raises(Unavailable) as caught:
        open_port("192.0.2.1", 8061, is_demo=False)
    assert caught.value.what == "address_not_ours"


def test_unknown_host_is_refused():
    with pytest.raises(Unavailable) as caught:
        open_port("no such host", 8061, is_demo=False)
    assert caught.value.what == "address_not_ours"


def test_serve_refuses_the_default_secret():
    said = csi_says("serve")
    assert said.exit_code == 2
    assert "CSI_SECRET" in said.stderr
    assert "Traceback" not in said.output


def test_serve_refuses_the_demo_secret_given_by_hand():
    said = csi_says("serve", CSI_SECRET=DEMO_SECRET, CSI_PUBLIC_ORIGIN="https://csi.example")
    assert said.exit_code == 2
    assert "CSI_SECRET" in said.stderr


def test_serve_refuses_to_start_without_its_public_address():
    said = csi_says("serve", CSI_SECRET=SECRET)
    assert said.exit_code == 2
    assert "CSI_PUBLIC_ORIGIN" in said.stderr


def test_setting_out_of_range_is_named():
    said = csi_says("migrate", CSI_PORT="high")
    assert said.exit_code == 2
    assert "CSI_PORT" in said.stderr


def test_data_folder_that_is_a_file_is_told():
    with tempfile.NamedTemporaryFile() as file:
        said = csi_says("migrate", CSI_DATA_DIR=file.name)
    assert said.exit_code == 2
    assert "is not a folder" in said.stderr


def test_database_that_does_not_answer_is_told_with_its_place_and_no_password():
    url = "postgresql+asyncpg://nobody:hush@127.0.0.1:9/none"
    said = csi_says("user", "list", CSI_DATABASE_URL=url)
    assert said.exit_code == 2
    assert "does not respond at 127.0.0.1:9." in said.stderr
    assert "hush" not in said.output
    assert "Traceback" not in said.output


def test_serve_on_a_busy_port_names_what_serve_has(busy_port, tmp_path):
    said = csi_says(
        *("serve", "--port", str(busy_port)),
        CSI_SECRET=SECRET,
        CSI_PUBLIC_ORIGIN="https://csi.example",
        CSI_DATA_DIR=str(tmp_path / "data"),
    )
    assert said.exit_code == 2
    assert "--port or CSI_PORT" in said.stderr
    assert "make" not in said.stderr


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_telephones_that_cannot_be_read_are_told_before_anything_starts(tmp_path, command):
    folder = tmp_path / "data"
    said = csi_says(
        command,
        CSI_TELEPHONES=str(tmp_path / "none.csv"),
        CSI_SECRET=SECRET,
        CSI_PUBLIC_ORIGIN="https://csi.example",
        CSI_DATA_DIR=str(folder),
    )
    assert said.exit_code == 2
    assert "none.csv named by CSI_TELEPHONES can’t be read: No such file" in said.stderr
    assert not folder.exists()


def test_demo_says_which_settings_it_does_not_read(busy_port, tmp_path):
    said = csi_says(
        *("demo", "--port", str(busy_port), "--data-dir", str(tmp_path / "data")),
        CSI_DATABASE_URL="postgresql://anna:hush@real/database",
        CSI_DATA_DIR="elsewhere",
    )
    assert "does not read CSI_DATABASE_URL, CSI_DATA_DIR" in said.stdout
    assert "hush" not in said.output


def test_watch_without_a_server_is_one_sentence(busy_port):
    said = csi_says("watch", "http://127.0.0.1:9", stdin="demo\n")
    assert said.exit_code == 2
    assert "No answer from http://127.0.0.1:9" in said.stderr


def test_watch_of_something_else_than_an_address_is_refused():
    said = csi_says("watch", "ftp://somewhere", stdin="demo\n")
    assert said.exit_code == 2
    assert "is not an address" in said.stderr


def test_demo_never_takes_the_settings_of_a_server(monkeypatch, tmp_path):
    monkeypatch.setenv("CSI_DATABASE_URL", "postgresql+asyncpg://real/database")
    monkeypatch.setenv("CSI_HOST", "192.0.2.1")
    monkeypatch.setenv("CSI_SECRET", SECRET)
    settings = demo_settings(port=None, data_dir=tmp_path)
    assert settings.database_url is None
    assert settings.host == "127.0.0.1"
    assert settings.secret.get_secret_value() == DEMO_SECRET


def unavailable_codes():
    sources = (REPOSITORY / "dispatch").rglob("*.py")
    found = (re.findall(r'Unavailable\(\s*"(\w+)"', path.read_text()) for path in sources)
    return sorted({code for codes in found for code in codes})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_failure_of_the_world_has_its_sentence(language):
    said = catalogue(language)
    missing = [code for code in unavailable_codes() if not said.has(f"unavailable-{code}")]
    assert missing == []
    assert len(unavailable_codes()) > 15


def test_sentence_of_a_code_nobody_knows_still_tells_it(monkeypatch):
    monkeypatch.setenv("CSI_LANGUAGE", "en")
    assert "quite_new" in sentence(Refused("quite_new"))
    assert "quite_new" in sentence(Unavailable("quite_new"))


def test_language_follows_the_terminal(monkeypatch):
    monkeypatch.delenv("CSI_LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "ca_ES.UTF-8")
    assert "respon" in sentence(Unavailable("database"))
