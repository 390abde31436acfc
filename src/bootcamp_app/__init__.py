"""Bootcamp Desk: registration, attendance, canvases and certificates on one laptop."""
