"""The certificates page: who has earned one, the papers, and whether one is genuine."""
