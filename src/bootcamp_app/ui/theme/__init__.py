"""How everything looks: colours, type, icons, in three themes and any text size."""
