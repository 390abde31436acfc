"""The files that a board can become, one module each with an `ENTRY`."""
