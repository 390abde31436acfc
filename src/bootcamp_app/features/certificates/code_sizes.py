"""How large a certificate's code may be. Drawing asks for that, and needs no signatures for it."""

from __future__ import annotations

VERSIONS = range(8, 11)
"""QR versions at level M that print at 35 mm with modules of 0.6 mm and more."""
