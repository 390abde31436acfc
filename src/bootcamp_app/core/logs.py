"""The log: what the program did and what failed. It carries ids, never names."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MEGABYTE = 1024 * 1024


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
        lines += traceback.format_tb(error.__traceback__)
        error = error.__cause__ or error.__context__
    return "".join(lines)
