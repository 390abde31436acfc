"""Who takes part: organisations, people and their participation in a bootcamp."""
