"""A folder of this program alone, for what is shown before anybody keeps it."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from weakref import finalize

from bootcamp_app.core.errors import Refusal

_BEGINS = "bootcamp-desk-"
_OLD = 24 * 60 * 60


class OwnFolder:
    """Gone, with everything in it, when nobody holds it any more."""

    def __init__(self) -> None:
        try:
            self.path = Path(tempfile.mkdtemp(prefix=_BEGINS))
        except OSError as problem:
            raise Refusal(
                "There is no room to prepare the pages. Free some space on the disk, then try "
                "again."
            ) from problem
        self._gone = finalize(self, shutil.rmtree, self.path, ignore_errors=True)

    def remove(self) -> None:
        """Remove it now."""
        self._gone()


def forget_old_folders() -> None:
    """Remove what a power cut left behind, with the names that may stand in it, after a day."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_BEGINS}*"):
        with suppress(OSError):
            if folder.is_dir() and time.time() - folder.stat().st_mtime > _OLD:
                shutil.rmtree(folder, ignore_errors=True)
