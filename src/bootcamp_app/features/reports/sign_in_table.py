"""The rows of a sign-in sheet: who it is, and a box to sign for each session of the day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.attendance.marking import spaced_code
from bootcamp_app.features.bootcamps.places import (
    province_code,
    province_in_english,
    province_in_khmer,
)
from bootcamp_app.features.people.views import KIND_WORDS, WORDS
from bootcamp_app.features.reports.sign_in_days import STATE_WORDS
from bootcamp_app.printing.list_paper import (
    ACCENT,
    INK,
    KHMER,
    LATIN,
    MUTED,
    PAD,
    RULED,
    SMALL,
    SUNKEN,
    TINY,
    Field,
    Pair,
    Places,
    as_large_as_fits,
    in_both,
    names_of,
    number_in_both,
    stacked,
    wrapped,
)
from bootcamp_app.printing.paper import Box, Paper, Span, Stroke, TextStyle, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.attendance.marking import SheetLine
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.sign_in_days import Signed, SignIn

LEFT, WIDTH = 10.0, 277.0
HEAD, ROW = 19.0, 12.0
_BOXES, _WIDEST = 87.0, 34.0
"""The columns to be signed together, and each of them at the most."""
_SIGNED = "signed:"
_SESSION = N_("Session {n}")
_CODE = N_("List no. {code}")
_SIGNATURE, _ATTENDANCE = N_("Signature"), N_("Attendance")
_FIELDS = (
    Field("number", N_("No."), 10),
    Field("name", N_("Name"), 44),
    Field("sex", N_("Sex"), 10),
    Field("age", N_("Age"), 9),
    Field("position", N_("Position"), 31),
    Field("organisation", N_("Organisation and its kind"), 43),
    Field("province", N_("Province"), 22),
    Field("phone", N_("Phone"), 21),
)
_GROWING = {"name": 3, "position": 2, "organisation": 3, "province": 1}
"""The columns that take what room others leave, and how much of it."""
_INKS = {"present": "#176B3A", "late": "#8A5200", "excused": "#1F4E9E", "absent": "#A32020"}
_HATCH = Stroke("#CFC9BE", 0.15)
_HATCH_STEP = 3.0
_ONE_LINE = TextStyle(7, 400, INK)
"""The smallest size at which an organisation stays on one line."""


@dataclass(frozen=True)
class SheetColumns:
    """What stands in the columns of one sheet."""

    signed: tuple[Signed, ...]
    has_contacts: bool = True
    """Age and phone."""
    has_position: bool = True

    @property
    def fields(self) -> list[Field]:
        """The columns with their widths, which fill the sheet."""
        gone = set() if self.has_contacts else {"age", "phone"}
        gone |= set() if self.has_position else {"position"}
        kept = [field for field in _FIELDS if field.name not in gone]
        each = min(_BOXES / len(self.signed), _WIDEST)
        boxes = [Field(f"{_SIGNED}{at}", _SIGNATURE, each) for at in range(len(self.signed))]
        shares = sum(_GROWING.get(field.name, 0) for field in kept)
        more = (WIDTH - sum(one.width for one in (*kept, *boxes))) / shares
        return [
            *(one._replace(width=one.width + more * _GROWING.get(one.name, 0)) for one in kept),
            *boxes,
        ]

    @property
    def boxes(self) -> list[Box]:
        """Where the columns to be signed lie; tops and heights are not set."""
        places = Places(self.fields, LEFT)
        return [Box(x, 0, one.width, 0) for x, one in places if one.name.startswith(_SIGNED)]


class SignInTable:
    """Draws the table of one sheet on the page in hand."""

    def __init__(self, paper: Paper, told: SignIn, columns: SheetColumns) -> None:
        self._paper = paper
        self._told = told
        self._columns = columns
        self._places = Places(columns.fields, LEFT)

    def draw(self, top: float, lines: Sequence[SheetLine]) -> float:
        """Draw the titles and a row a line, free where nobody is in it; gives where it ends."""
        self._titles(top)
        for place, line in enumerate(lines):
            self._row(top + HEAD + place * ROW, line)
        bottom = top + HEAD + len(lines) * ROW
        self._places.rules(self._paper, top + HEAD, bottom)
        return bottom

    def _titles(self, top: float) -> None:
        self._places.titles(self._paper, top, HEAD, but=_SIGNED)
        boxes = self._columns.boxes
        for left, field in self._places:
            if not field.name.startswith(_SIGNED):
                self._paper.line(left, top, left, top + HEAD, RULED)
        for box, signed in zip(boxes, self._columns.signed, strict=True):
            self._signed_title(replace(box, top=top), signed)
        first, last = boxes[0], boxes[-1]
        self._paper.line(first.x, top, first.x, top + 5.2, RULED)
        self._paper.line(first.x, top + 5.2, last.x + last.width, top + 5.2, RULED)
        span = Span(first.x + PAD, top + 3.8, last.x + last.width - first.x - 2 * PAD, "center")
        as_large_as_fits(
            self._paper,
            span,
            "  ".join(in_both(_ATTENDANCE if self._told.is_filled else _SIGNATURE)),
            TextStyle(8, 600, INK),
        )

    def _signed_title(self, box: Box, signed: Signed) -> None:
        self._paper.line(box.x, box.top + 5.2, box.x, box.top + HEAD, RULED)
        span = Span(box.x + 1, 0, box.width - 2, "center")
        session = signed.session
        number = in_both(_SESSION)[0].format(n=khmer_digits(str(signed.number)))
        hours = f"{session.starts_at:%H:%M}–{session.ends_at:%H:%M}"
        lines = [
            (8.9, f"{number} · {signed.number}", TextStyle(7.5, 600, INK)),
            (12.2, hours, TextStyle(7, 400, MUTED)),
        ]
        if signed.code:
            code = in_both(_CODE)[0].format(code=spaced_code(signed.code))
            lines.append((16.8, code, TextStyle(8, 700, ACCENT)))
        for down, text, style in lines:
            as_large_as_fits(self._paper, replace(span, baseline=box.top + down), text, style)

    def _row(self, top: float, line: SheetLine) -> None:
        self._paper.line(LEFT, top + ROW, LEFT + WIDTH, top + ROW, RULED)
        for left, field in self._places:
            span = Span(left + PAD, top + 0.4, field.width - 2 * PAD)
            if field.name == "number":
                stacked(self._paper, replace(span, align="center"), number_in_both(line.number))
            elif line.participant is not None and field.name.startswith(_SIGNED):
                signed = self._columns.signed[int(field.name.removeprefix(_SIGNED))]
                self._box(Box(left, top, field.width, ROW), signed.session, line.participant)
            elif line.participant is not None:
                self._cell(field.name, span, line.participant)

    def _cell(self, name: str, span: Span, one: Participant) -> None:
        middle = replace(span, x=span.x - 1, width=span.width + 2, align="center")
        if name == "name":
            stacked(self._paper, span, names_of(one.name_km, one.name_en), (KHMER, LATIN))
        elif name == "sex" and one.sex in WORDS:
            stacked(self._paper, middle, _sex(one.sex), (SMALL, TINY))
        elif name == "age" and one.person_id in self._told.ages:
            age = number_in_both(self._told.ages[one.person_id])
            stacked(self._paper, middle, age, (TextStyle(9, 400, INK), TINY))
        elif name == "position":
            wrapped(self._paper, span, one.position)
        elif name == "organisation":
            self._organisation(span, one)
        elif name == "province":
            stacked(self._paper, span, _province(one.province), (SMALL, TINY))
        elif name == "phone":
            wrapped(self._paper, span, one.phone)

    def _organisation(self, span: Span, one: Participant) -> None:
        named = one.organisation_km or one.organisation_en
        known = KIND_WORDS.get(one.organisation_kind, "")
        kind = " · ".join(in_both(known)) if known else ""
        if not named or not kind:
            wrapped(self._paper, span, named or kind)
        elif measure(named, _ONE_LINE) <= span.width:
            stacked(self._paper, span, (named, kind), (SMALL, TINY))
        else:
            wrapped(self._paper, span, named, _ONE_LINE, 8.0)
            lower = replace(span, baseline=span.baseline + 10.2)
            as_large_as_fits(self._paper, lower, kind, TextStyle(6, 400, MUTED))

    def _box(self, box: Box, session: Session, one: Participant) -> None:
        state = self._told.state(session, one)
        if state:
            khmer, english = in_both(STATE_WORDS.get(state, state))
            presence = self._told.presence(session, one)
            if presence is not None and presence.is_present:
                english += f" {presence.at.astimezone(session.starts_at.tzinfo):%H:%M}"
            span = Span(box.x + 1, box.top + 0.4, box.width - 2, "center")
            stacked(
                self._paper,
                span,
                (khmer, english),
                (TextStyle(8, 600, _INKS.get(state, INK)), TINY),
            )
        elif not self._told.is_asked(session, one):
            self._hatched(box)

    def _hatched(self, box: Box) -> None:
        """Fill a box that is not to be signed."""
        self._paper.rect(box, fill=SUNKEN, stroke=RULED)
        right, bottom = box.x + box.width, box.top + box.height
        for step in range(1, int((box.width + box.height) / _HATCH_STEP) + 1):
            along = step * _HATCH_STEP
            x1, y1 = box.x + min(along, box.width), box.top + max(0, along - box.width)
            x2, y2 = box.x + max(0, along - box.height), box.top + min(along, box.height)
            if x1 <= right and y2 <= bottom:
                self._paper.line(x1, y1, x2, y2, _HATCH)


def _sex(sex: str) -> Pair:
    return in_both(WORDS[sex]) if sex in ("female", "male", "other") else ("", "")


def _province(name: str) -> Pair:
    place = province_code(name)
    return (province_in_khmer(place), province_in_english(place)) if place else (name, "")
