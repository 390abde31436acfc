"""What is wrong with a design before anybody prints it, each with what to do about it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.certificates.fields import FIELDS
from bootcamp_app.features.certificates.parts.lines import covered
from bootcamp_app.features.certificates.parts.placed import Lettered
from bootcamp_app.features.certificates.parts.signing import Signatures
from bootcamp_app.features.certificates.parts.verifying import (
    LEAST_MODULE,
    LEAST_SIDE,
    MOST_MODULES,
    Verify,
)
from bootcamp_app.features.certificates.plates import plate_of
from bootcamp_app.printing.paper import Box, TextDoesNotFit, missing_characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bootcamp_app.features.certificates.parts.placed import Placed, Values
    from bootcamp_app.features.certificates.plates import Plate
    from bootcamp_app.features.certificates.views import Design

SAFE = 8.0
"""Millimetres along the edges that many printers leave white."""
_SLACK = 0.01
_NAMES = frozenset({"name_first", "name_second", "name_km", "name_en"})
_FROM_EDGE_TO_EDGE = ("ground", "border", "box", "rule")


_MISSING = Sentence("A picture or font of this part is missing. Choose it again.")


class Problem(NamedTuple):
    """One thing that is wrong: in which part, of which kind, and what to do about it."""

    part_id: str
    kind: str
    sentence: Sentence


def problems(design: Design, values: Mapping[str, str]) -> list[Problem]:
    """Say everything that is wrong with a design, printed with these values."""
    plate = plate_of(design)
    printed = plate.in_digits(values)
    found = [] if any(isinstance(one, Verify) for one in plate.parts.values()) else [_no_code()]
    if not any(part.fields & _NAMES for part in plate.parts.values()):
        found.append(_no_name())
    found += _lost_pictures(design, plate)
    for name, part in plate.parts.items():
        try:
            found += _wrong_with(name, part, printed, plate.parts)
        except Refusal as problem:  # its font cannot be used
            found.append(Problem(name, "unusable_font", problem.sentence))
    return [*found, *_on_each_other(plate, printed)]


def misfits(design: Design, values: Mapping[str, str]) -> list[Problem]:
    """Say which parts cannot show one certificate's values whole; quick, nothing is drawn."""
    return [*shared_misfits(design, values), *personal_misfits(design, values)]


def personal_misfits(design: Design, values: Mapping[str, str]) -> list[Problem]:
    """Say it of the parts that differ from person to person."""
    plate = plate_of(design)
    printed = plate.in_digits(values)
    personal = ((name, part) for name, part in plate.parts.items() if plate.is_personal(name))
    return [problem for name, part in personal for problem in _misfits(name, part, printed)]


def shared_misfits(design: Design, values: Mapping[str, str]) -> list[Problem]:
    """Say it of the parts that are the same on most certificates."""
    plate = plate_of(design)
    printed = plate.in_digits(values)
    found: list[Problem] = []
    for name, part in plate.parts.items():
        if not plate.is_personal(name):
            shared = tuple((field, printed.get(field, "")) for field in sorted(part.fields))
            found += _misfits_once(plate, name, shared)
    return found


@lru_cache(maxsize=256)
def _misfits_once(
    plate: Plate, name: str, values: tuple[tuple[str, str], ...]
) -> tuple[Problem, ...]:
    """Look at a part that is the same on most certificates once for all of them."""
    return tuple(_misfits(name, plate.parts[name], dict(values)))


def _misfits(name: str, part: Placed, values: Values) -> Iterator[Problem]:
    yield from _missing_signs(name, part, values)
    if not isinstance(part, Verify):
        yield from _unfitting(name, part, values)


def _wrong_with(
    name: str, part: Placed, values: Values, parts: Mapping[str, Placed]
) -> Iterator[Problem]:
    yield from _missing_signs(name, part, values)
    yield from _unknown_fields(name, part)
    yield from _missing_files(name, part)
    if isinstance(part, Verify):
        yield from _too_small(name, part)
    misfit = list(_unfitting(name, part, values))
    yield from misfit
    if not misfit:
        yield from _out_of_place(name, part, values, parts)


def _missing_signs(name: str, part: Placed, values: Values) -> Iterator[Problem]:
    lost = dict.fromkeys(
        sign
        for text, typeface in part.written(values)
        for sign in missing_characters(text, typeface)
    )
    if lost:
        yield Problem(
            name,
            "missing_glyph",
            Sentence(
                "No font has the characters {signs}. Write the text without them.",
                signs=" ".join(lost),
            ),
        )


def _unknown_fields(name: str, part: Placed) -> Iterator[Problem]:
    if isinstance(part, Verify):
        return
    for field in sorted(part.fields - set(FIELDS)):
        yield Problem(
            name,
            "unknown_field",
            Sentence(
                "There is no field {field}. Choose one from the list of fields.",
                field="{" + field + "}",
            ),
        )
    if any(words.has_lone_brace for words in part.words):
        yield Problem(
            name,
            "unknown_field",
            Sentence(
                "A brace stands alone. Write a field as {example}, or take the brace out.",
                example="{name_km}",
            ),
        )


def _missing_files(name: str, part: Placed) -> Iterator[Problem]:
    picture = part.part.get("file", "")
    fonts = (part.part.get(key, "") for key in ("font", "font_en"))
    if any(font and not part.stock.has(font) for font in fonts) or (
        picture and not part.stock.shape(picture)
    ):
        yield Problem(name, "missing_file", _MISSING)


def _lost_pictures(design: Design, plate: Plate) -> Iterator[Problem]:
    """Give the parts for logos and signatures of which a picture is gone or cannot be read."""
    pictures = {
        "logos": design.logos,
        "signatories": [one.file for one in design.signatories if one.file],
    }
    pictures["signatory"] = pictures["signatories"]
    for name, part in plate.parts.items():
        if not all(plate.stock.shape(file) for file in pictures.get(part.part["kind"], ())):
            yield Problem(name, "missing_file", _MISSING)


def _too_small(name: str, part: Verify) -> Iterator[Problem]:
    side = part.part["side"]
    if side < LEAST_SIDE or side / MOST_MODULES < LEAST_MODULE:
        yield Problem(
            name,
            "code_too_small",
            Sentence(
                "The code is {side} mm wide; phones need {least}. Make it larger.",
                side=f"{side:g}",
                least=f"{LEAST_SIDE:g}",
            ),
        )


def _unfitting(name: str, part: Placed, values: Values) -> Iterator[Problem]:
    try:
        part.must_fit(values)
    except TextDoesNotFit as problem:
        yield Problem(name, "does_not_fit", problem.sentence)


def _out_of_place(
    name: str, part: Placed, values: Values, parts: Mapping[str, Placed]
) -> Iterator[Problem]:
    box = part.covers(values)
    if box is None:
        return
    page = part.stock.page
    edge = 0 if part.part["kind"] in _FROM_EDGE_TO_EDGE else SAFE
    safe = Box(edge, edge, page.width - 2 * edge, page.height - 2 * edge)
    if not _is_inside(box, safe):
        yield Problem(
            name,
            "outside_safe_area",
            Sentence(
                "This part is closer than {edge} mm to the edge, where printers may cut it off. "
                "Move it in.",
                edge=f"{SAFE:g}",
            ),
        )
    codes = [one for one in parts.values() if isinstance(one, Verify) and one is not part]
    if part.part["kind"] not in ("ground", "border", "box") and any(
        _touch(box, one.quiet) for box in part.pieces(values) for one in codes
    ):
        yield Problem(
            name,
            "overlaps_code",
            Sentence(
                "This part lies on the code or its white border, which must stay free. "
                "Move it away."
            ),
        )


def _on_each_other(plate: Plate, values: Values) -> Iterator[Problem]:
    """Tell each part whose words lie on words of one before it."""
    before: list[Box] = []
    for name, part in plate.parts.items():
        if not isinstance(part, Lettered | Signatures):
            continue
        try:
            pieces = part.pieces(values)
        except Refusal:  # it does not fit, or has no font: that is said already
            continue
        if any(_touch(piece, other) for piece in pieces for other in before):
            yield Problem(
                name,
                "overlaps_words",
                Sentence("The words of this part lie on those of another. Move one of them apart."),
            )
        before += pieces


def _no_code() -> Problem:
    return Problem(
        "", "no_code", Sentence("There is no code to verify the certificate by. Add one.")
    )


def _no_name() -> Problem:
    return Problem(
        "",
        "no_name",
        Sentence(
            "Nobody's name is on the page. Add a text with the field {example}.",
            example="{name_first}",
        ),
    )


def _is_inside(box: Box, safe: Box) -> bool:
    around = covered([box, safe])
    return (
        around is not None
        and around.width <= safe.width + _SLACK
        and around.height <= safe.height + _SLACK
    )


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width - _SLACK
        and other.x < one.x + one.width - _SLACK
        and one.top < other.top + other.height - _SLACK
        and other.top < one.top + one.height - _SLACK
    )
