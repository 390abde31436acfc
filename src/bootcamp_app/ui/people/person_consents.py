"""What a person allows: a yes or a no to each use of their data, beside the notice to read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.people.consents import Answered
from bootcamp_app.features.people.person_views import HOW_WORDS, PURPOSE_WORDS, PURPOSES
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.people.language_names import NAMES
from bootcamp_app.ui.words import clock_time, digits, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from bootcamp_app.features.people.person_views import Consent, Notice


class ConsentsCard(Card):
    """Each purpose with what was said last, and buttons for a yes and a no."""

    answered = Signal(object)
    """An Answered that is to be written down."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._notice: Notice | None = None
        self.language = ""
        self.lines = {purpose: ConsentLine(purpose) for purpose in PURPOSES}
        self.how = ChoiceField(list(HOW_WORDS.items()), "spoken")
        self.read = button(N_("Read the notice"), self.show_notice, icon_name="file-text")
        how = Label(N_("How they say it"), wraps=True)
        how.setBuddy(self.how)
        say(self.how, N_("How they say it"), "setAccessibleName")
        hint = Label(
            N_("Let the person read the notice first. They may say no and still take part."),
            size="small",
            tone="muted",
            wraps=True,
        )
        super().__init__(
            N_("What they allow"),
            hint,
            holding(Flow(self.read)),
            holding(column(how, self.how, gap=4)),
            *self.lines.values(),
            gap=14,
        )
        for purpose, line in self.lines.items():
            line.said.connect(partial(self._say, purpose))

    def show_consents(self, consents: Mapping[str, Consent], notice: Notice) -> None:
        """Show what was said last."""
        self._notice = notice
        for purpose, line in self.lines.items():
            line.show_consent(consents.get(purpose), self._zone)

    def show_notice(self) -> NoticeDialog | None:
        """Let the person read what they are asked."""
        if self._notice is None:
            return None
        dialog = NoticeDialog(self.window(), self._notice)
        dialog.languages.chosen.connect(self._was_read_in)
        dialog.open()
        return dialog

    def _was_read_in(self, language: str) -> None:
        self.language = language

    def _say(self, purpose: str, is_given: bool) -> None:
        self.answered.emit(
            Answered(purpose, is_given=is_given, how=self.how.key, language=self.language)
        )


class ConsentLine(QWidget):
    """One purpose."""

    said = Signal(bool)

    def __init__(self, purpose: str) -> None:
        super().__init__()
        words = PURPOSE_WORDS[purpose]
        title = Label(words, wraps=True)
        title.setProperty("weight", "bold")
        self.state = Pill(N_("not asked yet"))
        self.told = _Told(size="small", tone="muted", wraps=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.yes = self._button(words, N_("Yes"), "check", is_given=True)
        self.no = self._button(words, N_("No"), "x", is_given=False)
        self.setLayout(
            column(title, holding(Flow(self.yes, self.no, self.state)), self.told, gap=4)
        )

    def show_consent(self, consent: Consent | None, zone: tzinfo) -> None:
        """Show what was said last, when, how and to whom."""
        if consent is None:
            self.state.show_state(N_("not asked yet"), "", "help")
            say(self.told, "")
            return
        if consent.is_given:
            self.state.show_state(N_("said yes"), "good", "check")
        else:
            self.state.show_state(N_("said no"), "bad", "x")
        say(self.told, partial(_told, consent, zone))

    def _button(self, purpose: str, answer: str, icon_name: str, *, is_given: bool) -> Button:
        made = Button(answer, icon_name=icon_name)
        made.clicked.connect(lambda: self.said.emit(is_given))
        say(made, partial(_named, purpose, answer), "setAccessibleName")
        return made


class _Told(Label):
    """Has the room of two lines before it says anything, so that nothing below it moves."""

    def heightForWidth(self, width: int) -> int:
        """Called by Qt."""
        return max(super().heightForWidth(width), self._two_lines())

    def sizeHint(self) -> QSize:
        """Called by Qt."""
        return super().sizeHint().expandedTo(QSize(0, self._two_lines()))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._two_lines()))

    def _two_lines(self) -> int:
        return 2 * self.fontMetrics().lineSpacing()


class NoticeDialog(Dialog):
    """The notice, to be read by the person themselves, in either language."""

    share_of_window = 0.6

    def __init__(self, parent: QWidget | None, notice: Notice) -> None:
        self._notice = notice
        self.languages = Segments(NAMES, N_("Language"))
        self.text = Label(wraps=True)
        body = holding(column(self.languages, self.text, 1, gap=16))
        title = Sentence("Notice about your data, version {n}", n=notice.number)
        super().__init__(parent, title, body, N_("Done reading"))
        self.cancel.hide()
        self.languages.chosen.connect(self.show_language)
        self.confirmed.connect(self.accept)
        self.show_language(_language())

    def show_language(self, language: str) -> None:
        """Show it in this language."""
        self.languages.choose(language)
        notice = self._notice
        self.text.show_data(notice.text_km if language == "km" else notice.text_en)


def _language() -> str:
    from bootcamp_app.core.i18n import words  # noqa: PLC0415

    return words.language


def _named(purpose: str, answer: str) -> str:
    return _("{purpose}: {answer}").format(purpose=_(purpose), answer=_(answer))


def _told(consent: Consent, zone: tzinfo) -> str:
    at = consent.at.astimezone(zone)
    moment = _("{day}, {time}").format(day=days_in_words(at.date()), time=clock_time(at))
    notice = _("notice {n}, {language}").format(
        n=digits(consent.notice.partition("-")[0]), language=NAMES[consent.language]
    )
    how = _(HOW_WORDS[consent.how]) if consent.how in HOW_WORDS else ""
    return " · ".join(part for part in (how, moment, consent.who, notice) if part)
