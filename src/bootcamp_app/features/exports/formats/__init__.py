"""Kinds of files that tables can be written as; one module with one ENTRY each."""
