"""``python -m dispatch`` is ``csi``."""

from dispatch.cli import csi

if __name__ == "__main__":
    csi(prog_name="csi")
