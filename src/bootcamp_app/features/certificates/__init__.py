"""Certificates: who earned one, what was signed, and how it is checked."""
