"""The editor of templates of one's own."""
