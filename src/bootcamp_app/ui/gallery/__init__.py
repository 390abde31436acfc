"""Every part of the kit on a plain page, for developers and for the golden images."""
