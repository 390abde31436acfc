"""What a bootcamp is told of afterwards: a booklet on paper and a gallery for any browser."""
