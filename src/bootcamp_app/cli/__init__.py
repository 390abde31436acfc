"""The command line: one file per room, no logic of its own."""
