"""Changing a template of one's own; nothing needs Save, and each change can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.template_editing import added, is_free, removed, with_zone
from bootcamp_app.ui.canvases.template_editor.forms import TemplateForm, ZoneForm
from bootcamp_app.ui.canvases.template_editor.zones_view import ZonesView
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, LARGE, SMALL, Flow, column, holding, row
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from bootcamp_app.features.canvases.views import Template, Zone
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_PAUSE = 700
"""Milliseconds after the last key at which what was written is kept."""
_BOTH, _SHARES = 860, (5, 3)
"""From so wide on at 100 % the canvas and what is written of it have room side by side."""


class TemplateEditor(QWidget):
    """The canvas beside what can be written of it and of the zone that is chosen."""

    left = Signal(object)
    """The Template as it was left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.draft: Template | None = None
        self._saved: Template | None = None
        self._acts: list[str] = []
        self._is_refused = self._may_drop = False
        self.banner = Banner()
        self.drop = self.banner.add_action(N_("Close without saving"), self._drop)
        self.view = ZonesView()
        self.zones = ChoiceField([])
        self.back = button(N_("Done"), self.leave, kind="link", icon_name="chevron-left")
        self.add = button(N_("Add a zone"), self.add_zone, icon_name="plus")
        self.remove = button(
            N_("Remove this zone"), self.remove_zone, kind="quiet", icon_name="trash"
        )
        self.undo = button(N_("Take back"), self.take_back, kind="quiet", icon_name="undo")
        self._title = Label(size="heading", wraps=True)
        self._forms = column(gap=LARGE)
        self.words: TemplateForm | None = None
        self.zone_form: ZoneForm | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()

    def open(self, template: Template) -> None:
        """Show a template to be changed."""
        self._acts = []
        self._adopt(template, template.zones[0].id)
        self.view.setFocus()

    def know(self, stored: Template | None) -> None:
        """Hear how the template is kept by now, or that it is no more."""
        if self.draft is None or self._saved is None:
            return
        if stored is None:
            self._drop()
        elif replace(stored, version=0) != replace(self._saved, version=0) and not self._is_open:
            kept = stored.zone(self.view.zone_id) or stored.zones[0]
            self._adopt(stored, kept.id)

    def leave(self) -> None:
        """Keep what is written, and go back; what cannot be kept is said first."""
        if self.draft is not None and self._is_open:
            self._may_drop = True
            self._keep(self._drop)
        else:
            self._drop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Called by Qt: another page comes in front; what was written last is kept first."""
        super().hideEvent(event)
        if self._pause.isActive():
            self._keep()

    def add_zone(self) -> None:
        """Put one more zone where there is room."""
        if self.draft is not None:
            try:
                after, zone = added(self.draft)
            except Refusal as refusal:
                self._say(refusal)
                return
            self._take(after, zone.id)

    def remove_zone(self) -> None:
        """Have the chosen zone no more."""
        if self.draft is not None:
            try:
                after = removed(self.draft, self.view.zone_id)
            except Refusal as refusal:
                self._say(refusal)
                return
            self._take(after, after.zones[0].id)

    def take_back(self) -> None:
        """Take the last change of this canvas back, be it one that is not kept as yet."""
        if self._is_open and not self._is_refused:
            self._keep(self.take_back)
        elif self._is_open and self._saved is not None:
            self._adopt(self._saved, self._saved.zones[0].id)
        elif self._acts:
            act, records = self._acts.pop(), self._desk.app.records
            self._desk.tasks.write(
                self,
                lambda: records.undo_act(act),
                lambda _done: self._offer(),
                self._say,
            )

    @property
    def _is_open(self) -> bool:
        """Whether something is not kept as yet."""
        return self.draft != self._saved

    def _build(self) -> None:
        say(self.zones, N_("Zone"), "setAccessibleName")
        tools = Flow(self.add, self.remove, self.undo, gap=SMALL)
        hint = Label(
            N_(
                "Drag a zone, or an edge of it. With keys: arrows move, Shift and arrows resize, "
                "PgUp and PgDn choose, Del removes."
            ),
            size="small",
            tone="muted",
            wraps=True,
        )
        page = holding(column(tools, self.view, hint, 1, gap=12))
        side = holding(column(self._forms, 1))
        both = SideBySide(page, side, needed=_BOTH, gap=LARGE, shares=_SHARES)
        self.setLayout(column(row(self.back, 1), self._title, self.banner, both, gap=GAP))

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self.view.placed.connect(self._place)
        self.view.removal_wanted.connect(self.remove_zone)
        self.zones.changed.connect(lambda: self._choose(self.zones.key))
        self._pause.timeout.connect(lambda: self._keep())

    def _adopt(self, template: Template, zone_id: str) -> None:
        self.draft = self._saved = template
        self._is_refused = False
        self.banner.hide()
        self._show_words(template)
        self._show(zone_id)

    def _drop(self) -> None:
        self._pause.stop()
        self._may_drop = False
        template, self.draft, self._saved = self._saved, None, None
        self._is_refused = False
        self.banner.hide()
        self.left.emit(template)

    def _take(self, template: Template, zone_id: str) -> None:
        """Take what a hand changed, and keep it at once."""
        self.draft = template
        self._show(zone_id)
        self._keep()

    def _place(self, zone: Zone) -> None:
        if self.draft is None:
            return
        if is_free(self.draft, zone):
            self._take(with_zone(self.draft, zone), zone.id)
            return
        self.view.update()
        self._say(Refusal("There is another zone in its place. Make room there first."))

    def _choose(self, zone_id: str) -> None:
        if self.draft is not None and self.draft.zone(zone_id) is not None:
            self._show(zone_id)

    def _show_words(self, template: Template) -> None:
        if self.words is not None:
            self.words.deleteLater()
        self.words = TemplateForm(template)
        self.words.changed.connect(self._write)
        self._forms.insertWidget(self._forms.count(), self.words)

    def _show(self, zone_id: str) -> None:
        template = self.draft
        if template is None:
            return
        say(self._title, lambda: str(template.title))
        self.view.show_template(template, zone_id)
        self._offer_zones(template, zone_id)
        self._show_zone(zone_id)
        self._offer()

    def _offer_zones(self, template: Template, zone_id: str) -> None:
        numbered = enumerate(template.zones, 1)
        self.zones.offer([(one.id, _named(number, one)) for number, one in numbered], zone_id)

    def _show_zone(self, zone_id: str) -> None:
        zone = self.draft.zone(zone_id) if self.draft else None
        if self.zone_form is not None:
            self._forms.removeWidget(self.zone_form)
            self.zone_form.hide()
            self.zone_form.deleteLater()
        self._forms.insertWidget(0, self.zones)
        if zone is not None:
            self.zone_form = ZoneForm(zone)
            self.zone_form.changed.connect(self._write)
            self._forms.insertWidget(1, self.zone_form)

    def _write(self) -> None:
        """Take what is written, and keep it after a moment."""
        if self.draft is None or self.words is None or self.zone_form is None:
            return
        zone = self.draft.zone(self.view.zone_id)
        after = self.words.written(self.draft)
        if zone is not None:
            after = with_zone(after, self.zone_form.written(zone))
        self.draft = after
        self._is_refused = False
        say(self._title, lambda: str(after.title))
        self.view.show_template(after, self.view.zone_id)
        self._offer_zones(after, self.view.zone_id)
        self._pause.start()

    def _keep(self, then: Callable[[], object] | None = None) -> None:
        self._pause.stop()
        draft = self.draft
        if draft is None or not self._is_open:
            return
        own = self._desk.app.own_templates
        self._desk.tasks.write(
            self,
            lambda: own.change(draft),
            lambda act: self._kept(draft, act, then),
            self._refuse,
        )

    def _kept(self, draft: Template, act: str, then: Callable[[], object] | None) -> None:
        self._saved = draft
        self._is_refused = False
        self.banner.hide()
        if act:
            self._acts.append(act)
        self._offer()
        if then is not None:
            then()

    def _refuse(self, refusal: Refusal) -> None:
        self._is_refused = True
        # Only who wants to leave is asked whether the words may go.
        self.drop.setVisible(self._may_drop)
        self._may_drop = False
        self.banner.refuse(refusal)

    def _say(self, refusal: Refusal) -> None:
        self.drop.hide()
        self.banner.refuse(refusal)

    def _offer(self) -> None:
        self.undo.setEnabled(bool(self._acts) or self._is_open)
        self.remove.setEnabled(self.draft is not None and len(self.draft.zones) > 1)


def _named(number: int, zone: Zone) -> Text:
    return lambda: f"{digits(number)}. {zone.title}"
