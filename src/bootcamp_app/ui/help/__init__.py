"""Help for each page, written for a facilitator."""
