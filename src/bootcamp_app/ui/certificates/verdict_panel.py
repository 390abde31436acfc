"""What a checked certificate turned out to be: its state, what was signed, what to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.certificates.verdicts import advice, sentences
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.big_answer import BigAnswer
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import digits, in_words, say

if TYPE_CHECKING:
    from bootcamp_app.features.certificates.views import Record, Verification
    from bootcamp_app.ui.words import Text


class State(NamedTuple):
    """How a state is shown: a short word, what it means, and its icon."""

    word: str
    meaning: str
    icon: str


STATES = {
    "valid": State(N_("Genuine"), "good", "check-circle"),
    "valid_old_list": State(N_("Genuine by an old list"), "warning", "clock"),
    "superseded": State(N_("Corrected since: no longer holds"), "bad", "history"),
    "revoked": State(N_("Revoked: no longer holds"), "bad", "refuse"),
    "unknown_issuer": State(N_("Not confirmed: who signed is not known"), "warning", "help"),
    "altered": State(N_("Altered: do not accept"), "bad", "alert"),
    "not_a_certificate": State(N_("No certificate"), "info", "info"),
    "not_readable": State(N_("Nothing could be read"), "info", "image"),
}
_UNSIGNED = {"unknown_issuer", "altered"}
_COMPARE = (
    (N_("Name in Khmer"), N_("the largest line on the paper, letter by letter")),
    (N_("Name in Latin letters"), N_("below or beside it")),
    (N_("Title"), N_("what the certificate is for; “…” where the code had no more room")),
    (N_("Day of issue"), N_("beside the place, in solar dates")),
    (N_("Number"), N_("below the code; behind a “·” the number of the correction")),
)


class VerdictPanel(QWidget):
    """One certificate, large. What nobody is known to have signed is never shown as a fact."""

    def __init__(self, one: Verification) -> None:
        super().__init__()
        self.verification = one
        self.state = STATES[one.reason]
        self.answer = BigAnswer(names=("figure", "title"))
        self.values: list[Label] = []
        is_signed = one.record is not None and one.reason not in _UNSIGNED
        record = one.record if is_signed else None
        self.answer.show_answer(
            self.state.meaning,
            self.state.icon,
            self.state.word,
            (record.name_km or record.name_en) if record else "",
            record.name_en if record and record.name_km else "",
            lambda: "\n".join(map(str, sentences(one, days_in_words, digits))),
        )
        self.advice = Label(to_do_of(advice(one)), wraps=True)
        self.advice.setProperty("weight", "bold")
        lines = column(self.answer, self.advice, gap=12)
        if record is not None:
            lines.addWidget(Label(N_("What was signed, and where it stands on the paper")))
            lines.addWidget(self._compared(record))
        elif one.record is not None:
            lines.addWidget(_claimed(one.record))
        self.setLayout(lines)

    def _compared(self, record: Record) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        shown: list[Text] = [
            record.name_km,
            record.name_en,
            record.title,
            lambda: days_in_words(record.issued_on),
            number_of(record),
        ]
        for at, ((label, where), text) in enumerate(zip(_COMPARE, shown, strict=True)):
            if not in_words(text):
                continue
            value = Label(size="heading", wraps=True)
            say(value, text) if callable(text) else value.show_data(str(text))
            self.values.append(value)
            grid.addWidget(Label(label, size="small", tone="muted", wraps=True), at, 0)
            grid.addWidget(value, at, 1)
            grid.addWidget(Label(where, size="small", tone="muted", wraps=True), at, 2)
        for at, share in enumerate((2, 5, 4)):
            grid.setColumnStretch(at, share)
        return holding(grid)


class VerdictLine(QWidget):
    """One of many certificates, on one line."""

    def __init__(self, one: Verification) -> None:
        super().__init__()
        state = STATES[one.reason]
        about = Label(size="small", tone="muted", wraps=True)
        if one.record is not None and one.reason in _UNSIGNED:
            _say_claimed(about, one.record)
        else:
            about.show_data(_about(one.record) if one.record else "")
        shown = row(holding(column(Pill(state.word, state.meaning), 1)), about, gap=12)
        shown.setStretch(1, 1)
        self.setLayout(shown)


def number_of(record: Record) -> str:
    """Give the serial as it is printed, with the number of the correction behind it."""
    return record.serial if record.revision == 1 else f"{record.serial} · {record.revision}"


def to_do_of(sentence: Sentence) -> Text:
    """Give advice as it stands below a verdict."""
    return lambda: str(Sentence("What to do: {advice}", advice=sentence))


def _claimed(record: Record) -> Label:
    told = Label(tone="muted", wraps=True)
    _say_claimed(told, record)
    return told


def _say_claimed(label: Label, record: Record) -> None:
    say(label, lambda: str(Sentence("The code says: {what}", what=_about(record))))


def _about(record: Record) -> str:
    told = (record.name_km, record.name_en, record.title, number_of(record))
    return " · ".join(part for part in told if part)
