"""The parts that pages are made of, each shown in the gallery."""
