"""The agenda of a bootcamp and the bootcamp itself, changed in the window."""
