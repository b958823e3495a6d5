"""What the town costs, measured: one command each, JSON out."""
