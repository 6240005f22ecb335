"""``csi version``."""

from importlib.metadata import version as installed

import rich_click as click

from dispatch.cli.say import out


@click.command()
def version() -> None:
    """Print the version."""
    out.print(f"CSI Dispatch {installed('csi-dispatch')}")
