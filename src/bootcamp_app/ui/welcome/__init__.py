"""The first run: the language, then a bootcamp, a file or the sample."""
