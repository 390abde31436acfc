"""The reports page: attendance in figures, and what leaves the program as files."""
