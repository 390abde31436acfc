"""The way of a large file to where it is handed over: whole or not at all, closed where wanted."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from bootcamp_app.core.files import sweep, whole_file
from bootcamp_app.core.ids import new_id
from bootcamp_app.storage.encrypted import encrypt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.features.reports.views import Progress
    from bootcamp_app.storage.encrypted import Lock


@contextmanager
def handed_over(
    target: Path,
    workspace: Path | None,
    lock: Lock,
    progress: Progress,
    *,
    may_be_workspace: bool = False,
) -> Iterator[tuple[Path, Progress]]:
    """Give where to write to, and whom to tell; it becomes the target when the block ends well.

    Where there is a lock, what is not encrypted lies beside the workspace for that time, which is
    as open as it is, and never on the stick or folder that the target is on.
    """
    _sweep(target.absolute().parent)
    with whole_file(target, may_be_workspace=may_be_workspace) as part:
        if not lock:
            yield part, progress
            return
        folder = workspace.absolute().parent if workspace else Path(gettempdir())
        _sweep(folder)
        plain = folder / f".{new_id()}.part"
        try:
            yield plain, lambda done, of: progress(done, 2 * of)
            encrypt(plain, part, lock, lambda done, of: progress(of + done, 2 * of))
        finally:
            with suppress(OSError):
                plain.unlink()


def _sweep(folder: Path) -> None:
    # A process that was killed here may have left a file that nobody is to read.
    with suppress(OSError):
        sweep(folder)
