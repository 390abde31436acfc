"""A folder of this program alone, for what is shown before anybody keeps it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from weakref import finalize


class OwnFolder:
    """Gone, with everything in it, when nobody holds it any more."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="bootcamp-desk-"))
        self._gone = finalize(self, shutil.rmtree, self.path, ignore_errors=True)

    def remove(self) -> None:
        """Remove it now."""
        self._gone()
