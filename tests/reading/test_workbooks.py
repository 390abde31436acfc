"""The child process that reads workbooks cannot take the program with it."""

from __future__ import annotations

import subprocess
import sys
from multiprocessing import active_children
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.workbooks import read_in_child
from tests.reading import making

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path
from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.sheets import read_table

def main():
    try:
        print(read_table(Path(sys.argv[1])).rows)
    except Refusal as refusal:
        sys.exit(str(refusal))
"""
FAR_CELL = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def console_script(tmp_path: Path) -> list[str]:
    """Lay out a program as an installed command does: a script that calls a module's main."""
    (tmp_path / "program.py").write_text(SCRIPT, encoding="utf-8")
    script = tmp_path / "program-command"
    script.write_text(
        "import sys\nfrom program import main\nif __name__ == '__main__':\n    sys.exit(main())\n",
        encoding="utf-8",
    )
    return [sys.executable, str(script)]


def test_an_installed_command_reads_a_workbook(tmp_path: Path, console_script: list[str]) -> None:
    path = making.xlsx(tmp_path / "names.xlsx", {"Names": [["Dara"]]})

    ran = _run([*console_script, str(path)])

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "[['Dara']]\n", "")


def test_a_dying_child_says_nothing_on_the_terminal_but_the_sentence(
    tmp_path: Path, console_script: list[str]
) -> None:
    path = making.xlsx_by_hand(tmp_path / "far.xlsx", FAR_CELL)

    ran = _run([*console_script, str(path)])

    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr == (
        "far.xlsx cannot be read: it is damaged, or something stands very far from the list. Copy "
        "the rows of the list into a new spreadsheet, save that and choose it.\n"
    )


def test_a_workbook_that_takes_too_long_is_given_up_and_no_child_stays(tmp_path: Path) -> None:
    path = making.xlsx(tmp_path / "names.xlsx", {"Names": [["Dara"] * 9] * 5_000})

    with pytest.raises(Refusal) as refused:
        read_in_child(path, None, seconds=0.001)

    assert "took too long" in str(refused.value)
    assert active_children() == []


def test_a_workbook_in_the_current_folder_is_found_after_moving_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = making.xlsx(tmp_path / "names.xlsx", {"Names": [["Dara"]]})
    monkeypatch.chdir(tmp_path)

    assert read_in_child(path.relative_to(tmp_path), None).rows == [["Dara"]]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
def test_a_sheet_that_needs_more_memory_than_the_limit_is_refused(tmp_path: Path) -> None:
    corner = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = making.xlsx_by_hand(
        tmp_path / "large.xlsx", corner + '<row r="1048576"><c r="CV1048576"><v>1</v></c></row>'
    )

    with pytest.raises(Refusal) as refused:
        read_in_child(path, None)

    assert "stands very far from the list" in str(refused.value)
