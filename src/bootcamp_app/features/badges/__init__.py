"""Codes that stand for a participation, and the sheets that they are printed on."""
