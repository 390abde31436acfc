"""The window: the only floor that knows Qt. It shows what the rooms say and decides nothing."""
