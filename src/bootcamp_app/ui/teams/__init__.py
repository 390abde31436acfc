"""Teams in the window."""
