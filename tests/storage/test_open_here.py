"""No look of this process into the workspace that it has open takes the locks away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.open_here import is_open_here
from bootcamp_app.reading.pages import is_pdf, rendered
from bootcamp_app.reading.pictures import grey, is_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.storage.database import Database

    Opener = Callable[[str], Database]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="locks are told in /proc there")


def locks_on(place: str) -> int:
    """Give how many locks any process holds on a workspace and the files beside it."""
    numbers = {str(one.stat().st_ino) for one in Path(place).parent.glob("camp.bootcamp*")}
    held = (line.split()[5] for line in Path("/proc/locks").read_text("ascii").splitlines())
    return sum(one.rpartition(":")[2] in numbers for one in held)


def test_opening_a_workspace_twice_leaves_its_locks(sqlite_place: str, open_place: Opener) -> None:
    first = open_place(sqlite_place)
    held = locks_on(sqlite_place)

    second = open_place(sqlite_place)

    assert held > 0
    assert locks_on(sqlite_place) >= held
    second.close()
    with first.write():
        assert is_open_here(Path(sqlite_place))


def test_a_workspace_is_open_until_the_last_one_closes_it(
    sqlite_place: str, open_place: Opener
) -> None:
    path = Path(sqlite_place)
    databases = [open_place(sqlite_place) for _ in range(2)]

    told = [is_open_here(path)]
    for database in databases:
        database.close()
        database.close()
        told.append(is_open_here(path))

    assert told == [True, True, False]


@pytest.mark.parametrize("look", [is_pdf, is_picture, grey, lambda path: list(rendered(path, 72))])
def test_the_workspace_is_no_file_to_be_read(
    sqlite_place: str, open_place: Opener, look: Callable[[Path], object]
) -> None:
    open_place(sqlite_place)
    held = locks_on(sqlite_place)

    for ending in ("", "-wal", "-shm"):
        with pytest.raises(Refusal, match=r"is a workspace of this program\. Open it as"):
            look(Path(sqlite_place + ending))

    assert locks_on(sqlite_place) == held
