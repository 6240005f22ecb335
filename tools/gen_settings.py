"""``docs/settings.md``, printed from the fields of ``dispatch.config.Settings``."""

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from dispatch.config import Settings
from tools.gen_rules import type_name
from tools.gen_text import code, page, table


def settings_page() -> str:
    """Every setting: its variable, its default, what it does."""
    return page(
        "Settings",
        "`dispatch/config.py`",
        "Each is an environment variable. `CSI_CONFIG` may name a TOML file with the same "
        "names in lower case and without `CSI_`; the environment wins over the file.",
        table(
            ("variable", "type", "default", "meaning"),
            [
                (
                    code(f"CSI_{name.upper()}"),
                    code(type_name(field.annotation)),
                    _default(field),
                    field.description,
                )
                for name, field in Settings.model_fields.items()
            ],
        ),
    )


def _default(field: FieldInfo) -> str:
    if isinstance(field.default, SecretStr):
        return "one for demonstrations, refused in service"
    return "none" if field.default is None else code(field.default)
