"""The door: who comes in, who is here and who is missing."""
