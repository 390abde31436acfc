"""A plain SQLite file can be stopped also within one long statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.storage import plain
from bootcamp_app.storage.plain import PlainColumn, PlainTable, write_plain

if TYPE_CHECKING:
    from pathlib import Path


def test_who_stops_while_the_engine_works_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "_OFTEN", 100)
    looked = []

    def look() -> None:
        looked.append(1)
        if len(looked) > 2:
            raise Cancelled("Stopped.")

    rows = ((f"{n}",) for n in range(1000))
    with pytest.raises(Cancelled):
        write_plain(tmp_path / "x", [PlainTable("a", [PlainColumn("id")], rows)], [], look)

    assert len(looked) == 3
