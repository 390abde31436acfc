"""Files of boards, read by the libraries of the programs that they are for, in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from bootcamp_app.features.canvases.board_files import board_formats, read_board
from tests.browser import NO_BROWSER, Browser, find_browser
from tests.features.canvases.boards_made_up import BOARD, ITEMS, handed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser import Tab

PACKAGES = Path(__file__).parents[2] / "npm" / "node_modules"
LIBRARIES = {
    "excalidraw": PACKAGES / "@excalidraw" / "utils" / "dist" / "prod" / "index.js",
    "jsoncanvas": PACKAGES / "@trbn" / "jsoncanvas" / "dist" / "index.mjs",
}
NO_LIBRARIES = "needs the npm packages of tests/npm, which `dev.py check` installs"
SCHEMA = Path(__file__).with_name("jsoncanvas-1.0.schema.json")
DRAWN = """(async () => {
    const d = DRAWING;
    const svg = await excalidraw.exportToSvg({data: d, config: {skipInliningFonts: true}});
    return [svg.outerHTML, excalidraw.getCommonBounds(d.elements), told];
})()"""
KEPT = """(() => {
    const read = jsoncanvas.JSONCanvas.fromString(TEXT);
    const again = new jsoncanvas.JSONCanvas();
    read.getNodes().forEach(one => again.addNode(one));
    read.getEdges().forEach(one => again.addEdge(one));
    return again.toString();
})()"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """A page that holds the libraries, and keeps what they complain of."""
    program = find_browser()
    if program is None:
        pytest.skip(NO_BROWSER)
    if not all(one.exists() for one in LIBRARIES.values()):
        pytest.skip(NO_LIBRARIES)
    folder = tmp_path_factory.mktemp("readers")
    scripts = [within_reach(name, path.read_text("utf-8")) for name, path in LIBRARIES.items()]
    head = "<script>told = []; console.error = (...said) => told.push(said.join(' '))</script>"
    page = folder / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8>{head}{''.join(scripts)}", "utf-8")
    with Browser(program, folder / "profile") as browser:
        opened = browser.open(page)
        opened.wait("window.excalidraw && window.jsoncanvas")
        yield opened


def within_reach(name: str, module: str) -> str:
    """Give a module as a script of a page opened from a file, which may not import any."""
    found = re.search(r"export\s*\{([^}]*)\}", module)
    assert found
    pairs = (one.split(" as ") for one in map(str.strip, found[1].split(",")))
    members = ",".join(f"'{pair[-1]}':{pair[0]}" for pair in pairs)
    return (
        f'<script type="module">{module[: found.start()]};window.{name}={{{members}}}'
        f"{module[found.end() :]}</script>"
    )


def written(form: str, folder: Path) -> tuple[Path, dict[str, Any]]:
    kind = board_formats()[form]
    path = folder / f"board{kind.ending}"
    kind.write(handed(), path)
    return path, json.loads(path.read_text("utf-8"))


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_excalidraw_draws_a_board_with_all_its_texts_and_pictures(tab: Tab, tmp_path: Path) -> None:
    _path, drawing = written("excalidraw", tmp_path)

    svg, bounds, told = tab.run(DRAWN.replace("DRAWING", json.dumps(drawing)))

    assert told == []
    said = letters("".join(re.findall(r"<text[^>]*>([^<]*)", svg)))
    for one in ITEMS:
        assert letters(one.text) in said
    for zone in BOARD.template.zones:
        assert letters(zone.title.km) in said
    assert svg.count("<image ") == 1
    # A connector that joins nothing begins at the corner of the page.
    assert bounds[:2] == [0, 0]
    assert bounds[2] == 4 * 410


def test_excalidraw_would_not_draw_what_it_does_not_know(tab: Tab, tmp_path: Path) -> None:
    _path, drawing = written("excalidraw", tmp_path)
    for element in drawing["elements"]:
        if element["id"] == "n1-text":
            element["type"] = "writing"

    svg, _bounds, _told = tab.run(DRAWN.replace("DRAWING", json.dumps(drawing)))

    assert letters(ITEMS[0].text) not in letters("".join(re.findall(r"<text[^>]*>([^<]*)", svg)))


def test_json_canvas_is_taken_up_and_comes_back(tab: Tab, tmp_path: Path) -> None:
    path, document = written("jsoncanvas", tmp_path)

    kept = tab.run(KEPT.replace("TEXT", json.dumps(path.read_text("utf-8"))))

    assert json.loads(kept) == document
    path.write_text(kept, "utf-8")
    assert len(read_board(path).items) == len(ITEMS)


def test_json_canvas_is_as_its_specification_says(tmp_path: Path) -> None:
    _path, document = written("jsoncanvas", tmp_path)
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

    assert [one.message for one in validator.iter_errors(document)] == []

    document["nodes"][0]["x"] += 0.5
    assert len(list(validator.iter_errors(document))) == 1
