"""What the commands about layouts, signatories and fonts answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.certificates.layouts import layouts
from tests.own_fonts import TITLE, own_font
from tests.signatures import photo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


def used(ask: CommandLine) -> list[str]:
    return [one["layout"] for one in ask.json("certificates", "layouts") if one["used"]]


def test_a_layout_is_chosen_on_a_page_with_digits(ask: CommandLine, made: Made) -> None:
    del made
    rows = ask.json("certificates", "layouts")

    answer = ask.json(
        "certificates", "layout", "modern", "--page", "Letter-landscape", "--digits", "latin"
    )

    assert {one["layout"] for one in rows} == set(layouts())
    assert answer == {
        "layout": "modern",
        "page": "Letter-landscape",
        "digits": "latin",
        "changed": False,
    }
    assert used(ask) == ["modern"]
    assert ask.json("certificates", "layout", "--page", "A4-landscape")["page"] == "A4-landscape"
    assert ask.json("certificates", "layout")["layout"] == "modern"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (("layout", "baroque"), "There is no layout “baroque”. Choose one of:"),
        (("layout", "official", "--page", "A4-portrait"), "lies the other way"),
        (("layout-import", "gone.json"), "There is no file gone.json."),
        (("signatory", "remove", "2"), "Nobody signs in place 2."),
        (("signatory", "set", "1", "--title-en", "Governor"), "Write the name of who signs"),
        (("font", "add", "gone.ttf"), "There is no file gone.ttf."),
        (("font", "remove", "muol"), "There is no file “muol” here."),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    ask: CommandLine, made: Made, line: tuple[str, ...], why: str
) -> None:
    del made

    answer = ask("certificates", *line)

    assert (answer.code, answer.out) == (1, "")
    assert why in answer.err


def test_a_layout_goes_to_another_bootcamp_through_a_file(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    ask.json("certificates", "layout", "minimal")
    file = tmp_path / "layout.json"

    written = ask.json("certificates", "layout-export", file)
    ask.json("new", "Kep Bootcamp", "--start", "2027-01-10")
    taken = ask.json("certificates", "layout-import", file)

    assert written == {"file": str(file)}
    assert json.loads(file.read_text("utf-8"))["kind"] == "bootcamp-desk-layout/1"
    assert (taken["layout"], taken["changed"]) == ("minimal", False)
    first = ask.json("certificates", "layouts", "--bootcamp", made.bootcamp["id"])
    assert [one["layout"] for one in first if one["used"]] == ["minimal"]


def test_who_signs_is_set_named_otherwise_and_removed(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    del made
    (tmp_path / "signature.jpg").write_bytes(photo())
    names = ("--name-km", "ម៉ៅ ធនិន", "--name-en", "MAO Thonin")

    first = ask.json(
        "certificates", "signatory", "set", "1", *names, "--signature", tmp_path / "signature.jpg"
    )
    again = ask.json("certificates", "signatory", "set", "1", "--title-en", "Governor")

    assert first == {
        "place": 1,
        "name_km": "ម៉ៅ ធនិន",
        "name_en": "MAO Thonin",
        "title_km": "",
        "title_en": "",
        "has_signature": True,
    }
    assert again == {**first, "title_en": "Governor"}
    assert ask.json("certificates", "signatory", "list") == [again]
    assert ask.json("certificates", "signatory", "remove", "1") == {"place": 1}
    assert ask.json("certificates", "signatory", "list") == []


def test_a_font_is_added_listed_and_removed(ask: CommandLine, made: Made, tmp_path: Path) -> None:
    del made
    (tmp_path / "muol.ttf").write_bytes(own_font())

    added = ask.json("certificates", "font", "add", tmp_path / "muol.ttf")

    assert (added["title"], added["bytes"]) == (f"{TITLE} Regular", len(own_font()))
    assert ask.json("certificates", "font", "list") == [added]
    ask.json("certificates", "font", "remove", f"{TITLE} regular")
    assert ask.json("certificates", "font", "list") == []


def test_lint_says_what_is_wrong_and_with_which_part(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    del made
    assert ask.json("certificates", "lint") == []
    file = tmp_path / "layout.json"
    ask.json("certificates", "layout-export", file)
    held = json.loads(file.read_text("utf-8"))
    code = next(one for one in held["parts"] if one["kind"] == "verify")
    code["side"] = 20
    file.write_text(json.dumps(held), "utf-8")
    ask.json("certificates", "layout-import", file)

    answer = ask("--json", "certificates", "lint")

    assert answer.code == 1
    (problem,) = answer.document
    assert (problem["part"], problem["kind"]) == (code["id"], "code_too_small")
    assert "20 mm" in problem["sentence"]
    assert "1 thing is wrong:" in ask("certificates", "lint").out


def test_a_name_that_no_layout_can_hold_is_named_by_lint(ask: CommandLine, made: Made) -> None:
    del made
    ask.json("people", "add", "--name-en", "Sok " + "Dara" * 60)

    answer = ask("--json", "certificates", "lint")

    assert answer.code == 1
    assert {one["kind"] for one in answer.document} == {"does_not_fit"}
