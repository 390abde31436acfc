"""`verify.html` in a real browser without a network: photos of printed certificates."""

from __future__ import annotations

import shutil
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from bootcamp_app.bootstrap import build
from bootcamp_app.cli.main import run
from bootcamp_app.features.certificates.records import opened
from bootcamp_app.printing.qr import symbol
from bootcamp_app.reading.pages import rendered
from tests.browser import Look
from tests.clock import FakeClock
from tests.features.certificates.camps import NAMES, camp_in
from tests.features.certificates.page_lists import altered, key, mark, public, trust
from tests.features.certificates.pages import OpenPage, open_page, words
from tests.photos import phone_photo

if TYPE_CHECKING:
    from typing import Any

    from tests.browser import Browser

ORGANISATION = key(9)
SMALL = (2592, 1944)


class Printed(NamedTuple):
    """Certificates as they come from the printer."""

    place: str
    pages: list[Image.Image]
    records: list[str]
    issuer: bytes


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The certificates of three people: the first holds, the others do not in `held`."""
    folder = tmp_path_factory.mktemp("printed")
    place = str(folder / "camp.bootcamp")
    app = build(place, FakeClock(), "Sokha")
    records = [one.record for one in camp_in(app).certified(*NAMES)]
    issuers, _revoked = app.certificates.trust()
    app.database.close()
    command(place, "print", "--out", str(folder / "all.pdf"))
    pages = [Image.fromarray(page) for page in rendered(folder / "all.pdf", 200)]
    shown = [code_on(page) for page in pages]
    assert sorted(shown) == sorted(records)
    return Printed(place, pages, shown, issuers[0].public_key)


@pytest.fixture(scope="module")
def held(printed: Printed) -> dict[str, Any]:
    """The list of an organisation that has revoked the second and corrected the third."""
    return trust(
        [printed.issuer],
        by=ORGANISATION,
        organisation=ORGANISATION,
        revoked=[mark(printed.records[1])],
        superseded=[mark(printed.records[2])],
        serial=opened(printed.records[2]).record.serial,
    )


@pytest.fixture(scope="module")
def page(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, held: dict[str, Any]
) -> OpenPage:
    """The page with that list inside."""
    return open_page(browser, tmp_path_factory.mktemp("page"), held)


def command(place: str, *line: str) -> None:
    """Run a command about certificates that must succeed."""
    with redirect_stdout(StringIO()):
        assert run(["--db", place, "certificates", *line]) == 0


def code_on(page: Image.Image) -> str:
    """Give the text of the code on a rendered page."""
    return zxingcpp.read_barcodes(np.asarray(page))[0].text


def with_code(page: Image.Image, text: str) -> Image.Image:
    """Give the page with another code in the place of its own; without a text, with none."""
    found = zxingcpp.read_barcodes(np.asarray(page))[0].position
    left, top = found.top_left.x, found.top_left.y
    side = found.bottom_right.x - left
    changed = page.copy()
    changed.paste(255, (left - 3, top - 3, left + side + 4, top + side + 4))
    if text:
        code = symbol(text, version=9, level="M", mask=3)
        dots = Image.fromarray(np.where(np.array(code.modules), 0, 255).astype(np.uint8))
        changed.paste(dots.resize((side, side), Image.Resampling.LANCZOS), (left, top))
    return changed


def photo_of(page: Image.Image, seed: int, folder: Path) -> Path:
    """Take a photo and give its file."""
    file = folder / f"photo{seed}.jpg"
    phone_photo(page, seed, frame=SMALL).save(file, quality=90)
    return file


def says(page: OpenPage, language: str, *names: str, **values: object) -> None:
    """Require sentences of the page in a language."""
    page.turn_to(language)
    shown = page.answer
    for name in names:
        assert words(name, language, **values) in shown


def copied(workspace: Path, folder: Path) -> str:
    """Give a copy of a workspace, to change it."""
    return str(shutil.copy(workspace, folder))


def number_of(page: OpenPage) -> str:
    """Give the certificate's number as the page shows it."""
    return str(page.tab.run("document.querySelector('.serial').innerText"))


@pytest.mark.parametrize(("number", "state"), [(0, "valid"), (1, "revoked"), (2, "superseded")])
def test_a_photo_of_a_printed_certificate_says_what_was_signed_and_whether_it_holds(
    page: OpenPage, printed: Printed, number: int, state: str, tmp_path: Path
) -> None:
    certificate = photo_of(printed.pages[number], number, tmp_path)

    assert page.photo(certificate) == state

    for language in ("km", "en"):
        says(page, language, f"{state}_title", "signed")
        assert (words("compare", language) in page.answer) == (state != "revoked")
        says(page, language, state, by="២" if language == "km" else 2)
        assert sum(khmer in page.answer and latin in page.answer for khmer, latin in NAMES) == 1
    assert (page.tab.asked_for, page.tab.complaints) == ([], [])


def test_a_photo_of_an_altered_certificate_warns_in_both_languages(
    page: OpenPage, printed: Printed, tmp_path: Path
) -> None:
    forged = photo_of(with_code(printed.pages[0], altered(printed.records[0])), 3, tmp_path)

    assert page.photo(forged) == "altered"

    for language in ("km", "en"):
        says(page, language, "altered_title", "altered", "claimed")
        assert words("signed", language) not in page.answer


def test_a_photo_of_a_certificate_of_somebody_else_says_that_they_are_unknown(
    browser: Browser, printed: Printed, tmp_path: Path
) -> None:
    others = trust([public(key(1))], by=key(1))
    page = open_page(browser, tmp_path, others)

    assert page.photo(photo_of(printed.pages[0], 4, tmp_path)) == "unknown_issuer"

    for language in ("km", "en"):
        says(page, language, "unknown_issuer_title", "unknown_issuer", "claimed")


def test_a_photo_of_another_code_is_no_certificate(
    page: OpenPage, printed: Printed, tmp_path: Path
) -> None:
    badge = with_code(printed.pages[0], "71234567890123456")

    assert page.photo(photo_of(badge, 5, tmp_path)) == "not_a_certificate"

    for language in ("km", "en"):
        says(page, language, "not_a_certificate_title", "not_a_certificate")


def test_a_photo_without_a_code_accuses_nobody_and_says_how_to_take_a_better_one(
    page: OpenPage, printed: Printed, tmp_path: Path
) -> None:
    assert page.photo(photo_of(with_code(printed.pages[0], ""), 6, tmp_path)) == "not_readable"

    for language in ("km", "en"):
        tips = ("tip_closer", "tip_sharp", "tip_flat", "tip_light")
        says(page, language, "not_readable_title", "not_readable", *tips)


def test_a_file_that_is_no_picture_is_named_as_that(page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7 not a picture")

    assert page.photo(tmp_path / "letter.pdf") == "no_picture"

    says(page, "en", "no_picture_title", "no_picture")


@pytest.mark.parametrize(
    "worker",
    ["undefined", "class { constructor() { setTimeout(() => this.onerror()); } }"],
    ids=["none", "forbidden"],
)
def test_where_a_browser_has_no_workers_the_page_reads_in_slices(
    browser: Browser, printed: Printed, held: dict[str, Any], worker: str, tmp_path: Path
) -> None:
    page = open_page(browser, tmp_path, held)
    page.tab.run(f"window.Worker = {worker}")

    assert page.photo(photo_of(printed.pages[0], 0, tmp_path)) == "valid"


def test_the_page_of_the_command_takes_the_page_of_codes_of_a_later_list(
    browser: Browser, printed: Printed, tmp_path: Path
) -> None:
    workspace = copied(Path(printed.place), tmp_path)
    command(workspace, "page", "--out", str(tmp_path / "verify.html"))
    page = OpenPage(browser, tmp_path / "verify.html", Look())
    assert page.text(printed.records[0]) == "valid"

    command(workspace, "revoke", number_of(page), "--reason", "wrong name")
    command(workspace, "trust-code", "--out", str(tmp_path / "codes.pdf"))
    for number, codes in enumerate(rendered(tmp_path / "codes.pdf", 200)):
        file = tmp_path / f"codes{number}.jpg"
        phone_photo(Image.fromarray(codes), number, frame=SMALL).save(file)
        page.tab.choose("#gallery", file)
        page.tab.wait("document.getElementById('list-answer').innerText")

    assert page.text(printed.records[0]) == "revoked"
