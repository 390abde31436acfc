"""Figures about attendance for whoever has to account for them."""
