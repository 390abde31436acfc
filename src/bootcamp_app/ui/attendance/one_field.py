"""A form of one field, to stand beside another one."""

from __future__ import annotations

from typing import Any

from bootcamp_app.ui.kit.form import Form


class OneField(Form):
    """Stays at the top where the one beside it says what is wrong and grows."""

    def _add(self, *parts: Any) -> None:  # noqa: ANN401 - as the form has them
        super()._add(*parts)
        self._body.addStretch(1)
