"""The editor of layouts: the real page between its parts and what they are like."""
