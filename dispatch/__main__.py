"""``csi``, and ``python -m dispatch``: the same."""

import sys

BROKEN_OFF = 130
"""How a program ends that Ctrl-C broke off; as in ``dispatch.cli.say``, not read yet here."""


def main() -> None:
    """Runs the command line. Ctrl-C while it is still being read ends without a word."""
    # The solver's process runs the script ``csi`` again, and needs nothing of all this.
    try:
        from dispatch.cli import csi  # noqa: PLC0415
    except KeyboardInterrupt:
        sys.exit(BROKEN_OFF)
    csi(prog_name="csi")


if __name__ == "__main__":
    main()
