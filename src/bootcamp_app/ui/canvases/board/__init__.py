"""The board itself: a template on paper with notes, pictures and connectors to move about."""
