"""What a certificate is made of: one file a family of parts, each measured before it is drawn."""
