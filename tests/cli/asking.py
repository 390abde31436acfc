"""The command line as a person or another program uses it: one line in, one answer out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bootcamp_app.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest


@dataclass(frozen=True)
class Answer:
    """What one call gave: its exit code, and what it wrote to either stream."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # noqa: ANN401 - any JSON
        """The JSON on standard output, which must be one document and nothing else."""
        return json.loads(self.out)


class CommandLine:
    """Runs lines in this process, on one workspace."""

    def __init__(self, place: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.place = place
        self._capture = capture

    def __call__(self, *line: str | Path) -> Answer:
        """Run a line on the workspace."""
        return self.bare("--db", self.place, *line)

    def bare(self, *line: str | Path) -> Answer:
        """Run a line as it is."""
        self._capture.readouterr()
        code = run([str(word) for word in line])
        told = self._capture.readouterr()
        return Answer(code, told.out, told.err)

    def json(self, *line: str | Path) -> Any:  # noqa: ANN401 - any JSON
        """Run a line that must succeed without a word on standard error; give its document."""
        answer = self("--json", *line)
        assert (answer.code, answer.err) == (0, "")
        return answer.document


def program(*line: str | Path, text: bytes = b"", **environment: str) -> Answer:
    """Run a line in a process of its own."""
    done = subprocess.run(
        command(*line), input=text, capture_output=True, env=with_environment(environment)
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def command(*line: str | Path) -> list[str]:
    """Give the words that start the program."""
    return [sys.executable, "-m", "bootcamp_app", *map(str, line)]


def with_environment(more: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of the tests with something added.

    Without PYTHONUNBUFFERED, which would hide that the program forgot to send a line at once.
    """
    return {**os.environ, "PYTHONUNBUFFERED": "", **more}
