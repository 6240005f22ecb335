"""Settings from the environment and from a file: what is wrong is named."""

import pytest

from dispatch.config import read_settings
from tests.builders import refused


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
    with refused("settings_file_invalid", field="CSI_CONFIG"):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "0"), ("PORT", "http"), ("LANGUAGE", "fr"), ("PLAN_TIME_LIMIT_S", "-1")],
)
def test_value_out_of_range_is_named_with_what_is_allowed(monkeypatch, name, value):
    monkeypatch.setenv(f"CSI_{name}", value)
    with refused("setting_invalid", field=f"CSI_{name}", value=value):
        read_settings()


def test_unknown_key_of_the_file_is_named(tmp_path, monkeypatch):
    settings_file(tmp_path, monkeypatch, b"prot = 9001\n")
    with refused("setting_invalid", field="CSI_PROT"):
        read_settings()


def test_secrets_do_not_show(monkeypatch):
    monkeypatch.setenv("CSI_SECRET", "a very secret value of ours indeed")
    assert "very secret" not in repr(read_settings())
