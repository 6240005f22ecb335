"""Becomes a PostgreSQL program that does not outlive the process which asked for it.

Run as a script, ``python -I -S child.py PARENT UID GID PROGRAM ARGUMENT...``, because
the steps below must happen in the child, in this order, and a fork of a process with threads
is no place for Python code. Uses the standard library alone and starts in milliseconds.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1
SIGINT = 2
"""PostgreSQL's word for: end all sessions, write everything down, leave."""

KEEP = "-"
"""In place of UID: stay the account we are."""


def main() -> None:
    """Give up root when asked to, tie our life to the parent's, become the program."""
    parent, uid, gid, *command = sys.argv[1:]
    if uid != KEEP:
        os.setgroups([])
        os.setgid(int(gid))
        os.setuid(int(uid))
    # After the change of account, which would clear it. The kernel keeps it through exec.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, SIGINT, 0, 0, 0)
    if os.getppid() != int(parent):
        sys.exit("the process that asked for PostgreSQL is gone")
    os.execv(command[0], command)  # noqa: S606 -- exec without a shell is the point


if __name__ == "__main__":
    main()
