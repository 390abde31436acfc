"""Undo and redo of one board, read from the journal: without limit, and after a restart too."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import _, ngettext
from bootcamp_app.features.canvases.board_reading import GONE
from bootcamp_app.features.canvases.tables import BoardRow, ItemRow, PictureRow
from bootcamp_app.features.canvases.views import BoardChanged
from bootcamp_app.storage.devices import this_device
from bootcamp_app.storage.journal import JournalRow, is_undo, own_id, root_of, taken_back_by
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.storage.undoing import undo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.undoing import Undone
    from bootcamp_app.storage.work import Work

_BATCH = 400
_ITEMS = ItemRow.__tablename__
# A picture is kept for ever, whatever becomes of the items that show it.
_OF_BOARD = (_ITEMS, PictureRow.__tablename__)


class BoardHistory:
    """What this laptop did on each board, and how it is taken back step by step.

    A step is an act that wrote items of the board and nothing else: removing the board, or two
    people who become one, is taken back where it was done. What another laptop changed since stays
    as it is, and is told.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._board_of: dict[str, str] = {}
        self._wrote_more: dict[str, bool] = {}
        # Of an act of which everything was changed elsewhere since, nothing is written any more.
        self._spent: set[str] = set()

    def state(self, board_id: str) -> tuple[bool, bool]:
        """Say whether there is a step to undo, and one to do again."""
        with self._database.read() as reader:
            if reader.get(BoardRow, board_id) is None:
                return False, False
            last, undone = self._steps(reader, board_id)
        return bool(last), bool(undone)

    def undo(self, board_id: str) -> str:
        """Take back this laptop's last step on a board; say so, and what stays as it is."""
        with self._database.write() as work:
            _refuse_gone(work, board_id)
            act, _undone = self._steps(work, board_id)
            if not act:
                raise Refusal("There is nothing on this board to undo.")
            return _told(_("Taken back."), self._take_back(work, board_id, act))

    def redo(self, board_id: str) -> str:
        """Do again what was undone last on a board; say so, and what stays as it is."""
        with self._database.write() as work:
            _refuse_gone(work, board_id)
            _last, act = self._steps(work, board_id)
            if not act:
                raise Refusal("There is nothing on this board to do again.")
            return _told(_("Done again."), self._take_back(work, board_id, act))

    def _take_back(self, work: Work, board_id: str, act: str) -> Undone:
        undone = undo(work, act, self._clock.now())
        if not work.pen.has_written:
            self._spent.add(own_id(act))
            return undone
        work.announce(RecordsUndone(act, undone.touched, kept=undone.kept))
        items = tuple(row_id for table, row_id in undone.touched if table == _ITEMS)
        work.announce(BoardChanged(board_id, items))
        return undone

    def _steps(self, session: Session, board_id: str) -> tuple[str, str]:
        """Give the act that undo takes back and the one that redo does; empty where there is none.

        Read backwards: what a later act took back is over, and whatever was done anew ends redo.
        """
        last, undone, may_redo = "", "", True
        over = set(self._spent)
        for act, is_step in self._acts(session, board_id):
            if not is_step:
                may_redo = False
                if last:
                    break
                continue
            taken = taken_back_by(act)
            if taken:
                over.add(own_id(taken))
            is_over = own_id(act) in over
            if not is_over and is_undo(act):
                undone = undone or (act if may_redo else "")
            elif not is_over:
                last = last or act
            may_redo = may_redo and bool(taken)
            if last and (undone or not may_redo):
                break
        return last, undone

    def _acts(self, session: Session, board_id: str) -> Iterator[tuple[str, bool]]:
        """Give the acts of this laptop that wrote items of a board, the newest first.

        Beside each it says whether that is a step: whether it wrote nothing else.
        """
        born = select(func.min(JournalRow.clock)).where(
            JournalRow.table_name == BoardRow.__tablename__, JournalRow.row_id == board_id
        )
        # As an expression the table has no index: the facts of a device come in their order.
        facts = (
            select(JournalRow.seq, JournalRow.act, JournalRow.row_id)
            .where(JournalRow.device == this_device(session))
            .where(JournalRow.table_name.concat("") == _ITEMS)
            .where(JournalRow.clock >= (session.scalar(born) or 0))
            .order_by(JournalRow.seq.desc())
            .limit(_BATCH)
        )
        told, before = "", None
        while True:
            query = facts if before is None else facts.where(JournalRow.seq < before)
            rows = session.execute(query).tuples().all()
            boards = self._boards_of(session, {row_id for _seq, _act, row_id in rows})
            about: dict[str, set[str | None]] = {}
            for act, of_act in groupby(rows, key=lambda row: row[1]):
                about[act] = {boards.get(row_id) for _seq, _act, row_id in of_act}
            here = [act for act, of in about.items() if board_id in of and act != told]
            more = self._with_more(session, here)
            for act in here:
                told = act
                yield act, act not in more and about[act] == {board_id}
            if len(rows) < _BATCH:
                return
            before = rows[-1][0]

    def _with_more(self, session: Session, acts: list[str]) -> set[str]:
        """Give those acts that wrote, or take back what wrote, more than items; kept in mind."""
        roots = {act: root_of(act) for act in acts}
        known = self._wrote_more
        if unknown := {*acts, *roots.values()} - known.keys():
            query = select(JournalRow.act).where(
                JournalRow.act.in_(unknown), JournalRow.table_name.not_in(_OF_BOARD)
            )
            wrote = set(session.scalars(query.distinct()))
            known.update((act, act in wrote) for act in unknown)
        return {act for act, root in roots.items() if known[act] or known[root]}

    def _boards_of(self, session: Session, item_ids: set[str]) -> dict[str, str]:
        """Give the boards of items, of those that are no more from their facts; kept in mind."""
        known = self._board_of
        unknown = [one for one in item_ids if one not in known]
        if unknown:
            there = select(ItemRow.id, ItemRow.board_id).where(ItemRow.id.in_(unknown))
            known.update(iter(session.execute(there).tuples()))
        if gone := [one for one in unknown if one not in known]:
            about = (JournalRow.table_name == _ITEMS) & JournalRow.row_id.in_(gone)
            facts = select(JournalRow.row_id, JournalRow.changes).where(about)
            for row_id, changes in session.execute(facts).tuples():
                if "board_id" in changes:
                    known[row_id] = changes["board_id"][1]
        return {one: known[one] for one in item_ids if one in known}


def _refuse_gone(work: Work, board_id: str) -> None:
    if work.get(BoardRow, board_id) is None:
        raise Refusal(GONE)


def _told(done: str, undone: Undone) -> str:
    stay = len({one.row_id for one in undone.kept})
    if not stay:
        return done
    more = ngettext(
        "{n} thing stays as it is, because it was changed or used since.",
        "{n} things stay as they are, because they were changed or used since.",
        stay,
    ).format(n=stay)
    return f"{done} {more}" if undone.rows else more
