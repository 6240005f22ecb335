"""Settings from the environment and from a file: what is wrong is named."""

import pytest

from dispatch.adapters.travel_osrm import Osrm
from dispatch.adapters.travel_valhalla import Valhalla
from dispatch.config import (
    DEMO_SECRET,
    Settings,
    read_settings,
    require_safe_to_serve,
    unknown_variables,
)
from dispatch.main import router_of
from dispatch.store.postgres.database_url import database_url
from tests.builders import refused
from tests.shell.test_cli_start import SECRET, csi_says


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    monkeypatch.delenv("CSI_CONFIG", raising=False)


def settings_file(tmp_path, monkeypatch, content):
    file = tmp_path / "csi.toml"
    file.write_bytes(content)
    monkeypatch.setenv("CSI_CONFIG", str(file))
    return file


def test_file_sets_and_environment_wins(tmp_path, monkeypatch):
    settings_file(tmp_path, monkeypatch, b'port = 9001\nlanguage = "en"\n')
    monkeypatch.setenv("CSI_PORT", "9002")
    settings = read_settings()
    assert (settings.port, settings.language) == (9002, "en")


def test_argument_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("CSI_PORT", "9002")
    assert read_settings(port=9003, language=None).port == 9003


@pytest.mark.parametrize("content", [b"port = ", b"\xff\xfe", b"[a\n"])
def test_file_that_is_no_toml_is_named(tmp_path, monkeypatch, content):
    file = settings_file(tmp_path, monkeypatch, content)
    with refused("settings_file_invalid", field="CSI_CONFIG", value=str(file)):
        read_settings()


def test_missing_file_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("CSI_CONFIG", str(tmp_path / "none.toml"))
    with refused("file_of_setting_unreadable", field="CSI_CONFIG"):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "0"), ("PORT", "http"), ("LANGUAGE", "fr"), ("PLAN_TIME_LIMIT_S", "-1")],
)
def test_value_out_of_range_is_named_with_what_is_allowed(monkeypatch, name, value):
    monkeypatch.setenv(f"CSI_{name}", value)
    with refused("setting_invalid", field=f"CSI_{name}", value=value):
        read_settings()


def test_fault_of_a_setting_is_one_sentence_with_its_value_and_what_is_allowed(monkeypatch):
    said = csi_says("migrate", CSI_PORT="70000")
    assert said.stderr == (
        "CSI_PORT is “70000”, which is not allowed. Allowed: ≥ 1, ≤ 65535.\n"
    )


ALLOWED = {
    "DESK_PHONE": ("call us", "+34 93 123 45 67, 112"),
    "LANGUAGE": ("fr", "ca, es, en"),
    "LOG_LEVEL": ("loud", "debug, info, warning, error"),
    "PLAN_TIME_LIMIT_S": ("nan", "> 0, ≤ 60"),
    "PUBLIC_ORIGIN": ("null", "https://host or https://host:port; http on loopback alone"),
    "SESSION_H": ("1.5", "≥ 1, ≤ 36"),
    "TRUSTED_PROXIES": ("proxy", "127.0.0.1, 10.0.0.0/8, ::1"),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_allowed_is_said_of_every_kind_of_setting(monkeypatch, name):
    value, allowed = ALLOWED[name]
    monkeypatch.setenv(f"CSI_{name}", value)
    with refused("setting_invalid", field=f"CSI_{name}", value=value, allowed=allowed):
        read_settings()


def test_name_and_password_of_an_address_are_not_said_back(monkeypatch):
    monkeypatch.setenv("CSI_ROUTER", "osrm")
    said = csi_says("migrate", CSI_ROUTER_URL="http://anna:hush@router/x")
    assert said.exit_code == 2
    assert "hush" not in said.output
    assert "http://…@router/x" in said.stderr


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_empty_variable_means_not_set(monkeypatch, name):
    default = getattr(read_settings(), name)
    monkeypatch.setenv(f"CSI_{name.upper()}", "")
    if name == "database_url":  # a secret that did not arrive must not open another database
        url = read_settings().database_url
        assert url is not None
        with refused("database_url_invalid", fault="empty"):
            database_url(url.get_secret_value())
    else:
        assert getattr(read_settings(), name) == default


def test_empty_name_of_the_file_means_no_file(monkeypatch):
    monkeypatch.setenv("CSI_CONFIG", "")
    assert read_settings() == Settings()


@pytest.mark.parametrize(
    "proxies",
    [
        "0.0.0.0/0",
        "0.0.0.0/1,128.0.0.0/1",
        "::/0",
        "::/1",
        "2000::/3",
        "::ffff:0:0/96",
        "10.0.0.0/8, 64.0.0.0/2",
        ",".join(f"{first}.0.0.0/8" for first in range(0, 250, 2)),
    ],
)
def test_proxies_that_are_everybody_are_refused(monkeypatch, proxies):
    said = csi_says("migrate", CSI_TRUSTED_PROXIES=proxies)
    assert said.exit_code == 2
    assert said.stderr.startswith("CSI_TRUSTED_PROXIES (")
    assert "only the proxies in front" in said.stderr


@pytest.mark.parametrize(
    "proxies",
    ["10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7,::1", "127.0.0.1", "::ffff:10.0.0.1"],
)
def test_proxies_of_a_private_network_are_taken(proxies):
    assert read_settings(trusted_proxies=proxies).trusted_proxies == proxies


def test_unknown_key_of_the_file_is_named(tmp_path, monkeypatch):
    file = settings_file(tmp_path, monkeypatch, b"prot = 9001\n")
    with refused("setting_of_file_unknown", field="prot", file=str(file), allowed="port"):
        read_settings()


def test_value_of_the_file_is_named_with_the_file_and_its_key(tmp_path, monkeypatch):
    file = settings_file(tmp_path, monkeypatch, b"port = 0\n")
    named = {"field": "port", "file": str(file), "value": "0"}
    with refused("setting_of_file_invalid", **named):
        read_settings()
    monkeypatch.setenv("CSI_PORT", "70000")
    with refused("setting_invalid", field="CSI_PORT", value="70000"):
        read_settings()
    with refused("setting_invalid", field="CSI_PORT", value="-1"):
        read_settings(port=-1)


@pytest.mark.parametrize("command", [("migrate",), ("user", "list"), ("serve",), ("demo",)])
def test_variable_that_is_no_setting_is_told_with_what_was_meant(tmp_path, command):
    set_here = {"CSI_DESK_FONE": "112", "CSI_ROOT": "x", "CSI_PORT": "no"}
    said = csi_says(*command, CSI_DATA_DIR=str(tmp_path), **set_here)
    told = said.stderr.splitlines()
    assert "CSI_DESK_FONE is no setting and was not read. Did you mean CSI_DESK_PHONE?" in told
    assert "CSI_PORT is “no”" in said.stderr


@pytest.mark.parametrize("name", ["CSI_CONFIG", "CSI_CONSOLE", "csi_port", "CSI_BROWSER"])
def test_variable_of_ours_is_not_told(monkeypatch, name):
    before = unknown_variables()
    monkeypatch.setenv(name, "")
    assert unknown_variables() == before


def test_router_without_an_address_is_said_to_be_not_set():
    with refused("setting_missing", field="CSI_ROUTER_URL"):
        read_settings(router="osrm")


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [("LANGUAGE", "CA", "ca"), ("ROUTER", "None", "none"), ("LOG_LEVEL", " DEBUG", "debug")],
)
def test_words_are_read_in_either_case(monkeypatch, name, value, read):
    monkeypatch.setenv(f"CSI_{name}", value)
    assert getattr(read_settings(), name.lower()) == read


@pytest.mark.parametrize(
    ("secret", "fault"),
    [("hush", "short"), ("s" * 40, "plain"), ("abcde" * 9, "plain"), (DEMO_SECRET, "demo")],
)
def test_secret_that_can_be_guessed_is_refused_by_its_fault(secret, fault):
    settings = read_settings(secret=secret, public_origin="https://csi.example.org")
    with refused("secret_unsafe", field="CSI_SECRET", fault=fault):
        require_safe_to_serve(settings)
    if fault != "demo":
        assert secret not in csi_says("serve", CSI_SECRET=secret).output


def test_secrets_do_not_show(monkeypatch):
    monkeypatch.setenv("CSI_SECRET", "a very secret value of ours indeed")
    assert "very secret" not in repr(read_settings())


@pytest.mark.parametrize(
    "url",
    [
        "ftp://router",
        "http://",
        "router:5000",
        "file:///etc/passwd",
        "http://a:b@router",
        "http://router/?x=1",
        "http://[router",
        "http://router:port",
    ],
)
def test_router_needs_a_plain_web_address(url):
    with refused("setting_invalid", field="CSI_ROUTER_URL"):
        read_settings(router="osrm", router_url=url)


@pytest.mark.parametrize(("name", "kind"), [("osrm", Osrm), ("valhalla", Valhalla)])
def test_router_is_that_of_the_settings(name, kind):
    settings = read_settings(router=name, router_url="https://router.example:5000/car")
    assert isinstance(router_of(settings), kind)


def test_no_router_is_set_by_default():
    assert router_of(read_settings()) is None


@pytest.mark.parametrize("phone", ["112", "+34 93 123 45 67", "(93) 123-45.67"])
def test_telephone_of_the_desk_is_taken_as_written(phone):
    assert read_settings(desk_phone=phone).desk_phone == phone


@pytest.mark.parametrize("phone", ["", "call us", "93", "93<b>1234"])
def test_what_is_no_telephone_is_named(phone):
    with refused("setting_invalid", field="CSI_DESK_PHONE"):
        read_settings(desk_phone=phone)


def test_public_address_is_kept_as_browsers_send_it():
    settings = read_settings(public_origin="HTTPS://CSI.example.org:443/", secret=SECRET)
    assert require_safe_to_serve(settings).public_origin == "https://csi.example.org"


@pytest.mark.parametrize("typed", ["http://127.0.0.1.evil.com", "HTTP://a.org", "null", ""])
def test_public_address_that_is_no_origin_is_refused(typed):
    with refused("setting_invalid", field="CSI_PUBLIC_ORIGIN", value=typed):
        read_settings(public_origin=typed)


def test_serving_needs_a_public_address():
    with refused("origin_needed", field="CSI_PUBLIC_ORIGIN"):
        require_safe_to_serve(read_settings(secret=SECRET))
