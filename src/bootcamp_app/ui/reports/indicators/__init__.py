"""The indicators: people counted once and as often as they took part, and whom it was."""
