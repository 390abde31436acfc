"""Co-design canvases: templates and how they are printed."""
