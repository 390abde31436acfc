"""What a person chooses for this laptop, and how the data is kept."""
