"""Programmes, bootcamps and their sessions."""
