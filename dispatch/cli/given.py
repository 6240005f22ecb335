"""The settings of a command, and what somebody set in vain."""

from rich.text import Text

from dispatch.cli.say import err, text
from dispatch.config import Settings, read_settings, unknown_variables


def given_settings(**overrides: object) -> Settings:
    """The settings; a variable that is none of them is told, and changes nothing.

    Raises ``Refused`` as ``read_settings`` does.
    """
    tell_unknown_variables()
    return read_settings(**overrides)


def tell_unknown_variables() -> None:
    """Each on a line of standard error, with what was perhaps meant."""
    for name, meant in unknown_variables():
        said = "cli-variable-alike" if meant else "cli-variable-unknown"
        err.print(Text(text(said, name=name, meant=meant)), soft_wrap=True)
