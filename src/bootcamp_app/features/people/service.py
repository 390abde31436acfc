"""People of a bootcamp: adding, changing, listing and finding them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people import listing
from bootcamp_app.features.people.alike import alike
from bootcamp_app.features.people.changing import change_all
from bootcamp_app.features.people.details import details, known
from bootcamp_app.features.people.filling import never_empty
from bootcamp_app.features.people.filters import Filter, Look
from bootcamp_app.features.people.first_page import first_ids, number
from bootcamp_app.features.people.groups import groups_of
from bootcamp_app.features.people.headers import is_field
from bootcamp_app.features.people.nominees import Nominee
from bootcamp_app.features.people.registrar import Registrar
from bootcamp_app.features.people.sorting import sorted_ids
from bootcamp_app.features.people.staying import staying
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.views import Participant, PersonAdded, PersonChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.person_views import Alike, Stays
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.undoing import Kept
    from bootcamp_app.storage.work import Work

    Order = tuple[str, bool]
    Progress = Callable[[int, int], None]
    Enrolled = Callable[[Work, Sequence[str]], None]
    # Inside of the class, `list` is its own method.
    Ids = list[str]
    Participants = list[Participant]
    Alikes = list[Alike]


BY_NAME = ("name_km", True)
EVERYBODY = Filter()
_GONE = N_("This person is no longer in the list. Look for them again.")
_NAMELESS = N_("A person needs a name. Give it in Khmer, in Latin letters or in both.")


class People:
    """The people of this workspace.

    `enrolled` is called with the ids of new participations inside the transaction that makes
    them, so that nobody is ever registered without a badge.
    """

    def __init__(self, database: Database, clock: Clock, enrolled: Enrolled) -> None:
        self._database = database
        self._clock = clock
        self._enrolled = enrolled

    def add(self, bootcamp: Bootcamp, nominee: Nominee) -> Participant:
        """Add a person by hand, who came without being on a list."""
        if not nominee.text("name_km") and not nominee.text("name_en"):
            raise Refusal(_NAMELESS)
        with self._database.write() as work:
            registrar = Registrar(work, bootcamp.id, self._clock.now())
            _, row = registrar.register(nominee, is_walk_in=True)
            self._enrolled(work, [row.id])
            work.flush()
            work.announce(PersonAdded(row.person_id, row.id))
            return listing.participants(work, [row.id])[0]

    def change(self, participant: Participant, **fields: Any) -> None:  # noqa: ANN401 - any column
        """Write fields of a person or of their participation, named as on the command line."""
        if strange := [name for name in fields if not is_field(name)]:
            raise ValueError(strange)
        fields = never_empty(fields)
        with self._database.write() as work:
            person = work.get(PersonRow, participant.person_id)
            row = work.get(ParticipationRow, participant.participation_id)
            if person is None or row is None:
                raise Refusal(_GONE)
            registrar = Registrar(work, row.bootcamp_id, self._clock.now())
            registrar.rewrite(person, row, Nominee(0, fields), fields)
            if not (person.name_km or person.name_en):
                raise Refusal(_NAMELESS)
            work.announce(PersonChanged(person.id))

    def change_all(
        self,
        ids: Sequence[str],
        progress: Progress = lambda done, of: None,  # noqa: ARG005
        **fields: Any,  # noqa: ANN401 - any column
    ) -> int:
        """Write the same fields of several participations in one act; give of how many."""
        with self._database.write() as work:
            return change_all(work, ids, fields, self._clock.now(), progress)

    def alike(self, bootcamp: Bootcamp, name_km: str, name_en: str, most: int = 3) -> Alikes:
        """Give people of any bootcamp who may be the one who is being written down."""
        with self._database.read() as reader:
            return alike(reader, bootcamp.id, (name_km, name_en), most)

    def details(self, participant: Participant) -> dict[str, Any]:
        """Give every field of a person by the name under which `change` takes it."""
        with self._database.read() as reader:
            return details(reader, participant.participation_id)

    def known(self, person_id: str) -> dict[str, Any]:
        """Give what is known of somebody of any bootcamp, as of the latest they took part in."""
        with self._database.read() as reader:
            return known(reader, person_id)

    def groups(self, bootcamp: Bootcamp) -> dict[str, Ids]:
        """Give the names of a bootcamp's roles and teams, as those who are in it say them."""
        with self._database.read() as reader:
            return groups_of(reader, bootcamp.id)

    def staying(self, kept: Sequence[Kept]) -> tuple[Stays, ...]:
        """Give by name whom an undo left, and why."""
        with self._database.read() as reader:
            return tuple(staying(reader, kept))

    def count(self, bootcamp: Bootcamp) -> int:
        """Give how many people a bootcamp has, whatever their status."""
        with self._database.read() as reader:
            return listing.count(reader, bootcamp.id)

    def incomplete(self, bootcamp: Bootcamp) -> int:
        """Give how many people of a bootcamp lack their sex or their province."""
        with self._database.read() as reader:
            return listing.incomplete(reader, bootcamp.id)

    def ids(self, bootcamp: Bootcamp, search: str = "", order: Order = BY_NAME,
            wanted: Filter = EVERYBODY) -> Ids:  # fmt: skip
        """Give the participation ids that a search finds, for a table that shows some at a time.

        The order is one of `SORTED_BY` and whether it ascends.
        """
        with self._database.read() as reader:
            return sorted_ids(reader, bootcamp.id, Look(search, wanted, order))

    def first(self, bootcamp: Bootcamp, look: Look, limit: int) -> Participants:
        """Give the first of those whom a look finds, before all of them have been sorted."""
        with self._database.read() as reader:
            return listing.participants(reader, first_ids(reader, bootcamp.id, look, limit))

    def number(self, bootcamp: Bootcamp, look: Look) -> int:
        """Give how many people a look finds."""
        with self._database.read() as reader:
            return number(reader, bootcamp.id, look)

    def some(self, ids: Sequence[str]) -> Participants:
        """Give these participations in the order of the ids; who is gone since is left out."""
        with self._database.read() as reader:
            return listing.participants(reader, ids)

    def list(self, bootcamp: Bootcamp, search: str = "", limit: int | None = None) -> Participants:
        """Give the people of a bootcamp, or those whom every word of the search finds."""
        with self._database.read() as reader:
            ids = listing.found(reader, bootcamp.id, search, limit)
            return listing.participants(reader, ids)

    def find(self, bootcamp: Bootcamp, ref: str) -> Participant:
        """Give the person meant by an id, the beginning of one, or a name."""
        with self._database.read() as reader:
            ids = listing.meant(reader, bootcamp.id, ref)
            if not ids:
                raise Refusal(
                    "There is nobody “{ref}” in this bootcamp. Look with “people list”.", ref=ref
                )
            if len(ids) > 1:
                raise Refusal(
                    "“{ref}” means {count} people. Use the id that “people list” shows.",
                    ref=ref,
                    count=len(ids),
                )
            return listing.participants(reader, ids)[0]
