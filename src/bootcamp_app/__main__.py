"""The command `bootcamp`: the command line, and the window once there is one."""

from __future__ import annotations

import io
import multiprocessing
import sys


def main() -> None:
    """Run the program with the words that were typed."""
    # A packed program starts itself again for the guarded child; this is where it turns off.
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        # A Windows console would refuse Khmer in its own old code page.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from bootcamp_app.cli.main import run  # noqa: PLC0415 - the child needs nothing of it

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
