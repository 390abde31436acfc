"""Files that leave the program: tables and the whole database."""
