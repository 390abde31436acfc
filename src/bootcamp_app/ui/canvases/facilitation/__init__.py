"""What a facilitator does with a board: time, votes, showing, snapshots, and whose it is."""
