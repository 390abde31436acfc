"""Who was there: every scan judged, kept and counted."""
