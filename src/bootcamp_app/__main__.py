"""The command `bootcamp`: the window, or the command line where a command is named."""

from __future__ import annotations

import io
import multiprocessing
import os
import sys

from bootcamp_app.core.i18n import LANGUAGES, _

_OPTIONS = {"--db", "--lang"}


def main() -> None:
    """Run the program with the words that were typed."""
    # A packed program starts itself again for the guarded child; this is where it turns off.
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        # A Windows console would refuse Khmer in its own old code page.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    line = sys.argv[1:]
    sys.exit(_window(line) if _is_for_the_window(line) else _command(line))


def _is_for_the_window(line: list[str]) -> bool:
    """Say whether no command is named, and every option is one that the window understands."""
    words = iter(line)
    for word in words:
        name, is_joined, value = word.partition("=")
        if name in _OPTIONS:
            value = value if is_joined else next(words, "")
            if not value or (name == "--lang" and value not in LANGUAGES):
                return False  # the command line says what is wrong
        elif word != "--gallery":
            return False
    return True


def _window(line: list[str]) -> int:
    if not _has_screen():
        return _say(_("There is no screen here. Name a command: bootcamp --help lists them."))
    try:
        from bootcamp_app.ui.start import run, wishes_in  # noqa: PLC0415 - a command needs no Qt
    except ImportError as problem:
        return _say(
            _("A part of this system that the window needs is missing: {part}").format(part=problem)
        )
    return run(wishes_in(line))


def _has_screen() -> bool:
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in chosen)


def _say(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _command(line: list[str]) -> int:
    from bootcamp_app.cli.main import run  # noqa: PLC0415 - the guarded child needs nothing of it

    return run(line)


if __name__ == "__main__":
    main()
