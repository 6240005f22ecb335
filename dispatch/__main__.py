"""``csi``, and ``python -m dispatch``: the same."""


def main() -> None:
    """Runs the command line."""
    # The solver's process runs the script ``csi`` again, and needs nothing of all this.
    from dispatch.cli import csi  # noqa: PLC0415

    csi(prog_name="csi")


if __name__ == "__main__":
    main()
