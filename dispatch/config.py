"""Settings, from ``CSI_*`` variables or a TOML file, in one frozen value.

``docs/settings.md`` is printed from the descriptions below.
"""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from dispatch.kernel.addresses import (
    Address,
    are_too_many,
    is_web_address,
    networks_of,
    web_site_of,
)
from dispatch.kernel.failures import Refused

DEMO_SECRET = "demo-only-not-a-secret-demo-only-not-a-secret"  # noqa: S105 -- refused by serve
DEMO_PASSWORD = "demo"  # noqa: S105 -- of accounts that exist in the demo only
SECRET_MIN = 32
SECRET_DIFFERENT_MIN = 6
"""Different characters of a secret (proposed): chance never draws fewer, a held key does."""
BESIDE = ("CSI_CONFIG", "CSI_CONSOLE", "CSI_BROWSER", "CSI_PICTURES", "CSI_TEST_EXAMPLES")
"""Variables of ours that are no settings: the file of them, the build, the tests."""

ALIKE = 0.7
"""How alike two names are, from 0 to 1, before one is taken for the other (proposed)."""

LONGEST_TOLD = 80
"""Characters of a value that are said back to whoever set it."""

_CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")


class Settings(BaseSettings):
    """Everything that can be set. The environment wins over the file; an empty variable sets
    nothing, but for that of the database: a secret that did not arrive must not start another.
    """

    model_config = SettingsConfigDict(
        env_prefix="CSI_", frozen=True, extra="forbid", env_ignore_empty=True
    )

    database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL 15 or later, as postgresql://user:password@host:5432/name, "
        "with ?sslmode=require where the provider asks for it; postgres:// is the same. "
        "Without it an embedded server is started in the data folder. Empty is refused; any "
        "other setting that is empty counts as not set.",
    )
    data_dir: Path = Field(
        default=Path("var"),
        description="Folder of the embedded database, its log and its socket. The "
        "demonstration has its own, --data-dir, and its own database: it reads neither this "
        "nor CSI_DATABASE_URL, CSI_HOST, CSI_PUBLIC_ORIGIN or CSI_SECRET.",
    )
    host: str = Field(
        default="127.0.0.1", description="Address the server listens on. Loopback by default."
    )
    port: int = Field(default=8061, ge=1, le=65535, description="Port the server listens on.")
    public_origin: str | None = Field(
        default=None,
        description="Origin people type, for example https://csi.example.org; http on loopback "
        "alone. Needed for serve; websockets from any other origin are refused.",
    )
    trusted_proxies: str = Field(
        default="",
        description="Addresses or networks of the proxies in front, separated by commas, for "
        "example 127.0.0.1, 10.0.0.0/8. Only they are believed when X-Forwarded-For says whose "
        "request it is; without any the header is ignored and all people behind one proxy "
        "count as one address. More than one in 64 of all addresses is refused.",
    )
    connections_per_address: int = Field(
        default=500,
        ge=10,
        le=60_000,
        description="Connections one address may have open, a /64 of IPv6 being one. Trusted "
        "proxies are not counted: limit there what one client may do. Together 10,000, or 256 "
        "fewer than the system's hard limit of files; then those go that say nothing, of the "
        "address with most, and the log says connections_refused.",
    )
    session_h: int = Field(
        default=12,
        ge=1,
        le=36,
        description="Hours after which everybody signs in again; 25 outlasts a guard of a day.",
    )
    idle_min: int = Field(
        default=60,
        ge=5,
        le=240,
        description="Minutes without use after which a session is over; an open page uses it. "
        "What was being filled in comes back after signing in.",
    )
    secret: SecretStr = Field(
        default=SecretStr(DEMO_SECRET),
        description="Key of the patients' pseudonyms, 32 characters or more. Changing it makes "
        "open requests of the same patient unrecognisable.",
    )
    language: Literal["ca", "es", "en"] = Field(
        default="ca",
        description="Language of screens where neither the person nor the browser asks for "
        "one, and of accounts added without one.",
    )
    desk_phone: str | None = Field(
        default=None,
        pattern=r"^[+(]?[0-9][0-9 ().-]{2,28}$",
        examples=["+34 93 123 45 67", "112"],
        description="Telephone of the dispatchers' desk, shown to hospitals and crews on every "
        "page and when something is out of order. Without it no number is shown.",
    )
    telephones: Path | None = Field(
        default=None,
        description="File of telephones printed on the sheet for a day without screens: comma "
        "separated, with the columns of (code of a hospital, call sign of a unit, any other "
        "name) and telephone. Without it the sheet leaves room to write them.",
    )
    sheet_dir: Path | None = Field(
        default=None,
        description="Folder in which that sheet is kept, one file a language, best on another "
        "machine. Without it the folder sheet in the data folder.",
    )
    sheet_every_min: float = Field(
        default=5.0,
        ge=0,
        le=60,
        description="How often the sheet is printed anew, in minutes (proposed); 0 for never.",
    )
    plan_time_limit_s: float = Field(
        default=2.0,
        gt=0,
        le=60,
        description="Seconds the optimiser may take; then the greedy answer stands in.",
    )
    router: Literal["none", "osrm", "valhalla"] = Field(
        default="none",
        description="Live router asked for minutes by road. Without one, or when it fails, "
        "they come from the embedded main roads.",
    )
    router_url: str | None = Field(
        default=None,
        validate_default=True,
        description="Address of that router, for example http://127.0.0.1:5000; http or https. "
        "Positions of units and hospitals are sent to it, nothing of patients.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much the program logs."
    )

    @field_validator("language", "router", "log_level", mode="before")
    @classmethod
    def _words_in_either_case(cls, word: object) -> object:
        return word.strip().lower() if isinstance(word, str) else word

    @field_validator("router_url")
    @classmethod
    def _router_has_an_address(cls, url: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("router", "none") != "none" and not is_web_address(url or ""):
            raise ValueError("http://host or https://host, without a name or a query in it")
        return url

    @field_validator("public_origin")
    @classmethod
    def _origin_is_one(cls, text: str | None) -> str | None:
        return None if text is None else web_site_of(text)

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies_are_addresses(cls, text: str) -> str:
        try:
            networks_of(text)
        except ValueError:
            raise ValueError("127.0.0.1, 10.0.0.0/8, ::1") from None
        return text

    @property
    def trusted_networks(self) -> tuple[Address, ...]:
        """The proxies in front that are believed."""
        return networks_of(self.trusted_proxies)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the file that ``CSI_CONFIG`` names."""
        del dotenv_settings, file_secret_settings
        unset = InitSettingsSource(settings_cls, _empty_database_url())
        sources: list[PydanticBaseSettingsSource] = [init_settings, env_settings, unset]
        if file := os.environ.get("CSI_CONFIG"):
            sources.append(TomlConfigSettingsSource(settings_cls, _require_toml(Path(file))))
        return tuple(sources)


def file_unreadable(setting: str, file: Path, failed: OSError) -> Refused:
    """A file that a setting names is not there, or nobody may read it."""
    why = failed.strerror or str(failed)
    return Refused("file_of_setting_unreadable", field=setting, value=str(file), why=why)


def _require_toml(file: Path) -> Path:
    """The file, or ``Refused("settings_file_invalid")`` saying where it stops making sense."""
    try:
        tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as failed:
        raise file_unreadable("CSI_CONFIG", file, failed) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise Refused(
            "settings_file_invalid", field="CSI_CONFIG", value=str(file), allowed=str(fault)
        ) from None
    return file


def read_settings(**overrides: object) -> Settings:
    """The settings. Raises ``Refused`` naming the first one at fault: ``setting_invalid``,
    ``setting_missing``, ``setting_of_file_invalid``, ``proxies_are_everybody``.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        settings = Settings(**given)  # type: ignore[arg-type]
    except ValidationError as invalid:
        fault = invalid.errors(include_url=False)[0]
        raise _refusal_of(fault, is_argument=fault["loc"][0] in given) from None
    if are_too_many(settings.trusted_networks):
        raise Refused(
            "proxies_are_everybody",
            field="CSI_TRUSTED_PROXIES",
            value=settings.trusted_proxies[:LONGEST_TOLD],
            allowed="127.0.0.1, 10.0.0.0/8",
        )
    return settings


def _empty_database_url() -> dict[str, Any]:
    """Refused where it is read: without it the embedded database would be opened instead."""
    return {"database_url": ""} if os.environ.get("CSI_DATABASE_URL") == "" else {}


def _refusal_of(fault: Mapping[str, Any], *, is_argument: bool) -> Refused:
    """The fault under the name, and in the place, where somebody wrote it."""
    name = ".".join(str(part) for part in fault["loc"])
    variable, allowed = f"CSI_{name.upper()}", _allowed(name, fault)
    if fault["input"] is None:
        return Refused("setting_missing", field=variable, allowed=allowed)
    value = _told(name, str(fault["input"]))
    is_variable = variable in {each.upper() for each in os.environ}
    if is_argument or is_variable:
        return Refused("setting_invalid", field=variable, value=value, allowed=allowed)
    file = os.environ.get("CSI_CONFIG", "")
    if name not in Settings.model_fields:
        allowed = alike(name, Settings.model_fields) or allowed
        return Refused("setting_of_file_unknown", field=name, file=file, allowed=allowed)
    facts = {"value": value, "allowed": allowed}
    return Refused("setting_of_file_invalid", field=name, file=file, **facts)


def alike(name: str, known: Iterable[str]) -> str | None:
    """The known name that was perhaps meant."""
    return next(iter(get_close_matches(name, tuple(known), n=1, cutoff=ALIKE)), None)


def unknown_variables() -> tuple[tuple[str, str | None], ...]:
    """Variables that begin as ours and set nothing, and which one was perhaps meant."""
    known = {f"CSI_{name.upper()}" for name in Settings.model_fields} | {*BESIDE}
    given = sorted({each for each in os.environ if each.upper().startswith("CSI_")})
    return tuple(
        (each, alike(each.upper(), known)) for each in given if each.upper() not in known
    )


def _told(name: str, value: str) -> str:
    """The value as it may be said: no secret, no name and password in an address."""
    field = Settings.model_fields.get(name)
    if field is None or "SecretStr" in str(field.annotation):
        return "…"
    return _CREDENTIALS.sub("…@", value)[:LONGEST_TOLD]


def _allowed(name: str, fault: Mapping[str, Any]) -> str:
    """What may stand there, in no language: words, limits, an example."""
    field = Settings.model_fields.get(name)
    if field is None:
        return ", ".join(Settings.model_fields)
    if fault["type"] == "value_error":
        return str(fault["msg"]).removeprefix("Value error, ")
    if field.examples:
        return ", ".join(map(str, field.examples))
    if get_origin(field.annotation) is Literal:
        return ", ".join(get_args(field.annotation))
    signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
    limits = [
        f"{sign} {getattr(each, word)}"
        for each in field.metadata
        for word, sign in signs.items()
        if hasattr(each, word)
    ]
    return ", ".join(limits) or str(fault["msg"])


def require_safe_to_serve(settings: Settings) -> Settings:
    """The settings, or ``Refused``: a default secret, or no origin, is for the demo only;
    ``secret_unsafe`` for one that can be guessed.
    """
    if "secret" not in settings.model_fields_set:
        raise Refused("secret_needed", field="CSI_SECRET", allowed=f">= {SECRET_MIN}")
    if fault := _fault_of(settings.secret.get_secret_value()):
        raise Refused(
            "secret_unsafe",
            field="CSI_SECRET",
            fault=fault,
            least=SECRET_MIN,
            different=SECRET_DIFFERENT_MIN,
        )
    if settings.public_origin is None:
        raise Refused("origin_needed", field="CSI_PUBLIC_ORIGIN", allowed="https://…")
    return settings


def _fault_of(secret: str) -> str | None:
    if secret == DEMO_SECRET:
        return "demo"
    if len(secret) < SECRET_MIN:
        return "short"
    return "plain" if len(set(secret)) < SECRET_DIFFERENT_MIN else None
