"""How many photos of printed certificates `verify.html` reads, beside zxing-cpp on the same photos.

The certificates are distinct, printed by the program and photographed as whole pages at 5 to 12
megapixels. The page reads them in a browser without a network; zxing-cpp once as it comes, once
with the closer looks that the program adds.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import zxingcpp
from PIL import Image

from bootcamp_app.bootstrap import build
from bootcamp_app.cli.main import run
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered
from tests.browser import NO_BROWSER, Browser, find_browser
from tests.clock import FakeClock
from tests.features.certificates.camps import camp_in
from tests.features.certificates.page_lists import key, trust
from tests.features.certificates.pages import OpenPage, open_page
from tests.features.certificates.test_village_names import some_names
from tests.photos import phone_photo

if TYPE_CHECKING:
    from collections.abc import Iterator

PHOTOS = int(os.environ.get("PHOTOS", "120"))
KINDS = {
    "ordinary": (1.0, 0),
    "harder": (1.3, 0),
    "hard": (1.6, 0),
    "sent by a messenger, 1,600 dots": (1.0, 1600),
}
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


class Outcome(NamedTuple):
    """Who read one photo, and how long the page took, in milliseconds."""

    page: bool
    plain: bool
    program: bool
    took: float


def main() -> None:
    """Print, photograph and read."""
    program = find_browser()
    if program is None:
        sys.exit(NO_BROWSER)
    with TemporaryDirectory() as name:
        folder = Path(name)
        issuer, pages = printed(folder)
        with Browser(program, folder / "profile") as browser:
            held = trust([issuer], by=key(9), organisation=key(9))
            page = open_page(browser, folder, held)
            for kind, (hardness, side) in KINDS.items():
                photos = (photo_of(one, at, hardness, side) for at, one in pages)
                report(kind, [read(page, photo, folder) for photo in photos])


def printed(folder: Path) -> tuple[bytes, list[tuple[int, Image.Image]]]:
    """Give who signed, and the pages of distinct certificates."""
    place, target = str(folder / "camp.bootcamp"), folder / "all.pdf"
    app = build(place, FakeClock(), "Sokha")
    camp_in(app).certified(*some_names(PHOTOS))
    issuers, _revoked = app.certificates.trust()
    app.database.close()
    run(["--db", place, "certificates", "print", "--out", str(target)])
    return issuers[0].public_key, list(enumerate(images(target)))


def images(target: Path) -> Iterator[Image.Image]:
    """Give the pages as printed at 200 dots an inch."""
    for page in rendered(target, 200):
        yield Image.fromarray(page)


def photo_of(paper: Image.Image, seed: int, hardness: float, side: int) -> Image.Image:
    """Photograph one page; with a side, made smaller as messengers do."""
    photo = phone_photo(paper, seed, hardness=hardness)
    if side:
        photo.thumbnail((side, side), Image.Resampling.BICUBIC)
    return photo


def read(page: OpenPage, photo: Image.Image, folder: Path) -> Outcome:
    """Let all three read one photo."""
    file = folder / "photo.jpg"
    photo.save(file, quality=75 if max(photo.size) < 2000 else 95)
    began = time.perf_counter()
    state = page.photo(file)
    took = 1000 * (time.perf_counter() - began)
    grey = np.asarray(Image.open(file))
    plain = zxingcpp.read_barcodes(grey, formats=_QR)
    return Outcome(state == "valid", bool(plain), bool(list(codes_in(grey))), took)


def report(kind: str, outcomes: list[Outcome]) -> None:
    """Say what was read."""
    shares = [100 * sum(values) / len(outcomes) for values in list(zip(*outcomes, strict=True))[:3]]
    took = [one.took for one in outcomes]
    sys.stdout.write(
        f"{kind}: {len(outcomes)} photos; page {shares[0]:.1f} %, zxing-cpp "
        f"{shares[1]:.1f} %, program {shares[2]:.1f} %; page {median(took):.0f} ms median, "
        f"{quantiles(took, n=20)[-1]:.0f} p95 (choose, open, read, show)\n"
    )


if __name__ == "__main__":
    main()
