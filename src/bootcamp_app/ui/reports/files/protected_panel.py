"""The panel of a file that may be locked with a passphrase before it is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.ui.reports.files.delivery import Delivery, ToHandOver
from bootcamp_app.ui.reports.files.panel import Narrow, Panel
from bootcamp_app.ui.reports.files.protecting import Protecting

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.form import Form
    from bootcamp_app.ui.kit.label import Label
    from bootcamp_app.ui.reports.files.offered import Offered


class ProtectedPanel(Panel):
    """Says what is in the file and asks with a form, the passphrase last; forgets it when left."""

    def __init__(self, desk: Desk, offered: Offered, says: Label, form: Form) -> None:
        super().__init__(desk, offered)
        self.form = form
        self.protecting = Protecting(form)
        self.delivery = Delivery(desk, offered.title, self._to_hand_over)
        self.body.addWidget(Narrow(says, form))
        self.body.addStretch(1)
        form.changed.connect(self.delivery.stop_asking)
        self.delivery.handed_over.connect(self.protecting.forget)
        self.hand_over(self.delivery)

    def close_preview(self) -> None:
        """Called when it is left: nobody who comes later finds the passphrase."""
        self.protecting.forget()
        self.delivery.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Called by Qt, also where another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.protecting.forget()

    def _to_hand_over(self) -> ToHandOver:
        """Give the file as it is asked for now; each kind of file says it."""
        raise NotImplementedError
