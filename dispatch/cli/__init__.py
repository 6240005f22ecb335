"""The command line ``csi``: one file for each command."""

from importlib.metadata import version as installed

import rich_click as click

from dispatch.cli.assess import assess
from dispatch.cli.demo import demo
from dispatch.cli.migrate import migrate
from dispatch.cli.network import network
from dispatch.cli.plan import plan
from dispatch.cli.serve import serve
from dispatch.cli.user import user
from dispatch.cli.version import version
from dispatch.cli.watch import watch

__all__ = ["csi"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(installed("csi-dispatch"), message="CSI Dispatch %(version)s")
def csi() -> None:
    """Headquarters of the Interhospital Sepsis Code.

    Settings come from CSI_* variables, or from the TOML file that CSI_CONFIG names.
    """


for command in (demo, serve, migrate, network, plan, assess, user, watch, version):
    csi.add_command(command)
