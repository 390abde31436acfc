"""The history of the tables. One file in `versions` a step; never change one that shipped."""

HEAD = "0006"
"""The newest revision in `versions`."""

SCHEMA = 6
"""The number of that revision, kept in the file's header for versions that come later."""
