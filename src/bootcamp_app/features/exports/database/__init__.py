"""The whole workspace as one plain SQLite file that any tool opens and anybody can read."""
