"""What an installation lacks, said beside the address where people will look for it."""

from dispatch.cli.say import tell
from dispatch.web.console import is_built


def tell_missing_console(address: str) -> None:
    """One line where nobody has built the console."""
    if not is_built():
        tell("cli-console-missing", address=address)
