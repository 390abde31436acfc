"""What this program is, and under which licences its parts come."""

from __future__ import annotations

from importlib.metadata import version

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label

_PARTS = (
    N_("Licence: Apache License 2.0."),
    N_("Letters: Noto Sans and Noto Sans Khmer, SIL Open Font License 1.1."),
    N_("Icons: Lucide, ISC License."),
    N_("Window: Qt for Python, GNU Lesser General Public License 3."),
)


class AboutCard(Card):
    """Version and licences; nothing here leads to the network."""

    def __init__(self) -> None:
        lines = [Label(part, size="small", tone="muted", wraps=True) for part in _PARTS]
        told = Label(
            N_("Works without the internet. Nothing leaves this laptop unless you export it."),
            wraps=True,
        )
        number = version("bootcamp-app")
        super().__init__(
            N_("About this program"),
            Label(Sentence("Bootcamp Desk, version {number}", number=number), wraps=True),
            told,
            *lines,
            gap=6,
        )
