"""The day at a glance: who is here, what comes next, and what to do about it."""
