"""Teams: who works together, built to mix, and their names, colours and signs."""
