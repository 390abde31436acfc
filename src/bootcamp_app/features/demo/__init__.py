"""The whole job on sample data: to look at, to learn with, and to prove that it works."""
