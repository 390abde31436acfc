"""The People page: who takes part, lists to take in, badges to print."""
