"""The installation's own list of telephones, read before anything is started."""

from collections.abc import Mapping
from pathlib import Path

from dispatch.config import file_unreadable
from dispatch.network import parse_telephones


def read_telephones(file: Path | None) -> Mapping[str, str]:
    """The numbers by whom they reach, empty without a file. Raises ``Faulty`` naming line and
    column, ``Refused("file_of_setting_unreadable")``.
    """
    if file is None:
        return {}
    try:
        content = file.read_bytes()
    except OSError as failed:
        raise file_unreadable("CSI_TELEPHONES", file, failed) from None
    return parse_telephones(content, file=file.name)
