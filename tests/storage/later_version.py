"""A later version of the program, made from this one with one more migration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import bootcamp_app
from bootcamp_app.storage.migrations import HEAD, SCHEMA

NEXT = f"{SCHEMA + 1:04}"
ONE_MORE_STEP = '''"""A nickname for everyone; where STOP_AT names a file, it waits half-way."""

import os
import pathlib
import time

import sqlalchemy as sa
from alembic import op

revision = "NEXT"
down_revision = "HEAD"


def upgrade():
    op.add_column("people", sa.Column("nickname", sa.String(), nullable=True))
    op.execute("UPDATE people SET nickname = 'half done'")
    if "STOP_AT" in os.environ:
        pathlib.Path(os.environ["STOP_AT"]).touch()
        time.sleep(600)
    op.execute("UPDATE people SET nickname = 'of ' || name_en")
'''
OPENS_AND_PRINTS = """
import sys
from bootcamp_app.core.changes import Changes
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.people import tables
from bootcamp_app.storage.database import Parts, open_database
from sqlalchemy import text
database = open_database(sys.argv[1], Parts(SystemClock(), Changes()))
with database.read() as reader:
    print(*reader.scalars(text("SELECT nickname FROM people ORDER BY nickname")), sep="\\n")
database.close()
"""


class LaterVersion:
    """The program as it will be one migration from now, run as a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        package = folder / "bootcamp_app"
        shutil.copytree(Path(bootcamp_app.__file__).parent, package)
        migrations = package / "storage" / "migrations"
        step = ONE_MORE_STEP.replace("NEXT", NEXT).replace("HEAD", HEAD)
        (migrations / "versions" / f"{NEXT}_one_more_step.py").write_text(step)
        names = f'"""One more step."""\nHEAD = "{NEXT}"\nSCHEMA = {int(NEXT)}\n'
        (migrations / "__init__.py").write_text(names)

    def nicknames(self, place: str) -> list[str]:
        """Open a workspace, bring it up to date and give the nicknames in it."""
        done = self._open(place)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    def refusal(self, place: str) -> str:
        """Try to open a workspace and give what was said instead."""
        done = self._open(place)
        assert done.returncode == 1
        return done.stderr.splitlines()[-1]

    def stop_in_the_middle(self, place: str) -> subprocess.Popen[bytes]:
        """Begin to open a workspace and give the process that hangs in its migration."""
        mark = self._folder / "in the middle"
        process = subprocess.Popen(
            [sys.executable, "-c", OPENS_AND_PRINTS, place],
            env={**self._environment(), "STOP_AT": str(mark)},
        )
        while not mark.exists():
            assert process.poll() is None
        return process

    def _open(self, place: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-c", OPENS_AND_PRINTS, place]
        return subprocess.run(
            command, env=self._environment(), check=False, capture_output=True, text=True
        )

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(self._folder)}
