"""What leaves as a table or as paper: what it says, and from what it is counted."""
