"""Settings: everything takes effect at once, nothing needs to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.settings.about_card import AboutCard
from bootcamp_app.ui.settings.backups_card import BackupsCard
from bootcamp_app.ui.settings.data_card import DataCard, NameCard
from bootcamp_app.ui.settings.logos_card import LogosCard
from bootcamp_app.ui.settings.looks_card import LooksCard
from bootcamp_app.ui.settings.notice_card import NoticeCard
from bootcamp_app.ui.settings.programmes_card import ProgrammesCard
from bootcamp_app.ui.settings.questions_card import QuestionsCard
from bootcamp_app.ui.settings.signing_card import SigningCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk

_TWO_COLUMNS = 840


class SettingsPage(Page):
    """What a person chooses for this laptop, and how the data is kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Settings"))
        self.looks = LooksCard(desk.choices)
        self.name = NameCard(desk)
        self.data = DataCard(desk)
        self.backups = BackupsCard(desk)
        self.questions = QuestionsCard(desk)
        self.logos = LogosCard(desk)
        self.programmes = ProgrammesCard(desk)
        self.notice = NoticeCard(desk)
        self.signing = SigningCard(desk)
        self.say_below_title(N_("What you change takes effect at once."))
        self.add(
            SideBySide(
                _column(self.looks, self.name, self.programmes, self.questions, self.logos),
                _column(self.backups, self.data, self.signing, self.notice, AboutCard()),
                needed=_TWO_COLUMNS,
                gap=20,
            )
        )
        self.add(column(1), 1)
        for card in (self.programmes, self.questions, self.logos, self.notice):
            card.said.connect(self.said)
        self.acts = {"backup": self.backups.back_up}

    def came_to_front(self) -> None:
        """Look which copies there are now, and who signs."""
        self.backups.look()
        self.signing.look()


def _column(*cards: QWidget) -> QWidget:
    return holding(column(*cards, 1, gap=20))
