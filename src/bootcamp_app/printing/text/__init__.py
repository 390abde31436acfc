"""Text on paper: shaping, fonts, line breaking and fitting, for Khmer and Latin alike."""
