"""Certificates: who has earned one and why not, issuing, printing, revoking, checking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.bootcamps.views import BootcampChanged, SessionsChanged
from bootcamp_app.features.certificates.standing import Standing
from bootcamp_app.features.certificates.views import (
    CertificateCorrected,
    CertificateRevoked,
    CertificatesIssued,
    ExceptionsChanged,
)
from bootcamp_app.ui.attendance.who_is_there import WHO_IS_THERE
from bootcamp_app.ui.bootcamps.rule_fields import earned_in_words
from bootcamp_app.ui.certificates.doings import Doings
from bootcamp_app.ui.certificates.editor_door import EditorDoor
from bootcamp_app.ui.certificates.person_side import PersonSide
from bootcamp_app.ui.certificates.printing import BatchView
from bootcamp_app.ui.certificates.standing import (
    FILTER_WORDS,
    Standings,
    meaning_of,
    number_of,
    read_standings,
    ruled,
    why_of,
    word_of,
)
from bootcamp_app.ui.certificates.verifying import VerifyCard
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.pace import Pace
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.ui.desk import Desk

_BESIDE, _TABLE_HEIGHT = 960, 380
_OF_CONCERN = (
    *WHO_IS_THERE,
    CertificatesIssued,
    CertificateRevoked,
    CertificateCorrected,
    ExceptionsChanged,
    BootcampChanged,
    SessionsChanged,
)


class CertificatesPage(Page):
    """Shows everybody with their certificate, and makes the papers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Certificates"))
        self._desk = desk
        self._standings = Standings([], frozenset())
        self._filter = "all"
        self._search_text = ""
        self._pace = Pace(self)
        self.side = PersonSide(desk)
        self.verify = VerifyCard(desk)
        self.batch = BatchView(desk.tasks)
        self.doings = Doings(self, desk)
        self.table = Table(N_("Everybody and their certificates"), _columns())
        self.filters = ChoiceField(list(FILTER_WORDS.items()))
        self.count = Label(tone="muted")
        self.rule = Label(tone="muted", wraps=True)
        self.change_rule = button(N_("Change the rule…"), self._change_rule, kind="link")
        self.search = SearchField(N_("Find a person"))
        self._print = button(N_("Print certificates"), self.print_all, icon_name="printer")
        self._issue = button(
            N_("Issue certificates"), self.issue, kind="main", icon_name="certificate"
        )
        self.editor = EditorDoor(self, desk)
        self.acts = {"issue": self.issue, "print": self.print_all, "layout": self.edit_layout}
        self._build()
        self._connect()

    def came_to_front(self) -> None:
        """Called each time the page is shown."""
        self.reload()

    def reload(self) -> None:
        """Show anew how everybody stands."""
        bootcamp, app, search = self._desk.bootcamp, self._desk.app, self._search_text
        if bootcamp is not None:
            self._desk.tasks.read(
                self, lambda: read_standings(app, bootcamp, search), self._show, key="list"
            )

    def issue(self) -> None:
        """Show what issuing would do, and issue to all who have earned one when that is wanted."""
        if self._issue.isEnabled():
            self.doings.issue()

    def print_all(self) -> None:
        """Show all certificates that hold as they will print."""
        self.print_these([])

    def print_these(self, standings: Sequence[Standing]) -> None:
        """Show the certificates of these people first, or all where nobody is named."""
        if self._desk.bootcamp is not None:
            self.editor.close()
            self._overview.hide()
            self.show_head(is_shown=False)
            self.batch.show()
            only = [one.id for one in standings]
            self.batch.show_all(self._desk.app, self._desk.bootcamp, only)

    def edit_layout(self) -> None:
        """Show how the certificates look, to be changed."""
        self.batch.hide()
        self.editor.open(self._overview)

    def show_list(self) -> None:
        """Come back from the print preview."""
        self.editor.close()
        self.batch.leave()
        self.batch.hide()
        self._overview.show()
        self.show_head(is_shown=True)
        self._print.setFocus()

    def _build(self) -> None:
        self.add_actions(self.editor.button, self._print, self._issue)
        say(self.filters, N_("Whom to show"), "setAccessibleName")
        self._offer_acts()
        self.table.remember(self._desk.memory, "certificates")
        listed = Card("", self.table)
        listed.body.setContentsMargins(8, 8, 8, 8)
        sides = SideBySide(listed, self.side, needed=_BESIDE)
        line = sides.layout()
        if isinstance(line, QBoxLayout):
            line.setStretch(0, 3)
            line.setStretch(1, 2)
        ruled = row(self.rule, self.change_rule, gap=12)
        ruled.setStretch(0, 1)
        tools = Flow(self.filters, self.search, self.count, gap=12)
        listing = column(ruled, tools, sides, gap=12)
        listing.setStretch(2, 1)
        self._list = holding(listing)
        self._nobody = _nobody(self)
        shown = column(self._nobody, self._list, self.verify, gap=20)
        shown.setStretch(1, 1)
        self._overview = holding(shown)
        self._nobody.hide()
        self.batch.hide()
        self.add(self._overview, 1)
        self.add(self.batch, 1)
        self._scale()

    def _connect(self) -> None:
        self.filters.changed.connect(self._choose_filter)
        self.search.searched.connect(self._find)
        self.table.row_chosen.connect(self._choose)
        self.side.wanted.connect(self.doings.ask)
        self.doings.changed.connect(self.reload)
        self.doings.busy.connect(lambda is_busy: self._issue.setEnabled(not is_busy))
        self.side.paper.saved.connect(self._say_saved)
        self.batch.paper.saved.connect(self._say_saved)
        self.batch.left.connect(self.show_list)
        self._desk.bootcamp_chosen.connect(self._turn_to)
        self._desk.bootcamp_changed.connect(self.reload)
        self._desk.bridge.happened.connect(self._hear)
        self._pace.due.connect(self._reload_if_seen)
        theme.changed.connect(self._scale)

    def _scale(self) -> None:
        self.table.setMinimumHeight(theme.px(_TABLE_HEIGHT))
        self.search.setMinimumWidth(theme.px(280))
        self.filters.setMinimumWidth(theme.px(260))

    def _show(self, standings: Standings) -> None:
        self._standings = standings
        is_somebody = bool(standings.everybody)
        self._nobody.setVisible(not is_somebody)
        # Where nobody is listed, only importing the list is the next step.
        for part in (self._list, self._print, self._issue):
            part.setVisible(is_somebody)
        self.say_below_title(self._summary)
        self.filters.offer(standings.offered(), self._filter)
        say(self.rule, self._ruled)
        self._show_rows()
        shown = self.side.standing
        if shown is not None:
            now = standings.of(shown.id)
            if now is None:
                self.side.clear()
            else:
                self.side.show_standing(now)

    def _show_rows(self) -> None:
        shown = self._standings.among(self._filter)
        self.table.show_rows(shown)
        say(self.count, lambda: _("{n} shown").format(n=digits(len(shown))))

    def _summary(self) -> str:
        told = earned_in_words(self._standings.earned, len(self._standings.everybody))
        issued = _("{n} issued").format(n=digits(self._standings.issued))
        return f"{told} · {issued}"

    def _ruled(self) -> str:
        bootcamp = self._desk.bootcamp
        return ruled(bootcamp, self._standings) if bootcamp else ""

    def _change_rule(self) -> None:
        self.doings.change_rule(self._standings.sessions)

    def _offer_acts(self) -> None:
        """Offer in the table's menu what can be done with the marked people."""
        for text, act in (
            (N_("Issue to the marked people…"), self.doings.issue_to),
            (N_("Make an exception…"), self.doings.make_exception),
            (N_("Print the certificates of the marked people"), self.print_these),
        ):
            action = QAction(self.table)
            say(action, text)
            action.triggered.connect(lambda _checked, act=act: act(self.table.selected()))
            self.table.addAction(action)

    def _choose(self, standing: object) -> None:
        if isinstance(standing, Standing):
            self.side.show_standing(standing)

    def _choose_filter(self) -> None:
        self._filter = self.filters.key
        self._show_rows()

    def _find(self, text: str) -> None:
        self._search_text = text
        self.reload()

    def _turn_to(self, _bootcamp: object) -> None:
        self.side.clear()
        self.show_list()
        self.reload()

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _OF_CONCERN):
            self._pace.ask()

    def _reload_if_seen(self) -> None:
        if self.isVisible():
            self.reload()

    def _say_saved(self, path: object) -> None:
        self.said.emit(Sentence("Saved as “{name}”.", name=getattr(path, "name", "")), "")


def _columns() -> list[TableColumn]:
    return [
        TableColumn(
            "name_km", N_("Name in Khmer"), lambda one: one.person.name_km, 112, is_bold=True
        ),
        TableColumn(
            "name_en",
            N_("In Latin letters"),
            lambda one: one.person.name_en,
            116,
            has_two_lines=True,
        ),
        TableColumn("state", N_("Certificate"), word_of, 138, meaning_of),
        TableColumn("why", N_("Why"), why_of, 226, has_two_lines=True),
        TableColumn("serial", N_("Number"), number_of, 190),
    ]


def _nobody(page: Page) -> QWidget:
    return EmptyState(
        "certificate",
        N_("Nobody is on the list yet"),
        N_("Certificates come from the list of people and their attendance. Begin with the list."),
        button(N_("Import a list"), lambda: page.wanted.emit("people.import"), kind="main"),
    )
