"""Solutions of the bootcamp in front."""

from __future__ import annotations

from bootcamp_app.ui.canvases.section import Section


class SolutionsSection(Section):
    """Solutions of the bootcamp in front."""
