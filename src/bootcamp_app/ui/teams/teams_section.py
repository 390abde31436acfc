"""Teams of the bootcamp in front: built, looked at, moved about and printed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.people.views import (
    ManyChanged,
    OrganisationChanged,
    PeopleImported,
    PeopleMerged,
    PersonAdded,
    PersonChanged,
)  # fmt: skip
from bootcamp_app.features.teams.views import TeamsChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.canvases.section import Section
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, Flow, column, holding
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.teams.build_dialog import BuildDialog
from bootcamp_app.ui.teams.team_acts import TeamActs
from bootcamp_app.ui.teams.team_board import TeamBoard
from bootcamp_app.ui.teams.teams_paper import TeamsPaper
from bootcamp_app.ui.teams.wishes_dialog import WishesDialog
from bootcamp_app.ui.teams.words import standing_in_words
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.teams.building import Wanted
    from bootcamp_app.features.teams.roster import Roster
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.teams.member_list import MemberList

_SHOWN_ANEW = (
    ManyChanged, OrganisationChanged, PeopleImported, PeopleMerged, PersonAdded, PersonChanged,
    RecordsUndone, TeamsChanged,
)  # fmt: skip
_PREVIEW = N_("This is how the teams would be. Nothing is written yet.")
_EMPTY = N_(
    "Teams mix officials and citizens, women and men, and places. Wishes, such as two people "
    "together, are heeded; you see the teams before anything is written."
)


class TeamsSection(Section):
    """Shows the teams and does with them what a facilitator asks for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.draft: Roster | None = None
        self._drafted_for: Bootcamp | None = None
        self._asked: Wanted | None = None
        self._is_stale = True
        self.acts = TeamActs(desk, self)
        self.board = TeamBoard()
        self.paper = TeamsPaper(desk)
        self.preview = Banner(may_close=False)
        self._build()
        self._connect()

    def came_to_front(self) -> None:
        """Called each time the section is shown."""
        if self._is_stale:
            self.look()

    def return_home(self) -> None:
        """Come back to the teams."""
        self.paper.leave()

    def look(self) -> None:
        """Read the teams anew, beside the window."""
        bootcamp, teams = self.desk.bootcamp, self.desk.app.teams
        if bootcamp is not None:
            self._is_stale = False
            read = partial(_counted, lambda: teams.roster(bootcamp))
            self.desk.tasks.read(self, read, partial(self._know, bootcamp), key="teams")

    def build(self) -> None:
        """Ask how teams are to be built."""
        if self.acts.roster is not None:
            dialog = BuildDialog(self.window(), self.acts.roster)
            dialog.wanted.connect(self.show_preview)
            self.acts.open(dialog)

    def show_preview(self, wanted: Wanted) -> None:
        """Show teams as they would be."""
        bootcamp, building = self.desk.bootcamp, self.desk.app.team_building
        if bootcamp is None:
            return
        self._asked = wanted
        job = Job(
            lambda step: _counted(lambda: building.preview(bootcamp, wanted, step)),
            partial(self._show_draft, bootcamp),
            self._refuse,
            N_("Building teams"),
        )
        self.desk.tasks.long(self, job)

    def keep(self) -> None:
        """Write the teams that are shown."""
        bootcamp, draft = self._drafted_for, self.draft
        if bootcamp is not None and draft is not None:
            building = self.desk.app.team_building
            self.discard()
            self.acts.write(lambda: building.keep(bootcamp, draft), N_("The teams are built."))

    def another(self) -> None:
        """Show other teams, just as even."""
        if self._asked is not None:
            self.show_preview(replace(self._asked, seed=self._asked.seed + 1))

    def discard(self) -> None:
        """Show the teams as they are."""
        self.draft = None
        self.preview.hide()
        self._show()

    def want(self, what: str, team: Team) -> None:
        """Do one of the things that the menu of a team offers."""
        if what == "lists":
            self.print_paper("lists", team)
        elif what == "signs":
            self.print_paper("folded", team)
        elif what == "change":
            self.acts.change(team)
        else:
            self.acts.remove(team)

    def ask(self, people: Sequence[str], shown: MemberList) -> None:
        """Offer what can be done with people who are marked in a list."""
        menu = self.acts.menu_for(people)
        if menu is not None:
            menu.popup(shown.mapToGlobal(shown.visualItemRect(shown.currentItem()).bottomLeft()))

    def ask_wishes(self) -> None:
        """Show the wishes and take more."""
        bootcamp, roster = self.desk.bootcamp, self.acts.roster
        if bootcamp is not None and roster is not None:
            self.acts.open(WishesDialog(self.window(), self.desk, bootcamp, roster))

    def print_paper(self, kind: str, team: Team | None = None) -> None:
        """Show lists or signs as they will print."""
        if self.desk.bootcamp is not None:
            self._home.hide()
            self.paper.show()
            self.paper.show_teams(self.desk.bootcamp, kind, team)

    def _build(self) -> None:
        acts = self.acts
        self.standing = Label(tone="muted", wraps=True)
        self.search = SearchField(N_("Find a team or a person"))
        self.search.setMinimumWidth(theme.px(280))
        self.build_button = button(N_("Build teams…"), self.build, kind="main", icon_name="teams")
        self.wishes = button(N_("Wishes…"), self.ask_wishes, icon_name="list")
        self.late = button("", acts.place_late, icon_name="user-plus")
        self.add = button(N_("Add a team"), acts.add_team, icon_name="plus")
        self.printer = MenuButton(N_("Print"), "printer")
        self.printer.offer("lists", N_("Team lists"), partial(self.print_paper, "lists"))
        self.printer.offer("signs", N_("Table signs"), partial(self.print_paper, "folded"))
        self.preview.add_action(N_("Keep these teams"), self.keep)
        self.preview.add_action(N_("Show others"), self.another)
        self.preview.add_action(N_("Discard"), self.discard)
        self._tools = holding(
            Flow(self.build_button, self.wishes, self.late, self.add, self.printer, self.search)
        )
        self.empty = EmptyState(
            "teams",
            N_("No teams yet"),
            _EMPTY,
            button(N_("Build teams…"), self.build, kind="main", icon_name="teams"),
            button(N_("Wishes…"), self.ask_wishes, icon_name="list"),
        )
        self._home = holding(
            column(self._tools, self.preview, self.standing, self.board, self.empty, gap=GAP)
        )
        for part in (self.paper, self.empty, self.late):
            part.hide()
        whole = column(self._home, self.paper)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.board.dropped.connect(self.acts.put)
        self.board.asked.connect(self.ask)
        self.board.wanted.connect(self.want)
        self.acts.said.connect(self.said)
        self.acts.refused.connect(self._refuse)
        self.paper.left.connect(self._leave_paper)
        self.paper.said.connect(self.said)
        self.search.searched.connect(lambda _text: self._show())
        self.desk.bridge.happened.connect(self._hear)
        self.desk.bootcamp_chosen.connect(self._turn_to)

    def _turn_to(self, _bootcamp: object) -> None:
        self.draft = self.acts.roster = None
        self.preview.hide()
        # Papers of the bootcamp before would be printed as if they were of this one.
        self.paper.leave()
        self._hear(TeamsChanged(""))

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _SHOWN_ANEW):
            self._is_stale = True
            if self.isVisible():
                self.look()

    def _know(self, bootcamp: Bootcamp, roster: Roster) -> None:
        if self._is_in_front(bootcamp):
            self.acts.roster = roster
            self._show()

    def _is_in_front(self, bootcamp: Bootcamp) -> bool:
        """Say whether what was asked for is still about the bootcamp in front."""
        now = self.desk.bootcamp
        return now is not None and now.id == bootcamp.id

    def _show_draft(self, bootcamp: Bootcamp, draft: Roster) -> None:
        if not self._is_in_front(bootcamp):
            return
        self.draft, self._drafted_for = draft, bootcamp
        self.preview.show_text(_PREVIEW, "info")
        self._show()

    def _show(self) -> None:
        shown = self.draft or self.acts.roster
        if shown is None:
            return
        has_teams = bool(shown.teams)
        self.empty.setVisible(not has_teams)
        for part in (self._tools, self.standing, self.board):
            part.setVisible(has_teams)
        if not has_teams:
            return
        say(self.standing, lambda: standing_in_words(shown))
        self._show_numbers(len(shown.without), len(shown.wishes))
        self.board.show_roster(shown, self.search.text().strip(), may_change=self.draft is None)
        self._give_keys_back()

    def _show_numbers(self, late: int, wishes: int) -> None:
        self.late.setVisible(bool(late) and self.draft is None)
        for into in ("setText", "setAccessibleName"):
            say(
                self.late,
                lambda: ngettext("Place {n} late arrival", "Place {n} late arrivals", late).format(
                    n=digits(late)
                ),
                into,
            )
            if wishes:
                say(
                    self.wishes,
                    lambda: ngettext("{n} wish…", "{n} wishes…", wishes).format(n=digits(wishes)),
                    into,
                )
            else:
                say(self.wishes, N_("Wishes…"), into)

    def _give_keys_back(self) -> None:
        """Have whoever was just moved hold the keys, so that the next key goes on there."""
        (label, key), self.acts.moved = self.acts.moved, ("", "")
        shown = self.board.list_of(label) if label else None
        if shown is not None:
            shown.mark(key)

    def _leave_paper(self) -> None:
        self.paper.hide()
        self._home.show()

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)
        self._show()


def _counted(read: Callable[[], Roster]) -> Roster:
    """Have everything counted that is shown, before it comes into the window's thread."""
    roster = read()
    roster.count()
    return roster
