"""What stands round a board: tools, zones, fast entry, the list of notes, commands and files."""
