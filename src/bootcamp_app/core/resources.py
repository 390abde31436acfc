"""Where the files that ship with the program lie: beside the sources or inside the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CANDIDATES = (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources")


def resource_folder(name: str) -> Path:
    """Give the folder of one kind of resource, for example `canvases`.

    Raises FileNotFoundError where the program was packed without it: it must not run on.
    """
    for root in _CANDIDATES:
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"resources/{name} is not part of this build")
