"""What is looked at before certificates are issued: how many, people of one name, and obstacles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import IssueResult
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk

_HEIGHT, _LOW = 196, 124
_MOST_NAMED = 6


class _Alike(NamedTuple):
    """One of several people who bear one name, and which of those groups it is."""

    group: int
    person: Participant

    @property
    def id(self) -> str:
        return self.person.participation_id


class IssueDialog(Dialog):
    """Says what issuing will do; `then` is called when somebody wants it."""

    share_of_window = 0.6

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        bootcamp: Bootcamp,
        only: Sequence[str],
        then: Callable[[], object],
    ) -> None:
        self._then = then
        self.count = Label(N_("Looking through the list…"), wraps=True)
        self.count.setProperty("weight", "bold")
        self.others = Label(tone="muted", wraps=True)
        self.layout_told = Banner(may_close=False)
        self.revoked_told = Banner(may_close=False)
        self.alike_told = Banner(may_close=False)
        self.alike = Table(N_("People of one name"), _alike_columns())
        self.bad_told = Banner(may_close=False)
        self.bad = Table(N_("Names that cannot be printed"), _bad_columns())
        body = column(
            self.count, self.others, self.layout_told, self.revoked_told, self.alike_told,
            self.alike, self.bad_told, self.bad, gap=12,
        )  # fmt: skip
        body.addStretch()
        for part in (self.others, self.alike, self.bad):
            part.hide()
        self.alike.setFixedHeight(theme.px(_HEIGHT))
        self.bad.setFixedHeight(theme.px(_LOW))
        super().__init__(parent, N_("Issue certificates"), holding(body), N_("Issue"))
        self.main.setEnabled(False)
        self.confirmed.connect(self._issue)
        certificates = desk.app.certificates
        desk.tasks.read(
            self,
            lambda: certificates.issue(bootcamp, only, is_dry_run=True, spares_revoked=not only),
            self._show,
            key="foreseen",
            failed=self._cannot,
        )

    def _show(self, told: IssueResult) -> None:
        say(self.count, partial(_counted, told.issued))
        say(self.others, partial(_others, told))
        self.others.show()
        if told.problems:
            self.layout_told.show_text(partial(_of_layout, told.problems), "warning")
        if told.spared or told.revoked_before:
            self.revoked_told.show_text(partial(_of_revoked, told), "warning")
        if told.same_names:
            alike = [
                _Alike(number, person)
                for number, group in enumerate(told.same_names, 1)
                for person in group
            ]
            say_groups = partial(_bear_one_name, len(told.same_names))
            self.alike_told.show_text(say_groups, "warning")
            self.alike.show_rows(alike)
            self.alike.show()
        if told.unprintable:
            self.bad_told.show_text(partial(_unprintable, len(told.unprintable)), "bad")
            self.bad.show_rows([one.participant for one in told.unprintable])
            self.bad.show()
        self.main.setEnabled(told.issued > 0)

    def _cannot(self, refusal: object) -> None:
        self.count.hide()
        self.refuse(refusal)  # type: ignore[arg-type]

    def _issue(self) -> None:
        self.accept()
        self._then()


def _alike_columns() -> list[TableColumn]:
    return [
        TableColumn("group", N_("No."), lambda one: digits(one.group), 44),
        TableColumn(
            "name_km", N_("Name in Khmer"), lambda one: one.person.name_km, 120, is_bold=True
        ),
        TableColumn("name_en", N_("Name in Latin letters"), lambda one: one.person.name_en, 150),
        TableColumn("organisation", N_("Organisation"), lambda one: one.person.organisation, 172),
        TableColumn("phone", N_("Phone"), lambda one: digits(one.person.phone), 128),
    ]


def _bad_columns() -> list[TableColumn]:
    return [
        TableColumn("name_km", N_("Name in Khmer"), lambda one: one.name_km, 190, is_bold=True),
        TableColumn("name_en", N_("Name in Latin letters"), lambda one: one.name_en, 220),
        TableColumn("organisation", N_("Organisation"), lambda one: one.organisation, 220),
    ]


def _counted(n: int) -> str:
    if not n:
        return _("Nobody gets a certificate now.")
    told = ngettext("{n} certificate will be issued.", "{n} certificates will be issued.", n)
    return told.format(n=digits(n))


def _others(told: IssueResult) -> str:
    lacking = len(told.not_entitled) - len(told.unprintable) - len(told.spared)
    said = []
    if told.already:
        text = ngettext("{n} person has one already.", "{n} people have one already.", told.already)
        said.append(text.format(n=digits(told.already)))
    if lacking:
        text = ngettext(
            "{n} person has not earned one.", "{n} people have not earned one.", lacking
        )
        said.append(text.format(n=digits(lacking)))
    said.append(_("Each number is used once and never again."))
    return " ".join(said)


def _of_revoked(told: IssueResult) -> str:
    if told.spared:
        return _(
            "Revoked before, so none is issued: {names}. Choose one of them alone to issue another."
        ).format(names=_named(told.spared))
    return _("Revoked before, and another one is issued now: {names}.").format(
        names=_named(told.revoked_before)
    )


def _named(people: Sequence[Participant]) -> str:
    more = len(people) - _MOST_NAMED
    names = ", ".join(one.name for one in people[:_MOST_NAMED])
    return f"{names} … +{digits(more)}" if more > 0 else names


def _of_layout(problems: Sequence[Sentence]) -> str:
    return " ".join([_("The layout needs a look first:"), *map(str, problems)])


def _bear_one_name(n: int) -> str:
    return ngettext(
        "{n} name is borne by several people. Look by the organisation whose certificate it is "
        "when you hand it over; if they are one person, merge them in People first.",
        "{n} names are borne by several people. Look by the organisation whose certificate it is "
        "when you hand it over; if they are one person, merge them in People first.",
        n,
    ).format(n=digits(n))


def _unprintable(n: int) -> str:
    return ngettext(
        "{n} name is too long for the paper or has signs that no font has. Correct it in People; "
        "this certificate is not issued now.",
        "{n} names are too long for the paper or have signs that no font has. Correct them in "
        "People; these certificates are not issued now.",
        n,
    ).format(n=digits(n))
