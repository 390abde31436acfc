"""Files for others: every report, chosen, seen before it is saved, and handed over."""
