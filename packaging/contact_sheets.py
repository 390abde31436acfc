"""Shows every canvas at a glance: one PNG for each language, to be looked at before a release.

.venv/bin/python packaging/contact_sheets.py FOLDER [A0|A1|A2|A3|A4]
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped, unused-ignore]  # it brings no types
from PIL import Image

from bootcamp_app.core.i18n import words
from bootcamp_app.features.canvases.blank import print_blank
from bootcamp_app.features.canvases.templates import templates

_WIDTH, _COLUMNS, _GAP = 760, 4, 16


def main(folder: Path, size: str = "A3") -> None:
    """Write `canvases-en-A3.png` and `canvases-km-A3.png` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("en", "km"):
        words.use(language)
        sheet = _sheet([_picture(name, size) for name in templates()])
        target = folder / f"canvases-{language}-{size}.png"
        sheet.save(target)
        print(target)  # noqa: T201 - it says where to look


def _picture(name: str, size: str) -> Image.Image:
    file = BytesIO()
    print_blank(templates()[name], size, file)
    document = pypdfium2.PdfDocument(file.getvalue())
    page = document[0]
    drawn: Image.Image = page.render(scale=_WIDTH / page.get_width()).to_pil()
    document.close()
    return drawn


def _sheet(pictures: list[Image.Image]) -> Image.Image:
    width, height = pictures[0].size
    rows = -(-len(pictures) // _COLUMNS)
    size = (_COLUMNS * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, "#8A8F94")
    for at, picture in enumerate(pictures):
        row, column = divmod(at, _COLUMNS)
        sheet.paste(picture, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
