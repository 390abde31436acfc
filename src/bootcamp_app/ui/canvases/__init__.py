"""The canvases page: the templates, and each of them as it will print."""
