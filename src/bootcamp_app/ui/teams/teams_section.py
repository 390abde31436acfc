"""Teams of the bootcamp in front."""

from __future__ import annotations

from bootcamp_app.ui.canvases.section import Section


class TeamsSection(Section):
    """Teams of the bootcamp in front."""
