"""The command `bootcamp`: the command line, and the window once there is one."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> None:
    """Run the program with the words that were typed."""
    # A packed program starts itself again for the guarded child; this is where it turns off.
    multiprocessing.freeze_support()
    from bootcamp_app.cli.main import run  # noqa: PLC0415 - the child needs nothing of it

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
