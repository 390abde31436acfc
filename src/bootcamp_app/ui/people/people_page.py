"""People: who takes part, lists to take in, badges to print."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.people.views import (
    ManyChanged,
    PeopleImported,
    PeopleSettled,
    PersonAdded,
    PersonChanged,
)
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.people.list_counts import Counts
from bootcamp_app.ui.people.list_marked import MarkedPeople
from bootcamp_app.ui.people.people_list import PeopleList
from bootcamp_app.ui.people.person_dialogs import AddPersonDialog
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.dialog import Dialog
    from bootcamp_app.ui.people.import_page import ImportView
    from bootcamp_app.ui.people.person_page import PersonView

_CHANGES_PEOPLE = (
    ManyChanged,
    PeopleImported,
    PeopleSettled,
    PersonAdded,
    PersonChanged,
    RecordsUndone,
)
_UNDER_WAY = N_("A list is in hand here. Take it in or go back first.")
_MARK_TWO = N_("Mark two people in the list first, with Ctrl and a click, then compare them.")
_WHOSE_HISTORY = N_("Open a person in the list: their History stands at the end of their page.")
_INTO_ANOTHER = N_(
    "This list goes into the bootcamp where you began it, named above. Go back to leave it."
)


class PeoplePage(Page):
    """Shows the list; importing and badges take its place while they are wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("People"))
        self._desk = desk
        self._done = Acts(desk)
        self.list = PeopleList(desk)
        self.many = MarkedPeople(self, desk, self.list)
        self._counts = Counts()
        self.beside: QWidget | None = None
        self._wizard: ImportView | None = None
        self.dialog: Dialog | None = None
        self.print_button = button(N_("Print badges"), self.print_badges, icon_name="badge")
        self.import_button = button(N_("Import a list"), self.import_list, icon_name="import")
        self.add_button = button(
            N_("Add a person"), self.add_person, kind="main", icon_name="user-plus"
        )
        self.more = MenuButton(N_("More"))
        self._buttons = (
            self.more,
            self.print_button,
            self.import_button,
            self.add_button,
        )
        self.acts = {
            "add": self.add_person,
            "import": self.import_list,
            "badges": self.print_badges,
            "twins": self.find_twins,
            "search": self.search,
            "history": self.show_history,
        }
        self.add_actions(*self._buttons)
        self.offer("twins", N_("Who is who – possible duplicates"), self.find_twins, "duplicate")
        self.offer("change", N_("Change all who are marked"), self.many.change, "edit")
        self.offer("copy", N_("Copy for a spreadsheet"), self.many.copy, "copy")
        self.offer(
            "copy_without", N_("Copy without personal data"), self.many.copy_without, "shield"
        )
        self.add(self.list, 1)
        self._connect()
        self._show_bootcamp()

    def offer(self, name: str, text: Text, slot: Callable[[], object], icon_name: str = "") -> None:
        """Put a rarer act into the menu “More”."""
        self.more.offer(name, text, slot, icon_name)

    def add_person(self) -> None:
        """Ask who is new."""
        bootcamp = self._desk.bootcamp
        if bootcamp is None:
            return
        dialog = AddPersonDialog(self, self._desk, bootcamp)
        dialog.added.connect(self._was_added)
        self._open(dialog)

    def show_person(self, person: Participant) -> None:
        """Show somebody who was found elsewhere."""
        self.edit_person(person)

    def edit_person(self, person: Participant) -> None:
        """Show what is known of somebody, to change it."""
        # Few sittings open somebody at once, and the page of a person has many parts.
        from bootcamp_app.ui.people.person_page import PersonView  # noqa: PLC0415

        bootcamp = self._desk.bootcamp
        if bootcamp is not None and not self._stays(_UNDER_WAY):
            view = PersonView(self._desk, bootcamp, person)
            view.left.connect(self.show_list)
            view.said.connect(self.said)
            view.shown.connect(lambda: self._name_after(view))
            view.badge_wanted.connect(lambda one: self.print_badges([one]))
            self._show_beside(view, lambda: view.person.name)

    def import_list(self) -> None:
        """Take in a list, step by step."""
        # Reading spreadsheets is heavy to import, and most sittings never do.
        from bootcamp_app.ui.people.import_page import ImportView  # noqa: PLC0415

        bootcamp = self._desk.bootcamp
        if bootcamp is not None and (self._wizard is None or self._wizard.is_done):
            view = ImportView(self._desk, bootcamp)
            view.left.connect(self.show_list)
            view.badges_wanted.connect(self.print_badges)
            view.another_wanted.connect(self.import_list)
            self._show_beside(view, N_("Import a list"))
            self._wizard = view
            self.say_below_title(lambda: bootcamp.title)
            view.begin()

    def print_badges(self, only: Sequence[Participant] = ()) -> None:
        """Show the badges of everybody who may come, or of a few."""
        # QtPdf is heavy to import, and most sittings print once.
        from bootcamp_app.ui.people.badges_view import BadgesView  # noqa: PLC0415

        bootcamp = self._desk.bootcamp
        if bootcamp is not None and not self._stays(_UNDER_WAY):
            view = BadgesView(self._desk, bootcamp, only)
            view.left.connect(self.show_list)
            view.said.connect(self.said)
            self._show_beside(view, N_("Print badges"))

    def find_twins(self) -> None:
        """Show who may be listed twice."""
        self._show_twins()

    def compare(self) -> None:
        """Put the two who are marked in the list side by side."""
        ids = self.list.marked_people()
        if len(ids) == 2:
            self._show_twins((ids[0], ids[1]))
        else:
            self.banner.show_text(_MARK_TWO)

    def _show_twins(self, chosen: tuple[str, str] | None = None) -> None:
        # Most sittings never look for twins.
        from bootcamp_app.ui.people.merge_page import MergeView  # noqa: PLC0415

        bootcamp = self._desk.bootcamp
        if bootcamp is not None and not self._stays(_UNDER_WAY):
            view = MergeView(self._desk, bootcamp, chosen)
            view.left.connect(self.show_list)
            view.said.connect(self.said)
            self._show_beside(view, N_("Who is who – possible duplicates"))

    def show_history(self) -> None:
        """Show what became of the person in front, or say whose it may be."""
        if show := getattr(self.beside, "show_history", None):
            show()
        elif not self._stays(_UNDER_WAY):
            self.show_list()
            self.banner.show_text(_WHOSE_HISTORY)

    def search(self) -> None:
        """Let somebody type whom they look for."""
        if not self._stays(_UNDER_WAY):
            self.show_list()
            self.list.begin_search()

    def return_home(self) -> None:
        """Leave what is shown in place of the list; a list in hand is not thrown away."""
        if self.beside is not None and not self._stays(_UNDER_WAY):
            leave = getattr(self.beside, "leave", self.show_list)
            leave()

    def show_list(self) -> None:
        """Show the people again."""
        if self.beside is not None:
            self.beside.hide()
            self.beside.deleteLater()
            self.beside = self._wizard = None
            self._say_title(N_("People"))
            self.list.table.setFocus()
        self.list.show()
        for made in self._buttons:
            made.show()
        self._count()

    def _show_beside(self, view: QWidget, title: Text) -> None:
        self.show_list()
        self.beside = view
        self._say_title(title)
        self.say_below_title("")
        self.banner.hide()
        self.list.hide()
        for made in self._buttons:
            made.hide()
        self.add(view, 1)

    def _stays(self, why: Text) -> bool:
        """Say whether a list is in hand, which is not thrown away; the wizard says why."""
        wizard = self._wizard
        if wizard is None or not wizard.is_in_hand:
            return False
        wizard.banner.show_text(why)
        return True

    def _say_title(self, title: Text) -> None:
        say(self.title, title)
        say(self, title, "setAccessibleName")

    def _name_after(self, view: PersonView) -> None:
        if self.beside is view:
            self._say_title(lambda: view.person.name)

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _was_added(self, person: Participant) -> None:
        added = Sentence("{name} was added.", name=person.name)
        self.said.emit(added, self._done.latest(PersonAdded))

    def _connect(self) -> None:
        self.list.import_wanted.connect(self.import_list)
        self.list.add_wanted.connect(self.add_person)
        self.list.edit_wanted.connect(self.edit_person)
        self.list.compare_wanted.connect(self.compare)
        self.many.said.connect(self.said)
        self.many.refused.connect(self.banner.show_text)
        self.many.opened.connect(self._open)
        self.list.table.marking.connect(self._count_marked)
        self.list.found.connect(self._count_found)
        self._desk.bootcamp_chosen.connect(self._show_bootcamp)
        self._desk.bridge.happened.connect(self._hear)

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _CHANGES_PEOPLE):
            self.list.refresh()
            self._count()

    def _show_bootcamp(self) -> None:
        if not self._stays(_INTO_ANOTHER):
            self.show_list()
        self.list.show_bootcamp()
        for made in self._buttons:
            made.setEnabled(self._desk.bootcamp is not None)

    def _count(self) -> None:
        people, bootcamp = self._desk.app.people, self._desk.bootcamp
        if bootcamp is None:
            self.say_below_title("")
            return
        self._desk.tasks.read(
            self,
            lambda: (people.count(bootcamp), people.incomplete(bootcamp)),
            self._show_counts,
            key="count",
        )

    def _show_counts(self, counts: tuple[int, int]) -> None:
        self._counts = replace(self._counts, people=counts[0], incomplete=counts[1])
        self._say_counts()

    def _count_marked(self, number: int) -> None:
        self._counts = replace(self._counts, marked=number)
        self._say_counts()

    def _count_found(self, number: int) -> None:
        self._counts = replace(self._counts, found=number)
        self._say_counts()

    def _say_counts(self) -> None:
        if self.beside is None:
            counts = self._counts
            self.say_below_title(counts.said if counts.people else "")
