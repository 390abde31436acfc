"""The log: what the program did and what failed. It carries ids, never names."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MEGABYTE = 1024 * 1024
_TOPS = {"bootcamp_app": 0, "site-packages": 1, "tests": 0}
"""Folders where a path begins to say something, and how far behind them."""


def keep_log(folder: Path) -> Path:
    """Write the program's log into the folder from now on; give the file."""
    target = folder / "bootcamp-desk.log"
    handler = RotatingFileHandler(target, maxBytes=_MEGABYTE, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("bootcamp_app")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return target


def trace_of(error: BaseException | None) -> str:
    """Give where an error comes from: its kinds and lines, not its words, which may hold names."""
    lines = []
    while error is not None:
        lines += [f"{type(error).__module__}.{type(error).__qualname__}\n"]
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}\n"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        error = error.__cause__ or error.__context__
    return "".join(lines)


def _place(filename: str) -> str:
    """Give where a file lies in its package; the folders above it may hold a person's name."""
    parts = Path(filename).parts
    begins = [parts.index(name) + behind for name, behind in _TOPS.items() if name in parts]
    return "/".join(parts[max(begins, default=len(parts) - 1) :])
